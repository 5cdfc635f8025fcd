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

/**
 * Values, texts, formats and formulas of an area. "If a cell has no formula, its value is returned instead"
 * (`Range.formulas`): values are asked for only where formulas stand.
 */
export async function readCells(
  context: Excel.RequestContext,
  sheet: string,
  area: Area,
  told: (share: number) => void,
): Promise<CellContents> {
  const [{ formulas = [], text = [], numberFormat = [] } = {}] = await readBlocks(
    context,
    [{ sheet, area, members: ["formulas", "text", "numberFormat"] }],
    told,
  );
  const patches = formulaPatches(formulas);
  const blocks = patches.map(({ top, left, bottom, right }): Block => {
    const place = { top: area.top + top, left: area.left + left, bottom: area.top + bottom, right: area.left + right };
    return { sheet, area: place, members: ["values"] };
  });
  const computed = await readBlocks(context, blocks);
  const values = patches.length === 0 ? formulas : formulas.map((row) => [...row]);
  for (const [at, { top, left }] of patches.entries()) {
    for (const [down, row] of (computed[at]?.values ?? []).entries()) {
      const into = values[top + down] as CellOutput[];
      for (const [right, value] of row.entries()) into[left + right] = value;
    }
  }
  return { values, text, numberFormat, formulas };
}
