import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../../values/calendar-date.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import { understandTracker } from "../understand.ts";

const asOf = calendarDate(2025, 11, 1) as CalendarDate;
const HEAD = ["Client", "DOB", "Insurance", "Member ID", "Sent", "Notes"];
const ANA = ["Ana Ruiz", "4/9/1996", "Aetna", "W123456789", "1/6/2025", "faxed packet, waiting"];
const LEE = ["Lee Brandt", "12/25/1988", "Cigna", "U0011223344", "2/3/2025", "waiting on their contracting dept"];

function rowsOfCases(...rows: (string | null)[][]) {
  const { cases } = understandTracker({ file: "log.csv", grids: [drawnGrid([HEAD, ...rows], null)] }, { asOf });
  return cases.map((one) => one.source.rows);
}

describe("a later row of a log that names a client shortly", () => {
  it("tells how the client's request went on", () => {
    expect(
      rowsOfCases(ANA, LEE, ["Ruiz", null, null, null, null, "approved 1/20, auth A5512098 2/1/25-4/30/25"]),
    ).toEqual([[2, 4], [3]]);
  });

  it("is a case of its own when it was sent anew, or names another person", () => {
    const anew = ["Ana Ruiz", null, null, null, "6/2/2025", "asked again for the fall, denied 6/9"];
    expect(rowsOfCases(ANA, LEE, anew)).toEqual([[2], [3], [4]]);
    const other = ["Ben Ruiz", null, null, null, null, "approved 1/20, auth A5512098 2/1/25-4/30/25"];
    expect(rowsOfCases(ANA, LEE, other)).toEqual([[2], [3], [4]]);
  });

  it("is left alone where the name fits two clients", () => {
    const ben = ["Ben Ruiz", "5/5/1990", "Aetna", "W987654321", "1/9/2025", "faxed packet, waiting"];
    expect(rowsOfCases(ANA, ben, ["Ruiz", null, null, null, null, "approved 1/20"])).toEqual([[2], [3], [4]]);
  });
});
