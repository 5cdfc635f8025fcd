import { describe, expect, it } from "vitest";
import { PANE_VIEWS } from "../commands/pane-view.ts";
import { VIEW_LABELS } from "../taskpane/frame/view-labels.ts";
import { axeFindings } from "../test-host/browser/axe-findings.ts";
import { excelInChromium } from "../test-host/browser/excel-in-chromium.ts";
import { walkByKeyboard } from "../test-host/browser/keyboard-walk.ts";
import { sampleWithLedger } from "../test-host/browser/structured-in-pane.ts";
import { widerThanPane } from "../test-host/browser/wider-than-pane.ts";
import { blankWorkbook } from "../test-host/client/node-client.ts";

const LIGHT = ["light", {}] as const;
const LOOKS = [LIGHT, ["dark", { theme: "dark" }], ["high contrast", { forcedColors: true }]] as const;

describe.each([
  ["a blank workbook", async () => blankWorkbook(), [LIGHT]],
  ["a workbook with the sample's ledger", sampleWithLedger, LOOKS],
] as const)("every view over %s", (_, workbook, everyLook) => {
  it.each(everyLook)("has nothing serious for axe to find in %s", async (__, looks) => {
    const excel = await excelInChromium(await workbook(), looks);
    const pane = await excel.openPane();
    for (const view of PANE_VIEWS) {
      await pane.open(view);
      expect(await axeFindings(pane.frame), VIEW_LABELS[view]).toEqual([]);
    }
  });

  it("fits into 320 pixels without scrolling sideways", async () => {
    const excel = await excelInChromium(await workbook(), { width: 320 });
    const pane = await excel.openPane();
    for (const view of PANE_VIEWS) {
      await pane.open(view);
      expect(await widerThanPane(pane.frame), VIEW_LABELS[view]).toEqual([]);
    }
  });

  it("is worked by keyboard: every control is reached, and shows that it has the focus", async () => {
    const excel = await excelInChromium(await workbook());
    const pane = await excel.openPane();
    for (const view of PANE_VIEWS) {
      await pane.open(view);
      const { reached, unreached, unseen } = await walkByKeyboard(pane);
      expect(reached.length, VIEW_LABELS[view]).toBeGreaterThanOrEqual(PANE_VIEWS.length);
      expect({ unreached, unseen }, VIEW_LABELS[view]).toEqual({ unreached: [], unseen: [] });
    }
  });
});

it("a pane follows Office's theme from light to dark, and the system's high contrast", async () => {
  const excel = await excelInChromium(blankWorkbook());
  const pane = await excel.openPane();
  const shown = () => pane.frame.locator("[data-theme]").getAttribute("data-theme");
  expect(await shown()).toBe("light");
  await pane.putTheme("dark");
  expect(await shown()).toBe("dark");
  await excel.page.emulateMedia({ forcedColors: "active" });
  await expect.poll(shown).toBe("contrast");
  await excel.page.emulateMedia({ forcedColors: "none" });
  await expect.poll(shown).toBe("dark");
});
