import { expect, it, vi } from "vitest";
import { workbookContent } from "../test-host/model/workbook-content.ts";
import { openTracker, structure } from "../test-host/structured/structured-workbook.ts";

vi.setConfig({ testTimeout: 30_000 });

const SAMPLE = "data-samples/recovery-center.xlsx";

it("one press turns the sample tracker into the ledger beside it", async () => {
  const { hand, workbook, traffic } = await openTracker(SAMPLE);
  const before = workbookContent(workbook).sheets;
  const plan = await structure(hand);
  const after = workbookContent(workbook);
  expect(after.sheets.slice(0, before.length)).toEqual(before);
  const names = after.sheets.slice(before.length).map(({ name }) => name);
  expect(names.slice(0, plan.sheets.length)).toEqual(plan.sheets.map(({ name }) => name));
  expect(after.tables.map(({ name }) => name)).toEqual(
    plan.sheets.flatMap(({ tables }) => tables.map(({ name }) => name)),
  );
  expect(traffic.largestRequest).toBeLessThan(5_000_000);
  expect(traffic.syncs).toBeLessThan(30);
});
