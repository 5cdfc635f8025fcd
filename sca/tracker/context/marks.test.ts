import { expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../../values/calendar-date.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import { understandTracker } from "../understand.ts";

const asOf = calendarDate(2025, 11, 1) as CalendarDate;

it("a cell of several marks says each thing that the key gives its marks", () => {
  const { cases } = understandTracker(
    {
      file: "t.xlsx",
      grids: [
        drawnGrid([
          ["● approved   ✗ denied   ○ waiting"],
          ["✉ letter in chart   ☏ phone OK only, no letter   ★ pt pays in-network   ☆ pt pays out-of-network"],
          ["marks", "Surname", "Given", "Born", "Insurance", "Sent"],
          ["● ✉ ★", "Ruiz", "Ana", "4/9/1996", "Aetna", "1/6/2025"],
          ["○", "Brandt", "Josie", "12/25/1988", "Cigna", "2/3/2025"],
          ["✗", "Haddad", "Omar", "7/14/1971", "Humana", "3/3/2025"],
          ["●☏ ☆", "Fischer", "Lena", "2/2/1990", "Aetna", "3/5/2025"],
          ["●✗ ✉", "Vega", "Tomas", "9/9/1983", "Cigna", "4/1/2025"],
        ]),
      ],
    },
    { asOf },
  );
  expect(cases.map((one) => [one.patient, one.outcome, one.writtenConfirmation, one.costSharing])).toMatchObject([
    ["Ana Ruiz", "approved", true, "inNetwork"],
    ["Josie Brandt", "pending", undefined, undefined],
    ["Omar Haddad", "denied", undefined, undefined],
    ["Lena Fischer", "approved", false, "outOfNetwork"],
    ["Tomas Vega", expect.anything(), true, undefined],
  ]);
  expect(cases[4]?.review).toContain("outcome");
});
