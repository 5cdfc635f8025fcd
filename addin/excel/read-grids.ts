import type { Merge, Tracker } from "../../sca/tracker/grid.ts";
import type { DateSystem } from "../../sca/values/calendar-date.ts";
import type { Area } from "../../sca/workbook/sheet-reference.ts";
import { dateSystemOf } from "./date-system.ts";
import { areaOfAddress, columnsOf, rangeOf, rowsOf } from "./excel-range.ts";
import { type Progress, WorkbookProblem } from "./excel-workbook.ts";
import { readCells } from "./read-cells.ts";
import { COLUMN_LOOKS, readLooks } from "./read-looks.ts";
import { type SheetState, sheetGrid, shownDays } from "./sheet-grid.ts";

/** Cells without a value that are read for their colours, at most: a fill that reaches down to the last row is no content. */
const MOST_BLANK = 200_000;
const MOST_BLANK_SHARE = 4;

/** A tracker as it was read, and the days that its workbook counts from. */
export interface ReadTracker {
  readonly tracker: Tracker;
  readonly dateSystem: DateSystem;
}

interface Outline {
  readonly name: string;
  readonly isHidden: boolean;
  readonly area: Area | null;
  readonly comments: readonly { readonly text: string; readonly place: Excel.Range }[];
}

function areaOf(withLooks: Excel.Range, withValues: Excel.Range): Area | null {
  if (withLooks.isNullObject) return null;
  const area = areaOfAddress(withLooks.address);
  const filled = withValues.isNullObject ? null : areaOfAddress(withValues.address);
  const most = Math.max(MOST_BLANK, filled === null ? 0 : cellsOf(filled) * MOST_BLANK_SHARE);
  return cellsOf(area) <= most ? area : filled;
}

function cellsOf(area: Area): number {
  return rowsOf(area) * columnsOf(area);
}

async function outlines(
  context: Excel.RequestContext,
  names: readonly string[],
  has: (version: string) => boolean,
): Promise<readonly Outline[]> {
  const opened = names.map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load("name,visibility");
    return {
      ...{ name, sheet },
      withLooks: sheet.getUsedRangeOrNullObject(false).load("address"),
      withValues: sheet.getUsedRangeOrNullObject(true).load("address"),
      comments: has("1.10") ? sheet.comments.load("items/content,items/replies/items/content") : null,
    };
  });
  await context.sync();
  return opened.map(({ name, sheet, withLooks, withValues, comments }) => {
    if (sheet.isNullObject) {
      throw new WorkbookProblem("no-sheet", `The workbook has no sheet "${name}" any more. Choose the sheets again.`);
    }
    const notes = (comments?.items ?? []).map((comment) => ({
      text: [comment, ...comment.replies.items]
        .map(({ content }) => content.trim())
        .filter((said) => said !== "")
        .join("\n"),
      place: comment.getLocation().load("address"),
    }));
    return {
      ...{ name: sheet.name, isHidden: sheet.visibility !== "Visible" },
      ...{ area: areaOf(withLooks, withValues), comments: notes },
    };
  });
}

function isHidden(line: { readonly rowHidden?: boolean; readonly columnHidden?: boolean }): boolean {
  return line.rowHidden === true || line.columnHidden === true;
}

function mergesOf(merged: Excel.RangeAreas): readonly Merge[] {
  if (merged.isNullObject) return [];
  return merged.areas.items.map(({ address }) => areaOfAddress(address));
}

async function sheetState(
  context: Excel.RequestContext,
  { name, isHidden: hidden, area, comments }: Outline,
  has: (version: string) => boolean,
  told: (share: number) => void,
): Promise<SheetState> {
  const notes = comments.map(({ text, place }) => {
    const { top, left } = areaOfAddress(place.address);
    return { row: top, column: left, text };
  });
  const empty = {
    name,
    isHidden: hidden,
    comments: notes,
    merges: [],
    lookAt: () => ({}),
    rowsHidden: [],
    columnsHidden: [],
  };
  if (area === null) return { ...empty, area, cells: {} };
  const range = rangeOf(context.workbook.worksheets.getItem(name), area);
  const rows = range.getRowProperties({ rowHidden: true });
  const columns = range.getColumnProperties({ columnHidden: true, ...COLUMN_LOOKS });
  const merged = has("1.13") ? range.getMergedAreasOrNullObject() : null;
  if (merged !== null) merged.load("areas/items/address");
  await context.sync();
  const cells = await readCells(context, name, area, (share) => told(share / 2));
  const lookAt = await readLooks(context, name, area, columns.value);
  told(1);
  const lines = { rowsHidden: rows.value.map(isHidden), columnsHidden: columns.value.map(isHidden) };
  return { ...empty, ...lines, area, cells, lookAt, merges: merged === null ? [] : mergesOf(merged) };
}

/**
 * The cells of the chosen sheets, as the file reader gives them for the saved file. The number of round trips grows with
 * the cells alone. `otherwise` are the days that the workbook counts from where no day of the sheets tells. Throws a
 * WorkbookProblem where a sheet is gone.
 */
export async function readGrids(
  context: Excel.RequestContext,
  sheets: readonly string[],
  has: (version: string) => boolean,
  progress: Progress,
  otherwise: DateSystem = "1900",
): Promise<ReadTracker> {
  context.workbook.load("name");
  const found = await outlines(context, sheets, has);
  if (found.some(({ comments }) => comments.length > 0)) await context.sync();
  const states: SheetState[] = [];
  for (const [at, outline] of found.entries()) {
    const told = (share: number) => progress((at + share) / found.length, `reading ${outline.name}`);
    states.push(await sheetState(context, outline, has, told));
  }
  const dateSystem = dateSystemOf(states.flatMap(({ cells }) => shownDays(cells))) ?? otherwise;
  const grids = states.map((state) => sheetGrid(state, dateSystem));
  return { tracker: { file: context.workbook.name, grids }, dateSystem };
}
