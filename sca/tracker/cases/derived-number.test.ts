import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../../values/calendar-date.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import { understandTracker } from "../understand.ts";
import { numberBefore } from "./derived-number.ts";

describe("a number made from an earlier one", () => {
  it.each([
    ["0250x", "0250"],
    ["0250-2", "0250"],
    ["lp25-001b", "lp25-001"],
    ["0250", null],
    ["sca-24-118", null],
  ])("%s comes from %s", (number, before) => {
    expect(numberBefore(number)).toBe(before);
  });

  it("is a later authorization of that case where it names the same person", () => {
    const { cases } = understandTracker(
      {
        file: "t.csv",
        grids: [
          drawnGrid([
            ["Case no", "Client", "DOB", "Plan", "Member ID", "Sent", "Status", "Auth #", "Start", "End"],
            [
              "0250",
              "Ulises Vega",
              "8/19/1966",
              "Aetna",
              "W201085474",
              "5/14/2025",
              "Approved",
              "A5936218",
              "6/6/2025",
              "6/26/2025",
            ],
            [
              "0251",
              "Ana Ruiz",
              "4/9/1996",
              "Cigna",
              "U205474001",
              "5/20/2025",
              "Approved",
              "A5936301",
              "6/1/2025",
              "6/30/2025",
            ],
            ["0250x", "Vega", "", "", "", "6/24/2025", "Approved", "A9716259", "6/27/2025", "7/10/2025"],
          ]),
        ],
      },
      { asOf: calendarDate(2025, 11, 1) as CalendarDate },
    );
    expect(cases.map((one) => [one.patient, one.periods.map((period) => period.authNumber)])).toEqual([
      ["Ulises Vega", ["A5936218", "A9716259"]],
      ["Ana Ruiz", ["A5936301"]],
    ]);
  });
});
