import { describe, expect, it } from "vitest";
import { cellOf, contentOf, day, madeUpCase, typed, understood } from "../sca/ledger/made-up-cases.ts";
import { madeUpMedicare } from "../sca/ledger/made-up-rates.ts";
import { planLedger } from "../sca/ledger/plan-ledger.ts";
import type { LedgerContent, PlanValue, WorkbookPlan } from "../sca/ledger/workbook-plan.ts";
import { MODEL_WORDS } from "../sca/tracker/review/code-words.ts";
import type { Outcome, TrackedCase } from "../sca/tracker/tracked-case.ts";
import { newLedger } from "./files/writing/new-ledger.ts";
import { differences, hasLibreOffice, recalculateWithLibreOffice, valuesIn } from "./testing/libreoffice.ts";

const AS_OF = day("2026-03-11");
const medicare = madeUpMedicare();

/** Numbers that only look random, the same in every run. */
function shuffledNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor(((state >>> 8) / 0x1000000) * below);
  };
}

function negotiatedCases(): TrackedCase[] {
  const pick = shuffledNumbers(11);
  const outcomes: Outcome[] = ["approved", "approved", "pending", "partiallyApproved", "denied"];
  const codes = ["90837", "90834", "H0015", "97110", "97153"];
  return Array.from({ length: 40 }, (_, index) => {
    const count = pick(4);
    const twoPeriods = pick(4) === 0;
    const services = Array.from({ length: count }, (__, at) => ({
      code: codes[(index + at) % codes.length] ?? "90837",
      ...(pick(2) === 0 ? { units: 1 + pick(30) } : {}),
      ...(pick(4) === 0 ? { modifiers: ["HM", "95"].slice(pick(2)) } : {}),
    }));
    const models = ["perUnit", "perDiem", "percentOfMedicare", "caseRate", "percentOfBilled"] as const;
    const model = models[pick(models.length)] ?? "perUnit";
    return madeUpCase({
      patient: `Patient ${String.fromCharCode(65 + (index % 26))} Number${index}`,
      payer: ["Aetna", 'O\'Hara & Sons "Health"', "Cigna"][pick(3)] ?? "Aetna",
      levelOfCare: ["IOP", "PHP", "OP"][pick(3)] ?? "OP",
      source: { sheet: "Mine", rows: [index + 2] },
      decided: day("2026-01-20"),
      outcome: outcomes[pick(outcomes.length)] ?? "approved",
      model,
      rate: model.startsWith("percentOf") ? 50 + pick(120) : 80.25 + pick(400),
      services: twoPeriods ? [] : services,
      periods: twoPeriods
        ? [
            { authStart: day("2025-11-01"), authEnd: day("2025-12-31"), unitsAuthorized: 12, services },
            { authStart: day("2026-01-01"), authEnd: day("2026-02-28"), unitsAuthorized: 9, services },
          ]
        : [{ authStart: day("2026-01-21"), authEnd: day("2026-03-31"), unitsAuthorized: 8 + pick(20) }],
    });
  });
}

function columnOf(plan: WorkbookPlan, table: string, heading: string): PlanValue[] {
  const found = plan.sheets.flatMap((sheet) => sheet.tables).find(({ name }) => name === table);
  const at = found?.columns.findIndex((column) => column.heading === heading) ?? -1;
  return (found?.rows ?? []).map((row) => {
    const value = row[at] ?? null;
    return typeof value === "object" && value !== null && "error" in value ? null : value;
  });
}

const TYPED = [
  "Case id",
  "Round",
  "Date",
  "Side",
  "Code",
  "Rate model",
  "Rate",
  "Unit basis",
  "Units",
  "Status",
  "Note",
];

function withOffers(content: LedgerContent, offers: readonly (readonly PlanValue[])[]): LedgerContent {
  const table = { name: "Offers", sheet: "Offers", headings: TYPED, rows: offers };
  return { ...content, tables: new Map(content.tables).set("Offers", table) };
}

function manyOffers(plan: WorkbookPlan): PlanValue[][] {
  const pick = shuffledNumbers(23);
  const ids = columnOf(plan, "Cases", "Case id");
  const caseOfLine = columnOf(plan, "ServiceLines", "Case id");
  const codeOfLine = columnOf(plan, "ServiceLines", "Code");
  const offers = Array.from({ length: 160 }, (_, index): PlanValue[] => {
    const line = pick(caseOfLine.length);
    const ofLine = pick(3) > 0;
    const id = ofLine ? (caseOfLine[line] ?? null) : (ids[pick(ids.length)] ?? null);
    const code = [ofLine ? (codeOfLine[line] ?? null) : null, null, "90837-95", "h0015", "99999"][pick(5)] ?? null;
    const model = [...MODEL_WORDS.words, "per unit", "Somebody's own", null][pick(8)] ?? null;
    const rate = [140, 55.5, 1.4, 0, -3, null, "as billed", 162.375, 350, 1200.01][pick(10)] ?? null;
    const basis = [null, null, null, "Day", "Hour", "15 minutes", "Session", "week"][pick(8)] ?? null;
    const units = [null, 7, 12.5, 0][pick(4)] ?? null;
    return [id, 1 + pick(3), { day: AS_OF }, "Payer", code, model, rate, basis, units, "Open", `note ${index}`];
  });
  return [
    ...offers,
    [null, null, null, null, "90837", "Per unit", 100, null, null, null, "no case"],
    ["C-NONE", 1, null, "Payer", null, "Per unit", 90, null, null, null, null],
  ];
}

function priced(): { readonly plan: WorkbookPlan; readonly cases: TrackedCase[] } {
  const cases = negotiatedCases();
  const first = planLedger(understood(cases), { asOf: AS_OF, medicare });
  let content = withOffers(contentOf(first), manyOffers(first));
  for (const [index, key] of columnOf(first, "ServiceLines", "Line id").entries()) {
    if (index % 3 === 0) content = typed(content, "ServiceLines", String(key), "Billed charge", 210.5 + index);
    if (index % 5 === 0)
      content = typed(content, "ServiceLines", String(key), "Unit basis", ["Day", "Hour", "Visit"][index % 3] ?? "Day");
    if (index % 7 === 0) content = typed(content, "ServiceLines", String(key), "Own benchmark", 99.995);
  }
  content = { ...content, named: new Map(content.named).set("CostPerUnit", 120.5) };
  return { plan: planLedger(understood(cases), { asOf: AS_OF, medicare, previous: content }), cases };
}

function workbookOf(plan: WorkbookPlan): Uint8Array {
  const grid = { sheet: null, hidden: false, hiddenColumns: [], rows: [], merges: [] };
  return newLedger({ name: "Mine", grid }, plan);
}

async function disagreements(plan: WorkbookPlan): Promise<string[]> {
  const workbook = workbookOf(plan);
  return differences(valuesIn(workbook, true), await recalculateWithLibreOffice(workbook, AS_OF));
}

describe("offers in the ledger", () => {
  const { plan } = priced();

  it("meet every answer that their columns can give", () => {
    const told = new Set(
      [
        "Equivalent dollars per unit",
        "Percent of Medicare",
        "Percent of billed",
        "Compared with",
        "Margin over floor",
      ].flatMap((heading) =>
        columnOf(plan, "Offers", heading).map((value) => (typeof value === "number" ? "a number" : value)),
      ),
    );
    for (const word of [
      "a number",
      "no rate",
      "write 140 for 140 percent",
      "no rate model",
      "for all codes together",
      "no Medicare rate",
    ])
      expect(told).toContain(word);
    for (const word of [
      "no billed charge",
      "several codes: name one",
      "no such case",
      "the case has no such code",
      "no benchmark",
    ])
      expect(told).toContain(word);
    expect(told).toContain("not compared: rate is per day, Medicare's per service");
    expect(told).toContain("the case has no service line");
    expect(
      columnOf(plan, "Offers", "Payer median before").filter((value) => typeof value === "number").length,
    ).toBeGreaterThan(20);
    expect(
      columnOf(plan, "Offers", "Payer percent of Medicare before").filter((value) => typeof value === "number").length,
    ).toBeGreaterThan(20);
  });

  it("are never 0 where nothing can be told, and blank without a case", () => {
    for (const heading of [
      "Equivalent dollars per unit",
      "Percent of Medicare",
      "Percent of billed",
      "Margin over floor",
    ]) {
      const values = columnOf(plan, "Offers", heading);
      expect(values.filter((value) => value === 0 || value === null)).toEqual([]);
      expect(values.filter((value) => value === "")).toHaveLength(1);
    }
    expect(cellOf(plan, "Offers", "no case", "Compared with")).toBe("");
  });

  it.runIf(hasLibreOffice())(
    "give in LibreOffice what the ledger holds as their results",
    async () => {
      expect(await disagreements(plan)).toEqual([]);
    },
    120_000,
  );

  it.runIf(hasLibreOffice())(
    "agree where the user's workbook has those names, and without a cost of a unit",
    async () => {
      const names = ["Offers", "PayerPrices", "ServiceLines", "CostPerUnit"];
      const { cases } = priced();
      const first = planLedger(understood(cases.slice(0, 12)), { asOf: AS_OF, medicare, takenNames: names });
      const content = contentOf(first);
      const offers = manyOffers(planLedger(understood(cases.slice(0, 12)), { asOf: AS_OF, medicare })).slice(0, 40);
      const tables = new Map(content.tables).set("SCA_Offers", {
        name: "SCA_Offers",
        sheet: "SCA Offers",
        headings: TYPED,
        rows: offers,
      });
      const again = planLedger(understood(cases.slice(0, 12)), {
        asOf: AS_OF,
        medicare,
        takenNames: names,
        previous: { ...content, tables },
      });
      expect(columnOf(again, "SCA_Offers", "Margin over floor")).toContain("no cost of a unit on Settings");
      expect(await disagreements(again)).toEqual([]);
    },
    120_000,
  );

  it.runIf(hasLibreOffice())(
    "agree with one service line, and with none",
    async () => {
      for (const services of [[{ code: "90837", units: 4 }], []]) {
        const one = [madeUpCase({ outcome: "pending", model: "perUnit", rate: 150, services })];
        const first = planLedger(understood(one), { asOf: AS_OF, medicare });
        const id = columnOf(first, "Cases", "Case id")[0] ?? null;
        const offers = ["90837", null, "90834"].map((code) => [
          id,
          1,
          null,
          "Payer",
          code,
          "Per unit",
          120,
          null,
          null,
          null,
          null,
        ]);
        const previous = withOffers(contentOf(first), offers);
        expect(await disagreements(planLedger(understood(one), { asOf: AS_OF, medicare, previous }))).toEqual([]);
      }
    },
    120_000,
  );
});
