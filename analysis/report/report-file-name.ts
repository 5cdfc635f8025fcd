/** A payer's name as files and folders bear it. @example reportFileName("O'Hara & Sons \"Health\"") is "o-hara-sons-health" */
export function reportFileName(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return plain === "" ? "payer" : plain;
}
