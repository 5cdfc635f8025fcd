import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Understanding } from "../../sca/tracker/tracked-case.ts";
import { parseIsoDay } from "../../sca/values/calendar-date.ts";
import { placeLedger, readTrackerFile } from "./ledger-place.ts";
import { ledgerWorkbook } from "./ledger-workbook.ts";

const AS_OF = parseIsoDay("2026-03-16") ?? expect.fail("a day");
const LOG = "Patient,Payer,Status\nMarisol Alvarez,Aetna,Approved\nWes Dunmore,Cigna,Pending\n";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sca-place-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function save(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const UNDERSTOOD: Understanding = { file: "log.csv", cases: [], notCases: [], questions: [], headings: [] };

/** Structures a tracker, whatever is in it, and saves the ledger where it belongs. */
async function structure(tracker: string, options: { out?: string; overwrite?: boolean } = {}) {
  const file = await readTrackerFile(tracker);
  const place = await placeLedger(file, { out: options.out, overwrite: options.overwrite ?? false });
  writeFileSync(place.path, ledgerWorkbook(file, place, UNDERSTOOD, AS_OF));
  return place;
}

describe("the place of a ledger", () => {
  it("is beside the tracker, and a workbook with macros keeps its ending", async () => {
    const place = await structure(save("SCA log.csv", LOG));
    expect(place.path).toBe(join(folder, "SCA log.ledger.xlsx"));
    const tracker = await readTrackerFile(save("log.csv", LOG));
    const named = { ...tracker, path: join(folder, "Log.XLSM") };
    expect((await placeLedger(named, { out: undefined, overwrite: false })).path).toBe(join(folder, "Log.ledger.xlsm"));
  });

  it("is never a file that is not a ledger of ours, unless the user says so", async () => {
    const tracker = save("log.csv", LOG);
    save("log.ledger.xlsx", "a letter");
    await expect(structure(tracker)).rejects.toThrow(/exists and is not a ledger.*Nothing was written/);
    expect((await structure(tracker, { overwrite: true })).previous).toBeNull();
  });

  it("is the earlier ledger itself while the tracker shows the same cells", async () => {
    const tracker = save("log.csv", LOG);
    await structure(tracker);
    const again = await structure(tracker);
    expect(again.previous).not.toBeNull();
    expect(again.keepEarlierAs).toBeNull();
  });

  it("is filled from the tracker once that has changed, and the earlier ledger is kept", async () => {
    const tracker = save("log.csv", LOG);
    await structure(tracker);
    save("log.csv", `${LOG}Shea Garrity,UHC,Denied\n`);
    const again = await structure(tracker);
    expect(again.previous).not.toBeNull();
    expect(again.keepEarlierAs).toBe(join(folder, "log.ledger.earlier.xlsx"));
  });

  it("is the file itself where the user runs on a ledger", async () => {
    const { path } = await structure(save("log.csv", LOG));
    const ledger = await readTrackerFile(path);
    expect(ledger.tracker.grids.map(({ sheet }) => sheet)).toEqual(["log"]);
    expect((await placeLedger(ledger, { out: undefined, overwrite: false })).path).toBe(path);
  });

  it("is refused where a sheet of the user's would be lost", async () => {
    const sample = join(import.meta.dirname, "..", "..", "data-samples", "recovery-center.xlsx");
    const out = join(folder, "all.ledger.xlsx");
    await structure(sample, { out });
    await expect(structure(save("log.csv", LOG), { out })).rejects.toThrow(/its sheet "2025 closed".*would be lost/);
  });

  it("is refused with the wrong ending, or in a folder that is not there", async () => {
    const tracker = save("log.csv", LOG);
    await expect(structure(tracker, { out: join(folder, "ledger.csv") })).rejects.toThrow(".xlsx");
    await expect(structure(tracker, { out: join(folder, "no", "ledger.xlsx") })).rejects.toThrow("there is no folder");
  });
});
