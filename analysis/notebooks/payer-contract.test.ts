import { describe, expect, it } from "vitest";
import { contentOf, day } from "../../sca/ledger/made-up-cases.ts";
import { DEFAULT_BANDS } from "../../sca/rates/negotiation-bands.ts";
import type { ReportBlock } from "../report/document/report-document.ts";
import { internalReport } from "../report/editions/internal-report.ts";
import { type LeverageLedger, leverageLedger } from "../report/leverage-ledger.ts";
import { measuredLedger } from "../testing/measured-ledger.ts";
import { notebookLedger } from "./notebook-ledger.ts";
import { contractOf } from "./payer-contract.ts";
import { askBlocks, breakEvenBlocks } from "./tables/contract-blocks.ts";

/** A part of the generated requests is more than twelve months old by then. */
const LATE = day("2026-12-31");

/** With what the generated ledger does not state: contacts, a payer's own range, a cost of a unit. */
function ledgerOf(seed: number): LeverageLedger {
  const ledger = leverageLedger(contentOf(measuredLedger(160, seed)), LATE) ?? expect.fail("a ledger");
  return {
    ...ledger,
    contacts: new Map(ledger.records.cases.map(({ id }, at) => [id.toLowerCase(), at % 4])),
    payers: new Map([
      ["aetna", { band: { ...DEFAULT_BANDS.ofMedicare, low: 130, high: 190 }, policy: null }],
      ["cigna", { band: null, policy: "highestInNetwork" }],
    ]),
    assumptions: { ...ledger.assumptions, costPerUnit: 61.37, hourCost: 47.77, hoursPerRequest: 7.5 },
  };
}

function withLines(ledger: LeverageLedger, code: string, family: string): LeverageLedger {
  const cases = ledger.records.cases.map((subject) => ({
    ...subject,
    lines: subject.lines.map((line) => (line.code === "97110" ? { ...line, code, family } : line)),
  }));
  const prices = ledger.prices.map((price) =>
    price.codes.includes("97110")
      ? {
          ...price,
          ...{ family, familyId: `code:${code}`, codes: [code], code: price.code === null ? null : code },
        }
      : price,
  );
  return { ...ledger, records: { ...ledger.records, cases }, prices };
}

const sectionOf = (ledger: LeverageLedger, payer: string, heading: string): readonly ReportBlock[] =>
  internalReport(ledger, payer).sections.find((section) => section.heading.startsWith(heading))?.blocks ??
  expect.fail(heading);

describe("a contract with a payer in the notebook", () => {
  it.each([5, 11, 23])("shows the asks and the break-even of the leverage report, ledger %i", (seed) => {
    const whole = ledgerOf(seed);
    const page = notebookLedger("ledger.xlsx", whole);
    expect(page.contracting.ofYear.length).toBeLessThan(page.cases.length);
    for (const payer of ["Aetna", "Cigna", "UnitedHealthcare"]) {
      expect(askBlocks(page, payer)).toEqual(sectionOf(whole, payer, "What to ask"));
      expect(breakEvenBlocks(page, payer)).toEqual(sectionOf(whole, payer, "Break-even"));
    }
    expect(JSON.stringify(askBlocks(page, "Aetna"))).toContain("$61.37");
    expect(JSON.stringify(breakEvenBlocks(page, "Aetna"))).toContain("7.5 staff hours of $47.77");
    expect(JSON.stringify(askBlocks(page, "cigna"))).toContain("highest in-network level");
  });

  it("keeps the dollars of a service whose code is hidden, since somebody typed a name there", () => {
    const whole = withLines(ledgerOf(11), "DR QUINTRELL", "Dr Quintrell");
    const page = notebookLedger("ledger.xlsx", whole);
    expect(JSON.stringify(page)).not.toMatch(/quintrell/i);
    const asked = contractOf(page, "Aetna").asks.asks.filter(({ service }) => service.includes("other service"));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every(({ services }) => services !== null)).toBe(true);
  });

  it("asks nothing of all payers together, or of none", () => {
    const page = notebookLedger("ledger.xlsx", ledgerOf(11));
    for (const name of ["All payers", "not settled"]) {
      expect(JSON.stringify(askBlocks(page, name))).toContain("choose one above");
      expect(breakEvenBlocks(page, name)).toHaveLength(1);
    }
  });
});
