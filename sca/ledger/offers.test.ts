import { describe, expect, it } from "vitest";
import type { TrackedCase } from "../tracker/tracked-case.ts";
import { cellOf, contentOf, day, madeUpCase, typed, understood } from "./made-up-cases.ts";
import { madeUpMedicare } from "./made-up-rates.ts";
import { planLedger } from "./plan-ledger.ts";
import type { LedgerContent, PlanValue, WorkbookPlan } from "./workbook-plan.ts";

const AS_OF = day("2026-03-11");
const medicare = madeUpMedicare();

function agreed(row: number, rate: number, facts: Partial<TrackedCase> = {}): TrackedCase {
  return madeUpCase({
    patient: `Pat ${"ABCDEFGHIJ"[row] ?? "K"} Number`,
    memberId: `W${row}00`,
    source: { sheet: "Auths", rows: [row + 2] },
    decided: day("2026-01-20"),
    model: "perUnit",
    rate,
    services: [{ code: "90837", units: 10 }],
    periods: [{ authStart: day("2026-01-21"), authEnd: day("2026-03-31") }],
    ...facts,
  });
}

const cases = [
  agreed(0, 150),
  agreed(1, 170),
  agreed(2, 200),
  agreed(3, 120, { services: [{ code: "90834" }] }),
  agreed(4, 850, { model: "perDiem", services: [], levelOfCare: "PHP", periods: [{ unitsAuthorized: 12 }] }),
  agreed(5, 0, { outcome: "pending", model: "perUnit", services: [{ code: "90837" }] }),
  agreed(6, 999, { outcome: "denied" }),
  agreed(7, 999, { review: ["rate"] }),
  agreed(8, 0, { outcome: "pending", services: [], levelOfCare: "PHP", periods: [] }),
];
const OLD = ["Case id", "Date", "Side", "Rate model", "Rate", "Units", "Term", "Note", "My own column"];

function idOf(plan: WorkbookPlan, row: number): string {
  return String(cellOf(plan, "Cases", `Pat ${"ABCDEFGHIJ"[row] ?? "K"} Number`, "Case id"));
}
function withOffers(plan: WorkbookPlan, headings: string[], rows: PlanValue[][]): LedgerContent {
  const content = contentOf(plan);
  return {
    ...content,
    tables: new Map(content.tables).set("Offers", { name: "Offers", sheet: "Offers", headings, rows }),
  };
}
function rowsOf(plan: WorkbookPlan, table: string): Record<string, unknown>[] {
  const found = plan.sheets.flatMap((sheet) => sheet.tables).find(({ name }) => name === table);
  return (found?.rows ?? []).map((row) =>
    Object.fromEntries(found?.columns.map(({ heading }, at) => [heading, row[at]]) ?? []),
  );
}

describe("what payers agreed to before, in the ledger", () => {
  const first = planLedger(understood(cases), { asOf: AS_OF, medicare });

  it("stands on a sheet of its own, by service, code and kind of rate, with how many cases", () => {
    const prices = rowsOf(first, "PayerPrices").map((row) => [
      row["Service"],
      row["Code"],
      row["Rate model"],
      row["Cases"],
      row["Median"],
    ]);
    const multiple = (cellOf(first, "ServiceLines", idOf(first, 0), "Multiple of Medicare") as number) * 100;
    expect(multiple).toBeGreaterThan(50);
    expect(prices).toEqual([
      ["individual psychotherapy", null, "Any, as percent of Medicare", 4, expect.any(Number)],
      ["individual psychotherapy", null, "Per unit", 4, 160],
      ["individual psychotherapy", "90834", "Any, as percent of Medicare", 1, expect.any(Number)],
      ["individual psychotherapy", "90834", "Per unit", 1, 120],
      ["individual psychotherapy", "90837", "Any, as percent of Medicare", 3, expect.any(Number)],
      ["individual psychotherapy", "90837", "Per unit", 3, 170],
      ["partial hospitalization", null, "Per day", 1, 850],
    ]);
  });

  it("tells the range only where three agreements make one, and from which rows of the tracker it is", () => {
    const rows = rowsOf(first, "PayerPrices");
    expect(rows.find((row) => row["Code"] === "90837" && row["Rate model"] === "Per unit")).toMatchObject({
      "What it says": "3 cases, $150.00 to $200.00",
      "Tracker rows": "Auths 2-4",
      "Last agreed": { day: "2026-01-20" },
      "As of": { day: AS_OF },
      "Rates compared": 1,
    });
    expect(rows.find((row) => row["Code"] === "90834")?.["What it says"]).toContain("too few to call a range");
  });

  it("is told by the ledger's own corrections", () => {
    const content = typed(contentOf(first), "Cases", idOf(first, 2), "Outcome", "Denied");
    const again = planLedger(understood(cases), { asOf: AS_OF, medicare, previous: content });
    const row = rowsOf(again, "PayerPrices").find(
      (price) => price["Code"] === "90837" && price["Rate model"] === "Per unit",
    );
    expect([row?.["Cases"], row?.["Median"]]).toEqual([2, 160]);
  });

  it("keeps what was typed beside a row, and has no sheet while nothing is agreed", () => {
    const content = contentOf(first);
    const prices = content.tables.get("PayerPrices");
    const own = {
      ...prices,
      headings: [...(prices?.headings ?? []), "Mine"],
      rows: (prices?.rows ?? []).map((row, at) => [...row, at === 1 ? "ask for more" : null]),
    };
    const previous = {
      ...content,
      tables: new Map(content.tables).set("PayerPrices", { name: "PayerPrices", sheet: "Payer prices", ...own }),
    };
    const again = planLedger(understood(cases), { asOf: AS_OF, medicare, previous });
    expect(rowsOf(again, "PayerPrices").map((row) => row["Mine"])).toEqual([
      null,
      "ask for more",
      null,
      null,
      null,
      null,
      null,
    ]);
    const none = planLedger(understood([agreed(5, 0, { outcome: "pending" })]), { asOf: AS_OF, medicare });
    expect(none.sheets.map(({ name }) => name)).not.toContain("Payer prices");
    expect(none.sheets.map(({ name }) => name)).not.toContain("Offers");
  });

  it("open together with a sheet for offers, blank until somebody makes one", () => {
    const names = first.sheets.map(({ name }) => name);
    expect(names.indexOf("Offers")).toBe(names.indexOf("Payer prices") + 1);
    const [blank, ...more] = rowsOf(first, "Offers");
    expect(more).toEqual([]);
    expect(Object.values(blank ?? {}).filter((value) => value !== null && value !== "")).toEqual([]);
    const again = planLedger(understood(cases), { asOf: AS_OF, medicare, previous: contentOf(first) });
    expect(rowsOf(again, "Offers")).toEqual(rowsOf(first, "Offers"));
  });
});

describe("offers", () => {
  const first = planLedger(understood(cases), { asOf: AS_OF, medicare });
  const offer = (row: number, ...rest: PlanValue[]): PlanValue[] => [
    idOf(first, row),
    { day: AS_OF },
    "Payer",
    ...rest,
  ];
  const previous = withOffers(first, OLD, [
    offer(5, "Per unit", 140, 12, "to May", "first call", "x"),
    offer(8, "Per day", 700, null, null, "by phone", null),
    offer(5, "Percent of Medicare", 130, null, null, "second call", null),
  ]);
  const again = planLedger(understood(cases), { asOf: AS_OF, medicare, previous });
  const rows = rowsOf(again, "Offers");

  it("entered before stay as they are, in their order, with the user's own columns", () => {
    expect(rows.map((row) => OLD.map((heading) => row[heading]))).toEqual(previous.tables.get("Offers")?.rows);
    const third = planLedger(understood(cases), { asOf: AS_OF, medicare, previous: contentOf(again) });
    expect(rowsOf(third, "Offers")).toEqual(rows);
  });

  it("are set beside Medicare's rate and what the payer agreed to before", () => {
    const line = cellOf(again, "ServiceLines", idOf(again, 5), "Medicare rate") as number;
    expect(rows[0]).toMatchObject({
      "Equivalent dollars per unit": 140,
      "Percent of Medicare": 140 / line,
      "Percent of billed": "no billed charge",
      "Margin over floor": "no cost of a unit on Settings",
      "Payer median before": 170,
      "Behind it": "3 cases, $150.00 to $200.00",
    });
    expect(rows[2]).toMatchObject({
      "Equivalent dollars per unit": Math.round(line * 130) / 100,
      "Percent of Medicare": 1.3,
      "Payer median before": "nothing agreed before",
    });
    expect(rows[2]?.["Payer percent of Medicare before"]).toBeCloseTo(170 / line, 3);
  });

  it("for a case without codes are set beside what was agreed for its level of care", () => {
    expect(rows[1]).toMatchObject({
      "Compared with": "the case has no service line",
      "Equivalent dollars per unit": 700,
      "Percent of Medicare": "no benchmark",
      "Payer median before": 850,
      "Behind it": "1 case, $850.00: too few to call a range",
    });
  });
});
