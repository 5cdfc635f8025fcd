import type { Outcome } from "../tracker/tracked-case.ts";
import type { Measure } from "./measure.ts";
import { type Interval, wilsonInterval } from "./wilson-interval.ts";

/** Under this many decided cases a rate is a hint, not a finding. */
export const FEWEST_DECIDED_FOR_A_FINDING = 20;

/** How many cases ended each way. `asked`: the outcome waits for an answer in Review; `notStated`: the tracker is silent. */
export type OutcomeCounts = Readonly<Record<Outcome | "asked" | "notStated", number>>;

/** A request with its answer, as far as it is settled. */
export interface AnsweredRequest {
  readonly outcome?: Outcome | undefined;
  /** Fields that a person is asked about. */
  readonly review: readonly string[];
}

const GRANTED: ReadonlySet<Outcome | undefined> = new Set<Outcome>([
  "approved",
  "partiallyApproved",
  "approvedOnAppeal",
]);

/** True where the request was granted, and nobody is asked whether it was. */
export function isGranted({ outcome, review }: AnsweredRequest): boolean {
  return GRANTED.has(outcome) && !review.includes("outcome");
}

/** How often a payer says yes. Requests are counted, not rows, codes or renewals. */
export interface ApprovalRate {
  readonly counts: OutcomeCounts;
  /** Approved, partially approved, approved on appeal or denied. */
  readonly decided: number;
  /** Approved, partially approved or approved on appeal. */
  readonly granted: number;
  /** Granted out of decided, 0 to 1; null where nothing is decided, since that is no rate of 0. */
  readonly rate: number | null;
  readonly interval: Interval | null;
  /** Too few decided to be more than a hint. */
  readonly isHint: boolean;
}

const NONE: OutcomeCounts = {
  approved: 0,
  partiallyApproved: 0,
  denied: 0,
  pending: 0,
  withdrawn: 0,
  approvedOnAppeal: 0,
  asked: 0,
  notStated: 0,
};

/**
 * The approval rate: granted out of decided, with its 95 % interval. Pending and withdrawn requests are outside, and so
 * is an outcome that a person is asked about, whatever the best guess: it counts once it is settled.
 * Source: design, Measures; guide 003 L44 (which payers say yes, for which reasons).
 *
 * @example 7 approved, 1 partially approved, 1 approved on appeal, 3 denied, 4 pending: 9 of 12 decided, 75 %
 */
export const approvalRate: Measure<OutcomeCounts, ApprovalRate, AnsweredRequest> = {
  create: () => NONE,
  add: (counts, subject) => {
    const key = subject.review.includes("outcome") ? "asked" : (subject.outcome ?? "notStated");
    return { ...counts, [key]: counts[key] + 1 };
  },
  merge: (first, second) => ({
    approved: first.approved + second.approved,
    partiallyApproved: first.partiallyApproved + second.partiallyApproved,
    denied: first.denied + second.denied,
    pending: first.pending + second.pending,
    withdrawn: first.withdrawn + second.withdrawn,
    approvedOnAppeal: first.approvedOnAppeal + second.approvedOnAppeal,
    asked: first.asked + second.asked,
    notStated: first.notStated + second.notStated,
  }),
  value: (counts) => {
    const granted = counts.approved + counts.partiallyApproved + counts.approvedOnAppeal;
    const decided = granted + counts.denied;
    return {
      counts,
      decided,
      granted,
      rate: decided === 0 ? null : granted / decided,
      interval: wilsonInterval(granted, decided),
      isHint: decided < FEWEST_DECIDED_FOR_A_FINDING,
    };
  },
};
