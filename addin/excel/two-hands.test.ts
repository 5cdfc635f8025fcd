import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { readLedgerContent } from "../../analysis/files/reading/ledger-content.ts";
import { sharedExamples } from "../../analysis/shared-examples.ts";
import { byExcel, byFileWriter } from "../test-host/structured/both-hands.ts";
import { openTracker, structure } from "../test-host/structured/structured-workbook.ts";

vi.setConfig({ testTimeout: 60_000 });

const SAMPLE = "data-samples/recovery-center.xlsx";

async function compare(path: string): Promise<void> {
  const file = byFileWriter(path);
  const excel = await byExcel(path);
  expect(excel.grids).toEqual(file.grids);
  expect(excel.plan).toEqual(file.plan);
  for (const [name, sheet] of Object.entries(file.written.sheets)) {
    expect(excel.written.sheets[name], name).toEqual(sheet);
  }
  expect(excel.written).toEqual(file.written);
}

describe("the ledger that Excel is given equals the one in the file, table by table and formula by formula", () => {
  it("of the sample", () => compare(SAMPLE));

  const folder = sharedExamples("trackers", "files");
  it.skipIf(folder === null)("of a tracker of blocks", () =>
    compare(join(folder ?? "", "a08_ridgeline_rtc_blocks.xlsx")),
  );
});

it("the ledger is read back from Excel as from the file", async () => {
  const file = readLedgerContent(byFileWriter(SAMPLE).bytes);
  const { hand } = await openTracker(SAMPLE);
  const plan = await structure(hand);
  const read = await hand.readLedger();
  const calculated = new Set(
    plan.sheets.flatMap(({ tables }) =>
      tables.flatMap(({ name, columns }) =>
        columns.flatMap((column) => (column.formula === undefined ? [] : [`${name} ${column.heading}`])),
      ),
    ),
  );
  for (const [name, table] of read?.tables ?? []) {
    const known = (row: readonly unknown[]) => row.filter((_, at) => !calculated.has(`${name} ${table.headings[at]}`));
    const twin = file?.tables.get(name);
    expect(table.headings).toEqual(twin?.headings);
    expect(table.rows.map(known), name).toEqual(twin?.rows.map(known));
  }
  expect([...(read?.tables.keys() ?? [])].sort()).toEqual([...(file?.tables.keys() ?? [])].sort());
});
