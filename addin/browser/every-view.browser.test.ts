import { describe, expect, it } from "vitest";
import { PANE_VIEWS } from "../commands/pane-view.ts";
import { VIEW_LABELS } from "../taskpane/frame/view-labels.ts";
import { axeFindings } from "../test-host/browser/axe-findings.ts";
import { excelInChromium } from "../test-host/browser/excel-in-chromium.ts";
import { walkByKeyboard } from "../test-host/browser/keyboard-walk.ts";
import { widerThanPane } from "../test-host/browser/wider-than-pane.ts";
import { blankWorkbook } from "../test-host/client/node-client.ts";

describe.each([
  ["light", {}],
  ["dark", { theme: "dark" }],
  ["high contrast", { forcedColors: true }],
] as const)("every view in %s", (_, looks) => {
  it("has nothing serious for axe to find", async () => {
    const excel = await excelInChromium(blankWorkbook(), looks);
    const pane = await excel.openPane();
    for (const view of PANE_VIEWS) {
      await pane.open(view);
      expect(await axeFindings(pane.frame), VIEW_LABELS[view]).toEqual([]);
    }
  });
});

it("every view fits into 320 pixels without scrolling sideways", async () => {
  const excel = await excelInChromium(blankWorkbook(), { width: 320 });
  const pane = await excel.openPane();
  for (const view of PANE_VIEWS) {
    await pane.open(view);
    expect(await widerThanPane(pane.frame), VIEW_LABELS[view]).toEqual([]);
  }
});

it("every control of every view is reached by keyboard, and shows that it has the focus", async () => {
  const excel = await excelInChromium(blankWorkbook());
  const pane = await excel.openPane();
  for (const view of PANE_VIEWS) {
    await pane.open(view);
    const { reached, unreached, unseen } = await walkByKeyboard(pane);
    expect(reached.length, VIEW_LABELS[view]).toBeGreaterThanOrEqual(PANE_VIEWS.length);
    expect({ unreached, unseen }, VIEW_LABELS[view]).toEqual({ unreached: [], unseen: [] });
  }
});
