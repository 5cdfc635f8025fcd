import { isBroken, isMark, keyOfMark, LIST_NAME } from "../../../sca/workbook/ledger-mark.ts";
import { type Area, parseReference, parseReferences } from "../../../sca/workbook/sheet-reference.ts";
import type { ListedSheet, ListedTable, WorkbookFile } from "./workbook-file.ts";
import { openWorkbook } from "./workbook-file.ts";

/** A sheet of ours in the workbook. */
export interface LedgerSheet {
  /** The part of its mark that says which of the plan's sheets it is. */
  readonly key: string;
  readonly sheet: ListedSheet & { readonly part: string };
  /** What the last run wrote, as Excel moved and stretched it since. */
  readonly areas: readonly Area[];
  readonly tables: readonly ListedTable[];
}

/** The sheets of ours that the workbook holds, in the workbook's order. */
export function ledgerSheetsIn(file: WorkbookFile): LedgerSheet[] {
  const found = file.names.flatMap(({ name, refersTo, sheetIndex }) => {
    if (sheetIndex !== null || !isMark(name)) return [];
    const place = parseReferences(refersTo);
    const sheet = file.sheets.find((listed) => listed.name.toLowerCase() === place?.sheet.toLowerCase());
    if (!place || !sheet || sheet.part === null) return [];
    const tables = file.tables.filter((table) => table.sheet === sheet.name);
    return { key: keyOfMark(name), sheet: { ...sheet, part: sheet.part }, areas: place.areas, tables };
  });
  const first = found.filter(
    ({ sheet }, index) => found.findIndex((other) => other.sheet.index === sheet.index) === index,
  );
  return first.sort((a, b) => a.sheet.index - b.sheet.index);
}

/** What the user's own part of a workbook calls its sheets, tables and cells, and which sheets are an earlier ledger's. */
export interface TakenNames {
  /** Names that the plan must not use: of the user's sheets, … */
  readonly sheets: readonly string[];
  /** … of the user's tables, … */
  readonly tables: readonly string[];
  /** … and of the user's named cells, in the whole workbook. Table names must differ from these too. */
  readonly names: readonly string[];
  /** The ledger's sheets with the name that each has now; empty where the workbook holds no ledger. */
  readonly ledger: readonly { readonly sheet: string; readonly tables: readonly string[] }[];
}

/**
 * Which names a plan for this workbook must avoid. Throws a UserProblem where the workbook cannot take sheets.
 *
 * @example takenNames(bytes).tables is ["Payers"] where the user has a table of that name
 */
export function takenNames(original: Uint8Array): TakenNames {
  const file = openWorkbook(original);
  const ledger = ledgerSheetsIn(file);
  const isOurs = (sheet: string | undefined): boolean =>
    ledger.some((found) => found.sheet.name.toLowerCase() === sheet?.toLowerCase());
  return {
    sheets: file.sheets.map(({ name }) => name).filter((name) => !isOurs(name)),
    tables: file.tables.filter(({ sheet }) => !isOurs(sheet)).map(({ name }) => name),
    names: file.names
      .filter(({ name, refersTo, sheetIndex }) => {
        if (sheetIndex !== null || isMark(name) || name.startsWith(LIST_NAME)) return false;
        return !(ledger.length > 0 && (isBroken(refersTo) || isOurs(parseReference(refersTo)?.sheet)));
      })
      .map(({ name }) => name),
    ledger: ledger.map(({ sheet, tables }) => ({ sheet: sheet.name, tables: tables.map(({ name }) => name) })),
  };
}
