import { describe, expect, it } from "vitest";
import { parseIsoDay } from "./calendar-date.ts";
import { quarterOf } from "./quarter.ts";

describe("the quarter of a day", () => {
  it.each([
    ["2025-12-31", "2025 Q4"],
    ["2026-01-01", "2026 Q1"],
    ["2026-03-31", "2026 Q1"],
    ["2026-04-01", "2026 Q2"],
    ["2026-09-30", "2026 Q3"],
  ])("%s lies in %s", (text, quarter) => {
    const day = parseIsoDay(text);
    expect(day === null ? null : quarterOf(day)).toBe(quarter);
  });
});
