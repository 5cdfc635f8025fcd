import { describe, expect, it } from "vitest";
import type { TrackedCase } from "../tracker/tracked-case.ts";
import { payerRecords, recordOfAll } from "./payer-record.ts";

const BARE: TrackedCase = {
  id: "C-1",
  source: { sheet: null, rows: [2] },
  services: [],
  periods: [],
  review: [],
  notes: [],
};

describe("the record of each payer", () => {
  const cases: TrackedCase[] = [
    { ...BARE, payer: "Cigna", outcome: "approved" },
    { ...BARE, outcome: "denied" },
    { ...BARE, payer: "Aetna", outcome: "denied" },
    { ...BARE, payer: "Aetna", outcome: "approved" },
    { ...BARE, payer: "Blue Cross Blue Shield", outcome: "approved", review: ["payer"] },
  ];

  it("stands by name, with the cases of no settled payer last", () => {
    expect(payerRecords(cases).map((record) => [record.payer, record.cases, record.approval.rate])).toEqual([
      ["Aetna", 2, 0.5],
      ["Cigna", 1, 1],
      [null, 2, 0.5],
    ]);
  });

  it("loses no case: the records add up to all payers together", () => {
    const decided = payerRecords(cases).reduce((sum, record) => sum + record.approval.decided, 0);
    expect(decided).toBe(recordOfAll(cases).approval.decided);
  });
});
