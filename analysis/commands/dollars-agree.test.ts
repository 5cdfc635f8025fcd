import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { casesFromLedger } from "../../sca/ledger/cases-from-ledger.ts";
import { numberIn } from "../../sca/ledger/ledger-row.ts";
import { readTable } from "../../sca/ledger/read-ledger.ts";
import { recordOfAll } from "../../sca/measures/payer-record.ts";
import { EMPTY_LIBRARY } from "../../sca/medicare/fee-schedule.ts";
import { parseIsoDay } from "../../sca/values/calendar-date.ts";
import { readLedgerContent } from "../files/reading/ledger-content.ts";
import { readLibrary } from "../medicare/library-folder.ts";
import { structureTracker } from "./structure-tracker.ts";

const SAMPLES = join(import.meta.dirname, "..", "..", "data-samples");
const AS_OF = parseIsoDay("2026-03-16") ?? expect.fail("a day");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sca-dollars-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ["recovery-center.xlsx", false],
  ["infusion-center.csv", false],
  ["recovery-center.xlsx", true],
])("the dollars of %s, with Medicare's amounts: %s", (name, isPriced) => {
  it("are the same on the payer summary, on Cases and in the cases read back from the ledger", async () => {
    const out = join(folder, `${name.split(".")[0]}.ledger.xlsx`);
    const library = isPriced ? await readLibrary(join(SAMPLES, "medicare")) : EMPTY_LIBRARY;
    const request = {
      tracker: join(SAMPLES, name),
      out,
      json: undefined,
      answers: [],
      asOf: AS_OF,
      overwrite: true,
      library,
    };
    const { understanding, priced } = await structureTracker(request, () => undefined);
    const content = readLedgerContent(new Uint8Array(readFileSync(out))) ?? expect.fail("no ledger");
    const rows = readTable(content, "Cases")?.rows ?? [];
    const onCases = rows.reduce((sum, row) => sum + Math.round((numberIn(row, "Expected dollars") ?? 0) * 100), 0);
    const { revenue } = recordOfAll(understanding.cases, priced.benchmarks);
    expect(revenue.cents).toBeGreaterThan(0);
    expect(onCases).toBe(revenue.cents);
    expect(recordOfAll(casesFromLedger(content), priced.benchmarks).revenue).toEqual(revenue);
    const rates = (readTable(content, "ServiceLines")?.rows ?? []).map((row) => row.get("Medicare rate"));
    expect(rates.filter((rate) => typeof rate === "number").length > 3).toBe(isPriced);
    expect(rates.every((rate) => typeof rate === "number" || rate === "none")).toBe(true);
  });
});
