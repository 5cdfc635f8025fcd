import { describe, expect, it } from "vitest";
import { excelInChromium } from "../test-host/browser/excel-in-chromium.ts";
import { columnOf, sampleWithLedger } from "../test-host/browser/structured-in-pane.ts";

describe("Review", () => {
  it("takes an answer and applies it without the pointer", async () => {
    const workbook = await sampleWithLedger();
    const excel = await excelInChromium(workbook);
    const pane = await excel.openPane();
    await pane.open("review");
    const before = columnOf(workbook, "Review", "Answer").filter((answer) => answer !== "");
    expect(before).toEqual([]);
    await pane.view.getByRole("radio").first().focus();
    await excel.page.keyboard.press("Space");
    await excel.page.keyboard.press("Enter");
    await expect.poll(() => columnOf(workbook, "Review", "Answer").filter((answer) => answer !== "")).toHaveLength(1);
    await pane.view.getByRole("button", { name: "Apply answers" }).press("Enter");
    const status = pane.frame.getByRole("status");
    await expect.poll(() => status.textContent(), { timeout: 30_000 }).toContain("The ledger is written");
    expect(columnOf(workbook, "Review", "Answer").filter((answer) => answer !== "").length).toBeLessThanOrEqual(1);
  });

  it("goes to the cell that it asks about", async () => {
    const workbook = await sampleWithLedger();
    const excel = await excelInChromium(workbook);
    const pane = await excel.openPane();
    await pane.open("review");
    const link = pane.view.getByRole("button", { name: /^Go to / }).first();
    const [, sheet = ""] = /^Go to (.*) [A-Z]+\d+/.exec((await link.textContent()) ?? "") ?? [];
    await link.click();
    await expect.poll(() => workbook.active.name).toBe(sheet);
  });
});

describe("Today", () => {
  it("keeps what is being typed while somebody else changes the ledger under it", async () => {
    const workbook = await sampleWithLedger();
    const excel = await excelInChromium(workbook);
    const pane = await excel.openPane();
    await pane.open("today");
    const card = pane.view.getByRole("article").first();
    await card.getByRole("button", { name: /^Log follow-up/ }).click();
    const said = pane.view.getByLabel("What was said");
    await said.fill("They will call back on Monday");
    for (const name of ["AuthorizationPeriods", "Cases"]) {
      const table = workbook.table(name);
      if (table === null) throw new Error(`the sample has a table ${name}`);
      const { row, rows } = table.body;
      excel.user.deleteRows(table.sheet.name, `${row + 2}:${row + rows}`, "co-author");
      excel.user.typeInto(table.sheet.name, `A${row + 1}`, "SCA-OTHER", "co-author");
    }
    await pane.view.getByText(/is no longer in the list/).waitFor();
    expect(await said.inputValue()).toBe("They will call back on Monday");
    await said.press("Escape");
    await expect.poll(() => pane.view.getByText(/is no longer in the list/).count()).toBe(0);
    expect(await said.count()).toBe(0);
    expect(await pane.frame.evaluate(() => document.activeElement?.textContent)).toContain("as of");
  });

  it("stays as it was, with what is being typed, where it cannot be worked out anew, and says so", async () => {
    const workbook = await sampleWithLedger();
    const excel = await excelInChromium(workbook);
    const pane = await excel.openPane();
    await pane.open("today");
    const card = pane.view.getByRole("article").first();
    await card.getByRole("button", { name: /^Log follow-up/ }).click();
    const said = card.getByLabel("What was said");
    await said.fill("They will call back on Monday");
    await excel.page.route(/ledger-worker-/, (route) => route.abort());
    const table = workbook.table("Cases");
    if (table === null) throw new Error("the sample has a table Cases");
    excel.user.typeInto(table.sheet.name, `B${table.body.row + 1}`, "Another name");
    await pane.view.getByText("Shown as it was worked out before").waitFor();
    expect(await said.inputValue()).toBe("They will call back on Monday");
    await excel.page.unroute(/ledger-worker-/);
    await pane.view.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => pane.view.getByText("Shown as it was worked out before").count()).toBe(0);
    expect(await said.inputValue()).toBe("They will call back on Monday");
  });

  it("lists what is due and logs a follow-up into the ledger", async () => {
    const workbook = await sampleWithLedger();
    const excel = await excelInChromium(workbook);
    const pane = await excel.openPane();
    await pane.open("today");
    expect(await pane.view.textContent()).toContain("Mar 16, 2026");
    const card = pane.view.getByRole("article").first();
    await card.getByRole("button", { name: /^Log follow-up/ }).click();
    await card.getByLabel("Who you reached").fill("Lori Pham");
    await card.getByLabel("What was said").fill("=1+1 is not a formula here");
    await card.getByRole("button", { name: "Log it" }).click();
    await expect
      .poll(() => (workbook.table("FollowUps") === null ? [] : columnOf(workbook, "FollowUps", "Said")))
      .toContain("=1+1 is not a formula here");
  });
});
