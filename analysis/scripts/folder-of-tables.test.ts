import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PlanValue } from "../../sca/ledger/workbook-plan.ts";
import { readLedgerContent } from "../files/reading/ledger-content.ts";
import { type CsvCell, csvText } from "../files/writing/csv-text.ts";
import { APPROVAL_RATES } from "./approval-rates.ts";
import { CAPACITY_AND_ACCESS } from "./capacity-and-access.ts";
import { HONOUR_RATES } from "./honour-rates.ts";
import { RATE_MULTIPLES } from "./rate-multiples.ts";
import { REVENUE_CAPTURED } from "./revenue-captured.ts";
import { runAnalyses } from "./run-analyses.ts";
import { TURNAROUND } from "./turnaround.ts";

const SAMPLE = resolve(import.meta.dirname, "..", "..", "data-samples", "worked-ledger.xlsx");
const analyses = [APPROVAL_RATES, TURNAROUND, RATE_MULTIPLES, REVENUE_CAPTURED, HONOUR_RATES, CAPACITY_AND_ACCESS];
const silent = { say: () => undefined, warn: () => undefined, progress: () => undefined };

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sca-tables-"));
  const content = readLedgerContent(new Uint8Array(readFileSync(SAMPLE)));
  if (content === null) throw new Error("the sample is a ledger");
  const tables = join(folder, "tables");
  mkdirSync(tables);
  for (const { name, headings, rows } of content.tables.values()) {
    writeFileSync(
      join(tables, `${name}.csv`),
      csvText(
        headings,
        rows.map((row) => row.map(cellOf)),
      ),
    );
  }
  const named = [...content.named].map(([name, value]): CsvCell[] => [name, cellOf(value)]);
  writeFileSync(join(tables, "Settings.csv"), csvText(["Name", "Value"], named));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function cellOf(value: PlanValue): CsvCell {
  if (value !== null && typeof value === "object") return value.day;
  return typeof value === "boolean" ? String(value) : value;
}

it("a folder with the ledger's tables as .csv gives the same tables and charts as the workbook", async () => {
  const run = async (ledger: string, out: string) => {
    const line = [ledger, "--by", "payer,level", "--out", join(folder, out)];
    await runAnalyses(line, { as: "npm run analyze --", analyses }, silent);
    return readdirSync(join(folder, out)).map((name) => [name, readFileSync(join(folder, out, name), "utf8")]);
  };
  const [book, tables] = [await run(SAMPLE, "book"), await run(join(folder, "tables"), "csv")];
  expect(book).toHaveLength(2 * analyses.length);
  expect(tables).toEqual(book);
});
