import { calendarDate } from "../../values/calendar-date.ts";
import { type YearHint, yearHintOf } from "../dates/year-hint.ts";
import type { Cell } from "../grid.ts";
import { isMonthOfYear } from "./banner.ts";
import type { FieldColumn, PlacedValue, RecordLine } from "./sheet-layout.ts";

const MONTH_HEADING = /^\W*(?:mo(?:nth)?|period|when)?\W*$/i;
const DAY_HEADING = /\b(?:day|date|dt|on)\b|^\W*$/i;

/** The column that holds months, each merged down over its lines or on the first of them. */
function monthColumn(records: readonly RecordLine[]): FieldColumn | null {
  const texts = new Map<FieldColumn, string[]>();
  for (const { column, cell } of records.flatMap((record) => record.values))
    if (column) texts.set(column, [...(texts.get(column) ?? []), cell.text]);
  for (const [column, all] of texts) {
    if (
      !MONTH_HEADING.test(column.text) ||
      all.length < 2 ||
      (new Set(all).size === all.length && all.length === records.length)
    )
      continue;
    if (all.filter(isMonthOfYear).length >= all.length * 0.8) return column;
  }
  return null;
}

function dayOf(cell: Cell): number | null {
  const match = /^\s*(\d{1,2})(?:st|nd|rd|th)?\.?\s*$/i.exec(cell.text);
  const day = match ? Number(match[1]) : 0;
  return day >= 1 && day <= 31 ? day : null;
}

/** The column right behind the months that holds nothing but days of the month. */
function dayColumn(records: readonly RecordLine[], month: FieldColumn): FieldColumn | null {
  const column = records
    .flatMap((record) => record.values)
    .find((value) => value.column && value.column.position === (month.position ?? 0) + 1)?.column;
  if (!column || !DAY_HEADING.test(column.text) || column.cells.length < 2) return null;
  return column.cells.every((cell) => dayOf(cell) !== null) ? column : null;
}

/** The cell as the day of that month; a month without its year gives a day without one. */
function dated(cell: Cell, hint: YearHint | null): Cell {
  const day = dayOf(cell);
  if (day === null || hint === null || hint.grain !== "month") return cell;
  const { year, month } = hint.from;
  const { number: _number, format: _format, ...rest } = cell;
  const whole = year === null ? null : calendarDate(year, month, day);
  if (year === null || whole === null) return { ...rest, kind: "text", text: `${month}/${day}` };
  return { ...rest, kind: "date", text: whole, day: whole };
}

/**
 * Lines that stand beside their month, as under a section of that name: their dates take its year, and a column of mere days
 * right behind it becomes one of dates.
 *
 * @example "NOV 2024", merged over three rows with 4, 7 and 18 beside it: 4, 7 and 18 November 2024
 */
export function withMonths(records: readonly RecordLine[]): RecordLine[] {
  const bySet = new Map<string, RecordLine[]>();
  for (const record of records)
    if (record.role === "row") bySet.set(record.set, [...(bySet.get(record.set) ?? []), record]);
  const months = new Map(
    [...bySet].flatMap(([set, own]) => {
      const month = monthColumn(own);
      return month ? [[set, { month, day: dayColumn(own, month) }] as const] : [];
    }),
  );
  if (months.size === 0) return [...records];
  const changed = new Map<Cell, Cell>();
  let above: Cell | null = null;
  const told = records.map((record): RecordLine => {
    const columns = months.get(record.set);
    if (!columns || record.role !== "row") return record;
    const own = record.values.find((value) => value.column === columns.month && isMonthOfYear(value.cell.text))?.cell;
    above = own ?? above;
    if (above === null) return record;
    const cell: Cell = above;
    const hint = yearHintOf(cell.text);
    const values = record.values.map((value): PlacedValue => {
      if (value.column === null || value.column !== columns.day) return value;
      const day = dated(value.cell, hint);
      changed.set(value.cell, day);
      return { ...value, cell: day };
    });
    return { ...record, values, sections: [...record.sections, { at: cell.row, text: cell.text.trim(), cell }] };
  });
  for (const { day } of months.values())
    day?.cells.splice(0, day.cells.length, ...day.cells.map((cell) => changed.get(cell) ?? cell));
  return told;
}
