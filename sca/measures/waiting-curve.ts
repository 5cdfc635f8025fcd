import type { Wait } from "./case-record.ts";

/** How many requests were still without a decision after so many business days. */
export interface WaitingStep {
  readonly days: number;
  /** Share of requests that wait longer than `days`, 0 to 1. */
  readonly stillWaiting: number;
  /** Requests that had waited so long without a decision, as that day began. */
  readonly atRisk: number;
}

/**
 * The Kaplan–Meier curve of waits, one step a day on which decisions fell: what the median of `turnaround` is read from.
 * Requests that still wait stay among those at risk up to the day that they have waited. Starts with all waiting at 0
 * days; empty where nothing is known.
 *
 * @example decided after 3, 5 and 9 business days, one waiting since 7: 0.75 after 3, 0.5 after 5, 0 after 9
 */
export function waitingCurve(waits: readonly Wait[]): WaitingStep[] {
  if (waits.length === 0) return [];
  const steps: WaitingStep[] = [{ days: 0, stillWaiting: 1, atRisk: waits.length }];
  const sorted = [...waits].sort((one, other) => one.days - other.days);
  let stillWaiting = 1;
  for (let at = 0; at < sorted.length; ) {
    const days = sorted[at]?.days ?? 0;
    const same = sorted.filter((wait) => wait.days === days);
    const ended = same.filter(({ decided }) => decided).length;
    const atRisk = sorted.length - at;
    if (ended > 0) {
      stillWaiting *= (atRisk - ended) / atRisk;
      if (days === 0) steps[0] = { days, stillWaiting, atRisk };
      else steps.push({ days, stillWaiting, atRisk });
    }
    at += same.length;
  }
  return steps;
}
