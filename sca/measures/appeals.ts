import { type AnsweredRequest, isGranted } from "./approval-rate.ts";
import type { CaseRecord } from "./case-record.ts";
import type { Measure } from "./measure.ts";
import { type Interval, wilsonInterval } from "./wilson-interval.ts";

/** How appeals end. */
export interface Appeals {
  /** Won over decided appeals; null where none is decided. */
  readonly overturnRate: number | null;
  readonly interval: Interval | null;
  readonly won: number;
  readonly decided: number;
}

/** What the measure reads of a request. */
type AppealedRequest = AnsweredRequest & Pick<CaseRecord, "appealOutcome">;

interface Ended {
  readonly won: number;
  readonly lost: number;
}

const LOST = "upheld";

/**
 * Overturn rate: appeals won over appeals decided. Won is a request approved on appeal; lost is a denial whose Appeal
 * outcome says Upheld. Source: requirements 5.4; guide 004 L33 (many denials reverse with stronger access evidence).
 *
 * @example 3 approved on appeal, 2 upheld, 1 appeal open: 3 of 5, 0.6
 */
export const appeals: Measure<Ended, Appeals, AppealedRequest> = {
  create: () => ({ won: 0, lost: 0 }),
  add: ({ won, lost }, subject) => ({ won: won + Number(isWon(subject)), lost: lost + Number(isLost(subject)) }),
  merge: (one, other) => ({ won: one.won + other.won, lost: one.lost + other.lost }),
  value: ({ won, lost }) => ({
    overturnRate: won + lost === 0 ? null : won / (won + lost),
    interval: wilsonInterval(won, won + lost),
    won,
    decided: won + lost,
  }),
};

function isWon(subject: AnsweredRequest): boolean {
  return subject.outcome === "approvedOnAppeal" && isGranted(subject);
}

function isLost({ outcome, review, appealOutcome }: AppealedRequest): boolean {
  return outcome === "denied" && !review.includes("outcome") && appealOutcome.toLowerCase() === LOST;
}
