import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../../values/calendar-date.ts";
import type { Cell, Grid } from "../grid.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import { understandTracker } from "../understand.ts";

const asOf = calendarDate(2025, 11, 1) as CalendarDate;

function understood(grid: Grid) {
  return understandTracker({ file: "t.xlsx", grids: [grid] }, { asOf }).cases;
}

/** Digits as number cells, as a workbook has them. */
function withNumbers(rows: readonly (readonly string[])[]): Grid {
  return drawnGrid(
    rows.map((row) =>
      row.map((text) =>
        /^\d+$/.test(text) && !text.startsWith("0")
          ? ({ text, kind: "number", number: Number(text) } satisfies Partial<Cell> & { text: string })
          : text,
      ),
    ),
  );
}

describe("columns known by their cells", () => {
  it("days that lost their format are days, beside codes of as many digits", () => {
    const cases = understood(
      withNumbers([
        ["Pt L", "Pt F", "MI", "Suf", "Born", "Carrier", "CPT", "Snt", "Ansd", "Status"],
        ["ABRAMS", "COLETTE", "J", "", "24871", "Aetna", "97110", "45663", "45672", "Approved"],
        ["Bakshi", "Ravi", "", "Jr", "33156", "Cigna", "97760", "45665", "45677", "Approved"],
        ["Calder", "Maeve", "", "", "21184", "Humana", "97112", "45666", "45685", "Denied"],
        ["Eberle", "Joan", "R", "", "16163", "Aetna", "97110", "45672", "45681", "Approved"],
      ]),
    );
    expect(cases.map((one) => [one.patient, one.dob, one.submitted, one.decided, one.services[0]?.code])).toEqual([
      ["Colette J Abrams", "1968-02-03", "2025-01-06", "2025-01-15", "97110"],
      ["Ravi Bakshi Jr", "1990-10-10", "2025-01-08", "2025-01-20", "97760"],
      ["Maeve Calder", "1957-12-30", "2025-01-09", "2025-01-28", "97112"],
      ["Joan R Eberle", "1944-04-01", "2025-01-15", "2025-01-24", "97110"],
    ]);
  });

  it("two letters that are modifiers of codes are no initials of a person", () => {
    const cases = understood(
      withNumbers([
        ["Client", "DOB", "Plan", "Sent", "Status", "CPT", "md", "$ / u", "u ok'd", "ltr"],
        ["Ana Ruiz", "4/9/2016", "Aetna", "1/6/2025", "Approved", "97153", "HM", "16.25", "1040", "1"],
        ["Josie Brandt", "12/25/2018", "Cigna", "2/3/2025", "Approved", "97155", "HO", "28.75", "104", "0"],
        ["Omar Haddad", "7/14/2017", "Humana", "3/3/2025", "Approved", "97153", "HN", "15.5", "780", "1"],
        ["Lena Fischer", "2/2/2015", "Aetna", "3/5/2025", "Approved", "97155", "HO", "28.75", "52", "1"],
      ]),
    );
    expect(cases[0]).toMatchObject({
      services: [{ code: "97153", modifiers: ["HM"] }],
      rate: 16.25,
      model: "perUnit",
      writtenConfirmation: true,
    });
    expect(cases.map((one) => [one.periods[0]?.unitsAuthorized, one.writtenConfirmation])).toEqual([
      [1040, true],
      [104, false],
      [780, true],
      [52, true],
    ]);
  });

  it("case numbers that look like codes are none beside a column of codes; what is paid is the rate beside its basis", () => {
    const cases = understood(
      drawnGrid([
        [
          "episode",
          "client",
          "born",
          "carrier",
          "hcpcs",
          "requested_on",
          "answered_on",
          "result",
          "pay_basis",
          "pay_amt",
          "family pays",
        ],
        [
          "E2401",
          "Marchetti, Anouk",
          "1993-05-28",
          "Aetna",
          "G2080",
          "2024-01-16",
          "2024-01-17",
          "approved",
          "per week",
          "215",
          "in-network",
        ],
        [
          "E2402",
          "Ashgrove, Desmond",
          "1988-11-04",
          "Cigna",
          "H0020",
          "2024-01-24",
          "2024-02-01",
          "approved",
          "per day",
          "26.50",
          "out-of-network",
        ],
        [
          "E2403",
          "Dragomir, Corazon",
          "1983-10-10",
          "Humana",
          "H0004",
          "2024-01-31",
          "2024-02-10",
          "denied",
          "",
          "",
          "",
        ],
      ]),
    );
    expect(
      cases.map((one) => [one.services.map((service) => service.code).join(), one.rate, one.costSharing ?? null]),
    ).toEqual([
      ["G2080", 215, "inNetwork"],
      ["H0020", 26.5, "outOfNetwork"],
      ["H0004", undefined, null],
    ]);
  });

  it("a unit alone is the basis under a heading that says per", () => {
    const cases = understood(
      drawnGrid([
        ["Patient", "DOB", "Payer", "HCPCS", "per", "Sent", "Answer", "Status", "Price"],
        ["Amadi, Chidera", "2011-04-17", "Aetna", "J7170", "mg", "2024-08-12", "2024-08-23", "approved", "51.20"],
        ["Brekke, Stig", "1974-09-03", "Cigna", "J7192", "IU", "2024-08-19", "2024-09-04", "approved", "1.18"],
        ["Egan, Fiachra", "1990-02-28", "Humana", "S9345", "day", "2024-10-07", "2024-10-18", "approved", "62"],
      ]),
    );
    expect(cases.map((one) => [one.model, one.rate])).toEqual([
      ["perUnit", 51.2],
      ["perUnit", 1.18],
      ["perDiem", 62],
    ]);
  });

  it("a percent of nobody says what is asked, whatever unit its basis column names", () => {
    const [fofanah] = understood(
      drawnGrid([
        ["Patient", "DOB", "Payer", "HCPCS", "per", "Sent", "Answer", "Status", "Price"],
        ["Fofanah, Isatu", "2006-05-25", "Aetna", "J7214", "IU", "2024-10-14", "2024-12-09", "approved", "106%"],
        ["Brekke, Stig", "1974-09-03", "Cigna", "J7192", "IU", "2024-08-19", "2024-09-04", "approved", "1.18"],
      ]),
    );
    expect(fofanah?.model ?? null).toBeNull();
    expect(fofanah?.review).toContain("model");
  });
});
