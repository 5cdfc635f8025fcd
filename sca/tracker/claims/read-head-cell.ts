import { reading } from "../context/text-readings.ts";
import { findDates } from "../dates/find-dates.ts";
import type { Cell } from "../grid.ts";
import type { RecordLine } from "../layout/sheet-layout.ts";
import type { LineDraft } from "./line-draft.ts";
import { READERS } from "./read-value.ts";

/** Whether the cell stands on the line that opens its block, beside the name. */
function besideName(cell: Cell, record: RecordLine): boolean {
  return (
    record.role === "banner" &&
    cell.row === record.at &&
    record.values.filter((value) => value.cell.row === cell.row).length > 1
  );
}

/** Nothing but a number such as cards bear. */
const CARD_NUMBER = /^\s*(?=(?:\S*\d){5})[A-Z0-9][A-Z0-9 -]{4,18}\s*$/;

/** A day with its year that is all the cell says. */
function isDay(cell: Cell): boolean {
  if (cell.kind === "date") return true;
  const [date, ...others] = findDates(cell.text);
  if (date === undefined || others.length > 0 || date.kind !== "day" || date.day.year === null) return false;
  return cell.text.trim().length <= date.end - date.start + 1;
}

/**
 * Reads a cell beside the name in a block's heading by what it is, where nothing labels it: a day is the birth date, and a
 * payer with a number behind it the plan and its card; a number behind a payer is the card's. False where it is none of these.
 *
 * @example "RUIZ, Ana | 4/9/1988 | Aetna PPO W229871043"
 */
export function readHeadCell(draft: LineDraft, cell: Cell, record: RecordLine): boolean {
  if (!besideName(cell, record)) return false;
  const labelled = record.values.some(
    (value) =>
      value.cell.row === cell.row &&
      (/\b(?:d\.?o\.?b|born|birth)/i.test(value.column?.text ?? "") ||
        (value.column === null && value.cell !== cell && isDay(value.cell))),
  );
  if (isDay(cell) && !labelled) {
    READERS.dob?.(draft, { cell, text: cell.text, trust: 0.8, packed: true });
    return true;
  }
  const index = record.values.findIndex((value) => value.cell === cell);
  const before = record.values[index - 1]?.cell;
  if (
    CARD_NUMBER.test(cell.text) &&
    before !== undefined &&
    before.row === cell.row &&
    reading.payers(before.text).length > 0
  ) {
    READERS.memberId?.(draft, { cell, text: cell.text, trust: 0.8, packed: true });
    return true;
  }
  const payer = reading.payers(cell.text)[0];
  const number = reading.identifiers(cell.text).some((id) => id.id.replace(/\D/g, "").length >= 5);
  if (payer === undefined || !number || payer.start > 2) return false;
  READERS.payer?.(draft, { cell, text: cell.text, trust: 0.85, packed: true });
  return true;
}
