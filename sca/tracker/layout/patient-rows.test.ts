import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../../values/calendar-date.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import { understandTracker } from "../understand.ts";

const asOf = calendarDate(2025, 11, 1) as CalendarDate;
const HEADINGS = ["Patient", "DOB", "Payer", "Member ID", "Status", "Submitted", "Decided", "Code"];
const SURNAMES = "Ortiz Moss Jones Nash Ruiz Pike Ivey Tate Kerr Cole Usher Hill Dunn Ford Egan".split(" ");
const PAYERS = ["Aetna", "Cigna", "Humana", "Optum"];

/** Requests of patients who share a first name; most were denied, so that little stands behind the answer. */
function requests(first: string, count: number): (string | null)[][] {
  return Array.from({ length: count }, (_, at) => [
    `${first} ${SURNAMES[at % SURNAMES.length]}`,
    `${(at % 12) + 1}/${(at % 27) + 1}/19${50 + (at % 40)}`,
    PAYERS[at % PAYERS.length] ?? null,
    `W${100000000 + at * 37}`,
    at % 3 === 0 ? "Pending" : "Denied",
    `${(at % 9) + 1}/${(at % 25) + 1}/2025`,
    at % 3 === 0 ? null : `${(at % 9) + 1}/${(at % 25) + 3}/2025`,
    "90834",
  ]);
}

describe("patients whose first name is a word for a patient", () => {
  it.each(["Pat", "Bene", "Kid", "Client"])("%s: each row stays a request of its own", (first) => {
    const rows = [...requests("Sam", 20), ...requests(first, 40), ...requests("Ana", 20)];
    const { cases } = understandTracker({ file: "log.csv", grids: [drawnGrid([HEADINGS, ...rows], null)] }, { asOf });
    expect(cases.length).toBe(80);
  });
});
