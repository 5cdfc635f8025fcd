import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../../values/calendar-date.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import { understandTracker } from "../understand.ts";

const asOf = calendarDate(2025, 11, 1) as CalendarDate;

describe("tables stacked on one sheet, tied by the log's numbers", () => {
  const { cases } = understandTracker(
    {
      file: "tracker.xlsx",
      grids: [
        drawnGrid([
          ["A. STILL OUT"],
          ["log", "pt", "birth date", "plan", "member ID", "HCPCS", "sent"],
          ["L-31", "Ruiz, Ana", "2/14/1987", "Oscar", "OSC0044127", "J3380", "6/2/2025"],
          ["ex.", "Doe, Jane", "1/1/1980", "Aetna", "W100200300", "J3380", "1/1/2025"],
          [],
          ["B. ANSWERED"],
          [
            "Patient",
            "log",
            "Status",
            "Decided",
            "HCPCS",
            "Rate",
            "Auth #",
            "Valid",
            "Plan",
            "Member ID",
            "DOB",
            "Sent",
          ],
          [
            "Brandt, Josie",
            "L-28",
            "denied",
            "5/30/2025",
            "J0585",
            null,
            null,
            null,
            "Cigna",
            "U447119001",
            "11/2/1949",
            "5/14/2025",
          ],
          [
            "Keene, Omar",
            "L-26",
            "approved",
            "5/12/2025",
            "J1569",
            "70% of charges",
            "0088-1204",
            "5/12/2025 - 11/11/2025",
            "Humana",
            "H70044180",
            "6/30/1966",
            "4/28/2025",
          ],
          [],
          ["C. APPEALS AND RE-AUTHS"],
          ["log", "what", "sent", "came back", "result", "auth #", "valid", "rate"],
          [
            "L-28",
            "appeal",
            "6/4/2025",
            "6/20/2025",
            "approved",
            "A7710-0042",
            "6/23/2025 - 12/22/2025",
            "125% of Medicare",
          ],
          ["L-26", "re-auth", "6/17/2025", null, "pending"],
        ]),
      ],
    },
    { asOf },
  );

  it("make a case of all lines of one number, and none of an example", () => {
    expect(cases.map((one) => [one.patient, one.source.rows])).toEqual([
      ["Ana Ruiz", [3]],
      ["Josie Brandt", [8, 13]],
      ["Omar Keene", [9, 14]],
    ]);
  });

  it("turn a denial by the appeal that was won, and keep when it was first asked", () => {
    expect(cases[1]).toMatchObject({
      outcome: "approvedOnAppeal",
      submitted: "2025-05-14",
      decided: "2025-06-20",
      rate: 125,
      model: "percentOfMedicare",
    });
    expect(cases[1]?.periods[0]?.authNumber).toBe("A7710-0042");
  });

  it("add a further authorization as a period", () => {
    expect(cases[2]?.outcome).toBe("approved");
    expect(cases[2]?.periods[1]).toMatchObject({ submitted: "2025-06-17", outcome: "pending" });
  });
});
