import { describe, expect, it } from "vitest";
import { conversionFactorOn, printFactor } from "./conversion-factor.ts";
import { day } from "./testing/invented-library.ts";

describe("the conversion factor", () => {
  it.each([
    ["2019-12-31", null],
    ["2020-01-01", 360896],
    ["2020-12-31", 360896],
    ["2021-06-30", 348931],
    ["2022-01-01", 346062],
    ["2023-12-31", 338872],
    ["2024-01-01", 327442],
    ["2024-03-08", 327442],
    ["2024-03-09", 332875],
    ["2024-12-31", 332875],
    ["2025-07-01", 323465],
    ["2026-12-31", 334009],
    ["2027-01-01", null],
  ])("on %s is %s", (on, factor) => {
    expect(conversionFactorOn(day(on), "nonQp")).toBe(factor);
  });

  it("is another for qualifying participants in 2026, and the same for all before", () => {
    expect(conversionFactorOn(day("2026-01-01"), "qp")).toBe(335675);
    expect(conversionFactorOn(day("2025-12-31"), "qp")).toBe(323465);
  });

  it("is printed with four decimals", () => {
    expect(printFactor(334009)).toBe("33.4009");
  });
});
