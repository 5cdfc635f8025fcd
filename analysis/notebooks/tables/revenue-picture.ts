import { revenueChart } from "../../charts/revenue-chart.ts";
import type { ChartBlock } from "../../report/document/report-document.ts";
import { wholeDollars } from "../../report/figures.ts";
import { groupName, type Measured, measuredTable } from "./measured-table.ts";

/** Dollars agreed, group by group, the most first; what cannot be told in dollars is counted beside, never put in as 0. */
export function revenuePicture(title: string, of: Measured): ChartBlock {
  const groups = [...of.groups].sort((one, other) => other.value.agreed.cents - one.value.agreed.cents);
  const rows = groups.map((group) => {
    const { cents, inFull, inPart, notAtAll } = group.value.agreed;
    const label = `${wholeDollars(cents)} from ${inFull + inPart} of ${inFull + inPart + notAtAll}`;
    return { payer: groupName(of, group), dollars: cents / 100, label };
  });
  const alternative = `Dollars agreed by ${of.slice.heading.toLowerCase()}. ${rows.map(({ payer, label }) => `${payer} ${label} agreements`).join("; ")}.`;
  return {
    kind: "chart",
    title,
    alternative,
    spec: revenueChart(rows, alternative),
    bars: null,
    table: measuredTable(
      `Agreed by ${of.slice.heading.toLowerCase()}`,
      of,
      ["requests", "granted", "agreements", "agreed"],
      groups,
    ),
  };
}
