import { describe, expect, it } from "vitest";
import { serialOfDay, typedInput } from "./typed-input.ts";

describe("what Excel makes of a text that is written to a General cell", () => {
  it.each<[string, unknown, string?]>([
    ["120", 120],
    ["-3.50", -3.5],
    ["(5)", -5],
    [" 42 ", 42],
    ["1,250", 1250, "#,##0"],
    ["1,25", "1,25"],
    ["$1,250.00", 1250, "$#,##0.00_);[Red]($#,##0.00)"],
    ["140%", 1.4, "0%"],
    ["1E5", 100_000, "0.00E+00"],
    ["00123", 123],
    ["1234567890123456", 1_234_567_890_123_450],
    ["3/14/2026", serialOfDay(2026, 3, 14), "m/d/yyyy"],
    ["2026-03-14", serialOfDay(2026, 3, 14), "m/d/yyyy"],
    ["14-Mar-26", serialOfDay(2026, 3, 14), "d-mmm-yy"],
    ["March 14, 2026", serialOfDay(2026, 3, 14), "d-mmm-yy"],
    ["1-2", serialOfDay(2026, 1, 2), "d-mmm"],
    ["Mar-26", serialOfDay(2026, 3, 26), "d-mmm"],
    ["13/40/2026", "13/40/2026"],
    ["10:30", 0.4375, "h:mm"],
    ["true", true],
    ["#n/a", "#N/A"],
    ["H0015", "H0015"],
    ["Dr. No", "Dr. No"],
    ["'00123", "00123"],
    ["5 days", "5 days"],
    ["approved", "approved"],
  ])("%s", (text, value, numberFormat) => {
    const format = numberFormat === undefined ? {} : { numberFormat };
    expect(typedInput(text, "General", 2026)).toEqual({ kind: "value", value, ...format });
  });

  it("a formula, where it begins with =, + or -", () => {
    expect(typedInput("=A1", "General", 2026)).toEqual({ kind: "formula", formula: "=A1" });
    expect(typedInput("-call back", "General", 2026)).toEqual({ kind: "formula", formula: "=-call back" });
    expect(typedInput("@home", "General", 2026)).toEqual({ kind: "refused" });
    expect(typedInput("=", "General", 2026)).toEqual({ kind: "value", value: "=" });
  });

  it("text, whatever it looks like, in a cell of text format", () => {
    for (const text of ["00123", "=A1", "3/14/2026", "-x", "@x"]) {
      expect(typedInput(text, "@", 2026)).toEqual({ kind: "value", value: text });
    }
  });
});

it("days are numbered as Excel numbers them", () => {
  expect(serialOfDay(1900, 3, 1)).toBe(61);
  expect(serialOfDay(2026, 1, 1)).toBe(46_023);
  expect(serialOfDay(2026, 2, 29)).toBeNull();
});
