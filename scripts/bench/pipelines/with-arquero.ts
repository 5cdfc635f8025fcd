import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as aq from "arquero";
import { wilsonInterval } from "../../../sca/measures/wilson-interval.ts";
import { type PayerFigures, printResult } from "./pipeline-result.ts";

/** The same figures with arquero alone, its own reader of CSV among it. */
const folder = process.argv[2] ?? "";
const read = (name: string, parse: Record<string, (text: string) => unknown>) =>
  aq.fromCSV(readFileSync(join(folder, name), "utf8"), { parse });
const text = (value: string): string => value;

aq.addFunction("cents", (dollars: number) => {
  const low = Math.floor(dollars * 100);
  return dollars >= (low + 0.5) / 100 ? low + 1 : low;
});
aq.addFunction("granted", (outcome: string) =>
  ["Approved", "Partially approved", "Approved on appeal"].includes(outcome),
);
aq.addFunction("figure", (value: unknown) => {
  const figure = value === null || value === "" ? Number.NaN : Number(value);
  return Number.isFinite(figure) ? figure : null;
});

const cases = read("Cases.csv", { "Case id": text }).select("Case id", "Payer", "Outcome");
const counts = cases
  .derive({ k: "op.granted(d.Outcome) ? 1 : 0", d: "op.granted(d.Outcome) || d.Outcome === 'Denied' ? 1 : 0" })
  .groupby("Payer")
  .rollup({ requests: "count()", granted: "op.sum(d.k)", decided: "op.sum(d.d)" });
const lines = read("ServiceLines.csv", { "Case id": text, Code: text, "Multiple of Medicare": text })
  .select(
    "Case id",
    "Outcome that applies",
    "Expected dollars",
    "Medicare dollars",
    "Multiple of Medicare",
    "Units requested",
    "Units that apply",
    "Units authorized",
  )
  .rename({
    "Outcome that applies": "outcome",
    "Expected dollars": "expected",
    "Medicare dollars": "medicare",
    "Multiple of Medicare": "said",
    "Units requested": "requested",
    "Units that apply": "apply",
    "Units authorized": "authorized",
  })
  .join_left(cases.select("Case id", "Payer"), [["Case id"], ["Case id"]])
  .derive({ multiple: "op.figure(d.said)", got: "d.apply == null ? d.authorized : d.apply" });
const multiples = lines
  .filter("op.granted(d.outcome) && d.expected != null && d.medicare != null && d.multiple != null")
  .derive({ agreedCents: "op.cents(d.expected)", medicareCents: "op.cents(d.medicare)" })
  .groupby("Payer")
  .rollup({
    agreed: "op.sum(d.agreedCents)",
    medicare: "op.sum(d.medicareCents)",
    median: "op.median(d.multiple)",
    low: "op.min(d.multiple)",
    high: "op.max(d.multiple)",
    lines: "count()",
  });
const units = lines
  .filter("(op.granted(d.outcome) || d.outcome === 'Denied') && d.requested > 0 && d.got >= 0")
  .groupby("Payer")
  .rollup({ authorized: "op.sum(d.got)", requested: "op.sum(d.requested)" });
const joined = counts.join(multiples, "Payer").join(units, "Payer").orderby("Payer").objects() as Record<
  string,
  number | string
>[];
printResult(
  joined.map((row): PayerFigures => {
    const at = (name: string): number => Number(row[name]);
    const interval = wilsonInterval(at("granted"), at("decided"));
    return {
      payer: String(row["Payer"]),
      requests: at("requests"),
      decided: at("decided"),
      approvalRate: at("granted") / at("decided"),
      approvalLow: interval?.low ?? 0,
      approvalHigh: interval?.high ?? 0,
      multipleWeighted: at("agreed") / at("medicare"),
      multipleMedian: at("median"),
      multipleLow: at("low"),
      multipleHigh: at("high"),
      multipleLines: at("lines"),
      unitYield: at("authorized") / at("requested"),
    };
  }),
);
