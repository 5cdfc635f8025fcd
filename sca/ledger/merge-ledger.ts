import type { Question } from "../tracker/tracked-case.ts";
import { dropCorrected } from "./asked-fields.ts";
import type { TrackedRow } from "./case-rows.ts";
import type { ImportRecord } from "./import-record.ts";
import { type Imprint, imprintOf, imprintRow } from "./imprint.ts";
import { isBlank, type LedgerRow, plainText, textIn } from "./ledger-row.ts";
import type { LedgerTable } from "./ledger-table.ts";
import type { ReadTable } from "./read-ledger.ts";
import { shortHash } from "./short-hash.ts";

export interface MergeCounts {
  added: number;
  updated: number;
  kept: number;
  gone: number;
  dropped: number;
}

export interface MergedTable {
  readonly rows: LedgerRow[];
  readonly imports: ImportRecord[];
  readonly conflicts: Question[];
  readonly counts: MergeCounts;
}

/** How the user settled a value that both sides changed. */
export type Decision = "ledger" | "tracker";

export interface MergeRequest {
  readonly table: LedgerTable;
  /** Heading of the column that holds the record's id. */
  readonly key: string;
  /** What the tracker says now. */
  readonly planned: readonly TrackedRow[];
  /** The table as it stands in the earlier ledger. */
  readonly previous: ReadTable | null;
  /** What was taken over last time, by record id. */
  readonly imported: ReadonlyMap<string, ImportRecord>;
  /** Decisions by question id. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** Ids of the cases that the tracker still holds. */
  readonly livingCases: ReadonlySet<string>;
}

const GONE = "no longer in the tracker";

/**
 * Brings what the tracker says now and what the user made of the ledger together, field by field:
 * only the tracker changed, its value comes in; only the user changed, the user's stays; both changed and differ, the
 * user's stays and a question is raised. Rows and columns that the user added stay. A case that left the tracker stays
 * and says so; of a case still there, an authorization or line that left goes, unless the user touched it.
 */
export function mergeTable(request: MergeRequest): MergedTable {
  const { table, key, planned, previous, imported } = request;
  const counts: MergeCounts = { added: 0, updated: 0, kept: 0, gone: 0, dropped: 0 };
  const imports: ImportRecord[] = [];
  const conflicts: Question[] = [];
  const plannedById = new Map(planned.map((entry) => [entry.id, entry]));
  const placed = new Set<string>();
  const rows: LedgerRow[] = [];
  for (const before of previous?.rows ?? []) {
    const id = textIn(before, key);
    const now = plannedById.get(id);
    const then = imported.get(id);
    if (now !== undefined && !placed.has(id)) {
      placed.add(id);
      const merged = mergeRow(request, now, before, then, conflicts, counts);
      rows.push(merged.row);
      imports.push(merged.record);
    } else if (then === undefined || now !== undefined) {
      rows.push(copyOf(before, table));
    } else if (
      request.livingCases.has(textIn(before, "Case id")) &&
      table.name !== "Cases" &&
      isUntouched(before, then, table)
    ) {
      counts.dropped += 1;
    } else {
      rows.push(markedGone(before, table, counts));
      imports.push(then);
    }
  }
  const fresh: LedgerRow[] = [];
  for (const entry of planned) {
    if (placed.has(entry.id)) continue;
    counts.added += 1;
    fresh.push(entry.row);
    imports.push(recordOf(entry, table, imprintRow(entry.row, trackedHeadings(table))));
  }
  return { rows: placeNewRows(rows, fresh, table), imports, conflicts, counts };
}

function mergeRow(
  request: MergeRequest,
  now: TrackedRow,
  before: LedgerRow,
  then: ImportRecord | undefined,
  conflicts: Question[],
  counts: MergeCounts,
): { row: LedgerRow; record: ImportRecord } {
  const { table, decisions } = request;
  const row = copyOf(before, table);
  for (const column of table.columns) {
    if (column.origin !== "ledger") continue;
    const value = now.row.get(column.heading);
    if (value === undefined) row.delete(column.heading);
    else row.set(column.heading, value);
  }
  const imprint: Imprint = new Map();
  const remember = (heading: string, text: string): void => {
    if (text !== "") imprint.set(heading, text);
  };
  for (const heading of trackedHeadings(table)) {
    const fresh = now.row.get(heading);
    const tracker = imprintOf(fresh);
    const ledger = imprintOf(before.get(heading));
    const base = then?.imprint.get(heading) ?? "";
    const isOpen = tracker !== ledger && ledger !== base;
    const id = isOpen ? `ledger:${now.id}:${heading}:${shortHash(tracker)}` : "";
    const decision = isOpen ? decisions.get(id) : undefined;
    if (!isOpen || decision === "tracker") {
      if (tracker !== ledger) counts.updated += 1;
      if (fresh === undefined) row.delete(heading);
      else row.set(heading, fresh);
      remember(heading, tracker);
    } else if (tracker === base || decision === "ledger") {
      counts.kept += 1;
      remember(heading, tracker);
    } else {
      counts.kept += 1;
      remember(heading, base);
      conflicts.push(conflictQuestion(id, now, heading, plainText(before.get(heading)), plainText(fresh), base));
    }
  }
  dropCorrected(row, now.row);
  return { row, record: recordOf(now, table, imprint) };
}

function conflictQuestion(
  id: string,
  now: TrackedRow,
  heading: string,
  ledger: string,
  tracker: string,
  base: string,
): Question {
  const quoted = (text: string): string => (text === "" ? "nothing" : `"${text}"`);
  return {
    id,
    settles: id,
    caseId: textIn(now.row, "Case id"),
    sheet: textIn(now.row, "Source sheet") || null,
    cell: now.cells.get(heading)?.split(", ")[0] ?? textIn(now.row, "First cell"),
    field: heading,
    found: tracker,
    why: `${heading} was changed in the ledger (now ${quoted(ledger)}) and in the tracker (now ${quoted(tracker)}, before ${quoted(base)}). The ledger's stays until you choose.`,
    candidates: [
      { label: `Keep the ledger's: ${ledger || "nothing"}`, value: ledger },
      { label: `Take the tracker's: ${tracker || "nothing"}`, value: tracker },
    ],
  };
}

/** Reads an answer to a question about a value that both sides changed. */
export function decisionFrom(answer: string): Decision | null {
  const words = answer.trim().toLowerCase();
  if (words.startsWith("keep") || words === "ledger") return "ledger";
  return words.startsWith("take") || words === "tracker" ? "tracker" : null;
}

function recordOf(entry: TrackedRow, table: LedgerTable, imprint: Imprint): ImportRecord {
  return {
    id: entry.id,
    table: table.name,
    imprint,
    cells: entry.cells,
    sheet: textIn(entry.row, "Source sheet"),
    rows: textIn(entry.row, "Source rows"),
  };
}

const HEADINGS_BY_TABLE = new WeakMap<LedgerTable, readonly string[]>();

function trackedHeadings(table: LedgerTable): readonly string[] {
  const known = HEADINGS_BY_TABLE.get(table);
  if (known !== undefined) return known;
  const headings = table.columns.filter((column) => column.origin === "tracker").map((column) => column.heading);
  HEADINGS_BY_TABLE.set(table, headings);
  return headings;
}

function copyOf(row: LedgerRow, table: LedgerTable): LedgerRow {
  const copy: LedgerRow = new Map(row);
  for (const column of table.columns) if (column.origin === "formula") copy.delete(column.heading);
  return copy;
}

function isUntouched(row: LedgerRow, then: ImportRecord, table: LedgerTable): boolean {
  const declared = new Map(table.columns.map((column) => [column.heading, column.origin]));
  for (const [heading, value] of row) {
    const origin = declared.get(heading);
    if ((origin === "you" || origin === undefined) && !isBlank(value)) return false;
  }
  return trackedHeadings(table).every((heading) => imprintOf(row.get(heading)) === (then.imprint.get(heading) ?? ""));
}

function markedGone(row: LedgerRow, table: LedgerTable, counts: MergeCounts): LedgerRow {
  const marked = copyOf(row, table);
  marked.delete("First cell");
  const source = textIn(row, "Source rows");
  if (source.startsWith(GONE)) return marked;
  counts.gone += 1;
  marked.set("Source rows", source === "" ? GONE : `${GONE} (was ${source})`);
  return marked;
}

/** New authorizations and lines stand behind the others of their case, new cases at the end. */
function placeNewRows(rows: LedgerRow[], fresh: readonly LedgerRow[], table: LedgerTable): LedgerRow[] {
  if (table.name === "Cases" || rows.length === 0) return [...rows, ...fresh];
  const waiting = new Map<string, LedgerRow[]>();
  for (const row of fresh) {
    const id = textIn(row, "Case id");
    const others = waiting.get(id);
    if (others === undefined) waiting.set(id, [row]);
    else others.push(row);
  }
  const lastOf = new Map(rows.map((row, index) => [textIn(row, "Case id"), index]));
  const placed = rows.flatMap((row, index) => {
    const id = textIn(row, "Case id");
    const behind = lastOf.get(id) === index ? (waiting.get(id) ?? []) : [];
    if (behind.length > 0) waiting.delete(id);
    return [row, ...behind];
  });
  return [...placed, ...[...waiting.values()].flat()];
}
