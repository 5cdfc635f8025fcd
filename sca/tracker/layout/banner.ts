import { nameByShape } from "../people/name-by-shape.ts";
import { looksLikePersonName } from "../people/person-likeness.ts";
import { matchPayer } from "../vocabulary/payers.ts";

/** A lone line that may open a block of rows about one patient. */
export interface Banner {
  readonly strength: "strong" | "weak" | "none";
}

const NUMBERING =
  /^\s*(?:#?\s?\d{1,4}\s*[.)·:–—-]?\s+|(?:client|patient|pt|member|case|name)\s*(?:#?\d*)?\s*[:·–-]\s*)/i;
const BIRTH = /\b(?:d\.?o\.?b|dob|born|b\.|b-?day)\b/i;
const DAY =
  /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}/i;
const ID = /\b(?:id|mbr|member|policy|grp|group)\b\s*#?\s*[:.]?\s*[A-Z0-9-]{4,}/i;

/** A month's name with or without its year, as sections carry it; never a person called April or August. */
export function isMonthOfYear(text: string): boolean {
  return /^\W*(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\W*(?:'\d{2}|\d{4})?\W*$/i.test(text);
}

/** Whether a lone text names a stretch of time that the rows below lie in: "Q3 2024", "FY25", "2024", "Jan-Mar 2025". */
export function isStretchOfTime(text: string): boolean {
  return text.trim().length <= 24 && STRETCH.test(text);
}

const STRETCH =
  /^\W*(?:(?:q[1-4]|[1-4]\s?q|h[12]|fy|cy|fiscal(?:\s+year)?|calendar\s+year|year|(?:1st|2nd|3rd|4th|first|second|third|fourth)\s+(?:qtr|quarter|half)|spring|summer|fall|autumn|winter)\W*(?:(?:of\s+)?(?:fy\s*)?'?(?:\d{2}|\d{4})(?:\s*[-–/]\s*\d{2,4})?)?|20\d{2}(?:\s*[-–/]\s*(?:\d{2}|\d{4}))?(?:\s*q[1-4])?|[a-z]{3,9}\s*(?:-|–|to|thru)\s*[a-z]{3,9}\s+'?(?:\d{2}|\d{4}))\W*(?:cont\w*\.?|requests?|cases|scas)?\W*$/i;

/** How much a lone text looks like the heading of one patient's block: a name, better with a birth date, an id or a payer. */
export function readBanner(text: string): Banner | null {
  const rest = text.replace(NUMBERING, "").trim();
  if (rest.length < 3 || rest.length > 250) return null;
  if (isMonthOfYear(rest)) return null;
  if (/^(?:dr\.?|doctor|team|unit|site|clinic|q[1-4]|fy|week)\b/i.test(rest)) return null;
  const name =
    rest
      .split(/\s{2,}|\(|\bdob\b|\bd\.o\.b|\bborn\b|[|;·–—]|\d/i)[0]
      ?.trim()
      .replace(/[,-]+$/, "") ?? "";
  if (name.length < 3) return null;
  if (BIRTH.test(rest) && nameByShape(name) !== null && rest.length > name.length) return { strength: "strong" };
  if (looksLikePersonName(name) < 0.5) return null;
  if (BIRTH.test(rest) || ID.test(rest) || DAY.test(rest)) return { strength: "strong" };
  if (rest.length > name.length + 3 && matchPayer(rest.slice(name.length)) !== null) return { strength: "weak" };
  return { strength: "weak" };
}
