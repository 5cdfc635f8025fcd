/** Words with a capital in front. @example asSentence("reading Log") is "Reading Log" */
export function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
