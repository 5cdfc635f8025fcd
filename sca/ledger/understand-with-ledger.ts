import type { Tracker } from "../tracker/grid.ts";
import { partOf, type ShareTold } from "../tracker/share-told.ts";
import type { Answer, Understanding } from "../tracker/tracked-case.ts";
import { understandTracker } from "../tracker/understand.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import { withCaseIds } from "./case-ids.ts";
import { answersFrom } from "./read-ledger.ts";
import { carriedAnswers } from "./review-rows.ts";
import type { LedgerContent } from "./workbook-plan.ts";

export interface LedgerUnderstandingOptions {
  readonly asOf: CalendarDate;
  /** The earlier ledger, whose answers and case ids go on. */
  readonly previous?: LedgerContent;
  /** Answers beside those in the ledger's Review table; these go first. */
  readonly answers?: readonly Answer[];
  /** Told after each line; changes nothing of the result. */
  readonly told?: ShareTold;
}

/** Where the first time over ends when there may be a second: what is told never goes back. */
const FIRST = 0.6;

/**
 * Understands a tracker with the answers given and those in its earlier ledger; the cases carry the ledger's ids. Where
 * rows moved, it understands once more with the answers under the ids that their questions have now.
 *
 * @example understandWithLedger(tracker, { asOf: "2026-03-02" }) is what planLedger plans the ledger of
 */
export function understandWithLedger(
  tracker: Tracker,
  { asOf, previous, answers: given = [], told }: LedgerUnderstandingOptions,
): Understanding {
  const understood = (inLedger: readonly Answer[], from: number, to: number): Understanding => {
    const options = { asOf, answers: allAnswers(given, inLedger), told: partOf(told, from, to) };
    return withCaseIds(understandTracker(tracker, options), previous);
  };
  if (previous === undefined) return understood([], 0, 1);
  const typed = answersFrom(previous);
  const understanding = understood(typed, 0, FIRST);
  const carried = carriedAnswers(understanding.questions, previous);
  // A carried answer goes before the one that was typed for what stood at its place then.
  return carried.length === 0 ? understanding : understood([...carried, ...typed], FIRST, 1);
}

/** Each question has one answer: what was given comes before what stands in the ledger. */
function allAnswers(given: readonly Answer[], inLedger: readonly Answer[]): Answer[] {
  const answers = new Map(given.map((answer) => [answer.question, answer]));
  for (const answer of inLedger) if (!answers.has(answer.question)) answers.set(answer.question, answer);
  return [...answers.values()];
}
