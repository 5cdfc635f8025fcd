import { describe, expect, it } from "vitest";
import { cellOf, contentOf, day, madeUpCase, typed, understood } from "../sca/ledger/made-up-cases.ts";
import { planLedger } from "../sca/ledger/plan-ledger.ts";
import type { LedgerContent, WorkbookPlan } from "../sca/ledger/workbook-plan.ts";
import type { Outcome, RateModel, TrackedCase, TrackedPeriod } from "../sca/tracker/tracked-case.ts";
import { addDays } from "../sca/values/calendar-date.ts";
import { newLedger } from "./files/writing/new-ledger.ts";
import { differences, hasLibreOffice, recalculateWithLibreOffice, valuesIn } from "./testing/libreoffice.ts";

const AS_OF = day("2026-03-11");

/** Numbers that only look random, the same in every run. */
function shuffledNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor(((state >>> 8) / 0x1000000) * below);
  };
}

function manyCases(): TrackedCase[] {
  const pick = shuffledNumbers(7);
  const outcomes: (Outcome | undefined)[] = [
    "approved",
    "approved",
    "approved",
    "partiallyApproved",
    "approvedOnAppeal",
    "denied",
    "pending",
    "withdrawn",
    undefined,
  ];
  const models: (RateModel | undefined)[] = [
    "perDiem",
    "perUnit",
    "percentOfMedicare",
    "percentOfBilled",
    "caseRate",
    undefined,
  ];
  return Array.from({ length: 80 }, (_, index): TrackedCase => {
    const outcome = outcomes[pick(outcomes.length)];
    const model = models[pick(models.length)];
    const codes = ["97153", "97155", "H0015"].slice(0, pick(4));
    const withLines = pick(2) === 0;
    const periods = Array.from({ length: pick(4) }, (_, number): TrackedPeriod => {
      const start = addDays(AS_OF, pick(200) - 120 + number * 60);
      const end = addDays(start, pick(60) - 3);
      return {
        ...(pick(4) === 0 ? {} : { authStart: start }),
        ...(pick(4) === 0 ? {} : { authEnd: end }),
        ...(pick(3) === 0 ? {} : { authNumber: `00${pick(100000)}` }),
        ...(pick(2) === 0 ? {} : { unitsAuthorized: pick(300) }),
        ...(pick(2) === 0 ? {} : { unitsUsed: pick(200) }),
        ...(pick(6) === 0 ? { outcome: "pending" as const } : {}),
        ...(pick(9) === 0 ? { outcome: null } : {}),
        ...(pick(9) === 0 ? { rate: null, model: null } : {}),
        ...(pick(9) === 0 ? { review: ["rate", "authEnd"] } : {}),
        ...(pick(6) === 0 ? { model: "perUnit" as const, rate: 20 + pick(100) / 4 } : {}),
        ...(withLines
          ? {
              services: codes.map((code) => ({
                code,
                ...(pick(4) === 0 ? {} : { units: pick(400) / 2 }),
                ...(pick(4) === 0 ? {} : { unitsUsed: pick(200) / 2 }),
              })),
            }
          : {}),
      };
    });
    return madeUpCase({
      patient: `Patient ${String.fromCharCode(65 + (index % 26))} Number${index}`,
      payer: ["Aetna", "Cigna", 'O\'Hara & Sons "Health"', "UnitedHealthcare"][pick(4)] ?? "Aetna",
      source: { sheet: "Mine", rows: [index + 2] },
      submitted: addDays(AS_OF, -pick(60)),
      ...(pick(3) === 0 ? {} : { writtenConfirmation: pick(2) === 0 }),
      ...(model === undefined ? {} : { model, rate: model.startsWith("percent") ? 100 + pick(80) : 37.25 + pick(900) }),
      ...(pick(2) === 0 ? {} : { contactName: "Lee Park", contactPhone: "480-555-0102" }),
      services: codes.map((code) => ({
        code,
        ...(pick(3) === 0 ? { model: "perUnit" as const, rate: 16.25 + pick(40) } : {}),
        ...(pick(3) === 0 ? { units: pick(100) } : {}),
        ...(pick(3) === 0 ? { unitsUsed: pick(90) } : {}),
        ...(pick(9) === 0 ? { review: ["units"] } : {}),
      })),
      review: pick(5) === 0 ? ["rate", "model"].slice(pick(2)) : [],
      periods,
      ...(outcome === undefined ? {} : { outcome }),
    });
  }).map((entry, index) => {
    if (index % 9 !== 8) return entry;
    const { outcome: _outcome, ...rest } = entry;
    return rest;
  });
}

function workbookOf(plan: WorkbookPlan): Uint8Array {
  return newLedger(
    { name: "Mine", grid: { sheet: null, hidden: false, hiddenColumns: [], rows: [], merges: [] } },
    plan,
  );
}

async function disagreements(plan: WorkbookPlan, asOf: string): Promise<string[]> {
  const workbook = workbookOf(plan);
  const computed = await recalculateWithLibreOffice(workbook, day(asOf));
  return differences(valuesIn(workbook, true), computed);
}

describe.runIf(hasLibreOffice())("the ledger's formulas", () => {
  const cases = manyCases();
  const first = planLedger(understood(cases), { asOf: AS_OF });

  it("give in LibreOffice what the ledger holds as their results, on the day of the run", async () => {
    expect(await disagreements(first, AS_OF)).toEqual([]);
  }, 120_000);

  it("agree a month later too, and with what the user typed", async () => {
    let content: LedgerContent = contentOf(first);
    content = typed(content, "Payers", "Cigna", "Reauth lead", 20);
    content = typed(content, "Payers", "Aetna", "Escalate after", 3);
    const id = String(cellOf(first, "Cases", "Patient C Number2", "Case id"));
    content = typed(content, "Cases", id, "Outcome", "denied");
    content = typed(content, "Cases", id, "Appeal filed", { day: day("2026-02-02") });
    const other = String(cellOf(first, "Cases", "Patient D Number3", "Case id"));
    content = typed(content, "Cases", other, "Outcome", "Somebody's own word");
    content = {
      ...content,
      named: new Map(content.named).set("ReauthLeadDays", 3).set("AsOfSet", { day: day("2026-04-13") }),
    };
    const lines = content.tables.get("ServiceLines");
    lines?.rows.forEach((row, index) => {
      const key = String(row[0]);
      if (index % 3 === 0) content = typed(content, "ServiceLines", key, "Billed charge", 210.5);
      if (index % 4 === 0) content = typed(content, "ServiceLines", key, "Medicare rate", 88.41);
    });
    const again = planLedger(understood(cases), { asOf: AS_OF, previous: content });
    expect(cellOf(again, "Cases", id, "Standing")).toBe("Denied, appeal pending");
    expect(await disagreements(again, "2026-07-01")).toEqual([]);
  }, 120_000);

  it("are blank in a ledger without cases", async () => {
    expect(await disagreements(planLedger(understood([]), { asOf: AS_OF }), AS_OF)).toEqual([]);
  }, 120_000);

  it("agree under other names too, where the user's workbook has those names", async () => {
    const names = ["Cases", "Payers", "Holidays", "ServiceLines", "AuthorizationPeriods", "AsOf", "ReauthLeadDays"];
    const plan = planLedger(understood(cases.slice(0, 20)), { asOf: AS_OF, takenNames: names });
    expect(await disagreements(plan, AS_OF)).toEqual([]);
  }, 120_000);

  it("would be seen to disagree: on another day the countdowns are others", async () => {
    const seen = await disagreements(planLedger(understood(cases.slice(0, 20)), { asOf: AS_OF }), "2026-03-12");
    expect(seen.length).toBeGreaterThan(10);
  }, 120_000);

  it("meet every standing that an authorization can have", () => {
    const standings = new Set(
      first.sheets
        .flatMap((sheet) => sheet.tables)
        .filter((table) => table.name === "AuthorizationPeriods")
        .flatMap((table) => {
          const column = table.columns.findIndex(({ heading }) => heading === "Standing");
          return table.rows.map((row) => row[column]);
        }),
    );
    expect(standings.size).toBeGreaterThanOrEqual(10);
  });
});
