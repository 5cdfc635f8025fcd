import type { Cell } from "../grid.ts";

/** Where a list that explains the codes of several columns names the column, the code and what it stands for. */
export interface ColumnList {
  readonly column: number;
  readonly key: number;
  readonly meaning: number;
}

const COLUMN =
  /^\s*(?:columns?|col\.?|fields?|headings?|header|where|used in|in column|applies to|list|category|drop-?down)\s*$/i;
const KEY =
  /^\s*(?:codes?|cd|values?|abbr\w*\.?|abbreviations?|entry|entries|options?|keys?|symbols?|letters?|short(?: form)?|marks?|terms?|we (?:write|type|use|enter))\s*$/i;

/** A heading over what codes stand for. */
export const MEANING_HEADING =
  /^\s*(?:meaning|means|description|desc\.?|definition|stands for|explanation|full name|name|what it (?:means|is))\s*$/i;

/** The header of such a list ("Column | Code | Meaning"), or null. */
export function columnList(cells: readonly Cell[]): ColumnList | null {
  const at = (pattern: RegExp) => cells.find((cell) => pattern.test(cell.text))?.column;
  const [column, key, meaning] = [at(COLUMN), at(KEY), at(MEANING_HEADING)];
  return column === undefined || key === undefined || meaning === undefined ? null : { column, key, meaning };
}

function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%$#]+/gu, " ")
    .trim();
}

/** Whether a list names this column: by its heading, with or without the one above it. */
export function isHeaded(heading: string | undefined, named: string): boolean {
  if (heading === undefined) return false;
  const [whole, wanted] = [plain(heading), plain(named)];
  return wanted !== "" && (whole === wanted || whole.endsWith(` ${wanted}`));
}
