import type { ColumnMeaning } from "../columns/column-meaning.ts";
import { findDates } from "../dates/find-dates.ts";
import type { Meaning } from "../headings/meaning.ts";
import type { FieldColumn, PlacedValue, RecordLine } from "../layout/sheet-layout.ts";

/** What may be stated anew for each of several authorizations that share a cell. */
const OF_A_PERIOD: ReadonlySet<Meaning> = new Set<Meaning>([
  "authNumber",
  "authStart",
  "authEnd",
  "authSpan",
  "unitsAuthorized",
  "unitsUsed",
  "unitsUsedOfAuthorized",
  "rate",
  "code",
  "levelOfCare",
]);
const MOST = 4;

function piecesOf(text: string, loosely: boolean): string[] {
  const between = loosely ? /\s*[\n;]\s*|\s+\/\s+|,?\s+then\s+/i : /\s*[\n;]\s*|,?\s+then\s+/i;
  return text
    .split(between)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
}

function hasSpan(text: string): boolean {
  return findDates(text).some((date) => date.kind === "span" && date.from !== null && date.to !== null);
}

function hasNumber(piece: string): boolean {
  return /\d/.test(piece) && /[\dA-Z-]{4,}/i.test(piece) && !/\?|\bor\b/i.test(piece);
}

/**
 * Parts a line whose cells list several authorizations one under the other, each with its number and its dates: the line
 * itself with the first, and a record for each further one. A line with one number, or with numbers that nothing ties to
 * dates of their own, stays whole.
 *
 * @example "M25-118 4/14–4/18\nM25-240 4/19–5/2" is two authorizations; "eval A1 / txp A2" beside "eval 1/1-3/31; txp 4/1-9/30" too
 */
export function stackedAuthorizations(
  record: RecordLine,
  meanings: ReadonlyMap<FieldColumn, ColumnMeaning>,
): RecordLine[] {
  const means = (value: PlacedValue, ...wanted: Meaning[]) =>
    (value.column && meanings.get(value.column)?.meanings.some((meaning) => wanted.includes(meaning))) === true;
  const number = record.values.find((value) => means(value, "authNumber") && !value.carried);
  if (number?.cell.kind !== "text") return [record];
  const numbers = piecesOf(number.cell.text, true);
  const count = numbers.length;
  if (count < 2 || count > MOST || !numbers.every(hasNumber) || new Set(numbers).size < count) return [record];
  const dated = numbers.every(hasSpan);
  const spans = record.values.find(
    (value) =>
      value !== number &&
      means(value, "authSpan", "authStart") &&
      piecesOf(value.cell.text, true).length === count &&
      piecesOf(value.cell.text, true).every((piece) => findDates(piece).length > 0),
  );
  if (!dated && !spans) return [record];
  const parted = new Map<PlacedValue, string[]>();
  for (const value of record.values) {
    const own = value.column ? (meanings.get(value.column)?.meanings ?? []) : [];
    if (!own.some((meaning) => OF_A_PERIOD.has(meaning))) continue;
    const loosely =
      value === number || means(value, "authSpan", "authStart", "authEnd", "unitsAuthorized", "unitsUsed");
    const pieces = piecesOf(value.cell.text, loosely);
    if (pieces.length === count) parted.set(value, pieces);
  }
  const part =
    (index: number) =>
    (value: PlacedValue): PlacedValue => {
      const piece = parted.get(value)?.[index];
      return piece === undefined ? value : { ...value, cell: { ...value.cell, text: piece } };
    };
  const later = [...parted.keys()];
  return Array.from(
    { length: count },
    (_, index): RecordLine =>
      index === 0
        ? { ...record, values: record.values.map(part(0)) }
        : { ...record, values: later.map(part(index)), round: (record.round ?? 0) + index },
  );
}
