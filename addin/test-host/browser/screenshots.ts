import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { PANE_VIEWS } from "../../commands/pane-view.ts";
import { blankWorkbook } from "../client/node-client.ts";
import { sampleInExcel, sampleWithLedger } from "./structured-in-pane.ts";
import { type Looks, WebExcel } from "./web-excel.ts";

/** How the pane can look, by the name of the pictures. */
const LOOKS: readonly (readonly [name: string, looks: Looks])[] = [
  ["light", {}],
  ["dark", { theme: "dark" }],
  ["contrast", { forcedColors: true }],
  ["narrow", { width: 320 }],
];

/** Pictures of every view with the sample's ledger, in every look, and of the first steps; answers with their files. */
export async function takeScreenshots(browser: Browser, built: string, folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  const picture = async (excel: WebExcel, name: string): Promise<void> => {
    const file = join(folder, `${name}.png`);
    const height = await excel.heightOfPanes();
    await excel.page.setViewportSize({ width: excel.width, height: Math.min(Math.max(height, 600), 4_000) });
    await excel.page.screenshot({ path: file, animations: "disabled" });
    await excel.page.setViewportSize({ width: excel.width, height: 800 });
    files.push(file);
  };
  for (const [look, looks] of LOOKS) {
    const excel = await WebExcel.open(browser, built, await sampleWithLedger(), looks);
    const pane = await excel.openPane();
    for (const view of PANE_VIEWS) {
      await pane.open(view);
      await picture(excel, `${view}-${look}`);
    }
    await excel.close();
  }
  const first = await WebExcel.open(browser, built, await sampleInExcel());
  const pane = await first.openPane();
  await pane.view.getByRole("button", { name: "Structure my tracker" }).waitFor();
  await picture(first, "first-choose");
  await pane.view.getByRole("button", { name: "Structure my tracker" }).click();
  await pane.view.getByRole("button", { name: "Write the ledger" }).waitFor({ timeout: 30_000 });
  await picture(first, "first-understood");
  await first.close();
  const empty = await WebExcel.open(browser, built, blankWorkbook());
  const blank = await empty.openPane();
  for (const view of PANE_VIEWS) {
    await blank.open(view);
    await picture(empty, `${view}-empty`);
  }
  await empty.close();
  return files;
}
