import { approvalChart } from "../../charts/approval-chart.ts";
import type { ChartBlock } from "../../report/document/report-document.ts";
import { percent, percentRange } from "../../report/figures.ts";
import { byRate, groupName, type Measured, measuredTable } from "./measured-table.ts";

/** How often each group's requests are granted: dots on their 95 % intervals, hints hollow, and the counts as a table. */
export function approvalPicture(title: string, of: Measured): ChartBlock {
  const groups = [...of.groups].sort(byRate);
  const rows = groups.flatMap((group) => {
    const { rate, interval, granted, decided, isHint } = group.value.approval;
    if (rate === null || interval === null) return [];
    const label = `${percent(rate)} · ${granted} of ${decided}`;
    return [{ payer: groupName(of, group), rate, ...interval, label, isHint }];
  });
  const { rate } = of.all.approval;
  const alternative = `Approval rate by ${of.slice.heading.toLowerCase()} with 95% intervals. ${rows.map((row) => `${row.payer} ${row.label}, interval ${percentRange(row)}`).join("; ")}.`;
  return {
    kind: "chart",
    title,
    alternative,
    spec: approvalChart(rows, rate === null ? null : { rate, label: `all ${percent(rate)}` }, alternative),
    bars: null,
    table: measuredTable(
      `Decided requests by ${of.slice.heading.toLowerCase()}`,
      of,
      ["decided", "granted", "inPart", "onAppeal", "denied", "approvalRate", "approvalInterval"],
      groups,
    ),
  };
}
