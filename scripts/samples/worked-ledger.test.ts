import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readLedgerContent } from "../../analysis/files/reading/ledger-content.ts";
import { leverageLedger } from "../../analysis/report/leverage-ledger.ts";
import { ledgerMeasures } from "../../sca/measures/ledger-measures.ts";
import { measuresBy } from "../../sca/measures/measures-by.ts";
import { OUTCOMES } from "../../sca/tracker/tracked-case.ts";
import { workedLedger } from "./worked-ledger.ts";
import { WORKED_AS_OF } from "./worked-requests.ts";

const SAMPLES = resolve(import.meta.dirname, "..", "..", "data-samples");

function read(bytes: Uint8Array) {
  const content = readLedgerContent(bytes);
  const ledger = content === null ? null : leverageLedger(content, WORKED_AS_OF);
  if (ledger === null) throw new Error("the worked ledger is a ledger");
  return ledger;
}
const shipped = read(new Uint8Array(readFileSync(resolve(SAMPLES, "worked-ledger.xlsx"))));

describe("the worked ledger", () => {
  it("counts as what npm run samples makes, the same in every run", async () => {
    const [made, again] = [
      await workedLedger(resolve(SAMPLES, "medicare")),
      await workedLedger(resolve(SAMPLES, "medicare")),
    ];
    expect(Buffer.from(made).equals(Buffer.from(again))).toBe(true);
    const { records, attempts, claims } = read(made);
    expect(records).toEqual(shipped.records);
    expect(attempts).toEqual(shipped.attempts);
    expect(claims).toEqual(shipped.claims);
  });

  it("has enough of everything to show what the program tells", () => {
    const { cases, terms, leftOut } = shipped.records;
    const { all, groups } = measuresBy(ledgerMeasures(terms), cases, ({ payer }) => payer);
    expect(groups.filter(({ value }) => value.approval.decided > 20)).toHaveLength(2);
    expect(groups).toHaveLength(4);
    for (const outcome of OUTCOMES) expect(all.approval.counts[outcome]).toBeGreaterThan(2);
    const { appeals, multiple, negotiation, captured, honour, lapse, avoided } = all;
    expect([appeals.won, appeals.decided - appeals.won].every((count) => count > 2)).toBe(true);
    expect(Math.min(multiple.lines, negotiation.offers, honour.unpaidLines)).toBeGreaterThan(10);
    expect(honour.paidLines - honour.honoured).toBeGreaterThan(20);
    expect(Math.min(lapse.outside ?? 0, captured.capturedB ?? 0, avoided.cents ?? 0)).toBeGreaterThan(0);
    expect(shipped.attempts.length).toBeGreaterThan(100);
    expect(leftOut.map(({ reason }) => reason)).toEqual(["taken-back"]);
  });
});
