import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ledgerRecords } from "../../../sca/ledger/ledger-records.ts";
import { HEADLINES, type Headlines, ledgerMeasures } from "../../../sca/measures/ledger-measures.ts";
import { measuresBy } from "../../../sca/measures/measures-by.ts";
import { type CalendarDate, parseIsoDay } from "../../../sca/values/calendar-date.ts";
import { readLedgerFolder } from "../../files/reading/ledger-folder.ts";
import { MEASURED_AS_OF } from "../../testing/measured-ledger.ts";
import { writeGenerated, writeTable, writeUntidy } from "../../testing/written-tables.ts";
import { type MeasuredHeadlines, measureInOnePass } from "./measure-in-one-pass.ts";

const EARLIER = parseIsoDay("2025-12-19") ?? expect.fail("a day");
const LATER = parseIsoDay("2026-01-20") ?? expect.fail("a day");
/** Tables and columns that the headlines rest on. */
const READ = new Map([
  ["Cases", ["Case id", "Payer", "Outcome", "Submitted", "Decided", "Asked in Review", "Appeal outcome"]],
  ["AuthorizationPeriods", ["Case id", "Period id", "Outcome", "Submitted", "Decided", "Use counted to"]],
  ["ServiceLines", ["Case id", "Units requested", "Units authorized", "Period id"]],
]);
/** What is seen only where every id is read. */
const OF_ALL_IDS = ["same-period-id", "same-line-id"];

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sca-pass-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inPassing = (asOf: CalendarDate) => measureInOnePass(folder, { given: asOf, today: asOf }, new Set(HEADLINES));

async function byLedgerCode(asOf: CalendarDate): Promise<MeasuredHeadlines> {
  const records = ledgerRecords(await readLedgerFolder(folder), asOf) ?? expect.fail("no ledger");
  const measured = measuresBy(ledgerMeasures(records.terms), records.cases, ({ payer }) => payer);
  return { ...records, ...measured };
}

/** The headlines alone; which share of all dollars was compared, lines alone do not tell. */
function headlinesOf({ approval, appeals, turnaround, multiple, units }: Headlines) {
  return { approval, appeals, turnaround, multiple: { ...multiple, coverage: null }, units };
}

function told(measured: MeasuredHeadlines | null) {
  if (measured === null) return expect.fail("not counted in one pass");
  const left = measured.leftOut.filter(
    ({ reason, table, column }) =>
      !OF_ALL_IDS.includes(reason) &&
      (READ.get(table)?.includes(column) === true || (READ.has(table) && column === "")),
  );
  return {
    asOf: measured.asOf,
    all: headlinesOf(measured.all),
    groups: measured.groups.map(({ key, value }) => ({ key, value: headlinesOf(value) })),
    // Of ids that differ in capitals either stands for the other; what is reckoned anew is told behind the rest.
    leftOut: left
      .map((one) => ({
        ...one,
        example: one.reason === "unknown-period" ? "" : one.example.toLowerCase(),
        others: one.others?.map((text) => text.toLowerCase()),
      }))
      .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
  };
}

describe("the headlines of a folder of tables, counted in one pass", () => {
  it.each([
    [11, MEASURED_AS_OF],
    [23, EARLIER],
    [31, LATER],
  ])("are those of the ledger's own code, ledger %i on %s", async (seed, asOf) => {
    writeGenerated(folder, seed, true);
    expect(told(await inPassing(asOf))).toEqual(told(await byLedgerCode(asOf)));
  });

  it.each([1, 2, 3, 4, 5, 6])("are the same of tables as people leave them, %i", async (seed) => {
    writeUntidy(folder, seed, seed % 2 === 0 ? 40 : 100_000, true);
    const asOf = seed % 3 === 0 ? LATER : MEASURED_AS_OF;
    expect(told(await inPassing(asOf))).toEqual(told(await byLedgerCode(asOf)));
  });

  it("are not counted so where formulas left no results, and where a table is not built as plain rows", async () => {
    writeGenerated(folder, 11, false);
    expect(await inPassing(MEASURED_AS_OF)).toBeNull();
    writeTable(folder, "Cases", [
      ["Case id", "Payer"],
      ["007", "Aetna"],
    ]);
    rmSync(join(folder, "ServiceLines.csv"));
    rmSync(join(folder, "AuthorizationPeriods.csv"));
    expect((await inPassing(MEASURED_AS_OF))?.all.approval.counts.notStated).toBe(1);
    writeFileSync(join(folder, "Cases.csv"), 'Case id,Payer\n007,"Aetna" of old\n');
    expect(await inPassing(MEASURED_AS_OF)).toBeNull();
  });
});
