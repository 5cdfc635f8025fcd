/** An SQL text literal. @example quoted("O'Hara") is "'O''Hara'" */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
