import type { TrackedCase } from "../tracker/tracked-case.ts";
import { type ApprovalRate, approvalRate } from "./approval-rate.ts";
import type { LineBenchmarks } from "./line-benchmarks.ts";
import { measureOf } from "./measure.ts";
import { type RevenueAgreed, revenueAgreed } from "./revenue-agreed.ts";

/** What stands in place of a name for requests whose payer nobody states, or a person is asked about. */
export const PAYER_NOT_SETTLED = "Payer not settled";

/** What the tracker shows of one payer's answers. */
export interface PayerRecord {
  /** Canonical name; null for cases whose payer the tracker does not state or a person is asked about. */
  readonly payer: string | null;
  /** Cases of every outcome. */
  readonly cases: number;
  readonly approval: ApprovalRate;
  readonly revenue: RevenueAgreed;
}

/**
 * One record a payer, by name; the record without a payer, where there is one, comes last.
 * A payer that is being asked about is not credited to the best guess.
 */
export function payerRecords(cases: readonly TrackedCase[], benchmarks?: LineBenchmarks): PayerRecord[] {
  const groups = new Map<string | null, TrackedCase[]>();
  for (const subject of cases) {
    const payer = subject.review.includes("payer") ? null : (subject.payer ?? null);
    const group = groups.get(payer);
    if (group === undefined) groups.set(payer, [subject]);
    else group.push(subject);
  }
  return [...groups.entries()]
    .sort(([one], [other]) => byName(one, other))
    .map(([payer, group]) => recordOf(payer, group, benchmarks));
}

/** The record of all payers together. */
export function recordOfAll(cases: readonly TrackedCase[], benchmarks?: LineBenchmarks): PayerRecord {
  return recordOf(null, cases, benchmarks);
}

function recordOf(
  payer: string | null,
  cases: readonly TrackedCase[],
  benchmarks: LineBenchmarks | undefined,
): PayerRecord {
  return {
    payer,
    cases: cases.length,
    approval: measureOf(approvalRate, cases),
    revenue: measureOf(revenueAgreed(benchmarks), cases),
  };
}

/** Names by their characters, the same on every machine; none comes last. */
export function byName(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one < other ? -1 : Number(one > other);
}
