import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../../values/calendar-date.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import { understandTracker } from "../understand.ts";
import { orderOfHeading } from "./count-pair.ts";

const asOf = calendarDate(2025, 11, 1) as CalendarDate;
const HEAD = ["Client", "DOB", "Plan", "Sent", "Status", "Auth #", "Auth Start", "Auth End"];
const ROWS = [
  ["Ana Ruiz", "4/9/1996", "Aetna", "1/6/2025", "Approved", "A4782101", "1/20/2025", "7/19/2025"],
  ["Josie Brandt", "12/25/1988", "Cigna", "2/3/2025", "Approved", "A4782102", "2/20/2025", "8/19/2025"],
  ["Omar Haddad", "7/14/1971", "Humana", "3/3/2025", "Approved", "A4782103", "3/20/2025", "9/19/2025"],
  ["Lena Fischer", "2/2/1990", "Aetna", "3/5/2025", "Approved", "A4782104", "3/25/2025", "9/24/2025"],
];

function counts(heading: string, cells: readonly string[]) {
  const rows = ROWS.map((row, index) => [...row, cells[index] ?? ""]);
  const { cases } = understandTracker(
    { file: "t.csv", grids: [drawnGrid([[...HEAD, heading], ...rows], null)] },
    { asOf },
  );
  return cases.map((one) => [one.periods[0]?.unitsAuthorized, one.periods[0]?.unitsUsed]);
}

describe("two counts in a cell", () => {
  it("are authorized and used where the first is never the smaller", () => {
    expect(counts("Days", ["20/0", "15/12", "20/18", "10"])).toEqual([
      [20, 0],
      [15, 12],
      [20, 18],
      [10, undefined],
    ]);
    expect(counts("Days", ["20/0", "15/12", "20/18", "10/10"])).toEqual([
      [20, 0],
      [15, 12],
      [20, 18],
      [10, 10],
    ]);
  });

  it("are used of authorized where the first is never the larger", () => {
    expect(counts("Visits", ["0/20", "12/15", "18/20", "10/10"])).toEqual([
      [20, 0],
      [15, 12],
      [20, 18],
      [10, 10],
    ]);
  });

  it("stand in the order that the heading gives", () => {
    expect(counts("Hrs (ok/used)", ["14/0", "12/12", "10/4", "8"])).toEqual([
      [14, 0],
      [12, 12],
      [10, 4],
      [8, undefined],
    ]);
    expect(orderOfHeading("used / auth")).toBe("usedOfAuthorized");
    expect(orderOfHeading("Days")).toBeNull();
  });
});

describe("ticked answers", () => {
  const head = ["Client", "DOB", "Plan", "Sent", "Apprvd", "Denied", "SCA signed", "Notes"];
  const grid = (rows: string[][]) =>
    understandTracker({ file: "t.csv", grids: [drawnGrid([head, ...rows], null)] }, { asOf }).cases;
  const cases = grid([
    ["Ana Ruiz", "4/9/1996", "Aetna", "1/6/2025", "x", "", "Y", ""],
    ["Josie Brandt", "12/25/1988", "Cigna", "2/3/2025", "x", "", "N", ""],
    ["Omar Haddad", "7/14/1971", "Humana", "3/3/2025", "", "x", "", "appealed - OVERTURNED 5/1/25!!"],
    ["Lena Fischer", "2/2/1990", "Aetna", "3/5/2025", "x", "", "Y", ""],
    ["EXAMPLE row, delete", "1/1/1990", "Aetna", "1/1/2025", "x", "", "Y", ""],
  ]);

  it("leave a column of letters alone", () => {
    expect(cases.map((one) => [one.outcome, one.writtenConfirmation])).toEqual([
      ["approved", true],
      ["approved", false],
      ["approvedOnAppeal", undefined],
      ["approved", true],
    ]);
  });

  it("give way to a note of a won appeal, with its day", () => {
    expect(cases[2]?.decided).toBe("2025-05-01");
  });
});

it("a header typed again without its group line heads the same table", () => {
  const { cases } = understandTracker(
    {
      file: "t.csv",
      grids: [
        drawnGrid([
          ["PATIENT", "", "INS", "REQUEST", "OUTCOME", "", "AUTH", ""],
          ["Pt", "DOB", "Plan", "sent", "status", "date", "start", "end"],
          ["Ana Ruiz", "4/9/1996", "Aetna", "1/6/2025", "Approved", "1/15/2025", "1/20/2025", "7/19/2025"],
          ["Josie Brandt", "12/25/1988", "Cigna", "2/3/2025", "Denied", "2/20/2025", "", ""],
          ["Pt", "DOB", "Plan", "sent", "status", "date", "start", "end"],
          ["Omar Haddad", "7/14/1971", "Humana", "3/3/2025", "Approved", "3/20/2025", "3/25/2025", "9/24/2025"],
        ]),
      ],
    },
    { asOf },
  );
  expect(cases.map((one) => [one.decided, one.periods[0]?.authStart])).toEqual([
    ["2025-01-15", "2025-01-20"],
    ["2025-02-20", undefined],
    ["2025-03-20", "2025-03-25"],
  ]);
});
