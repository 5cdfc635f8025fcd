import { type LeftOut, leftOutSentence } from "../../sca/ledger/left-out.ts";
import { type LedgerMeasures, ledgerMeasures } from "../../sca/measures/ledger-measures.ts";
import { type MeasuredGroup, measuresBy } from "../../sca/measures/measures-by.ts";
import { PAYER_NOT_SETTLED } from "../../sca/measures/payer-record.ts";
import { rankedRates } from "../../sca/measures/shrunken-rate.ts";
import { approvalChart } from "../charts/approval-chart.ts";
import { revenueChart } from "../charts/revenue-chart.ts";
import type {
  ChartBlock,
  FindingBlock,
  ReportDocument,
  ReportSection,
  TableBlock,
  TableCell,
} from "./document/report-document.ts";
import {
  countCell,
  daysCell,
  dollarsCell,
  figuresColumn,
  NOTHING_TO_SAY,
  shareCell,
  table,
  timesCell,
  wordsCell,
  wordsColumn,
} from "./editions/cells.ts";
import { DEFINITIONS } from "./editions/definitions.ts";
import { counted, longDay, percent, percentRange, wholeDollars } from "./figures.ts";
import type { LeverageLedger } from "./leverage-ledger.ts";

/** A payer with its rate for ranking; null where it is not shrunken. */
interface Ranked {
  readonly group: MeasuredGroup<LedgerMeasures>;
  readonly shrunken: number | null;
}

/** A picture stays readable up to this many payers; the table under it holds them all. */
const MOST_CHARTED = 25;

/**
 * All payers side by side, for the practice: how often each says yes and how fast, what was agreed over Medicare and came
 * in. Ranked by the shrunken rate where enough payers have decided, with the raw rate and its n beside it.
 *
 * @example overviewReport(ledger).sections[0]?.heading is "How often each payer says yes"
 */
export function overviewReport({ records }: LeverageLedger): ReportDocument {
  const { all, groups } = measuresBy(ledgerMeasures(records.terms), records.cases, ({ payer }) => payer);
  const { rates, prior } = rankedRates(
    groups.map(({ key, value }) => ({ payer: key, granted: value.approval.granted, decided: value.approval.decided })),
  );
  const order = rates.flatMap(({ payer, shrunken }): Ranked[] => {
    const group = groups.find(({ key }) => key === payer);
    return group === undefined ? [] : [{ group, shrunken }];
  });
  const decided = order.filter(({ group }) => group.value.approval.decided > 0);
  const ranking =
    prior === null
      ? "Too few payers have decided requests to rank them by more than their raw rates."
      : `Ranked by the shrunken rate: each payer's own rate, pulled toward the mean of all (${percent(prior.mean)}) as if ${Math.round(prior.weighs)} more requests had come out like that, so that 2 of 2 does not stand above 45 of 50.`;
  const named = groups.filter(({ key }) => key !== null).length;
  return {
    title: "All payers: what our single case agreements show",
    over: "Leverage overview · internal edition, not for a payer",
    about: `${counted(records.cases.length, "request")} to ${counted(named, "payer")}, as of ${longDay(records.asOf)}`,
    edition: "internal",
    isLetter: false,
    sections: [
      {
        heading: "How often each payer says yes",
        startsPage: false,
        blocks: [
          findingOfAll(all),
          { kind: "paragraph", text: [ranking] },
          ...(decided.length === 0 ? [] : [approvalBlock(decided, all)]),
        ],
      },
      {
        heading: "What each payer's agreements come to",
        startsPage: false,
        blocks: [agreementsBlock(order, all)],
      },
      ...(records.leftOut.length === 0 ? [] : [leftOutSection(records.leftOut)]),
    ],
    notes: DEFINITIONS,
  };
}

function findingOfAll({ approval }: LedgerMeasures): FindingBlock {
  const { rate, interval, granted, decided, isHint } = approval;
  if (rate === null || interval === null) {
    return { kind: "finding", isHint: false, text: ["No request has been decided yet."] };
  }
  return {
    kind: "finding",
    isHint,
    text: [
      "Payers granted ",
      { strong: `${granted} of ${counted(decided, "decided request")}` },
      `, ${percent(rate)} (95% interval ${percentRange(interval)}).`,
    ],
  };
}

function approvalBlock(decided: readonly Ranked[], all: LedgerMeasures): ChartBlock {
  const rows = decided.slice(0, MOST_CHARTED).map(({ group: { key, value } }) => ({
    payer: key ?? PAYER_NOT_SETTLED,
    rate: value.approval.rate ?? 0,
    low: value.approval.interval?.low ?? 0,
    high: value.approval.interval?.high ?? 1,
    label: `${percent(value.approval.rate ?? 0)} · ${value.approval.granted} of ${value.approval.decided}`,
    isHint: value.approval.isHint,
  }));
  const { rate } = all.approval;
  const read = rows.map((row) => `${row.payer} ${row.label}, interval ${percentRange(row)}`).join("; ");
  const alternative = `Approval rate by payer with 95% intervals. ${read}.`;
  return {
    kind: "chart",
    title: "Approval rate by payer; hollow: fewer than 20 decided",
    alternative,
    bars: null,
    spec: approvalChart(rows, rate === null ? null : { rate, label: `all payers ${percent(rate)}` }, alternative),
    table: table(
      "Approval by payer",
      [
        wordsColumn("Payer"),
        ...["Decided", "Granted", "Rate", "95% interval", "Shrunken", "Pending"].map(figuresColumn),
      ],
      decided.map(approvalRow),
      approvalRow({ group: { key: "All payers", value: all }, shrunken: null }),
    ),
  };
}

function approvalRow({ group: { key, value }, shrunken }: Ranked): TableCell[] {
  const { decided, granted, rate, interval, isHint, counts } = value.approval;
  return [
    wordsCell(`${key ?? PAYER_NOT_SETTLED}${isHint ? " (hint)" : ""}`),
    countCell(decided),
    countCell(granted),
    shareCell(rate),
    wordsCell(interval === null ? NOTHING_TO_SAY : percentRange(interval)),
    shareCell(shrunken),
    countCell(counts.pending),
  ];
}

function leftOutSection(leftOut: readonly LeftOut[]): ReportSection {
  const items = leftOut.map((one) => [leftOutSentence(one)]);
  return { heading: "What was left out", startsPage: false, blocks: [{ kind: "list", isNumbered: false, items }] };
}

/** The dollars as bars over the table; the table alone where nothing is agreed in dollars. */
function agreementsBlock(order: readonly Ranked[], all: LedgerMeasures): ChartBlock | TableBlock {
  const figures = agreementsTable(order, all);
  const rows = order
    .filter(({ group: { value } }) => value.agreed.inFull + value.agreed.inPart > 0)
    .sort((one, other) => other.group.value.agreed.cents - one.group.value.agreed.cents)
    .slice(0, MOST_CHARTED)
    .map(({ group: { key, value } }) => ({
      payer: key ?? PAYER_NOT_SETTLED,
      dollars: value.agreed.cents / 100,
      label: wholeDollars(value.agreed.cents),
    }));
  if (rows.length === 0) return figures;
  const alternative = `Dollars agreed by payer: ${rows.map((row) => `${row.payer} ${row.label}`).join("; ")}.`;
  return {
    kind: "chart",
    title: "Dollars agreed by payer",
    alternative,
    spec: revenueChart(rows, alternative),
    bars: {
      names: rows.map((row) => row.payer),
      series: [{ name: "Agreed", values: rows.map((row) => row.dollars) }],
      format: "dollars",
    },
    table: figures,
  };
}

function agreementsTable(order: readonly Ranked[], all: LedgerMeasures): TableBlock {
  const headings = ["Business days", "Times Medicare", "Lines", "Agreed", "Captured", "Paid as agreed", "Paid lines"];
  const row = (name: string, { agreed, captured, turnaround, multiple, honour }: LedgerMeasures): TableCell[] => [
    wordsCell(name),
    daysCell(turnaround.median),
    timesCell(multiple.weighted),
    countCell(multiple.lines),
    dollarsCell(agreed.inFull + agreed.inPart === 0 ? null : agreed.cents),
    dollarsCell(captured.capturedA),
    shareCell(honour.rate),
    countCell(honour.paidLines),
  ];
  return table(
    "Days to a decision, rates and money by payer",
    [wordsColumn("Payer"), ...headings.map(figuresColumn)],
    order.map(({ group: { key, value } }) => row(key ?? PAYER_NOT_SETTLED, value)),
    row("All payers", all),
  );
}
