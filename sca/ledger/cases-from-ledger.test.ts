import { describe, expect, it } from "vitest";
import { COST_SHARING_WORDS, MODEL_WORDS, OUTCOME_WORDS, TRIGGER_WORDS } from "../tracker/review/code-words.ts";
import { COST_SHARINGS, OUTCOMES, RATE_MODELS, ROW_KINDS, TRIGGERS } from "../tracker/tracked-case.ts";
import { casesFromLedger } from "./cases-from-ledger.ts";
import { ROW_KIND_WORDS } from "./ledger-words.ts";
import { contentOf, day, madeUpCase, typed, understood } from "./made-up-cases.ts";
import { planLedger } from "./plan-ledger.ts";
import { ledgerFromContent } from "./read-ledger.ts";

const ANA = madeUpCase({
  groupNumber: "0711",
  levelOfCare: "IOP",
  trigger: "networkGap",
  decided: day("2026-01-15"),
  outcome: "partiallyApproved",
  denialReason: "fewer units than asked",
  model: "perUnit",
  rate: 16.25,
  writtenConfirmation: false,
  contactName: "Lee Park",
  contactPhone: "480-555-0102 x12",
  contactEmail: "lee@plan.example",
  costSharing: "inNetwork",
  source: { sheet: "Auths", rows: [12, 13, 14, 40] },
  services: [{ code: "97153", modifiers: ["HM", "HO"], model: "perUnit", rate: 17 }, { code: "0905" }],
  periods: [
    {
      authNumber: "00478210",
      authStart: day("2026-01-20"),
      authEnd: day("2026-07-19"),
      unitsAuthorized: 30,
      unitsUsed: 12,
      services: [{ code: "97153", modifiers: ["HM", "HO"], model: "perUnit", rate: 17, units: 20.5, unitsUsed: 3 }],
    },
    { outcome: "pending", submitted: day("2026-06-30") },
    { outcome: null },
  ],
});

describe("the cases that a ledger tells", () => {
  const content = contentOf(planLedger(understood([ANA]), { asOf: day("2026-03-11") }));

  it("are those that went in", () => {
    const [read] = casesFromLedger(content);
    expect({ ...read, id: ANA.id }).toEqual(ANA);
  });

  it("hold what the user corrected", () => {
    const id = String(content.tables.get("Cases")?.rows[0]?.[0]);
    const [read] = casesFromLedger(typed(content, "Cases", id, "Outcome", "approved on appeal"));
    expect(read?.outcome).toBe("approvedOnAppeal");
    expect(casesFromLedger(typed(content, "Cases", id, "Outcome", "Closed"))[0]?.outcome).toBeUndefined();
    expect(casesFromLedger(typed(content, "Cases", id, "Submitted", 46027))[0]?.submitted).toBe("2026-01-05");
  });
});

describe("a ledger read back", () => {
  it("gives the rows of every table that has any, and bears with days that no one meant", () => {
    const odd = madeUpCase({
      submitted: day("1900-01-02"),
      outcome: "pending",
      periods: [
        {
          outcome: "approved",
          authStart: day("1900-01-01"),
          authEnd: day("1900-01-03"),
          unitsAuthorized: 3,
          unitsUsed: 1,
        },
        { outcome: "approved", authStart: day("2199-12-01"), unitsAuthorized: 3, unitsUsed: 1 },
      ],
    });
    const tables = ledgerFromContent(contentOf(planLedger(understood([odd]), { asOf: day("2199-12-31") })));
    expect(tables.get("AuthorizationPeriods")?.rows).toHaveLength(2);
    expect(tables.get("ServiceLines")?.rows).toHaveLength(0);
    expect(tables.get("Holidays")?.rows.length).toBeGreaterThan(50);
    expect(tables.has("Offers")).toBe(false);
  });
});

describe("the ledger's words", () => {
  it("stand for one code each, both ways", () => {
    for (const code of OUTCOMES) expect(OUTCOME_WORDS.codeFor(OUTCOME_WORDS.wordFor(code))).toBe(code);
    for (const code of TRIGGERS) expect(TRIGGER_WORDS.codeFor(TRIGGER_WORDS.wordFor(code))).toBe(code);
    for (const code of RATE_MODELS) expect(MODEL_WORDS.codeFor(MODEL_WORDS.wordFor(code))).toBe(code);
    for (const code of COST_SHARINGS) expect(COST_SHARING_WORDS.codeFor(COST_SHARING_WORDS.wordFor(code))).toBe(code);
    for (const kind of ROW_KINDS) expect(ROW_KIND_WORDS.codeFor(ROW_KIND_WORDS.wordFor(kind))).toBe(kind);
  });
});
