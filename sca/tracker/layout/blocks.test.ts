import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../../values/calendar-date.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import type { TrackedCase } from "../tracked-case.ts";
import { understandTracker } from "../understand.ts";

type Row = readonly (string | null)[];

function casesOf(rows: readonly Row[], sheet: string | null = null): TrackedCase[] {
  const asOf = calendarDate(2025, 11, 1) as CalendarDate;
  return understandTracker({ file: "tracker.xlsx", grids: [drawnGrid(rows, sheet)] }, { asOf }).cases;
}

describe("blocks of free rows", () => {
  const rows: Row[] = [
    ["OON deals, newest below"],
    [],
    ["1", "Ruiz, Ana", "dob 4/29/1996", "AETNA", "mem W123456789"],
    [null, "sent 1/6/25", "heard 1/15/25", "APPROVED", "letter in"],
    [null, "90837", "140% of medicare", "auth A0099123", "1/20/25 to 7/19/25"],
    [],
    ["2", "Kaye, Bob", "dob 4/19/1990", "Cigna", "mem U223456789"],
    [null, "sent 2/6/25", "heard 2/15/25", "denied"],
    [null, "90834", "appeal sent 3/1/25, WON 3/20/25", "auth B7712345", "3/21/25 to 9/20/25"],
    [],
    ["3", "Noor, Di", "dob 5/29/1991", "Humana", "mem H234567890"],
    [null, "sent 3/6/25", "waiting"],
    [null, "2 so far"],
  ];

  it("open with their patient's name", () => {
    expect(casesOf(rows).map((one) => [one.patient, one.payer])).toEqual([
      ["Ana Ruiz", "Aetna"],
      ["Bob Kaye", "Cigna"],
      ["Di Noor", "Humana"],
    ]);
  });

  it("tell one story: an answer outlives the asking, a yes on appeal the first no", () => {
    const cases = casesOf(rows);
    expect(cases.map((one) => one.outcome)).toEqual(["approved", "approvedOnAppeal", "pending"]);
    expect(cases.flatMap((one) => one.review)).not.toContain("outcome");
  });

  it("keep Medicare as what a rate is a percent of, not as a payer", () => {
    expect(casesOf(rows)[0]).toMatchObject({ payer: "Aetna", rate: 140, model: "percentOfMedicare" });
  });
});

describe("blocks under a line that packs the patient's facts", () => {
  const rows: Row[] = [
    [
      "Ruiz, Ana (mom Bea, subscriber, dob 1/2/1970)   DOB 4/9/2016   Aetna  ID W123456789  Grp 0711   – INN agencies all declined",
    ],
    ["LOC", "Code", "Status", "From-to", "Auth #"],
    ["RTC", "H0018", "approved", "12/27/24-12/31/24", "A001234"],
    ["PHP", "H0035", "approved", "1/1-1/21", "A001235"],
    [],
    ["Kaye, Bob   DOB 4/9/1990   Cigna  ID U223456789"],
    ["LOC", "Code", "Status", "From-to", "Auth #"],
    ["RTC", "H0018", "denied", null, null],
  ];

  it("are one case with a period for each authorization", () => {
    const cases = casesOf(rows);
    expect(cases.map((one) => [one.patient, one.dob, one.memberId])).toEqual([
      ["Ana Ruiz", "2016-04-09", "W123456789"],
      ["Bob Kaye", "1990-04-09", "U223456789"],
    ]);
    expect(cases[0]?.periods.map((period) => [period.authNumber, period.authStart])).toEqual([
      ["A001234", "2024-12-27"],
      ["A001235", "2025-01-01"],
    ]);
  });

  it("read no denial out of a heading whose rows have a status of their own", () => {
    expect(casesOf(rows)[0]).toMatchObject({ outcome: "approved" });
    expect(casesOf(rows)[0]?.denialReason).toBeUndefined();
  });
});

describe("lines below a table", () => {
  it("are no cases where they hold a legend or a month's name", () => {
    const head = ["Patient", "DOB", "Insurance", "Sent", "Status"];
    const rows: Row[] = [
      head,
      ["Ana Ruiz", "4/9/1996", "Aetna", "1/6/2025", "approved"],
      ["APRIL 2025"],
      ["Bob Kaye", "4/9/1990", "Cigna", "4/8/2025", "pending"],
      [],
      ["COLOR KEY"],
      ["LOA signed, in chart"],
      ["plan said no"],
    ];
    expect(casesOf(rows).map((one) => one.source.rows)).toEqual([[2], [4]]);
  });
});

describe("a header typed anew over every block", () => {
  const rows: Row[] = [
    ["Ruiz, Ana  DOB 4/9/1996  Aetna  ID W123456789"],
    ["Code", "Auth #", "Strat", "End", "Units", "Used"],
    ["97153", "A0012345", "1/1/2025", "6/30/2025", "100", "20"],
    ["Total", null, null, null, "100", "20"],
    [],
    ["Kaye, Bob  DOB 4/9/1990  Cigna  ID U223456789"],
    ["Cdoe", "Auth #", "Start", "Ends", "Unts", "Used"],
    ["97155", "B0012345", "2/1/2025", "7/30/2025", "200", "30"],
  ];

  it("is one header, slips and all", () => {
    expect(
      casesOf(rows).map((one) => [one.services[0]?.code, one.periods[0]?.authStart, one.periods[0]?.unitsAuthorized]),
    ).toEqual([
      ["97153", "2025-01-01", 100],
      ["97155", "2025-02-01", 200],
    ]);
  });
});
