import { describe, expect, it } from "vitest";
import { ledgerMeasures, measureFields } from "../measures/ledger-measures.ts";
import { measureOf } from "../measures/measure.ts";
import { ledgerRecords } from "./ledger-records.ts";
import { leftOutSentence, leftOutTotal } from "./left-out.ts";
import { contentOf, day, madeUpCase, understood } from "./made-up-cases.ts";
import { planLedger } from "./plan-ledger.ts";
import type { LedgerContent, PlanValue } from "./workbook-plan.ts";

const AS_OF = day("2026-03-11");
const GRANTED = madeUpCase({
  patient: "Ana Ruiz",
  decided: day("2026-01-12"),
  model: "perUnit",
  rate: 200,
  services: [{ code: "90837", units: 12 }],
  periods: [{ authStart: day("2026-01-13"), authEnd: day("2026-02-27"), unitsAuthorized: 12, unitsUsed: 5 }],
});
const OPEN = madeUpCase({ patient: "Di Poe", outcome: "pending", source: { sheet: "Auths", rows: [3] } });
const LEDGER = contentOf(planLedger(understood([GRANTED, OPEN]), { asOf: AS_OF }));
const CASE_IDS = LEDGER.tables.get("Cases")?.headings.indexOf("Case id") ?? -1;
const [ANA, DI] = (LEDGER.tables.get("Cases")?.rows ?? []).map((row) => String(row[CASE_IDS]));

/** The ledger with the first row of a table once more, cells of the copy retyped. */
function withCopy(table: string, retyped: Readonly<Record<string, PlanValue>> = {}): LedgerContent {
  const found = LEDGER.tables.get(table) ?? expect.fail(`a table ${table}`);
  const copy = found.rows[0]?.map((cell, at) => retyped[found.headings[at] ?? ""] ?? cell) ?? [];
  const rows = [...found.rows, copy];
  return { ...LEDGER, tables: new Map(LEDGER.tables).set(table, { ...found, rows }) };
}

function firstId(table: string, heading: string): string {
  const found = LEDGER.tables.get(table);
  return String(found?.rows[0]?.[found.headings.indexOf(heading)]);
}

type ClaimCells = readonly [
  caseId: string,
  claim: string | null,
  date: string,
  code: string,
  units: number,
  billed: number | null,
  paid: number | null,
];

function withClaims(...claims: readonly ClaimCells[]): LedgerContent {
  const headings = ["Case id", "Claim number", "Date of service", "Code", "Units", "Billed", "Paid", "Expected"];
  const rows = claims.map((cells) => cells.map((cell, at) => (at === 2 ? { day: day(String(cell)) } : cell)));
  return {
    ...LEDGER,
    tables: new Map(LEDGER.tables).set("Claims", { name: "Claims", sheet: "Claims", headings, rows }),
  };
}

function leftOut(content: LedgerContent) {
  return ledgerRecords(content, AS_OF)?.leftOut ?? expect.fail("a ledger");
}
const said = (content: LedgerContent): string[] => leftOut(content).map(leftOutSentence);

function received(content: LedgerContent): number | null {
  const { cases, terms } = ledgerRecords(content, AS_OF) ?? expect.fail("a ledger");
  return measureFields(measureOf(ledgerMeasures(terms), cases)).revenueReceived;
}

describe("a row that stands twice", () => {
  it("of service lines is named by its id, and both count, as in the sums of the sheet", () => {
    const line = firstId("ServiceLines", "Line id");
    const doubled = withCopy("ServiceLines");
    expect(said(LEDGER)).toEqual([]);
    expect(said(doubled)).toEqual([
      `ServiceLines: 1 row with a line id that another row has (${line}), each counted. Delete it if it is a copy; else give it an id of its own.`,
    ]);
    expect(leftOutTotal(leftOut(doubled))).toBe("In all: 1 row that may stand twice.");
    expect(ledgerRecords(doubled, AS_OF)?.cases.map(({ lines }) => lines.length)).toEqual([2, 0]);
  });

  it("is one in other letters too, and under another request; ids of their own are not told", () => {
    const line = firstId("ServiceLines", "Line id");
    expect(said(withCopy("ServiceLines", { "Line id": line.toLowerCase(), "Case id": DI ?? "" })).join()).toContain(
      `with a line id that another row has (${line.toLowerCase()})`,
    );
    expect(said(withCopy("ServiceLines", { "Line id": "L-2" }))).toEqual([]);
    expect(said(withCopy("AuthorizationPeriods", { "Period id": "P-2" }))).toEqual([]);
  });

  it("of authorizations is named by its id, with what its lines go by", () => {
    const period = firstId("AuthorizationPeriods", "Period id");
    expect(said(withCopy("AuthorizationPeriods"))).toEqual([
      `AuthorizationPeriods: 1 row with a period id that another row has (${period}), each counted; service lines go by the first. Delete it if it is a copy; else give it an id of its own.`,
    ]);
  });

  it("is not told of a request that does not count", () => {
    expect(said(withCopy("ServiceLines", { "Case id": "C-NOBODY" })).join()).not.toContain("line id");
  });
});

describe("a claim line that stands twice", () => {
  const LINE: ClaimCells = [ANA ?? "", "CLM-7", "2026-01-14", "90837", 1, 250, 200];
  const like = (retyped: Readonly<Record<number, PlanValue>>): ClaimCells =>
    LINE.map((cell, at) => (at in retyped ? retyped[at] : cell)) as unknown as ClaimCells;

  it("is named by its claim, and both count", () => {
    const doubled = withClaims(LINE, LINE, like({ 1: "clm-7" }));
    expect(said(doubled)).toEqual([
      "Claims: 2 rows with the request, claim number (CLM-7), day, code, units, billed and paid of another row, each counted. Delete those that are copies.",
    ]);
    expect(received(doubled)).toBe(600);
  });

  it("is one also before it is paid", () => {
    expect(said(withClaims(like({ 6: null }), like({ 6: null }))).join()).toContain(
      "1 row with the request, claim number (CLM-7)",
    );
  });

  it.each([
    ["another claim", { 1: "CLM-8" }],
    ["another day", { 2: "2026-01-15" }],
    ["another code", { 3: "90834" }],
    ["other units", { 4: 2 }],
    ["another charge", { 5: 300 }],
    ["another payment", { 6: 0 }],
    ["a request that is not granted", { 0: DI ?? "" }],
  ])("is not one with %s", (_, retyped) => {
    expect(said(withClaims(LINE, like(retyped))).join()).not.toContain("of another row");
  });

  it("is not one without a claim number, and where a payment was taken back and made again", () => {
    expect(said(withClaims(like({ 1: null }), like({ 1: null })))).toEqual([]);
    expect(said(withClaims(LINE, like({ 6: -200 }), LINE)).join()).not.toContain("of another row");
  });
});
