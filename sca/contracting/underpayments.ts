import { isGranted } from "../measures/approval-rate.ts";
import type { CaseRecord } from "../measures/case-record.ts";
import { expectedOf } from "../measures/expected-payment.ts";
import { type Cents, centsLess } from "../values/money.ts";
import type { NumberedClaim } from "./contracting-facts.ts";

/** A claim line that was paid less than was agreed, or not at all. */
export interface Underpayment extends NumberedClaim {
  readonly expected: Cents;
  readonly paid: Cents;
  readonly short: Cents;
  /** Answered with nothing: no paid line, and counted apart from the honour rate. */
  readonly isUnpaid: boolean;
}

/**
 * The claim lines behind the honour rate that fall short, the most dollars first: what is disputed line by line. Those
 * that are paid in part add up to the honour rate's `underpaid`, those answered with nothing to its `unpaid`. Source:
 * guide 003 L44 (log any issues during claims processing); requirements 5.1 (payer scorecard: underpayments).
 *
 * @example agreed $325.00, paid $280.00: short $45.00
 */
export function underpayments(cases: readonly CaseRecord[], claims: readonly NumberedClaim[]): Underpayment[] {
  const byId = new Map(cases.filter(isGranted).map((subject) => [subject.id.toLowerCase(), subject]));
  return claims
    .flatMap((numbered): Underpayment[] => {
      const subject = byId.get(numbered.caseId.toLowerCase());
      const { paid } = numbered.claim;
      const expected = subject === undefined ? null : expectedOf(numbered.claim, subject);
      if (paid === null || paid < 0 || expected === null || expected <= paid) return [];
      return [{ ...numbered, expected, paid, short: centsLess(expected, paid), isUnpaid: paid === 0 }];
    })
    .sort(
      (one, other) =>
        other.short - one.short ||
        byText(one.claim.day ?? "", other.claim.day ?? "") ||
        byText(one.number, other.number) ||
        byText(one.caseId, other.caseId),
    );
}

function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
