/** Letters, digits and signs that every keyboard has, each where it can be seen. */
const PLAIN = /^(?! )(?:[!-~]| (?! |$))*$/;
/** Characters that take no room: soft hyphens, marks of direction, joiners. */
const UNSEEN = /\p{Cf}/gu;
const DASHES = /[\p{Pd}\u2212]/gu;

/**
 * A name without what nobody sees in it: blanks around it, two in a row, characters without width, letters of double
 * width, an accent that is kept apart from its letter. What looks the same is the same.
 *
 * @example tidyName("\u00a0Aetna  Health\u200b") is "Aetna Health"
 */
export function tidyName(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.normalize("NFKC").replace(UNSEEN, "").replace(/\s+/g, " ").trim();
}

/**
 * The same for an id, in which every dash is a hyphen besides: a word processor makes one of the other.
 *
 * @example tidyId("SCA–12 ") is "SCA-12"
 */
export function tidyId(text: string): string {
  return PLAIN.test(text) ? text : tidyName(text).replace(DASHES, "-");
}
