import { describe, expect, it } from "vitest";
import { amountInOtherCurrency, type FlawedCell, flawFinder, isErrorWord } from "./cell-flaw.ts";

describe("an amount in another currency", () => {
  it.each([
    ["[$€-407]#,##0.00", 1150, "€1,150.00"],
    ['_-* #,##0.00 [$€-407]_-;-* #,##0.00 [$€-407]_-;_-* "-"?? [$€-407]_-', -4.5, "-4.50 €"],
    ["[$£-809]#,##0", 90, "£90"],
    ['"CA$"0', 90, "CA$90"],
    ["[$CAD] #,##0.00", 90, "CAD 90.00"],
    ["#,##0\\ \\€", 90, "90 €"],
    ['General" EUR"', 90.5, "EUR 90.5"],
    ['[<100]"€"0;"€"0.0', 90, "€ 90"],
  ])("is told by the format %s", (format, value, shown) => {
    expect(amountInOtherCurrency(value, format)).toBe(shown);
  });

  it.each([
    "General",
    "",
    "@",
    "#,##0.00",
    '"$"#,##0.00_);("$"#,##0.00)',
    "[$$-409]#,##0.00",
    "[$-407]#,##0.00",
    "[Red]0%",
    '0.00"×"',
    "m/d/yyyy",
    '0.00_);"no € here"',
  ])("is not told by the format %s", (format) => {
    expect(amountInOtherCurrency(150, format)).toBeNull();
  });
});

describe("what is amiss with a cell of Claims", () => {
  const flawOf = flawFinder("SCA_Claims");
  const told = (cell: Partial<FlawedCell>) =>
    flawOf({ row: 4, heading: "Paid", value: 1, isError: false, format: "General", ...cell });

  it("is an error, a result that is not there, or an amount in another currency", () => {
    expect(told({ value: "#REF!", isError: true })).toEqual({ row: 4, heading: "Paid", kind: "error", found: "#REF!" });
    expect(told({ value: "#BUSY!", isError: true })?.kind).toBe("no-result");
    expect(told({ value: null, formula: "B2" })).toMatchObject({ kind: "no-result", found: "=B2" });
    expect(told({ format: '"€"0' })).toMatchObject({ kind: "other-currency", found: "€1" });
    expect([told({}), told({ value: null }), told({ value: "€ 5", format: '"€"0' })]).toEqual([null, null, null]);
  });

  it("is in a formula's column only an error, and nothing in a column of the user's own", () => {
    const variance = { heading: "Variance" };
    expect(told({ ...variance, value: "#BUSY!", isError: true })?.kind).toBe("error");
    expect([told({ ...variance, value: null, formula: "B2" }), told({ ...variance, format: '"€"0' })]).toEqual([
      null,
      null,
    ]);
    expect(told({ heading: "Mine", value: "#REF!", isError: true })).toBeNull();
    expect(told({ heading: " PAID ", value: "#REF!", isError: true })).toMatchObject({
      heading: " PAID ",
      kind: "error",
    });
  });
});

it("a word is an error only as Excel writes it", () => {
  expect(["#REF!", "#N/A", "#SPILL!", "#DIV/0!"].every(isErrorWord)).toBe(true);
  expect(["#123", "REF!", "#ref!", "# N/A", "Room #N/A"].some(isErrorWord)).toBe(false);
});
