import { describe, expect, it } from "vitest";
import { findRates } from "./find-rates.ts";

describe("sums that are called flat", () => {
  it("are a case rate for the whole of something", () => {
    expect(findRates("agreed flat 3,200 for the whole thing")).toMatchObject([{ amount: 3200, model: "caseRate" }]);
    expect(findRates("flat 400 for all 10", { expect: "rates" })).toMatchObject([{ amount: 400, model: "caseRate" }]);
  });

  it("do not say what they pay for otherwise", () => {
    const [rate] = findRates("2,700 flat. no paper");
    expect(rate).toMatchObject({ amount: 2700 });
    expect(rate?.model).toBeUndefined();
    expect(findRates("230 flat per visit")).toMatchObject([{ amount: 230, model: "perUnit" }]);
  });
});
