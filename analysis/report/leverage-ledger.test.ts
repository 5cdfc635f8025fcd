import { describe, expect, it } from "vitest";
import { ledgerRecords } from "../../sca/ledger/ledger-records.ts";
import { contentOf } from "../../sca/ledger/made-up-cases.ts";
import { addDays, parseIsoDay } from "../../sca/values/calendar-date.ts";
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
  it("tells which access attempts it leaves out, and why", () => {
    const id = String(content.tables.get("Cases")?.rows[0]?.[0]);
    const headings = ["Case id", "Office", "Date", "Wait offered", "Miles", "Why not viable"];
    const on = { day: MEASURED_AS_OF };
    const rows = [
      [id, "Elm", on, 30, 4, "too long"],
      [id, "Elm", on, "n/a", 4, ""],
      [id, "Oak", { day: addDays(MEASURED_AS_OF, 1) }, 3, 4, ""],
      ["stranger", "Oak", on, 3, 4, ""],
      [null, "Oak", on, 3, 4, ""],
    ];
    const attempts = { name: "AccessAttempts", sheet: "Access attempts", headings, rows };
    const tables = new Map(content.tables).set("AccessAttempts", attempts);
    const ledger = leverageLedger({ ...content, tables }, MEASURED_AS_OF);
    expect(ledger?.attempts.map(({ waitDays }) => waitDays)).toEqual([30, null]);
    const told = (ledger?.records.leftOut ?? []).filter(({ table }) => table === "AccessAttempts");
    expect(told.map(({ reason, count }) => [reason, count])).toEqual([
      ["not-a-number", 1],
      ["tried-later", 1],
      ["unknown-case", 1],
      ["no-case-id", 1],
    ]);
  });
  it("gives both editions a document", () => {
    const ledger = leverageLedger(content, MEASURED_AS_OF);
    if (ledger === null) throw new Error("no ledger");
    expect(internalReport(ledger, "Aetna").edition).toBe("internal");
    expect(payerReport(ledger, "Aetna", {}).edition).toBe("payer");
  });
});
