import { describe, expect, it } from "vitest";
import { excelInChromium } from "../test-host/browser/excel-in-chromium.ts";
import { keptByBrowser } from "../test-host/browser/kept-by-browser.ts";
import { sampleInExcel, structureInPane } from "../test-host/browser/structured-in-pane.ts";
import { blankWorkbook } from "../test-host/client/node-client.ts";
import { workbookContent } from "../test-host/model/workbook-content.ts";

describe("Structure", () => {
  it("turns the sample tracker into the ledger in two clicks, and leaves its sheets as they are", async () => {
    const workbook = await sampleInExcel();
    const own = workbook.sheets.map(({ name }) => name);
    const before = workbookContent(workbook).sheets.filter(({ name }) => own.includes(name));
    const excel = await excelInChromium(workbook);
    const pane = await excel.openPane();
    await structureInPane(pane);
    expect(workbookContent(workbook).sheets.filter(({ name }) => own.includes(name))).toEqual(before);
    expect(workbook.tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Cases", "ServiceLines", "AuthorizationPeriods", "Payers", "Review"]),
    );
    expect(workbook.table("Cases")?.body.rows).toBeGreaterThan(40);
    expect(await pane.view.textContent()).toContain("Your own sheets are as they were");
    const kept = await keptByBrowser(pane.frame);
    for (const name of ["Alvarez", "Castellano", "W204418830", "AE-7733102"]) expect(kept).not.toContain(name);
  });

  it("takes back what it wrote", async () => {
    const workbook = await sampleInExcel();
    const before = workbookContent(workbook);
    const excel = await excelInChromium(workbook);
    const pane = await excel.openPane();
    await structureInPane(pane);
    await pane.view.getByRole("button", { name: "Take it back" }).click();
    await pane.view.getByRole("heading", { name: "Which sheets hold your tracker?" }).waitFor();
    expect(workbookContent(workbook)).toEqual(before);
  });

  it("offers the invented sample in a blank workbook in one click", async () => {
    const workbook = blankWorkbook();
    const excel = await excelInChromium(workbook);
    const pane = await excel.openPane();
    await pane.view.getByRole("button", { name: "Try the sample" }).click();
    await pane.view.getByRole("heading", { name: "What was understood" }).waitFor();
    expect(workbook.tables).toEqual([]);
    expect(workbook.sheets).toHaveLength(2);
  });
});
