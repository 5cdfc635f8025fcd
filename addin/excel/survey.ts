import { isBroken, isMark, keyOfMark, LIST_NAME } from "../../sca/workbook/ledger-mark.ts";
import { type Area, parseReference, parseReferences } from "../../sca/workbook/sheet-reference.ts";
import { areaOfAddress, type CellOutput } from "./excel-range.ts";

/** A sheet of the open workbook. */
export interface SurveyedSheet {
  readonly id: string;
  readonly name: string;
  readonly isHidden: boolean;
  readonly isProtected: boolean;
}

/** A table of the open workbook. */
export interface SurveyedTable {
  readonly id: string;
  readonly name: string;
  readonly sheet: string;
  /** The whole table with its headings, and its totals row where it shows one. */
  readonly area: Area;
  readonly showsTotals: boolean;
  /** True where a filter hides rows. */
  readonly isFiltered: boolean;
  readonly headings: readonly string[];
}

/** A name of the whole workbook and what it stands for, without "=". */
export interface SurveyedName {
  readonly name: string;
  readonly refersTo: string;
}

/** A sheet of the ledger in the open workbook. */
export interface LedgerSheet {
  readonly key: string;
  readonly sheet: SurveyedSheet;
  /** What the last run wrote beside tables, as Excel moved it since. */
  readonly areas: readonly Area[];
  readonly tables: readonly SurveyedTable[];
}

/** What stands where in the open workbook. */
export interface Survey {
  readonly isReadOnly: boolean;
  readonly isStructureProtected: boolean;
  readonly sheets: readonly SurveyedSheet[];
  readonly tables: readonly SurveyedTable[];
  readonly names: readonly SurveyedName[];
  readonly ledger: readonly LedgerSheet[];
}

function withoutSheet(address: string): string {
  const sheet = address.slice(0, address.lastIndexOf("!"));
  return sheet.replace(/^'(.*)'$/, "$1").replaceAll("''", "'");
}

/** The ledger's sheets by their marks, in the workbook's order. */
export function ledgerSheets(
  sheets: readonly SurveyedSheet[],
  tables: readonly SurveyedTable[],
  names: readonly SurveyedName[],
): readonly LedgerSheet[] {
  const found: LedgerSheet[] = [];
  for (const { name, refersTo } of names) {
    const place = isMark(name) ? parseReferences(refersTo) : null;
    const sheet = sheets.find((listed) => listed.name.toLowerCase() === place?.sheet.toLowerCase());
    if (place === null || sheet === undefined || found.some((other) => other.sheet === sheet)) continue;
    const own = tables.filter((table) => table.sheet === sheet.name);
    found.push({ key: keyOfMark(name), sheet, areas: place.areas, tables: own });
  }
  return found.sort((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet));
}

/** Looks over the workbook: its sheets, tables and names, and which of them are the ledger's. Two round trips. */
export async function surveyWorkbook(context: Excel.RequestContext): Promise<Survey> {
  const { workbook } = context;
  workbook.load("readOnly");
  workbook.protection.load("protected");
  const sheets = workbook.worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
  const tables = workbook.tables.load(
    "items/id,items/name,items/showTotals,items/showHeaders,items/autoFilter/isDataFiltered",
  );
  const names = workbook.names.load("items/name,items/formula");
  await context.sync();
  const places = tables.items.map((table) => ({
    table,
    range: table.getRange().load("address"),
    // A table whose heading row is switched off has no such range; the ledger's own always have one.
    headings: table.showHeaders ? table.getHeaderRowRange().load("values") : null,
  }));
  if (places.length > 0) await context.sync();
  const listedSheets = sheets.items.map(
    ({ id, name, visibility, protection }): SurveyedSheet => ({
      id,
      name,
      isHidden: visibility !== "Visible",
      isProtected: protection.protected,
    }),
  );
  const listedTables = places.map(({ table, range, headings }): SurveyedTable => {
    const values = (headings?.values ?? []) as readonly (readonly CellOutput[])[];
    return {
      id: table.id,
      name: table.name,
      sheet: withoutSheet(range.address),
      area: areaOfAddress(range.address),
      showsTotals: table.showTotals,
      isFiltered: table.autoFilter.isDataFiltered,
      headings: (values[0] ?? []).map(String),
    };
  });
  const listedNames = names.items.map(({ name, formula }): SurveyedName => {
    return { name, refersTo: String(formula).replace(/^=/, "") };
  });
  return {
    isReadOnly: workbook.readOnly,
    isStructureProtected: workbook.protection.protected,
    sheets: listedSheets,
    tables: listedTables,
    names: listedNames,
    ledger: ledgerSheets(listedSheets, listedTables, listedNames),
  };
}

/** True for a sheet of the ledger. */
export function isOurSheet(survey: Survey, sheet: string | undefined): boolean {
  return survey.ledger.some((found) => found.sheet.name.toLowerCase() === sheet?.toLowerCase());
}

/** Names of the user's sheets, tables and named cells, as the file writer's `takenNames` tells them. */
export function takenNamesOf(survey: Survey): readonly string[] {
  const { sheets, tables, names, ledger } = survey;
  const ours = (sheet: string | undefined) => isOurSheet(survey, sheet);
  const cells = names.filter(({ name, refersTo }) => {
    if (isMark(name) || name.startsWith(LIST_NAME)) return false;
    return !(ledger.length > 0 && (isBroken(refersTo) || ours(parseReference(refersTo)?.sheet)));
  });
  return [
    ...sheets.map(({ name }) => name).filter((name) => !ours(name)),
    ...tables.filter(({ sheet }) => !ours(sheet)).map(({ name }) => name),
    ...cells.map(({ name }) => name),
  ];
}
