import { printDigits } from "../values/digit-pattern.ts";
import { knownHeadings } from "./known-headings.ts";
import { LEDGER_TABLES } from "./ledger-tables.ts";
import { NAME_PREFIX } from "./read-ledger.ts";
import { isOtherCurrency } from "./readable-cell.ts";
import type { CellFlaw } from "./workbook-plan.ts";

const ERROR =
  /^#(?:N\/A|NAME\?|REF!|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|EXTERNAL!|TIMEOUT!|PYTHON!|GETTING_DATA|BUSY!)$/;
/** Not an error of anybody's: the result is still on its way. */
const WAITING = /^#(?:GETTING_DATA|BUSY!)$/;

/** True for a word that Excel shows in place of a value. @example isErrorWord("#REF!") is true */
export function isErrorWord(text: string): boolean {
  return ERROR.test(text);
}

/**
 * The amount as its number format shows it, where that is another currency than the US dollar; null for any other number.
 *
 * @example amountInOtherCurrency(150, "[$€-407]#,##0.00") is "€150.00"; amountInOtherCurrency(150, "$#,##0.00") is null
 */
export function amountInOtherCurrency(value: number, format: string): string | null {
  const shown = printDigits(format, value) ?? `${wordsOf(format)} ${value}`.trim();
  return isOtherCurrency(shown) ? shown : null;
}

/** What a format writes around its digits, for formats that cannot be printed here, such as `General "€"`. */
function wordsOf(format: string): string {
  const plain = format
    .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, " $1 ")
    .replace(/\[[^\]]*\]|[_*]./g, "")
    .replace(/\\(.)/g, "$1");
  return (plain.split(";")[0] ?? "").replace(/general|"|[#0?,.]+/gi, " ").trim();
}

/** A cell of a table, as far as it tells whether something is amiss with it. */
export interface FlawedCell {
  /** The row's place among the rows of the table, from 0. */
  readonly row: number;
  readonly heading: string;
  /** What its formula or the typed value gave; an error by its word; null where a formula was saved without a result. */
  readonly value: number | string | boolean | null;
  readonly isError: boolean;
  /** Without "=". */
  readonly formula?: string | undefined;
  readonly format: string;
}

/**
 * Tells what is amiss with the cells of a table, whoever read them: errors, formulas without a result, amounts in another
 * currency. In columns that a formula fills only errors are: whatever else is missing there is computed anew. Nothing is
 * amiss in columns of the user's own, which nobody counts.
 *
 * @example flawFinder("Claims")({ row: 0, heading: "Paid", value: "#REF!", isError: true, format: "General" })?.kind is "error"
 */
export function flawFinder(table: string): (cell: FlawedCell) => CellFlaw | null {
  const declared = LEDGER_TABLES.find(({ name }) => name === table || `${NAME_PREFIX}${name}` === table);
  const columns = new Map((declared?.columns ?? []).map(({ heading, origin }) => [heading, origin === "formula"]));
  const known = new Map<string, string>();
  const asKnown = (heading: string): string => {
    const found = known.get(heading) ?? knownHeadings([heading], declared?.columns ?? [])[0] ?? heading;
    known.set(heading, found);
    return found;
  };
  const isPlain = new Map<string, boolean>();
  return ({ row, heading, value, isError, formula, format }) => {
    const isFormula = columns.get(asKnown(heading));
    if (isFormula === undefined) return null;
    const flaw = (kind: CellFlaw["kind"], found: string): CellFlaw => ({ row, heading, kind, found });
    if (isError) {
      const isWaiting = !isFormula && WAITING.test(String(value));
      return flaw(isWaiting ? "no-result" : "error", String(value));
    }
    if (isFormula) return null;
    if (value === null) return formula === undefined ? null : flaw("no-result", `=${formula}`);
    if (typeof value !== "number" || format === "General") return null;
    // Few formats stand in many cells.
    let plain = isPlain.get(format);
    if (plain === undefined) {
      plain = amountInOtherCurrency(1, format) === null && amountInOtherCurrency(-1, format) === null;
      isPlain.set(format, plain);
    }
    const amount = plain ? null : amountInOtherCurrency(value, format);
    return amount === null ? null : flaw("other-currency", amount);
  };
}
