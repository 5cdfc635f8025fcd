import type { Look, PlacedCell, SheetPlan } from "../../sca/ledger/workbook-plan.ts";
import { APPEARANCES, type CellAppearance } from "../../sca/workbook/looks.ts";
import { plannedAreas } from "../../sca/workbook/planned-areas.ts";
import { type Area, areaText } from "../../sca/workbook/sheet-reference.ts";
import { forAll, rangeOf } from "./excel-range.ts";
import type { TargetTable } from "./target-table.ts";
import { CALL_BYTES, type WriteQueue } from "./write-queue.ts";

const HORIZONTAL = { left: "Left", center: "Center", right: "Right" } as const;
const VERTICAL = { top: "Top", center: "Center" } as const;
const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;

/** True for a look whose cells hold text and nothing else. */
export function isTextLook(look: Look | undefined): boolean {
  return APPEARANCES[look ?? "text"].format === "@";
}

function applyFont(
  font: Excel.RangeFont,
  { bold, italic, underline, larger, ink }: CellAppearance,
  size: number,
): void {
  if (bold) font.bold = true;
  if (italic) font.italic = true;
  if (underline) font.underline = "Single";
  if (larger !== undefined) font.size = size + larger;
  if (ink !== undefined) font.color = `#${ink}`;
}

/** Gives cells a look; `size` is the workbook's own size of letters, in points. */
export function applyLook(range: Excel.Range, look: Look, size: number): void {
  const appearance = APPEARANCES[look];
  const { format: code, fill, border, horizontal, indent, vertical, wrap } = appearance;
  if (code !== undefined) range.numberFormat = forAll(code);
  const { format } = range;
  applyFont(format.font, appearance, size);
  if (fill !== undefined) format.fill.color = `#${fill}`;
  if (horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[horizontal];
  if (indent !== undefined) format.indentLevel = indent;
  if (vertical !== undefined) format.verticalAlignment = VERTICAL[vertical];
  if (wrap) format.wrapText = true;
  if (border === undefined) return;
  for (const edge of EDGES) {
    const line = format.borders.getItem(edge);
    line.style = "Continuous";
    line.color = `#${border}`;
  }
}

/** The look of a cell that the plan places by itself. */
export function lookOf({ look, link }: PlacedCell): Look | undefined {
  return look ?? (link ? "link" : undefined);
}

/** Blocks of placed cells that look alike. */
export function alikeAreas(plan: SheetPlan): ReadonlyMap<Look, readonly Area[]> {
  const byLook = new Map<Look, PlacedCell[]>();
  for (const cell of plan.cells) {
    const look = lookOf(cell);
    if (look !== undefined) byLook.set(look, [...(byLook.get(look) ?? []), cell]);
  }
  return new Map([...byLook].map(([look, cells]) => [look, plannedAreas({ ...plan, cells, tables: [] })] as const));
}

/** The looks of the cells that the plan places by themselves. */
export async function applyCellLooks(
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  size: number,
  queue: WriteQueue,
): Promise<void> {
  for (const [look, areas] of alikeAreas(plan)) {
    for (const area of areas) {
      await queue.room(CALL_BYTES * 8);
      applyLook(rangeOf(sheet, area), look, size);
    }
  }
}

/** The looks of a table: its headings, and each column alike from the first row to the last. */
export async function applyTableLooks(
  sheet: Excel.Worksheet,
  { plan, area, body, untouched }: TargetTable,
  size: number,
  queue: WriteQueue,
): Promise<void> {
  await queue.room(CALL_BYTES * 8);
  applyLook(rangeOf(sheet, { ...area, bottom: area.top }), "heading", size);
  for (const [at, { look }] of plan.columns.entries()) {
    if (untouched.has(at)) continue;
    await queue.room(CALL_BYTES * 6);
    applyLook(rangeOf(sheet, { ...body, left: body.left + at, right: body.left + at }), look, size);
  }
}

/** What tells a place in words: "Cases!F12". */
export function placeText(sheet: string, row: number, column: number): string {
  return `${sheet}!${areaText({ top: row, left: column, bottom: row, right: column })}`;
}
