import { describe, expect, it } from "vitest";
import { ledgerRecords } from "./ledger-records.ts";
import { leftOutSentence, leftOutTotal } from "./left-out.ts";
import { contentOf, day, madeUpCase, understood } from "./made-up-cases.ts";
import { planLedger } from "./plan-ledger.ts";
import type { LedgerContent, PlanValue } from "./workbook-plan.ts";

const AS_OF = day("2026-03-11");
const GRANTED = madeUpCase({
  decided: day("2026-01-12"),
  model: "perUnit",
  rate: 200,
  services: [{ code: "90837", units: 12 }],
  periods: [{ authStart: day("2026-01-13"), authEnd: day("2026-02-27"), unitsAuthorized: 12, unitsUsed: 5 }],
});
const LEDGER = contentOf(planLedger(understood([GRANTED]), { asOf: AS_OF }));

/** The ledger with cells of its only row in a table retyped. */
function retyped(content: LedgerContent, table: string, cells: Readonly<Record<string, PlanValue>>): LedgerContent {
  const found = content.tables.get(table) ?? expect.fail(`a table ${table}`);
  const rows = found.rows.map((row) =>
    row.map((cell, at) => {
      const typed = cells[found.headings[at] ?? ""];
      return typed === undefined ? cell : typed;
    }),
  );
  return { ...content, tables: new Map(content.tables).set(table, { ...found, rows }) };
}

const records = (content: LedgerContent, asOf = AS_OF) => ledgerRecords(content, asOf) ?? expect.fail("a ledger");
const said = (content: LedgerContent, asOf = AS_OF): string[] => records(content, asOf).leftOut.map(leftOutSentence);
/** As the workbook's formula leaves it. */
const SLIPPED = { "Period id": "P-404", "Outcome that applies": "" };
const SENTENCE =
  "ServiceLines: 1 row with a period id that AuthorizationPeriods does not have (P-404): without an outcome, so neither granted nor denied. Correct the id, or leave it blank to have the request's outcome apply.";

describe("a service line that names an authorization which the ledger does not have", () => {
  it("is told, for it counts neither as granted nor as denied", () => {
    const slipped = retyped(LEDGER, "ServiceLines", SLIPPED);
    expect(records(LEDGER).cases[0]?.lines[0]).toMatchObject({ isDecided: true, isGranted: true });
    expect(records(slipped).cases[0]?.lines[0]).toMatchObject({ isDecided: false, isGranted: false });
    expect(said(LEDGER)).toEqual([]);
    expect(said(slipped)).toEqual([SENTENCE]);
    expect(leftOutTotal(records(slipped).leftOut)).toBe("In all: 1 counted otherwise than it stands.");
  });

  it("is told where no formula has run yet", () => {
    expect(said(retyped(LEDGER, "ServiceLines", { "Period id": "P-404", "Medicare rate": null }))).toEqual([SENTENCE]);
  });

  it("is told where the ledger has no authorization at all", () => {
    const tables = new Map(LEDGER.tables);
    tables.delete("AuthorizationPeriods");
    const bare = retyped({ ...LEDGER, tables }, "ServiceLines", SLIPPED);
    expect(said(bare)).toContain(SENTENCE);
  });

  it("is not told where an outcome stands there all the same: it counts", () => {
    const typed = retyped(LEDGER, "ServiceLines", { "Period id": "P-404", "Outcome that applies": "Approved" });
    expect(records(typed).cases[0]?.lines[0]).toMatchObject({ isGranted: true });
    expect(said(typed)).toEqual([]);
  });

  it("is not told of an authorization that is sent later, or has no outcome of its own", () => {
    const period = { "Period id": "P-1", Submitted: { day: day("2026-03-02") } };
    const named = retyped(retyped(LEDGER, "ServiceLines", { "Period id": "p-1" }), "AuthorizationPeriods", period);
    expect(said(named, day("2026-02-20"))).toEqual([
      "AuthorizationPeriods: 1 row of renewals sent after the as-of day, with their service lines, not counted yet.",
    ]);
    const open = { "Period id": "P-1", Outcome: "Not stated", "Outcome that applies": "" };
    const lines = { "Period id": "P-1", "Outcome that applies": "" };
    expect(said(retyped(retyped(LEDGER, "ServiceLines", lines), "AuthorizationPeriods", open))).toEqual([]);
  });

  it("is not told of a request that does not count", () => {
    const stray = retyped(LEDGER, "ServiceLines", { ...SLIPPED, "Case id": "C-NOBODY" });
    expect(said(stray).join()).not.toContain("period id");
  });
});
