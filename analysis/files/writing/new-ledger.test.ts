import { describe, expect, it } from "vitest";
import type { Cell, Grid } from "../../../sca/tracker/grid.ts";
import { samplePlan } from "../../testing/sample-plan.ts";
import { partText } from "../../testing/workbook-fixture.ts";
import { trackerFromBytes } from "../reading/read-tracker.ts";
import { addLedger } from "./add-ledger.ts";
import { newLedger } from "./new-ledger.ts";

const TEXTS = [
  ["Auth no", "Note"],
  ["00478210", "=1+1"],
  ["1e5", "two\nlines"],
  ["3/4/2025", " padded "],
];

function gridOf(texts: readonly (readonly string[])[]): Grid {
  const rows = texts.map((line, index) => ({
    row: index + 1,
    hidden: false,
    cells: line.map((text, place): Cell => ({ row: index + 1, column: place + 1, kind: "text", text })),
  }));
  return { sheet: null, hidden: false, hiddenColumns: [], merges: [], rows };
}

describe("a ledger for a tracker that is a text file", () => {
  const ledger = newLedger({ name: "sca log.csv", grid: gridOf(TEXTS) }, samplePlan());

  it("has the tracker as its first sheet, every cell as the text it was", () => {
    const [first] = trackerFromBytes(ledger, "x.xlsx").grids;
    expect(first?.sheet).toBe("sca log");
    expect(first?.rows.map(({ cells }) => cells.map(({ kind, text }) => (kind === "text" ? text : kind)))).toEqual(
      TEXTS,
    );
  });

  it("opens on the first sheet of the plan, and only that one is selected", () => {
    expect(partText(ledger, "xl/workbook.xml")).toContain('activeTab="1"');
    expect(partText(ledger, "xl/worksheets/sheet2.xml")).toContain('tabSelected="1"');
    expect(partText(ledger, "xl/worksheets/sheet1.xml")).not.toContain("tabSelected");
  });

  it("is updated in place like any other, and is the same to the byte each time", () => {
    expect(addLedger(ledger, samplePlan(), { tables: [] })).toEqual(ledger);
    expect(newLedger({ name: "sca log.csv", grid: gridOf(TEXTS) }, samplePlan())).toEqual(ledger);
  });
});
