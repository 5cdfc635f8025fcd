import type { SheetPlan } from "../ledger/workbook-plan.ts";
import { columnLetters } from "../tracker/grid.ts";

/** Characters that one page still shows legibly side by side. */
const PAGE = 220;

/** White edges of each printed page, in inches. */
export const PAGE_MARGINS = { left: 0.5, right: 0.5, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 } as const;

/** What stands below each printed page, in the codes of files and of Excel alike: the sheet's name, and page n of m. */
export const PAGE_FOOTER = { left: "&A", right: "Page &P of &N" } as const;

/** How a sheet of the plan is printed; margins and footer are the same for all. */
export interface PrintedPage {
  readonly orientation: "landscape" | "portrait";
  /** Pages side by side; downwards it takes as many as the rows need. */
  readonly pagesWide: number;
  /** The heading row that repeats on each page, "$1:$1"; null where the sheet has none or several tables. */
  readonly titleRows: string | null;
  /** The columns that repeat on each page, "$A:$B": those that stay in view on the screen. */
  readonly titleColumns: string | null;
}

function pagesWide(widths: ReadonlyMap<number, number>): number {
  const total = [...widths.values()].reduce((sum, width) => sum + width, 0);
  return Math.max(1, Math.ceil(total / PAGE));
}

/**
 * How a sheet is printed, the same for a file and for Excel; `widths` are the columns' own, in characters.
 *
 * @example a sheet of one table at A1 with column A frozen: titleRows "$1:$1", titleColumns "$A:$A"
 */
export function printedPage(
  { tables, freeze, landscape }: SheetPlan,
  widths: ReadonlyMap<number, number>,
): PrintedPage {
  const [only, ...others] = tables;
  const isOne = only !== undefined && others.length === 0;
  const last = (freeze?.column ?? 1) - 1;
  return {
    orientation: landscape ? "landscape" : "portrait",
    pagesWide: pagesWide(widths),
    titleRows: isOne ? `$${only.row}:$${only.row}` : null,
    titleColumns: isOne && last > 0 ? `$A:$${columnLetters(last)}` : null,
  };
}
