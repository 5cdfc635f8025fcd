import { describe, expect, it } from "vitest";
import type { Cell } from "../grid.ts";
import { colourLegend } from "./colour-legend.ts";

function keyLine(text: string, fill: string) {
  const cell: Cell = { row: 1, column: 2, kind: "text", text };
  return { cells: [cell], fills: new Map([[2, fill]]) };
}

describe("a key of colours", () => {
  const legend = colourLegend([
    keyLine("LOA signed both sides, in chart", "C6E0B4"),
    keyLine("OK by phone ONLY, nothing in writing", "BDD7EE"),
    keyLine("only part of what we asked", "F8CBAD"),
    keyLine("no -> appealed -> yes", "D9C3E8"),
    keyLine("pt / surgeon pulled it", "CFCFCF"),
  ]);

  it("says what each fill stands for, and whether the letter is there", () => {
    expect(legend.get("C6E0B4")).toEqual({ outcome: "approved", written: true });
    expect(legend.get("BDD7EE")).toEqual({ outcome: "approved", written: false });
    expect(legend.get("F8CBAD")?.outcome).toBe("partiallyApproved");
    expect(legend.get("D9C3E8")?.outcome).toBe("approvedOnAppeal");
    expect(legend.get("CFCFCF")?.outcome).toBe("withdrawn");
  });
});
