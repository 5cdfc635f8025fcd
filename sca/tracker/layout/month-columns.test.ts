import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../../values/calendar-date.ts";
import type { Grid } from "../grid.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import { understandTracker } from "../understand.ts";

const asOf = calendarDate(2025, 11, 1) as CalendarDate;
const ROWS = [
  [null, "day asked", "client", "born", "plan", "member ID", "result", "answered", "auth #", "good for"],
  ["NOV 2024", "4", "Ruiz, Ana", "2/11/1941", "Aetna", "W100477128", "approved", "11/8", "CL-004417", "11/11 - 1/10"],
  [null, "18", "Brandt, Josie", "5/5/1952", "Cigna", "U1004471288", "denied", "11/25", null, null],
  ["DEC 2024", "2", "Keene, Omar", "1/9/1947", "Humana", "H80044712", "approved", "12/9", "0044712-2", "12/10 - 1/31"],
  [null, "11", "Park, Lee", "7/4/1955", "Oscar", "OSC4471280", "approved", "1/14", "IB00447-1", "1/15 - 3/15"],
];

function casesOf(merges: Grid["merges"]) {
  return understandTracker({ file: "tracker.xlsx", grids: [{ ...drawnGrid(ROWS, "Log"), merges }] }, { asOf }).cases;
}

describe("a month beside its lines, and only the days in the next column", () => {
  const merged = casesOf([
    { top: 2, left: 1, bottom: 3, right: 1 },
    { top: 4, left: 1, bottom: 5, right: 1 },
  ]);

  it("are the days of the requests, in the month's year", () => {
    expect(merged.map((one) => one.submitted)).toEqual(["2024-11-04", "2024-11-18", "2024-12-02", "2024-12-11"]);
  });

  it("may stand on the month's first line alone", () => {
    expect(casesOf([]).map((one) => one.submitted)).toEqual(merged.map((one) => one.submitted));
  });

  it("give the year of the line's other dates, over New Year too", () => {
    expect(merged.map((one) => one.decided)).toEqual(["2024-11-08", "2024-11-25", "2024-12-09", "2025-01-14"]);
    expect(merged.map((one) => one.periods[0]?.authEnd)).toEqual(["2025-01-10", undefined, "2025-01-31", "2025-03-15"]);
  });
});
