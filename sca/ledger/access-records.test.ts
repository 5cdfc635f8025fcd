import { describe, expect, it } from "vitest";
import { accessAgainstStandards } from "./access-records.ts";
import { ledgerRecords } from "./ledger-records.ts";
import { contentOf, day, madeUpCase, typed, understood } from "./made-up-cases.ts";
import { planLedger } from "./plan-ledger.ts";
import type { LedgerContent, PlanValue } from "./workbook-plan.ts";

const AS_OF = day("2026-03-11");
const HEADINGS = ["Case id", "Office", "Date", "Wait offered", "Miles", "Why not viable"];

function ledgerWith(settings: Readonly<Record<string, string>>, funding: readonly string[]): LedgerContent {
  const cases = funding.map((_, at) =>
    madeUpCase({ patient: `Ana ${at}`, source: { sheet: "Auths", rows: [at + 2] } }),
  );
  let content = contentOf(planLedger(understood(cases), { asOf: AS_OF }));
  const ids = (content.tables.get("Cases")?.rows ?? []).map((row) => String(row[0]));
  ids.forEach((id, at) => {
    content = typed(content, "Cases", id, "Plan funding", funding[at] ?? "");
  });
  const on = { day: day("2026-01-12") };
  const rows: PlanValue[][] = ids.flatMap((id) => [
    [id, "Elm", on, 8, 4, ""],
    [id, "Oak", on, 34, 12, "Adults only"],
    [id, "Ash", on, null, null, "Takes no new patients"],
    [id, "Fir", { day: day("2026-03-12") }, 3, 4, ""],
  ]);
  const attempts = { name: "AccessAttempts", sheet: "Access attempts", headings: HEADINGS, rows };
  return {
    tables: new Map(content.tables).set("AccessAttempts", attempts),
    named: new Map<string, PlanValue>([...content.named, ...Object.entries(settings)]),
  };
}

function foundIn(content: LedgerContent) {
  const records = ledgerRecords(content, AS_OF);
  if (records === null) throw new Error("the content holds a ledger");
  return { ...accessAgainstStandards(records.access), leftOut: records.leftOut };
}

describe("the attempts of a ledger", () => {
  const settings = { PlanState: "Maryland", CareKind: "Behavioral health" };

  it("stand against the standards that reach each case's plan", () => {
    const found = foundIn(ledgerWith(settings, ["Fully insured", "Self-funded", ""]));
    expect(found).toMatchObject({ attempts: 9, viable: 3, medianWait: 21, waits: 6, judged: 2, beyond: 1, share: 0.5 });
    expect(found.standards.map(({ standard }) => standard.id)).toEqual(["md-behavioral"]);
    expect(found.leftOut.filter(({ table }) => table === "AccessAttempts")).toMatchObject([
      { reason: "tried-later", count: 3 },
    ]);
  });

  it("are judged by no standard while Settings does not say the state", () => {
    const found = foundIn(ledgerWith({}, ["Fully insured"]));
    expect(found).toMatchObject({ attempts: 3, judged: 0, share: null, standards: [] });
    expect(found.notJudged.map(({ why }) => why).join()).toContain("State of the practice's plans, is blank");
  });

  it("are judged by the law of the day of the call", () => {
    const content = ledgerWith({ PlanState: "NY", CareKind: "Behavioral health" }, ["Fully insured"]);
    const early = { day: day("2025-06-02") };
    const attempts = content.tables.get("AccessAttempts");
    const rows = attempts?.rows.map((row) => row.map((cell, at) => (at === 2 ? early : cell))) ?? [];
    expect(foundIn(content)).toMatchObject({ judged: 2, beyond: 1 });
    const before = { name: "AccessAttempts", sheet: "", headings: HEADINGS, rows };
    expect(foundIn({ ...content, tables: new Map(content.tables).set("AccessAttempts", before) })).toMatchObject({
      judged: 0,
      notJudged: [{ why: expect.stringContaining("holds from 2025-07-01 on") }],
    });
  });
});
