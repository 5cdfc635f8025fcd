import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../../values/calendar-date.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import { understandTracker } from "../understand.ts";

const asOf = calendarDate(2025, 11, 1) as CalendarDate;

type Rows = readonly (readonly (string | null)[])[];

function casesOf(tabs: Readonly<Record<string, Rows>>) {
  const grids = Object.entries(tabs).map(([sheet, rows]) => drawnGrid(rows, sheet));
  return understandTracker({ file: "tracker.xlsx", grids }, { asOf }).cases;
}

const TITLE = ["Blue Hill Heart – request form"];
const FORMS: Readonly<Record<string, Rows>> = {
  INDEX: [
    ["#", "Patient", "Stage"],
    ["1", "Ruiz", "closed"],
    ["2", "Brandt", "running"],
  ],
  BLANK: [
    TITLE,
    [],
    ["Patient", null, null, "DOB"],
    ["Insurance", null, null, "Grp"],
    ["CPT", null, null, "Place"],
    ["Sent", null, null, "Decision date"],
    ["Result", null, null, "Letter?"],
    ["Auth #", null, null, "Valid"],
    ["Pt pays"],
  ],
  Ruiz: [
    TITLE,
    [],
    ["Patient", "Ruiz, Ana", null, "DOB", "4/9/1956"],
    ["Insurance", "Aetna", null, "Grp", "0711"],
    ["CPT", "93798", null, "Place", "Blue Hill"],
    ["Sent", "1/14/2025", null, "Decision date", "1/27/2025"],
    ["Result", "agreed", null, "Letter?", "signed"],
    ["Auth #", "0099471123", null, "Valid", "2/1/2025 – 4/30/2025"],
    ["Pt pays", "as in network"],
  ],
  Brandt: [
    TITLE,
    [],
    ["DOB", "12/25/1948", null, "Patient", "Josie Brandt"],
    ["Grp", "0043", null, "Insurance", "Cigna"],
    ["CPT", "93797", null, "Place", "Blue Hill"],
    ["Sent", "1/8/2025", null, "Decision date", "1/16/2025"],
    ["Result", "approved", null, "Letter?", "no"],
    ["Auth #", "OS-771120", null, "Valid", "1/20/2025 – 3/20/2025"],
    ["Sessions", "35", null, "Used", "35"],
    [],
    ["EXTENSION asked", "3/14/2025", null, "Answer", "3/19/2025"],
    ["Auth # (2)", "OS-778341", null, "Valid", "3/21/2025 – 4/30/2025"],
    ["Sessions (2)", "15", null, "Used", "4"],
  ],
};

describe("a tab per patient, each a form of labels and values", () => {
  const cases = casesOf(FORMS);

  it("is a case a tab, and neither the index nor the blank form is one", () => {
    expect(cases.map((one) => [one.source.sheet, one.patient])).toEqual([
      ["Ruiz", "Ana Ruiz"],
      ["Brandt", "Josie Brandt"],
    ]);
  });

  it("reads each label's value wherever the label stands on its tab", () => {
    expect(cases.map((one) => [one.payer, one.groupNumber, one.dob])).toEqual([
      ["Aetna", "0711", "1956-04-09"],
      ["Cigna", "0043", "1948-12-25"],
    ]);
  });

  it("takes values that might be labels themselves for values, where the form's labels stand elsewhere", () => {
    expect(cases[0]?.outcome).toBe("approved");
    expect(cases[0]?.writtenConfirmation).toBe(true);
    expect(cases[0]?.costSharing).toBe("inNetwork");
  });

  it("makes a later authorization of the lines that say so further down", () => {
    expect(cases[1]?.submitted).toBe("2025-01-08");
    expect(
      cases[1]?.periods.map((period) => [
        period.authNumber,
        period.authStart,
        period.unitsAuthorized,
        period.unitsUsed,
      ]),
    ).toEqual([
      ["OS-771120", "2025-01-20", 35, 35],
      ["OS-778341", "2025-03-21", 15, 4],
    ]);
    expect(cases[1]?.periods[1]?.submitted).toBe("2025-03-14");
  });
});
