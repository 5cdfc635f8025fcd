/** What a cell holds apart from a formula. An error value is kept as its word, as `Range.values` gives it. */
export type CellValue = string | number | boolean;

/** What Excel makes of something written to a cell. */
export type TypedInput =
  | { readonly kind: "value"; readonly value: CellValue; readonly numberFormat?: string }
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "refused" };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ERRORS = /^#(N\/A|NAME\?|REF!|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/i;
/** The last day that a spreadsheet knows, 12/31/9999. */
const LAST_SERIAL = 2_958_465;

/** A day's serial number in the 1900 system, which has a 29 February 1900 that never was. */
export function serialOfDay(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const serial = Math.round(time / 86_400_000) + 25_569;
  return serial > 60 && serial <= LAST_SERIAL ? serial : null;
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 30 ? 2000 + year : 1900 + year;
}

/** Days as Excel for the United States reads them, with the format that it gives the cell. `year` stands in for none. */
function typedDay(text: string, year: number): { readonly value: number; readonly numberFormat: string } | null {
  const day = (y: number, m: number, d: number, numberFormat: string) => {
    const value = serialOfDay(y, m, d);
    return value === null ? null : { value, numberFormat };
  };
  let match = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(text);
  if (match) return day(fullYear(match[3] ?? ""), Number(match[1]), Number(match[2]), "m/d/yyyy");
  match = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text);
  if (match) return day(Number(match[1]), Number(match[2]), Number(match[3]), "m/d/yyyy");
  match = /^(\d{1,2})[/-](\d{1,2})$/.exec(text);
  if (match) {
    return day(year, Number(match[1]), Number(match[2]), "d-mmm");
  }
  match = /^(\d{1,2})[/-](\d{4})$/.exec(text);
  if (match) return day(Number(match[2]), Number(match[1]), 1, "mmm-yy");
  match = /^(\d{1,2})[- /]?([a-z]{3,9})(?:[- /,]+(\d{4}|\d{2}))?$/i.exec(text);
  const monthOf = (word: string | undefined): number => {
    const at = MONTHS.indexOf((word ?? "").slice(0, 3).toLowerCase());
    return at < 0 || !isMonthWord(word ?? "", at) ? 0 : at + 1;
  };
  if (match && monthOf(match[2]) > 0) {
    const format = match[3] === undefined ? "d-mmm" : "d-mmm-yy";
    return day(match[3] === undefined ? year : fullYear(match[3]), monthOf(match[2]), Number(match[1]), format);
  }
  match = /^([a-z]{3,9})[- /.]*(\d{1,2})(?:,? +(\d{4}))?$/i.exec(text);
  if (match && monthOf(match[1]) > 0) {
    const format = match[3] === undefined ? "d-mmm" : "d-mmm-yy";
    return day(match[3] === undefined ? year : Number(match[3]), monthOf(match[1]), Number(match[2]), format);
  }
  match = /^([a-z]{3,9})[- /]*(\d{4})$/i.exec(text);
  if (match && monthOf(match[1]) > 0) return day(Number(match[2]), monthOf(match[1]), 1, "mmm-yy");
  return null;
}

function isMonthWord(word: string, at: number): boolean {
  const full = new Date(Date.UTC(2000, at, 1))
    .toLocaleString("en-US", { month: "long", timeZone: "UTC" })
    .toLowerCase();
  return word.length === 3 || full === word.toLowerCase();
}

/** Digits after the fifteenth that counts become 0: nothing is rounded. */
function first15(digits: string): string {
  let counted = 0;
  return digits.replace(/\d/g, (digit) => {
    if (digit !== "0" || counted > 0) counted += 1;
    return counted > 15 ? "0" : digit;
  });
}

function typedNumber(text: string): { readonly value: number; readonly numberFormat?: string } | null {
  const negative = /^\(.*\)$/.test(text);
  const bare = negative ? text.slice(1, -1) : text;
  const match = /^([-+]?)(\$?)([-+]?)((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?)(e[-+]?\d{1,3})?(%?)$/i.exec(bare);
  const digits = match?.[4] ?? "";
  if (match === null || !/\d/.test(digits) || (negative && /[-+]/.test(bare))) return null;
  const sign = negative || match[1] === "-" || match[3] === "-" ? -1 : 1;
  // Excel keeps 15 significant digits ("Excel specifications and limits"): a 16-digit id loses its end.
  const exact = Number(first15(digits.replaceAll(",", "")) + (match[5] ?? "")) * sign;
  const decimals = digits.includes(".") && !digits.endsWith(".");
  if (match[6] === "%")
    return { value: Number((exact / 100).toPrecision(15)), numberFormat: decimals ? "0.00%" : "0%" };
  if (match[2] === "$")
    return { value: exact, numberFormat: decimals ? "$#,##0.00_);[Red]($#,##0.00)" : "$#,##0_);[Red]($#,##0)" };
  if (digits.includes(",")) return { value: exact, numberFormat: decimals ? "#,##0.00" : "#,##0" };
  if (match[5] !== undefined) return { value: exact, numberFormat: "0.00E+00" };
  return { value: exact };
}

/** "10:30", "1:05 pm": a part of a day. */
function typedTime(text: string): { readonly value: number; readonly numberFormat: string } | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([ap])\.?m?\.?)?$/i.exec(text);
  if (match === null) return null;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  const half = match[4]?.toLowerCase();
  if (minute > 59 || second > 59 || (half !== undefined && (hour < 1 || hour > 12))) return null;
  const hours = half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0);
  return {
    value: (hours * 3600 + minute * 60 + second) / 86_400,
    numberFormat: half === undefined ? "h:mm" : "h:mm AM/PM",
  };
}

/**
 * What Excel (English, United States) makes of a value written to a cell of that number format, by the API as by typing:
 * "=" begins a formula, an apostrophe keeps text, the format "@" keeps text, and whatever looks like a number, a percent,
 * an amount, a day or a time becomes one ("Set and get range values, text, or formulas using the Excel JavaScript API";
 * `Range.values` in the reference: a text that begins with "+", "-" or "=" is read as a formula). `year` is the year of a
 * day that names none.
 *
 * @example typedInput("00123", "General", 2026) is { kind: "value", value: 123 }; under "@" it stays "00123"
 */
export function typedInput(input: string | number | boolean, numberFormat: string, year: number): TypedInput {
  if (typeof input !== "string") return { kind: "value", value: input };
  if (numberFormat === "@") return { kind: "value", value: input };
  if (input.startsWith("'")) return { kind: "value", value: input.slice(1) };
  const text = input.trim();
  const number = typedNumber(text) ?? typedDay(text, year) ?? typedTime(text);
  if (number !== null) return { kind: "value", ...number };
  if (input.startsWith("=") && input.length > 1) return { kind: "formula", formula: input };
  if (/^[-+]./.test(input)) return { kind: "formula", formula: `=${input}` };
  if (/^@\w/.test(input)) return { kind: "refused" };
  if (/^(true|false)$/i.test(text)) return { kind: "value", value: text.toLowerCase() === "true" };
  if (ERRORS.test(text)) return { kind: "value", value: text.toUpperCase() };
  return { kind: "value", value: input };
}
