import { describe, expect, it } from "vitest";
import { legendMeaning, readLegend } from "./legend.ts";

function pairs(text: string): string[] {
  return readLegend(text).map(({ key, meaning }) => `${key}: ${meaning}`);
}

describe("a tracker's own legend", () => {
  it("reads pairs with an equals sign", () => {
    expect(pairs("green = approved, red=denied")).toEqual(["green: approved", "red: denied"]);
    expect(pairs("A=approved P=pending")).toEqual(["A: approved", "P: pending"]);
    expect(pairs("✔ = yes, signed LOA in the binder")).toEqual(["✔: yes, signed LOA in the binder"]);
    expect(pairs("LCD=last covered day  NRD=next review date  MOD=fewer days than requested")).toEqual([
      "LCD: last covered day",
      "NRD: next review date",
      "MOD: fewer days than requested",
    ]);
    expect(pairs("✓ = LOA signed   ½ = some of it   ✗ = no   … = waiting")).toEqual([
      "✓: LOA signed",
      "½: some of it",
      "✗: no",
      "…: waiting",
    ]);
  });

  it("reads symbols that stand before their words", () => {
    expect(pairs("✔ ok  ✘ no  ½ part")).toEqual(["✔: ok", "✘: no", "½: part"]);
  });

  it("reads a list of capitals", () => {
    expect(pairs("OON rsn: GAP no INN, COC continuity, DIST distance")).toEqual([
      "GAP: no INN",
      "COC: continuity",
      "DIST: distance",
    ]);
  });

  it("finds none in a plain title", () => {
    for (const text of ["Willow Bend Register", "approved 3/4", "sent 2/20, denied 3/3"])
      expect(readLegend(text)).toEqual([]);
  });

  it("explains a code whatever its case", () => {
    expect(legendMeaning("mod.", readLegend("MOD=fewer days  OVT=overturned"))).toBe("fewer days");
  });
});
