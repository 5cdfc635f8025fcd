import { ownBenchmark } from "../measures/line-benchmarks.ts";
import type { NoBenchmarkReason } from "../medicare/benchmark.ts";
import { type LedgerRow, numberIn, textIn } from "./ledger-row.ts";
import { NO_BENCHMARK } from "./price-rows.ts";
import type { Count } from "./start-line.ts";
import type { WorkbookNames } from "./workbook-names.ts";

/** Why lines have no benchmark, each in a few words. */
const REASON_WORDS: Readonly<Record<NoBenchmarkReason, string>> = {
  "code-unreadable": "no code, or one that cannot be read",
  "code-unknown": "code not in the fee schedule",
  "code-not-physician": "code is not of the physician fee schedule",
  "program-per-diem": "program that Medicare pays another way",
  "status-not-paid": "code that Medicare does not pay",
  "contractor-priced": "code that has no national amount",
  anesthesia: "anesthesia, paid by base and time units",
  "setting-not-applicable": "code not furnished in that setting",
  "modifier-not-in-file": "modifier without an amount",
  "modifiers-conflict": "modifiers that exclude each other",
  "year-not-loaded": "no fee schedule loaded for the day",
  "localities-not-loaded": "no localities loaded for the year",
  "locality-unknown": "locality not known",
  "locality-without-contractor": "locality without its contractor",
  "zip-unknown": "ZIP code not known",
  "zip-needs-plus-four": "ZIP code that needs its four more digits",
  "place-unreadable": "locality on Settings not understood",
  "setting-unreadable": "place of service not understood",
  "date-unreadable": "no day to price for",
  "track-not-loaded": "conversion factor of the year not loaded",
  "unit-basis-unknown": "unit of the rate not known",
};
const SHOWN = 3;

/** How many service lines have a benchmark, and why the others have none. */
export function benchmarkCounts(
  lines: readonly LedgerRow[],
  reasons: ReadonlyMap<NoBenchmarkReason, number>,
  names: WorkbookNames,
): Count[] {
  const why = [...reasons].sort(([, one], [, other]) => other - one);
  const more = why.slice(SHOWN).reduce((sum, [, count]) => sum + count, 0);
  const told = why.slice(0, SHOWN).map(([reason, count]) => `${REASON_WORDS[reason]} (${count})`);
  if (more > 0) told.push(`other reasons (${more})`);
  return [
    {
      label: "  with a Medicare benchmark",
      count: {
        formula: names.formula(
          `SUMPRODUCT(--(ServiceLines[Benchmark]<>""),--(LEFT(ServiceLines[Benchmark],${NO_BENCHMARK.length})<>"${NO_BENCHMARK}"))`,
        ),
        result: lines.filter(hasBenchmark).length,
      },
      sheet: "Medicare rates",
      about: "Each for its own code, modifiers, day, place and setting; the amount and its parts stand there.",
    },
    {
      label: "  without, with the reason beside them",
      count: {
        formula: names.formula(
          `SUMPRODUCT(--(LEFT(ServiceLines[Benchmark],${NO_BENCHMARK.length})="${NO_BENCHMARK}"))`,
        ),
        result: lines.filter((row) => textIn(row, "Benchmark").startsWith(NO_BENCHMARK)).length,
      },
      sheet: "Service lines",
      about: told.length === 0 ? "" : `In the last run: ${told.join("; ")}.`,
    },
    {
      label: "  with a benchmark of your own",
      count: {
        formula: names.formula("SUMPRODUCT(--ISNUMBER(ServiceLines[Own benchmark]),--(ServiceLines[Own benchmark]>0))"),
        result: lines.filter((row) => ownBenchmark(numberIn(row, "Own benchmark")) !== null).length,
      },
      sheet: "Service lines",
      about: "Typed by you; it comes before Medicare's.",
    },
  ];
}

function hasBenchmark(row: LedgerRow): boolean {
  const text = textIn(row, "Benchmark");
  return text !== "" && !text.startsWith(NO_BENCHMARK);
}
