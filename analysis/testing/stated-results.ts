import { shuffledNumbers } from "./shuffled-numbers.ts";

const OUTCOMES = ["Approved", "approved", "Partially approved", "Approved on appeal", "Denied", "Pending", "Moon", ""];
const AMOUNTS = [
  "1200.5",
  "162.375",
  "0.1435897435897436",
  "1.4358974358974359",
  "$1,200.50",
  "0",
  "",
  "99.995",
  "1e3",
];
const WORDS = ["not compared: the rate is per day", "no benchmark", "1.42×"];
/** What a calculated column may hold in a ledger that people have worked in, by table; a blank stands for no result. */
const RESULTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  AuthorizationPeriods: {
    "Outcome that applies": OUTCOMES,
    "In question": ["", "", "", "Agreed rate"],
    "Model that applies": ["Per unit"],
    "Rate that applies": AMOUNTS,
    "Use counted to": ["2026-03-11", "2026-03-11", "2026-03-11", "2026-03-11", "2026-03-11", ""],
  },
  ServiceLines: {
    "Outcome that applies": OUTCOMES,
    "In question": ["", "", "", "Agreed rate"],
    "Model that applies": ["Per unit", "Percent of Medicare"],
    "Rate that applies": AMOUNTS,
    "Units that apply": ["4", "12.25", "", ""],
    "Expected dollars": AMOUNTS,
    "Medicare dollars": [...AMOUNTS, ...WORDS],
    "Multiple of Medicare": [...AMOUNTS, ...WORDS],
    "Rate is per": ["", "day"],
    "Medicare rate": ["120.55", "120.55", "120.55", "120.55", "no benchmark", "120.55", "120.55", "120.55", ""],
  },
};

/**
 * For tests: tables with the calculated columns that they lack, filled as a workbook may have saved them, some of them
 * blank. The same in every run.
 */
export function withStatedResults(tables: ReadonlyMap<string, string[][]>, seed: number): Map<string, string[][]> {
  const below = shuffledNumbers(seed);
  const filled = new Map(tables);
  for (const [table, columns] of Object.entries(RESULTS)) {
    const [headings = [], ...records] = tables.get(table) ?? [];
    const rows = records.map((record) => [
      ...record,
      ...Object.values(columns).map((from) => from[below(from.length)] ?? ""),
    ]);
    filled.set(table, [[...headings, ...Object.keys(columns)], ...rows]);
  }
  return filled;
}
