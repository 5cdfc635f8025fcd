import type { Look, PlanFormula, PlanValue } from "../../../sca/ledger/workbook-plan.ts";
import { columnLetters } from "../../../sca/tracker/grid.ts";
import { type DateSystem, serialFromDay } from "../../../sca/values/calendar-date.ts";
import { APPEARANCES } from "../../../sca/workbook/looks.ts";
import { retarget } from "../../../sca/workbook/sheet-reference.ts";
import { UserProblem } from "../../user-problem.ts";
import type { StyleBook } from "./style-book.ts";
import { cellText, escapeXml } from "./xml-text.ts";

/** What a cell of the plan can hold. */
export type CellContent = PlanValue | PlanFormula | { readonly error: string };

/** What writing a cell takes from its workbook. */
export interface CellSetting {
  readonly sheet: string;
  readonly styles: StyleBook;
  readonly dateSystem: DateSystem;
  /** Sheets of the plan that stand under another name in this workbook, by the plan's name in lower case. */
  readonly actualNames: ReadonlyMap<string, string>;
}

/** The most that Excel holds in a cell and in a formula. */
export const EXCEL_LIMITS = { text: 32_767, formula: 8192, rows: 1_048_576, columns: 16_384 } as const;

// Text that Excel reads as a formula, or loses a character of, when someone edits the cell.
const MISREAD_ON_EDIT = /^[=+\-@']/;

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`a cell cannot hold the number ${value}`);
  return String(Object.is(value, -0) ? 0 : value);
}

function checkedText(text: string, setting: CellSetting, address: string): string {
  if (text.length > EXCEL_LIMITS.text) {
    throw new UserProblem(
      "cell-too-long",
      `The text for cell ${address} of the sheet "${setting.sheet}" has ${text.length.toLocaleString("en-US")} characters; an Excel cell holds at most 32,767. It begins "${text.slice(0, 60)}". Shorten it in the tracker, or split it over two cells. Nothing was written.`,
    );
  }
  return cellText(text);
}

/** The cell's type and value: what stands after the formula, if there is one. */
function valueXml(value: PlanValue | { readonly error: string }, setting: CellSetting, address: string) {
  if (value === null) return { type: "", xml: "" };
  if (typeof value === "number") return { type: "", xml: `<v>${numberText(value)}</v>` };
  if (typeof value === "boolean") return { type: ' t="b"', xml: `<v>${value ? 1 : 0}</v>` };
  if (typeof value === "string") return { type: ' t="str"', xml: `<v>${checkedText(value, setting, address)}</v>` };
  if ("error" in value) return { type: ' t="e"', xml: `<v>${escapeXml(value.error)}</v>` };
  return { type: "", xml: `<v>${serialFromDay(value.day, setting.dateSystem)}</v>` };
}

function inlineText(text: string): string {
  const preserve = /^\s|\s$|\n|\t| {2}/.test(text) ? ' xml:space="preserve"' : "";
  return `<is><t${preserve}>${text}</t></is>`;
}

function isFormula(content: CellContent): content is PlanFormula {
  return content !== null && typeof content === "object" && "formula" in content;
}

/** A column's formula is the same text in every row: made once, and kept once however many cells hold it. */
const FORMULAS = new WeakMap<CellSetting["actualNames"], Map<string, string>>();
const REMEMBERED = 10_000;

function formulaXml(formula: string, { actualNames }: CellSetting, address: string): string {
  const known = FORMULAS.get(actualNames) ?? new Map<string, string>();
  FORMULAS.set(actualNames, known);
  const made = known.get(formula);
  if (made !== undefined) return made;
  const text = retarget(formula, actualNames);
  if (text.startsWith("=") || text.length > EXCEL_LIMITS.formula) throw new Error(`bad formula in ${address}`);
  const xml = `<f>${escapeXml(text)}</f>`;
  if (known.size < REMEMBERED) known.set(formula, xml);
  return xml;
}

/** The XML of one cell; "" where there is neither content nor a look. */
export function cellXml(
  row: number,
  column: number,
  content: CellContent,
  look: Look | undefined,
  setting: CellSetting,
): string {
  const address = `${columnLetters(column)}${row}`;
  const quoted =
    typeof content === "string" && MISREAD_ON_EDIT.test(content) && APPEARANCES[look ?? "text"].format !== "@";
  const style = look || quoted ? ` s="${setting.styles.cell(look ?? "text", quoted)}"` : "";
  if (isFormula(content)) {
    const formula = formulaXml(content.formula, setting, address);
    // A formula gives text at the least: without a result it is cached as the empty text, never as nothing.
    const { type, xml } = valueXml(content.result ?? "", setting, address);
    return `<c r="${address}"${style}${type}>${formula}${xml}</c>`;
  }
  if (typeof content === "string" && content !== "") {
    return `<c r="${address}"${style} t="inlineStr">${inlineText(checkedText(content, setting, address))}</c>`;
  }
  const { type, xml } = valueXml(content === "" ? null : content, setting, address);
  if (xml === "") return style === "" ? "" : `<c r="${address}"${style}/>`;
  return `<c r="${address}"${style}${type}>${xml}</c>`;
}
