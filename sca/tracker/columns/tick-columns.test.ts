import { describe, expect, it } from "vitest";
import type { FieldColumn } from "../layout/sheet-layout.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import { stageColumns, tickColumns } from "./tick-columns.ts";

function column(text: string, cells: readonly string[]): FieldColumn {
  const rows = drawnGrid(
    cells.map((cell) => [cell]),
    null,
  ).rows;
  return { key: text, text, group: "", position: 1, headingCell: null, cells: rows.flatMap((row) => [...row.cells]) };
}

describe("columns that stand for one answer", () => {
  it("are ticked, one column an answer", () => {
    const [approved, denied, sent] = [column("Approved", ["x", "x"]), column("Denied", ["x"]), column("Sent", ["x"])];
    expect([...tickColumns([approved, denied, sent]).values()].slice(0, 2)).toEqual(["approved", "denied"]);
  });

  it("hold the date of each stage", () => {
    const columns = [
      column("Approved On", ["4/9/2025"]),
      column("Denied On", ["4/19/2025"]),
      column("Date Sent", ["4/1/2025"]),
      column("LOA Received", ["4/20/2025"]),
    ];
    expect([...stageColumns(columns).values()]).toEqual(["approved", "denied"]);
  });

  it("are none where there is only one of them", () => {
    expect(stageColumns([column("Approval date", ["4/9/2025"]), column("Sent", ["4/1/2025"])]).size).toBe(0);
  });
});
