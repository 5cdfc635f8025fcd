import { FEWEST_PAYERS_TO_SHRINK, rankedRates, type ShrunkenRate } from "../../sca/measures/shrunken-rate.ts";
import { NOT_STATED } from "../frames/case-frame.ts";
import type { Analysis, MeasuredSlice, Whole } from "./analysis.ts";
import { APPROVAL_RATES } from "./approval-rates.ts";
import { runWhereCalled } from "./run-analyses.ts";
import { COUNT_COLUMNS, fieldColumn, HINT_COLUMN, shareCell } from "./slice-cells.ts";

/** Which reasons for going out of network are granted, payer by payer. */
export const WINNING_JUSTIFICATIONS: Analysis = {
  name: "winning-justifications",
  title: "Justifications that win",
  about: "which triggers are granted, payer by payer, in an order that few cases cannot push to the top",
  keys: ["payer", "trigger"],
  keysFor: (asked) => [...asked.filter((key) => key !== "trigger"), "trigger"],
  inOrder: (whole) => rankings(whole).flatMap((group) => group.map(({ slice }) => slice)),
  columns: (whole) => {
    const rates = new Map(rankings(whole).flatMap((group) => group.map(({ slice, rate }) => [slice, rate])));
    return [
      ...COUNT_COLUMNS,
      ["granted", ({ measures }) => measures.approval.granted],
      fieldColumn("approval_rate", "approvalRate"),
      fieldColumn("approval_low", "approvalLow"),
      fieldColumn("approval_high", "approvalHigh"),
      ["shrunken_rate", (slice) => shareCell(rates.get(slice)?.shrunken)],
      ["shrunken_low", (slice) => shareCell(rates.get(slice)?.interval?.low)],
      ["shrunken_high", (slice) => shareCell(rates.get(slice)?.interval?.high)],
      HINT_COLUMN,
    ];
  },
  chart: {
    ...APPROVAL_RATES.chart,
    legend: "Dot: granted out of decided. Bar: 95% interval. In the order of rates pulled toward their group's mean.",
  },
  nothing: APPROVAL_RATES.nothing,
  remarks: (whole) => {
    const few = rankings(whole).filter((group) => group.every(({ rate }) => rate.shrunken === null)).length;
    const said = `Ranked within each group by empirical Bayes, raw rate beside; intervals that overlap tell no two triggers apart.`;
    if (few === 0) return [said];
    return [
      `${said} ${few === 1 ? "One group has" : `${few} groups have`} fewer than ${FEWEST_PAYERS_TO_SHRINK} decided triggers, which stand in the order of their raw rates.`,
    ];
  },
};

interface Ranked {
  readonly slice: MeasuredSlice;
  readonly rate: ShrunkenRate;
}

/** Ranking takes its time, and order, table and remarks all ask for it. */
const KNOWN = new WeakMap<Whole, Ranked[][]>();

/** The slices of each group, the most surely granted trigger first. */
function rankings(whole: Whole): Ranked[][] {
  const known = KNOWN.get(whole) ?? rankingsOf(whole);
  KNOWN.set(whole, known);
  return known;
}

function rankingsOf({ slices }: Whole): Ranked[][] {
  const groups = new Map<string, MeasuredSlice[]>();
  for (const slice of slices) {
    const key = JSON.stringify(slice.words.slice(0, -1));
    groups.set(key, [...(groups.get(key) ?? []), slice]);
  }
  return [...groups.values()].map((group) => {
    const byTrigger = new Map(group.map((slice) => [triggerOf(slice), slice]));
    const counts = group.map((slice) => ({ payer: triggerOf(slice), ...slice.measures.approval }));
    return rankedRates(counts).rates.flatMap((rate): Ranked[] => {
      const slice = byTrigger.get(rate.payer);
      return slice === undefined ? [] : [{ slice, rate }];
    });
  });
}

/** The ranking's word for what is not stated is null. */
function triggerOf({ words }: MeasuredSlice): string | null {
  const word = words.at(-1);
  return word === undefined || word === NOT_STATED ? null : word;
}

await runWhereCalled(import.meta.url, WINNING_JUSTIFICATIONS);
