import type { Cell, CellKind } from "../../../sca/tracker/grid.ts";
import { dayFromSerial, parseIsoDay, serialFromDay } from "../../../sca/values/calendar-date.ts";
import { ownCopy } from "../package/part-xml.ts";
import type { CellStyle } from "./cell-style.ts";
import { NumberFormat, printGeneral } from "./number-format.ts";
import type { ReadingBudget } from "./reading-budget.ts";
import { plainText } from "./shared-strings.ts";
import type { WorkbookParts } from "./workbook-parts.ts";

export type CellDraft = { -readonly [Member in keyof Cell]: Cell[Member] };

/** A cell as its XML gives it. */
export interface RawCell {
  row: number;
  column: number;
  /** The `t` attribute, "n" where there is none. */
  type: string;
  style: number;
  /** Text of the value element; null where there is none. */
  value: string | null;
  /** Text of an inline string; null where there is none. */
  inline: string | null;
  /** The formula without "="; null where the cell has none. */
  formula: string | null;
}

const PLAIN: CellStyle = {};
const REMEMBERED = 50_000;

/** Turns cells as stored into cells as a person sees them, for one workbook. */
export class CellReader {
  readonly #workbook: Pick<WorkbookParts, "dateSystem" | "strings" | "styles">;
  readonly #budget: ReadingBudget;
  readonly #texts = new Map<string, string>();
  readonly #days = new Map<number, NonNullable<Cell["day"]> | null>();
  readonly #isoFormat: NumberFormat;

  constructor(workbook: Pick<WorkbookParts, "dateSystem" | "strings" | "styles">, budget: ReadingBudget) {
    this.#workbook = workbook;
    this.#budget = budget;
    this.#isoFormat = new NumberFormat("m/d/yyyy", workbook.dateSystem);
  }

  /** The fill of a cell, empty or not. */
  fillOf(style: number): string | undefined {
    return this.#workbook.styles[style]?.fill;
  }

  /** The cell, or null where it is empty to the eye: no value, no formula, a text of nothing but blanks. */
  read(raw: RawCell): CellDraft | null {
    const style = this.#workbook.styles[raw.style] ?? PLAIN;
    const cell = this.#content(raw, style);
    if (cell === null) return null;
    this.#budget.keepCell();
    if (style.format !== undefined && cell.format === undefined) cell.format = style.format.code;
    if (raw.formula !== null) this.#addFormula(cell, raw.formula);
    if (style.fill !== undefined) cell.fill = style.fill;
    if (style.ink !== undefined) cell.ink = style.ink;
    if (style.bold) cell.bold = true;
    if (style.italic) cell.italic = true;
    if (style.struckOut) cell.struckOut = true;
    return cell;
  }

  #content(raw: RawCell, style: CellStyle): CellDraft | null {
    const { type, value } = raw;
    if (type === "inlineStr" || (value === null && raw.inline !== null)) {
      return this.#textCell(raw, style, this.#share(plainText(raw.inline ?? value ?? "")));
    }
    if (type === "s") {
      const number = value === null || value.trim() === "" ? -1 : Number(value);
      return this.#textCell(raw, style, this.#workbook.strings[number] ?? "");
    }
    if (type === "str") {
      return value === null ? this.#uncomputed(raw) : this.#textCell(raw, style, this.#share(plainText(value)));
    }
    if (value === null || value.trim() === "") return this.#uncomputed(raw);
    if (type === "b") {
      return word(raw, "boolean", ["1", "true", "on"].includes(value.trim().toLowerCase()) ? "TRUE" : "FALSE");
    }
    if (type === "e") return word(raw, "error", this.#share(value.trim()));
    if (type === "d") return this.#isoCell(raw, style, value.trim());
    const number = Number(value);
    if (!Number.isFinite(number)) return this.#textCell(raw, style, this.#share(value));
    return this.#numberCell(raw, style.format, number);
  }

  #uncomputed(raw: RawCell): CellDraft | null {
    if (raw.formula === null) return null;
    const cell = word(raw, "text", "");
    cell.uncomputed = true;
    return cell;
  }

  #textCell(raw: RawCell, style: CellStyle, text: string): CellDraft | null {
    if (raw.formula === null && text.trim() === "") return null;
    return word(raw, "text", style.format === undefined ? text : style.format.printText(text));
  }

  /** Members given at birth take half the memory of members added later, and a large tracker is mostly such cells. */
  #numberCell(raw: RawCell, format: NumberFormat | undefined, number: number): CellDraft {
    const { row, column } = raw;
    if (format === undefined) return { row, column, kind: "number", text: this.#share(printGeneral(number)), number };
    const day = format.isDay ? this.#dayOf(number) : null;
    if (day !== null) return { row, column, kind: "date", text: format.print(number), day, format: format.code };
    // A negative number has no day: Excel shows "####".
    const text = format.isDay && number < 0 ? printGeneral(number) : format.print(number);
    return { row, column, kind: "number", text, number, format: format.code };
  }

  #isoCell(raw: RawCell, style: CellStyle, value: string): CellDraft | null {
    const day = parseIsoDay(value.slice(0, 10));
    if (day === null) return this.#textCell(raw, style, this.#share(value));
    const time = /T(\d{2}):(\d{2})(?::(\d{2}))?/.exec(value);
    const seconds = time === null ? 0 : Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? "0");
    const format = style.format?.isDay ? style.format : this.#isoFormat;
    const text = format.print(serialFromDay(day, this.#workbook.dateSystem) + seconds / 86_400);
    return { row: raw.row, column: raw.column, kind: "date", text, day };
  }

  #dayOf(serial: number): NonNullable<Cell["day"]> | null {
    const whole = Math.floor(serial);
    let day = this.#days.get(whole);
    if (day === undefined) {
      day = dayFromSerial(whole, this.#workbook.dateSystem);
      if (this.#days.size < REMEMBERED) this.#days.set(whole, day);
    }
    return day;
  }

  #addFormula(cell: CellDraft, formula: string): void {
    const text = plainText(formula);
    // A column of a table holds one formula in every row: it is kept, and counted, once.
    if (!this.#texts.has(text)) this.#budget.keepFormula(text.length);
    cell.formula = this.#share(text);
    const address = /^(?:_xlfn\.)?HYPERLINK\(\s*"((?:[^"]|"")+)"/i.exec(formula)?.[1];
    if (address !== undefined) cell.link = address.replaceAll('""', '"');
  }

  /** Equal texts become one string, and none keeps the XML that it was cut from. */
  #share(text: string): string {
    let kept = this.#texts.get(text);
    if (kept === undefined) {
      kept = ownCopy(text);
      if (this.#texts.size >= REMEMBERED) this.#texts.clear();
      this.#texts.set(kept, kept);
    }
    return kept;
  }
}

function word(raw: RawCell, kind: CellKind, text: string): CellDraft {
  return { row: raw.row, column: raw.column, kind, text };
}
