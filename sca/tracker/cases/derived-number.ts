const DERIVED: readonly RegExp[] = [/^(.*\d)[-./]?(?:x{1,3}|ext?\d?|r\d?|[a-d])$/i, /^(.+\d)[-./]0?[2-9]$/];

/**
 * The case number that a later authorization's number is made from; null for a number of its own.
 *
 * @example "0250x" and "0250-2" are made from "0250"
 */
export function numberBefore(number: string): string | null {
  for (const pattern of DERIVED) {
    const before = pattern.exec(number)?.[1];
    if (before !== undefined) return before;
  }
  return null;
}
