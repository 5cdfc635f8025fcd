import type { Area } from "../../sca/workbook/sheet-reference.ts";
import { areaOfAddress, columnsOf, rangeOf, resultOf, rowsOf } from "./excel-range.ts";
import { bodyOf } from "./read-ledger.ts";
import type { Wanted } from "./read-pieces.ts";
import { jsonBytes } from "./shared-looks.ts";
import type { SurveyedTable } from "./survey.ts";

/** Bytes of a cell's whole look in an answer. */
const LOOK_BYTES = 700;
/** Cells beside the tables whose looks are kept for taking back; the ledger's own sheets have a few hundred. */
const MOST_CELLS = 5_000;

/** All of a cell's looks that the ledger sets, or that people set by hand. */
const ASKED: Excel.CellPropertiesLoadOptions = {
  hyperlink: true,
  format: {
    borders: { color: true, style: true },
    fill: { color: true },
    font: { bold: true, color: true, italic: true, size: true, strikethrough: true, underline: true },
    ...{ horizontalAlignment: true, indentLevel: true, verticalAlignment: true, wrapText: true },
  },
};

/** How a sheet is seen, as far as a run changes it. */
export interface ViewBefore {
  readonly tabColour: string;
  readonly showsGridlines: boolean;
  /** The cells that stay in view, as rows from the top or columns from the left; null where none do. */
  readonly frozen: Area | null;
}

/** The looks of cells beside the tables, row by row. */
export interface CellLooksBefore {
  readonly area: Area;
  readonly looks: readonly (readonly Excel.CellProperties[])[];
}

/** What the cells of a table's column accepted; null where they accepted different things. */
export interface ColumnRuleBefore {
  /** Counted from 0. */
  readonly at: number;
  readonly accepts: Pick<Excel.DataValidation, "rule" | "prompt" | "errorAlert" | "ignoreBlanks"> | null;
}

/** What a table's cells accepted, and how many conditional formats lay over it. */
export interface RulesBefore {
  readonly table: string;
  readonly columns: readonly ColumnRuleBefore[];
  readonly conditions: number;
}

/** How a sheet of the ledger looked before a run. */
export interface LooksBefore {
  readonly view: ViewBefore;
  readonly cells: readonly CellLooksBefore[];
  readonly rules: readonly RulesBefore[];
  /** True where there were more cells beside the tables than are kept. */
  readonly isPartial: boolean;
}

/** Looks that are asked for along with the content: the questions wait in the next request, `wanted` is read in pieces. */
export interface AskedLooks {
  readonly wanted: readonly Wanted[];
  /** To be called once the answers are there. */
  readonly taken: () => LooksBefore;
}

function askView(sheet: Excel.Worksheet): () => ViewBefore {
  sheet.load("tabColor,showGridlines");
  const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
  return () => ({
    tabColour: sheet.tabColor,
    showsGridlines: sheet.showGridlines,
    frozen: frozen.isNullObject ? null : areaOfAddress(frozen.address),
  });
}

/** Types that say of a range that its cells have different rules: "Inconsistent", "MixedCriteria". */
const DIFFERENT: ReadonlySet<string> = new Set(["Inconsistent", "MixedCriteria"]);

function askRules(sheet: Excel.Worksheet, table: SurveyedTable): () => RulesBefore {
  const body = bodyOf(table);
  const columns = table.headings.map((_, at) => {
    const area = { ...body, left: body.left + at, right: body.left + at };
    return rangeOf(sheet, area).dataValidation.load("type,rule,prompt,errorAlert,ignoreBlanks");
  });
  const conditions = rangeOf(sheet, body).conditionalFormats.getCount();
  return () => ({
    table: table.name,
    columns: columns.map(({ type, rule, prompt, errorAlert, ignoreBlanks }, at): ColumnRuleBefore => {
      return { at, accepts: DIFFERENT.has(type) ? null : { rule, prompt, errorAlert, ignoreBlanks } };
    }),
    conditions: resultOf(conditions),
  });
}

function askCells(sheet: string, area: Area, looks: (readonly Excel.CellProperties[])[]): Wanted {
  return {
    ...{ sheet, area, rowBytes: columnsOf(area) * LOOK_BYTES },
    ask: (band) => {
      const answer = band.getCellProperties(ASKED);
      return () => {
        const read = resultOf(answer);
        for (const row of read) looks.push(row);
        return jsonBytes(read);
      };
    },
  };
}

/** Asks how a sheet of the ledger looks: its view, the cells of `areas`, and what its tables' cells accept. */
export function askLooks(
  context: Excel.RequestContext,
  name: string,
  areas: readonly Area[],
  tables: readonly SurveyedTable[],
): AskedLooks {
  const sheet = context.workbook.worksheets.getItem(name);
  const view = askView(sheet);
  const rules = tables.map((table) => askRules(sheet, table));
  const isPartial = areas.reduce((sum, area) => sum + rowsOf(area) * columnsOf(area), 0) > MOST_CELLS;
  const kept = (isPartial ? [] : areas).map((area) => ({ area, looks: [] as (readonly Excel.CellProperties[])[] }));
  return {
    wanted: kept.map(({ area, looks }) => askCells(name, area, looks)),
    taken: () => ({ view: view(), cells: kept, rules: rules.map((take) => take()), isPartial }),
  };
}
