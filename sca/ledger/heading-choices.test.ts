import { describe, expect, it } from "vitest";
import { drawnGrid } from "../tracker/testing/drawn-grid.ts";
import { parseIsoDay } from "../values/calendar-date.ts";
import { type HeadingChoice, meaningsToChoose, withHeadingChoices } from "./heading-choices.ts";
import { meaningNamed, meaningWords } from "./meaning-words.ts";
import { planLedger } from "./plan-ledger.ts";
import { answersFrom, readTable } from "./read-ledger.ts";
import { understandWithLedger } from "./understand-with-ledger.ts";
import type { LedgerContent, WorkbookPlan } from "./workbook-plan.ts";

const asOf = parseIsoDay("2026-03-16") ?? expect.fail("a day");
const tracker = {
  file: "log.xlsx",
  grids: [
    drawnGrid(
      [
        ["Client", "Payer", "Sent", "Status", "Rate", "Col X"],
        ["Ana Ruiz", "Aetna", "1/5/2026", "Approved", "$385/day", "Luz Ortega"],
        ["Wes Dunmore", "Cigna", "1/6/2026", "Denied", "", "Pia Lund"],
      ],
      "Log",
    ),
  ],
};
const CONTACT: HeadingChoice = { sheet: "Log", cell: "F1", heading: "Col X", meaning: "contactName" };

function contentOf(plan: WorkbookPlan): LedgerContent {
  const tables = plan.sheets.flatMap(({ name: sheet, tables: planned }) =>
    planned.map(({ name, columns, rows }) => {
      const plain = rows.map((row) => row.map((cell) => (cell instanceof Object && "error" in cell ? null : cell)));
      return [name, { name, sheet, headings: columns.map(({ heading }) => heading), rows: plain }] as const;
    }),
  );
  return { tables: new Map(tables), named: new Map() };
}

function run(previous: LedgerContent | undefined) {
  const ledger = previous === undefined ? {} : { previous };
  const understanding = understandWithLedger(tracker, { asOf, ...ledger });
  const content = contentOf(planLedger(understanding, { asOf, ...ledger }));
  const contacts = readTable(content, "Cases")?.rows.map((row) => row.get("Contact name") ?? null);
  return { content, contacts, answers: answersFrom(content) };
}

describe("what a heading was chosen to mean", () => {
  it("holds on the first run and stays in Review for the next ones", () => {
    const first = run(withHeadingChoices(undefined, [CONTACT]));
    expect(first.contacts).toEqual(["Luz Ortega", "Pia Lund"]);
    expect(first.answers).toEqual([{ question: "heading:Log!F1", answer: "contactName", found: "Col X" }]);
    const second = run(first.content);
    expect(second.contacts).toEqual(["Luz Ortega", "Pia Lund"]);
    const kept = readTable(second.content, "Review")?.rows.filter((row) => row.get("Field") === "Heading");
    expect(kept?.map((row) => row.get("Status"))).toEqual(["Applied"]);
  });

  it("is changed by another choice, and given up by none", () => {
    const first = run(withHeadingChoices(undefined, [CONTACT]));
    const notes = run(withHeadingChoices(first.content, [{ ...CONTACT, meaning: "other" }]));
    expect(notes.contacts).toEqual([null, null]);
    expect(notes.answers).toHaveLength(1);
    expect(run(withHeadingChoices(first.content, [{ ...CONTACT, meaning: null }])).answers).toEqual([]);
  });

  it("leaves a ledger as it is where nothing is chosen", () => {
    expect(withHeadingChoices(undefined, [])).toBeUndefined();
  });
});

describe("the meanings to choose from", () => {
  it("are each named by words of their own that are read back", () => {
    const offered = meaningsToChoose();
    expect(new Set(offered.map(([, words]) => words)).size).toBe(offered.length);
    for (const [meaning, words] of offered) expect(meaningNamed(words), words).toBe(meaning);
    expect(offered.at(-1)).toEqual(["other", "Notes"]);
  });

  it("are not found for words that name none", () => {
    expect(meaningNamed("Shoe size")).toBeNull();
    expect(meaningNamed(meaningWords("authEnd").toUpperCase())).toBe("authEnd");
  });
});
