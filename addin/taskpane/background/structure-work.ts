import { type HeadingChoice, withHeadingChoices } from "../../../sca/ledger/heading-choices.ts";
import { planLedger } from "../../../sca/ledger/plan-ledger.ts";
import { answersFrom } from "../../../sca/ledger/read-ledger.ts";
import { understandWithLedger } from "../../../sca/ledger/understand-with-ledger.ts";
import type { LedgerContent, WorkbookPlan } from "../../../sca/ledger/workbook-plan.ts";
import { medicarePricing } from "../../../sca/measures/medicare-pricing.ts";
import { EMPTY_LIBRARY, type MedicareLibrary } from "../../../sca/medicare/fee-schedule.ts";
import { readCompactForm } from "../../../sca/medicare/files/compact-form.ts";
import { libraryOf } from "../../../sca/medicare/files/held-library.ts";
import type { Tracker } from "../../../sca/tracker/grid.ts";
import { partOf } from "../../../sca/tracker/share-told.ts";
import type { Answer } from "../../../sca/tracker/tracked-case.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import { summaryOf, type UnderstandingSummary } from "./understanding-summary.ts";

/** Everything that structuring needs: plain data, so that it can be handed to a worker. */
export interface StructuringRequest {
  readonly tracker: Tracker;
  readonly previous: LedgerContent | null;
  /** Answers beside those in the ledger's Review table. */
  readonly answers: readonly Answer[];
  /** What the manager chose that headings mean. */
  readonly headings: readonly HeadingChoice[];
  readonly asOf: CalendarDate;
  /** Medicare's files in the compact form, by name. */
  readonly medicareTexts: ReadonlyMap<string, string>;
  readonly takenNames: readonly string[];
}

/** What came of it; no plan where no case was found. */
export interface StructuringResult {
  readonly summary: UnderstandingSummary;
  readonly plan: WorkbookPlan | null;
}

/** Shares of the whole: Medicare's files come before, the plan after. */
const UNDERSTANDING = { from: 0.05, to: 0.8 } as const;

/** How far the work has come, and what is done now. */
export type WorkProgress = (share: number, what: string) => void;

/**
 * From a tracker's cells to the plan of its ledger, as the command line does it. Pure, and long on a large tracker: the
 * pane runs it in a worker, tests in their own process.
 */
export function structureInPane(request: StructuringRequest, progress: WorkProgress): StructuringResult {
  const { tracker, asOf, answers, headings, takenNames } = request;
  const previous = withHeadingChoices(request.previous ?? undefined, headings);
  progress(0, "Reading Medicare's amounts");
  const medicare = medicarePricing(libraryFrom(request.medicareTexts));
  const ledger = previous === undefined ? {} : { previous };
  const understanding = understandWithLedger(tracker, {
    ...{ asOf, answers, ...ledger },
    told: partOf((share) => progress(share, "Understanding the cases"), UNDERSTANDING.from, UNDERSTANDING.to),
  });
  const summary = summaryOf(understanding, previous === undefined ? [] : answersFrom(previous));
  if (understanding.cases.length === 0) return { summary, plan: null };
  progress(UNDERSTANDING.to, "Planning the ledger");
  const plan = planLedger(understanding, {
    asOf,
    takenNames,
    ...ledger,
    ...(medicare === undefined ? {} : { medicare }),
  });
  return { summary, plan };
}

/** As on the shelf: while a file is damaged nothing is priced, since another release's amounts would be taken in silence. */
function libraryFrom(texts: ReadonlyMap<string, string>): MedicareLibrary {
  const read = [...texts].map(([name, text]) => readCompactForm(name, text));
  const held = read.flatMap((file) => (file.kind === "refused" || file.kind === "notNeeded" ? [] : [file]));
  return held.length === read.length ? libraryOf(held) : EMPTY_LIBRARY;
}
