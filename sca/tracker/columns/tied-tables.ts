import type { FieldColumn } from "../layout/sheet-layout.ts";
import type { ColumnMeaning } from "./column-meaning.ts";

/** A table of a sheet: its columns with what they mean, and whether its lines are cases. */
export interface Table {
  readonly set: string;
  readonly columns: readonly ColumnMeaning[];
  readonly holdsCases: boolean;
}

/** What the tables of a sheet have in common: the columns with the numbers that tie their lines, and the tables so tied. */
export interface Ties {
  readonly numbers: ReadonlySet<FieldColumn>;
  readonly tied: ReadonlySet<string>;
}

/** A number that a clinic gives its cases: short, with a figure, and no day, sum or code. */
const NUMBER = /^(?=.*\d)(?:[\p{L}]{1,6}[ -]?)?(?:\d{1,4}[-/])?\d{1,6}[\p{L}]?$/u;
/** Meanings that a column of such numbers may be mistaken for. */
const MISTAKEN: ReadonlySet<string> = new Set([
  "caseNumber",
  "parentCase",
  "notes",
  "other",
  "description",
  "entryDate",
]);
/** How many of a table's numbers the other table must have. */
const KNOWN = 0.6;

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function numbersOf({ column, meanings, confidence }: ColumnMeaning): string[] | null {
  if (!meanings.every((meaning) => MISTAKEN.has(meaning)) && confidence >= 0.5) return null;
  const texts = column.cells.map((cell) => cell.text.trim()).filter((text) => text !== "");
  if (texts.length === 0 || texts.filter((text) => NUMBER.test(text)).length < texts.length * 0.8) return null;
  return texts.filter((text) => NUMBER.test(text)).map(keyOf);
}

/** Plain running numbers ("1, 2, 3") stand in every table and tie none, unless their headings are the same. */
function tells(numbers: readonly string[], one: ColumnMeaning, other: ColumnMeaning): boolean {
  return numbers.some((number) => !/^\d{1,3}$/.test(number)) || keyOf(one.column.text) === keyOf(other.column.text);
}

/**
 * Finds tables that go on where others on the sheet begin: a table without patients whose lines bear the numbers of another's
 * cases ("L-28 | appeal | overturned"). Each number stands once in the table of the cases.
 */
export function tiedTables(tables: readonly Table[]): Ties {
  const numbers = new Set<FieldColumn>();
  const tied = new Set<string>();
  const homes = tables.filter((table) => table.holdsCases);
  for (const table of tables) {
    if (table.holdsCases) continue;
    for (const column of table.columns) {
      const own = numbersOf(column);
      if (own === null) continue;
      const matches = homes
        .flatMap((home) => home.columns)
        .filter((other) => {
          const known = numbersOf(other);
          if (known === null || new Set(known).size < known.length * 0.9 || known.length < 2) return false;
          return own.some((number) => known.includes(number)) && tells(own, column, other);
        });
      const all = new Set(matches.flatMap((other) => numbersOf(other) ?? []));
      if (matches.length === 0 || own.filter((number) => all.has(number)).length < own.length * KNOWN) continue;
      numbers.add(column.column);
      for (const other of matches) numbers.add(other.column);
      tied.add(table.set);
      break;
    }
  }
  return { numbers, tied };
}
