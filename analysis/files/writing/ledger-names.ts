import type { NamedCell } from "../../../sca/ledger/workbook-plan.ts";
import { isBroken, isMark, LIST_NAME, MARK_COMMENT, markedCells, markOf } from "../../../sca/workbook/ledger-mark.ts";
import { LIST_SHEET, type ListSheet } from "../../../sca/workbook/list-sheet.ts";
import { checkName } from "../../../sca/workbook/object-name.ts";
import { printedPage } from "../../../sca/workbook/printed-page.ts";
import { fixedReference, parseReference, parseReferences, quoteSheet } from "../../../sca/workbook/sheet-reference.ts";
import { UserProblem } from "../../user-problem.ts";
import type { LedgerSheet } from "./ledger-marks.ts";
import type { PlacedSheet } from "./sheet-placing.ts";
import type { ListedName, WorkbookFile } from "./workbook-file.ts";

/** A name that we add to the workbook; with `sheetIndex` it belongs to that sheet alone. */
export interface LedgerName {
  readonly name: string;
  readonly refersTo: string;
  readonly sheetIndex?: number;
  readonly comment?: string;
}

/** What happens to the workbook's names: those of an earlier run go, the user's stay. */
export interface NameChanges {
  readonly removed: readonly ListedName[];
  readonly added: readonly LedgerName[];
}

const PRINT_TITLES = "_xlnm.Print_Titles";
/** LibreOffice notes the filter of each table so; ours have it in their own parts. */
const FILTER = "_xlnm._FilterDatabase";

/**
 * The marks of our sheets, the plan's named cells, the lists and the rows that repeat on each printed page.
 * Throws a UserProblem where the user has cells or a table of such a name.
 */
export function nameChanges(
  file: WorkbookFile,
  placed: readonly PlacedSheet[],
  cells: readonly NamedCell[],
  lists: ListSheet,
  ledger: readonly LedgerSheet[],
): NameChanges {
  const added: LedgerName[] = placed.map(({ plan, name }) => ({
    name: markOf(plan.name),
    refersTo: markedCells(plan, name),
    comment: MARK_COMMENT,
  }));
  for (const { name, sheet, row, column, rows } of cells) {
    checkName(name);
    const found = placed.find(({ plan }) => plan.name.toLowerCase() === sheet.toLowerCase());
    if (!found) throw new Error(`the name ${name} is on the sheet "${sheet}", which the plan does not have`);
    const area = { top: row, left: column, bottom: row + (rows ?? 1) - 1, right: column };
    added.push({ name, refersTo: fixedReference(found.name, area) });
  }
  const listSheet = placed.find(({ plan }) => plan.name === LIST_SHEET);
  if (listSheet) {
    for (const { name, area } of lists.ranges()) added.push({ name, refersTo: fixedReference(listSheet.name, area) });
  }
  const unique = new Set(added.map(({ name }) => name.toLowerCase()));
  if (unique.size < added.length) throw new Error("the plan uses a name twice");

  const ourSheets = new Set(ledger.map(({ sheet }) => sheet.name.toLowerCase()));
  const removed = file.names.filter(({ name, refersTo, sheetIndex }) => {
    if (sheetIndex !== null) {
      return (
        (name === PRINT_TITLES || name === FILTER) &&
        placed.some((sheet) => sheet.earlier && sheet.index === sheetIndex)
      );
    }
    if (name.startsWith(LIST_NAME)) return true;
    if (isMark(name)) return unique.has(name.toLowerCase()) || parseReferences(refersTo) === null;
    if (!unique.has(name.toLowerCase())) return false;
    const sheet = parseReference(refersTo)?.sheet.toLowerCase();
    return ledger.length > 0 && (isBroken(refersTo) || (sheet !== undefined && ourSheets.has(sheet)));
  });
  for (const { name, sheetIndex, refersTo } of file.names) {
    if (sheetIndex === null && unique.has(name.toLowerCase()) && !removed.some((gone) => gone.name === name)) {
      throw new UserProblem(
        "name-taken",
        `The workbook calls the cells ${refersTo} "${name}"; the ledger needs that name for a cell of its own. Give those cells another name (Formulas > Name Manager). Nothing was changed.`,
      );
    }
  }
  const table = file.tables.find(({ name }) => unique.has(name.toLowerCase()));
  if (table) {
    throw new UserProblem(
      "name-taken",
      `The workbook has a table "${table.name}" on the sheet "${table.sheet}"; the ledger needs that name for a cell. Give the table another name (Table Design > Table Name). Nothing was changed.`,
    );
  }

  for (const { plan, name, index } of placed) {
    const { titleRows, titleColumns } = printedPage(plan, new Map());
    const parts = [titleColumns, titleRows].filter((part) => part !== null);
    const refersTo = parts.map((part) => `${quoteSheet(name)}!${part}`).join(",");
    if (refersTo !== "") added.push({ name: PRINT_TITLES, refersTo, sheetIndex: index });
  }
  return { removed, added };
}
