import { describe, expect, it } from "vitest";
import { parseIsoDay } from "../../values/calendar-date.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import type { Answer } from "../tracked-case.ts";
import { understandTracker } from "../understand.ts";

const HEADINGS = ["Client", "Payer", "Sent", "Answered", "Status", "Rate", "Col X", "Day 1", "Day 2"];
const ROWS = [
  ["Ana Ruiz", "Aetna", "1/5/2026", "1/9/2026", "Approved", "$385/day", "Luz Ortega", "1/14/2026", "2/13/2026"],
  ["Wes Dunmore", "Cigna", "1/6/2026", "1/13/2026", "Approved", "$540/day", "Pia Lund", "1/20/2026", "4/30/2026"],
];
const asOf = parseIsoDay("2026-03-16") ?? expect.fail("a day");

function understand(answers: readonly Answer[], rows: readonly (readonly string[])[] = [HEADINGS, ...ROWS]) {
  return understandTracker({ file: "log.xlsx", grids: [drawnGrid(rows, "Log")] }, { asOf, answers });
}
const read = (answers: readonly Answer[], rows?: readonly (readonly string[])[]) =>
  Object.fromEntries(understand(answers, rows).headings.map(({ heading, field }) => [heading, field]));

describe("what the manager says of a heading", () => {
  const isContact = { question: "heading:Log!G1", answer: "contactName", found: "Col X" };

  it("is how its column is read, with certainty and the reason", () => {
    const { headings, cases } = understand([isContact]);
    expect(headings.find(({ heading }) => heading === "Col X")).toEqual({
      ...{ sheet: "Log", cell: "G1", heading: "Col X", field: "contactName" },
      ...{ confidence: 1, reason: '"Col X": you said so' },
    });
    expect(cases.map(({ contactName }) => contactName)).toEqual(["Luz Ortega", "Pia Lund"]);
  });

  it("takes the meaning from the column that had it", () => {
    const fields = read([{ question: "heading:Log!C1", answer: "decided", found: "Sent" }]);
    expect(fields["Sent"]).toBe("decided");
    expect(fields["Answered"]).not.toBe("decided");
  });

  it("keeps a column out of the ledger's fields, in the notes", () => {
    const { cases } = understand([{ question: "heading:Log!F1", answer: "other", found: "Rate" }]);
    expect(cases[0]?.rate).toBeUndefined();
    expect(JSON.stringify(cases[0]?.notes)).toContain("$385/day");
  });

  it("follows its heading when rows and columns move", () => {
    const moved = [["Our log"], [], ["", ...HEADINGS], ...ROWS.map((row) => ["", ...row])];
    expect(read([isContact], moved)["Col X"]).toBe("contactName");
  });

  it("holds no longer where another heading stands in its place, and never for two", () => {
    const other = [HEADINGS.map((text) => (text === "Col X" ? "Col Y" : text)), ...ROWS];
    expect(read([isContact], other)).toEqual(read([], other));
    const twice = [["", ...HEADINGS, "Col X"], ...ROWS.map((row) => ["", ...row, "x"])];
    expect(read([isContact], twice)).toEqual(read([], twice));
  });

  it("changes nothing where the meaning is none that there is, or the sheet another", () => {
    expect(read([{ ...isContact, answer: "the manager's shoe size" }])).toEqual(read([]));
    expect(read([{ ...isContact, question: "heading:Other!G1" }])).toEqual(read([]));
  });
});
