import type { Cell } from "../grid.ts";
import type { Meaning } from "../headings/meaning.ts";
import { kindByWords } from "./line-words.ts";
import type { ProseEntry } from "./prose-entries.ts";
import { addOther, recordBuilder } from "./record-builder.ts";
import { sectionsFrom } from "./sections-above.ts";
import type { FieldColumn, PlacedValue, SectionLine, SheetLayout } from "./sheet-layout.ts";
import type { SheetLines } from "./sheet-lines.ts";

/** The column set of a text without columns: the day, the patient and the text of each entry. */
export const PROSE_SET = "prose";

const LONGEST_SECTION = 40;

function impliedColumn(key: string, implied: Meaning, position: number): FieldColumn {
  return { key, text: "", group: "", position, headingCell: null, cells: [], implied };
}

/** A sheet of running text as a table that its entries imply: the day of each entry, its patient, and what it says. */
export function proseLayout(lines: SheetLines, entries: ReadonlyMap<number, ProseEntry>): SheetLayout {
  const builder = recordBuilder(lines);
  const day = impliedColumn("entry-day", "entryDate", 1);
  const patient = impliedColumn("entry-patient", "patient", 2);
  const text = impliedColumn("entry-text", "notes", 3);
  builder.sets.set(PROSE_SET, [day, patient, text]);
  const covered = new Set([...entries.values()].flatMap((entry) => entry.lines.map((line) => line.at)));
  let sections: SectionLine[] = [];
  lines.lines.forEach((line, index) => {
    if (line.cells.size === 0) return;
    const entry = entries.get(line.at);
    if (entry) {
      const place = (cell: Cell, column: FieldColumn): PlacedValue => {
        column.cells.push(cell);
        return { cell, column, carried: false };
      };
      const values = [
        ...(entry.day ? [place(entry.day, day)] : []),
        ...(entry.patient ? [place(entry.patient, patient)] : []),
        ...entry.texts.map((cell) => place(cell, text)),
      ];
      const rows = entry.lines.map((one) => one.at);
      builder.records.push({
        at: line.at,
        ...(rows.length > 1 ? { rows } : {}),
        hidden: line.hidden,
        role: "row",
        values,
        fills: line.fills,
        set: PROSE_SET,
        block: null,
        sections: [...sections],
      });
      return;
    }
    if (covered.has(line.at)) return;
    const words = kindByWords(line);
    const [cell] = line.cells.values();
    if (words !== null || !cell) {
      addOther(builder, line, words ?? "note");
      return;
    }
    if (index < 2) builder.titles.push(cell.text);
    if (cell.text.trim().length > LONGEST_SECTION || line.cells.size > 1) {
      addOther(builder, line, index === 0 ? "title" : "note");
      return;
    }
    sections = sectionsFrom(sections, { at: line.at, text: cell.text.trim(), cell });
    addOther(builder, line, "section");
  });
  return {
    lines,
    sets: builder.sets,
    records: builder.records,
    others: builder.others,
    titles: builder.titles,
    beside: builder.beside,
  };
}
