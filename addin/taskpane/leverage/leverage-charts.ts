import { PAYER_NOT_SETTLED } from "../../../sca/measures/payer-record.ts";
import { centsOf, printMoney } from "../../../sca/values/money.ts";
import type { NativeChart } from "../../excel/excel-workbook.ts";
import { approvalWords, type LeveragePage, type LeverageRow } from "./leverage-page.ts";

/** The sheet on which the charts stand. */
export const LEVERAGE_SHEET = "Leverage";

/** Bars stay readable up to so many payers; the pane lists them all. */
const MOST_CHARTED = 25;

/**
 * Native charts of a page: approval rates, expected dollars and multiples of Medicare by payer. A payer without a figure
 * is not in its chart, never at 0; how many a figure stands on is in the payer's label. A chart without any is left out.
 */
export function leverageCharts(page: LeveragePage): NativeChart[] {
  const payers = page.payers.filter(({ name }) => name !== PAYER_NOT_SETTLED);
  return [
    chart(payers, {
      title: "Approval rate by payer",
      heading: "Approval rate",
      format: "0%",
      figure: ({ measures }) => measures.approval.rate,
      label: ({ name, measures: { approval } }) =>
        `${name} (${approval.granted} of ${approval.decided}${approval.isHint ? ", hint" : ""})`,
      words: ({ name, measures }) => `${name} ${approvalWords(measures)}`,
    }),
    chart(payers, {
      title: "Expected dollars by payer",
      heading: "Expected dollars",
      format: "$#,##0",
      figure: ({ measures: { agreed } }) => (agreed.inFull + agreed.inPart === 0 ? null : agreed.cents / 100),
      label: ({ name, measures: { agreed } }) =>
        `${name} (${agreed.inFull + agreed.inPart} of ${agreed.inFull + agreed.inPart + agreed.notAtAll})`,
      words: ({ name, measures: { agreed } }) => `${name} ${printMoney(centsOf(agreed.cents))}`,
    }),
    chart(payers, {
      title: "Multiple of Medicare by payer",
      heading: "Multiple of Medicare",
      format: "0.00",
      figure: ({ measures }) => measures.multiple.weighted,
      label: ({ name, measures: { multiple } }) =>
        `${name} (${multiple.lines} ${multiple.lines === 1 ? "line" : "lines"})`,
      words: ({ name, measures: { multiple } }) => `${name} ${(multiple.weighted ?? 0).toFixed(2)}`,
    }),
  ].filter((one) => one !== null);
}

interface Charted {
  readonly title: string;
  readonly heading: string;
  readonly format: string;
  readonly figure: (row: LeverageRow) => number | null;
  readonly label: (row: LeverageRow) => string;
  readonly words: (row: LeverageRow) => string;
}

function chart(payers: readonly LeverageRow[], told: Charted): NativeChart | null {
  const known = payers
    .flatMap((row) => {
      const figure = told.figure(row);
      return figure === null ? [] : [{ row, figure }];
    })
    .sort((one, other) => other.figure - one.figure)
    .slice(0, MOST_CHARTED);
  if (known.length === 0) return null;
  return {
    title: told.title,
    altText: `${told.title}: ${known.map(({ row }) => told.words(row)).join("; ")}.`,
    kind: "bar",
    headings: ["Payer", told.heading],
    rows: known.map(({ row, figure }) => [told.label(row), figure]),
    format: told.format,
  };
}
