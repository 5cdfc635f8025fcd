import { describe, expect, it } from "vitest";
import { readLedgerContent } from "./ledger-content.ts";
import { relationships, sheetData, tinyWorkbook } from "./tiny-workbook.ts";
import { tablesOf } from "./workbook-tables.ts";

const text = (address: string, value: string) => `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;

const LEDGER = tinyWorkbook({
  sheets: {
    Tracker: sheetData('<row r="1"><c r="A1"><v>1</v></c></row>'),
    Cases: `${sheetData(
      `<row r="3">${text("B3", "Case")}${text("C3", "Sent")}${text("D3", "Rate")}${text("E3", "Letter")}</row>`,
      `<row r="4">${text("B4", "00123")}<c r="C4" s="1"><v>45658</v></c><c r="D4"><v>140</v></c><c r="E4" t="b"><v>0</v></c>${text("F4", "beside the table")}</row>`,
      `<row r="5"><c r="C5"><f>TODAY()</f></c><c r="D5" t="e"><f>NA()</f><v>#N/A</v></c></row>`,
      `<row r="7">${text("B7", "Total")}</row>`,
    )}<tableParts count="1"><tablePart r:id="t"/></tableParts>`,
    "My settings": sheetData('<row r="3"><c r="B3" s="1"><v>45672</v></c></row>'),
  },
  styles: '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>',
  after:
    '<definedNames><definedName name="AsOf">\'My settings\'!$B$3</definedName><definedName name="Holidays">\'My settings\'!$C$1:$C$9</definedName><definedName name="Rate">0.5*2</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Tracker!$A$1</definedName></definedNames>',
  parts: {
    "xl/worksheets/_rels/sheet2.xml.rels": relationships(["t", "table", "../tables/table1.xml"]),
    "xl/tables/table1.xml":
      '<table name="Table7" displayName="Cases" ref="B3:E7" totalsRowCount="1"><tableColumns count="4"><tableColumn name="Case"/><tableColumn name="Sent"/><tableColumn name="Rate_x000a_(%)"/><tableColumn name="Letter"/></tableColumns></table>',
  },
});

describe("an earlier ledger in a workbook", () => {
  it("is its tables by name, with values as saved, without totals", () => {
    const content = readLedgerContent(LEDGER);
    expect([...(content?.tables.keys() ?? [])]).toEqual(["Cases"]);
    expect(content?.tables.get("Cases")).toEqual({
      name: "Cases",
      sheet: "Cases",
      headings: ["Case", "Sent", "Rate\n(%)", "Letter"],
      rows: [
        ["00123", { day: "2025-01-01" }, 140, false],
        [null, null, null, null],
        [null, null, null, null],
      ],
    });
  });

  it("is its named cells, the first of several, formulas left out", () => {
    expect(readLedgerContent(LEDGER)?.named).toEqual(
      new Map<string, unknown>([
        ["AsOf", { day: "2025-01-15" }],
        ["Holidays", null],
      ]),
    );
  });

  it("tells where its tables stand", () => {
    expect(tablesOf(LEDGER)).toEqual([
      {
        name: "Cases",
        sheet: "Cases",
        area: { top: 3, left: 2, bottom: 7, right: 5 },
        headings: ["Case", "Sent", "Rate\n(%)", "Letter"],
        headingRows: 1,
        totalsRows: 1,
      },
    ]);
  });

  it("is not in a text file", () => {
    expect(readLedgerContent(Buffer.from("a,b"))).toBeNull();
  });
});
