import { addressOfArea, parseAddress, quotedSheet } from "./area.ts";
import { type CellShift, shiftedArea } from "./cell-shift.ts";
import { sameName } from "./object-name.ts";

/** What a formula may name: tables by name with their columns, and sheets. */
export interface FormulaScope {
  columnsOf(table: string): readonly string[] | null;
  hasSheet(name: string): boolean;
  /** The table that the cell stands in. */
  readonly ownTable: string | null;
}

const TEXT = '"(?:[^"]|"")*"';
const COLUMN = "\\[(?:[^\\[\\]']|'.)*\\]";
const TABLE_NAME = "[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\]*";
const SHEET = `(?:'(?:[^']|'')+'|${TABLE_NAME})!`;

function replaceOutsideText(
  formula: string,
  pattern: string,
  replace: (...groups: (string | undefined)[]) => string,
): string {
  return formula.replace(new RegExp(`${TEXT}|${pattern}`, "giu"), (part: string, ...rest: unknown[]) =>
    part.startsWith('"') ? part : replace(part, ...(rest as (string | undefined)[])),
  );
}

/**
 * A formula as the file keeps it: `[@Rate]` becomes `Lines[[#This Row],[Rate]]` ("Using structured references with Excel
 * tables", Microsoft Support).
 */
export function fileForm(formula: string, ownTable: string | null): string {
  return replaceOutsideText(formula, `(${TABLE_NAME})?\\[@(${COLUMN}|[^\\]\\[]*)\\]`, (part, table, column) => {
    const name = table ?? ownTable;
    if (name === null || column === undefined) return part ?? "";
    if (column === "") return `${name}[#This Row]`;
    return `${name}[[#This Row],${column.startsWith("[") ? column : `[${column}]`}]`;
  });
}

/** A formula as Excel shows it in a cell of that table. The reverse of `fileForm`. */
export function shownForm(formula: string, ownTable: string | null): string {
  const row = "#This Row";
  return replaceOutsideText(
    formula,
    `(${TABLE_NAME})\\[(?:\\[${row}\\],(${COLUMN})|${row})\\]`,
    (_part, table, column) => {
      const name = ownTable !== null && table !== undefined && sameName(table, ownTable) ? "" : (table ?? "");
      if (column === undefined) return `${name}[@]`;
      const bare = column.slice(1, -1);
      return `${name}[@${/^[\p{L}\p{N}_]+$/u.test(bare) ? bare : column}]`;
    },
  );
}

/**
 * Whether Excel would take a formula: brackets and quotes close, no operator or comma hangs at the end, and what it names
 * of tables, their columns and sheets is there. Functions and values are not looked at.
 */
export function isAccepted(formula: string, scope: FormulaScope): boolean {
  if (formula.length > 8192) return false; // "Excel specifications and limits": length of formula contents
  const body = formula.slice(1).replace(new RegExp(TEXT, "g"), '""');
  let depth = 0;
  for (const character of body.replace(/'(?:[^']|'')+'!/g, "S!").replace(/\[(?:[^[\]']|'.|\[[^\]]*\])*\]/g, "")) {
    if (character === "(") depth++;
    if (character === ")" && --depth < 0) return false;
  }
  if (depth !== 0 || (body.match(/"/g)?.length ?? 0) % 2 !== 0 || /[-+*/^&=<>,(]\s*$/.test(body) || body.trim() === "")
    return false;
  let known = true;
  replaceOutsideText(formula, `(${TABLE_NAME})?\\[((?:[^\\[\\]']|'.|${COLUMN})*)\\]`, (part, table, inside) => {
    const columns = scope.columnsOf(table ?? scope.ownTable ?? "");
    const named = (inside ?? "").includes("[")
      ? [...(inside ?? "").matchAll(new RegExp(COLUMN, "g"))].map(([at]) => at.slice(1, -1))
      : [inside ?? ""];
    const wanted = named.filter((name) => name !== "" && !name.startsWith("#") && !name.startsWith("@"));
    if (
      columns === null ||
      wanted.some((name) => !columns.some((column) => sameName(column, name.replace(/'(.)/g, "$1"))))
    )
      known = false;
    return part ?? "";
  });
  replaceOutsideText(formula, `(${SHEET})`, (part) => {
    const name = (part ?? "").slice(0, -1).replace(/^'|'$/g, "").replaceAll("''", "'");
    if (!scope.hasSheet(name)) known = false;
    return part ?? "";
  });
  return known;
}

/** The formula after a table got another name. */
export function withTableRenamed(formula: string, from: string, to: string): string {
  const pattern = `\\[(?:[^\\[\\]']|'.|${COLUMN})*\\]|(?<![\\p{L}\\p{N}_.'!])(${TABLE_NAME})(?![\\p{L}\\p{N}_.(!])`;
  return replaceOutsideText(formula, pattern, (part, name) => {
    return name !== undefined && sameName(name, from) ? to : (part ?? "");
  });
}

/** The formula after a table is gone: what named it is #REF!. */
export function withTableGone(formula: string, table: string): string {
  return replaceOutsideText(formula, `(${TABLE_NAME})\\[(?:[^\\[\\]']|'.|${COLUMN})*\\]`, (part, name) =>
    name !== undefined && sameName(name, table) ? "#REF!" : (part ?? ""),
  );
}

/** The formula after a sheet is gone. */
export function withSheetGone(formula: string, sheet: string): string {
  return withSheetRenamed(formula, sheet, "#REF").replaceAll("'#REF'!", "#REF!");
}

/** The formula after a column of a table got another heading. */
export function withColumnRenamed(formula: string, table: string, from: string, to: string): string {
  const escaped = from.replace(/['#[\]@]/g, "'$&");
  return replaceOutsideText(formula, `(${TABLE_NAME})(\\[(?:[^\\[\\]']|'.|${COLUMN})*\\])`, (part, name, inside) => {
    if (name === undefined || inside === undefined || !sameName(name, table)) return part ?? "";
    return name + inside.replaceAll(`[${escaped}]`, `[${to.replace(/['#[\]@]/g, "'$&")}]`);
  });
}

/** The formula after a sheet got another name. */
export function withSheetRenamed(formula: string, from: string, to: string): string {
  return replaceOutsideText(formula, `(${SHEET})`, (part) => {
    const name = (part ?? "").slice(0, -1).replace(/^'|'$/g, "").replaceAll("''", "'");
    return sameName(name, from) ? `${quotedSheet(to)}!` : (part ?? "");
  });
}

/** The formula after cells moved on a sheet. `sheet` is the one that the formula stands on. */
export function withCellsShifted(formula: string, sheet: string, shift: CellShift, shiftedSheet: string): string {
  const cell = "\\$?[A-Z]{1,3}\\$?\\d{1,7}";
  const pattern = `${COLUMN}|(${SHEET})?(?<![\\p{L}\\p{N}_.$\\[])(${cell}(?::${cell})?|\\$?[A-Z]{1,3}:\\$?[A-Z]{1,3})(?![\\p{L}\\p{N}_.(!\\]])`;
  return replaceOutsideText(formula, pattern, (part, onSheet, address) => {
    const name = onSheet === undefined ? sheet : onSheet.slice(0, -1).replace(/^'|'$/g, "").replaceAll("''", "'");
    const area = address === undefined ? null : parseAddress(address);
    if (address === undefined || area === null || !sameName(name, shiftedSheet)) return part ?? "";
    const moved = shiftedArea(shift, area);
    if (moved === null) return `${onSheet ?? ""}#REF!`;
    return `${onSheet ?? ""}${withMarks(addressOfArea(moved), address)}`;
  });
}

/** Puts the "$" of the old address into the new one. */
function withMarks(address: string, marked: string): string {
  const marks = [...marked.matchAll(/(\$?)[A-Z]+(\$?)\d*/gi)];
  const both = marked.includes(":") && !address.includes(":") ? `${address}:${address}` : address;
  return both
    .split(":")
    .map((cell, at) => {
      const mark = marks[at] ?? marks[0];
      return cell.replace(/^([A-Z]*)(\d*)$/, (_, letters: string, digits: string) => {
        return `${letters === "" ? "" : mark?.[1]}${letters}${digits === "" ? "" : mark?.[2]}${digits}`;
      });
    })
    .join(":");
}
