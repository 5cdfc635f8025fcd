import { describe, expect, it } from "vitest";
import { isStretchOfTime } from "./banner.ts";

describe("a lone text that names a stretch of time", () => {
  it.each([
    "Q3 2024",
    "Q4 '24",
    "FY25",
    "FY 2024-25",
    "2024",
    "1st Qtr 2025",
    "H1 2025",
    "Jan-Mar 2025",
    "3Q24",
    "Winter 2025",
  ])("%s heads the rows below it", (text) => {
    expect(isStretchOfTime(text)).toBe(true);
  });

  it.each(["Quinn Vega", "Q7421103", "2024-118", "H1 antagonist", "Summer Ortiz", "90837"])("%s does not", (text) => {
    expect(isStretchOfTime(text)).toBe(false);
  });
});
