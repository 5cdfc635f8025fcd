import { measureOf } from "../../../../sca/measures/measure.ts";
import { type MultipleOfMedicare, multipleOfMedicare } from "../../../../sca/measures/multiple-of-medicare.ts";
import {
  FEWEST_FOR_A_RANGE,
  REVEALED_PRICE_CAUTION,
  type RevealedPrice,
} from "../../../../sca/rates/revealed-price.ts";
import { multipleChart } from "../../../charts/multiple-chart.ts";
import type {
  ChartBlock,
  ReportBlock,
  ReportSection,
  TableBlock,
  TableCell,
  Text,
} from "../../document/report-document.ts";
import { counted, percent } from "../../figures.ts";
import {
  countCell,
  figuresColumn,
  NOTHING_TO_SAY,
  shareCell,
  table,
  times,
  timesCell,
  weighted,
  wordsCell,
  wordsColumn,
} from "../cells.ts";
import { monthsOf } from "../month-words.ts";
import type { PayerFacts } from "../payer-facts.ts";
import { revealedFigure, revealedUnit, startSentence } from "../rate-words.ts";

/** Fewer lines than this are a hint. */
const FEWEST_LINES = 20;

/** What the payer agreed to, over Medicare and over its own earlier agreements. */
export function multiplesSection(facts: PayerFacts): ReportSection {
  const { multiple } = facts.measures;
  const families = [...facts.families]
    .map(([name, cases]) => ({ name, multiple: measureOf(multipleOfMedicare, cases) }))
    .filter((one) => one.multiple.lines > 0)
    .sort((one, other) => other.multiple.lines - one.multiple.lines || (one.name < other.name ? -1 : 1));
  const without = [...facts.families.keys()].filter((name) => !families.some((one) => one.name === name));
  return {
    heading: "What they pay, over Medicare and over what they agreed to before",
    startsPage: false,
    blocks: [
      { kind: "finding", text: findingOf(facts.payer, multiple), isHint: multiple.lines < FEWEST_LINES },
      ...(families.length === 0 ? [] : [chartOf(families, multiple)]),
      ...(without.length === 0
        ? []
        : [
            {
              kind: "paragraph",
              text: [`No Medicare benchmark, so in no multiple: ${without.join("; ")}. That is not a multiple of 0.`],
            } satisfies ReportBlock,
          ]),
      ...(facts.prices.length === 0 ? [] : [pricesTable(facts.prices)]),
      { kind: "paragraph", text: [REVEALED_PRICE_CAUTION] },
    ],
  };
}

function findingOf(payer: string, { weighted: mean, median, lines, coverage }: MultipleOfMedicare): Text {
  if (mean === null || median === null || coverage === null) {
    return [`Nothing that ${payer} agreed to can be set against Medicare.`];
  }
  return weighted(
    `${payer} agreed to `,
    `${times(mean)} Medicare by dollars, ${times(median)} on the middle line`,
    `, from ${counted(lines, "approved line")} that hold ${percent(coverage)} of the agreed dollars.`,
  );
}

interface FamilyMultiple {
  readonly name: string;
  readonly multiple: MultipleOfMedicare;
}

function chartOf(families: readonly FamilyMultiple[], all: MultipleOfMedicare): ChartBlock {
  const rows = families.map(({ name, multiple: { low, high, median, weighted: mean, lines } }) => ({
    name: startSentence(name),
    low: low ?? 0,
    high: high ?? 0,
    median: median ?? 0,
    weighted: mean ?? 0,
    label: `${times(median ?? 0)} · ${counted(lines, "line")}`,
    isHint: lines < FEWEST_LINES,
  }));
  const alternative = `Agreed rates over Medicare by code family, median and range of the lines: ${rows.map((row) => `${row.name} ${row.label}, ${times(row.low)} to ${times(row.high)}`).join("; ")}.`;
  return {
    kind: "chart",
    title: "Times Medicare by code family: lowest to highest line, dot on the median, stroke on the mean by dollars",
    alternative,
    spec: multipleChart(rows, alternative),
    bars: null,
    table: table(
      "Agreed rates over Medicare",
      [
        wordsColumn("Code family"),
        ...["Lines", "By dollars", "Median", "Lowest", "Highest", "Agreed dollars compared"].map(figuresColumn),
      ],
      families.map(({ name, multiple }) => [wordsCell(startSentence(name)), ...cellsOf(multiple)]),
      [wordsCell("All"), ...cellsOf(all)],
    ),
  };
}

function cellsOf({ lines, weighted: mean, median, low, high, coverage }: MultipleOfMedicare): TableCell[] {
  return [countCell(lines), timesCell(mean), timesCell(median), timesCell(low), timesCell(high), shareCell(coverage)];
}

/** What was agreed before, family by family; one whose range stands on too few says so. */
function pricesTable(prices: readonly RevealedPrice[]): TableBlock {
  const shown = prices.filter(({ code, model }) => code === null && model !== "asPercentOfMedicare");
  return table(
    "What this payer agreed to before, by kind of rate",
    [
      wordsColumn("Service"),
      wordsColumn("Rate"),
      ...["Cases", "Median", "Lowest", "Highest", "Median % of Medicare"].map(figuresColumn),
      wordsColumn("Decided"),
    ],
    shown.map((price) => [
      wordsCell(startSentence(price.family)),
      wordsCell(price.n < FEWEST_FOR_A_RANGE ? `${revealedUnit(price)}, too few for a range` : revealedUnit(price)),
      countCell(price.n),
      wordsCell(revealedFigure(price.model, price.median)),
      wordsCell(revealedFigure(price.model, price.low)),
      wordsCell(revealedFigure(price.model, price.high)),
      wordsCell(
        price.percentOfMedicareMedian === null
          ? "no benchmark"
          : `${price.percentOfMedicareMedian / 100}%${price.coverage < 1 ? ` of ${percent(price.coverage)} of rates` : ""}`,
      ),
      wordsCell(
        price.since === null || price.until === null
          ? NOTHING_TO_SAY
          : monthsOf({ first: price.since, last: price.until }),
      ),
    ]),
  );
}
