import { type AccessEvidence, accessEvidence, type Spread } from "../../../sca/contracting/access-evidence.ts";
import { sliceChart } from "../../charts/slice-chart.ts";
import type { ChartBlock, TableBlock, TableCell } from "../../report/document/report-document.ts";
import { counted } from "../../report/figures.ts";
import type { NotebookLedger } from "../notebook-ledger.ts";
import { groupName, type Measured, ofPayer, type Slice } from "./measured-table.ts";

/** Requests with a logged attempt at an in-network office, and those without one. */
export function byEvidence({ attempts }: NotebookLedger): Slice {
  const tried = new Set(attempts.map(({ caseId }) => caseId));
  return {
    heading: "Evidence",
    nothing: "No attempt logged",
    keyOf: ({ id }) => (tried.has(id) ? "In-network offices tried" : null),
  };
}

/** What was found when in-network care was looked for, payer by payer: how soon, how far, and from how many offices. */
export function evidencePicture(title: string, ledger: NotebookLedger, of: Measured): ChartBlock {
  const payers = of.groups.map((group) => {
    const name = groupName(of, group);
    return { name, found: accessEvidence(ofPayer(ledger, name), ledger.attempts) };
  });
  const rows = payers.flatMap(({ name, found: { wait } }) =>
    wait === null
      ? []
      : [
          {
            group: "",
            name,
            value: wait.median,
            low: wait.low,
            high: wait.high,
            mark: null,
            label: waitLabel(wait),
            isHint: false,
          },
        ],
  );
  const alternative =
    rows.length === 0
      ? "No attempt with a wait is logged."
      : `Calendar days to the first in-network appointment offered, median and range. ${rows.map(({ name, label, low, high }) => `${name} ${label}, ${low} to ${high}`).join("; ")}.`;
  return {
    kind: "chart",
    title,
    alternative,
    spec: sliceChart({
      title: "",
      notes: [],
      description: alternative,
      rows,
      shape: "dot",
      format: "d",
      from: 0,
      to: 30,
    }),
    bars: null,
    table: evidenceTable(payers, accessEvidence(ledger.cases, ledger.attempts)),
  };
}

function waitLabel({ median, n }: Spread): string {
  return `${counted(median, "day")} · ${counted(n, "offer")}`;
}

function evidenceTable(
  payers: readonly { readonly name: string; readonly found: AccessEvidence }[],
  all: AccessEvidence,
): TableBlock {
  return {
    kind: "table",
    caption: "In-network offices tried, from the Access attempts sheet",
    columns: [
      { heading: "Payer", align: "words" },
      { heading: "Requests with attempts", align: "figures" },
      { heading: "Attempts", align: "figures" },
      { heading: "Offices", align: "figures" },
      { heading: "Days offered, median", align: "figures" },
      { heading: "Low to high", align: "figures" },
      { heading: "No wait noted", align: "figures" },
      { heading: "Miles, median", align: "figures" },
    ],
    rows: payers.map(({ name, found }) => [{ text: name }, ...evidenceCells(found)]),
    total: [{ text: "All" }, ...evidenceCells(all)],
  };
}

function evidenceCells({
  requests,
  ofRequests,
  attempts,
  offices,
  wait,
  withoutWait,
  miles,
}: AccessEvidence): TableCell[] {
  return [
    { text: `${requests} of ${ofRequests}` },
    countCell(attempts),
    countCell(offices),
    { text: wait === null ? "–" : `${wait.median} (${wait.n})` },
    { text: wait === null ? "–" : `${wait.low} to ${wait.high}` },
    countCell(withoutWait),
    { text: miles === null ? "–" : `${miles.median} (${miles.n})` },
  ];
}

function countCell(value: number): TableCell {
  return { text: value.toLocaleString("en-US"), number: { value, format: "count" } };
}

/** How many of the waits that were offered are longer than a number of days: what a limit would find. */
export function longerWaits(ledger: NotebookLedger, of: Measured, days: number): TableBlock {
  const row = (name: string, ids: ReadonlySet<string>): TableCell[] => {
    const waits = ledger.attempts.flatMap(({ caseId, waitDays }) =>
      ids.has(caseId) && waitDays !== null ? [waitDays] : [],
    );
    return [{ text: name }, countCell(waits.length), countCell(waits.filter((wait) => wait > days).length)];
  };
  const idsOf = (cases: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(cases.map(({ id }) => id));
  return {
    kind: "table",
    caption: `Waits longer than ${counted(days, "calendar day")}`,
    columns: [
      { heading: "Payer", align: "words" },
      { heading: "Waits noted", align: "figures" },
      { heading: "Longer", align: "figures" },
    ],
    rows: of.groups.map((group) => row(groupName(of, group), idsOf(ofPayer(ledger, groupName(of, group))))),
    total: row("All", idsOf(ledger.cases)),
  };
}
