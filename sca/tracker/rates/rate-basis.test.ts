import { describe, expect, it } from "vitest";
import { readRateBasis } from "./rate-basis.ts";
import { rateFromNumber } from "./rate-number.ts";

describe("a basis cell", () => {
  it("names the model in any office's words", () => {
    const MODELS: Readonly<Record<string, readonly string[]>> = {
      percentOfMedicare: [
        "% MCR",
        "%MCR",
        "% of Medicare",
        "pct_mcr",
        "Medicare %",
        "% CMS",
        "x Medicare",
        "percentOfMedicare",
        "% of Medicare (ASP) limit",
        "Multiple of Medicare",
        "MCR",
      ],
      percentOfBilled: ["% billed", "%BC", "% of charges", "pct_billed", "of billed charges", "% UCR", "billed"],
      perDiem: ["per day", "PD", "Per Diem", "daily", "per_diem", "all-inclusive per diem"],
      caseRate: [
        "case rate",
        "case",
        "whole course",
        "global",
        "bundled",
        "all-inclusive",
        "package",
        "per case",
        "per cycle",
        "per fill, all in",
      ],
      perUnit: [
        "per visit",
        "per_session",
        "hourly",
        "each",
        "per unit",
        "15 min",
        "$/unit",
        "visit",
        "per 15 min unit",
      ],
    };
    for (const [model, texts] of Object.entries(MODELS)) {
      for (const text of texts) expect({ text, model: readRateBasis(text).model }).toEqual({ text, model });
    }
  });

  it("is unclear where it is a percentage of nobody says what, a drug price or two things", () => {
    for (const text of [
      "%",
      "pct",
      "percent",
      "fee_pct",
      "ASP + %",
      "% of Medicaid",
      "flat",
      "% or $",
      "% MCR or per diem",
    ]) {
      expect(readRateBasis(text).unclear, text).toBe(true);
      expect(readRateBasis(text).model, text).toBeUndefined();
    }
  });
});

describe("a heading", () => {
  it("over dollars is no percentage", () => {
    for (const text of ["Billed charges", "Medicare rate", "Medicare allowable", "Agreed rate", "Rate"]) {
      expect(readRateBasis(text, "heading").model, text).toBeUndefined();
    }
    expect(readRateBasis("% of billed", "heading").model).toBe("percentOfBilled");
    expect(readRateBasis("Rate (per sess unless noted)", "heading")).toMatchObject({
      model: "perUnit",
      per: "session",
    });
    expect(readRateBasis("fee_cents", "heading").cents).toBe(true);
  });
});

describe("a number cell", () => {
  it("is a percentage through its format, exactly", () => {
    expect(rateFromNumber(1.4, "140%", "0%")).toEqual({ amount: 140, kind: "percent" });
    expect(rateFromNumber(1.1, "110%", "0%").amount).toBe(110);
    expect(rateFromNumber(1.375, "138%", "0%").amount).toBe(137.5);
    expect(rateFromNumber(140, "140% MCR", '0"% MCR"')).toEqual({
      amount: 140,
      kind: "percent",
      model: "percentOfMedicare",
    });
    expect(rateFromNumber(1.4, "1.4x MCR", '0.0"x MCR"')).toEqual({
      amount: 140,
      kind: "multiple",
      model: "percentOfMedicare",
    });
  });

  it("keeps the stored digits of a price that shows fewer", () => {
    expect(rateFromNumber(162.375, "$162.38", "$#,##0.00")).toEqual({ amount: 162.375, kind: "money" });
    expect(rateFromNumber(150, "150")).toEqual({ amount: 150, kind: "bare" });
    expect(rateFromNumber(325, "$325/day", '"$"0"/day"')).toMatchObject({ amount: 325, model: "perDiem" });
    expect(rateFromNumber(16.25 * 3, "48.75").amount).toBe(48.75);
  });
});
