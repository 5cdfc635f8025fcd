import { type Cents, centsLess } from "../values/money.ts";
import { isGranted } from "./approval-rate.ts";
import type { CaseRecord, ClaimRecord } from "./case-record.ts";
import { expectedOf } from "./expected-payment.ts";
import type { Measure } from "./measure.ts";
import { type Interval, wilsonInterval } from "./wilson-interval.ts";

/** Whether the payer pays what it agreed to. */
export interface HonourRate {
  /** Lines paid at the agreed amount or more, over paid lines; null without one whose agreed amount is known. */
  readonly rate: number | null;
  readonly interval: Interval | null;
  readonly honoured: number;
  /** Paid lines whose agreed amount is known. */
  readonly paidLines: number;
  /** What is missing on the paid lines that fall short; null where there is no such line to judge. */
  readonly underpaid: Cents | null;
  /** Paid lines whose agreed amount nobody states. */
  readonly notKnown: number;
  /** Lines that were answered with nothing, and what was agreed for them. */
  readonly unpaidLines: number;
  readonly unpaid: Cents;
}

interface Honoured {
  readonly honoured: number;
  readonly paidLines: number;
  readonly underpaid: number;
  readonly notKnown: number;
  readonly unpaidLines: number;
  readonly unpaid: number;
}

/**
 * Honour rate: claim lines of granted requests that were paid at the agreed amount or more, over paid lines whose agreed
 * amount is known; and what the others fall short, added up. Both follow the ledger's column Variance, paid less
 * expected. A line answered with nothing is no paid line: it is counted beside. Lines taken back (paid below 0) judge
 * nobody. Source: requirements 5.4; guide 003 L44 (issues during claims processing).
 *
 * @example agreed $325.00 each, paid $325.00, $325.00 and $280.00: 2 of 3, underpaid $45.00
 */
export const honourRate: Measure<Honoured, HonourRate, CaseRecord> = {
  create: () => NOTHING,
  add: (state, subject) => {
    if (subject.claims.length === 0 || !isGranted(subject)) return state;
    return subject.claims.reduce((sum, claim) => merge(sum, honouredOf(claim, subject)), state);
  },
  merge,
  value: ({ honoured, paidLines, underpaid, notKnown, unpaidLines, unpaid }) => ({
    rate: paidLines === 0 ? null : honoured / paidLines,
    interval: wilsonInterval(honoured, paidLines),
    honoured,
    paidLines,
    underpaid: paidLines === 0 ? null : (underpaid as Cents),
    notKnown,
    unpaidLines,
    unpaid: unpaid as Cents,
  }),
};

const NOTHING: Honoured = { honoured: 0, paidLines: 0, underpaid: 0, notKnown: 0, unpaidLines: 0, unpaid: 0 };

function honouredOf(claim: ClaimRecord, subject: CaseRecord): Honoured {
  const { paid } = claim;
  if (paid === null || paid < 0) return NOTHING;
  const expected = expectedOf(claim, subject);
  if (paid === 0) return { ...NOTHING, unpaidLines: 1, unpaid: expected ?? 0 };
  if (expected === null) return { ...NOTHING, notKnown: 1 };
  const short = Math.max(0, centsLess(expected, paid));
  return { ...NOTHING, paidLines: 1, honoured: short === 0 ? 1 : 0, underpaid: short };
}

function merge(one: Honoured, other: Honoured): Honoured {
  return {
    honoured: one.honoured + other.honoured,
    paidLines: one.paidLines + other.paidLines,
    underpaid: one.underpaid + other.underpaid,
    notKnown: one.notKnown + other.notKnown,
    unpaidLines: one.unpaidLines + other.unpaidLines,
    unpaid: one.unpaid + other.unpaid,
  };
}
