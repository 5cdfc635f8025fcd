import type { NotCase } from "../tracker/tracked-case.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import type { LedgerRows } from "./ledger-index.ts";
import { dayIn, isBlank, type LedgerRow, numberIn, sameText, textIn } from "./ledger-row.ts";
import type { LedgerTable } from "./ledger-table.ts";
import { ROW_KIND_WORDS } from "./ledger-words.ts";
import { AS_OF, LAPSE_ALERT } from "./settings.ts";
import { CASE_STANDINGS } from "./tables/cases-table.ts";
import { REVIEW_STATUS } from "./tables/review-table.ts";
import type { WorkbookNames } from "./workbook-names.ts";
import type { PlacedCell, PlanFormula, PlanValue } from "./workbook-plan.ts";

export interface StartFacts {
  readonly file: string;
  readonly asOf: CalendarDate;
  /** Days for which a lapse counts as recent. */
  readonly lapseAlert: number;
  readonly rows: LedgerRows;
  readonly notCases: readonly NotCase[];
  readonly tables: readonly LedgerTable[];
  readonly names: WorkbookNames;
}

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
  for (const { label, count, sheet, about } of countsOf(facts)) {
    line({ value: label, look: "text" }, { value: count, look: "whole" }, sheetLink(sheet), {
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

interface Count {
  readonly label: string;
  readonly count: PlanFormula;
  readonly sheet: string;
  readonly about: string;
}

function countsOf({ rows, names }: StartFacts): Count[] {
  const filled = (table: string, heading: string, of: readonly LedgerRow[]): PlanFormula => ({
    formula: names.formula(`SUMPRODUCT(--(${table}[${heading}]<>""))`),
    result: of.filter((row) => !isBlank(row.get(heading))).length,
  });
  const outcomes = (...words: string[]): PlanFormula => equalTo(names, "Cases", "Outcome", rows.cases, words);
  return [
    {
      label: "Requests",
      count: filled("Cases", "Case id", rows.cases),
      sheet: "Cases",
      about: "One row a request for one patient.",
    },
    {
      label: "  approved",
      count: outcomes("Approved", "Partially approved", "Approved on appeal"),
      sheet: "Cases",
      about: "In full, in part or on appeal.",
    },
    { label: "  denied", count: outcomes("Denied"), sheet: "Cases", about: "" },
    { label: "  pending", count: outcomes("Pending"), sheet: "Cases", about: "" },
    { label: "  withdrawn", count: outcomes("Withdrawn"), sheet: "Cases", about: "" },
    {
      label: "Authorizations",
      count: filled("AuthorizationPeriods", "Period id", rows.periods),
      sheet: "Authorizations",
      about: "With days left, units left and the day to ask for the next.",
    },
    {
      label: "Service lines",
      count: filled("ServiceLines", "Line id", rows.lines),
      sheet: "Service lines",
      about: "One row a code.",
    },
    {
      label: "Payers",
      count: filled("Payers", "Payer", rows.payers),
      sheet: "Payers",
      about: "Fill their lead times and habits there.",
    },
  ];
}

function todosOf({ rows, names, asOf, lapseAlert }: StartFacts): Count[] {
  const periods = (...words: string[]): PlanFormula =>
    equalTo(names, "AuthorizationPeriods", "Standing", rows.periods, words);
  const cases = (...words: string[]): PlanFormula => equalTo(names, "Cases", "Standing", rows.cases, words);
  const touches = rows.cases.filter((row) => {
    const day = dayIn(row, "Next touch");
    return day !== null && day <= asOf;
  }).length;
  return [
    {
      label: "Questions open",
      count: equalTo(names, "Review", "Status", rows.review, [REVIEW_STATUS.open]),
      sheet: "Review",
      about: "Values that could be read in more than one way. Answer there and structure the tracker again.",
    },
    {
      label: "Renewals overdue",
      count: periods("Overdue", "Used up"),
      sheet: "Authorizations",
      about: "The request-by day is past or the units are gone.",
    },
    { label: "Renewals due", count: periods("Due"), sheet: "Authorizations", about: "The request-by day is near." },
    {
      label: "Lapsed lately",
      count: {
        formula: names.formula(
          `COUNTIFS(AuthorizationPeriods[Standing],"Lapsed",AuthorizationPeriods[Days left],">="&-${LAPSE_ALERT})`,
        ),
        result: rows.periods.filter(
          (row) => textIn(row, "Standing") === "Lapsed" && (numberIn(row, "Days left") ?? 0) >= -lapseAlert,
        ).length,
      },
      sheet: "Authorizations",
      about: "Ended within the days set on Settings, and no authorization of the case follows.",
    },
    {
      label: "Approved, verbal only",
      count: cases(CASE_STANDINGS.verbalOnly),
      sheet: "Cases",
      about: "Verbal approvals are not binding (AToN Center v. United Healthcare, 2023): get them in writing.",
    },
    {
      label: "Approved, no written proof logged",
      count: cases(CASE_STANDINGS.noProof),
      sheet: "Cases",
      about: "The tracker does not say whether a letter is there.",
    },
    {
      label: "Pending too long",
      count: cases(CASE_STANDINGS.escalate),
      sheet: "Cases",
      about: "Escalate to utilization or case management.",
    },
    {
      label: "Next touch reached",
      count: { formula: names.formula(`COUNTIFS(Cases[Next touch],"<="&${AS_OF})`), result: touches },
      sheet: "Cases",
      about: "Cases whose next touch, as you set it, is today or past.",
    },
  ];
}

function equalTo(
  names: WorkbookNames,
  table: string,
  heading: string,
  rows: readonly LedgerRow[],
  words: readonly string[],
): PlanFormula {
  const formula = words.map((word) => `COUNTIFS(${table}[${heading}],"${word}")`).join("+");
  const result = rows.filter((row) => words.some((word) => sameText(textIn(row, heading), word))).length;
  return { formula: names.formula(formula), result };
}

function kindsOf(notCases: readonly NotCase[]): Map<string, PlanValue> {
  const kinds = new Map<string, number>();
  for (const { kind, rows } of notCases) {
    const word = ROW_KIND_WORDS.wordFor(kind);
    kinds.set(word, (kinds.get(word) ?? 0) + rows.length);
  }
  return kinds;
}
