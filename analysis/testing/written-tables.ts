import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { plainText } from "../../sca/ledger/ledger-row.ts";
import { LEDGER_TABLES } from "../../sca/ledger/ledger-tables.ts";
import { contentOf } from "../../sca/ledger/made-up-cases.ts";
import { measuredLedger } from "./measured-ledger.ts";
import { withStatedResults } from "./stated-results.ts";
import { recordText, untidyTables } from "./untidy-tables.ts";

const FORMULAS = new Set(
  LEDGER_TABLES.flatMap(({ name, columns }) =>
    columns.filter(({ origin }) => origin === "formula").map(({ heading }) => `${name}|${heading}`),
  ),
);

/** For tests: writes one table of a ledger into a folder. */
export function writeTable(folder: string, table: string, records: readonly (readonly string[])[]): void {
  writeFileSync(join(folder, `${table}.csv`), recordText(records));
}

/** For tests: the generated ledger as a workbook's tables are saved, with what formulas gave or without. */
export function writeGenerated(folder: string, seed: number, withResults: boolean): void {
  const content = contentOf(measuredLedger(60, seed));
  for (const [table, { headings, rows }] of content.tables) {
    const kept = headings.flatMap((heading, at) => (withResults || !FORMULAS.has(`${table}|${heading}`) ? [at] : []));
    const filled = rows.filter((row) => row.some((value) => plainText(value) !== ""));
    writeTable(folder, table, [
      kept.map((at) => headings[at] ?? ""),
      ...filled.map((row) => kept.map((at) => plainText(row[at]))),
    ]);
  }
  writeTable(
    folder,
    "Settings",
    [...content.named].map(([name, value]) => [name, plainText(value)]),
  );
}

/** For tests: tables as people leave them, a stray cell among so many, with what formulas gave or without. */
export function writeUntidy(folder: string, seed: number, strayOneIn: number, withResults = false): void {
  const typed = untidyTables(seed, 40, strayOneIn);
  const tables = withResults ? withStatedResults(typed, seed) : typed;
  for (const [table, records] of tables) writeTable(folder, table, records);
  writeTable(folder, "Settings", [
    ["RevenueBaseline", "35.5"],
    ["HigherLevelDayRate", "900.25"],
    ["CountOwnBenchmarks", seed % 2 === 0 ? "No" : "Yes"],
  ]);
}
