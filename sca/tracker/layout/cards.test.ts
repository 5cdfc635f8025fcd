import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../../values/calendar-date.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import type { TrackedCase } from "../tracked-case.ts";
import { understandTracker } from "../understand.ts";

type Row = readonly (string | null)[];

const asOf = calendarDate(2025, 11, 1) as CalendarDate;

function casesOf(...sheets: (readonly [string | null, readonly Row[]])[]): TrackedCase[] {
  const grids = sheets.map(([sheet, rows]) => drawnGrid(rows, sheet));
  return understandTracker({ file: "tracker.xlsx", grids }, { asOf }).cases;
}

function patients(cases: readonly TrackedCase[]): (string | undefined)[] {
  return cases.map((one) => one.patient);
}

/** A card of labels and values in pairs across the sheet, with the client's own facts. */
function card(name: string, dob: string, plan: string, id: string, sent: string, status: string): Row[] {
  return [
    ["Client", name, "DOB", dob, "Plan", plan, "ID#", id],
    ["SCA stauts", status, "Sent", sent],
  ];
}

describe("cards of labels and values", () => {
  const cards = [
    ...card("Ruiz, Ana", "4/9/1996", "Aetna", "W123456789", "1/6/2025", "approved"),
    ["Auth #", "A00991234", "Dates", "1/20/25-7/19/25", "Contact", "Lee Park", "602-555-0104"],
    ["CPT", "Descripton", "Units Authd", "Units usd", "%", "Rate/unit"],
    ["97153", "tx by tech", "1040", "260", "25%", "15.50"],
    ["97155", "protocol mod", "200", "100", "50%", "27.50"],
    ["total", null, "1240", "360"],
    ["NEW auth", "A00995678", "Dates", "7/20/25-1/19/26"],
    ["CPT", "Descripton", "Units Authd", "Units usd", "%", "Rate/unit"],
    ["97153", "tx by tech", "900", "0", "0%", "15.50"],
    [],
    ...card("Bob Kaye", "4/9/1990", "Cigna", "U223456789", "2/6/2025", "denied"),
    ["Codes", "97153, 97155"],
    [],
    ...card("Di Noor", "5/9/1991", "Humana", "H234567890", "3/6/2025", "pending"),
    [],
    ...card("Ed Poe", "6/9/1992", "Oscar", "OSC1234567", "3/9/2025", "pending"),
  ] satisfies Row[];

  it("are a case each, whatever stands in the table inside them", () => {
    expect(patients(casesOf(["SCAs", cards]))).toEqual(["Ana Ruiz", "Bob Kaye", "Di Noor", "Ed Poe"]);
  });

  it("keep a misspelt label, as every card has it before another value", () => {
    expect(casesOf(["SCAs", cards]).map((one) => one.outcome)).toEqual(["approved", "denied", "pending", "pending"]);
  });

  it("take a second phone cell behind a contact along", () => {
    expect(casesOf(["SCAs", cards])[0]).toMatchObject({
      contactName: "Lee Park",
      contactPhone: expect.stringContaining("602-555-0104"),
    });
  });

  it("begin a further period with a further authorization, and leave block totals out", () => {
    const periods = casesOf(["SCAs", cards])[0]?.periods ?? [];
    expect(
      periods.map((period) => [period.authNumber, period.authStart, period.services?.map((service) => service.code)]),
    ).toEqual([
      ["A00991234", "2025-01-20", ["97153", "97155"]],
      ["A00995678", "2025-07-20", ["97153"]],
    ]);
  });

  it("take no share of units used for a rate", () => {
    expect(casesOf(["SCAs", cards])[0]?.services.map((service) => service.rate)).toEqual([15.5, 27.5]);
  });

  it("may carry the label in the value's own cell", () => {
    const rows = [
      ...[
        "Client: Ana Ruiz",
        "DOB: 4/9/1996",
        "Plan: Aetna",
        "Status: approved 1/15/2025",
        "Auth dates: 1/20/2025 - 7/19/2025",
      ],
      "",
      ...["Client: Bob Kaye", "DOB: 5/9/1990", "Plan: Cigna", "Status: denied 2/15/2025"],
    ].map((text): Row => [text]);
    const cases = casesOf(["Sheet1", rows]);
    expect(cases.map((one) => [one.patient, one.payer, one.outcome])).toEqual([
      ["Ana Ruiz", "Aetna", "approved"],
      ["Bob Kaye", "Cigna", "denied"],
    ]);
    expect(cases[0]?.periods[0]).toMatchObject({ authStart: "2025-01-20", authEnd: "2025-07-19" });
  });

  it("may stand side by side, and again below", () => {
    const pair = (a: readonly string[], b: readonly string[]): Row[] =>
      ["Client", "DOB", "Plan", "ID", "Sent", "Status"].map((label, at) => [
        label,
        a[at] ?? null,
        null,
        label,
        b[at] ?? null,
      ]);
    const rows = [
      ["SCA cards"],
      ...pair(
        ["Ana Ruiz", "4/9/1996", "Aetna", "W123456789", "1/6/2025", "approved"],
        ["Bob Kaye", "5/9/1990", "Cigna", "U223456789", "2/6/2025", "denied"],
      ),
      [],
      ...pair(
        ["Ed Poe", "6/9/1992", "Oscar", "OSC1234567", "3/9/2025", "pending"],
        ["Di Noor", "5/9/1991", "Humana", "H234567890", "3/6/2025", "pending"],
      ),
    ];
    expect(patients(casesOf(["Sheet1", rows])).sort()).toEqual(["Ana Ruiz", "Bob Kaye", "Di Noor", "Ed Poe"]);
  });
});

describe("a sheet for each case", () => {
  const form = (facts: readonly string[]): Row[] => [
    ["Patient", facts[0] ?? null, "DOB", facts[1] ?? null],
    ["Insurance", facts[2] ?? null, "Member ID", facts[3] ?? null],
    ["Date sent", facts[4] ?? null, "Status", facts[5] ?? null],
    ["Decision date", facts[6] ?? null, "Auth #", facts[7] ?? null],
    ["CPT", "90837", "Visits", facts[8] ?? null],
  ];

  it("is read by its labels, filled in or not", () => {
    const cases = casesOf(
      [
        "1",
        form(["Ana Ruiz", "4/9/1996", "Aetna", "W123456789", "1/6/2025", "Approved", "1/15/2025", "A00991234", "24"]),
      ],
      ["2", form(["Bob Kaye", "4/9/1990", "Cigna", "U223456789", "3/6/2025", "Pending"])],
    );
    expect(cases.map((one) => [one.patient, one.memberId, one.outcome])).toEqual([
      ["Ana Ruiz", "W123456789", "approved"],
      ["Bob Kaye", "U223456789", "pending"],
    ]);
  });

  it("may name its patient in the sheet's name alone", () => {
    const rows = [
      ["DOB", "5/9/1996"],
      ["Insurance", "Cigna"],
      ["Member ID", "U123456789"],
      ["Date sent", "2/6/2025"],
      ["Status", "Denied"],
      ["CPT", "90834"],
    ];
    expect(casesOf(["Kaye, Bob", rows])[0]).toMatchObject({ patient: "Bob Kaye", outcome: "denied" });
  });
});
