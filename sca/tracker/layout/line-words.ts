import type { RowKind } from "../tracked-case.ts";
import type { SheetLine } from "./sheet-lines.ts";

const TOTAL = /^\W*(?:sub-?\s?total|total|totals|grand total|ttl|tot\b|sum|count)\b|\btotals?\b\s*[:=(-]|\b(?:sub-?|block |month(?:ly)? |qtr |quarter |page |running |ytd )totals?\b|^\W*totals?\W*$|^\W*\d+\s+(?:cases|agreements|requests|clients|patients|pts|rows|records|lines|members|students)\b.{0,20}$|^\W*(?:cases|agreements|requests|records|count|rows|# of \w+|no\. of \w+)\W*\d*\W*$/i;
const EXAMPLE = /^\W*(?:example|sample|template|demo|xx+|test(?: row)?|do not use)\b|\bhow to fill\b|\bexample\b\s*(?:row|only|line|-|–|:)|^\W*e\.g\./i;
const NOTE = /^\s*(?:\*|note\b|notes:|nb\b|reminder|remember|don'?t|do not|please|pls|rule:|max\b|tip:|ps\b|wipe|keep|legend|key\b|updated|prepared|printed|page \d)/i;

/** Text of the line's first cells, where words that name the line's kind stand. */
function opening(line: SheetLine): string[] {
  return [...line.cells.values()].slice(0, 3).map((cell) => cell.text.trim());
}

/** What a line says of itself in words: a total, an example, a remark. Null where it says nothing of the kind. */
export function kindByWords(line: SheetLine): RowKind | null {
  const texts = opening(line);
  const first = texts[0] ?? "";
  if (texts.some((text) => text.length < 60 && TOTAL.test(text)) && totalFits(line)) {
    return /sub-?\s?total|block|month|quarter/i.test(texts.join(" ")) ? "subtotal" : "total";
  }
  if (texts.some((text) => text.length < 40 && EXAMPLE.test(text))) return "example";
  if (line.cells.size <= 2 && NOTE.test(first)) return "note";
  return null;
}

/** A total line holds little but its word and figures; a case with "total" in a note holds dates, ids and names. */
function totalFits(line: SheetLine): boolean {
  let other = 0;
  for (const cell of line.cells.values()) {
    if (cell.kind === "date") return false;
    if (cell.kind === "text" && !/\d/.test(cell.text) && !TOTAL.test(cell.text)) other += 1;
  }
  return other <= 2;
}
