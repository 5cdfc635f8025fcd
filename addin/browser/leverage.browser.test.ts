import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { excelInChromium } from "../test-host/browser/excel-in-chromium.ts";
import { sampleWithLedger } from "../test-host/browser/structured-in-pane.ts";

describe("Leverage", () => {
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
    const offered = excel.page.waitForEvent("download", { timeout: 20_000 });
    await pane.view.getByRole("button", { name: "Download the payer page" }).click();
    const download = await offered;
    expect(download.suggestedFilename()).toMatch(/\.payers\.html$/);
    const html = readFileSync(await download.path(), "utf8");
    expect(html).toContain("What payers answered");
    expect(html).toMatch(/<svg role="img" aria-label="Approval rate by payer/);
    for (const name of ["Alvarez", "Castellano"]) expect(html).not.toContain(name);
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
