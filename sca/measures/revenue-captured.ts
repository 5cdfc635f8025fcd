import type { Cents } from "../values/money.ts";
import { isGranted } from "./approval-rate.ts";
import type { CaseRecord } from "./case-record.ts";
import { expectedOf } from "./expected-payment.ts";
import type { Measure } from "./measure.ts";
import { percentOf } from "./percent-of.ts";
import { usedAmountOf } from "./used-amount.ts";

/** What captured revenue is reckoned by. */
export interface CaptureTerms {
  /**
   * `received`: the ledger keeps claims, so only money received counts. `expected`: it keeps none, so agreed rate ×
   * units used stands in, and has to be called expected. One basis for the whole ledger, so that payers add up.
   */
  readonly basis: "received" | "expected";
  /** Of the agreed rate, what would have been paid out of network anyway: the setting "Without an agreement". */
  readonly baselinePercent: number;
}

/** Revenue that single case agreements brought. */
export interface RevenueCaptured {
  readonly basis: CaptureTerms["basis"];
  readonly baselinePercent: number;
  /** Payments received under agreements, less what was taken back; null without a paid claim line. */
  readonly received: Cents | null;
  /** Agreed rate × units used of all granted requests, paid or not; null where no use is known. */
  readonly expected: Cents | null;
  /** Baseline A: without the agreement the patient would have been lost, and nothing paid. */
  readonly capturedA: Cents | null;
  /** Baseline B: less the expected out-of-network payment for the same services. */
  readonly capturedB: Cents | null;
  /** Requests behind the captured figures. */
  readonly cases: number;
}

interface Captured {
  readonly received: number | null;
  readonly expected: number | null;
  readonly agreedOfPaid: number;
  readonly paidCases: number;
  readonly usedCases: number;
}

/**
 * Revenue captured: payments received under granted requests or, in a ledger without claims, agreed rate × units used,
 * labelled expected; minus a stated baseline. A takes nothing off. B takes off the percentage of the agreed amount, for
 * the same services, that Settings expects out of network. Money received and money expected are never added.
 * Source: design, Measures; guide 003 L64 ("that you would have otherwise lost").
 *
 * @example $9,000.00 received for services agreed at $10,000.00, baseline 40 %: A $9,000.00, B $5,000.00
 */
export function revenueCaptured({
  basis,
  baselinePercent,
}: CaptureTerms): Measure<Captured, RevenueCaptured, CaseRecord> {
  return {
    create: () => ({ received: null, expected: null, agreedOfPaid: 0, paidCases: 0, usedCases: 0 }),
    add: (state, subject) => (isGranted(subject) ? merge(state, capturedOf(subject)) : state),
    merge,
    value: (state) => {
      const { received, expected } = state;
      const captured = basis === "received" ? received : expected;
      const agreed = basis === "received" ? state.agreedOfPaid : (expected ?? 0);
      return {
        basis,
        baselinePercent,
        received: received as Cents | null,
        expected: expected as Cents | null,
        capturedA: captured as Cents | null,
        // To the nearest cent, of the sum.
        capturedB: (captured === null ? null : captured - percentOf(baselinePercent, agreed as Cents)) as Cents | null,
        cases: basis === "received" ? state.paidCases : state.usedCases,
      };
    },
  };
}

function capturedOf(subject: CaseRecord): Captured {
  const used = usedAmountOf(subject);
  let received: number | null = null;
  let agreedOfPaid = 0;
  for (const claim of subject.claims) {
    if (claim.paid === null) continue;
    received = (received ?? 0) + claim.paid;
    // A line that is not known to be paid short is taken to be paid as agreed; a line taken back takes back its share.
    agreedOfPaid += (claim.paid > 0 ? expectedOf(claim, subject) : null) ?? claim.paid;
  }
  return {
    received,
    expected: used,
    agreedOfPaid,
    paidCases: received === null ? 0 : 1,
    usedCases: used === null ? 0 : 1,
  };
}

function merge(one: Captured, other: Captured): Captured {
  return {
    received: plus(one.received, other.received),
    expected: plus(one.expected, other.expected),
    agreedOfPaid: one.agreedOfPaid + other.agreedOfPaid,
    paidCases: one.paidCases + other.paidCases,
    usedCases: one.usedCases + other.usedCases,
  };
}

function plus(one: number | null, other: number | null): number | null {
  return one === null ? other : one + (other ?? 0);
}
