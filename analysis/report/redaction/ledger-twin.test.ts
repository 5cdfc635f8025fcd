import { describe, expect, it } from "vitest";
import { ledgerRecords } from "../../../sca/ledger/ledger-records.ts";
import { LEDGER_TABLES } from "../../../sca/ledger/ledger-tables.ts";
import { contentOf } from "../../../sca/ledger/made-up-cases.ts";
import type { LedgerContent, PlanValue } from "../../../sca/ledger/workbook-plan.ts";
import { ledgerMeasures, measureFields } from "../../../sca/measures/ledger-measures.ts";
import { measureOf } from "../../../sca/measures/measure.ts";
import { MEASURED_AS_OF, measuredLedger } from "../../testing/measured-ledger.ts";
import { withHeading, withRow } from "../../testing/planted-faults.ts";
import { ledgerTwin, wordlessTwin } from "./ledger-twin.ts";

const LEDGER = contentOf(measuredLedger(20, 7));

function figuresOf(content: LedgerContent) {
  const records = ledgerRecords(content, MEASURED_AS_OF) ?? expect.fail("a ledger");
  return measureFields(measureOf(ledgerMeasures(records.terms), records.cases));
}

/** The ledger with ids as another program gives them: 1, 2, 3. */
function numbered(): LedgerContent {
  const cases = LEDGER.tables.get("Cases") ?? expect.fail("cases");
  const numbers = new Map(cases.rows.map((row, at) => [row[cases.headings.indexOf("Case id")], at + 1]));
  const tables = [...LEDGER.tables].map(([name, table]) => {
    const at = table.headings.indexOf("Case id");
    const renamed = (row: readonly PlanValue[]) =>
      row.map((value, column) => (column === at ? (numbers.get(value ?? "") ?? value) : value));
    return [name, { ...table, rows: table.rows.map(renamed) }] as const;
  });
  return { ...LEDGER, tables: new Map(tables) };
}

const idOf = (content: LedgerContent, row: number): string => {
  const { headings = [], rows = [] } = content.tables.get("Cases") ?? {};
  return String(rows[row]?.[headings.findIndex((heading) => heading.trim().toLowerCase() === "case id")]);
};

describe("the same ledger with other patients shows the same figures", () => {
  it.each([
    ["with ids that are plain numbers, as units and rates are", numbered()],
    [
      "with an id twice, once in other capitals and with a blank",
      withRow(LEDGER, "Cases", { "Case id": `${idOf(LEDGER, 2).toLowerCase()} `, Outcome: "Denied" }),
    ],
    ["with headings in other capitals", withHeading(LEDGER, "Cases", "Case id", "CASE ID ")],
  ])("%s", (_, content) => {
    const twin = ledgerTwin(content, "Aetna");
    expect(figuresOf(twin)).toEqual(figuresOf(content));
    expect(idOf(twin, 0)).not.toBe(idOf(content, 0));
  });
});

describe("the ledger without any text that somebody typed", () => {
  const TYPED = "Meridian Harbor";

  it("has the payer's own name, the ledger's words and figures, and no other text, in whatever column it stood", () => {
    const listed = new Set(
      LEDGER_TABLES.flatMap(({ columns }) => columns.flatMap(({ choices }) => choices?.words ?? [])),
    );
    const tables = [...LEDGER.tables].map(([name, { rows, ...rest }]) => {
      const typed = rows.map((row) =>
        row.map((value) => (typeof value === "string" && value !== "Aetna" && !listed.has(value) ? TYPED : value)),
      );
      return [name, { ...rest, rows: [...typed, ...rows] }] as const;
    });
    const wordless = wordlessTwin({ ...LEDGER, tables: new Map(tables), named: new Map([["Office", TYPED]]) }, "Aetna");
    const text = JSON.stringify([...wordless.tables.values()].map(({ rows }) => rows)) + [...wordless.named.values()];
    expect(JSON.stringify(tables)).toContain(TYPED);
    expect(text).not.toContain(TYPED);
    expect(text).toContain("Aetna");
    expect(text).toContain("Approved");
    expect(text).not.toContain("Cigna");
  });
});
