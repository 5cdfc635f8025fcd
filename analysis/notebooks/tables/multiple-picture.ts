import { sliceChart } from "../../charts/slice-chart.ts";
import type { ChartBlock } from "../../report/document/report-document.ts";
import { counted } from "../../report/figures.ts";
import { times } from "./measure-columns.ts";
import { groupName, type Measured, measuredTable } from "./measured-table.ts";

/** What was agreed over Medicare, group by group: lowest to highest line, the dot on the middle one, the stroke on the multiple by dollars; the highest median first. */
export function multiplePicture(title: string, of: Measured): ChartBlock {
  const groups = [...of.groups].sort(
    (one, other) => (other.value.multiple.median ?? -1) - (one.value.multiple.median ?? -1),
  );
  const rows = groups.flatMap((group) => {
    const { median, low, high, lines, weighted } = group.value.multiple;
    if (median === null || low === null || high === null) return [];
    const label = `${times(median)} · ${counted(lines, "line")}`;
    const { isHint } = group.value.approval;
    return [{ group: "", name: groupName(of, group), value: median, low, high, mark: weighted, label, isHint }];
  });
  const alternative =
    rows.length === 0
      ? "No approved line has a Medicare benchmark."
      : `Multiple of Medicare by ${of.slice.heading.toLowerCase()}, median of approved lines. ${rows.map(({ name, label, low, high }) => `${name} ${label}, ${times(low)} to ${times(high)}`).join("; ")}.`;
  return {
    kind: "chart",
    title,
    alternative,
    spec: sliceChart({
      ...{ title: "", notes: [], description: alternative, rows, shape: "dot", format: ".1f", from: 1, to: 1.5 },
      line: 1,
    }),
    bars: null,
    table: measuredTable(
      `Multiple of Medicare by ${of.slice.heading.toLowerCase()}, approved lines with a benchmark`,
      of,
      ["lines", "multipleWeighted", "multipleMedian", "multipleRange", "coverage", "agreed"],
      groups,
    ),
  };
}
