import type { CellObject } from "@e965/xlsx";
import type { Grid, Merge } from "../../../sca/tracker/grid.ts";
import type { DateSystem } from "../../../sca/values/calendar-date.ts";
import { UserProblem } from "../../user-problem.ts";
import { LAST_COLUMN, LAST_ROW } from "./cell-address.ts";
import { CellReader, type RawCell } from "./cell-reader.ts";
import type { CellStyle } from "./cell-style.ts";
import { GridDraft } from "./grid-draft.ts";
import { type LibrarySheet, readWithLibrary } from "./guarded-library.ts";
import { NumberFormat } from "./number-format.ts";
import type { ReadingBudget } from "./reading-budget.ts";

/** Error words by the number that the binary formats store. */
const ERROR_WORDS: ReadonlyMap<number, string> = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
  [0x2b, "#GETTING_DATA"],
]);

/** Looks of a binary workbook, numbered as they are met: only formats and fills come through. */
class LooksMet {
  readonly styles: CellStyle[] = [{}];
  readonly #numbers = new Map<string, number>();
  readonly #dateSystem: DateSystem;

  constructor(dateSystem: DateSystem) {
    this.#dateSystem = dateSystem;
  }

  numberOf(cell: CellObject): number {
    const code = typeof cell.z === "string" && !/^general$/i.test(cell.z) ? cell.z : "";
    const fill = fillOf(cell.s);
    const key = `${fill}|${code}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.styles.length;
      this.#numbers.set(key, number);
      // The library names format 14 by the short form of other regions.
      const format =
        code === "" ? undefined : new NumberFormat(code === "m/d/yy" ? "m/d/yyyy" : code, this.#dateSystem);
      this.styles.push({ ...(format === undefined ? {} : { format }), ...(fill === "" ? {} : { fill }) });
    }
    return number;
  }
}

function fillOf(look: unknown): string {
  if (typeof look !== "object" || look === null || Reflect.get(look, "patternType") !== "solid") return "";
  const front: unknown = Reflect.get(look, "fgColor");
  const rgb: unknown = typeof front === "object" && front !== null ? Reflect.get(front, "rgb") : undefined;
  const colour = typeof rgb === "string" && /^[0-9a-f]{6}$/i.test(rgb) ? rgb.toUpperCase() : "";
  return colour === "FFFFFF" ? "" : colour;
}

function rawCell(row: number, column: number, cell: CellObject, style: number): RawCell {
  const raw: RawCell = { row, column, type: "n", style, value: null, inline: null, formula: null };
  if (cell.f !== undefined) raw.formula = String(cell.f); // The library gives a bare number for "=1".
  if (cell.t === "n" && typeof cell.v === "number") raw.value = String(cell.v);
  else if (cell.t === "b") Object.assign(raw, { type: "b", value: cell.v === true ? "1" : "0" });
  else if (cell.t === "e") {
    Object.assign(raw, { type: "e", value: ERROR_WORDS.get(Number(cell.v)) ?? cell.w ?? "#VALUE!" });
  } else if (cell.t === "s") Object.assign(raw, { type: "str", value: String(cell.v ?? "") });
  return raw;
}

function linkOf(cell: CellObject): string | undefined {
  const target = cell.l?.Target;
  return target === undefined || target === "" ? undefined : target;
}

function noteOf(cell: CellObject): string | undefined {
  const turns = (cell.c ?? []).map(({ a, t }) => {
    const text = (t ?? "").replace(/\r\n?/g, "\n");
    const author = `${a ?? ""}:`;
    return (author !== ":" && text.startsWith(author) ? text.slice(author.length) : text).trim();
  });
  const text = turns.filter((turn) => turn !== "").join("\n");
  return text === "" ? undefined : text;
}

function gridOf(sheet: LibrarySheet, dateSystem: DateSystem, budget: ReadingBudget): Grid {
  const looks = new LooksMet(dateSystem);
  const cells = new CellReader({ dateSystem, strings: [], styles: looks.styles }, budget);
  const draft = new GridDraft();
  const notes: { row: number; column: number; text: string }[] = [];
  const hiddenRows = new Set(sheet.hiddenRows);
  // forEach passes over the holes.
  sheet.data.forEach((line, rowIndex) => {
    const row = rowIndex + 1;
    if (line === undefined || row > LAST_ROW) return;
    draft.startRow(row, hiddenRows.has(row));
    line.forEach((cell, columnIndex) => {
      const column = columnIndex + 1;
      if (cell === undefined || cell === null || column > LAST_COLUMN) return;
      budget.meetCell();
      const style = looks.numberOf(cell);
      const read = cell.t === "z" ? null : cells.read(rawCell(row, column, cell, style));
      const fill = cells.fillOf(style);
      const link = linkOf(cell);
      if (read !== null && link !== undefined) read.link ??= link;
      if (read !== null) draft.addCell(read);
      else if (fill !== undefined) draft.addFill(column, fill);
      const text = noteOf(cell);
      if (text !== undefined) notes.push({ row, column, text });
    });
    draft.endRow();
  });
  draft.addNotes(notes);
  const merges: Merge[] = sheet.merges.map(({ s, e }) => ({
    top: s.r + 1,
    left: s.c + 1,
    bottom: e.r + 1,
    right: e.c + 1,
  }));
  const last = draft.lastColumn();
  const hiddenColumns = sheet.hiddenColumns.filter((column) => column <= last);
  return { sheet: sheet.name, hidden: sheet.hidden, hiddenColumns, rows: draft.finish(merges), merges };
}

/**
 * Reads a binary workbook: .xls of any age, or .xlsb. Values, formats, fills, notes, links, merges and what is hidden
 * come through; fonts (bold, struck out, colours of text) do not.
 * Throws a UserProblem where the file is damaged, protected or not a workbook after all.
 */
export function readOlderWorkbook(bytes: Uint8Array, budget: ReadingBudget): readonly Grid[] {
  const workbook = readWithLibrary(bytes);
  if ("failure" in workbook) {
    if (/password|encrypt/i.test(workbook.failure)) {
      throw new UserProblem("encrypted", "The file is protected by a password. Save a copy without the password.");
    }
    throw new UserProblem(
      "older-damaged",
      "The workbook is of an older kind (.xls or .xlsb) and damaged, or not a workbook. Open it in Excel and save it as .xlsx.",
    );
  }
  const dateSystem: DateSystem = workbook.date1904 ? "1904" : "1900";
  const sheets = workbook.sheets.filter((sheet) => sheet.kind === "sheet");
  if (sheets.length === 0) throw new UserProblem("no-sheets", "The workbook holds no sheet with cells.");
  return sheets.map((sheet) => gridOf(sheet, dateSystem, budget));
}
