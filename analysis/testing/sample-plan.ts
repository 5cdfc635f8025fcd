import type { PlanValue, SheetPlan, WorkbookPlan } from "../../sca/ledger/workbook-plan.ts";
import { addDays, type CalendarDate, calendarDate, daysBetween } from "../../sca/values/calendar-date.ts";

/** A day that the test knows to be real. */
export function day(year: number, month: number, dayOfMonth: number): CalendarDate {
  const found = calendarDate(year, month, dayOfMonth);
  if (found === null) throw new Error("no such day");
  return found;
}

/** The as-of day of the sample plan: its cached results are true on this day. */
export const SAMPLE_AS_OF = day(2026, 1, 15);

const WORDS = ["Approved", "Denied", "Pending"];
/** Too many, and with commas: they need a range. */
const PAYERS = Array.from({ length: 60 }, (_, index) => `Sample Health Plan, region ${index + 1}`);

function authorizations(rows: number): (readonly PlanValue[])[] {
  return Array.from({ length: rows }, (_, index) => {
    const end = addDays(SAMPLE_AS_OF, index * 5 - 7);
    const left = daysBetween(SAMPLE_AS_OF, end) + 1;
    const units = 100 + index;
    const used = index * 3;
    return [
      `00${478_210 + index}`,
      PAYERS[index % PAYERS.length] ?? null,
      { day: end },
      units,
      used,
      102.5 + index / 8,
      left,
      left < 0 ? "Lapsed" : left < 10 ? "Due" : "In force",
      (units - used) * (102.5 + index / 8),
    ];
  });
}

const START: SheetPlan = {
  name: "Start",
  tabColour: "1F3A5F",
  cells: [
    { row: 1, column: 1, value: "Your ledger", look: "title" },
    { row: 2, column: 1, value: "What was found in the tracker, and what is asked", look: "subtitle" },
    { row: 4, column: 1, value: "As of", look: "muted" },
    { row: 4, column: 2, value: { formula: "TODAY()", result: { day: SAMPLE_AS_OF } }, look: "inputDate" },
    { row: 5, column: 1, value: "Authorizations", look: "muted" },
    { row: 5, column: 2, value: { formula: "ROWS(Authorizations[Authorization no.])", result: 4 }, look: "whole" },
    { row: 6, column: 1, value: "Questions", look: "link", link: "Review!A1" },
    { row: 7, column: 1, value: "Write to the payer", look: "link", link: "mailto:auth@payer.example?subject=SCA 12" },
    { row: 8, column: 1, value: "=1+1 is text, and so is _x0041_ & \u0001 <b>", look: "wrapped" },
    { row: 9, column: 1, value: "Multiple", look: "muted" },
    { row: 9, column: 2, value: { formula: "140/100", result: 1.4 }, look: "multiple" },
    { row: 10, column: 1, value: "No benchmark", look: "muted" },
    { row: 10, column: 2, value: { formula: "NA()", result: { error: "#N/A" } } },
    { row: 11, column: 2, value: { formula: "AsOf=TODAY()", result: true } },
    { row: 12, column: 2, value: { formula: 'IF(AsOf=0,"x","")', result: "" } },
  ],
  tables: [],
  widths: new Map([
    [1, 48],
    [2, 16],
  ]),
  landscape: false,
};

/** A small ledger with everything that a plan can say; `rows` authorizations. Its formulas hold on `SAMPLE_AS_OF`. */
export function samplePlan(rows = 4): WorkbookPlan {
  const start = {
    ...START,
    cells: START.cells.map((cell) =>
      cell.row === 5 &&
      cell.column === 2 &&
      cell.value !== null &&
      typeof cell.value === "object" &&
      "formula" in cell.value
        ? { ...cell, value: { ...cell.value, result: Math.max(1, rows) } }
        : cell,
    ),
  };
  return {
    names: [
      { name: "AsOf", sheet: "Start", row: 4, column: 2 },
      { name: "Outcomes", sheet: "Settings", row: 2, column: 1, rows: 3 },
    ],
    sheets: [
      start,
      {
        name: "Authorizations",
        cells: [{ row: 1, column: 1, value: "Authorizations", look: "title" }],
        freeze: { row: 4, column: 2 },
        landscape: true,
        tables: [
          {
            name: "Authorizations",
            row: 3,
            column: 1,
            columns: [
              { heading: "Authorization no.", look: "id", width: 20, hint: "As the letter has it, with all zeros" },
              { heading: "Payer", look: "text", width: 30, choices: { words: PAYERS, strict: false } },
              { heading: "Last covered day", look: "date", width: 14, accepts: "day" },
              { heading: "Units", look: "whole", width: 10, accepts: "number" },
              { heading: "Units used", look: "whole", width: 10, accepts: "number" },
              { heading: "Rate", look: "money", width: 12 },
              {
                heading: "Days left",
                look: "whole",
                width: 10,
                formula: `IF(${own("Last covered day")}="","",${own("Last covered day")}-AsOf+1)`,
              },
              {
                heading: "Standing",
                look: "text",
                width: 12,
                formula: `IF(${own("Days left")}="","",IF(${own("Days left")}<0,"Lapsed",IF(${own("Days left")}<10,"Due","In force")))`,
              },
              {
                heading: "$ at risk",
                look: "money",
                width: 12,
                formula: `IF(${own("Rate")}="","",(${own("Units")}-${own("Units used")})*${own("Rate")})`,
              },
            ],
            rows: authorizations(rows),
            conditions: [
              { column: "Standing", when: '{Standing}="Lapsed"', signal: "lapsed" },
              { column: "Standing", when: "AND(ISNUMBER({Days left}),{Days left}<10)", signal: "attention" },
              { column: "Days left", when: "AND(ISNUMBER({Days left}),{Days left}<10)", signal: "urgent" },
            ],
          },
        ],
      },
      {
        name: "Review",
        cells: [],
        landscape: true,
        tables: [
          {
            name: "Review",
            row: 1,
            column: 1,
            columns: [
              { heading: "Found", look: "wrapped", width: 40 },
              { heading: "Answer", look: "input", width: 20, choices: { words: WORDS, strict: true } },
              { heading: "Sure", look: "percent", width: 10 },
            ],
            rows: [
              ["+cmd|' /C calc'!A0", null, 0.5],
              ["-5 units\r\nsecond line", "Denied", 0.25],
            ],
            conditions: [],
          },
        ],
      },
      {
        name: "Settings",
        cells: [
          { row: 1, column: 1, value: "Outcomes", look: "heading" },
          ...WORDS.map((word, index) => ({ row: 2 + index, column: 1, value: word, look: "input" as const })),
        ],
        tables: [],
        landscape: false,
      },
    ],
  };
}

function own(heading: string): string {
  return `Authorizations[[#This Row],[${heading}]]`;
}
