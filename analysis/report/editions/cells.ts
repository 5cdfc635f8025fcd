import type { TableBlock, TableCell, TableColumn, Text } from "../document/report-document.ts";
import { percent, wholeDollars } from "../figures.ts";

/** What a cell says where there is nothing to say. */
export const NOTHING_TO_SAY = "–";

const NOTHING: TableCell = { text: NOTHING_TO_SAY };

/** Words in a cell. */
export function wordsCell(text: string): TableCell {
  return { text };
}

/** A count; of null that there is none. */
export function countCell(count: number | null): TableCell {
  return count === null ? NOTHING : { text: count.toLocaleString("en-US"), number: { value: count, format: "count" } };
}

/** Dollars without cents as read, with them as a number. */
export function dollarsCell(cents: number | null): TableCell {
  return cents === null ? NOTHING : { text: wholeDollars(cents), number: { value: cents / 100, format: "dollars" } };
}

/** A share of 1 as whole percent. */
export function shareCell(share: number | null): TableCell {
  return share === null ? NOTHING : { text: percent(share), number: { value: share, format: "share" } };
}

/** How many times Medicare. */
export function timesCell(multiple: number | null): TableCell {
  return multiple === null ? NOTHING : { text: times(multiple), number: { value: multiple, format: "multiple" } };
}

/** Days, business or calendar as the column says. */
export function daysCell(days: number | null): TableCell {
  return days === null ? NOTHING : { text: days.toLocaleString("en-US"), number: { value: days, format: "days" } };
}

/** A multiple of Medicare. @example times(1.3333) is "1.33×" */
export function times(multiple: number): string {
  return `${multiple.toFixed(2)}×`;
}

/** A column of figures. */
export function figuresColumn(heading: string): TableColumn {
  return { heading, align: "figures" };
}

/** A column of words. */
export function wordsColumn(heading: string): TableColumn {
  return { heading, align: "words" };
}

/** A table without a total. */
export function table(
  caption: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly TableCell[])[],
  total: readonly TableCell[] | null = null,
): TableBlock {
  return { kind: "table", caption, columns, rows, total };
}

/** Words with weight on some of them: every second part is strong. @example weighted("We ask ", "150%", " of Medicare.") */
export function weighted(...parts: readonly string[]): Text {
  return parts.map((part, at) => (at % 2 === 1 ? { strong: part } : part));
}
