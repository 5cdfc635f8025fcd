import { describe, expect, it } from "vitest";
import { ledgerRecords } from "../../sca/ledger/ledger-records.ts";
import { contentOf } from "../../sca/ledger/made-up-cases.ts";
import { parseIsoDay } from "../../sca/values/calendar-date.ts";
import { MEASURED_AS_OF, measuredLedger } from "../testing/measured-ledger.ts";
import { internalReport } from "./editions/internal-report.ts";
import { payerReport } from "./editions/payer-report.ts";
import { leverageLedger } from "./leverage-ledger.ts";

const content = contentOf(measuredLedger(60, 7));

describe("the ledger for a negotiation", () => {
  it("counts what measures count", () => {
    const ledger = leverageLedger(content, MEASURED_AS_OF);
    expect(ledger?.records).toEqual(ledgerRecords(content, MEASURED_AS_OF));
  });
  it("is none where there is no ledger", () => {
    expect(leverageLedger({ tables: new Map(), named: new Map() }, MEASURED_AS_OF)).toBeNull();
  });
  it("holds no patient's name", () => {
    const ledger = leverageLedger(content, MEASURED_AS_OF);
    expect(JSON.stringify([...(ledger?.patients ?? [])])).not.toMatch(/Patient/);
    expect(ledger?.patients.size).toBe(ledger?.records.cases.length);
  });
  it("knows no claim of a later day", () => {
    const day = parseIsoDay("2025-11-30");
    if (day === null) throw new Error("no day");
    const ledger = leverageLedger(content, day);
    expect(ledger?.claims.every(({ claim }) => claim.day === null || claim.day <= day)).toBe(true);
  });
  it("gives both editions a document", () => {
    const ledger = leverageLedger(content, MEASURED_AS_OF);
    if (ledger === null) throw new Error("no ledger");
    expect(internalReport(ledger, "Aetna").edition).toBe("internal");
    expect(payerReport(ledger, "Aetna", {}).edition).toBe("payer");
  });
});
