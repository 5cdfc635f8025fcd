import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../../values/calendar-date.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import { understandTracker } from "../understand.ts";
import { isHeaded } from "./column-lists.ts";

const asOf = calendarDate(2025, 11, 1) as CalendarDate;
const LIST = drawnGrid(
  [
    ["Column", "Code", "Meaning"],
    ["Rsn Cd", "1", "no INN provider available"],
    ["", "2", "nearest INN is 90 miles away"],
    ["St", "A", "approved"],
    ["", "D", "denied"],
    ["DR Cd", "N1", "not medically necessary"],
    ["", "N2", "par provider available"],
    ["Bas", "A", "% of Medicare fee schedule"],
    ["", "D", "$ per unit"],
    ["LTR", "1", "signed letter on file"],
    ["", "0", "no letter"],
  ],
  "Codes",
);
const LINES = [
  [
    "Ana Ruiz",
    "4/9/1996",
    "Aetna",
    "W123456789",
    "1",
    "1/6/2025",
    "A",
    "1/15/2025",
    "",
    "140",
    "A",
    "1",
    "97110",
    "24",
    "7",
  ],
  [
    "Josie Brandt",
    "12/25/1988",
    "Cigna",
    "U0011223344",
    "2",
    "2/3/2025",
    "D",
    "2/20/2025",
    "N1",
    "",
    "",
    "",
    "97110",
    "",
    "",
  ],
  [
    "Omar Haddad",
    "7/14/1971",
    "Humana",
    "H55512345",
    "1",
    "3/3/2025",
    "A",
    "3/20/2025",
    "",
    "165",
    "D",
    "0",
    "97112",
    "12",
    "12",
  ],
  [
    "Lena Fischer",
    "2/2/1990",
    "Aetna",
    "W987654321",
    "1",
    "3/5/2025",
    "D",
    "3/25/2025",
    "N2",
    "",
    "",
    "",
    "97110",
    "",
    "",
  ],
  [
    "Tomas Vega",
    "9/9/1983",
    "Cigna",
    "U0099887766",
    "2",
    "4/1/2025",
    "D",
    "4/18/2025",
    "N1",
    "",
    "",
    "",
    "97112",
    "",
    "",
  ],
];

describe("lists that name the column they explain", () => {
  const sheet = drawnGrid(
    [
      [
        "Client",
        "DOB",
        "Payor",
        "Pol ID",
        "Rsn Cd",
        "Sent",
        "St",
        "St Dt",
        "DR Cd",
        "Amt",
        "Bas",
        "LTR",
        "CPT",
        "Qty OK",
        "Qty Dlvd",
      ],
      ...LINES,
    ],
    "Log",
  );
  const { cases } = understandTracker({ file: "tracker.xlsx", grids: [sheet, LIST] }, { asOf });

  it("give a digit its meaning in that column, and a letter another one in each", () => {
    expect(cases[0]).toMatchObject({
      trigger: "networkGap",
      outcome: "approved",
      model: "percentOfMedicare",
      rate: 140,
      writtenConfirmation: true,
    });
    expect(cases[2]).toMatchObject({ outcome: "approved", model: "perUnit", rate: 165, writtenConfirmation: false });
    expect(cases[1]).toMatchObject({ trigger: "geographic", outcome: "denied" });
  });

  it("tell why a line was denied, under whatever heading only denied lines fill", () => {
    expect(cases.map((one) => one.denialReason)).toEqual([
      undefined,
      "not medically necessary",
      undefined,
      "par provider available",
      "not medically necessary",
    ]);
  });

  it("name a column by its whole heading", () => {
    expect(isHeaded("Rsn Cd", "rsn cd")).toBe(true);
    expect(isHeaded("Plan St", "St")).toBe(true);
    expect(isHeaded("Request", "St")).toBe(false);
  });
});

it("what was delivered is used, however few of its letters are written", () => {
  const { cases } = understandTracker(
    {
      file: "t.csv",
      grids: [
        drawnGrid(
          [
            ["Client", "DOB", "Payor", "Sent", "Status", "Qty OK", "Qty Dlvd"],
            ["Ana Ruiz", "4/9/1996", "Aetna", "1/6/2025", "Approved", "24", "7"],
            ["Josie Brandt", "12/25/1988", "Cigna", "2/3/2025", "Approved", "12", "12"],
          ],
          null,
        ),
      ],
    },
    { asOf },
  );
  expect(cases.map((one) => [one.periods[0]?.unitsAuthorized, one.periods[0]?.unitsUsed])).toEqual([
    [24, 7],
    [12, 12],
  ]);
});
