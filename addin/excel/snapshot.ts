import { plannedAreas } from "../../sca/workbook/planned-areas.ts";
import { type Area, overlap } from "../../sca/workbook/sheet-reference.ts";
import { placeText } from "./apply-looks.ts";
import type { CellOutput } from "./excel-range.ts";
import { WorkbookProblem } from "./excel-workbook.ts";
import { askLooks, type LooksBefore } from "./looks-before.ts";
import type { PreparedPlan, PreparedSheet } from "./prepare-plan.ts";
import { type Block, type BlockContent, readBlocks } from "./read-blocks.ts";
import { looksLikeFormula } from "./read-cells.ts";
import { bodyOf } from "./read-ledger.ts";
import type { SurveyedName, SurveyedTable } from "./survey.ts";
import { type TargetTable, valueRuns } from "./target-table.ts";

/** Columns of a table as they stood, side by side. */
export interface ColumnsBefore {
  /** The first of the columns, counted from 0. */
  readonly from: number;
  readonly formulas: readonly (readonly CellOutput[])[];
  /** Their values, where one of them could be a formula or a text that looks like one. */
  values?: readonly (readonly CellOutput[])[];
}

/** A table as it stood. A calculated column is kept by its first formula. */
export interface TableBefore {
  readonly table: SurveyedTable;
  readonly columns: readonly ColumnsBefore[];
  readonly calculated: readonly { readonly at: number; readonly formula: string }[];
  /** The number format of each column, by its first cell. */
  readonly formats: readonly string[];
  readonly isDropped: boolean;
}

/** Cells beside the tables as they stood. */
export interface CellsBefore {
  readonly area: Area;
  readonly formulas: readonly (readonly CellOutput[])[];
  readonly values: readonly (readonly CellOutput[])[];
  readonly formats: readonly (readonly CellOutput[])[];
}

/** A sheet of the ledger as it stood before a run. */
export interface SheetBefore {
  readonly sheet: string;
  readonly tables: readonly TableBefore[];
  readonly cells: readonly CellsBefore[];
  readonly looks: LooksBefore;
}

/** What a run has to bring back when it is undone. */
export interface Before {
  readonly sheets: readonly SheetBefore[];
  readonly names: readonly SurveyedName[];
}

interface Part {
  readonly block: Block;
  readonly put: (content: BlockContent) => void;
}

type Draft<Member> = {
  -readonly [Key in keyof Member]: Member[Key] extends readonly (infer Item)[] ? Item[] : Member[Key];
};

function tableParts(
  sheet: string,
  table: SurveyedTable,
  target: TargetTable | null,
  into: Draft<Omit<SheetBefore, "looks">>,
): Part[] {
  const body = bodyOf(table);
  const before: Draft<TableBefore> = { table, columns: [], calculated: [], formats: [], isDropped: target === null };
  into.tables.push(before);
  const last = table.headings.length - 1;
  const runs = target === null ? [{ from: 0, to: last }] : valueRuns(target).filter(({ from }) => from <= last);
  const parts = runs.map(({ from, to }): Part => {
    const area = { ...body, left: body.left + from, right: body.left + Math.min(to, last) };
    return {
      block: { sheet, area, members: ["formulas"] },
      put: ({ formulas = [] }) => before.columns.push({ from, formulas }),
    };
  });
  parts.push({
    block: { sheet, area: { ...body, bottom: body.top }, members: ["formulas", "numberFormat"] },
    put: ({ formulas = [], numberFormat = [] }) => {
      before.formats.push(...(numberFormat[0] ?? []).map(String));
      for (const [at, formula] of (formulas[0] ?? []).entries()) {
        const isOurs = target?.plan.columns[at]?.formula !== undefined;
        if (isOurs && typeof formula === "string") before.calculated.push({ at, formula });
      }
    },
  });
  return parts;
}

/** Cells that the plan needs and no earlier run wrote: they have to be empty. */
function newRoom({ plan, tables, earlier }: PreparedSheet): readonly Area[] {
  const below = tables.flatMap(({ area, existing }): Area[] => {
    if (existing === null) return [area];
    const rows = existing.area.bottom;
    return area.bottom > rows ? [{ ...area, top: rows + 1 }] : [];
  });
  const standing = [...(earlier?.tables ?? []).map(({ area }) => area), ...(earlier?.areas ?? [])];
  const areas = [...plannedAreas({ ...plan, tables: [] }), ...below];
  return areas.filter((area) => !standing.some((known) => contains(known, area)));
}

function contains(outer: Area, inner: Area): boolean {
  return (
    outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right
  );
}

function refuseForeignCells(prepared: PreparedSheet, area: Area, formulas: readonly (readonly CellOutput[])[]): void {
  const { earlier, name } = prepared;
  const ours = [...(earlier?.areas ?? []), ...(earlier?.tables ?? []).map((table) => table.area)];
  for (const [down, row] of formulas.entries()) {
    for (const [right, value] of row.entries()) {
      const at = { top: area.top + down, left: area.left + right, bottom: area.top + down, right: area.left + right };
      if (value === "" || ours.some((own) => overlap(own, at))) continue;
      throw new WorkbookProblem(
        "ledger-sheet-changed",
        `On the ledger's sheet "${name}" your cell ${placeText(name, at.top, at.left).split("!")[1]} stands where the ledger now needs the room. Move what you wrote there to a sheet of its own and run again. Nothing was changed.`,
      );
    }
  }
}

/** Areas of the earlier run beside its tables. */
export function looseAreas({ earlier }: PreparedSheet): readonly Area[] {
  return (earlier?.areas ?? []).filter((area) => !earlier?.tables.some((table) => overlap(table.area, area)));
}

function sheetParts(prepared: PreparedSheet, into: Draft<Omit<SheetBefore, "looks">>): Part[] {
  const { earlier, tables, name } = prepared;
  if (earlier === null) return [];
  const parts = earlier.tables.flatMap((table) => {
    return tableParts(name, table, tables.find(({ existing }) => existing === table) ?? null, into);
  });
  for (const area of looseAreas(prepared)) {
    parts.push({
      block: { sheet: name, area, members: ["formulas", "values", "numberFormat"] },
      put: ({ formulas = [], values = [], numberFormat = [] }) =>
        into.cells.push({ area, formulas, values, formats: numberFormat }),
    });
  }
  for (const area of newRoom(prepared)) {
    parts.push({
      block: { sheet: name, area, members: ["formulas"] },
      put: ({ formulas = [] }) => refuseForeignCells(prepared, area, formulas),
    });
  }
  return parts;
}

/** Reads the values of columns in which something begins with "=": their formulas do not tell a text from a formula. */
async function readDoubtful(context: Excel.RequestContext, tables: readonly TableBefore[]): Promise<void> {
  const doubtful = tables.flatMap(({ table, columns }) => {
    const found = columns.filter(({ formulas }) => formulas.some((row) => row.some(looksLikeFormula)));
    return found.map((column) => ({ table, column }));
  });
  const blocks = doubtful.map(({ table, column: { from, formulas } }): Block => {
    const body = bodyOf(table);
    const left = body.left + from;
    const area = { ...body, left, right: left + (formulas[0]?.length ?? 1) - 1 };
    return { sheet: table.sheet, area, members: ["values"] };
  });
  const contents = await readBlocks(context, blocks);
  for (const [at, { column }] of doubtful.entries()) column.values = contents[at]?.values ?? [];
}

/**
 * Reads what a run is going to write over, so that it can be brought back. Throws a WorkbookProblem where a cell of the
 * user's stands in the way.
 */
export async function takeBefore(
  context: Excel.RequestContext,
  plan: PreparedPlan,
  names: readonly SurveyedName[],
): Promise<Before> {
  const drafts = plan.sheets.flatMap((prepared) => {
    const { earlier, name } = prepared;
    if (earlier === null) return [];
    const draft: Draft<Omit<SheetBefore, "looks">> = { sheet: name, tables: [], cells: [] };
    const looks = askLooks(context, name, looseAreas(prepared), earlier.tables);
    return [{ draft, looks, parts: sheetParts(prepared, draft) }];
  });
  const parts = drafts.flatMap((entry) => entry.parts);
  if (drafts.length > 0) {
    const contents = await readBlocks(
      context,
      parts.map(({ block }) => block),
      () => {},
      drafts.flatMap(({ looks }) => looks.wanted),
    );
    for (const [at, { put }] of parts.entries()) put(contents[at] ?? {});
    await readDoubtful(
      context,
      drafts.flatMap(({ draft }) => draft.tables),
    );
  }
  return { sheets: drafts.map(({ draft, looks }) => ({ ...draft, looks: looks.taken() })), names };
}
