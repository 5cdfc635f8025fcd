/** How much a text looks like an identifier by itself, and of which build. */
export interface IdShape {
  /** 0 to 1. */
  readonly score: number;
  /** Runs of letters as A, of digits as 9, other marks kept: "A9", "9-9", "A9 9". Ids of one origin share it. Empty for no id. */
  readonly shape: string;
  /** How many letters and digits it has. */
  readonly length: number;
}

const MONTH =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const DATE = new RegExp(
  `^(?:(?:19|20)\\d{2}[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\\d|3[01])(?:T.*)?|\\d{1,2}[-./]\\d{1,2}[-./](?:(?:19|20)\\d{2}|\\d{2})|\\d{1,2}/\\d{1,2}|\\d{1,2}[- ]?(?:${MONTH})[- ]?\\d{0,4}|(?:${MONTH})\\.?[- ]?\\d{1,2}(?:,? ?\\d{2,4})?|(?:${MONTH})[- ]?(?:19|20)?\\d{2})$`,
  "i",
);

/** True for a text that is a date in a written form. */
export function isWrittenDate(text: string): boolean {
  const match = DATE.test(text.trim());
  if (!match) return false;
  const numbers = /^(\d{1,2})[-./](\d{1,2})[-./](\d{2,4})$/.exec(text.trim());
  if (!numbers) return true;
  const [first, second] = [Number(numbers[1]), Number(numbers[2])];
  return first >= 1 && second >= 1 && first <= 31 && second <= 31 && (first <= 12 || second <= 12);
}

/** True for a procedure, drug or revenue code, with or without modifiers ("27447-RT", "J9299", "0037U"). */
export function isServiceCode(text: string): boolean {
  return /^(?:\d{5}|[A-CEGHJ-MP-TV]\d{4}|\d{4}[FTU]|D\d{4})(?:[-. ]?[A-Z][A-Z0-9]|[-. ][0-9]{2})?$/.test(
    text.trim().toUpperCase(),
  );
}

/** True for a diagnosis ("F50.01"), a national drug code, a money amount, a percentage, a time, a count with its unit. */
export function isOtherFigure(text: string): boolean {
  const value = text.trim();
  if (/^[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}$/i.test(value)) return true;
  if (/^\d{4,5}-\d{3,4}-\d{1,2}$/.test(value) && value.replace(/\D/g, "").length >= 10) return true;
  if (/^[$€£]|%$|^\d{1,2}:\d{2}/.test(value)) return true;
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d{1,5}\.\d{1,2}$/.test(value)) return true;
  return /^\d+(?:\.\d+)?[- ]?(?:x|k|yo|y\/o|hrs?|h|d|days?|wks?|mos?|mi|min|units?|u|visits?|v|st|nd|rd|th|am|pm|mg|ml)$/i.test(
    value,
  );
}

/**
 * The build of an identifier: runs of letters as A, of digits as 9.
 *
 * @example shapeOf("U70603347 01") is "A9 9"
 */
export function shapeOf(text: string): string {
  return text
    .trim()
    .replace(/\p{L}+/gu, "A")
    .replace(/\p{N}+/gu, "9")
    .replace(/\s+/g, " ");
}

/**
 * How much a cell's whole text looks like a member id, a group or an authorization number. Dates, telephone numbers, money, codes,
 * diagnoses, words and short counts come out low.
 *
 * @example looksLikeId("W182230094").score is over 0.9; looksLikeId("90837").score is under 0.3
 */
export function looksLikeId(text: string): IdShape {
  const none: IdShape = { score: 0, shape: "", length: 0 };
  const value = text
    .trim()
    .replace(/^=?"(.*)"$/, "$1")
    .replace(/^#\s*/, "");
  if (value === "" || value.length > 30 || !/^[\p{L}\p{N}][\p{L}\p{N}\-–. _/*]*$/u.test(value) || !/\d/.test(value))
    return none;
  const letters = value.replace(/[^\p{L}]/gu, "");
  const digits = value.replace(/\D/g, "");
  const length = letters.length + digits.length;
  const shape = shapeOf(value);
  if (/^\d(?:\.\d+)?E\+?\d+$/i.test(value)) return { score: 0.5, shape: "9E9", length };
  if (isWrittenDate(value) || isOtherFigure(value)) return { score: 0.02, shape, length };
  if (/^\d{3}[-. ]\d{3}[-. ]\d{4}$/.test(value)) return { score: 0.1, shape, length };
  if (isServiceCode(value)) return { score: /^0\d{4}$/.test(value) ? 0.4 : 0.2, shape, length };
  if (/^(?:19|20)\d{2}$/.test(value)) return { score: 0.03, shape, length };
  const words = value.split(/\s+/);
  if (words.length > 3 || /\p{Ll}{3}/u.test(value) || /\//.test(value)) return { score: 0.1, shape, length };
  if (digits.length < 3) return { score: 0.1, shape, length };
  if (letters.length > digits.length + 3) return { score: 0.2, shape, length };
  if (letters === "") {
    if (/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits)) return { score: 0.45, shape, length };
    if (/^0/.test(digits) && length >= 6) return { score: 0.95, shape, length };
    if (length >= 8) return { score: length > 20 ? 0.4 : 0.88, shape, length };
    return { score: length >= 6 ? 0.6 : length === 5 ? 0.35 : /^0/.test(digits) ? 0.3 : 0.12, shape, length };
  }
  return { score: length >= 8 ? 0.96 : length >= 6 ? 0.85 : 0.5, shape, length };
}
