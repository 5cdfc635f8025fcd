import type { Cents } from "../values/money.ts";
import { appeals } from "./appeals.ts";
import { type ApprovalRate, approvalRate } from "./approval-rate.ts";
import { avoidedCost } from "./avoided-cost.ts";
import type { CaseRecord } from "./case-record.ts";
import { honourRate } from "./honour-rate.ts";
import { lapseDays } from "./lapse-days.ts";
import type { Measure } from "./measure.ts";
import { type MultipleOfMedicare, multipleOfMedicare } from "./multiple-of-medicare.ts";
import { negotiationYield } from "./negotiation-yield.ts";
import { revenueFrom } from "./revenue-agreed.ts";
import { type CaptureTerms, revenueCaptured } from "./revenue-captured.ts";
import { turnaround } from "./turnaround.ts";
import { unitYield } from "./unit-yield.ts";

/** What measures take from the whole ledger rather than from a request: stated beside the figures that rest on it. */
export interface MeasureTerms extends CaptureTerms {
  /** Dollars a day of the level of care that patients would need otherwise; null where nobody states it. */
  readonly higherDayRate: number | null;
}

/**
 * Every measure by its name, for who folds them one by one.
 *
 * @example measureOf(measuresOf(terms).approval, records).rate
 */
export function measuresOf(terms: MeasureTerms) {
  return {
    approval: approvalRate,
    appeals,
    turnaround,
    multiple: multipleOfMedicare,
    units: unitYield,
    negotiation: negotiationYield,
    agreed: revenueFrom((subject: CaseRecord) => subject.agreed),
    captured: revenueCaptured(terms),
    honour: honourRate,
    lapse: lapseDays,
    avoided: avoidedCost(terms.higherDayRate),
  };
}

type Measures = ReturnType<typeof measuresOf>;
type Name = keyof Measures;
type StateOf<Of> = Of extends Measure<infer State, infer _Value, infer _Subject> ? State : never;
type ValueOf<Of> = Of extends Measure<infer _State, infer Value, infer _Subject> ? Value : never;

export type LedgerMeasuresState = { readonly [N in Name]: StateOf<Measures[N]> };
/** What the requests of a ledger, or of a part of it, show by every measure. */
export type LedgerMeasures = { readonly [N in Name]: ValueOf<Measures[N]> };

/**
 * All measures at once, each as its own file defines it.
 *
 * @example measureOf(ledgerMeasures(terms), records).approval.rate
 */
export function ledgerMeasures(terms: MeasureTerms): Measure<LedgerMeasuresState, LedgerMeasures, CaseRecord> {
  const measures = measuresOf(terms);
  // Each part meets only states that it made itself.
  const parts = Object.entries(measures) as [Name, Measure<unknown, unknown, CaseRecord>][];
  const each = (work: (measure: Measure<unknown, unknown, CaseRecord>, name: Name) => unknown) =>
    Object.fromEntries(parts.map(([name, measure]) => [name, work(measure, name)]));
  return {
    create: () => each((measure) => measure.create()) as LedgerMeasuresState,
    // Written out, for it runs once a request.
    add: (state, subject) => ({
      approval: measures.approval.add(state.approval, subject),
      appeals: measures.appeals.add(state.appeals, subject),
      turnaround: measures.turnaround.add(state.turnaround, subject),
      multiple: measures.multiple.add(state.multiple, subject),
      units: measures.units.add(state.units, subject),
      negotiation: measures.negotiation.add(state.negotiation, subject),
      agreed: measures.agreed.add(state.agreed, subject),
      captured: measures.captured.add(state.captured, subject),
      honour: measures.honour.add(state.honour, subject),
      lapse: measures.lapse.add(state.lapse, subject),
      avoided: measures.avoided.add(state.avoided, subject),
    }),
    merge: (one, other) => each((measure, name) => measure.merge(one[name], other[name])) as LedgerMeasuresState,
    value: (state) => each((measure, name) => measure.value(state[name])) as LedgerMeasures,
  };
}

/** The measures that rest on requests and their lines alone. */
export const HEADLINES = ["approval", "appeals", "turnaround", "multiple", "units"] as const;
export type HeadlineName = (typeof HEADLINES)[number];
export type Headlines = Pick<LedgerMeasures, HeadlineName>;

/** The fields of `measureFields` that a headline is told by; appeals are told in words alone. */
const HEADLINE_FIELDS: Readonly<Record<HeadlineName, (of: Headlines) => Readonly<Record<string, number | null>>>> = {
  approval: ({ approval }) => approvalFields(approval),
  appeals: () => ({}),
  turnaround: ({ turnaround: waits }) => ({ turnaroundMedian: waits.median }),
  multiple: ({ multiple }) => multipleFields(multiple),
  units: ({ units }) => ({ unitYield: units.share }),
};

/**
 * Some of the measures as other programs read them.
 *
 * @example headlineFields(all, new Set(["units"])) is { unitYield: 0.8 }
 */
export function headlineFields(all: Headlines, only: ReadonlySet<HeadlineName>): Record<string, number | null> {
  return Object.assign({}, ...HEADLINES.filter((name) => only.has(name)).map((name) => HEADLINE_FIELDS[name](all)));
}

/**
 * The measures as other programs read them: counts, shares of 1, business days, multiples, and dollars with their cents
 * as numbers; null where there is nothing to say. `pending` holds what is not decided: open, blank, or asked about.
 */
export function measureFields({ approval, turnaround: waits, multiple, units, ...values }: LedgerMeasures) {
  const { negotiation, agreed, captured, honour, lapse, avoided } = values;
  return {
    ...approvalFields(approval),
    turnaroundMedian: waits.median,
    ...multipleFields(multiple),
    unitYield: units.share,
    rateYield: negotiation.rateYield,
    movement: negotiation.movement,
    revenueAgreed: agreed.inFull + agreed.inPart === 0 ? null : agreed.cents / 100,
    revenueReceived: dollars(captured.received),
    capturedA: dollars(captured.capturedA),
    capturedB: dollars(captured.capturedB),
    honourRate: honour.rate,
    underpaid: dollars(honour.underpaid),
    lapseDays: lapse.outside,
    avoidedCost: dollars(avoided.cents),
  };
}

function approvalFields(approval: ApprovalRate) {
  const { counts } = approval;
  return {
    requests: requestsOf(approval),
    decided: approval.decided,
    approved: counts.approved,
    partial: counts.partiallyApproved,
    denied: counts.denied,
    pending: counts.pending + counts.notStated + counts.asked,
    withdrawn: counts.withdrawn,
    overturned: counts.approvedOnAppeal,
    approvalRate: approval.rate,
    approvalLow: approval.interval?.low ?? null,
    approvalHigh: approval.interval?.high ?? null,
  };
}

function multipleFields(multiple: MultipleOfMedicare) {
  return {
    multipleWeighted: multiple.weighted,
    multipleMedian: multiple.median,
    multipleLow: multiple.low,
    multipleHigh: multiple.high,
    multipleLines: multiple.lines,
    multipleCoverage: multiple.coverage,
  };
}

/** Requests of every outcome. */
export function requestsOf({ counts }: ApprovalRate): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function dollars(cents: Cents | null): number | null {
  return cents === null ? null : cents / 100;
}
