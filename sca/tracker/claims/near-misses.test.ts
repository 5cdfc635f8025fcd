import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../../values/calendar-date.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import { understandTracker } from "../understand.ts";
import { isNearMiss } from "./near-misses.ts";

const asOf = calendarDate(2025, 11, 1) as CalendarDate;

describe("numbers written twice, a digit apart", () => {
  it("are near misses only where a digit or two differ", () => {
    expect(isNearMiss("H000779526", "H000779529")).toBe(true);
    expect(isNearMiss("WM-00712", "WM-00721")).toBe(true);
    expect(isNearMiss("H000779526", "H000779526")).toBe(false);
    expect(isNearMiss("H000779526", "H000112529")).toBe(false);
    expect(isNearMiss("0250-1", "0250-12")).toBe(false);
  });

  it("are asked about, and no other case is", () => {
    const { cases } = understandTracker(
      {
        file: "t.xlsx",
        grids: [
          drawnGrid([
            ["Patient", "DOB", "Payer", "Member ID", "Sent", "Status", "Auth #", "Notes"],
            [
              "Wagner, Ilse",
              "1971-05-04",
              "Aetna",
              "H000779526",
              "2025-02-10",
              "approved",
              "002975778",
              "Card shows H000779529",
            ],
            [
              "Amadi, Chidera",
              "2011-04-17",
              "Cigna",
              "U551200418",
              "2025-02-11",
              "approved",
              "002975790",
              "prior auth was 002975791",
            ],
            [
              "Lindgren, Tyra",
              "2011-01-19",
              "Humana",
              "H71204418",
              "2025-03-20",
              "approved",
              "M25-0044127 / M25-0044172",
              "two numbers on the letter",
            ],
          ]),
        ],
      },
      { asOf },
    );
    expect(cases.map((one) => one.review.includes("memberId"))).toEqual([true, false, false]);
    expect(cases.map((one) => one.periods[0]?.review?.includes("authNumber") ?? false)).toEqual([false, false, true]);
  });
});
