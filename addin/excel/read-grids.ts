import type { Merge, Tracker } from "../../sca/tracker/grid.ts";
import type { DateSystem } from "../../sca/values/calendar-date.ts";
import type { Area } from "../../sca/workbook/sheet-reference.ts";
import { dateSystemOf } from "./date-system.ts";
import { areaOfAddress, columnsOf, resultOf, rowsOf } from "./excel-range.ts";
import { type Progress, WorkbookProblem } from "./excel-workbook.ts";
import { readCells, type SheetArea } from "./read-cells.ts";
import { COLUMN_LOOKS, readLooks } from "./read-looks.ts";
import { readPieces, type Wanted } from "./read-pieces.ts";
import { type SheetState, sheetGrid, shownDays } from "./sheet-grid.ts";

/** Cells without a value that are read for their colours, at most: a fill that reaches down to the last row is no content. */
const MOST_BLANK = 200_000;
const MOST_BLANK_SHARE = 4;
/** More sheets than these are told by their number. */
const MOST_NAMED = 3;

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

/** Bytes of a row of which only is asked whether it is hidden, and of a column with its looks. */
const ROW_BYTES = 24;
const COLUMN_BYTES = 240;

/** What is asked of lines before their cells: which are hidden, what columns share, what is merged. */
interface Lines {
  readonly rowsHidden: boolean[];
  columns: readonly Excel.ColumnProperties[];
  merges: readonly Merge[];
}

function askRows({ sheet, area }: SheetArea, into: Lines): Wanted {
  return {
    ...{ sheet, area, rowBytes: ROW_BYTES },
    ask: (band) => {
      const rows = band.getRowProperties({ rowHidden: true });
      return () => {
        const read = resultOf(rows);
        for (const row of read) into.rowsHidden.push(isHidden(row));
        return read.length * ROW_BYTES;
      };
    },
  };
}

function askColumns({ sheet, area }: SheetArea, into: Lines, has: (version: string) => boolean): Wanted {
  const bytes = columnsOf(area) * COLUMN_BYTES;
  return {
    ...{ sheet, area, rowBytes: bytes / rowsOf(area), isWhole: true },
    ask: (range) => {
      const columns = range.getColumnProperties({ columnHidden: true, ...COLUMN_LOOKS });
      const merged = has("1.13") ? range.getMergedAreasOrNullObject() : null;
      if (merged !== null) merged.load("areas/items/address");
      return () => {
        into.columns = resultOf(columns);
        into.merges = merged === null ? [] : mergesOf(merged);
        return bytes + into.merges.length * ROW_BYTES;
      };
    },
  };
}

async function readLines(
  context: Excel.RequestContext,
  areas: readonly SheetArea[],
  has: (version: string) => boolean,
): Promise<readonly Lines[]> {
  const lines = areas.map((): Lines => ({ rowsHidden: [], columns: [], merges: [] }));
  const wanted = areas.flatMap((area, at) => {
    const into = lines[at];
    return into === undefined ? [] : [askRows(area, into), askColumns(area, into, has)];
  });
  await readPieces(context, wanted);
  return lines;
}

function notesOf({ comments }: Outline): SheetState["comments"] {
  return comments.map(({ text, place }) => {
    const { top, left } = areaOfAddress(place.address);
    return { row: top, column: left, text };
  });
}

/** The sheets in the order of their outlines; all are read together, whatever their number. */
async function sheetStates(
  context: Excel.RequestContext,
  found: readonly Outline[],
  has: (version: string) => boolean,
  progress: Progress,
): Promise<readonly SheetState[]> {
  const filled = found.filter((outline) => outline.area !== null);
  const areas = filled.flatMap(({ name, area }): SheetArea[] => (area === null ? [] : [{ sheet: name, area }]));
  const lines = await readLines(context, areas, has);
  const names = found.map(({ name }) => name);
  const what = `reading ${names.length > MOST_NAMED ? `${names.length} sheets` : names.join(", ")}`;
  const cells = await readCells(context, areas, (share) => progress(0.05 + 0.6 * share, what));
  const looked = areas.map((area, at) => ({ ...area, columns: lines[at]?.columns ?? [] }));
  const looks = await readLooks(context, looked, (share) => progress(0.65 + 0.3 * share, what));
  progress(1, what);
  return found.map((outline): SheetState => {
    const { name, isHidden: hidden, area } = outline;
    const at = filled.indexOf(outline);
    const { rowsHidden = [], columns = [], merges = [] } = lines[at] ?? {};
    return {
      ...{ name, isHidden: hidden, area, comments: notesOf(outline), rowsHidden, merges },
      cells: cells[at] ?? {},
      lookAt: looks[at] ?? (() => ({})),
      columnsHidden: columns.map(isHidden),
    };
  });
}

/**
 * The cells of the chosen sheets, as the file reader gives them for the saved file. The number of round trips grows with
 * the cells alone, not with the number of sheets. `otherwise` are the days that the workbook counts from where no day of the sheets tells. Throws a
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
  const states = await sheetStates(context, found, has, progress);
  const dateSystem = dateSystemOf(states.flatMap(({ cells }) => shownDays(cells))) ?? otherwise;
  const grids = states.map((state) => sheetGrid(state, dateSystem));
  return { tracker: { file: context.workbook.name, grids }, dateSystem };
}
