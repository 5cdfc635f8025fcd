import type { TrackerWords } from "../context/tracker-words.ts";
import type { FieldColumn } from "../layout/sheet-layout.ts";
import type { ColumnMeaning } from "./column-meaning.ts";
import { profileColumn } from "./column-profile.ts";

/** The meanings of columns that no heading names but the layout itself implies; null for any other table. */
export function impliedMeanings(columns: readonly FieldColumn[], dictionary: TrackerWords): ColumnMeaning[] | null {
  const meant = columns.flatMap((column): ColumnMeaning[] => {
    if (column.implied === undefined) return [];
    const profile = profileColumn(column.cells, dictionary);
    const entry = column.implied === "notes" ? { entry: true as const } : {};
    return [
      { column, meanings: [column.implied], confidence: 0.9, reason: "the layout implies it", profile, ...entry },
    ];
  });
  return meant.length === columns.length && meant.length > 0 ? meant : null;
}
