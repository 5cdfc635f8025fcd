import { describe, expect, it } from "vitest";
import { inventedIndicesCsv, inventedValuesCsv } from "../../analysis/testing/official-texts.ts";
import { packageOf } from "../../analysis/testing/workbook-fixture.ts";
import { excelInChromium } from "../test-host/browser/excel-in-chromium.ts";
import { keptByBrowser } from "../test-host/browser/kept-by-browser.ts";
import { columnOf, sampleWithLedger } from "../test-host/browser/structured-in-pane.ts";
import type { WebPane } from "../test-host/browser/web-pane.ts";
import { workbookContent } from "../test-host/model/workbook-content.ts";

/** A download in CMS's layout with invented figures. */
const DOWNLOAD = {
  name: "RVU25D.zip",
  mimeType: "application/zip",
  buffer: Buffer.from(
    packageOf({
      "PPRRVU2025_Oct.csv": inventedValuesCsv(2025, "D", "32.3465"),
      "GPCI2025.csv": inventedIndicesCsv(2025),
    }),
  ),
};

async function loadMedicare(pane: WebPane): Promise<void> {
  await pane.open("settings");
  await pane.view.getByLabel("Medicare's files").setInputFiles(DOWNLOAD);
  const status = pane.frame.getByRole("status");
  await expect.poll(() => status.textContent(), { timeout: 30_000 }).toContain("Loaded 2 tables");
}

describe("Medicare's files", () => {
  it("are read from the disk beside the pane, price a code in Rate and in a cell, and are kept for the next session", async () => {
    const excel = await excelInChromium(await sampleWithLedger());
    const pane = await excel.openPane();
    await loadMedicare(pane);
    await pane.open("rate");
    const service = pane.view.getByRole("form", { name: "A service against Medicare" });
    await service.getByLabel("Code").fill("99213");
    await service.getByLabel("Day of service").fill("2025-11-05");
    await service.getByLabel("Place").fill("national");
    await service.getByRole("button", { name: "Look it up" }).click();
    await pane.view.getByText("$88.95").first().waitFor();
    const inCell = await pane.functions.call("MEDICARE", [[["99213"]], [[45_966]], [["national"]], null, null]).result;
    expect(inCell).toEqual({ value: [[88.95]] });
    const next = await excel.openPane();
    await next.open("settings");
    await next.view.getByRole("button", { name: /^Remove physician-2025D/ }).waitFor();
    const kept = await keptByBrowser(next.frame);
    expect(kept).toContain("SCA Ledger Medicare 1 physician");
    for (const name of ["Alvarez", "Castellano", "W204418830", "AE-7733102"]) expect(kept).not.toContain(name);
  });

  it("a file that is none of them is refused in words, and nothing is loaded", async () => {
    const excel = await excelInChromium(await sampleWithLedger());
    const pane = await excel.openPane();
    await pane.open("settings");
    const buffer = Buffer.from("Item,Price\nTea,3.20\n");
    await pane.view.getByLabel("Medicare's files").setInputFiles({ name: "tea.csv", mimeType: "text/csv", buffer });
    await pane.view
      .getByText(/tea\.csv/)
      .first()
      .waitFor();
    expect(await pane.view.getByRole("button", { name: /^Remove / }).count()).toBe(0);
  });
});

it("a setting is written into the ledger as soon as it is typed; what starts blank may stay blank", async () => {
  const workbook = await sampleWithLedger();
  const excel = await excelInChromium(workbook);
  const pane = await excel.openPane();
  await pane.open("settings");
  const form = pane.view.getByRole("form", { name: "Settings of the ledger" });
  await form.getByLabel(/^Our cost of one unit/).fill("212.50");
  await form.getByRole("button", { name: "Write to the ledger" }).click();
  const settings = () =>
    workbookContent(workbook)
      .sheets.find(({ name }) => name === "Settings")
      ?.cells.values() ?? [];
  await expect.poll(() => [...settings()].filter((cell) => "value" in cell && cell.value === 212.5)).toHaveLength(1);
});

it("a holiday is deleted after a question, by keyboard, and the focus stays beside the list", async () => {
  const workbook = await sampleWithLedger();
  const excel = await excelInChromium(workbook);
  const pane = await excel.openPane();
  await pane.open("settings");
  const opener = pane.view.getByRole("button", { name: "Delete Mon, May 25, 2026: Memorial Day" });
  await opener.press("Enter");
  await excel.page.keyboard.press("Escape");
  expect(columnOf(workbook, "Holidays", "Day")).toContain(46_167);
  await expect.poll(() => pane.frame.evaluate(() => document.activeElement?.textContent)).toBe("Delete");
  await opener.press("Enter");
  await pane.view.getByRole("button", { name: "Delete it" }).press("Enter");
  await expect.poll(() => columnOf(workbook, "Holidays", "Day")).not.toContain(46_167);
  expect(columnOf(workbook, "Holidays", "Holiday").filter((name) => name === "Memorial Day")).toHaveLength(4);
  await opener.waitFor({ state: "detached" });
  await expect.poll(() => pane.frame.evaluate(() => document.activeElement?.textContent)).toBe("Holidays");
});

describe("Rate", () => {
  it("takes the selected case, sets an offer beside it and inserts it into Offers", async () => {
    const workbook = await sampleWithLedger();
    const excel = await excelInChromium(workbook);
    const pane = await excel.openPane();
    await pane.open("rate");
    const cases = workbook.table("Cases");
    if (cases === null) throw new Error("the sample has a table Cases");
    excel.user.select(cases.sheet.name, `A${cases.body.row + 1}`);
    await pane.view.getByRole("button", { name: "Take from the selected row" }).click();
    await expect.poll(() => pane.frame.getByRole("status").textContent()).toContain("Taken from");
    const form = pane.view.getByRole("form", { name: "Offers side by side" });
    await form.getByLabel("Offer 1", { exact: true }).fill("400 per day");
    await form.getByRole("button", { name: "Set side by side" }).click();
    await pane.view
      .getByRole("button", { name: /^Insert into Offers/ })
      .first()
      .click();
    await expect.poll(() => pane.frame.getByRole("status").textContent()).toContain("Added on Offers");
    expect(columnOf(workbook, "Offers", "Rate")).toContain(400);
  });
});
