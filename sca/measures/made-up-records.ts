import { type CalendarDate, parseIsoDay } from "../values/calendar-date.ts";
import { centsFromDollars } from "../values/money.ts";
import type { CaseRecord, ClaimRecord, LineRecord, PeriodRecord, RateRecord } from "./case-record.ts";

/** For tests: a day that is known to be one. */
export function day(text: string): CalendarDate {
  const parsed = parseIsoDay(text);
  if (parsed === null) throw new RangeError(`${text} is no day`);
  return parsed;
}

/** For tests: a rate per day. */
export function perDay(dollars: number): RateRecord {
  return { model: "perDiem", rate: dollars, unit: "day", dollarsPerUnit: dollars };
}

/** For tests: a rate for one service of a code. */
export function perUnit(dollars: number): RateRecord {
  return { model: "perUnit", rate: dollars, unit: null, dollarsPerUnit: dollars };
}

/** For tests: a percent of Medicare, and what it comes to. */
export function percentOfMedicare(percent: number, dollarsPerUnit: number | null): RateRecord {
  return { model: "percentOfMedicare", rate: percent, unit: null, dollarsPerUnit };
}

/** For tests: an approved request without anything under it. */
export function record(facts: Partial<CaseRecord> = {}): CaseRecord {
  return {
    id: "C-1",
    payer: "Aetna",
    trigger: null,
    levelOfCare: null,
    owner: null,
    outcome: "approved",
    review: [],
    submitted: day("2026-01-05"),
    decided: day("2026-01-09"),
    appealOutcome: "",
    wait: null,
    agreed: { cents: 0, parts: 0, untold: [] },
    lines: [],
    periods: [],
    negotiations: [],
    claims: [],
    ...facts,
  };
}

/** For tests: an approved line. */
export function line(facts: Partial<LineRecord> = {}): LineRecord {
  return {
    id: "C-1-90837",
    code: "90837",
    family: "Psychotherapy",
    periodId: "",
    isDecided: true,
    isGranted: true,
    rate: null,
    unitsRequested: null,
    unitsAuthorized: null,
    unitsUsed: null,
    agreed: null,
    medicare: null,
    multiple: null,
    ...facts,
  };
}

/** For tests: so many units at a rate over Medicare's; without one, outside every multiple. */
export function pricedLine(units: number, dollars: number, medicare: number | null): LineRecord {
  return line({
    rate: perUnit(dollars),
    unitsAuthorized: units,
    agreed: centsFromDollars(units * dollars),
    medicare: medicare === null ? null : centsFromDollars(units * medicare),
    multiple: medicare === null ? null : dollars / medicare,
  });
}

/** For tests: an authorization in force. */
export function period(
  firstDay: string | null,
  lastDay: string | null,
  facts: Partial<PeriodRecord> = {},
): PeriodRecord {
  return {
    id: "c-1.1",
    isGranted: true,
    firstDay: firstDay === null ? null : day(firstDay),
    lastDay: lastDay === null ? null : day(lastDay),
    unitsAuthorized: null,
    unitsUsed: null,
    rate: null,
    ...facts,
  };
}

/** For tests: a claim line; dollars, null where the cell is blank. */
export function claim(on: string | null, paid: number | null, expected: number | null = null): ClaimRecord {
  const cents = (dollars: number | null) => (dollars === null ? null : centsFromDollars(dollars));
  return {
    day: on === null ? null : day(on),
    code: "90837",
    units: 1,
    paid: cents(paid),
    expected: cents(expected),
  };
}
