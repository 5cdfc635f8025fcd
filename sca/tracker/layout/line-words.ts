import type { RowKind } from "../tracked-case.ts";
import type { SheetLine } from "./sheet-lines.ts";

const MONTHS = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4]|fy|cy|ytd|year|month|quarter)";
const TOTAL = new RegExp(`^\\W*${MONTHS}\\S*(?:\\s+\\d{2,4})?\\s+(?:sub-?)?(?:totals?|ttl|sum)\\b`, "i");
const TOTAL_WORDS =
  /^\W*(?:approved|denied|pending|sent|won|lost|done|open|closed|in)\s+(?:so far|to date|ytd|this (?:month|year|quarter))\b|^\W*(?:sub-?\s?total|total|totals|tally|grand total|ttl|tot\b|sum|count)\b|\btotals?\b\s*[:=(-]|\b(?:sub-?|block |month(?:ly)? |qtr |quarter |page |running |ytd )totals?\b|^\W*totals?\W*$|^\W*\d+\s+(?:cases|agreements|requests|clients|patients|pts|rows|records|lines|members|students)\b.{0,20}$|^\W*(?:cases|agreements|requests|records|count|rows|# of \w+|no\. of \w+)\W*\d*\W*$/i;
const EXAMPLE =
  /^\W*(?:example|sample|template|demo|xx+|test(?: row)?|do not use)\b|^\W*ex\s*[.:]\W*$|\bhow to fill\b|\b(?:example|sample)\b\s*(?:row|only|line|card|case|entry|-|–|:)|^\W*e\.g\./i;
/** In any cell of the line, not only where its name stands. */
const MARKED_EXAMPLE =
  /^\W*(?:this is an? )?(?:example|ejemplo)\W*(?:$|row|line|only|entry|[-–—:(]|do not|don'?t|leave|delete|ignore)|^\W*how to fill\b/i;
const NOTE =
  /^\s*(?:\*|note\b|notes:|nb\b|reminder|remember|don'?t|do not|please|pls|rule:|max\b|tip:|ps\b|wipe|keep|legend|key\b|updated|prepared|printed|page \d)/i;

/** Text of the line's first cells, where words that name the line's kind stand. */
function opening(line: SheetLine): string[] {
  return [...line.cells.values()].slice(0, 3).map((cell) => cell.text.trim());
}

/** What a line says of itself in words: a total, an example, a remark. Null where it says nothing of the kind. */
export function kindByWords(line: SheetLine): RowKind | null {
  const texts = opening(line);
  const first = texts[0] ?? "";
  if (texts.some((text) => text.length < 60 && isTotal(text)) && totalFits(line)) {
    return /sub-?\s?total|block|month|quarter/i.test(texts.join(" ")) ? "subtotal" : "total";
  }
  if (texts.some((text) => text.length < 40 && EXAMPLE.test(text))) return "example";
  if ([...line.cells.values()].some((cell) => cell.text.length < 80 && MARKED_EXAMPLE.test(cell.text)))
    return "example";
  if (line.cells.size <= 2 && NOTE.test(first)) return "note";
  return null;
}

/** A total line holds little but its word and figures; a case with "total" in a note holds dates, ids and names. */
function totalFits(line: SheetLine): boolean {
  let other = 0;
  for (const cell of line.cells.values()) {
    if (cell.kind === "date") return false;
    if (cell.kind === "text" && !/\d/.test(cell.text) && !isTotal(cell.text)) other += 1;
  }
  return other <= 2;
}

function isTotal(text: string): boolean {
  return TOTAL.test(text) || TOTAL_WORDS.test(text);
}

const MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?";
const IN_MONTH = new RegExp(`^\\W*\\d{1,4}\\s+(?:in|for|during)\\s+${MONTH}\\W*$`, "i");
const MONTH_HAD = new RegExp(`^\\W*${MONTH}\\s*[:=–-]?\\s*(\\d{1,3})\\W*$`, "i");
const COUNT = /^\W*\d{1,4}\s*[\p{L}' ]{0,14}\W*$/u;

/** "6 in jan | 4 yes" where a patient would stand: how many the month had. "Dec 24" alone is a month of 2024. */
export function countsMonth(line: SheetLine, patientAt: number | undefined): boolean {
  if (patientAt === undefined || line.cells.size > 4) return false;
  const text = line.cells.get(patientAt)?.text ?? "";
  const others = [...line.cells].filter(([position]) => position !== patientAt).map(([, cell]) => cell.text);
  if (!others.every((other) => COUNT.test(other))) return false;
  const had = MONTH_HAD.exec(text)?.[1];
  return IN_MONTH.test(text) || (had !== undefined && (others.length > 0 || had.length === 1));
}

/** A line of little more than a label and figures, in a table whose cases fill most of their columns: a sum of some kind. */
export function isFigureLine(line: SheetLine): boolean {
  if (line.cells.size < 2 || line.cells.size > 5) return false;
  let words = 0;
  let figures = 0;
  for (const cell of line.cells.values()) {
    if (cell.kind === "number" || /^\s*[$\d][\d,.]*\s*%?\s*$/.test(cell.text)) figures += 1;
    else if (/^[\p{L}\s.'’&/0-9-]{3,60}$/u.test(cell.text) && /\p{L}{3}/u.test(cell.text)) words += 1;
    else return false;
  }
  return words === 1 && figures >= 1;
}
