import { isGranted } from "../measures/approval-rate.ts";
import type { CaseRecord, LineRecord, PeriodRecord } from "../measures/case-record.ts";
import { centsOrNull } from "../measures/dollars-for-units.ts";
import { measureOf } from "../measures/measure.ts";
import { type CaptureTerms, type RevenueCaptured, revenueCaptured } from "../measures/revenue-captured.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import { type Cents, sumOfCents } from "../values/money.ts";
import { requestsIn, type Span, yearTo } from "./contract-year.ts";

/** What would be gone if a payer granted no more single case agreements. */
export interface RevenueAtRisk {
  /** The twelve months that a year's risk is told from. */
  readonly span: Span;
  /** Granted requests of the span. */
  readonly granted: number;
  /** What they brought: all of it is at risk where patients would be lost (A), the rest above out of network otherwise (B). */
  readonly captured: RevenueCaptured;
  readonly open: OpenAuthorizations;
}

/** Authorizations in force on the as-of day with units left: agreed already, and the last of their kind. */
export interface OpenAuthorizations {
  readonly count: number;
  /** Units left × the agreed rate; null where none can be told. */
  readonly cents: Cents | null;
  /** Of `count`, those without units, use or a rate in dollars: in no sum. */
  readonly notTold: number;
}

/**
 * Revenue at risk if single case agreements stop: what requests of the last twelve months brought, which nobody would
 * bring again, told with both baselines of revenue captured; and what authorizations in force still hold. It is not
 * scaled to a year where the ledger covers less. Sources: requirements O; guides 000 L13
 * (payers end the reliance on single case agreements), 003 L64.
 *
 * @example $9,000.00 received in twelve months, baseline 40 % of $10,000.00: $9,000.00 at risk, $5,000.00 over out of
 * network; 6 of 20 days left at $850.00: $5,100.00 open
 */
export function revenueAtRisk(cases: readonly CaseRecord[], terms: CaptureTerms, asOf: CalendarDate): RevenueAtRisk {
  const span = yearTo(asOf);
  const ofYear = requestsIn(cases, span);
  return {
    span,
    granted: ofYear.filter(isGranted).length,
    captured: measureOf(revenueCaptured(terms), ofYear),
    open: openAuthorizations(cases, asOf),
  };
}

function openAuthorizations(cases: readonly CaseRecord[], asOf: CalendarDate): OpenAuthorizations {
  const left = cases
    .filter(isGranted)
    .flatMap((subject) =>
      subject.periods
        .filter((period) => isInForce(period, asOf))
        .map((period) =>
          unusedOf(
            period,
            subject.lines.filter((line) => line.periodId === period.id && line.isGranted),
          ),
        ),
    )
    .filter((cents) => cents !== 0);
  const told = left.filter((cents) => cents !== null);
  return {
    count: left.length,
    cents: told.length === 0 ? null : sumOfCents(told),
    notTold: left.length - told.length,
  };
}

function isInForce({ isGranted: counts, firstDay, lastDay }: PeriodRecord, asOf: CalendarDate): boolean {
  return counts && firstDay !== null && firstDay <= asOf && (lastDay === null || asOf <= lastDay);
}

/** Null where it cannot be told; used up is 0. */
function unusedOf(period: PeriodRecord, lines: readonly LineRecord[]): Cents | null {
  const whole = amountLeft(period);
  if (whole !== null) return whole;
  const byCode = lines.map(amountLeft);
  return byCode.length > 0 && byCode.every((cents) => cents !== null) ? sumOfCents(byCode) : null;
}

function amountLeft({ rate, unitsAuthorized, unitsUsed }: PeriodRecord | LineRecord): Cents | null {
  if (unitsAuthorized === null || unitsUsed === null || rate === null || rate.dollarsPerUnit === null) return null;
  return centsOrNull(rate.dollarsPerUnit, Math.max(0, unitsAuthorized - unitsUsed));
}
