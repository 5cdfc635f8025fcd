import { flawFinder, isErrorWord } from "../../sca/ledger/cell-flaw.ts";
import { LEDGER_TABLES } from "../../sca/ledger/ledger-tables.ts";
import { NAME_PREFIX } from "../../sca/ledger/read-ledger.ts";
import type { CellFlaw, LedgerContent, PlanValue, TableContent } from "../../sca/ledger/workbook-plan.ts";
import { type DateSystem, dayFromSerial } from "../../sca/values/calendar-date.ts";
import { isDayFormat } from "../../sca/values/day-format.ts";
import { parseReference } from "../../sca/workbook/sheet-reference.ts";
import type { CellOutput } from "./excel-range.ts";
import { type Block, type BlockContent, readBlocks } from "./read-blocks.ts";
import { isOurSheet, type Survey, type SurveyedTable } from "./survey.ts";

/** A table as it was read: what it holds, and the bare values by which later edits are told. */
export interface LedgerReading {
  readonly content: LedgerContent;
  /** Bare values of each table's body, by table name. */
  readonly bare: ReadonlyMap<string, readonly (readonly CellOutput[])[]>;
}

/** A cell's value as the file reader tells it: days by their number format; an error or a blank is no value. */
export function planValue(value: CellOutput, format: string, dateSystem: DateSystem): PlanValue {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") {
    const day = format !== "General" && value >= 0 && isDayFormat(format) ? dayFromSerial(value, dateSystem) : null;
    return day === null ? value : { day };
  }
  return value.trim() === "" || showsError(value, format) ? null : value;
}

/** True for an error: `Range.values` gives it as its word, which is a text in a cell that is formatted as text. */
export function showsError(value: CellOutput, format: string): boolean {
  return typeof value === "string" && format !== "@" && isErrorWord(value);
}

/** True for the name of a table of the ledger, whether or not it had to be called SCA_. */
export function isLedgerTable(name: string): boolean {
  return LEDGER_TABLES.some((table) => table.name === name || `${NAME_PREFIX}${table.name}` === name);
}

/** Rows of cells without headings and totals. */
export function bodyOf({ area, showsTotals }: SurveyedTable): SurveyedTable["area"] {
  return { ...area, top: area.top + 1, bottom: area.bottom - (showsTotals ? 1 : 0) };
}

function tableContent(
  table: SurveyedTable,
  { values = [], numberFormat = [] }: BlockContent,
  dateSystem: DateSystem,
): TableContent {
  const flaws: CellFlaw[] = [];
  const flawOf = flawFinder(table.name);
  const rows = values.map((row, at) =>
    row.map((value, column) => {
      const format = String(numberFormat[at]?.[column] ?? "General");
      const heading = table.headings[column] ?? "";
      const isError = showsError(value, format);
      const flaw = value === "" ? null : flawOf({ row: at, heading, value, isError, format });
      if (flaw !== null) flaws.push(flaw);
      return planValue(value, format, dateSystem);
    }),
  );
  const { name, sheet, headings } = table;
  return { name, sheet, headings, rows, ...(flaws.length === 0 ? {} : { flaws }) };
}

/**
 * What the workbook holds of an earlier ledger, as the file reader tells it: the ledger's tables by name and the named
 * cells on its sheets. Null where it has no table of the ledger. The number of round trips grows with the size alone.
 */
export async function readLedgerTables(
  context: Excel.RequestContext,
  survey: Survey,
  dateSystem: DateSystem,
): Promise<LedgerReading | null> {
  const tables = survey.tables.filter(({ name }) => isLedgerTable(name));
  if (tables.length === 0) return null;
  const cells = survey.names.flatMap(({ name, refersTo }) => {
    const place = parseReference(refersTo);
    return place !== null && isOurSheet(survey, place.sheet) ? [{ name, ...place }] : [];
  });
  const members = ["values", "numberFormat"] as const;
  const blocks: Block[] = [
    ...tables.map((table) => ({ sheet: table.sheet, area: bodyOf(table), members })),
    ...cells.map(({ sheet, area: { top, left } }) => {
      return { sheet, area: { top, left, bottom: top, right: left }, members };
    }),
  ];
  const contents = await readBlocks(context, blocks);
  const named = new Map<string, PlanValue>();
  for (const [at, { name }] of cells.entries()) {
    const { values = [], numberFormat = [] } = contents[tables.length + at] ?? {};
    named.set(name, planValue(values[0]?.[0] ?? "", String(numberFormat[0]?.[0] ?? "General"), dateSystem));
  }
  return {
    content: {
      tables: new Map(tables.map((table, at) => [table.name, tableContent(table, contents[at] ?? {}, dateSystem)])),
      named,
    },
    bare: new Map(tables.map(({ name }, at) => [name, contents[at]?.values ?? []])),
  };
}
