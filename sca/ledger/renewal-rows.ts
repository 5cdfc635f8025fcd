import type { CoveredPeriod, Renewal } from "../deadlines/renewal.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import { periodId } from "./case-rows.ts";
import { dayIn, isBlank, type LedgerRow, numberIn, sameText, textIn } from "./ledger-row.ts";
import { readTable } from "./read-ledger.ts";
import type { LedgerContent, PlanValue } from "./workbook-plan.ts";

/** The authorizations of a case as renewals see them, in the order of the ledger. */
export function coveredPeriods(content: LedgerContent, caseId: string): CoveredPeriod[] {
  return rowsOf(content, "AuthorizationPeriods", "Case id", caseId).map((row) => ({
    periodId: textIn(row, "Period id"),
    authNumber: textIn(row, "Auth number"),
    firstDay: dayIn(row, "First covered day"),
    lastDay: dayIn(row, "Last covered day"),
    units: numberIn(row, "Units authorized"),
    isRefused: ["denied", "withdrawn"].includes(outcomeOf(row, content, caseId)),
  }));
}

function outcomeOf(row: LedgerRow, content: LedgerContent, caseId: string): string {
  const own = textIn(row, "Outcome");
  const ofCase = textIn(rowsOf(content, "Cases", "Case id", caseId)[0], "Outcome");
  return (own === "" ? ofCase : own).toLowerCase();
}

/** A renewal that is to be written down. */
export interface NewPeriod extends Renewal {
  readonly authNumber: string;
  /** The authorization that it continues. */
  readonly continues: string;
  /** Granted, or asked for and not decided. */
  readonly isGranted: boolean;
  /** The day on which it is written down. */
  readonly on: CalendarDate;
}

/** The rows to append for a renewal. */
export interface RenewalRows {
  readonly periods: readonly LedgerRow[];
  /** One for each code of the authorization that it continues, where units are counted by code. Use is left open. */
  readonly lines: readonly LedgerRow[];
}

/** What a line of the next authorization has in common with that of the last. */
const CARRIED = [
  "Code",
  "Modifiers",
  "Description",
  "Rate model",
  "Agreed rate",
  "Units authorized",
  "Unit basis",
  "Place of service",
  "Own benchmark",
  "Billed charge",
];
/** Terms that a period states otherwise than its case, and that its renewal keeps. */
const CARRIED_TERMS = ["Rate model", "Agreed rate", "Level of care", "Cost sharing"];

/**
 * The rows for a renewal, with the next free number of the case: columns that people fill, nothing that a formula tells.
 * Check it with `renewalProblems` first.
 *
 * @example renewalRows(content, "SCA-7", renewal).periods[0]?.get("Period id") is "SCA-7/2"
 */
export function renewalRows(content: LedgerContent, caseId: string, renewal: NewPeriod): RenewalRows {
  const periods = rowsOf(content, "AuthorizationPeriods", "Case id", caseId);
  const taken = new Set(periods.map((row) => textIn(row, "Period id").toLowerCase()));
  let number = Math.max(0, ...periods.map((row) => numberIn(row, "Period") ?? 0)) + 1;
  while (taken.has(periodId(caseId, number).toLowerCase())) number += 1;
  const id = periodId(caseId, number);
  const continued = periods.find((row) => sameText(textIn(row, "Period id"), renewal.continues));
  const row: LedgerRow = new Map<string, PlanValue>([
    ["Period id", id],
    ["Case id", caseId],
    ["Period", number],
    ["Outcome", renewal.isGranted ? "Approved" : "Pending"],
    [renewal.isGranted ? "Decided" : "Submitted", { day: renewal.on }],
  ]);
  if (renewal.firstDay !== null) row.set("First covered day", { day: renewal.firstDay });
  if (renewal.lastDay !== null) row.set("Last covered day", { day: renewal.lastDay });
  if (renewal.units !== null) row.set("Units authorized", renewal.units);
  if (renewal.authNumber !== "") row.set("Auth number", renewal.authNumber);
  carry(CARRIED_TERMS, continued, row);
  const ids = new Set<string>();
  const lines = rowsOf(content, "ServiceLines", "Period id", renewal.continues).map((line): LedgerRow => {
    const code = [textIn(line, "Code"), ...textIn(line, "Modifiers").split(/[\s,]+/)].filter((part) => part !== "");
    const stem = `${id}/${code.join("-")}`;
    let lineId = stem;
    for (let twin = 2; ids.has(lineId); twin += 1) lineId = `${stem} (${twin})`;
    ids.add(lineId);
    const next: LedgerRow = new Map([
      ["Line id", lineId],
      ["Case id", caseId],
      ["Period id", id],
    ]);
    carry(CARRIED, line, next);
    return next;
  });
  return { periods: [row], lines };
}

function carry(headings: readonly string[], from: LedgerRow | undefined, to: LedgerRow): void {
  for (const heading of headings) {
    const value = from?.get(heading);
    if (value !== undefined && !isBlank(value)) to.set(heading, value);
  }
}

function rowsOf(content: LedgerContent, table: string, heading: string, key: string): LedgerRow[] {
  return (readTable(content, table)?.rows ?? []).filter((row) => key !== "" && sameText(textIn(row, heading), key));
}
