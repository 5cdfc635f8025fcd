/**
 * Whether an Excel number format shows a number as a day, rather than as a quantity or as a time of day.
 *
 * @example isDayFormat("[$-409]d-mmm-yy;@") is true; isDayFormat("[h]:mm") and isDayFormat('0 "days"') are false
 */
export function isDayFormat(code: string): boolean {
  const letters = code
    .replace(/"[^"]*"|\\.|[_*]./g, "")
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, "")
    .replace(/general|am\/pm|a\/p/gi, "")
    .split(";")[0];
  if (letters === undefined) return false;
  return /[yd]/i.test(letters) || (/m/i.test(letters) && !/[hs]/i.test(letters));
}
