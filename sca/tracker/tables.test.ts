import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../values/calendar-date.ts";
import { drawnGrid } from "./testing/drawn-grid.ts";
import { understandTracker } from "./understand.ts";

const asOf = calendarDate(2025, 11, 1) as CalendarDate;

/** Tables drawn as text: a line a row, cells parted by bars. */
function understood(...sheets: readonly string[]) {
  const grids = sheets.map((text, index) =>
    drawnGrid(
      text
        .trim()
        .split("\n")
        .map((line) => line.split("|").map((cell) => (cell.trim() === "" ? null : cell.trim()))),
      sheets.length > 1 ? `Sheet ${index + 1}` : null,
    ),
  );
  return understandTracker({ file: "tracker.xlsx", grids }, { asOf });
}

describe("a table of requests", () => {
  it("tells its answers by one date column a stage", () => {
    const { cases } = understood(`
Patient|Birthdate|Plan|Subscriber ID|Packet Sent|Approved On|Denied On|Withdrawn On|Auth|From|Thru|Visits
Nora Hale|4/14/1977|Oscar|OSC1234567|4/1/2025|4/19/2025|||77120|4/20/2025|7/19/2025|12
Gus Finn|4/14/1976|Aetna|W1234567|4/2/2025||4/19/2025||||||
Ivy Cole|7/14/1986|Aetna|W1239999|4/5/2025|||5/11/2025||||||`);
    expect(cases.map(({ outcome, decided }) => [outcome, decided])).toEqual([
      ["approved", "2025-04-19"],
      ["denied", "2025-04-19"],
      ["withdrawn", undefined],
    ]);
  });

  it("takes codes that were asked for without their counts, and only where none are agreed", () => {
    const { cases } = understood(`
Patient|DOB|Insurer|Member ID|Services requested|Sent|Status|Services agreed|Auth #
Ana Ruiz|4/29/1996|Aetna|W123456789|90837 x24; 90834 x6|1/16/2025|Approved, fewer visits|90837 x12 @165|A10071
Bo Tran|5/29/1996|Cigna|U123456789|90847 x16|1/17/2025|Denied||`);
    expect(cases[0]?.services.map(({ code }) => code)).toEqual(["90837"]);
    expect(cases[1]?.services).toEqual([{ code: "90847" }]);
    expect(JSON.stringify(cases[1])).not.toContain("16,");
  });

  it("reads a figure for each code that a heading lists", () => {
    const { cases } = understood(`
Client|DOB|Ins|Member ID|Sent|Outcome|97153 units|97155 units|Rate (53/55)
Ana Ruiz|4/29/2016|Aetna|W123456789|1/16/2025|approved|1040|156|16.25/28.75
Bo Tran|5/29/2016|Cigna|U123456789|1/17/2025|approved|780|104|15.50/27.00`);
    expect(cases[0]?.services.map(({ code, rate }) => [code, rate])).toEqual([
      ["97153", 16.25],
      ["97155", 28.75],
    ]);
  });

  it("tells the plan's reason from the practice's by the lines that have it", () => {
    const { cases } = understood(`
Patient|DOB|Payer|ID #|Sent|Decision|Reason
Ana Ruiz|4/29/1996|Aetna|W123456789|1/16/2025|Approved|
Bo Tran|5/29/1996|Cigna|U123456789|1/17/2025|Denied|not medically necessary
Cy Monk|6/29/1996|Cigna|U123456780|1/18/2025|Denied|late request`);
    expect(cases.map(({ denialReason }) => denialReason)).toEqual([
      undefined,
      "not medically necessary",
      "late request",
    ]);
  });

  it("asks what a bare number is in a column of both dollars and percents", () => {
    const { cases } = understood(`
Patient|DOB|Payer|Member ID|Sent|Status|Rate
Ana Ruiz|4/29/1996|Aetna|W123456789|1/16/2025|Approved|$150
Bo Tran|5/29/1996|Cigna|U123456789|1/17/2025|Approved|130% MCR
Cy Monk|6/29/1996|Cigna|U123456780|1/18/2025|Approved|175`);
    expect(cases.map(({ review }) => review)).toEqual([[], [], ["model"]]);
  });

  it("leaves a line marked as a voided duplicate out", () => {
    const { cases, notCases } = understood(`
Log #|Patient|DOB|Payer|Member ID|Sent|Status
L-1|Ana Ruiz|4/29/1996|Aetna|W123456789|1/16/2025|Approved
L-1|Ana Ruiz|||||VOID-DUP
L-2|Bo Tran|5/29/1996|Cigna|U123456789|1/17/2025|Denied`);
    expect(cases).toHaveLength(2);
    expect(notCases).toContainEqual({ sheet: null, rows: [3], kind: "duplicate" });
  });

  it("knows a column of a short sheet by the same column on the others", () => {
    const header = "Patient|DOB|Payer|Member ID|Sent|Status|Decided";
    const { cases } = understood(
      `${header}\nAna Ruiz|4/29/1996|Aetna|W123456789|1/16/2025|Approved|1/20/2025\nBo Tran|5/29/1996|Cigna|U123456789|1/17/2025|Denied|1/21/2025`,
      `${header}\nCy Monk|6/29/1996|Cigna|U123456780|2/18/2025|Pending|`,
    );
    expect(cases.map(({ outcome }) => outcome)).toEqual(["approved", "denied", "pending"]);
  });

  it("lets sections of months follow each other over the year", () => {
    const { cases } = understood(`
Patient|DOB|Payer|Member ID|Sent|Status
DEC '24
Ana Ruiz|4/29/1996|Aetna|W123456789|12/16|Approved
JAN
Bo Tran|5/29/1996|Cigna|U123456789|1/17|Denied`);
    expect(cases.map(({ submitted }) => submitted)).toEqual(["2024-12-16", "2025-01-17"]);
  });
});
