import { expect, it } from "vitest";
import { readLedgerContent } from "../../analysis/files/reading/ledger-content.ts";
import { MEASURED_AS_OF, measuredLedger, workbookOf } from "../../analysis/testing/measured-ledger.ts";
import { ledgerRecords } from "../../sca/ledger/ledger-records.ts";
import { leftOutSentence } from "../../sca/ledger/left-out.ts";
import type { LedgerContent } from "../../sca/ledger/workbook-plan.ts";
import { todayPage } from "../taskpane/today/work-sections.ts";
import { ledgerWorkbook } from "../test-host/structured/ledger-workbook.ts";
import { type PlantedCell, withPlanted } from "../test-host/structured/planted-cells.ts";
import { openInExcel } from "../test-host/structured/structured-workbook.ts";

const PLANTED: readonly PlantedCell[] = [
  { table: "Claims", row: 2, heading: "Paid", type: "e", inside: "<v>#REF!</v>" },
  { table: "Claims", row: 3, heading: "Paid", type: "e", inside: "<f>NA()</f><v>#N/A</v>" },
  { table: "Claims", row: 4, heading: "Paid", inside: "<v>150</v>", format: "[$€-407]#,##0.00" },
  { table: "Claims", row: 5, heading: "Paid", inside: "<v>160</v>", format: '[$$-409]#,##0.00_);"no €"' },
  { table: "Claims", row: 6, heading: "Expected", type: "e", inside: "<f>WEBSERVICE(A1)</f><v>#GETTING_DATA</v>" },
  { table: "ServiceLines", row: 0, heading: "Agreed rate", inside: "<f>2*700</f><v>1400</v>", format: '"£"#,##0' },
  { table: "ServiceLines", row: 1, heading: "Expected dollars", type: "e", inside: "<f>1/0</f><v>#DIV/0!</v>" },
  { table: "ServiceLines", row: 2, heading: "Expected dollars", inside: "<f>1</f><v>1</v>", format: '"€"0' },
  { table: "Cases", row: 0, heading: "Agreed rate", inside: "<v>85.5</v>", format: "#,##0.0 [$CAD]" },
  { table: "Cases", row: 1, heading: "Submitted", type: "e", inside: "<v>#VALUE!</v>" },
  { table: "Cases", row: 2, heading: "Agreed rate", inside: "<v>90</v>", format: 'General" EUR"' },
  { table: "AuthorizationPeriods", row: 0, heading: "Last covered day", type: "e", inside: "<v>#NAME?</v>" },
];

const WHOLE = workbookOf(measuredLedger(20, 7));
const BYTES = withPlanted(WHOLE, PLANTED);

async function inExcel(bytes: Uint8Array) {
  const { hand, traffic } = openInExcel(ledgerWorkbook(bytes, "Ledger.xlsx"));
  const content = (await hand.readLedger()) ?? expect.fail("there is a ledger");
  return { content, syncs: traffic.syncs };
}

function leftOut(content: LedgerContent): readonly string[] {
  return ledgerRecords(content, MEASURED_AS_OF)?.leftOut.map(leftOutSentence) ?? [];
}

it("errors and amounts in other currencies are told of the open workbook as of its file, in the same words", async () => {
  const file = readLedgerContent(BYTES) ?? expect.fail("there is a ledger");
  const { content } = await inExcel(BYTES);
  for (const [name, table] of file.tables) expect(content.tables.get(name), name).toEqual(table);
  expect(leftOut(content)).toEqual(leftOut(file));
  for (const said of [
    "Claims, Paid: 2 cells with an error in place of a value (#REF!), left out. Type the value.",
    'Claims, Paid: 1 cell with an amount that is not in US dollars ("€150.00"), left out. Type the US dollars it came to.',
    "Claims, Expected: 1 cell with a formula that has no result, left out. Open the file in Excel, let it compute, and save it.",
    'ServiceLines, Agreed rate: 1 cell with an amount that is not in US dollars ("£1,400"), left out. Type the US dollars it came to.',
    "ServiceLines, Expected dollars: 1 cell whose formula shows an error (#DIV/0!), reckoned anew here. Bring the formula back by filling it down from a row that works.",
    'Cases, Agreed rate: 2 cells with an amount that is not in US dollars ("85.5 CAD"), left out. Type the US dollars it came to.',
    "Cases, Submitted: 1 cell with an error in place of a value (#VALUE!), left out. Type the value.",
  ]) {
    expect(leftOut(content)).toContain(said);
  }
});

it("a ledger without such cells has no flaws, and they cost no round trip", async () => {
  const [good, bad] = [await inExcel(WHOLE), await inExcel(BYTES)];
  expect([...good.content.tables.values()].flatMap(({ flaws }) => flaws ?? [])).toEqual([]);
  expect(bad.syncs).toBe(good.syncs);
});

it("Today names what its list cannot use, and leaves what concerns payments to Leverage", async () => {
  const { content } = await inExcel(BYTES);
  const said = todayPage(content, MEASURED_AS_OF).leftOut?.sentences ?? [];
  expect(said).toContain(
    "AuthorizationPeriods, Last covered day: 1 cell with an error in place of a value (#NAME?), left out. Type the value.",
  );
  expect(said.join()).toContain("£1,400");
  expect(said.join()).not.toContain("Claims");
});
