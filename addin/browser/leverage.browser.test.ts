import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { measuredLedger, workbookOf } from "../../analysis/testing/measured-ledger.ts";
import { excelInChromium } from "../test-host/browser/excel-in-chromium.ts";
import { sampleWithLedger } from "../test-host/browser/structured-in-pane.ts";
import { ledgerWorkbook } from "../test-host/structured/ledger-workbook.ts";
import { withPlanted } from "../test-host/structured/planted-cells.ts";

/** A ledger in which people left an error, euros and pounds. */
function faultyLedger() {
  const planted = withPlanted(workbookOf(measuredLedger(20, 7)), [
    { table: "Claims", row: 2, heading: "Paid", type: "e", inside: "<v>#REF!</v>" },
    { table: "Claims", row: 4, heading: "Paid", inside: "<v>150</v>", format: "[$€-407]#,##0.00" },
    { table: "ServiceLines", row: 0, heading: "Agreed rate", inside: "<v>1400</v>", format: '"£"#,##0' },
  ]);
  return ledgerWorkbook(planted, "Ledger.xlsx");
}

describe("Leverage", () => {
  it("names the cells that it leaves out, and Today those that its list rests on", async () => {
    const excel = await excelInChromium(faultyLedger());
    const pane = await excel.openPane();
    await pane.open("leverage");
    const show = pane.view.getByRole("button", { name: "Show what and why" });
    await show.focus();
    await excel.page.keyboard.press("Enter");
    const said = (await pane.view.getByRole("listitem").allTextContents()).join(" ");
    for (const found of [
      "Claims, Paid: 1 cell with an error in place of a value (#REF!)",
      '("€150.00")',
      '("£1,400")',
    ]) {
      expect(said).toContain(found);
    }
    await pane.open("today");
    await pane.view.getByText('("£1,400")').waitFor();
    expect(await pane.view.textContent()).not.toContain("#REF!");
  });

  it("tells each payer's record, and puts native charts on a sheet", async () => {
    const workbook = await sampleWithLedger();
    const excel = await excelInChromium(workbook);
    const pane = await excel.openPane();
    await pane.open("leverage");
    await pane.view
      .getByText(/95% interval/)
      .first()
      .waitFor();
    await pane.view.getByRole("button", { name: "Charts on a sheet" }).click();
    await expect.poll(() => pane.frame.getByRole("status").textContent()).toContain("on the sheet Leverage");
    expect(workbook.sheets.map(({ name }) => name)).toContain("Leverage");
  });

  it("hands out the payer page with its charts, drawn under the pane's content policy", async () => {
    const excel = await excelInChromium(await sampleWithLedger());
    const pane = await excel.openPane();
    await pane.open("leverage");
    await pane.view
      .getByText(/95% interval/)
      .first()
      .waitFor();
    const workers: string[] = [];
    excel.page.on("worker", (worker) => workers.push(worker.url()));
    const offered = excel.page.waitForEvent("download", { timeout: 20_000 });
    await pane.view.getByRole("button", { name: "Download the payer page" }).click();
    const download = await offered;
    expect(download.suggestedFilename()).toMatch(/\.payers\.html$/);
    const html = readFileSync(await download.path(), "utf8");
    expect(html).toContain("What payers answered");
    expect(html).toMatch(/<svg role="img" aria-label="Approval rate by payer/);
    for (const name of ["Alvarez", "Castellano"]) expect(html).not.toContain(name);
    expect(workers).toEqual([expect.stringContaining("/report-worker-")]);
    await expect.poll(() => excel.page.workers().length).toBe(0);
    await expect.poll(() => pane.frame.getByRole("status").textContent()).toContain("is offered as");
  });

  it("hands out both editions of the leverage report, the letter with its proof", async () => {
    const excel = await excelInChromium(await sampleWithLedger());
    const pane = await excel.openPane();
    await pane.open("leverage");
    const offeredBy = async (button: string) => {
      const offered = excel.page.waitForEvent("download", { timeout: 60_000 });
      await pane.view.getByRole("button", { name: button, exact: true }).click();
      const download = await offered;
      return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
    };
    const overview = await offeredBy("Internal edition");
    expect(overview.name).toBe("internal-all-payers.html");
    expect(overview.text).toMatch(/<svg role="img" aria-label="/);
    expect(await pane.view.getByRole("button", { name: "Letter to the payer" }).getAttribute("aria-disabled")).toBe(
      "true",
    );

    await pane.view.getByLabel("Payer", { exact: true }).selectOption({ index: 1 });
    await pane.view.getByRole("button", { name: "Show who writes the letter" }).click();
    await pane.view.getByLabel("Practice", { exact: true }).fill("Harbor Recovery");
    const letter = await offeredBy("Letter to the payer");
    expect(letter.name).toMatch(/^proposal-.*\.html$/);
    expect(letter.text).toContain("Harbor Recovery");
    for (const name of ["Alvarez", "Castellano"]) expect(letter.text).not.toContain(name);
    const proof = await offeredBy("Download the proof");
    expect(proof.name).toMatch(/\.proof\.txt$/);
    expect(proof.text).toContain("Result: clean");
  });
});
