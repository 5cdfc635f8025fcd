import type { LedgerContent, PlanValue, WorkbookPlan } from "../../../sca/ledger/workbook-plan.ts";
import type { Tracker } from "../../../sca/tracker/grid.ts";
import { drawnGrid } from "../../../sca/tracker/testing/drawn-grid.ts";
import {
  type LedgerCell,
  type LedgerFault,
  type MendableWorkbook,
  type PersonChange,
  type SheetListing,
  WorkbookProblem,
} from "../../excel/excel-workbook.ts";

/** An open workbook in memory: what the pane reads is set by the test, what it writes is kept for it. */
export interface FakeWorkbook extends MendableWorkbook {
  tracker: Tracker;
  ledger: LedgerContent | null;
  listings: readonly SheetListing[];
  faults: readonly LedgerFault[];
  /** Thrown by the next call of any member. */
  refusal: Error | null;
  readonly applied: WorkbookPlan[];
  readonly visited: string[];
  readonly cells: { readonly cell: LedgerCell; readonly value: PlanValue; readonly expected: PlanValue | undefined }[];
  /** A person changes something. */
  change(change: PersonChange): void;
}

/** A workbook whose tracker stands on the sheets listed; without a ledger unless given one. */
export function fakeWorkbook(tracker: Tracker, ledger: LedgerContent | null = null): FakeWorkbook {
  const listeners = new Set<(change: PersonChange) => void>();
  const before: (LedgerContent | null)[] = [];
  const answer = async <Result>(result: () => Result): Promise<Result> => {
    const { refusal } = fake;
    if (refusal === null) return result();
    fake.refusal = null;
    throw refusal;
  };
  const fake: FakeWorkbook = {
    tracker,
    ledger,
    refusal: null,
    faults: [],
    listings: tracker.grids.map((grid) => ({
      ...{ name: grid.sheet ?? "", isHidden: grid.hidden, isOurs: false, rows: grid.rows.length },
      columns: Math.max(0, ...grid.rows.flatMap(({ cells }) => cells.map(({ column }) => column))),
    })),
    ...{ applied: [], visited: [], cells: [] },
    change: (change) => {
      for (const listener of listeners) listener(change);
    },
    fileName: () => answer(() => fake.tracker.file),
    sheets: () => answer(() => fake.listings),
    readTracker: (sheets, progress) =>
      answer(() => {
        progress(1, "Reading the sheets");
        const grids = fake.tracker.grids.filter(({ sheet }) => sheets.includes(sheet ?? ""));
        return { ...fake.tracker, grids };
      }),
    readLedger: () => answer(() => fake.ledger),
    takenNames: () => answer(() => fake.listings.map(({ name }) => name)),
    applyPlan: (plan, progress, signal) =>
      answer(() => {
        if (signal.aborted) throw new WorkbookProblem("stopped", "Stopped. The workbook is as it was before.");
        progress(0.5, "Writing Cases");
        before.push(fake.ledger);
        fake.ledger = contentOf(plan);
        fake.applied.push(plan);
        return { sheetsAdded: plan.sheets.map(({ name }) => name), sheetsRenewed: [], leftAsEdited: [] };
      }),
    undoLastPlan: () =>
      answer(() => {
        const last = before.pop();
        if (last === undefined) return null;
        fake.ledger = last;
        return [];
      }),
    goTo: (sheet, address) => answer(() => void fake.visited.push(`${sheet}!${address}`)),
    goToRow: (table, _, key) => answer(() => void fake.visited.push(`${table}: ${key}`)),
    writeCell: (cell, value, expected) => answer(() => void fake.cells.push({ cell, value, expected })),
    appendRows: () => answer(() => undefined),
    writeSetting: () => answer(() => undefined),
    selectedRow: () => answer(() => null),
    recalculate: () => answer(() => undefined),
    showCharts: (sheet) => answer(() => sheet),
    onPersonChange: async (listener) => {
      listeners.add(listener);
      return async () => void listeners.delete(listener);
    },
    addSheet: (name, rows) =>
      answer(() => {
        fake.tracker = { ...fake.tracker, grids: [...fake.tracker.grids, drawnGrid(rows, name)] };
        fake.listings = [...fake.listings, { name, isHidden: false, isOurs: false, rows: rows.length, columns: 1 }];
        return name;
      }),
    findLedgerFaults: () => answer(() => fake.faults),
    repairLedger: () =>
      answer(() => {
        fake.faults = [];
      }),
    limits: () => [],
  };
  return fake;
}

/** The ledger that a plan leaves in a workbook, as it would be read back. */
export function contentOf(plan: WorkbookPlan): LedgerContent {
  const plain = (value: PlanValue | { readonly error: string }): PlanValue =>
    value !== null && typeof value === "object" && "error" in value ? value.error : value;
  const tables = plan.sheets.flatMap(({ name: sheet, tables: planned }) =>
    planned.map(({ name, columns, rows }) => {
      const content = { name, sheet, headings: columns.map(({ heading }) => heading) };
      return [name, { ...content, rows: rows.map((row) => row.map(plain)) }] as const;
    }),
  );
  return { tables: new Map(tables), named: new Map() };
}
