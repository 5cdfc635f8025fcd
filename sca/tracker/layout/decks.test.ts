import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../../values/calendar-date.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import { understandTracker } from "../understand.ts";

const asOf = calendarDate(2025, 11, 1) as CalendarDate;

function casesOf(rows: readonly (readonly (string | null)[])[]) {
  return understandTracker({ file: "tracker.xlsx", grids: [drawnGrid(rows, "Kids")] }, { asOf }).cases;
}

describe("cases in columns, in two decks under each other", () => {
  const cases = casesOf([
    ["DECK ONE"],
    ["Client", "Ana Ruiz", "Josie Brandt"],
    ["DOB", "4/9/2016", "12/25/2018"],
    ["Insurance", "Aetna", "Cigna"],
    ["Member ID", "W123456789", "U0011223344"],
    ["Sent", "1/6/2025", "2/3/2025"],
    ["Status", "Approved", "Denied"],
    ["Decision date", "1/15/2025", "2/20/2025"],
    ["Auth #", "00478210", null],
    ["CPT", "92507", "92526"],
    [],
    [null, "DECK TWO (from March on)"],
    [null, "auth no.", "A-00471", "A-00472"],
    [null, "plan", "Humana", "Oscar"],
    [null, "name", "KEENE, OMAR", "Park, Lee"],
    [null, "dob", "6/6/2014", "1/29/2015"],
    [null, "outcome", "approved", "approved"],
    [null, "sent", "3/4/2025", "3/17/2025"],
    [null, "code", "92507", "92508"],
    [null, "from", "3/20/2025", "4/1/2025"],
    [null, "to", "6/19/2025", "9/30/2025"],
    [null, "EXT sent", "6/2/2025", null],
    [null, "EXT auth no.", "A-00493", null],
    [null, "EXT from", "6/20/2025", null],
    [null, "EXT to", "9/19/2025", null],
  ]);

  it("are a case a column in either deck, by the labels of its own", () => {
    expect(cases.map((one) => one.patient)).toEqual(["Ana Ruiz", "Josie Brandt", "Omar Keene", "Lee Park"]);
    expect(cases.map((one) => one.payer)).toEqual(["Aetna", "Cigna", "Humana", "Oscar Health"]);
    expect(cases.map((one) => one.source.columns)).toEqual([["B"], ["C"], ["C"], ["D"]]);
  });

  it("keep the extension told further down the column as a period of its case", () => {
    expect(cases[2]?.periods.map((period) => period.authNumber)).toEqual(["A-00471", "A-00493"]);
  });
});
