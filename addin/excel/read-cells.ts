import type { Area } from "../../sca/workbook/sheet-reference.ts";
import type { CellOutput } from "./excel-range.ts";
import { type Block, type BlockContent, readBlocks } from "./read-blocks.ts";

type Matrix = readonly (readonly CellOutput[])[];

/** All that is read of a cell beside its looks. */
export type CellContents = Required<BlockContent>;

/** True for a formula, and for a text that looks like one: only its value tells them apart. */
export function looksLikeFormula(output: CellOutput | undefined): boolean {
  return typeof output === "string" && output.startsWith("=");
}

/** Rows from the first formula of each column to its last, counted from 0; neighbours with the same rows together. */
function formulaPatches(formulas: Matrix): readonly Area[] {
  const patches: Area[] = [];
  const columns = formulas[0]?.length ?? 0;
  for (let right = 0; right < columns; right++) {
    const top = formulas.findIndex((row) => looksLikeFormula(row[right]));
    if (top < 0) continue;
    let bottom = formulas.length - 1;
    while (!looksLikeFormula(formulas[bottom]?.[right])) bottom--;
    const last = patches.at(-1);
    if (last?.right === right - 1 && last.top === top && last.bottom === bottom) {
      patches[patches.length - 1] = { ...last, right };
    } else patches.push({ top, left: right, bottom, right });
  }
  return patches;
}

/** Cells of a sheet. */
export interface SheetArea {
  readonly sheet: string;
  readonly area: Area;
}

interface Patch {
  /** Which of the areas. */
  readonly of: number;
  readonly place: Area;
}

function valueBlock({ sheet, area }: SheetArea, { top, left, bottom, right }: Area): Block {
  const place = { top: area.top + top, left: area.left + left, bottom: area.top + bottom, right: area.left + right };
  return { sheet, area: place, members: ["values"] };
}

/**
 * Values, texts, formats and formulas of areas, together in as few round trips as their size allows. "If a cell has no
 * formula, its value is returned instead" (`Range.formulas`): values are asked for only where formulas stand.
 */
export async function readCells(
  context: Excel.RequestContext,
  areas: readonly SheetArea[],
  told: (share: number) => void,
): Promise<readonly CellContents[]> {
  const blocks = areas.map(({ sheet, area }): Block => {
    return { sheet, area, members: ["formulas", "text", "numberFormat"] };
  });
  const read = await readBlocks(context, blocks, told);
  const values = read.map(({ formulas = [] }) => formulas.map((row) => [...row]));
  const patches = read.flatMap(({ formulas = [] }, of) =>
    formulaPatches(formulas).map((place): Patch => ({ of, place })),
  );
  const wanted = patches.flatMap(({ of, place }) => {
    const area = areas[of];
    return area === undefined ? [] : [valueBlock(area, place)];
  });
  const computed = await readBlocks(context, wanted);
  for (const [at, { of, place }] of patches.entries()) {
    for (const [down, row] of (computed[at]?.values ?? []).entries()) {
      values[of]?.[place.top + down]?.splice(place.left, row.length, ...row);
    }
  }
  return read.map(({ formulas = [], text = [], numberFormat = [] }, of) => {
    return { values: values[of] ?? [], text, numberFormat, formulas };
  });
}
