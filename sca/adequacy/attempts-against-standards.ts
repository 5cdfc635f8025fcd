import type { AccessAttempt } from "../contracting/contracting-facts.ts";
import { medianOf } from "../measures/bag.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import type { AdequacyStandard } from "./adequacy-standard.ts";
import type { AccessStandards } from "./applicable-standards.ts";
import { judgeAttempt } from "./judge-attempt.ts";

/** How attempts stand to one standard. */
export interface StandardCount {
  readonly standard: AdequacyStandard;
  /** Attempts that tell whether they are within it. */
  readonly judged: number;
  readonly beyond: number;
}

/** What a network offered, set against what it owes. */
export interface AccessAgainstStandards {
  readonly attempts: number;
  /** Attempts with a wait and without a reason against the office: a patient could have been seen there. */
  readonly viable: number;
  /** The middle of the waits offered, in calendar days, and how many were noted. */
  readonly medianWait: number | null;
  readonly waits: number;
  /** Attempts that at least one standard without a condition is set against, and those beyond one of them. */
  readonly judged: number;
  readonly beyond: number;
  /** Beyond out of judged; null where none is judged. */
  readonly share: number | null;
  /** Every standard that holds for a case with an attempt, those with a condition too. */
  readonly standards: readonly StandardCount[];
  /** Why attempts are not judged, each with how many; the most first. */
  readonly notJudged: readonly { readonly why: string; readonly attempts: number }[];
}

/**
 * Attempts at in-network offices against the standards of their cases. An attempt is beyond where it exceeds a standard
 * that holds without a further condition; what it does not tell, and cases without a standard, are counted beside it with
 * the reason. A few calls are evidence for a patient, no measurement of a network: show how many they are.
 * Source: guides 004 L25 and 001 L10; requirements 5.1 (network need).
 *
 * @example waits of 8, 12 and 40 days for fully insured behavioral patients in Maryland: 2 of 3 beyond 10 calendar days
 */
export function attemptsAgainstStandards(
  attempts: readonly AccessAttempt[],
  standardsOf: (attempt: AccessAttempt) => AccessStandards,
  holidays: ReadonlySet<CalendarDate>,
): AccessAgainstStandards {
  const counts = new Map<string, { standard: AdequacyStandard; judged: number; beyond: number }>();
  const reasons = new Map<string, number>();
  let [judged, beyond] = [0, 0];
  for (const attempt of attempts) {
    const found = standardsOf(attempt);
    const whys = found.kind === "none" ? [found.why] : found.kind === "ask" ? [...found.what] : [];
    let [isJudged, isBeyond] = [false, false];
    for (const standard of found.kind === "apply" ? found.standards : []) {
      const count = counts.get(standard.id) ?? { standard, judged: 0, beyond: 0 };
      counts.set(standard.id, count);
      const { met, why } = judgeAttempt(attempt, standard.limit, holidays);
      if (why !== null) whys.push(`An attempt: ${why}.`);
      if (met === null) continue;
      count.judged += 1;
      if (!met) count.beyond += 1;
      if (standard.condition !== null) whys.push(`The standard holds where ${standard.condition}.`);
      else [isJudged, isBeyond] = [true, isBeyond || !met];
    }
    if (isJudged) judged += 1;
    if (isBeyond) beyond += 1;
    if (!isJudged) for (const why of new Set(whys)) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  }
  const waits = attempts.flatMap(({ waitDays }) => waitDays ?? []);
  return {
    attempts: attempts.length,
    viable: attempts.filter(({ waitDays, reason }) => waitDays !== null && reason === "").length,
    medianWait: medianOf(waits),
    waits: waits.length,
    judged,
    beyond,
    share: judged === 0 ? null : beyond / judged,
    standards: [...counts.values()].sort((one, other) => (one.standard.id < other.standard.id ? -1 : 1)),
    notJudged: [...reasons]
      .map(([why, many]) => ({ why, attempts: many }))
      .sort((one, other) => other.attempts - one.attempts),
  };
}
