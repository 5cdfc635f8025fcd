import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../../values/calendar-date.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import type { TrackedCase } from "../tracked-case.ts";
import { understandTracker } from "../understand.ts";

type Row = readonly (string | null)[];

function casesOf(rows: readonly Row[]): TrackedCase[] {
  const asOf = calendarDate(2025, 11, 1) as CalendarDate;
  return understandTracker({ file: "tracker.xlsx", grids: [drawnGrid(rows)] }, { asOf }).cases;
}

const TWO: Row[] = [
  ["Client", "Ana Ruiz", "Bob Kaye"],
  ["Birthday", "4/9/1996", "5/9/1990"],
  ["Insurance", "Aetna", "Cigna"],
  ["ID // Grp", "W123456789 // 0711", "U223456789 // none"],
  ["Asked", "1/6", "2/6"],
  ["Answer", "OK'd 1/15", "no 2/15"],
  ["Auth", "A00991234  1/20 - 7/19", null],
  ["Code + what we settled on", "90837 - $160 a session", "90834"],
];

describe("cases in columns", () => {
  it("take the year from a title beside them", () => {
    expect(
      casesOf([["Single case agreements 2025"], [], ...TWO]).map((one) => [one.patient, one.submitted, one.decided]),
    ).toEqual([
      ["Ana Ruiz", "2025-01-06", "2025-01-15"],
      ["Bob Kaye", "2025-02-06", "2025-02-15"],
    ]);
  });

  it("part a cell as its label is parted, and leave blank what is blank", () => {
    expect(casesOf([["2025"], ...TWO]).map((one) => [one.memberId, one.groupNumber])).toEqual([
      ["W123456789", "0711"],
      ["U223456789", undefined],
    ]);
  });

  it("take no code for a rate", () => {
    expect(casesOf([["SCAs 2025"], ...TWO]).map((one) => one.rate ?? one.services[0]?.rate)).toEqual([160, undefined]);
  });

  it("go on with a later period where an extension has labels further down", () => {
    const rows = [
      ["SCAs 2025"],
      ...TWO,
      ["EXTENSION asked", "7/1", null],
      ["ext. answer", "yes 7/10", null],
      ["ext. auth", "A00995678  7/20 - 9/30", null],
    ];
    const [ana, bob] = casesOf(rows);
    expect(ana?.periods.map((period) => [period.authNumber, period.authEnd])).toEqual([
      ["A00991234", "2025-07-19"],
      ["A00995678", "2025-09-30"],
    ]);
    expect(ana?.periods[1]).toMatchObject({ submitted: "2025-07-01", decided: "2025-07-10" });
    expect(bob?.periods.length ?? 0).toBeLessThan(2);
  });

  it("may be stacked, each stack under its own labels", () => {
    const second = TWO.map(
      ([label, ...values]): Row => [
        label ?? null,
        ...values.map((value) => (value === "Ana Ruiz" ? "Ed Poe" : value === "Bob Kaye" ? "Di Noor" : value)),
      ],
    );
    expect(casesOf([["SCAs 2025"], ...TWO, [], ...second]).map((one) => one.patient)).toEqual([
      "Ana Ruiz",
      "Bob Kaye",
      "Ed Poe",
      "Di Noor",
    ]);
  });
});

describe("several authorizations of one case", () => {
  it("may stand in columns of their own on one row", () => {
    const head = [
      "Patient",
      "Insurance",
      "Sent",
      "Status",
      "Auth 1 #",
      "Auth 1 Start",
      "Auth 1 End",
      "Auth 2 #",
      "Auth 2 Start",
      "Auth 2 End",
    ];
    const cases = casesOf([
      head,
      [
        "Ana Ruiz",
        "Aetna",
        "1/6/2025",
        "approved",
        "A001234",
        "1/20/2025",
        "7/19/2025",
        "A009999",
        "7/20/2025",
        "1/19/2026",
      ],
      ["Bob Kaye", "Cigna", "1/8/2025", "approved", "B001234", "1/21/2025", "7/20/2025", null, null, null],
      ["Di Noor", "Humana", "1/9/2025", "denied", null, null, null, null, null, null],
    ]);
    expect(cases.map((one) => one.periods.map((period) => period.authNumber))).toEqual([
      ["A001234", "A009999"],
      ["B001234"],
      [],
    ]);
  });

  it("may stand under each other in one cell, each with its dates", () => {
    const head = ["Patient", "Insurance", "LOC", "Sent", "Status", "Auth", "Rate"];
    const [ana] = casesOf([
      head,
      [
        "Ana Ruiz",
        "Aetna",
        "WM, then RTC",
        "4/11/2025",
        "approved",
        "M2504-118 4/14/25-4/18/25 5d\nM2504-240 4/19/25-5/2/25 14d",
        "H0010 $1,080/d\nH0018 $760/d",
      ],
      ["Bob Kaye", "Cigna", "RTC", "4/12/2025", "approved", "M2504-300 4/20/25-4/26/25", "$700/d"],
      ["Di Noor", "Humana", "RTC", "4/13/2025", "pending", null, null],
    ]);
    expect(ana?.periods.map((period) => [period.authNumber, period.authStart, period.unitsAuthorized])).toEqual([
      ["M2504-118", "2025-04-14", 5],
      ["M2504-240", "2025-04-19", 14],
    ]);
  });
});
