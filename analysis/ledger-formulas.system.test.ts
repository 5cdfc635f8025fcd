import { describe, expect, it } from "vitest";
import { cellOf, contentOf, day, madeUpCase, typed, understood } from "../sca/ledger/made-up-cases.ts";
import { madeUpMedicare } from "../sca/ledger/made-up-rates.ts";
import { planLedger } from "../sca/ledger/plan-ledger.ts";
import type { LedgerContent, PlanValue, WorkbookPlan } from "../sca/ledger/workbook-plan.ts";
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
    const codes = ["90837", "97110", "H0015"].slice(0, pick(4));
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
  const medicare = madeUpMedicare();
  const first = planLedger(understood(cases), { asOf: AS_OF, medicare });

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
      if (index % 4 === 0)
        content = typed(content, "ServiceLines", key, "Own benchmark", [88.41, 0, 12.345][index % 3] ?? 0);
      if (index % 5 === 0)
        content = typed(content, "ServiceLines", key, "Place of service", index % 2 === 0 ? 22 : "office");
      const basis = ["Day", "visit", "Hour", "15 minutes", "UNIT", "Session", "something"][index % 7];
      if (index % 2 === 0) content = typed(content, "ServiceLines", key, "Unit basis", basis ?? null);
    });
    content = {
      ...content,
      named: new Map(content.named).set("CountOwnBenchmarks", "yes").set("Locality", "10112-00"),
    };
    const again = planLedger(understood(cases), { asOf: AS_OF, medicare, previous: content });
    expect(cellOf(again, "Cases", id, "Standing")).toBe("Denied, appeal pending");
    expect(await disagreements(again, "2026-07-01")).toEqual([]);
  }, 120_000);

  it("agree where no fee schedule is loaded", async () => {
    expect(await disagreements(planLedger(understood(cases), { asOf: AS_OF }), AS_OF)).toEqual([]);
  }, 120_000);

  it("meet every answer of a multiple of Medicare", () => {
    const multiples = new Set(
      first.sheets
        .flatMap((sheet) => sheet.tables)
        .filter((table) => table.name === "ServiceLines")
        .flatMap((table) => {
          const column = table.columns.findIndex(({ heading }) => heading === "Multiple of Medicare");
          return table.rows.map((row) => (typeof row[column] === "number" ? "a number" : row[column]));
        }),
    );
    for (const answer of [
      "",
      "a number",
      "no benchmark",
      "no billed charge",
      "not compared: rate is per case, Medicare's per service",
      "not compared: rate is per day, Medicare's per service",
    ]) {
      expect(multiples).toContain(answer);
    }
  });

  it("round a half cent up as Medicare does, in amounts and in percents of them", async () => {
    const entry = madeUpCase({
      model: "percentOfMedicare",
      rate: 137.5,
      services: ["90837", "90834", "97110"].map((code) => ({ code, units: 3 })),
      periods: [{ authStart: day("2025-05-05") }],
    });
    const start = contentOf(planLedger(understood([entry]), { asOf: AS_OF, medicare }));
    const rates = start.tables.get("MedicareRates") ?? expect.fail("no rates");
    const parts = ["Work RVU", "Work index", "PE RVU", "PE index", "MP RVU", "MP index", "Conversion factor"];
    const pick = shuffledNumbers(11);
    const halves: (readonly PlanValue[])[] = [];
    while (halves.length < 400) {
      const [work, pe, mp] = [pick(900), pick(3000), pick(60)];
      const indices = [900 + pick(200), 700 + pick(700), 300 + pick(900)] as const;
      const sum = work * indices[0] + pe * indices[1] + mp * indices[2];
      // A factor of four decimals for which the amount ends in half a cent exactly.
      const factor = 250_000 + pick(150_000);
      const closest = [...Array(40).keys()]
        .map((step) => factor + step)
        .find((one) => (sum * one) % 10_000_000 === 5_000_000);
      if (closest === undefined && pick(50) > 0) continue;
      const values = [work / 100, indices[0] / 1000, pe / 100, indices[1] / 1000, mp / 100, indices[2] / 1000];
      const row = new Map<string, PlanValue>([["Benchmark", `half ${halves.length}`]]);
      [...values, (closest ?? factor) / 10_000].forEach((value, index) => {
        row.set(parts[index] ?? "", value);
      });
      halves.push(rates.headings.map((heading) => row.get(heading) ?? null));
    }
    const content = {
      ...start,
      tables: new Map(start.tables).set("MedicareRates", { ...rates, rows: [...rates.rows, ...halves] }),
    };
    const lines = start.tables.get("ServiceLines")?.rows ?? [];
    const previous = lines.reduce<LedgerContent>(
      (before, [id], index) =>
        typed(before, "ServiceLines", String(id), "Own benchmark", [88.44, 120.04, 95.16][index] ?? 0),
      content,
    );
    const plan = planLedger(understood([entry]), { asOf: AS_OF, medicare, previous });
    expect(await disagreements(plan, AS_OF)).toEqual([]);
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
