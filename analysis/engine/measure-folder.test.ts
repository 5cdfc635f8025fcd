import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ledgerRecords } from "../../sca/ledger/ledger-records.ts";
import { plainText } from "../../sca/ledger/ledger-row.ts";
import { LEDGER_TABLES } from "../../sca/ledger/ledger-tables.ts";
import { contentOf } from "../../sca/ledger/made-up-cases.ts";
import { type LedgerMeasures, ledgerMeasures, measureFields } from "../../sca/measures/ledger-measures.ts";
import { measuresBy } from "../../sca/measures/measures-by.ts";
import { type CalendarDate, parseIsoDay } from "../../sca/values/calendar-date.ts";
import { readLedgerFolder } from "../files/reading/ledger-folder.ts";
import { MEASURED_AS_OF, measuredLedger } from "../testing/measured-ledger.ts";
import { recordText, untidyTables } from "../testing/untidy-tables.ts";
import { archiveFolder } from "./archive-folder.ts";
import { type MeasuredFolder, measureFolder } from "./measure-folder.ts";

const EARLIER = parseIsoDay("2025-12-19") ?? expect.fail("a day");
const LATER = parseIsoDay("2026-01-20") ?? expect.fail("a day");
const FORMULAS = new Set(
  LEDGER_TABLES.flatMap(({ name, columns }) =>
    columns.filter(({ origin }) => origin === "formula").map(({ heading }) => `${name}|${heading}`),
  ),
);

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sca-engine-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(table: string, records: readonly (readonly string[])[]): void {
  writeFileSync(join(folder, `${table}.csv`), recordText(records));
}

/** The generated ledger as a workbook's tables are saved: with what formulas gave, or without. */
function writeGenerated(seed: number, withResults: boolean): void {
  const content = contentOf(measuredLedger(60, seed));
  for (const [table, { headings, rows }] of content.tables) {
    const kept = headings.flatMap((heading, at) => (withResults || !FORMULAS.has(`${table}|${heading}`) ? [at] : []));
    const filled = rows.filter((row) => row.some((value) => plainText(value) !== ""));
    write(table, [kept.map((at) => headings[at] ?? ""), ...filled.map((row) => kept.map((at) => plainText(row[at])))]);
  }
  write(
    "Settings",
    [...content.named].map(([name, value]) => [name, plainText(value)]),
  );
}

function writeUntidy(seed: number, strayOneIn: number): void {
  for (const [table, records] of untidyTables(seed, 40, strayOneIn)) write(table, records);
  write("Settings", [
    ["RevenueBaseline", "35.5"],
    ["HigherLevelDayRate", "900.25"],
    ["CountOwnBenchmarks", seed % 2 === 0 ? "No" : "Yes"],
  ]);
}

const nothing = () => undefined;
const byDatabase = (asOf: CalendarDate, bytesOfPart?: number) =>
  measureFolder(folder, { given: asOf, today: asOf }, nothing, bytesOfPart);

async function byLedgerCode(asOf: CalendarDate): Promise<MeasuredFolder> {
  const records = ledgerRecords(await readLedgerFolder(folder), asOf) ?? expect.fail("no ledger");
  return { ...records, ...measuresBy(ledgerMeasures(records.terms), records.cases, ({ payer }) => payer) };
}

/** Figures to nine digits, whatever engine added them up. */
function nineDigits(value: unknown): unknown {
  if (typeof value === "number") return Number(value.toPrecision(10));
  if (Array.isArray(value)) return value.map(nineDigits);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, nineDigits(one)]));
}

function told({ all, groups, terms, leftOut, access }: MeasuredFolder, withExamples = true) {
  const left = leftOut.map(({ example, ...one }) => (withExamples ? { ...one, example } : one));
  const inOrder = left.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  return nineDigits({ all, groups, terms, leftOut: inOrder, attempts: access.attempts });
}

const blankFields = (all: LedgerMeasures) => Object.entries(measureFields(all)).filter(([, value]) => value === null);

describe("a folder of tables counted by a database", () => {
  it.each([
    [11, true, MEASURED_AS_OF],
    [23, true, EARLIER],
    [47, false, MEASURED_AS_OF],
    [5, false, EARLIER],
  ])("shows what the ledger's own code shows of ledger %i, with results %s, on %s", async (seed, withResults, asOf) => {
    writeGenerated(seed, withResults);
    const found = await byDatabase(asOf);
    expect(told(found)).toEqual(told(await byLedgerCode(asOf)));
    if (asOf === MEASURED_AS_OF) expect(blankFields(found.all)).toEqual([]);
  });

  it.each([1, 2, 3, 4])("shows the same of tables as people leave them, %i, and leaves out the same", async (seed) => {
    writeUntidy(seed, seed % 2 === 0 ? 60 : 100_000);
    const asOf = seed % 3 === 0 ? LATER : MEASURED_AS_OF;
    expect(told(await byDatabase(asOf))).toEqual(told(await byLedgerCode(asOf)));
  });

  it("shows the same where it is counted in parts, also where a line names another request's authorization", async () => {
    writeUntidy(2, 60);
    const found = await byDatabase(MEASURED_AS_OF, 4000);
    expect(told(found, false)).toEqual(told(await byLedgerCode(MEASURED_AS_OF), false));
  });

  it("shows the same of the Parquet archive of the tables", async () => {
    writeGenerated(31, true);
    const expected = told(await byLedgerCode(MEASURED_AS_OF));
    const archive = mkdtempSync(join(tmpdir(), "sca-archive-"));
    await archiveFolder(folder, archive);
    rmSync(folder, { recursive: true });
    folder = archive;
    expect(told(await byDatabase(MEASURED_AS_OF))).toEqual(expected);
  });

  it("reads text in other encodings, with other separators and with rows that have slipped, as other folders are read", async () => {
    const rows = [
      ["Case id", "Payer", "Outcome", "Submitted", "Decided"],
      [" 007 ", "Caf\u00e9 Health", "Approved ", "1/5/2026", "2026-01-09 00:00"],
      ["008", "Caf\u00e9 Health", "Denied", "soon", ""],
      ["009", "Caf\u00e9 Health", "Denied", "2026-01-05", "2026-01-07", "one too many"],
    ];
    const text = rows.map((row) => row.join(";")).join("\r\n");
    for (const bytes of [
      Buffer.from(`\ufeff${text}`),
      Buffer.from(text, "latin1"),
      Buffer.from(`\ufeff${text}`, "utf16le"),
    ]) {
      writeFileSync(join(folder, "cases.csv"), bytes);
      const found = await byDatabase(MEASURED_AS_OF);
      expect(found.groups.map(({ key }) => key)).toEqual(["Caf\u00e9 Health"]);
      expect(told(found)).toEqual(told(await byLedgerCode(MEASURED_AS_OF)));
    }
  });

  it("says in words that a folder holds no ledger, a damaged table, or one without case ids", async () => {
    await expect(byDatabase(MEASURED_AS_OF)).rejects.toThrow("there is no Cases.csv or Cases.parquet in this folder");
    write("Cases", [
      ["Case", "Payer"],
      ["007", "Aetna"],
    ]);
    await expect(byDatabase(MEASURED_AS_OF)).rejects.toThrow('the table Cases has no column "Case id"');
    rmSync(join(folder, "Cases.csv"));
    writeFileSync(join(folder, "Cases.parquet"), "PAR1 but no more");
    await expect(byDatabase(MEASURED_AS_OF)).rejects.toThrow(
      "Cases.parquet: the file is no Parquet file, or it is damaged",
    );
  });
});
