import { FEWEST_DECIDED_FOR_A_FINDING } from "./approval-rate.ts";
import type { Count } from "./beta-binomial-prior.ts";
import { type Interval, wilsonInterval } from "./wilson-interval.ts";

/** What two spans of time show beside each other. */
export interface ChangeOverTime {
  /** The later rate less the earlier one, -1 to 1; null where one of them has nothing decided. */
  readonly difference: number | null;
  /** The 95 % interval of the difference. */
  readonly interval: Interval | null;
  /** What may be claimed; null is no claim. */
  readonly claim: "rose" | "fell" | null;
  /** Why nothing is claimed: a side has too few decided cases, or chance alone would do as much. */
  readonly noClaim: "nothing decided" | "too few" | "within chance" | null;
}

/**
 * Whether a rate changed from one span of time to a later one, so that no trend is claimed from noise. The interval is
 * Newcombe's, from the two Wilson intervals (Statistics in Medicine 17, 1998, 873-890, method 10); a change is claimed
 * only where it leaves out 0 and each side has at least 20 decided cases. It holds for one pair that was chosen before
 * looking, such as the last quarter and the one a year before it: the most striking of many pairs is no finding.
 * Count both spans by the day of the request or both by the day of the answer, and let the later one be over: the answers
 * that are still open are not like those that came fast.
 *
 * @example changeOverTime({ granted: 48, decided: 80 }, { granted: 56, decided: 70 }): +0.20, 0.0524 to 0.3339, rose
 */
export function changeOverTime(earlier: Count, later: Count): ChangeOverTime {
  const before = wilsonInterval(earlier.granted, earlier.decided);
  const after = wilsonInterval(later.granted, later.decided);
  if (before === null || after === null) {
    return { difference: null, interval: null, claim: null, noClaim: "nothing decided" };
  }
  const [was, is] = [earlier.granted / earlier.decided, later.granted / later.decided];
  const difference = is - was;
  const interval = {
    low: difference - Math.hypot(is - after.low, before.high - was),
    high: difference + Math.hypot(after.high - is, was - before.low),
  };
  const few = Math.min(earlier.decided, later.decided) < FEWEST_DECIDED_FOR_A_FINDING;
  const changed = interval.low > 0 || interval.high < 0;
  if (few || !changed) return { difference, interval, claim: null, noClaim: few ? "too few" : "within chance" };
  return { difference, interval, claim: difference > 0 ? "rose" : "fell", noClaim: null };
}
