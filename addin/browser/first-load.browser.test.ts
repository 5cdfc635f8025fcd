import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, inject, it } from "vitest";
import { FIRST_LOAD_CEILING } from "../../scripts/addin-build/build-pages.ts";
import { PANE_VIEWS } from "../commands/pane-view.ts";
import { excelInChromium } from "../test-host/browser/excel-in-chromium.ts";
import { blankWorkbook } from "../test-host/client/node-client.ts";

function compressedBytes(files: Iterable<string>): number {
  let sum = 0;
  for (const file of files) sum += gzipSync(readFileSync(join(inject("builtAddin"), file)), { level: 9 }).length;
  return sum;
}

const scriptsOf = (requested: readonly string[]) => new Set(requested.filter((path) => path.endsWith(".js")));

describe("what the browser loads of ours", () => {
  it("is under the ceiling until the pane is drawn, its first view and Medicare's keeper included", async () => {
    const excel = await excelInChromium(blankWorkbook());
    const pane = await excel.openPane();
    await pane.view.getByRole("button", { name: "Try the sample" }).waitFor();
    expect(compressedBytes(scriptsOf(excel.requests.own))).toBeLessThanOrEqual(FIRST_LOAD_CEILING);
  });

  it("is asked for once, and a view's code when the view is first shown; charts wait until they are asked for", async () => {
    const excel = await excelInChromium(blankWorkbook());
    const pane = await excel.openPane();
    await pane.view.getByRole("button", { name: "Try the sample" }).waitFor();
    const first = scriptsOf(excel.requests.own);
    for (const view of PANE_VIEWS) await pane.open(view);
    const all = scriptsOf(excel.requests.own);
    const added = [...all].filter((path) => !first.has(path));
    for (const view of PANE_VIEWS.filter((name) => name !== "structure")) {
      expect(
        added.some((path) => path.includes(`/${view}-view-`)),
        view,
      ).toBe(true);
    }
    expect(excel.requests.own.length).toBe(new Set(excel.requests.own).size);
    // Drawing charts takes more script than all else together: no view may bring it along.
    expect(compressedBytes(all)).toBeLessThan(FIRST_LOAD_CEILING * 1.5);
  });
});
