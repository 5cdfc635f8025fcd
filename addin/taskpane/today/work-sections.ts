import type { WorkItem } from "../../../sca/deadlines/work-item.ts";
import { type Worklist, worklist } from "../../../sca/deadlines/worklist.ts";
import { ledgerAsOf } from "../../../sca/ledger/ledger-as-of.ts";
import { workFacts } from "../../../sca/ledger/ledger-work.ts";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import { dayWords } from "../../../sca/values/day-words.ts";
import { type Cents, centsOf, printMoney, sumOfCents } from "../../../sca/values/money.ts";

/** Work of one urgency, under its heading. */
export interface WorkSection {
  readonly title: string;
  readonly items: readonly WorkItem[];
}

/** What the view Today shows. */
export interface TodayPage {
  readonly asOf: CalendarDate;
  /** The day and what is at stake, in a sentence. */
  readonly headline: string;
  /** Without empty ones. */
  readonly sections: readonly WorkSection[];
  /** What is left out of the list, each in a sentence. */
  readonly remarks: readonly string[];
}

/** The worklist of a ledger, by urgency. */
export function todayPage(content: LedgerContent, today: CalendarDate): TodayPage {
  const list = worklist(workFacts(content, ledgerAsOf(content, today)));
  const { items, asOf } = list;
  const open = items.filter(({ inHandUntil }) => inHandUntil === null);
  const sections = [
    { title: "Now", items: open.filter(({ urgency }) => urgency === "now") },
    { title: "In the next days", items: open.filter(({ urgency }) => urgency === "soon") },
    { title: "Keep an eye on", items: open.filter(({ urgency }) => urgency === "watch") },
    { title: "In hand", items: items.filter(({ inHandUntil }) => inHandUntil !== null) },
  ].filter((section) => section.items.length > 0);
  return { asOf, headline: headlineOf(open, asOf), sections, remarks: remarksOf(list, today) };
}

function headlineOf(open: readonly WorkItem[], asOf: CalendarDate): string {
  if (open.length === 0) return `Nothing is due as of ${dayWords(asOf)}.`;
  const now = open.filter(({ urgency }) => urgency === "now").length;
  const atRisk = atRiskOf(open);
  const things = `${open.length} ${open.length === 1 ? "thing" : "things"} to do as of ${dayWords(asOf)}`;
  const pressing = now === 0 ? "" : `, ${now} of them now`;
  return `${things}${pressing}${atRisk === 0 ? "" : `; at least ${printMoney(atRisk)} at risk`}.`;
}

/** Dollars that are told; an authorization that stands in the list twice counts once. */
function atRiskOf(items: readonly WorkItem[]): Cents {
  const byRow = new Map<string, Cents>();
  for (const { atRisk, periodId, caseId, kind } of items) {
    if (atRisk !== null && kind !== "verbalOnly") byRow.set(periodId ?? caseId, atRisk);
  }
  return byRow.size === 0 ? centsOf(0) : sumOfCents(byRow.values());
}

function remarksOf({ olderLapses, withoutProof, asOf }: Worklist, today: CalendarDate): string[] {
  return [
    ...(asOf === today
      ? []
      : [`The ledger counts as of ${dayWords(asOf)}, the day typed on Settings, and not from today.`]),
    ...(olderLapses === 0
      ? []
      : [
          `${olderLapses} ${olderLapses === 1 ? "authorization" : "authorizations"} lapsed longer ago: see Authorizations.`,
        ]),
    ...(withoutProof === 0
      ? []
      : [
          `For ${withoutProof} approved ${withoutProof === 1 ? "case" : "cases"} nobody logged whether there is written proof: fill Written confirmation on Cases.`,
        ]),
  ];
}

/** What tells one thing to do from another while the list changes. */
export function workKey({ kind, periodId, caseId }: WorkItem): string {
  return `${kind} ${periodId ?? caseId}`;
}

/** The row of the ledger that a thing is about. */
export function rowOfWork({ periodId, caseId }: WorkItem): readonly [table: string, keyHeading: string, key: string] {
  return periodId === null ? ["Cases", "Case id", caseId] : ["AuthorizationPeriods", "Period id", periodId];
}

/** What is at risk, in words; null where nothing can be told, or nothing is left. */
export function riskWords({ atRisk, kind }: WorkItem): string | null {
  if (atRisk === null || atRisk === 0) return null;
  return kind === "verbalOnly" ? `${printMoney(atRisk)} stand on it` : `${printMoney(atRisk)} at risk`;
}
