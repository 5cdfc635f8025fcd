import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LedgerRecords, ledgerRecords } from "../sca/ledger/ledger-records.ts";
import type { LedgerColumn } from "../sca/ledger/ledger-table.ts";
import { LEDGER_TABLES } from "../sca/ledger/ledger-tables.ts";
import { type LeftOut, leftOutSentence, leftOutTotal } from "../sca/ledger/left-out.ts";
import { contentOf } from "../sca/ledger/made-up-cases.ts";
import type { LedgerContent, PlanValue } from "../sca/ledger/workbook-plan.ts";
import { ledgerMeasures, measureFields } from "../sca/measures/ledger-measures.ts";
import { measureOf } from "../sca/measures/measure.ts";
import { MEASURED_AS_OF, measuredLedger } from "./testing/measured-ledger.ts";
import { withCell, withHeading, withoutColumn, withoutTable, withRow, withTable } from "./testing/planted-faults.ts";

const GOOD = contentOf(measuredLedger(20, 7));

const READ = new WeakMap<LedgerContent, LedgerRecords>();

function recordsOf(content: LedgerContent): LedgerRecords {
  const records = READ.get(content) ?? ledgerRecords(content, MEASURED_AS_OF);
  if (records === null) throw new Error("the content holds a ledger");
  READ.set(content, records);
  return records;
}

function figuresOf(content: LedgerContent) {
  const { cases, terms } = recordsOf(content);
  return measureFields(measureOf(ledgerMeasures(terms), cases));
}

/** What a ledger leaves out beyond what another does. */
function newlyLeftOut(content: LedgerContent, before: LedgerContent): LeftOut[] {
  const key = ({ reason, table, column }: LeftOut) => [reason, table, column].join("|");
  const known = new Map(recordsOf(before).leftOut.map((one) => [key(one), one.count]));
  return recordsOf(content).leftOut.flatMap((one) => {
    const more = one.count - (known.get(key(one)) ?? 0);
    return more === 0 ? [] : [{ ...one, count: more }];
  });
}

function valueAt(content: LedgerContent, table: string, row: number, heading: string): PlanValue {
  const found = content.tables.get(table);
  return found?.rows[row]?.[found.headings.indexOf(heading)] ?? null;
}

/** The first row of a table that holds something under a heading and belongs to a case. */
function filledRow(table: string, heading: string): number {
  const rows = GOOD.tables.get(table)?.rows ?? [];
  const at = rows.findIndex((_, row) => valueAt(GOOD, table, row, heading) !== null);
  if (at < 0) throw new Error(`nothing stands in ${table}, ${heading}`);
  return at;
}

interface TypedColumn {
  readonly table: string;
  readonly column: LedgerColumn;
}
const COUNTED = ["Cases", "AuthorizationPeriods", "ServiceLines", "Offers", "Claims"];
const TYPED: TypedColumn[] = LEDGER_TABLES.filter(({ name }) => COUNTED.includes(name)).flatMap(({ name, columns }) =>
  columns
    .filter(({ origin, accepts }) => origin !== "formula" && accepts !== undefined)
    .map((column) => ({ table: name, column })),
);

const NUMBER_JUNK: readonly (readonly [string, PlanValue, string])[] = [
  ["a word", "n/a", "not-a-number"],
  ["euros", "€150.00", "other-currency"],
  ["pounds", "£1,200", "other-currency"],
  ["Canadian dollars", "CAD 150", "other-currency"],
  ["Canadian dollars by their sign", "C$150", "other-currency"],
  ["a sum in a sentence", "a $150 fee", "not-a-number"],
  ["a percent as text", "150%", "percent-as-text"],
  ["a number as text", "$1,200.50", "number-as-text"],
  ["a day", { day: MEASURED_AS_OF }, "not-a-number"],
  ["a figure beyond belief", 4_000_000_000, "not-believable"],
  ["a letter of 30,000 characters", `see the letter\n${"x".repeat(30_000)}`, "not-a-number"],
];
const DAY_JUNK: readonly (readonly [string, PlanValue, string])[] = [
  ["a word", "last week", "not-a-day"],
  ["a day as text", "3/9/2026", "not-a-day"],
  ["two days", "2026-01-05 to 2026-02-01", "not-a-day"],
  ["yes or no", true, "not-a-day"],
  ["a day of another century", "1926-01-05", "day-not-believable"],
];

describe("one bad cell", () => {
  const columns = TYPED.filter(({ column }) => column.heading !== "Date of birth");

  it("is named with its place, and all else counts as if the cell were blank, whatever cell it is", () => {
    expect(columns.length).toBeGreaterThan(30);
    for (const { table, column } of columns) {
      const { heading } = column;
      const blank = withCell(GOOD, table, 1, heading, null);
      const without = figuresOf(blank);
      for (const [what, value, reason] of column.accepts === "day" ? DAY_JUNK : NUMBER_JUNK) {
        const bad = withCell(GOOD, table, 1, heading, value);
        const found = newlyLeftOut(bad, blank);
        const place = `${table}, ${heading}: ${what}`;
        expect(found, place).toEqual([{ reason, table, column: heading, count: 1, example: expect.any(String) }]);
        const sentence = found.map(leftOutSentence).join();
        expect(sentence.startsWith(`${table}, ${heading}: 1 cell with `)).toBe(true);
        expect(sentence.length).toBeLessThan(300);
        expect(figuresOf(bad), place).toEqual(without);
      }
    }
  }, 60_000);

  it("in a hurry of many is told as often as it was planted: no figure is lost in silence", () => {
    const place = fc.record({ column: fc.constantFrom(...TYPED), row: fc.nat(20), junk: fc.nat(20) });
    fc.assert(
      fc.property(
        fc.uniqueArray(place, {
          minLength: 1,
          maxLength: 12,
          selector: ({ column, row }) => `${column.table}|${column.column.heading}|${row}`,
        }),
        (planted) => {
          let [bad, blank] = [GOOD, GOOD];
          for (const {
            column: { table, column },
            row,
            junk,
          } of planted) {
            const list = column.accepts === "day" ? DAY_JUNK.slice(0, 4) : NUMBER_JUNK;
            const at = row % (GOOD.tables.get(table)?.rows.length ?? 1);
            bad = withCell(bad, table, at, column.heading, list[junk % list.length]?.[1] ?? "?");
            blank = withCell(blank, table, at, column.heading, null);
          }
          const places = new Set(
            planted.map(
              ({ column: { table, column }, row }) =>
                `${table}|${column.heading}|${row % (GOOD.tables.get(table)?.rows.length ?? 1)}`,
            ),
          );
          expect(newlyLeftOut(bad, blank).reduce((sum, { count }) => sum + count, 0)).toBe(places.size);
          expect(figuresOf(bad)).toEqual(figuresOf(blank));
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  it.each([
    [
      "Cases",
      "Agreed rate",
      "error",
      "#REF!",
      "Cases, Agreed rate: 1 cell with an error in place of a value (#REF!), left out.",
    ],
    ["Claims", "Paid", "error", "#N/A", "Claims, Paid: 1 cell with an error in place of a value (#N/A), left out."],
    ["Claims", "Paid", "no-result", "=B2", "Claims, Paid: 1 cell with a formula that has no result, left out."],
    [
      "Claims",
      "Paid",
      "other-currency",
      "€150.00",
      'Claims, Paid: 1 cell with an amount that is not in US dollars ("€150.00"), left out.',
    ],
  ] as const)("that the file shows to be amiss is left out: %s, %s, %s", (table, heading, kind, found, said) => {
    const row = filledRow(table, heading);
    const blank = withCell(GOOD, table, row, heading, null);
    const bad = withCell(GOOD, table, row, heading, kind === "other-currency" ? 150 : null, { kind, found });
    expect(newlyLeftOut(bad, blank).map(leftOutSentence).join()).toContain(said);
    expect(figuresOf(bad)).toEqual(figuresOf(blank));
  });

  it("where a formula broke is reckoned anew, and told", () => {
    for (const heading of ["Expected dollars", "Multiple of Medicare", "Outcome that applies"]) {
      const row = filledRow("ServiceLines", heading);
      const bad = withCell(GOOD, "ServiceLines", row, heading, null, { kind: "error", found: "#REF!" });
      expect(figuresOf(bad)).toEqual(figuresOf(GOOD));
      expect(newlyLeftOut(bad, GOOD).map(leftOutSentence).join()).toContain(
        `ServiceLines, ${heading}: 1 cell whose formula shows an error (#REF!), reckoned anew here.`,
      );
    }
  });

  it("with a word that the ledger does not know counts as not stated, and is told", () => {
    for (const [table, heading] of [
      ["Cases", "Rate model"],
      ["Cases", "Trigger"],
      ["Cases", "Appeal outcome"],
      ["AuthorizationPeriods", "Rate model"],
      ["ServiceLines", "Rate model"],
      ["Offers", "Rate model"],
    ] as const) {
      const bad = withCell(GOOD, table, 2, heading, "flat fee");
      expect(newlyLeftOut(bad, withCell(GOOD, table, 2, heading, null)).map(leftOutSentence)).toEqual([
        `${table}, ${heading}: 1 cell with a word that is none of the ledger's ("flat fee"), counted as not stated. Choose one from the cell's list.`,
      ]);
    }
  });

  it("with 1.4 for 140 percent is told", () => {
    const row = (GOOD.tables.get("Cases")?.rows ?? []).findIndex((_, at) =>
      String(valueAt(GOOD, "Cases", at, "Rate model")).startsWith("Percent"),
    );
    expect(newlyLeftOut(withCell(GOOD, "Cases", row, "Agreed rate", 1.4), GOOD).map(leftOutSentence)).toContain(
      "Cases, Agreed rate: 1 cell with a percent rate under 10 (1.4), taken as it stands. Type 140 for 140 percent.",
    );
  });
});

describe("one bad row", () => {
  it.each([
    [
      "Cases",
      { "Case id": "Total", "Agreed rate": 9000 },
      "totals-row",
      'Cases: 1 row of totals among the rows ("Total"), not counted. Put sums outside the table.',
    ],
    ["Cases", { Payer: "Grand total", "Agreed rate": 9000 }, "totals-row", "of totals among the rows"],
    ["Claims", { "Case id": "Subtotal", Paid: 9000 }, "totals-row", "Claims: 1 row of totals"],
    ["ServiceLines", { "Line id": "Totals", "Units used": 90 }, "totals-row", "ServiceLines: 1 row of totals"],
    ["Cases", { Payer: "Aetna", Outcome: "Approved" }, "no-case-id", "Cases: 1 row without a case id"],
    [
      "AuthorizationPeriods",
      { "Period id": "X-1", "Units used": 5 },
      "no-case-id",
      "AuthorizationPeriods: 1 row without a case id",
    ],
    ["AuthorizationPeriods", { "Period id": "X-1", "Case id": "C-NOBODY" }, "unknown-case", "(C-NOBODY), left out"],
    [
      "ServiceLines",
      { "Line id": "X-1", "Case id": "C-NOBODY", Code: "90837" },
      "unknown-case",
      "ServiceLines: 1 row with a case id that Cases does not have",
    ],
    ["ServiceLines", { "Line id": "X-1", Code: "90837" }, "no-case-id", "ServiceLines: 1 row without a case id"],
    ["Offers", { "Case id": "C-NOBODY", Side: "Payer" }, "unknown-case", "Offers: 1 row"],
    ["Offers", { Side: "Payer", Rate: 120 }, "no-case-id", "Offers: 1 row without a case id"],
    ["Claims", { "Case id": "C-NOBODY", Paid: 120 }, "unknown-case", "Claims: 1 row"],
    ["Claims", { Paid: 120 }, "no-case-id", "Claims: 1 row without a case id"],
  ] as const)("in %s is told, and no figure moves: %o", (table, cells, reason, said) => {
    const bad = withRow(GOOD, table, cells);
    const found = newlyLeftOut(bad, GOOD);
    expect(found.map((one) => [one.reason, one.table, one.count])).toEqual([[reason, table, 1]]);
    expect(found.map(leftOutSentence).join()).toContain(said);
    expect(figuresOf(bad)).toEqual(figuresOf(GOOD));
  });

  it("with the case id of another counts once", () => {
    const twice = withTable(GOOD, "Cases", (table) => ({ ...table, rows: [...table.rows, ...table.rows.slice(0, 1)] }));
    expect(newlyLeftOut(twice, GOOD).map(({ reason, count }) => [reason, count])).toEqual([["same-case-id", 1]]);
    expect(figuresOf(twice)).toEqual(figuresOf(GOOD));
  });
});

describe("one bad column or table", () => {
  it("renamed is named, with the name that stands there instead", () => {
    const bad = withHeading(GOOD, "Cases", "Decided", "Answered on");
    expect(newlyLeftOut(bad, GOOD).map(leftOutSentence)).toEqual([
      "Cases has no column Decided (it has Answered on, which the ledger does not know): what rests on it is blank. Give the column its name back.",
    ]);
    expect(figuresOf(bad)).toMatchObject({ requests: figuresOf(GOOD).requests });
  });

  it.each([
    ["Cases", "Outcome"],
    ["Claims", "Paid"],
    ["Offers", "Side"],
    ["ServiceLines", "Units used"],
    ["AuthorizationPeriods", "Last covered day"],
  ])("missing is named: %s, %s", (table, heading) => {
    const found = recordsOf(withoutColumn(GOOD, table, heading)).leftOut.filter(({ reason }) => reason === "no-column");
    expect(found).toMatchObject([{ table, column: heading, count: 1 }]);
  });

  it("there twice is told, and the first counts", () => {
    const bad = withTable(GOOD, "Cases", (table) => ({
      ...table,
      headings: [...table.headings, "Outcome"],
      rows: table.rows.map((row) => [...row, "Denied"]),
    }));
    expect(newlyLeftOut(bad, GOOD).map(leftOutSentence)).toEqual([
      "Cases has two columns Outcome: the first of them counts. Take the other out, or give it another name.",
    ]);
    expect(figuresOf(bad)).toEqual(figuresOf(GOOD));
  });

  it("gone with its table is told", () => {
    expect(newlyLeftOut(withoutTable(GOOD, "ServiceLines"), GOOD).map(leftOutSentence)).toContain(
      "There is no table ServiceLines: what rests on it is blank. Give the table its name back, or update the ledger from the tracker.",
    );
    const noKey = newlyLeftOut(withHeading(GOOD, "Claims", "Case id", "Case number"), GOOD);
    expect(noKey.map(leftOutSentence).join()).toContain("Claims has no column Case id: none of its rows");
  });

  it("empty is no fault: there are no requests", () => {
    let empty = GOOD;
    for (const table of COUNTED) empty = withTable(empty, table, (found) => ({ ...found, rows: [] }));
    expect(recordsOf(empty).leftOut).toEqual([]);
    expect(figuresOf(empty)).toMatchObject({ requests: 0, decided: 0, approvalRate: null, turnaroundMedian: null });
  });
});

describe("what is left out", () => {
  it("is counted in one line at the end, by what it is", () => {
    const of = (reason: LeftOut["reason"], count: number): LeftOut => ({
      reason,
      count,
      table: "Cases",
      column: "Payer",
      example: "",
    });
    expect(leftOutTotal([])).toBeNull();
    expect(leftOutTotal([of("totals-row", 1)])).toBe("In all: 1 row left out.");
    expect(
      leftOutTotal([of("no-case-id", 2), of("totals-row", 1), of("error", 2), of("no-column", 1), of("taken-back", 1)]),
    ).toBe(
      "In all: 3 rows and 2 cells left out, 1 column or table not as the ledger needs it, 1 counted otherwise than it stands.",
    );
  });
});

describe("settings", () => {
  it.each([
    [
      "RevenueBaseline",
      "35%",
      'Settings, Without an agreement we would be paid (percent of agreed): "35%" cannot be used there',
    ],
    ["RevenueBaseline", -5, "cannot be used there"],
    ["RevenueBaseline", 0.35, "a percent rate under 10 (0.35), taken as it stands"],
    ["HigherLevelDayRate", "about 1200", "Settings, A day at the higher level of care (dollars)"],
  ])("that cannot be read are told: %s %s", (name, value, said) => {
    const bad = { ...GOOD, named: new Map(GOOD.named).set(name, value) };
    expect(newlyLeftOut(bad, GOOD).map(leftOutSentence).join()).toContain(said);
  });
});

describe("a ledger at its edge", () => {
  it("without a payer, without a decision, with one payer, still counts", () => {
    const all = (heading: string, value: PlanValue) =>
      withTable(GOOD, "Cases", (table) => {
        const at = table.headings.indexOf(heading);
        return { ...table, rows: table.rows.map((row) => row.map((cell, index) => (index === at ? value : cell))) };
      });
    const { requests } = figuresOf(GOOD);
    expect(figuresOf(all("Payer", null))).toEqual(figuresOf(GOOD));
    expect(figuresOf(all("Payer", "Aetna"))).toEqual(figuresOf(GOOD));
    expect(figuresOf(all("Outcome", "Pending"))).toMatchObject({ requests, decided: 0, approvalRate: null });
  });
});
