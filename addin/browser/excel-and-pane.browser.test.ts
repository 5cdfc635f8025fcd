import { describe, expect, it } from "vitest";
import { RIBBON_COMMANDS } from "../commands/ribbon-commands.ts";
import { VIEW_LABELS } from "../taskpane/frame/view-labels.ts";
import { excelInChromium } from "../test-host/browser/excel-in-chromium.ts";
import { blankWorkbook } from "../test-host/client/node-client.ts";
import { withExcelApi } from "../test-host/client/requirement-sets.ts";

describe("the built page in Excel on the web", () => {
  it("meets Excel through Microsoft's own script", async () => {
    const excel = await excelInChromium(blankWorkbook());
    const pane = await excel.openPane();
    const ready = await pane.frame.evaluate(async () => {
      const { host, platform } = await Office.onReady();
      return { host, platform };
    });
    expect(ready).toEqual({ host: "Excel", platform: "OfficeOnline" });
    expect(new Set(excel.requests.office)).toEqual(
      new Set(["office.js", "excel-web-16.00.js", "en-us/office_strings.js", "telemetry/oteljs_agave.js"]),
    );
  });

  it("opens the view of each button of the ribbon, shows the pane, and lets the button go", async () => {
    const excel = await excelInChromium(blankWorkbook());
    const pane = await excel.openPane();
    for (const { id, view } of RIBBON_COMMANDS) {
      pane.runtime.paneState = "Background";
      expect(await pane.press(id), id).toBe("completed");
      expect(pane.runtime.paneState, id).toBe("Visible");
      await expect.poll(() => pane.heading(), { message: id }).toBe(VIEW_LABELS[view]);
    }
    expect(await pane.press("noSuchButton")).toBe("unknown function");
  });

  it("says which version of Excel it is in, so that the add-in can ask", async () => {
    const excel = await excelInChromium(blankWorkbook(), { sets: withExcelApi("1.9") });
    const pane = await excel.openPane();
    const has = await pane.frame.evaluate(() =>
      ["1.9", "1.10"].map((version) => Office.context.requirements.isSetSupported("ExcelApi", version)),
    );
    expect(has).toEqual([true, false]);
  });
});

describe("custom functions in the page of the pane", () => {
  it("answer cells and ranges, and an error with its words", async () => {
    const excel = await excelInChromium(blankWorkbook());
    const { functions } = await excel.openPane();
    const answers = await Promise.all(
      [
        functions.call("UNITSLEFT", [
          [[40], [12]],
          [[15], [12]],
        ]),
        functions.call("UNITSLEFT", [[[40]], [["a few"]]]),
        functions.call("DAYSLEFT", [[[46_100]], [[46_090]]]),
        functions.call("MEDICARE", [[["H0018"]], [[46_090]], null, null, null]),
      ].map(({ result }) => result),
    );
    expect(answers[0]).toEqual({ value: [[25], [0]] });
    expect(answers[1]).toEqual({ error: "#VALUE!", message: expect.stringContaining("a few") });
    expect(answers[2]).toEqual({ value: [[10]] });
    expect(answers[3]).toEqual({ error: "#N/A", message: expect.stringContaining("H0018") });
  });
});
