import type { TrackerWords } from "../context/tracker-words.ts";
import type { Cell } from "../grid.ts";
import type { Meaning } from "../headings/meaning.ts";
import type { FieldColumn } from "../layout/sheet-layout.ts";
import { assignMeanings } from "./assign-meanings.ts";
import type { ColumnMeaning } from "./column-meaning.ts";
import { profileColumn } from "./column-profile.ts";
import { withRowEvidence } from "./row-evidence.ts";

/**
 * What the columns of one table mean, around those whose meaning the manager gave: these are certain, and what they mean
 * no other column can mean.
 */
export function assignAround(
  columns: readonly FieldColumn[],
  said: ReadonlyMap<FieldColumn, Meaning>,
  dictionary: TrackerWords,
  alike: ReadonlyMap<FieldColumn, readonly Cell[]>,
): readonly ColumnMeaning[] {
  const own = columns.flatMap((column) => said.get(column) ?? []);
  if (own.length === 0) return withRowEvidence(assignMeanings(columns, dictionary, alike), dictionary);
  const others = columns.filter((column) => !said.has(column));
  const assigned = withRowEvidence(assignMeanings(others, dictionary, alike, new Set(own)), dictionary);
  const byColumn = new Map(assigned.map((meaning) => [meaning.column, meaning]));
  return columns.flatMap((column): ColumnMeaning | readonly [] => {
    const meaning = said.get(column);
    if (meaning === undefined) return byColumn.get(column) ?? [];
    const profile = profileColumn(column.cells, dictionary, `${column.group} ${column.text}`);
    return { column, meanings: [meaning], confidence: 1, reason: `"${column.text}": you said so`, profile };
  });
}
