import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sharedExamples } from "../../analysis/shared-examples.ts";
import { type CellValue, hasLibreOffice, recalculateWithLibreOffice } from "../../analysis/testing/libreoffice.ts";
import { serialFromDay } from "../../sca/values/calendar-date.ts";
import { workbookBytes } from "../test-host/model/workbook-bytes.ts";
import { byExcel, byFileWriter } from "../test-host/structured/both-hands.ts";
import { AS_OF } from "../test-host/structured/structured-workbook.ts";

const FOLDER = sharedExamples("trackers", "files");
const FILES = FOLDER === null ? [] : readdirSync(FOLDER).filter((file) => /\.xlsx$/.test(file));

describe.skipIf(FOLDER === null)("Excel is given the ledger that the file writer makes", () => {
  it.each(FILES)("of %s", async (file) => {
    const path = join(FOLDER ?? "", file);
    const written = byFileWriter(path);
    const excel = await byExcel(path);
    expect(excel.grids).toEqual(written.grids);
    expect(excel.plan).toEqual(written.plan);
    for (const [name, sheet] of Object.entries(written.written.sheets)) {
      expect(excel.written.sheets[name], name).toEqual(sheet);
    }
    expect(excel.written).toEqual(written.written);
  });
});

function bare(value: CellValue | undefined): unknown {
  if (typeof value === "object" && "day" in value) return serialFromDay(value.day, "1900");
  return value === "" ? undefined : value;
}

describe.skipIf(!hasLibreOffice())("LibreOffice", () => {
  it("computes the ledger that Excel was given as it computes the one in the file", async () => {
    const path = "data-samples/recovery-center.xlsx";
    const file = byFileWriter(path);
    const { workbook } = await byExcel(path);
    const fromFile = await recalculateWithLibreOffice(file.bytes, AS_OF);
    const fromExcel = await recalculateWithLibreOffice(workbookBytes(workbook), AS_OF);
    let formulas = 0;
    for (const [sheet, { cells }] of Object.entries(file.written.sheets)) {
      for (const [address, text] of Object.entries(cells)) {
        if (!text.startsWith("=")) continue;
        formulas++;
        const expected = bare(fromFile.get(sheet)?.get(address));
        expect(bare(fromExcel.get(sheet)?.get(address)), `${sheet}!${address} ${text}`).toEqual(expected);
      }
    }
    expect(formulas).toBeGreaterThan(500);
  });
});
