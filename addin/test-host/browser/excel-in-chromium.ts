import type { Browser } from "playwright-core";
import { afterAll, afterEach, expect, inject } from "vitest";
import type { WorkbookModel } from "../model/workbook.ts";
import { launchChromium } from "./chromium.ts";
import { WebExcel, type WebExcelOptions } from "./web-excel.ts";

let browser: Promise<Browser> | null = null;
const open: WebExcel[] = [];

/** Whatever a test does: nothing went to anybody else, the policy held, nothing was complained of on the console. */
afterEach(async () => {
  for (const excel of open.splice(0)) {
    await excel.close();
    expect(excel.requests.foreign, "requests to anybody but the add-in's host and Office.js").toEqual([]);
    expect(excel.watched.refused, "refused by the content-security policy").toEqual([]);
    expect(excel.watched.complaints, "on the console").toEqual([]);
  }
});

afterAll(async () => {
  await (await browser)?.close();
  browser = null;
});

/** Opens a workbook in Excel on the web, in the Chromium of this test file. It is closed after the test. */
export async function excelInChromium(workbook: WorkbookModel, options: WebExcelOptions = {}): Promise<WebExcel> {
  browser ??= launchChromium();
  const excel = await WebExcel.open(await browser, inject("builtAddin"), workbook, options);
  open.push(excel);
  return excel;
}
