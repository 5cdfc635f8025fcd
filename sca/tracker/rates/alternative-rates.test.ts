import { describe, expect, it } from "vitest";
import { findRates } from "./find-rates.ts";

describe("two rates of which one or the other holds", () => {
  it.each([
    "$412,000 or 60% of charges, whichever is less",
    "lesser of $412,000 and 60% of charges",
    "$412,000 or 60% of charges",
  ])("%s: a person says which", (text) => {
    expect(findRates(text).map((rate) => [rate.amount, rate.question])).toEqual([
      [412000, true],
      [60, true],
    ]);
  });

  it("an ask beside an agreed rate is no alternative", () => {
    expect(findRates("asked $350 or 80% of charges, settled on $325/day").every((rate) => rate.question !== true)).toBe(
      true,
    );
  });
});
