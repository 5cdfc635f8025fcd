import type { SheetPlan, WorkbookPlan } from "../../sca/ledger/workbook-plan.ts";
import type { DateSystem } from "../../sca/values/calendar-date.ts";
import { columnRule } from "../../sca/workbook/column-rule.ts";
import {
  isBroken,
  isMark,
  keyOf,
  LIST_NAME,
  MARK_COMMENT,
  markedCells,
  markOf,
} from "../../sca/workbook/ledger-mark.ts";
import { LIST_SHEET, ListSheet } from "../../sca/workbook/list-sheet.ts";
import { checkName } from "../../sca/workbook/object-name.ts";
import { placePlans, type SheetPlace, takenTable } from "../../sca/workbook/sheet-places.ts";
import { fixedReference, parseReference, parseReferences } from "../../sca/workbook/sheet-reference.ts";
import { checkTable } from "../../sca/workbook/table-area.ts";
import { WorkbookProblem } from "./excel-workbook.ts";
import { isLedgerTable } from "./read-ledger.ts";
import { isOurSheet, type LedgerSheet, type Survey, type SurveyedTable } from "./survey.ts";
import { type TargetTable, targetTable } from "./target-table.ts";

/** A sheet of the plan, fitted to what stands in the workbook. */
export interface PreparedSheet {
  /** The plan with its tables where they stand. */
  readonly plan: SheetPlan;
  readonly name: string;
  readonly earlier: LedgerSheet | null;
  readonly tables: readonly TargetTable[];
  /** Tables of ours on the sheet that go: the plan has them no more, or has them elsewhere on the sheet. */
  readonly dropped: readonly SurveyedTable[];
}

/** A name that the ledger needs, without "=". */
interface PreparedName {
  readonly name: string;
  readonly refersTo: string;
  readonly comment: string;
}

/** A plan that can be written as it is. */
export interface PreparedPlan {
  readonly sheets: readonly PreparedSheet[];
  readonly names: readonly PreparedName[];
  /** Names of an earlier run that nothing needs any more. */
  readonly namesGone: readonly string[];
  readonly actualNames: ReadonlyMap<string, string>;
  readonly lists: ListSheet;
}

function prepareSheet({ plan, name, earlier }: SheetPlace<LedgerSheet>): PreparedSheet {
  const standing = earlier?.tables ?? [];
  const dropped = new Set(standing);
  const tables = plan.tables.map((table) => {
    checkTable(table);
    const found = standing.find((other) => other.name.toLowerCase() === table.name.toLowerCase());
    // Below cells of the plan's own, a table moves with them; elsewhere it stays where the user has it.
    const stays = found !== undefined && (plan.cells.length === 0 || found.area.top === table.row);
    if (stays) dropped.delete(found);
    return targetTable(table, stays ? found : null);
  });
  return { plan: { ...plan, tables: tables.map((table) => table.plan) }, name, earlier, tables, dropped: [...dropped] };
}

/** The lists that validations need, in the order of the sheets, as the file writer numbers them. */
function gatherLists(plan: WorkbookPlan, dateSystem: DateSystem): ListSheet {
  const lists = new ListSheet();
  for (const { tables } of plan.sheets) {
    for (const { columns } of tables)
      for (const column of columns) columnRule(column, dateSystem, (w) => lists.nameOf(w));
  }
  return lists;
}

/** Throws a WorkbookProblem where Excel would refuse to write: before anything is written. */
function refuseLocked(survey: Survey, places: readonly SheetPlace<LedgerSheet>[]): void {
  const found = places.find(({ earlier }) => earlier?.sheet.isProtected === true);
  if (survey.isReadOnly) {
    throw new WorkbookProblem(
      "read-only",
      "This workbook is open for reading only. Save a copy (File > Save As) or open it for editing, and run again. Nothing was written.",
    );
  }
  if (survey.isStructureProtected && places.some(({ earlier }) => earlier === null)) {
    throw new WorkbookProblem(
      "structure-protected",
      "The structure of this workbook is protected: no sheet can be added. Take the protection off (Review > Protect Workbook) and run again. Nothing was written.",
    );
  }
  if (found) {
    throw new WorkbookProblem(
      "protected",
      `The sheet "${found.name}" is protected. Take the protection off (Review > Unprotect Sheet) and run again. Nothing was written.`,
    );
  }
}

function refuseForeignTables(sheets: readonly PreparedSheet[]): void {
  for (const { name, dropped } of sheets) {
    const foreign = dropped.find((table) => !isLedgerTable(table.name));
    if (foreign) {
      throw new WorkbookProblem(
        "ledger-sheet-changed",
        `The ledger's sheet "${name}" holds a table "${foreign.name}" of yours. Move it to a sheet of its own and run again; if it is a table of the ledger under another name, give it its old name (Table Design > Table Name). Nothing was changed.`,
      );
    }
  }
}

function namesOf(plan: WorkbookPlan, sheets: readonly PreparedSheet[], lists: ListSheet): readonly PreparedName[] {
  const names: PreparedName[] = sheets.map((sheet) => {
    return { name: markOf(sheet.plan.name), refersTo: markedCells(sheet.plan, sheet.name), comment: MARK_COMMENT };
  });
  const sheetOf = (wanted: string): string => {
    const found = sheets.find((sheet) => sheet.plan.name.toLowerCase() === wanted.toLowerCase());
    if (found === undefined) throw new Error(`the plan has no sheet "${wanted}"`);
    return found.name;
  };
  for (const { name, sheet, row, column, rows } of plan.names) {
    checkName(name);
    const area = { top: row, left: column, bottom: row + (rows ?? 1) - 1, right: column };
    names.push({ name, refersTo: fixedReference(sheetOf(sheet), area), comment: "" });
  }
  for (const { name, area } of lists.ranges()) {
    names.push({ name, refersTo: fixedReference(sheetOf(LIST_SHEET), area), comment: "" });
  }
  return names;
}

function refuseTakenNames(survey: Survey, names: readonly PreparedName[]): void {
  const wanted = new Set(names.map(({ name }) => name.toLowerCase()));
  for (const { name, refersTo } of survey.names) {
    if (!wanted.has(name.toLowerCase()) || isMark(name) || name.startsWith(LIST_NAME)) continue;
    if (survey.ledger.length > 0 && (isBroken(refersTo) || isOurSheet(survey, parseReference(refersTo)?.sheet)))
      continue;
    throw new WorkbookProblem(
      "name-taken",
      `The workbook calls the cells ${refersTo} "${name}"; the ledger needs that name for a cell of its own. Give those cells another name (Formulas > Name Manager). Nothing was changed.`,
    );
  }
}

/**
 * Fits a plan to the workbook as it stands. Throws a WorkbookProblem where the workbook cannot take it: nothing was written
 * then.
 */
export function preparePlan(
  plan: WorkbookPlan,
  survey: Survey,
  dateSystem: DateSystem,
  isPartial: boolean,
): PreparedPlan {
  const lists = gatherLists(plan, dateSystem);
  const hasLists = !isPartial && survey.ledger.some(({ key }) => key === keyOf(LIST_SHEET));
  const plans = hasLists || !lists.isEmpty ? [...plan.sheets, lists.plan()] : plan.sheets;
  const places = placePlans(
    plans,
    survey.sheets.map(({ name }) => name),
    survey.ledger,
  );
  refuseLocked(survey, places);
  const taken = takenTable(places, survey);
  if (taken !== null) throw new WorkbookProblem("table-name-taken", taken);
  const sheets = places.map(prepareSheet);
  refuseForeignTables(sheets);
  const names = namesOf(plan, sheets, lists);
  refuseTakenNames(survey, names);
  const kept = new Set(names.map(({ name }) => name.toLowerCase()));
  const namesGone = survey.names.filter(({ name, refersTo }) => {
    if (isPartial || kept.has(name.toLowerCase())) return false;
    return name.startsWith(LIST_NAME) || (isMark(name) && parseReferences(refersTo) === null);
  });
  const renamed = sheets.filter((sheet) => sheet.plan.name !== sheet.name);
  return {
    sheets,
    names,
    namesGone: namesGone.map(({ name }) => name),
    actualNames: new Map(renamed.map((sheet) => [sheet.plan.name.toLowerCase(), sheet.name])),
    lists,
  };
}
