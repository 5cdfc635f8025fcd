import { counted, percent, percentRange } from "../../../analysis/report/figures.ts";
import { ledgerRecords } from "../../../sca/ledger/ledger-records.ts";
import { dayIn } from "../../../sca/ledger/ledger-row.ts";
import { AS_OF_SET } from "../../../sca/ledger/settings.ts";
import { settingValues } from "../../../sca/ledger/settings-sheet.ts";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import { type LedgerMeasures, ledgerMeasures, requestsOf } from "../../../sca/measures/ledger-measures.ts";
import { measuresBy } from "../../../sca/measures/measures-by.ts";
import { PAYER_NOT_SETTLED } from "../../../sca/measures/payer-record.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import { dayWords } from "../../../sca/values/day-words.ts";
import { centsOf, printMoney } from "../../../sca/values/money.ts";
import { type LeftOutWords, leftOutWords } from "../parts/left-out-words.ts";

/** One payer, or all together, with its measures. */
export interface LeverageRow {
  readonly name: string;
  readonly measures: LedgerMeasures;
}

/** What the view Leverage stands on. */
export interface LeveragePage {
  readonly asOf: CalendarDate;
  readonly all: LeverageRow;
  /** Payers with most requests first. */
  readonly payers: readonly LeverageRow[];
  /** What no figure counts, or not as it stands. */
  readonly leftOut: LeftOutWords | null;
}

/** The measures of a ledger by payer, as of the day typed on Settings, else today; null without a ledger. */
export function leveragePage(content: LedgerContent, today: CalendarDate): LeveragePage | null {
  const asOf = dayIn(settingValues(content), AS_OF_SET) ?? today;
  const records = ledgerRecords(content, asOf);
  if (records === null) return null;
  const { all, groups } = measuresBy(ledgerMeasures(records.terms), records.cases, ({ payer }) => payer);
  const payers = groups
    .map(({ key, value }): LeverageRow => ({ name: key ?? PAYER_NOT_SETTLED, measures: value }))
    .sort(
      (one, other) =>
        Number(one.name === PAYER_NOT_SETTLED) - Number(other.name === PAYER_NOT_SETTLED) ||
        requestsOf(other.measures.approval) - requestsOf(one.measures.approval),
    );
  return { asOf, all: { name: "All payers", measures: all }, payers, leftOut: leftOutWords(records.leftOut) };
}

/** The day and the whole in a sentence. */
export function leverageHeadline({ asOf, all, payers }: LeveragePage): string {
  const { approval } = all.measures;
  const requests = requestsOf(approval);
  const named = payers.filter(({ name }) => name !== PAYER_NOT_SETTLED).length;
  return `${counted(requests, "request")} to ${counted(named, "payer")}, ${approval.decided.toLocaleString("en-US")} decided, as of ${dayWords(asOf)}.`;
}

/** A payer's figures, each with how many it stands on; what cannot be told says so. */
export function leverageFacts({ measures }: LeverageRow): (readonly [label: string, value: string])[] {
  const { approval, turnaround, multiple, agreed, captured } = measures;
  const facts: (readonly [string, string])[] = [];
  facts.push(["Approved", approvalWords(measures)]);
  const waits = turnaround.decided + turnaround.waiting;
  facts.push([
    "Days to a decision",
    turnaround.median === null
      ? waits === 0
        ? "Not known: the days are not logged"
        : `Not known yet: of ${waits}, fewer than half have an answer`
      : `Half within ${counted(turnaround.median, "business day")}, of ${waits}`,
  ]);
  facts.push([
    "Multiple of Medicare",
    multiple.weighted === null
      ? "No approved line can be compared"
      : `${multiple.weighted.toFixed(2)}, over ${counted(multiple.lines, "service line")}${multiple.coverage === null ? "" : ` with ${percent(multiple.coverage)} of the agreed dollars`}`,
  ]);
  const told = agreed.inFull + agreed.inPart;
  const agreements = told + agreed.notAtAll;
  facts.push([
    "Expected dollars",
    agreements === 0
      ? "No agreement yet"
      : told === 0
        ? `Not told: ${counted(agreements, "agreement")} without dollars`
        : `${printMoney(centsOf(agreed.cents))} at least, from ${told} of ${counted(agreements, "agreement")}`,
  ]);
  if (captured.received !== null) {
    facts.push(["Received", `${printMoney(captured.received)}, from ${counted(captured.cases, "case")}`]);
  }
  if (approval.counts.pending > 0) facts.push(["Pending", String(approval.counts.pending)]);
  return facts;
}

/** The approval rate with its count and interval; a hint where few were decided. */
export function approvalWords({ approval }: LedgerMeasures): string {
  const { rate, interval, granted, decided, isHint } = approval;
  if (rate === null || interval === null) return "Nothing decided yet";
  const hint = isHint ? "; fewer than 20 decided: a hint, not a finding" : "";
  return `${percent(rate)}, ${granted} of ${decided} decided (95% interval ${percentRange(interval)})${hint}`;
}
