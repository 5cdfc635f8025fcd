import { describe, expect, it } from "vitest";
import { otherUnit } from "./unit-basis.ts";

describe("the unit of a rate", () => {
  it.each([
    ["a rate per day", "perDiem", undefined, "day"],
    ["a rate per day whose day is one session", "perDiem", "session", null],
    ["a rate per unit", "perUnit", undefined, null],
    ["a rate per unit of an hour", "perUnit", "Hour", "hour"],
    ["a rate per unit of a quarter of an hour", "perUnit", "15 Minutes", "15 minutes"],
    ["a percent of Medicare with units counted in days", "percentOfMedicare", "Day", "day"],
    ["a rate per visit in words of her own", "perUnit", "per encounter", null],
  ] as const)("of %s is told from the service that Medicare prices", (_what, model, basis, unit) => {
    expect(otherUnit(model, basis)).toBe(unit);
  });
});
