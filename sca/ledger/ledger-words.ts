import { wordList } from "../tracker/review/code-words.ts";
import type { RowKind } from "../tracker/tracked-case.ts";

/** What a row of the tracker is that became no case. */
export const ROW_KIND_WORDS = wordList<RowKind>([
  ["title", "Title"],
  ["header", "Headings"],
  ["repeatedHeader", "Headings repeated"],
  ["section", "Section heading"],
  ["subtotal", "Subtotal"],
  ["total", "Total"],
  ["legend", "Legend"],
  ["note", "Note"],
  ["list", "List, not cases"],
  ["summary", "Summary"],
  ["example", "Example row"],
  ["footer", "Footer"],
  ["duplicate", "Duplicate"],
  ["notSca", "Not a single case agreement"],
]);

/** In an authorization's column: the tracker leaves this open for the period, whatever the case says. */
export const NOT_STATED = "Not stated";
