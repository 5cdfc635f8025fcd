import { describe, expect, it } from "vitest";
import { modifiersInCell } from "./modifiers-in-cell.ts";

describe("a cell of modifiers", () => {
  it("gives each of them, whatever stands between", () => {
    for (const text of ["GN HQ", "GN, HQ", "gn/hq", "-GN-HQ", "GNHQ", "mods GN and HQ"]) {
      expect(modifiersInCell(text), text).toEqual({ modifiers: ["GN", "HQ"], rest: [] });
    }
    expect(modifiersInCell("25.0").modifiers).toEqual(["25"]);
  });

  it("tells what it could not read, and gives nothing where there is nothing", () => {
    expect(modifiersInCell("HM (tech)")).toEqual({ modifiers: ["HM"], rest: ["tech"] });
    for (const text of ["", "-", "none", "n/a"]) expect(modifiersInCell(text)).toEqual({ modifiers: [], rest: [] });
  });
});
