import { describe, expect, it } from "vitest";
import { excelInChromium } from "../test-host/browser/excel-in-chromium.ts";
import { columnOf, sampleInExcel, sampleWithLedger, structureInPane } from "../test-host/browser/structured-in-pane.ts";
import { withExcelApi } from "../test-host/client/requirement-sets.ts";
import { workbookContent } from "../test-host/model/workbook-content.ts";

describe("what Excel refuses is told in words, and nothing is half done", () => {
  it("a workbook that is open for reading only", async () => {
    const workbook = await sampleInExcel();
    workbook.readOnly = true;
    const before = workbookContent(workbook);
    const excel = await excelInChromium(workbook);
    const pane = await excel.openPane();
    await pane.view.getByRole("button", { name: "Structure my tracker" }).click();
    await pane.view.getByRole("button", { name: "Write the ledger" }).click({ timeout: 30_000 });
    const problem = pane.view.getByText(/read/i).filter({ hasText: /only/i });
    await problem.first().waitFor({ timeout: 20_000 });
    expect(workbookContent(workbook)).toEqual(before);
  });

  it("a sheet of the ledger that is protected", async () => {
    const workbook = await sampleWithLedger();
    const excel = await excelInChromium(workbook);
    excel.user.protect(workbook.table("Cases")?.sheet.name ?? "");
    const before = workbookContent(workbook);
    const pane = await excel.openPane();
    await pane.view.getByRole("button", { name: "Update ledger" }).click();
    await pane.view
      .getByText(/protected/)
      .first()
      .waitFor({ timeout: 30_000 });
    expect(workbookContent(workbook)).toEqual(before);
    await pane.view.getByRole("button", { name: "Back" }).click();
    await pane.view.getByRole("button", { name: "Update ledger" }).waitFor();
  });

  it("more than Excel on the web takes at once", async () => {
    const workbook = await sampleInExcel();
    const before = workbookContent(workbook);
    const excel = await excelInChromium(workbook, { payloadLimit: 20_000 });
    const pane = await excel.openPane();
    await pane.view.getByRole("button", { name: "Structure my tracker" }).click();
    // Reading goes on in smaller pieces; what is written cannot all be made smaller.
    await pane.view.getByRole("button", { name: "Write the ledger" }).click({ timeout: 30_000 });
    await pane.view.getByText(/more than Excel on the web (takes|gives) at once/).waitFor({ timeout: 30_000 });
    expect(workbookContent(workbook)).toEqual(before);
  });

  it("an Excel that is too old", async () => {
    const excel = await excelInChromium(await sampleInExcel(), { sets: withExcelApi("1.4") });
    const pane = await excel.openPane();
    await pane.frame.getByText("older than the add-in needs").first().waitFor();
  });
});

describe("others at work in the same workbook", () => {
  it("a burst of edits reaches the pane once", async () => {
    const workbook = await sampleWithLedger();
    const excel = await excelInChromium(workbook);
    const pane = await excel.openPane();
    await pane.open("today");
    const { sheet, body } = workbook.table("Cases") ?? {};
    if (sheet === undefined || body === undefined) throw new Error("the sample has a table Cases");
    const edited = async (times: number) => {
      pane.excel.traffic.reset();
      for (let time = 0; time < times; time++)
        excel.user.typeInto(sheet.name, `B${body.row + 1 + time}`, `typed ${time}`);
      await expect.poll(() => pane.excel.traffic.syncs, { timeout: 10_000 }).toBeGreaterThan(1);
      await excel.page.waitForTimeout(1_000);
      return pane.excel.traffic.syncs;
    };
    const forOne = await edited(1);
    expect(await edited(30)).toBe(forOne);
  });

  it("two people with the pane open see each other's work", async () => {
    const workbook = await sampleInExcel();
    const excel = await excelInChromium(workbook);
    const [mine, theirs] = [await excel.openPane(), await excel.openPane()];
    await theirs.open("today");
    await theirs.view.getByRole("heading", { name: "No ledger in this workbook yet" }).waitFor();
    await structureInPane(mine);
    await theirs.view.getByRole("article").first().waitFor();
    const card = theirs.view.getByRole("article").first();
    await card.getByRole("button", { name: /^Done/ }).click();
    await card.getByLabel("What was done").fill("called the payer");
    await card.getByRole("button", { name: "Mark as done" }).click();
    await expect
      .poll(() => (workbook.table("FollowUps") ? columnOf(workbook, "FollowUps", "Said") : []))
      .toContain("called the payer");
  });
});
