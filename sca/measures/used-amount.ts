import { type Cents, centsFromDollars } from "../values/money.ts";
import { isGranted } from "./approval-rate.ts";
import type { CaseRecord, LineRecord, PeriodRecord, RateRecord } from "./case-record.ts";
import { centsOrNull, MOST_DOLLARS } from "./dollars-for-units.ts";

/** Units delivered at a rate. */
interface Delivered {
  readonly rate: RateRecord | null;
  readonly units: number;
}

/**
 * Agreed rate × units used, in cents: what a granted request should bring for the services delivered. Where the use is
 * counted by code the codes tell, otherwise the authorizations; a rate per case counts once, as soon as a unit is used.
 * Null where no use with a rate in dollars is known.
 *
 * @example 14 of 20 days used at $850.00: 1190000
 */
export function usedAmountOf(subject: CaseRecord): Cents | null {
  let sum: number | null = null;
  const casesPaid = new Set<number>();
  for (const { rate, units } of deliveredOf(subject)) {
    const cents = rate === null ? null : amountOf(rate, units);
    if (rate === null || cents === null) continue;
    if (rate.model === "caseRate") {
      if (casesPaid.has(rate.rate) || units <= 0) continue;
      casesPaid.add(rate.rate);
    }
    sum = (sum ?? 0) + cents;
  }
  return sum as Cents | null;
}

function amountOf(rate: RateRecord, units: number): Cents | null {
  if (rate.model === "caseRate") return Math.abs(rate.rate) > MOST_DOLLARS ? null : centsFromDollars(rate.rate);
  return rate.dollarsPerUnit === null ? null : centsOrNull(rate.dollarsPerUnit, units);
}

/** What was used under a granted request, each unit once. */
export function deliveredOf(subject: CaseRecord): Delivered[] {
  if (!isGranted(subject)) return [];
  const lines = subject.lines.filter((line) => line.isGranted);
  const ofCase = lines.filter((line) => line.periodId === "");
  const byCode = delivered(ofCase);
  if (byCode.length > 0) return [...byCode, ...delivered(lines.filter((line) => line.periodId !== ""))];
  const all: Delivered[] = [];
  for (const period of subject.periods) {
    if (!period.isGranted) continue;
    const own = lines.filter((line) => line.periodId === period.id);
    const used = delivered(own);
    // Codes with rates of their own share the authorization's use in a way that nobody states.
    const isShared = own.length > 1 && own.some((line) => line.rate?.rate !== own[0]?.rate?.rate);
    if (used.length > 0) all.push(...used);
    else if (!isShared) all.push(...delivered([period]));
  }
  return all;
}

function delivered(holders: readonly (LineRecord | PeriodRecord)[]): Delivered[] {
  const used: Delivered[] = [];
  for (const { rate, unitsUsed } of holders) if (unitsUsed !== null) used.push({ rate, units: unitsUsed });
  return used;
}
