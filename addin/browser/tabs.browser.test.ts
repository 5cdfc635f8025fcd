import { describe, expect, it } from "vitest";
import { PANE_VIEWS } from "../commands/pane-view.ts";
import { VIEW_LABELS } from "../taskpane/frame/view-labels.ts";
import { axeFindings } from "../test-host/browser/axe-findings.ts";
import { excelInChromium } from "../test-host/browser/excel-in-chromium.ts";
import type { WebPane } from "../test-host/browser/web-pane.ts";
import { widerThanPane } from "../test-host/browser/wider-than-pane.ts";
import { blankWorkbook } from "../test-host/client/node-client.ts";

/** How high the tabs stand, and how high one of them is. */
async function heights({ frame }: WebPane): Promise<readonly [line: number, tab: number]> {
  return frame.evaluate(() => {
    const heightOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().height ?? 0;
    return [heightOf(".tab-line"), heightOf("[role=tab]")] as const;
  });
}

describe("the tabs", () => {
  it.each([320, 350, 500])("stand in one line in %i pixels, and every view is reached", async (width) => {
    const excel = await excelInChromium(blankWorkbook(), { width });
    const pane = await excel.openPane();
    for (const view of PANE_VIEWS) {
      await pane.open(view);
      const [line, tab] = await heights(pane);
      expect(line, VIEW_LABELS[view]).toBeLessThan(tab * 1.5);
      expect(await widerThanPane(pane.frame), VIEW_LABELS[view]).toEqual([]);
      const selected = pane.frame.getByRole("tab", { selected: true });
      expect(await selected.textContent()).toBe(VIEW_LABELS[view]);
    }
  });

  it("have room also once high contrast brings wider letters", async () => {
    const excel = await excelInChromium(blankWorkbook(), { width: 350 });
    const pane = await excel.openPane();
    const isClipped = () =>
      pane.frame.evaluate(() => {
        const line = document.querySelector(".tab-line");
        return line === null || line.scrollWidth > line.clientWidth;
      });
    await excel.page.emulateMedia({ forcedColors: "active" });
    await pane.frame.locator("[data-theme=contrast]").waitFor();
    await pane.frame.evaluate(() => {
      const line = document.querySelector<HTMLElement>(".tab-line");
      if (line !== null) line.style.letterSpacing = "0.12em";
    });
    await expect.poll(isClipped).toBe(false);
    await pane.frame.getByRole("button", { name: "More views" }).click();
    await pane.frame.getByRole("menuitem", { name: "Settings" }).click();
    await pane.view.getByRole("heading", { level: 2, name: "Settings" }).waitFor();
    await expect.poll(isClipped).toBe(false);
  });

  it("that have no room are reached by keyboard, and the focus goes on to the tab that was chosen", async () => {
    const excel = await excelInChromium(blankWorkbook(), { width: 200 });
    const pane = await excel.openPane();
    const { keyboard } = excel.page;
    const more = pane.frame.getByRole("button", { name: "More views" });
    const focused = () => pane.frame.evaluate(() => document.activeElement?.textContent);
    await more.focus();
    await keyboard.press("Enter");
    expect(await axeFindings(pane.frame)).toEqual([]);
    await keyboard.press("End");
    await expect.poll(focused).toBe("Settings");
    await keyboard.press("Escape");
    await expect.poll(focused).toBe("More");
    await keyboard.press("ArrowDown");
    await keyboard.press("ArrowUp");
    await expect.poll(focused).toBe("Settings");
    await keyboard.press("Enter");
    await pane.view.getByRole("heading", { level: 2, name: "Settings" }).waitFor();
    await expect.poll(focused).toBe("Settings");
    expect(await pane.frame.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("tab");
    expect(await pane.frame.getByRole("menu").count()).toBe(0);
  });
});
