import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ledgerRecords } from "../../sca/ledger/ledger-records.ts";
import { type LedgerMeasures, ledgerMeasures, measureFields } from "../../sca/measures/ledger-measures.ts";
import { measuresBy } from "../../sca/measures/measures-by.ts";
import { type CalendarDate, parseIsoDay } from "../../sca/values/calendar-date.ts";
import { readLedgerFolder } from "../files/reading/ledger-folder.ts";
import { MEASURED_AS_OF } from "../testing/measured-ledger.ts";
import { writeGenerated, writeTable, writeUntidy } from "../testing/written-tables.ts";
import { archiveFolder } from "./archive-folder.ts";
import { type MeasuredFolder, measureFolder } from "./measure-folder.ts";

const EARLIER = parseIsoDay("2025-12-19") ?? expect.fail("a day");
const LATER = parseIsoDay("2026-01-20") ?? expect.fail("a day");
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sca-engine-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (table: string, records: readonly (readonly string[])[]): void => writeTable(folder, table, records);

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
  const left = leftOut.map(({ example, others, ...one }) => (withExamples ? { ...one, example, others } : one));
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
    writeGenerated(folder, seed, withResults);
    const found = await byDatabase(asOf);
    expect(told(found)).toEqual(told(await byLedgerCode(asOf)));
    if (asOf === MEASURED_AS_OF) expect(blankFields(found.all)).toEqual([]);
  });

  it.each([
    [1, false],
    [2, false],
    [3, false],
    [4, false],
    [204, true],
    [225, true],
  ])(
    "shows the same of tables as people leave them, %i, with results %s, and leaves out the same",
    async (seed, withResults) => {
      writeUntidy(folder, seed, seed % 2 === 0 ? 60 : 100_000, withResults);
      const asOf = seed % 3 === 0 ? LATER : MEASURED_AS_OF;
      expect(told(await byDatabase(asOf))).toEqual(told(await byLedgerCode(asOf)));
    },
  );

  it("shows the same where it is counted in parts, also where a line names another request's authorization", async () => {
    writeUntidy(folder, 2, 60);
    const found = await byDatabase(MEASURED_AS_OF, 4000);
    expect(told(found, false)).toEqual(told(await byLedgerCode(MEASURED_AS_OF), false));
  });

  it("names line ids that several requests have, whichever part each is counted in, and an authorization of two", async () => {
    const places = Array.from({ length: 40 }, (_, at) => at);
    const line = (at: number) => [`L-${at % 30}`, `C-${at}`, "", "90837"];
    write("Cases", [["Case id", "Outcome"], ...places.map((at) => [`C-${at}`, "Approved"])]);
    write("ServiceLines", [["Line id", "Case id", "Period id", "Code"], ...places.map(line), line(0)]);
    const steps: string[] = [];
    const inParts = () => measureFolder(folder, { given: LATER, today: LATER }, (_, what) => steps.push(what), 100);
    const found = await inParts();
    const doubled = found.leftOut.find(({ reason }) => reason === "same-line-id");
    expect(doubled).toMatchObject({ count: 11, example: expect.stringMatching(/^L-\d$/) });
    expect(told(found, false)).toEqual(told(await byLedgerCode(LATER), false));
    expect(steps).toContain("part 8 of 8");
    expect(steps).not.toContain("reading the tables");
    write("AuthorizationPeriods", [["Period id", "Case id"], ...places.map((at) => [`P-${at % 30}`, `C-${at}`])]);
    expect(told(await inParts())).toEqual(told(await byLedgerCode(LATER)));
  });

  it("shows the same of the Parquet archive of the tables", async () => {
    writeGenerated(folder, 31, true);
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
