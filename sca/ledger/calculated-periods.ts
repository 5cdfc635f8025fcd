import { AFTER_THE_END, countDaysLeft, runsOutDay, usageDay } from "../deadlines/countdown.ts";
import { requestByDay } from "../deadlines/request-by.ts";
import { standingOf } from "../deadlines/standing.ts";
import { type CalendarDate, daysBetween } from "../values/calendar-date.ts";
import { ASKED, DOLLAR_FIELDS, namesAny } from "./asked-fields.ts";
import { type FormulaSettings, isDollarsPerUnit, isNotInForce, type LedgerIndex } from "./ledger-index.ts";
import { dayIn, isBlank, type LedgerRow, numberIn, sameText, sumOf, textIn } from "./ledger-row.ts";
import { NOT_STATED } from "./ledger-words.ts";
import type { PlanValue } from "./workbook-plan.ts";

/** The columns that other tables look up: filled before the service lines. */
export function calculatePeriodBasics(
  periods: readonly LedgerRow[],
  index: LedgerIndex,
  settings: FormulaSettings,
): void {
  for (const row of periods) {
    const entry = index.cases.first(textIn(row, "Case id"));
    const payer = textIn(entry, "Payer");
    row.set("Patient", textIn(entry, "Patient"));
    row.set("Payer", payer);
    if (isBlank(row.get("Case id"))) {
      for (const heading of ["Outcome that applies", "In question", "Use counted to", "Lead that applies"])
        row.set(heading, "");
      continue;
    }
    const own = textIn(row, "Outcome");
    row.set("Outcome that applies", sameText(own, NOT_STATED) ? "" : own === "" ? textIn(entry, "Outcome") : own);
    row.set("In question", isInQuestion(row, entry, linesOf(row, index)) ? "Yes" : "");
    row.set("Use counted to", {
      day: usageDay(dayIn(row, "Use counted on"), dayIn(row, "Last covered day"), settings.asOf),
    });
    row.set("Lead that applies", numberIn(index.payers.first(payer), "Reauth lead") ?? settings.reauthLead);
  }
}

/** What a period states itself answers to its own questions, anything else to its case's too. */
function isInQuestion(row: LedgerRow, entry: LedgerRow | undefined, lines: readonly LedgerRow[]): boolean {
  const ofCase = ["Agreed rate", "Rate model"].filter((heading) => isBlank(row.get(heading)));
  return (
    namesAny(textIn(row, ASKED), DOLLAR_FIELDS) ||
    (lines.length === 1 && namesAny(textIn(lines[0], ASKED), DOLLAR_FIELDS)) ||
    namesAny(textIn(entry, ASKED), ["Outcome", "Units authorized", "Code", ...ofCase])
  );
}

/** The countdown of every period; the service lines are filled by then. */
export function calculatePeriods(periods: readonly LedgerRow[], index: LedgerIndex, settings: FormulaSettings): void {
  for (const row of periods) {
    setModelAndRate(row, index);
    const inForce = !isBlank(row.get("Case id")) && !isNotInForce(textIn(row, "Outcome that applies"));
    const last = dayIn(row, "Last covered day");
    row.set("Days left", inForce && last !== null ? countDaysLeft(last, settings.asOf) : "");
    row.set("Units left", inForce ? unitsLeft(row, index) : "");
    row.set("Runs out on", inForce ? runsOut(row, index) : "");
    row.set("$ at risk", inForce ? dollarsAtRisk(row, index) : "");
    row.set("Expected dollars", inForce ? expectedDollars(row, index) : "");
    const requestBy = inForce ? requestByOf(row, last, settings) : null;
    row.set("Request-by day", requestBy === null ? "" : { day: requestBy });
  }
  for (const row of periods) row.set("Standing", standing(row, index, settings));
}

function linesOf(row: LedgerRow, index: LedgerIndex): readonly LedgerRow[] {
  return index.linesOfPeriod.all(textIn(row, "Period id"));
}

function setModelAndRate(row: LedgerRow, index: LedgerIndex): void {
  if (isBlank(row.get("Case id"))) {
    row.set("Model that applies", "");
    row.set("Rate that applies", "");
    return;
  }
  const lines = linesOf(row, index);
  const only = lines.length === 1 ? lines[0] : undefined;
  const entry = index.cases.first(textIn(row, "Case id"));
  const sources = [row, only, entry];
  const model = sources.map((source) => textIn(source, "Rate model")).find((text) => text !== "") ?? "";
  row.set("Model that applies", sameText(model, NOT_STATED) ? "" : model);
  const isOpen = sameText(textIn(row, "Agreed rate"), NOT_STATED);
  const rate = sources.map((source) => numberIn(source, "Agreed rate")).find((number) => number !== null);
  row.set("Rate that applies", isOpen ? "" : (rate ?? ""));
}

function ownUnits(row: LedgerRow): { authorized: number; used: number } | null {
  const authorized = numberIn(row, "Units authorized");
  const used = numberIn(row, "Units used");
  return authorized === null || used === null ? null : { authorized, used };
}

function unitsLeft(row: LedgerRow, index: LedgerIndex): number | "" {
  const own = ownUnits(row);
  return own === null ? sumOf(linesOf(row, index), "Units left") : own.authorized - own.used;
}

function runsOut(row: LedgerRow, index: LedgerIndex): PlanValue {
  const own = ownUnits(row);
  if (own !== null) return runOutCell(row, own.authorized, own.used);
  const lines = linesOf(row, index);
  const first = lines.find((line) => sameText(textIn(line, "Runs out first"), "Yes"));
  if (first !== undefined) return first.get("Runs out on") ?? "";
  return lines.some((line) => textIn(line, "Runs out on") === AFTER_THE_END) ? AFTER_THE_END : "";
}

/** The cell that says when units run out, for a period's own units or those of one of its lines. */
export function runOutCell(period: LedgerRow | undefined, authorized: number, used: number): PlanValue {
  const firstDay = dayIn(period, "First covered day");
  const countedTo = dayIn(period, "Use counted to");
  if (firstDay === null || countedTo === null) return "";
  const day = runsOutDay({ firstDay, lastDay: dayIn(period, "Last covered day"), authorized, used, countedTo });
  return day === null ? "" : day === AFTER_THE_END ? day : { day };
}

function requestByOf(row: LedgerRow, last: CalendarDate | null, settings: FormulaSettings): CalendarDate | null {
  const lead = numberIn(row, "Lead that applies") ?? settings.reauthLead;
  return requestByDay(last, dayIn(row, "Runs out on"), lead, settings.holidays);
}

function dollarsAtRisk(row: LedgerRow, index: LedgerIndex): number | "" {
  if (ownUnits(row) === null) return sumOf(linesOf(row, index), "Dollars left");
  const rate = numberIn(row, "Rate that applies");
  const left = numberIn(row, "Units left") ?? 0;
  if (!isBlank(row.get("In question"))) return "";
  return isDollarsPerUnit(textIn(row, "Model that applies")) && rate !== null ? Math.max(0, left) * rate : "";
}

function expectedDollars(row: LedgerRow, index: LedgerIndex): number | "" {
  if (!isBlank(row.get("In question"))) return "";
  const authorized = numberIn(row, "Units authorized");
  const lines = linesOf(row, index);
  const ratesByCode = lines.some((line) => numberIn(line, "Agreed rate") !== null);
  const ownRate = numberIn(row, "Agreed rate");
  if (sameText(textIn(row, "Model that applies"), "Per case") && ownRate !== null && !ratesByCode) return ownRate;
  const model = textIn(row, "Model that applies");
  const isPercent = sameText(model, "Percent of Medicare") || sameText(model, "Percent of billed");
  if (authorized === null || ratesByCode || isPercent) return sumOf(lines, "Expected dollars");
  const rate = numberIn(row, "Rate that applies");
  return isDollarsPerUnit(textIn(row, "Model that applies")) && rate !== null ? authorized * rate : "";
}

function standing(row: LedgerRow, index: LedgerIndex, settings: FormulaSettings): string {
  if (isBlank(row.get("Case id"))) return "";
  const outcome = textIn(row, "Outcome that applies");
  const last = dayIn(row, "Last covered day");
  const siblings = index.periodsOfCase.all(textIn(row, "Case id"));
  const number = numberIn(row, "Period") ?? 0;
  return standingOf(
    {
      notInForce: isNotInForce(outcome) ? (outcome.toLowerCase() as "pending" | "denied" | "withdrawn") : null,
      firstDay: dayIn(row, "First covered day"),
      lastDay: last,
      unitsLeft: numberIn(row, "Units left"),
      requestBy: dayIn(row, "Request-by day"),
      followed: last !== null && siblings.some((other) => follows(other, last, settings.renewalOverlap)),
      renewalPending: siblings.some(
        (other) =>
          (numberIn(other, "Period") ?? 0) > number && sameText(textIn(other, "Outcome that applies"), "Pending"),
      ),
    },
    settings.asOf,
    settings.dueNotice,
    settings.holidays,
  );
}

function follows(other: LedgerRow, last: CalendarDate, overlap: number): boolean {
  const otherFirst = dayIn(other, "First covered day");
  const otherLast = dayIn(other, "Last covered day");
  if (otherFirst === null || otherLast === null || isNotInForce(textIn(other, "Outcome that applies"))) return false;
  return otherLast > last && daysBetween(otherFirst, last) <= overlap;
}
