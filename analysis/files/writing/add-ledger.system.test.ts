import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sharedExamples } from "../../shared-examples.ts";
import {
  differences,
  hasLibreOffice,
  resaveWithLibreOffice,
  valuesIn,
  type WorkbookValues,
} from "../../testing/libreoffice.ts";
import { SAMPLE_AS_OF, samplePlan } from "../../testing/sample-plan.ts";
import { hasOpenpyxl, schemaErrors, tablesByOpenpyxl } from "../../testing/workbook-checks.ts";
import { TRACKER_PARTS, trackerWorkbook, withParts } from "../../testing/workbook-fixture.ts";
import { trackerFromBytes } from "../reading/read-tracker.ts";
import { addLedger } from "./add-ledger.ts";
import { takenNames } from "./ledger-marks.ts";
import { newLedger } from "./new-ledger.ts";

const VALIDATOR = sharedExamples("ooxml-xsd", "validate");
const FOLDER = sharedExamples("trackers", "files");
const TRACKERS = FOLDER === null ? [] : readdirSync(FOLDER).filter((file) => /\.xls[xm]$/.test(file));
const LIBRE_OFFICE = hasLibreOffice();
const OPENPYXL = hasOpenpyxl();
const HISTORY = { tables: ["Authorizations", "Review"] };
const WORKBOOK = TRACKER_PARTS["xl/workbook.xml"] ?? "";

const LEDGERS: ReadonlyMap<string, Uint8Array> = new Map([
  [
    "a new workbook",
    newLedger(
      { name: "log.csv", grid: { sheet: null, hidden: false, hiddenColumns: [], merges: [], rows: [] } },
      samplePlan(),
    ),
  ],
  ["an Excel workbook", addLedger(trackerWorkbook(), samplePlan(), HISTORY)],
  [
    "a workbook that counts from 1904",
    addLedger(
      trackerWorkbook({ "xl/workbook.xml": WORKBOOK.replace("<workbookPr/>", '<workbookPr date1904="1"/>') }),
      samplePlan(),
      HISTORY,
    ),
  ],
  [
    "a workbook with prefixed names",
    addLedger(
      trackerWorkbook({
        "xl/workbook.xml": WORKBOOK.replace(/<(\/?)(?=[a-z])/g, "<$1x:").replace("xmlns=", "xmlns:x="),
      }),
      samplePlan(),
      HISTORY,
    ),
  ],
  ["a ledger without rows", addLedger(trackerWorkbook(), samplePlan(0), HISTORY)],
  [
    "a ledger of 300 rows after one of 4",
    addLedger(addLedger(trackerWorkbook(), samplePlan(), HISTORY), samplePlan(300), HISTORY),
  ],
]);

function trackerBytes(file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FOLDER ?? "", file)));
}

function ofOurSheets(values: WorkbookValues, workbook: Uint8Array): WorkbookValues {
  const ours = new Set(takenNames(workbook).ledger.map(({ sheet }) => sheet));
  return new Map([...values].filter(([sheet]) => ours.has(sheet)));
}

describe.skipIf(VALIDATOR === null)("what we write keeps to the schemas of ECMA-376", () => {
  it.each([...LEDGERS.keys()])("%s", async (name) => {
    expect(await schemaErrors(LEDGERS.get(name) ?? new Uint8Array(), VALIDATOR ?? "")).toEqual([]);
  });

  it.skipIf(FOLDER === null)("every example tracker with a ledger", async () => {
    for (const file of TRACKERS) {
      const ledger = addLedger(trackerBytes(file), samplePlan(), HISTORY);
      expect([file, await schemaErrors(ledger, VALIDATOR ?? "")]).toEqual([file, []]);
    }
  });
});

describe.skipIf(FOLDER === null)("a tracker with a ledger", () => {
  it("still reads as it did: cells, colours, comments, hidden rows", () => {
    for (const file of TRACKERS) {
      const { grids } = trackerFromBytes(trackerBytes(file), file);
      const after = trackerFromBytes(addLedger(trackerBytes(file), samplePlan(), HISTORY), file);
      expect(after.grids.slice(0, grids.length)).toEqual(grids);
    }
  });
});

describe.skipIf(!OPENPYXL)("openpyxl finds the sheets and tables", () => {
  it.each([...LEDGERS.keys()])("%s", async (name) => {
    const found = await tablesByOpenpyxl(LEDGERS.get(name) ?? new Uint8Array());
    expect(found).toEqual([
      [expect.any(String), []],
      ["Start", []],
      ["Authorizations", ["Authorizations"]],
      ["Review", ["Review"]],
      ["Settings", []],
      ["Lists", []],
    ]);
  });
});

describe.skipIf(!LIBRE_OFFICE)("LibreOffice", () => {
  it.each([...LEDGERS.keys()])("computes what we cached, and shows what we wrote: %s", async (name) => {
    const ledger = LEDGERS.get(name) ?? new Uint8Array();
    const saved = await resaveWithLibreOffice(ledger, SAMPLE_AS_OF);
    expect(differences(ofOurSheets(valuesIn(ledger), ledger), valuesIn(saved))).toEqual([]);
  });

  it("computes anew: a wrong cached result is found", async () => {
    const ledger = LEDGERS.get("an Excel workbook") ?? new Uint8Array();
    const wrong = withParts(ledger, {
      "xl/worksheets/sheet3.xml": (xml) => xml.replace("-AsOf+1)</f><v>-6</v>", "-AsOf+1)</f><v>99</v>"),
    });
    const computed = valuesIn(await resaveWithLibreOffice(wrong, SAMPLE_AS_OF));
    expect(differences(valuesIn(wrong, true), computed)).toEqual(["Authorizations!G4: cached 99, computed -6"]);
  });

  it("may save the ledger in between: the next run finds every sheet and adds none", async () => {
    const ledger = LEDGERS.get("an Excel workbook") ?? new Uint8Array();
    const saved = await resaveWithLibreOffice(ledger, SAMPLE_AS_OF);
    const again = addLedger(saved, samplePlan(9), HISTORY);
    expect(takenNames(again)).toEqual(takenNames(ledger));
    expect(addLedger(again, samplePlan(9), HISTORY)).toEqual(again);
    const savedAgain = await resaveWithLibreOffice(again, SAMPLE_AS_OF);
    expect(differences(ofOurSheets(valuesIn(again), again), valuesIn(savedAgain))).toEqual([]);
    expect(addLedger(savedAgain, samplePlan(9), HISTORY).length).toBeLessThan(again.length * 1.1);
  });
});
