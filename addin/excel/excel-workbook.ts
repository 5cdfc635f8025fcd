import type { LedgerContent, PlanValue, WorkbookPlan } from "../../sca/ledger/workbook-plan.ts";
import type { Tracker } from "../../sca/tracker/grid.ts";

/** A sheet of the open workbook, as the pane offers it for choosing. */
export interface SheetListing {
  readonly name: string;
  readonly isHidden: boolean;
  /** True for a sheet of the ledger itself. */
  readonly isOurs: boolean;
  /** Rows and columns of what is filled; 0 for an empty sheet. */
  readonly rows: number;
  readonly columns: number;
}

/** How far long work has come, 0 to 1, and what is being done, in words. */
export type Progress = (share: number, what: string) => void;

/** Something in the workbook that the manager can mend; `code` is for programs and tests. */
export class WorkbookProblem extends Error {
  override readonly name = "WorkbookProblem";
  readonly code: string;

  /** @example new WorkbookProblem("protected", 'The sheet "Cases" is protected. Take the protection off and run again. Nothing was written.') */
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What applying a plan did, and how it is taken back. */
export interface AppliedPlan {
  readonly sheetsAdded: readonly string[];
  readonly sheetsRenewed: readonly string[];
  /** Cells that somebody changed while the work ran: they were left as they are, and stand here as "Cases!F12". */
  readonly leftAsEdited: readonly string[];
}

/** A change by a person, told once for a burst of changes; our own writes are not told. */
export interface PersonChange {
  /** Tables of the ledger that were touched, by table name. */
  readonly tables: readonly string[];
  /** True where a sheet of the user's own, that is the tracker, was touched. */
  readonly isTracker: boolean;
  /** True where all of it came from co-authors in the same file. */
  readonly byCoAuthors: boolean;
}

/** A row's cells by heading. */
export type RowValues = ReadonlyMap<string, PlanValue>;

/** One cell of a ledger table: the row whose key column says `key`. */
export interface LedgerCell {
  readonly table: string;
  readonly keyHeading: string;
  readonly key: string;
  readonly heading: string;
}

/**
 * The open workbook as the pane sees it. The only implementation that names Office.js stands in this folder; each action
 * takes a number of round trips that does not grow with the rows. Every member throws a WorkbookProblem in the manager's
 * words for what she can mend (protected sheet, read-only workbook, a renamed table or column), and leaves the user's own
 * sheets as they are.
 */
export interface ExcelWorkbook {
  /** The workbook's file name, as Excel shows it. */
  fileName(): Promise<string>;
  sheets(): Promise<readonly SheetListing[]>;
  /** The cells of the chosen sheets, as the file reader gives them. */
  readTracker(sheets: readonly string[], progress: Progress): Promise<Tracker>;
  /** The ledger that the workbook holds, or null. */
  readLedger(): Promise<LedgerContent | null>;
  /** Names of the user's sheets, tables and named cells, which the ledger must not take. */
  takenNames(): Promise<readonly string[]>;
  /** Writes the plan's sheets beside the user's, or renews them in place. `signal` stops it between two steps. */
  applyPlan(plan: WorkbookPlan, progress: Progress, signal: AbortSignal): Promise<AppliedPlan>;
  /**
   * Takes back what the last `applyPlan` of this session did. Answers with what could not be brought back, each in a
   * sentence; null where there is nothing to take back.
   */
  undoLastPlan(): Promise<readonly string[] | null>;
  /** Selects a cell of any sheet: "C14". */
  goTo(sheet: string, address: string): Promise<void>;
  /** Selects a row of a ledger table. */
  goToRow(table: string, keyHeading: string, key: string): Promise<void>;
  /** Writes one cell, unless it no longer holds `expected`: then a WorkbookProblem "edited-meanwhile". Undefined: whatever it holds. */
  writeCell(cell: LedgerCell, value: PlanValue, expected?: PlanValue): Promise<void>;
  /** Adds rows at the end of a ledger table. The table's sheet is made where it is not there yet. */
  appendRows(table: string, rows: readonly RowValues[]): Promise<void>;
  /** Writes a named cell of Settings. */
  writeSetting(name: string, value: PlanValue): Promise<void>;
  /** The key of the ledger row that is selected, where one is. */
  selectedRow(): Promise<{ readonly table: string; readonly values: RowValues } | null>;
  /** Adds or renews a sheet with native charts of the given data; answers with its name, which another sheet may have taken. */
  showCharts(sheet: string, charts: readonly NativeChart[]): Promise<string>;
  /** Has Excel compute every formula anew: those that call our functions do not know that Medicare's files came. */
  recalculate(): Promise<void>;
  /** Tells changes by people; answers with how to stop. */
  onPersonChange(listener: (change: PersonChange) => void): Promise<() => Promise<void>>;
  /** What cannot be done in this Excel and can in others, each in a sentence. */
  limits(): readonly string[];
}

/** A workbook whose ledger can be checked and mended after people changed its tables by hand, and that takes a sample. */
export interface MendableWorkbook extends ExcelWorkbook {
  /** Adds a sheet of typed rows at the end and shows it; answers with its name. */
  addSheet(name: string, rows: readonly (readonly string[])[]): Promise<string>;
  /** What is wrong with the ledger's tables since people changed them by hand; empty where all is well. */
  findLedgerFaults(): Promise<readonly LedgerFault[]>;
  /** Repairs what can be repaired: renamed tables and columns get their names back, lost columns come back empty. */
  repairLedger(faults: readonly LedgerFault[]): Promise<void>;
}

/** Something in the ledger's tables that people changed and the ledger cannot do without. */
export interface LedgerFault {
  readonly kind: "table-renamed" | "table-missing" | "column-renamed" | "column-missing";
  /** The table, by the name that it should have. */
  readonly table: string;
  /** The column's heading as it should be. */
  readonly heading?: string;
  /** What the table or column is called now, where it was renamed. */
  readonly now?: string;
  /** Where, what was found, what is needed, and what repairing would do. */
  readonly sentence: string;
  /** False where only a new run can mend it. */
  readonly canRepair: boolean;
}

/** A native Excel chart over a small table of figures that stands beside it. */
export interface NativeChart {
  readonly title: string;
  /**
   * What the chart says, for people who do not see it: a sentence in a cell above the chart, with its figures in cells
   * beside it. Office.js has no way to give a chart an alternative text of its own, up to its latest set.
   */
  readonly altText: string;
  readonly kind: "bar" | "column" | "line";
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Number format of the figures, as Excel writes it. */
  readonly format: string;
}
