import { type ApprovalRate, approvalRate } from "../measures/approval-rate.ts";
import { medianOf } from "../measures/bag.ts";
import type { CaseRecord } from "../measures/case-record.ts";
import { measureOf } from "../measures/measure.ts";
import type { AccessAttempt } from "./contracting-facts.ts";

/** Figures that were noted: the middle, the ends, and how many. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** What was found when in-network care was looked for. */
export interface AccessEvidence {
  readonly attempts: number;
  /** Different offices by name; attempts without one are not among them. */
  readonly offices: number;
  /** Requests with at least one attempt, of all requests. */
  readonly requests: number;
  readonly ofRequests: number;
  /** Calendar days to the first appointment offered; null where nobody noted one. */
  readonly wait: Spread | null;
  readonly miles: Spread | null;
  /** Attempts without a wait: no appointment was offered, or nobody noted it. */
  readonly withoutWait: number;
  /** How often requests with and without logged attempts were granted. */
  readonly granted: { readonly withAttempts: ApprovalRate; readonly without: ApprovalRate };
}

/**
 * The evidence of a network gap: in-network offices tried, waits offered, distances. The middle stands for the waits,
 * since one very long list says little. Sources: guides 004 L25 (missing access evidence is a common reason of denial),
 * 001 L10, 003 L17; requirements 5.1 (network need).
 *
 * @example waits of 21, 34 and 60 days in 3 of 5 attempts: median 34, n 3, 2 without a wait
 */
export function accessEvidence(cases: readonly CaseRecord[], attempts: readonly AccessAttempt[]): AccessEvidence {
  const own = attemptsFor(cases, attempts);
  const tried = new Set(own.map(({ caseId }) => caseId.toLowerCase()));
  const waits = own.flatMap(({ waitDays }) => waitDays ?? []);
  const isTried = ({ id }: CaseRecord): boolean => tried.has(id.toLowerCase());
  return {
    attempts: own.length,
    offices: new Set(own.map(({ office }) => office.toLowerCase()).filter((office) => office !== "")).size,
    requests: tried.size,
    ofRequests: cases.length,
    wait: spreadOf(waits),
    miles: spreadOf(own.flatMap(({ miles }) => miles ?? [])),
    withoutWait: own.length - waits.length,
    granted: {
      withAttempts: measureOf(approvalRate, cases.filter(isTried)),
      without: measureOf(
        approvalRate,
        cases.filter((subject) => !isTried(subject)),
      ),
    },
  };
}

/** The attempts that were made for some requests. */
export function attemptsFor(cases: readonly CaseRecord[], attempts: readonly AccessAttempt[]): AccessAttempt[] {
  const ids = new Set(cases.map(({ id }) => id.toLowerCase()));
  return attempts.filter(({ caseId }) => ids.has(caseId.toLowerCase()));
}

function spreadOf(figures: readonly number[]): Spread | null {
  const median = medianOf(figures);
  if (median === null) return null;
  const [low, high] = figures.reduce(
    ([least, most], one): [number, number] => [Math.min(least, one), Math.max(most, one)],
    [median, median] as [number, number],
  );
  return { median, low, high, n: figures.length };
}
