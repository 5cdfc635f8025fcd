const WHOLE = /^\s*(\d{1,2})\.(\d{1,2})\s*$/;
const AFTER_WORD =
  /(?<=\b(?:ok'?d?|okay(?:ed)?|no|yes|aprv'?d?|aprvd|appr'?v?d?|approved|appvd|denied|den|dnd|declined|vbl|verbal|sent|faxed|asked|called|pend(?:ing)?|req'?d?|requested|submitted|back|answer|ans|rec'?d|signed|dated|dtd|eff|exp|thru|until|til)\s{1,2})(\d{1,2})\.(\d{1,2})(?![\d.%]|\s?(?:x|hrs?|hours?|mi|miles|k|per|\/|mcr|medicare|times|a\b|each|%)\b)/gi;

/**
 * The text with days that are written with a full stop ("ok 5.19") written with a slash, where a whole cell of a date
 * column or a word of asking and answering says that they are days. Offsets stay true.
 *
 * @example dotsAsSlashes("aprv 5.19 at 1.4x", false) is "aprv 5/19 at 1.4x"
 */
export function dotsAsSlashes(text: string, dateColumn: boolean): string {
  if (!text.includes(".")) return text;
  const slashed = (whole: string, month: string, day: string) =>
    isDay(Number(month), Number(day)) ? whole.replace(".", "/") : whole;
  if (dateColumn && WHOLE.test(text)) return text.replace(WHOLE, slashed);
  return text.replace(AFTER_WORD, slashed);
}

function isDay(a: number, b: number): boolean {
  return a >= 1 && b >= 1 && a <= 31 && b <= 31 && Math.min(a, b) <= 12;
}
