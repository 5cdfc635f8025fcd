import { earliest, ownBenchmark } from "../measures/line-benchmarks.ts";
import { NATIONAL_NOTE, type PriceLine } from "../measures/price-line.ts";
import type { NoBenchmarkReason } from "../medicare/benchmark.ts";
import { RowIndex } from "./ledger-index.ts";
import { dayIn, isBlank, type LedgerRow, numberIn, textIn } from "./ledger-row.ts";
import { placeOfService } from "./pricing-settings.ts";
import { benchmarkKey, type UsedRate } from "./rate-rows.ts";

/** In front of the reason why a line has no benchmark. */
export const NO_BENCHMARK = "No Medicare benchmark: ";

const ALREADY_SAID = /^no medicare benchmark:\s*/i;

/** How the pricing of the lines went. */
export interface PricedRows {
  readonly rates: readonly UsedRate[];
  /** Lines without a benchmark, by the reason. */
  readonly reasons: ReadonlyMap<NoBenchmarkReason, number>;
}

/** Levels of care that are mostly furnished in a facility. */
const FACILITY_LEVEL = /^(?:php|partial|rtc|resid|detox|ip\b|inpatient|hospital)/i;

/** Writes each line's benchmark, or why it has none, and gathers the amounts that are used. */
export function priceRows(
  rows: {
    readonly cases: readonly LedgerRow[];
    readonly periods: readonly LedgerRow[];
    readonly lines: readonly LedgerRow[];
  },
  price: PriceLine,
): PricedRows {
  const cases = new RowIndex(rows.cases, "Case id");
  const periods = new RowIndex(rows.periods, "Period id");
  const periodsOfCase = new RowIndex(rows.periods, "Case id");
  const rates = new Map<string, { amount: UsedRate["amount"]; notes: Set<string> }>();
  const reasons = new Map<NoBenchmarkReason, number>();
  for (const row of rows.lines) {
    for (const heading of ["Benchmark", "Benchmark note", "Priced for"]) row.delete(heading);
    const caseId = textIn(row, "Case id");
    if (caseId === "") continue;
    const entry = cases.first(caseId);
    const period = periods.first(textIn(row, "Period id"));
    const place = placeOfService(row);
    const { day, benchmark, notes } = price({
      code: textIn(row, "Code").trim(),
      modifiers: textIn(row, "Modifiers")
        .split(/[\s,]+/)
        .filter((modifier) => modifier !== ""),
      placeOfService: place,
      days: {
        first: dayIn(period, "First covered day"),
        last: dayIn(period, "Last covered day"),
        firstOfCase: earliest(periodsOfCase.all(caseId).map((other) => dayIn(other, "First covered day"))),
        decided: dayIn(entry, "Decided"),
        submitted: dayIn(entry, "Submitted"),
      },
    });
    if (day !== null) row.set("Priced for", { day });
    const remarks = [...notes];
    if (benchmark.kind === "none") {
      row.set("Benchmark", `${NO_BENCHMARK}${benchmark.sentence.replace(ALREADY_SAID, "")}`);
      reasons.set(benchmark.reason, (reasons.get(benchmark.reason) ?? 0) + 1);
    } else {
      const key = benchmarkKey(benchmark);
      row.set("Benchmark", key);
      const known = new Set(notes.filter((note) => note === NATIONAL_NOTE || benchmark.notes.includes(note)));
      const used = rates.get(key);
      // What is true of one line's day only stands beside that line.
      const shared = used === undefined ? known : new Set([...used.notes].filter((note) => known.has(note)));
      rates.set(key, { amount: benchmark, notes: shared });
      const level = textIn(period, "Level of care") || textIn(entry, "Level of care");
      if (place === "" && benchmark.setting === "nonFacility" && FACILITY_LEVEL.test(level)) {
        remarks.push(`Level of care ${level}, priced as office: type the place of service if it is a facility.`);
      }
    }
    if (ownBenchmark(numberIn(row, "Own benchmark")) !== null) {
      remarks.unshift("Compared with your own benchmark, not with Medicare's amount.");
    } else if (!isBlank(row.get("Own benchmark"))) {
      remarks.unshift("Own benchmark is not an amount of dollars above 0: it is not used.");
    }
    if (remarks.length > 0) row.set("Benchmark note", remarks.join(" "));
  }
  return { rates: [...rates.values()], reasons };
}
