import { expect, it } from "vitest";
import { longList } from "../taskpane/testing/long-list.ts";
import { excelInChromium } from "../test-host/browser/excel-in-chromium.ts";
import { sampleWithLedger } from "../test-host/browser/structured-in-pane.ts";
import { workbookContent } from "../test-host/model/workbook-content.ts";
import { wholeTracker } from "../test-host/structured/whole-tracker.ts";

it("a long list moves the bar while it is understood, and is given up at once where the manager cancels", async () => {
  const workbook = wholeTracker(longList(3_000));
  workbook.evaluate = () => "";
  const before = workbookContent(workbook);
  const excel = await excelInChromium(workbook);
  const pane = await excel.openPane();
  await pane.frame.evaluate(() => {
    const shares = new Set<string>();
    Object.assign(globalThis, { sharesSeen: shares });
    new MutationObserver(() => {
      const isUnderstanding = document.querySelector(".work p")?.textContent?.startsWith("Understanding") === true;
      const share = document.querySelector("[role=progressbar]")?.getAttribute("aria-valuenow");
      if (isUnderstanding && typeof share === "string") shares.add(share);
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  const seen = () => pane.frame.evaluate(() => (globalThis as unknown as { sharesSeen: Set<string> }).sharesSeen.size);
  await pane.view.getByRole("button", { name: "Structure my tracker" }).click();
  await expect.poll(seen, { timeout: 30_000, interval: 50 }).toBeGreaterThan(10);
  await pane.view.getByRole("button", { name: "Cancel" }).click();
  await pane.view.getByRole("heading", { name: "Which sheets hold your tracker?" }).waitFor();
  expect(await pane.frame.getByRole("status").textContent()).toBe("Stopped. Nothing was changed.");
  expect(workbookContent(workbook)).toEqual(before);
  await expect.poll(() => excel.page.workers().length).toBe(0);
});

it("what views show of a whole ledger is worked out in a worker, which ends with its answer", async () => {
  const excel = await excelInChromium(await sampleWithLedger());
  const pane = await excel.openPane();
  const started: string[] = [];
  excel.page.on("worker", (worker) => started.push(worker.url()));
  for (const [view, shown] of [
    ["today", /things? to do as of/],
    ["rate", /A service against Medicare/],
    ["leverage", /requests to \d+ payers/],
  ] as const) {
    await pane.open(view);
    await pane.view.getByText(shown).first().waitFor();
    await expect.poll(() => started.length, { message: view }).toBe(1);
    expect(started.pop()).toContain("/ledger-worker-");
    await expect.poll(() => excel.page.workers().length).toBe(0);
    await pane.open("structure");
    await pane.open(view);
    expect(started, `${view} again, of the same ledger`).toEqual([]);
  }
});
