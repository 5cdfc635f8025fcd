import type { NotCase } from "../tracker/tracked-case.ts";
import { ROW_KIND_WORDS } from "./ledger-words.ts";
import { AS_OF } from "./settings.ts";
import { countsOf, type StartFacts, todosOf } from "./start-counts.ts";
import type { PlacedCell, PlanValue } from "./workbook-plan.ts";

/** What each colour says: every coloured cell says it in words too. */
const COLOURS: readonly (readonly [colour: string, meaning: string])[] = [
  ["Red", "Act now: Overdue, Used up, Approved, verbal only, Pending, escalate."],
  ["Dark red", "Lapsed: the last covered day is past and no authorization follows."],
  ["Amber", "Look at it: Due, Renewal requested, Pending, a question that is open, dates missing."],
  ["Green", "In order: In force, Approved in writing, an answer applied."],
  ["Grey", "Nothing to do: Renewed, Not started, Not in force, Denied, Withdrawn, an old lapse."],
  ["Light yellow", "Cells for you to fill: answers and settings."],
];

/** The cells of the Start sheet, above the dictionary; and the row where the dictionary may start. */
export function startCells(facts: StartFacts): { cells: PlacedCell[]; nextRow: number } {
  const cells: PlacedCell[] = [];
  const { names } = facts;
  let row = 1;
  const line = (...values: readonly (Omit<PlacedCell, "row" | "column"> | null)[]): void => {
    values.forEach((value, index) => {
      if (value !== null) cells.push({ row, column: index + 1, ...value });
    });
    row += 1;
  };
  const heading = (text: string): void => {
    row += 1;
    line({ value: text, look: "heading" });
  };
  const sheetLink = (sheet: string): Omit<PlacedCell, "row" | "column"> => ({
    value: names.sheet(sheet),
    look: "link",
    link: `'${names.sheet(sheet).replace(/'/g, "''")}'!A1`,
  });

  line({ value: "SCA Ledger", look: "title" });
  line({
    value: `Made from ${facts.file}. Your own sheets are as they were: everything here stands beside them.`,
    look: "subtitle",
  });
  line(
    { value: "Counted as of", look: "text" },
    { value: { formula: names.formula(AS_OF), result: { day: facts.asOf } }, look: "date" },
    sheetLink("Settings"),
  );

  heading("What was found");
  for (const { label, count, look, sheet, about } of countsOf(facts)) {
    line({ value: label, look: "text" }, { value: count, look: look ?? "whole" }, sheetLink(sheet), {
      value: about,
      look: "muted",
    });
  }

  heading("What needs you");
  for (const { label, count, sheet, about } of todosOf(facts)) {
    line({ value: label, look: "text" }, { value: count, look: "whole" }, sheetLink(sheet), {
      value: about,
      look: "muted",
    });
  }

  heading("The sheets");
  const described = new Set<string>();
  for (const table of facts.tables) {
    if (described.has(table.sheet)) continue;
    described.add(table.sheet);
    const abouts = facts.tables.filter((other) => other.sheet === table.sheet).map((other) => other.about);
    line(sheetLink(table.sheet), null, null, { value: abouts.join(" "), look: "text" });
  }

  heading("Colours");
  for (const [colour, meaning] of COLOURS)
    line({ value: colour, look: "text" }, null, null, { value: meaning, look: "text" });

  heading("What was left alone");
  for (const [kind, count] of kindsOf(facts.notCases)) {
    line({ value: kind, look: "text" }, { value: count, look: "whole" }, sheetLink("Tracker map"));
  }
  if (facts.notCases.length === 0) line({ value: "Every row of the tracker belongs to a case.", look: "text" });
  line(null, null, null, {
    value: `Rows that are no cases are listed on the sheet ${names.sheet("Tracker map")}; their text stays where it is.`,
    look: "muted",
  });

  heading("What each column means");
  return { cells, nextRow: row };
}

function kindsOf(notCases: readonly NotCase[]): Map<string, PlanValue> {
  const kinds = new Map<string, number>();
  for (const { kind, rows } of notCases) {
    const word = ROW_KIND_WORDS.wordFor(kind);
    kinds.set(word, (kinds.get(word) ?? 0) + rows.length);
  }
  return kinds;
}
