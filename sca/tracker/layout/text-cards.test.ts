import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../../values/calendar-date.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import { understandTracker } from "../understand.ts";

const asOf = calendarDate(2025, 11, 1) as CalendarDate;
const RULE = "------------------------------";

function cardsOf(lines: readonly string[]) {
  return understandTracker(
    {
      file: "cards.txt",
      grids: [
        drawnGrid(
          lines.map((line) => [line]),
          null,
        ),
      ],
    },
    { asOf },
  ).cases;
}

describe("cards written as text, parted by rules", () => {
  const cases = cardsOf([
    "WOUND CARE :: plans we are not in with, one card per request",
    RULE,
    "Case: WH-019",
    "Patient: Ana Ruiz          DOB: 7/19/1951",
    "Payor: Aetna          Member ID: W100044128    Group: 0711",
    "Service: G0277",
    "Requested: 6/9/2025   Reply: 6/17/2025 DENIED",
    "Plan contact: Opal Kerr   okerr@plan.example",
    RULE,
    "Case: WH-018",
    "Patient: Josie Brandt   DOB: 1/30/1946",
    "Payor: Humana   Member ID: H00128447   Group: 0043",
    "Service: 97605",
    "Requested: 5/19/2025   Reply: 5/29/2025 APPROVED",
    RULE,
    "Case: WH-017",
    "Patient: Omar Keene   DOB: 3/8/1965",
    "Payor: Cigna   Member ID: U12844710   Group: 3340",
    "Service: 97607",
    "Requested: 5/12/2025   Reply: 5/23/2025 APPROVED",
    RULE,
    "Case: WH-000  EXAMPLE CARD",
    "Patient: First Last   DOB: mm/dd/yyyy",
    "Payor: plan   Member ID: id   Group: grp",
    RULE,
    "cards 17-19: 2 granted, 1 denied",
  ]);

  it("begin below their rule, whatever line names the patient, and end at the next", () => {
    expect(cases.map((one) => [one.patient, one.source.rows])).toEqual([
      ["Ana Ruiz", [3, 4, 5, 6, 7, 8]],
      ["Josie Brandt", [10, 11, 12, 13, 14]],
      ["Omar Keene", [16, 17, 18, 19, 20]],
    ]);
  });

  it("read each of several labels on a line", () => {
    expect(cases.map((one) => [one.payer, one.memberId, one.groupNumber])).toEqual([
      ["Aetna", "W100044128", "0711"],
      ["Humana", "H00128447", "0043"],
      ["Cigna", "U12844710", "3340"],
    ]);
    expect(cases.map((one) => [one.submitted, one.decided, one.outcome])).toEqual([
      ["2025-06-09", "2025-06-17", "denied"],
      ["2025-05-19", "2025-05-29", "approved"],
      ["2025-05-12", "2025-05-23", "approved"],
    ]);
  });

  it("take what stands behind a value without a label along with it", () => {
    expect(cases[0]).toMatchObject({ contactName: "Opal Kerr", contactEmail: "okerr@plan.example" });
  });
});
