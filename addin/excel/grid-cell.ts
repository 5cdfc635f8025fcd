import type { Cell } from "../../sca/tracker/grid.ts";
import { type DateSystem, dayFromSerial, partsOfDay } from "../../sca/values/calendar-date.ts";
import { isDayFormat } from "../../sca/values/day-format.ts";
import type { CellLook } from "./cell-look.ts";
import type { CellOutput } from "./excel-range.ts";
import { printGeneral } from "./general-number.ts";
import { showsError } from "./read-ledger.ts";

/** A cell as Excel gives it. */
export interface CellState {
  readonly row: number;
  readonly column: number;
  readonly value: CellOutput;
  readonly text: string;
  readonly format: string;
  readonly formula: CellOutput;
  readonly look: CellLook;
}

type CellDraft = { -readonly [Member in keyof Cell]: Cell[Member] };

function isHashes(text: string): boolean {
  return /^#+$/.test(text);
}

function numberCell({ row, column, text, format }: CellState, number: number, dateSystem: DateSystem): CellDraft {
  const isPlain = format === "General" || format === "";
  if (isPlain) return { row, column, kind: "number", text: printGeneral(number), number };
  const shown = isHashes(text) || text === "" || format === "@" ? null : text.trim();
  const day = isDayFormat(format) && number >= 0 ? dayFromSerial(number, dateSystem) : null;
  if (day !== null) {
    const parts = partsOfDay(day);
    return { row, column, kind: "date", text: shown ?? `${parts.month}/${parts.day}/${parts.year}`, day, format };
  }
  return { row, column, kind: "number", text: shown ?? printGeneral(number), number, format };
}

function contentOf(state: CellState, isFormula: boolean, dateSystem: DateSystem): CellDraft | null {
  const { row, column, value, text, format } = state;
  if (typeof value === "number") return numberCell(state, value, dateSystem);
  const cell = (kind: Cell["kind"], shown: string): CellDraft => {
    return { row, column, kind, text: shown, ...(format === "General" || format === "" ? {} : { format }) };
  };
  if (typeof value === "boolean") return cell("boolean", value ? "TRUE" : "FALSE");
  if (!isFormula && value.trim() === "") return null;
  if (showsError(value, format)) return cell("error", value);
  const around = format !== "@" && format.includes("@") && text !== "" && !isHashes(text);
  return cell("text", around ? text.trim() : value);
}

/** A colour as RRGGBB; undefined for the one that says nothing. */
function colourOf(colour: string | undefined, plain: string): string | undefined {
  const hex = colour?.replace("#", "").toUpperCase();
  return hex === undefined || hex === "" || hex === plain ? undefined : hex;
}

/** The fill of a cell, empty or not; a cell without one shows white. */
export function fillOf({ fill }: CellLook): string | undefined {
  return colourOf(fill, "FFFFFF");
}

/**
 * A cell as the file reader gives it; null where it is empty to the eye.
 *
 * @example gridCell({ value: 46023, text: "1/1/2026", format: "m/d/yyyy", … }, "1900")?.day is "2026-01-01"
 */
export function gridCell(state: CellState, dateSystem: DateSystem): CellDraft | null {
  const { formula, value, look } = state;
  // A text that begins with "=" is given as its own formula.
  const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
  const cell = contentOf(state, isFormula, dateSystem);
  if (cell === null) return null;
  if (isFormula) {
    cell.formula = formula.slice(1);
    const address = /^HYPERLINK\(\s*"((?:[^"]|"")+)"/i.exec(cell.formula)?.[1];
    if (address !== undefined) cell.link = address.replaceAll('""', '"');
  }
  const fill = fillOf(look);
  if (fill !== undefined) cell.fill = fill;
  const ink = colourOf(look.ink, "000000");
  if (ink !== undefined) cell.ink = ink;
  if (look.bold) cell.bold = true;
  if (look.italic) cell.italic = true;
  if (look.struckOut) cell.struckOut = true;
  if (look.link !== undefined) cell.link = look.link;
  return cell;
}
