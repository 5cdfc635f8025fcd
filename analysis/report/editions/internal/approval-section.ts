import type { ApprovalRate } from "../../../../sca/measures/approval-rate.ts";
import { approvalRate } from "../../../../sca/measures/approval-rate.ts";
import { measuresBy } from "../../../../sca/measures/measures-by.ts";
import type { Trigger } from "../../../../sca/tracker/tracked-case.ts";
import { approvalChart } from "../../../charts/approval-chart.ts";
import type { ChartBlock, ReportSection, TableCell } from "../../document/report-document.ts";
import { counted, percent, percentRange } from "../../figures.ts";
import {
  countCell,
  figuresColumn,
  NOTHING_TO_SAY,
  shareCell,
  table,
  weighted,
  wordsCell,
  wordsColumn,
} from "../cells.ts";
import type { PayerFacts } from "../payer-facts.ts";
import { reasonWords } from "../reason-words.ts";

/** How often the payer says yes, reason by reason. */
export function approvalSection(facts: PayerFacts): ReportSection {
  const { payer, measures, cases } = facts;
  const { approval, appeals } = measures;
  const { rate, interval, granted, decided } = approval;
  const groups = measuresBy(approvalRate, cases, ({ trigger }) => trigger)
    .groups.map(({ key, value }) => ({ name: reasonWords(key as Trigger | null), value }))
    .sort((one, other) => other.value.decided - one.value.decided || (one.name < other.name ? -1 : 1));
  const decidedGroups = groups.filter(({ value }) => value.decided > 0);
  const { pending, withdrawn, notStated, asked } = approval.counts;
  const open = pending + notStated + asked;
  return {
    heading: "How often they say yes",
    startsPage: false,
    blocks: [
      {
        kind: "finding",
        isHint: approval.isHint,
        text:
          rate === null || interval === null
            ? [`${payer} has decided nothing yet.`]
            : weighted(
                `${payer} granted `,
                `${granted} of ${counted(decided, "decided request")}, ${percent(rate)}`,
                ` (95% interval ${percentRange(interval)}).`,
              ),
      },
      ...(decidedGroups.length === 0 ? [] : [chartOf(decidedGroups, approval)]),
      {
        kind: "paragraph",
        text: [
          `Outside the rate: ${open} without an answer, ${withdrawn} withdrawn. ${appealWords(appeals.won, appeals.decided)} A rate by reason stands on few answers: where intervals overlap, no reason is known to win more often than another.`,
        ],
      },
    ],
  };
}

interface Reason {
  readonly name: string;
  readonly value: ApprovalRate;
}

function chartOf(groups: readonly Reason[], all: ApprovalRate): ChartBlock {
  const rows = groups.map(({ name, value }) => ({
    payer: name,
    rate: value.rate ?? 0,
    low: value.interval?.low ?? 0,
    high: value.interval?.high ?? 1,
    label: `${percent(value.rate ?? 0)} · ${value.granted} of ${value.decided}`,
    isHint: value.isHint,
  }));
  const alternative = `Share of decided requests granted, by reason, with 95% intervals: ${rows.map((row) => `${row.payer} ${row.label}, interval ${percentRange(row)}`).join("; ")}. Hollow dots have fewer than 20 decided.`;
  const together = all.rate === null ? null : { rate: all.rate, label: `all reasons ${percent(all.rate)}` };
  return {
    kind: "chart",
    title: "Granted by reason, with 95% intervals; hollow: fewer than 20 decided",
    alternative,
    spec: approvalChart(rows, together, alternative),
    bars: null,
    table: table(
      "Decided requests by reason",
      [
        wordsColumn("Reason"),
        ...["Decided", "In full", "In part", "On appeal", "Denied", "Rate", "95% interval"].map(figuresColumn),
      ],
      groups.map(({ name, value }) => [wordsCell(value.isHint ? `${name} (hint)` : name), ...approvalCells(value)]),
      [wordsCell("All reasons"), ...approvalCells(all)],
    ),
  };
}

/** The cells of an approval rate behind its name. */
export function approvalCells({ counts, decided, rate, interval }: ApprovalRate): TableCell[] {
  return [
    countCell(decided),
    countCell(counts.approved),
    countCell(counts.partiallyApproved),
    countCell(counts.approvedOnAppeal),
    countCell(counts.denied),
    shareCell(rate),
    wordsCell(interval === null ? NOTHING_TO_SAY : percentRange(interval)),
  ];
}

function appealWords(won: number, decided: number): string {
  return decided === 0 ? "No appeal has been decided." : `Of ${counted(decided, "appeal")} decided, ${won} won.`;
}
