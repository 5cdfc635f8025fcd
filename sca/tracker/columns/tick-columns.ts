import type { Meaning } from "../headings/meaning.ts";
import { readHeading } from "../headings/read-heading.ts";
import type { FieldColumn } from "../layout/sheet-layout.ts";
import type { Outcome } from "../tracked-case.ts";
import { readOutcome } from "../vocabulary/outcomes.ts";
import { shapeOfCell } from "./cell-shape.ts";

const TICK = /^\s*(?:x+|✓|✔|☑|☒|●|•|y|yes|true|1|\*)\s*$/i;

/** True where a cell is a mark and no more. */
export function isTick(text: string): boolean {
  return TICK.test(text);
}

const NO_MARK = /^\s*(?:false|no|n|0|-|–|☐|□)\s*$/i;

/**
 * Columns that are ticked for an answer, one column an answer ("Approved | Denied | Pending" with an x in one of them):
 * the outcome by column. There must be at least two of them, and their cells little else than marks.
 */
export function tickColumns(columns: readonly FieldColumn[]): Map<FieldColumn, Outcome> {
  const ticked = new Map<FieldColumn, Outcome>();
  for (const column of columns) {
    if (column.text === "" || column.text.length > 30) continue;
    const marks = column.cells.filter((cell) => isTick(cell.text) || NO_MARK.test(cell.text));
    if (column.cells.length === 0 || marks.length < column.cells.length * 0.8) continue;
    if (namesOther(column)) continue;
    const outcome = readOutcome(column.text.replace(/[()?]|\bx\b/gi, " "));
    if (outcome && outcome.confidence >= 0.6 && outcome.candidates === undefined) ticked.set(column, outcome.outcome);
  }
  return new Set(ticked.values()).size >= 2 ? ticked : new Map();
}

const ANSWERING: ReadonlySet<Meaning> = new Set<Meaning>([
  "outcome",
  "decided",
  "denialReason",
  "appealDecided",
  "appealOutcome",
]);
/** Whether a heading says that its column is something else ("SCA signed", "Approval letter"). */
function namesOther(column: FieldColumn): boolean {
  return [...readHeading(column.text, column.group).scores].some(
    ([meaning, score]) => score >= 0.85 && !ANSWERING.has(meaning),
  );
}

const STAGES: ReadonlySet<Outcome> = new Set<Outcome>([
  "approved",
  "partiallyApproved",
  "denied",
  "withdrawn",
  "approvedOnAppeal",
]);

/**
 * Columns of dates, one a stage ("Approved On | Denied On | Withdrawn On"): the one that is filled is the answer, and its
 * date the day of it. There must be two answers among them.
 */
export function stageColumns(columns: readonly FieldColumn[]): Map<FieldColumn, Outcome> {
  const stages = new Map<FieldColumn, Outcome>();
  for (const column of columns) {
    if (column.text === "" || column.text.length > 30 || column.cells.length === 0) continue;
    if (namesOther(column)) continue;
    const dates = column.cells.filter((cell) => shapeOfCell(cell) === "date");
    if (dates.length < column.cells.length * 0.8) continue;
    const outcome = readOutcome(column.text.replace(/\b(?:dates?|dt|on|day|when)\b|[()?:]/gi, " ").trim());
    if (outcome && outcome.confidence >= 0.6 && outcome.candidates === undefined && STAGES.has(outcome.outcome))
      stages.set(column, outcome.outcome);
  }
  return new Set(stages.values()).size >= 2 ? stages : new Map();
}
