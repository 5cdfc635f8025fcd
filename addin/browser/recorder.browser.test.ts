import { expect, it } from "vitest";
import type { RecordedExchange } from "../recorder/record-exchanges.ts";
import { RECORDED_SCENARIOS } from "../recorder/recorded-scenarios.ts";
import { excelInChromium } from "../test-host/browser/excel-in-chromium.ts";
import { blankWorkbook } from "../test-host/client/node-client.ts";
import { workbookContent } from "../test-host/model/workbook-content.ts";

interface Recording {
  readonly scenarios: readonly {
    readonly name: string;
    readonly outcome: { readonly result?: unknown; readonly code?: string };
    readonly exchanges: readonly RecordedExchange[];
  }[];
}

it("the recorder runs every scenario, writes down what was asked and answered, and leaves the workbook as it was", async () => {
  const workbook = blankWorkbook();
  const before = workbookContent(workbook);
  const excel = await excelInChromium(workbook);
  const pane = await excel.openPane("recorder");
  expect(await pane.press("openToday")).toBe("completed");
  await pane.frame.getByRole("button", { name: "Run and record" }).click();
  await pane.frame.getByText("scenarios recorded").waitFor({ timeout: 30_000 });
  const recording = JSON.parse(await pane.frame.locator("#text").inputValue()) as Recording;
  expect(recording.scenarios.map(({ name }) => name)).toEqual(RECORDED_SCENARIOS.map(({ name }) => name));
  for (const { name, exchanges } of recording.scenarios) {
    expect(exchanges.length, name).toBeGreaterThan(0);
    expect(exchanges[0], name).toMatchObject({ request: { Actions: expect.any(Array) }, error: null });
  }
  const outcome = (part: string) => recording.scenarios.find(({ name }) => name.includes(part))?.outcome;
  expect(outcome("protected sheet")).toMatchObject({ code: "AccessDenied" });
  expect(outcome("rows.add")).toMatchObject({ result: { address: expect.stringContaining("A1:C6") } });
  expect(workbookContent(workbook)).toEqual(before);
});
