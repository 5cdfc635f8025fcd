import type { Cents } from "../values/money.ts";
import type { CaseRecord, ClaimRecord, LineRecord } from "./case-record.ts";
import { centsOrNull } from "./dollars-for-units.ts";

/**
 * What was agreed for a claim line, in cents: its column Expected where that is filled, else the agreed rate per unit of
 * its code × its units, where the case has one such rate for that day. Null where neither tells.
 *
 * @example 2 units of 90837 under $162.50 a unit: 32500
 */
export function expectedOf(claim: ClaimRecord, subject: CaseRecord): Cents | null {
  if (claim.expected !== null) return claim.expected;
  if (claim.units === null || claim.units <= 0) return null;
  const code = claim.code.toLowerCase();
  const lines = subject.lines.filter((line) => line.isGranted && line.code.toLowerCase() === code);
  const ofDay = lines.filter((line) => covers(line, claim, subject));
  const rates = new Set((ofDay.length > 0 ? ofDay : lines).map(perUnit));
  const [rate] = rates;
  return rates.size === 1 && rate !== undefined && rate !== null ? centsOrNull(rate, claim.units) : null;
}

function perUnit({ rate }: LineRecord): number | null {
  return rate === null || rate.model === "caseRate" ? null : rate.dollarsPerUnit;
}

function covers(line: LineRecord, { day }: ClaimRecord, subject: CaseRecord): boolean {
  const period = subject.periods.find(({ id }) => id !== "" && id === line.periodId);
  if (period === undefined || day === null) return false;
  return (period.firstDay ?? day) <= day && day <= (period.lastDay ?? day);
}
