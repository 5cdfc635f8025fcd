import { describe, expect, it } from "vitest";
import { ledgerMeasures, measureFields } from "../measures/ledger-measures.ts";
import { measureOf } from "../measures/measure.ts";
import { measuresBy } from "../measures/measures-by.ts";
import type { TrackedCase } from "../tracker/tracked-case.ts";
import { type LedgerRecords, ledgerRecords } from "./ledger-records.ts";
import { LEDGER_TABLES } from "./ledger-tables.ts";
import { leftOutSentence } from "./left-out.ts";
import { contentOf, day, madeUpCase, typed, understood } from "./made-up-cases.ts";
import { madeUpMedicare } from "./made-up-rates.ts";
import { planLedger } from "./plan-ledger.ts";
import type { LedgerContent, PlanValue } from "./workbook-plan.ts";

const AS_OF = day("2026-03-11");
const medicare = madeUpMedicare();

const CASES: TrackedCase[] = [
  madeUpCase({
    patient: "Ana Ruiz",
    decided: day("2026-01-12"),
    model: "perUnit",
    rate: 200,
    services: [{ code: "90837", units: 12 }],
    periods: [{ authStart: day("2026-01-13"), authEnd: day("2026-02-27"), unitsAuthorized: 12, unitsUsed: 5 }],
    source: { sheet: "Auths", rows: [2] },
  }),
  madeUpCase({
    patient: "Ben Ode",
    outcome: "denied",
    decided: day("2026-02-20"),
    source: { sheet: "Auths", rows: [3] },
  }),
  madeUpCase({
    patient: "Cy Tan",
    payer: "Cigna",
    outcome: "partiallyApproved",
    submitted: day("2026-02-02"),
    decided: day("2026-02-09"),
    model: "perDiem",
    rate: 400,
    levelOfCare: "PHP",
    periods: [{ authStart: day("2026-02-10"), authEnd: day("2026-03-10"), unitsAuthorized: 10, unitsUsed: 4 }],
    source: { sheet: "Auths", rows: [4] },
  }),
  madeUpCase({ patient: "Di Poe", payer: "Cigna", outcome: "pending", source: { sheet: "Auths", rows: [5] } }),
];

function ledgerOf(cases: readonly TrackedCase[] = CASES): LedgerContent {
  return contentOf(planLedger(understood([...cases]), { asOf: AS_OF, medicare }));
}

function idOf(content: LedgerContent, patient: string): string {
  const cases = content.tables.get("Cases");
  const row = cases?.rows.find((cells) => cells.includes(patient));
  return String(row?.[cases?.headings.indexOf("Case id") ?? -1]);
}

function withTable(content: LedgerContent, name: string, headings: string[], rows: PlanValue[][]): LedgerContent {
  return { ...content, tables: new Map(content.tables).set(name, { name, sheet: name, headings, rows }) };
}

function recordsOf(content: LedgerContent, asOf = AS_OF): LedgerRecords {
  const records = ledgerRecords(content, asOf);
  if (records === null) throw new Error("the content holds a ledger");
  return records;
}

function fieldsOf(content: LedgerContent, asOf = AS_OF) {
  const { cases, terms } = recordsOf(content, asOf);
  return measureFields(measureOf(ledgerMeasures(terms), cases));
}

function saidOf(content: LedgerContent, asOf = AS_OF): string[] {
  return recordsOf(content, asOf).leftOut.map(leftOutSentence);
}

/** The content as another program writes it: formulas without their results. */
function withoutResults(content: LedgerContent): LedgerContent {
  const tables = [...content.tables].map(([name, table]) => {
    const columns = LEDGER_TABLES.find((declared) => declared.name === name)?.columns ?? [];
    const formulas = new Set(columns.filter(({ formula }) => formula !== undefined).map(({ heading }) => heading));
    const rows = table.rows.map((row) => row.map((cell, at) => (formulas.has(table.headings[at] ?? "") ? null : cell)));
    return [name, { ...table, rows }] as const;
  });
  return { ...content, tables: new Map(tables) };
}

const CLAIMS = ["Case id", "Date of service", "Code", "Units", "Paid", "Expected"];
const OFFERS = ["Case id", "Round", "Date", "Side", "Rate model", "Rate"];

describe("the records of a ledger", () => {
  it("count every request once, by payer, with what was agreed", () => {
    const fields = fieldsOf(ledgerOf());
    expect(fields).toMatchObject({
      requests: 4,
      decided: 3,
      approved: 1,
      partial: 1,
      denied: 1,
      pending: 1,
      revenueAgreed: 12 * 200 + 10 * 400,
      multipleLines: 1,
      capturedA: 5 * 200 + 4 * 400,
    });
    expect(fields.multipleCoverage).toBe(2400 / 6400);
    const { cases, terms } = recordsOf(ledgerOf());
    const { groups } = measuresBy(ledgerMeasures(terms), cases, ({ payer }) => payer);
    expect(groups.map(({ key, value }) => [key, value.approval.decided])).toEqual([
      ["Aetna", 2],
      ["Cigna", 1],
    ]);
  });

  it("are the same where another program dropped the results of formulas", () => {
    const content = withOffersAndClaims(ledgerOf());
    expect(fieldsOf(withoutResults(content))).toEqual(fieldsOf(content));
    expect(fieldsOf(content).rateYield).toBe(200 / 250);
  });

  it("take a figure that a person typed over a formula as it stands", () => {
    const content = ledgerOf();
    const line = `${idOf(content, "Ana Ruiz")}`;
    const table = content.tables.get("ServiceLines");
    const id = table?.rows.find((row) => row.includes(line))?.[0];
    expect(fieldsOf(typed(content, "ServiceLines", String(id), "Medicare dollars", 1200)).multipleWeighted).toBe(2);
  });

  function withOffersAndClaims(content: LedgerContent): LedgerContent {
    const id = idOf(content, "Ana Ruiz");
    const offered = withTable(content, "Offers", OFFERS, [
      [id, 1, { day: day("2026-01-06") }, "Provider", "Per unit", 250],
      [id, 2, { day: day("2026-01-08") }, "Provider", "Per unit", 220],
      [id, 1, { day: day("2026-01-07") }, "Payer", "Per unit", 160],
    ]);
    return withTable(offered, "Claims", CLAIMS, [
      [id, { day: day("2026-01-14") }, "90837", 1, 200, null],
      [id, { day: day("2026-01-21") }, "90837", 1, 150, null],
      [id, { day: day("2026-03-03") }, "90837", 1, 0, 200],
      [id, { day: day("2026-03-20") }, "90837", 1, 200, 200],
    ]);
  }

  it("tell offers and claims by the rate of their line", () => {
    const content = withOffersAndClaims(ledgerOf());
    expect(fieldsOf(content)).toMatchObject({
      rateYield: 0.8,
      movement: 0.25,
      revenueReceived: 350,
      capturedA: 350,
      honourRate: 0.5,
      underpaid: 50,
      lapseDays: 1,
    });
    expect(saidOf(content)).toContain("Claims: 1 row served after the as-of day, not counted yet.");
  });

  it("take off the baseline and tell avoided cost by what Settings states", () => {
    const content = ledgerOf();
    const named = new Map(content.named).set("RevenueBaseline", 40).set("HigherLevelDayRate", 1200);
    expect(fieldsOf({ ...content, named })).toMatchObject({
      capturedA: 2600,
      capturedB: 2600 * 0.6,
      avoidedCost: 4 * (1200 - 400),
    });
  });
});

describe("the records of an earlier day", () => {
  it("have what was decided later as pending, without its dollars, and nothing that was sent later", () => {
    const content = ledgerOf();
    const early = fieldsOf(content, day("2026-02-06"));
    expect(early).toMatchObject({ requests: 4, decided: 1, approved: 1, partial: 0, denied: 0, pending: 3 });
    expect(early.revenueAgreed).toBe(2400);
    expect(fieldsOf(content, day("2026-01-08"))).toMatchObject({ requests: 3, pending: 3, revenueAgreed: null });
    expect(saidOf(content, day("2026-01-08"))).toEqual([
      "Cases: 2 decided after the as-of day, pending on it.",
      "Cases: 1 request sent after the as-of day, not counted yet.",
    ]);
  });

  it("are what a ledger of that day shows, whichever day it was saved on", () => {
    for (const asOf of [day("2026-01-08"), day("2026-02-06"), day("2026-02-20")]) {
      const then = CASES.filter(({ submitted }) => (submitted ?? "") <= asOf).map((subject): TrackedCase => {
        const { decided, ...open } = subject;
        return decided === undefined || decided <= asOf ? subject : { ...open, outcome: "pending" };
      });
      expect(fieldsOf(ledgerOf(), asOf)).toEqual(fieldsOf(ledgerOf(then), asOf));
    }
  });

  it("leave out the dollars of a renewal that was granted later", () => {
    const renewal = {
      authStart: day("2026-02-28"),
      authEnd: day("2026-03-31"),
      unitsAuthorized: 6,
      submitted: day("2026-02-16"),
      decided: day("2026-02-25"),
    };
    const [first] = CASES as [TrackedCase];
    const { services: _services, ...bare } = first;
    const content = ledgerOf([{ ...bare, services: [], periods: [...first.periods, renewal] }]);
    expect(fieldsOf(content).revenueAgreed).toBe(18 * 200);
    expect(fieldsOf(content, day("2026-02-20")).revenueAgreed).toBe(12 * 200);
    expect(fieldsOf(content, day("2026-02-13")).revenueAgreed).toBe(12 * 200);
  });
});

describe("a ledger with faults", () => {
  it("is told, and the rest still counts", () => {
    let content = ledgerOf();
    const [ana, cy, di] = ["Ana Ruiz", "Cy Tan", "Di Poe"].map((patient) => idOf(content, patient));
    content = typed(content, "Cases", di ?? "", "Outcome", "Closed");
    content = typed(content, "Cases", cy ?? "", "Submitted", "2026-02-02");
    content = typed(content, "Cases", ana ?? "", "Submitted", "last week");
    content = withTable(content, "Claims", CLAIMS, [
      [ana ?? "", { day: day("2026-01-14") }, "90837", 1, "n/a", 200],
      [ana ?? "", { day: day("2026-01-15") }, "90837", 1, -200, null],
      [ana ?? "", { day: day("2026-01-16") }, "90837", 1, 4e9, null],
      ["C-NOBODY", { day: day("2026-01-16") }, "90837", 1, 200, 200],
      [di ?? "", { day: day("2026-01-16") }, "90837", 1, 75, null],
      [null, { day: day("2026-01-16") }, "90837", 1, 75, null],
    ]);
    expect(fieldsOf(content)).toMatchObject({ requests: 4, pending: 1, decided: 3, revenueReceived: -200 });
    expect(recordsOf(content).cases.map(({ submitted }) => submitted)).toEqual([
      null,
      "2026-01-05",
      "2026-02-02",
      "2026-01-05",
    ]);
    const said = saidOf(content).join("\n");
    for (const part of [
      'Cases: 1 request with an outcome that is none of the ledger\'s words ("Closed"), counted as pending.',
      'Cases, Submitted: 1 cell with text where a day belongs ("last week"), left out.',
      'Claims, Paid: 1 cell with text where a number belongs ("n/a"), left out.',
      "Claims, Paid: 1 cell with a figure below 0 or above 10 million (4000000000), left out.",
      "Claims: 1 row with a case id that Cases does not have or does not count (C-NOBODY), left out.",
      `Claims: 1 row of requests that are not granted (${di}), in no figure of payments.`,
      `Claims: 1 row with a payment below 0 (${ana}): taken off the payments received, and in no honour rate.`,
      "Claims: 1 row without a case id, not counted.",
    ]) {
      expect(said).toContain(part);
    }
  });

  it("counts a case id once, passes over rows without one, and names missing columns", () => {
    const content = ledgerOf();
    const cases = content.tables.get("Cases");
    if (cases === undefined) throw new Error("there is a table Cases");
    const at = cases.headings.indexOf("Decided");
    const bare = cases.rows[0]?.map((cell, index) => (cases.headings[index] === "Case id" ? null : cell)) ?? [];
    const rows = [...cases.rows, cases.rows[0] ?? [], bare];
    expect(fieldsOf({ ...content, tables: new Map(content.tables).set("Cases", { ...cases, rows }) }).requests).toBe(4);
    const headings = cases.headings.map((heading, index) => (index === at ? "Answered" : heading));
    const renamed = { ...content, tables: new Map(content.tables).set("Cases", { ...cases, headings }) };
    expect(saidOf(renamed)).toContain(
      "Cases has no column Decided (it has Answered, which the ledger does not know): what rests on it is blank. Give the column its name back.",
    );
    expect(fieldsOf(renamed)).toMatchObject({ decided: 3, turnaroundMedian: null });
  });

  it("is none without the table Cases", () => {
    expect(ledgerRecords({ tables: new Map(), named: new Map() }, AS_OF)).toBeNull();
  });
});
