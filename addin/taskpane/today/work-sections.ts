import { counted } from "../../../analysis/report/figures.ts";
import type { WorkItem } from "../../../sca/deadlines/work-item.ts";
import { type Worklist, worklist } from "../../../sca/deadlines/worklist.ts";
import { ledgerAsOf } from "../../../sca/ledger/ledger-as-of.ts";
import { workFacts } from "../../../sca/ledger/ledger-work.ts";
import type { LeftOut } from "../../../sca/ledger/left-out.ts";
import type { LeftOutReason } from "../../../sca/ledger/left-out-reason.ts";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import { dayWords } from "../../../sca/values/day-words.ts";
import { type Cents, centsOf, printMoney, sumOfCents } from "../../../sca/values/money.ts";
import { type LeftOutWords, leftOutWords } from "../parts/left-out-words.ts";

/** Work of one kind, such as all that lapsed; the most pressing first. */
export interface WorkGroup {
  readonly title: string;
  readonly items: readonly WorkItem[];
}

/** Work of one urgency, under its heading: a group of each kind, in the order of their first items. */
export interface WorkSection {
  readonly title: string;
  readonly count: number;
  readonly groups: readonly WorkGroup[];
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
  /** Cells, columns and tables that the list cannot use. */
  readonly leftOut: LeftOutWords | null;
}

/** The worklist of a ledger, by urgency. */
export function todayPage(content: LedgerContent, today: CalendarDate): TodayPage {
  const ledger = ledgerAsOf(content, today);
  const list = worklist(workFacts(ledger));
  const { items, asOf } = list;
  const open = items.filter(({ inHandUntil }) => inHandUntil === null);
  const sections = [
    { title: "Now", items: open.filter(({ urgency }) => urgency === "now") },
    { title: "In the next days", items: open.filter(({ urgency }) => urgency === "soon") },
    { title: "Keep an eye on", items: open.filter(({ urgency }) => urgency === "watch") },
    { title: "In hand", items: items.filter(({ inHandUntil }) => inHandUntil !== null) },
  ]
    .filter((section) => section.items.length > 0)
    .map(({ title, items: of }): WorkSection => ({ title, count: of.length, groups: groupsOf(of) }));
  const leftOut = leftOutWords(ledger.leftOut.filter(isOfTheList));
  return { asOf, headline: headlineOf(open, asOf, leftOut), sections, remarks: remarksOf(list, today), leftOut };
}

/** Nothing that is to be done depends on these: Leverage tells what is left out of them. */
const OTHER_TABLES = new Set(["Offers", "Claims", "AccessAttempts", "Review"]);
const OTHER_REASONS: ReadonlySet<LeftOutReason> = new Set(["unknown-word", "small-percent", "small-percent-offered"]);

function isOfTheList({ table, reason }: LeftOut): boolean {
  return !OTHER_TABLES.has(table) && !OTHER_REASONS.has(reason);
}

function groupsOf(items: readonly WorkItem[]): WorkGroup[] {
  const groups = new Map<string, WorkItem[]>();
  for (const item of items) {
    const group = groups.get(item.title);
    if (group === undefined) groups.set(item.title, [item]);
    else group.push(item);
  }
  return [...groups].map(([title, of]) => ({ title, items: of }));
}

function headlineOf(open: readonly WorkItem[], asOf: CalendarDate, leftOut: LeftOutWords | null): string {
  if (open.length === 0) {
    return `Nothing is due as of ${dayWords(asOf)}${leftOut === null ? "" : ", as far as the ledger can be read"}.`;
  }
  const now = open.filter(({ urgency }) => urgency === "now").length;
  const atRisk = atRiskOf(open);
  const things = `${counted(open.length, "thing")} to do as of ${dayWords(asOf)}`;
  const pressing = now === 0 ? "" : `, ${now.toLocaleString("en-US")} of them now`;
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
    ...(olderLapses === 0 ? [] : [`${counted(olderLapses, "authorization")} lapsed longer ago: see Authorizations.`]),
    ...(withoutProof === 0
      ? []
      : [
          `For ${counted(withoutProof, "approved case")} nobody logged whether there is written proof: fill Written confirmation on Cases.`,
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

/** Of a group, at first. */
const FEW = 3;
/** Each card has its buttons: hundreds at once would keep the pane from answering. */
const AT_ONCE = 50;

/**
 * The items of a group that are shown, and how many pressing its button would show: 0 for the few of the start again, null
 * where the few are all. A card whose form is open stays, and with it what was typed.
 *
 * @example of 12 items 3 are shown first, and `next` is 12; of 130 it is 50, then 100, then 130, then 0
 */
export function shownItems(
  items: readonly WorkItem[],
  wanted: number,
  openKey: string | null,
): { readonly shown: readonly WorkItem[]; readonly next: number | null } {
  const atOpen = openKey === null ? -1 : items.findIndex((item) => workKey(item) === openKey);
  // One more card takes no more room than the button for it.
  const few = items.length === FEW + 1 ? FEW + 1 : FEW;
  const shown = items.slice(0, Math.max(few, wanted, atOpen + 1));
  if (items.length <= few) return { shown, next: null };
  return { shown, next: wanted >= items.length ? 0 : Math.min(items.length, wanted + AT_ONCE) };
}
