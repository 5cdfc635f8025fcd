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

  it("tells cells whose value is not what it seems: errors, formulas without a result, other currencies", () => {
    const claims = tinyWorkbook({
      sheets: {
        Claims: `${sheetData(
          `<row r="1">${text("A1", "Case id")}${text("B1", "Paid")}${text("C1", "Variance")}${text("D1", "Mine")}</row>`,
          `<row r="2">${text("A2", "C-1")}<c r="B2" t="e"><v>#REF!</v></c><c r="C2"><f>B2</f></c><c r="D2" t="e"><v>#N/A</v></c></row>`,
          `<row r="3">${text("A3", "C-2")}<c r="B3"><f>D9</f></c><c r="C3" t="e"><f>B3</f><v>#REF!</v></c></row>`,
          `<row r="4">${text("A4", "C-3")}<c r="B4" s="1"><v>150</v></c></row>`,
          `<row r="5">${text("A5", "C-4")}<c r="B5" s="2"><v>150</v></c></row>`,
        )}<tableParts count="1"><tablePart r:id="t"/></tableParts>`,
      },
      styles:
        '<numFmts count="2"><numFmt numFmtId="170" formatCode="[$€-407]#,##0.00"/><numFmt numFmtId="171" formatCode="[$$-409]#,##0.00"/></numFmts><cellXfs><xf/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>',
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": relationships(["t", "table", "../tables/table1.xml"]),
        "xl/tables/table1.xml":
          '<table name="Claims" displayName="Claims" ref="A1:D5"><tableColumns count="4"><tableColumn name="Case id"/><tableColumn name="Paid"/><tableColumn name="Variance"/><tableColumn name="Mine"/></tableColumns></table>',
      },
    });
    const table = readLedgerContent(claims)?.tables.get("Claims");
    expect(table?.rows.map(([, paid]) => paid)).toEqual([null, null, 150, 150]);
    expect(table?.flaws).toEqual([
      { row: 0, heading: "Paid", kind: "error", found: "#REF!" },
      { row: 1, heading: "Paid", kind: "no-result", found: "=D9" },
      { row: 1, heading: "Variance", kind: "error", found: "#REF!" },
      { row: 2, heading: "Paid", kind: "other-currency", found: "€150.00" },
    ]);
  });
});
