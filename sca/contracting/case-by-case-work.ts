import { isGranted } from "../measures/approval-rate.ts";
import type { CaseRecord } from "../measures/case-record.ts";
import { type Cents, centsForUnits } from "../values/money.ts";
import type { ContractingAssumptions } from "./contracting-facts.ts";

/** What working case by case took: each is one thing that somebody at the payer handled too, attempts apart. */
export interface CaseByCaseWork {
  readonly requests: number;
  /** Figures asked and offered. */
  readonly moves: number;
  /** Contacts logged. */
  readonly contacts: number;
  readonly authorizations: number;
  /** Claim lines of granted requests, which nobody's fee schedule prices. */
  readonly claimLines: number;
  /** Our staff's hours, by the assumption of Settings. */
  readonly hours: number;
  readonly cost: Cents;
}

/**
 * The work of going case by case, counted: no dollars are put on the payer's side, since nobody here knows them; ours
 * come from the assumptions, hours a request × cost of an hour, to the nearest cent. Denied requests are work too.
 * Sources: requirements 5.2 (the payer's own administrative cost is an argument); guide 001 L4 (repeated status checks
 * and rework).
 *
 * @example 30 requests at 6 hours of $35.00: 180 hours, $6,300.00
 */
export function caseByCaseWork(
  cases: readonly CaseRecord[],
  contacts: ReadonlyMap<string, number>,
  { hoursPerRequest, hourCost }: ContractingAssumptions,
): CaseByCaseWork {
  const sum = (of: (subject: CaseRecord) => number): number => cases.reduce((all, subject) => all + of(subject), 0);
  const hours = Number((cases.length * hoursPerRequest).toFixed(6));
  return {
    requests: cases.length,
    moves: sum(({ negotiations }) => negotiations.reduce((all, { moves }) => all + moves.length, 0)),
    contacts: sum(({ id }) => contacts.get(id.toLowerCase()) ?? 0),
    authorizations: sum(({ periods }) => periods.filter((period) => period.isGranted).length),
    claimLines: sum((subject) => (isGranted(subject) ? subject.claims.length : 0)),
    hours,
    cost: centsForUnits(hourCost, hours),
  };
}
