const STATES =
  "AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY";
const ZIP_BEFORE = new RegExp(`[A-Za-z.],?\\s+(?:${STATES})\\.?,?\\s+$`);
const MONEY_BEFORE =
  /(?:\b(?:ASK(?:ED|ING)?|WANT(?:ED|ING)?|OFFER(?:ED|ING)?|COUNTER(?:ED)?|SETTLED|FLOOR|SAID|QUOTED?|TOOK|PAID|PAYS?|PAYING|RATE|FEE|PRICE|TOTAL|BALANCE|CHARGES?|USD|GLOBAL)\b(?:\s(?:AT|ON|TO|OF|IS|US|FOR|WAS))?\s?[:=]?\s?|@\s?|\bAT\s|["']\s?:\s?)$/;
const MONEY_AFTER =
  /^\s?(?:%|K\b|DOLLARS?\b|USD\b|MILES?\b|MI\b|SQ\b|\/(?:DAY|SESS|VISIT|HR|HOUR|CASE|D\b)|PER (?:DAY|DIEM|SESSION|VISIT|HOUR|CASE)\b|(?:GLOBAL|BUNDLED?|ALL[- ]IN|FLAT|CASE RATE)\b)/;
const DIAGNOSIS_BEFORE = /\b(?:DX|ICD(?:-?10)?|DIAG(?:NOSIS)?)\b[\s:#.]{0,3}$/;
const NAME_BEFORE = /\b(?:ID|GRP|GROUP|GRP#|MRN|REF|CONF|ACCT|PORTAL|TICKET|FAX|NPI|LIC)\b[\s:#.=]{0,3}(?:IS\s)?$/;

/** Whether the words around five characters say that they are a sum, a zip code, a diagnosis or somebody's number. */
export function isNoCode(
  text: string,
  upper: string,
  start: number,
  end: number,
  code: string,
  supported: boolean,
): boolean {
  const before = upper.slice(Math.max(0, start - 40), start);
  if (/[A-Z0-9]-$/.test(before) || /#\s?$/.test(before) || /\d\.$/.test(before)) return true;
  if (/\d,$/.test(before) && !/(?:^|\D)(?:\d{5}|[A-Z]\d{4}|\d{4}[A-Z]|[A-Z0-9]{2}),$/.test(before)) return true;
  if (MONEY_AFTER.test(upper.slice(end, end + 16))) return true;
  if (/^[.,]\d/.test(upper.slice(end, end + 2)) && !/^,(?:\d{5}|\d{4}[A-Z])(?!\d)/.test(upper.slice(end, end + 7))) {
    if (!/^\.0{1,2}(?!\d)/.test(upper.slice(end, end + 4)) || !supported) return true;
  }
  if (supported) return false;
  if (DIAGNOSIS_BEFORE.test(before) || NAME_BEFORE.test(before)) return true;
  if (!/^\d{5}$/.test(code)) return false;
  if (ZIP_BEFORE.test(text.slice(Math.max(0, start - 40), start))) return true;
  return MONEY_BEFORE.test(before) && Number(code) % 10 === 0;
}

/** A count that stands before a code: "12 units of 97153", "24 days of H0015", "12x 90837". */
export function unitsBefore(upper: string, start: number): { readonly start: number; readonly units: number } | null {
  const before = upper.slice(Math.max(0, start - 32), start);
  const match =
    /(?<![\d./$X-])(\d{1,3}(?:,\d{3})|\d{1,4})\s?(?:X\s?|(?:UNITS?|U|DAYS?|D|VISITS?|V|SESSIONS?|SESS|HRS?|HOURS?|DOSES?)\s(?:OF\s|FOR\s)?)$/.exec(
      before,
    );
  if (match === null || /X\s?$/.test(before.slice(0, match.index))) return null;
  return { start: start - (before.length - match.index), units: Number((match[1] ?? "").replace(",", "")) };
}
