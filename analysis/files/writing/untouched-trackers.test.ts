import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sharedExamples } from "../../shared-examples.ts";
import { samplePlan } from "../../testing/sample-plan.ts";
import { changedParts, partNames } from "../../testing/workbook-fixture.ts";
import { addLedger } from "./add-ledger.ts";

const FOLDER = sharedExamples("trackers", "files");
const FILES = FOLDER === null ? [] : readdirSync(FOLDER).filter((file) => /\.xls[xm]$/.test(file));
const LISTS_OF_PARTS = ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"];

describe.skipIf(FOLDER === null)("the example trackers", () => {
  it.each(FILES)("%s keeps every part but the four lists to the byte, and changes no more on a second run", (file) => {
    const before = new Uint8Array(readFileSync(join(FOLDER ?? "", file)));
    const after = addLedger(before, samplePlan(), { tables: [] });
    expect(changedParts(before, after).filter((name) => !LISTS_OF_PARTS.includes(name))).toEqual([]);
    expect(partNames(after).slice(0, partNames(before).length)).toEqual(partNames(before));
    expect(addLedger(after, samplePlan(), { tables: [] })).toEqual(after);
  });
});
