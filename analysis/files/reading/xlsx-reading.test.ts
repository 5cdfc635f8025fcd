import { describe, expect, it } from "vitest";
import type { Cell, Grid } from "../../../sca/tracker/grid.ts";
import { trackerFromBytes } from "./read-tracker.ts";
import { relationships, sheetData, type TinyParts, tinyWorkbook } from "./tiny-workbook.ts";

function gridOf(parts: TinyParts, sheet = 0): Grid {
  const grid = trackerFromBytes(tinyWorkbook(parts), "tracker.xlsx").grids[sheet];
  if (grid === undefined) throw new Error("no such sheet");
  return grid;
}

/** The cells of the one sheet, by address. */
function cellsOf(data: string, parts: TinyParts = {}): Record<string, Omit<Cell, "row" | "column">> {
  const grid = gridOf({ ...parts, sheets: { Cases: data } });
  const letters = (column: number) => String.fromCharCode(64 + column);
  return Object.fromEntries(
    grid.rows.flatMap(({ cells }) => cells.map(({ row, column, ...rest }) => [`${letters(column)}${row}`, rest])),
  );
}

const LOOKS = `<numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="[$-409]d\\-mmm\\-yy;@"/></numFmts>
<fonts><font/><font><b/><strike/><color rgb="FFC00000"/></font><font><b val="0"/><i/><color theme="1"/></font></fonts>
<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor theme="4" tint="0.6"/></patternFill></fill>
<fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFFFFFFF"/></patternFill></fill></fills>
<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165" fillId="3"/><xf numFmtId="9" fontId="1" fillId="2"/><xf fontId="2" fillId="4"/><xf numFmtId="7"/><xf numFmtId="20"/></cellXfs>`;

describe("cells of an .xlsx tracker", () => {
  it("are shared, inline and calculated texts, numbers, booleans and errors", () => {
    const strings =
      '<si><t>Aetna</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">rate </t></r><r><t>$140</t></r><rPh sb="0" eb="1"><t>レート</t></rPh></si>';
    const cells = cellsOf(
      sheetData(
        `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>Ruiz, </t></r><r><t>Ana</t></r></is></c></row>`,
        `<row r="2"><c r="A2"><v>1.25E3</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="e"><v>#N/A</v></c><c r="D2" t="str"><f>A1&amp;"x"</f><v>Aetnax</v></c></row>`,
      ),
      { strings },
    );
    expect(cells).toEqual({
      A1: { kind: "text", text: "Aetna" },
      B1: { kind: "text", text: "rate $140" },
      C1: { kind: "text", text: "Ruiz, Ana" },
      A2: { kind: "number", text: "1250", number: 1250 },
      B2: { kind: "boolean", text: "TRUE" },
      C2: { kind: "error", text: "#N/A" },
      D2: { kind: "text", text: "Aetnax", formula: 'A1&"x"' },
    });
  });

  it("show numbers as their format prints them, and days in either date system", () => {
    const data = sheetData(
      `<row r="1"><c r="A1" s="1"><v>45658</v></c><c r="B1" s="2"><v>123</v></c><c r="C1" s="6"><v>1250</v></c><c r="D1" s="7"><v>0.5</v></c><c r="E1" t="d" s="3"><v>2025-03-04T00:00:00</v></c></row>`,
    );
    const cells = cellsOf(data, { styles: LOOKS });
    expect(cells["A1"]).toEqual({ kind: "date", text: "1/1/2025", day: "2025-01-01", format: "m/d/yyyy" });
    expect(cells["B1"]).toEqual({ kind: "number", text: "00123", number: 123, format: "00000" });
    expect(cells["C1"]).toMatchObject({ kind: "number", text: "$1,250.00", number: 1250 });
    expect(cells["D1"]).toMatchObject({ kind: "number", text: "12:00" });
    expect(cells["E1"]).toMatchObject({ kind: "date", text: "4-Mar-25", day: "2025-03-04" });
    const old = cellsOf(data, { styles: LOOKS, before: '<workbookPr date1904="1"/>' });
    expect(old["A1"]).toMatchObject({ kind: "date", text: "1/2/2029", day: "2029-01-02" });
    expect(old["E1"]).toMatchObject({ text: "4-Mar-25", day: "2025-03-04" });
  });

  it("keep formulas, those shared moved along, and say which were saved without a result", () => {
    const cells = cellsOf(
      sheetData(
        `<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*$C$1+SUM(B:B)</f><v>1</v></c><c r="B1"><f>TODAY()</f></c><c r="C1"><f>1/3</f><v></v></c><c r="D1" t="str"><f>""</f><v></v></c></row>`,
        `<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c><c r="B2"><f>HYPERLINK("mailto:rep@payer.example","rep")</f><v>0</v></c></row>`,
      ),
    );
    expect(cells["A2"]).toEqual({ kind: "number", text: "2", number: 2, formula: "B2*$C$1+SUM(B:B)" });
    expect(cells["B1"]).toEqual({ kind: "text", text: "", uncomputed: true, formula: "TODAY()" });
    expect(cells["C1"]).toMatchObject({ uncomputed: true });
    expect(cells["D1"]).toEqual({ kind: "text", text: "", formula: '""' });
    expect(cells["B2"]).toMatchObject({ link: "mailto:rep@payer.example" });
  });

  it("carry fills with theme, tint and palette resolved, and the look of their font", () => {
    const grid = gridOf({
      sheets: {
        Cases: sheetData(
          '<row r="1"><c r="A1" s="4"><v>1.4</v></c><c r="B1" s="5" t="inlineStr"><is><t>x</t></is></c><c r="C1" s="3"/><c r="D1" s="5"/></row><row r="2"><c r="A2" s="5"/></row>',
        ),
      },
      styles: LOOKS,
      parts: {
        "xl/_rels/workbook.xml.rels": relationships(
          ["s1", "worksheet", "/xl/worksheets/sheet1.xml"],
          ["s", "styles", "styles.xml"],
        ),
      },
    });
    expect(grid.rows).toHaveLength(1);
    expect(grid.rows[0]?.cells[0]).toMatchObject({
      text: "140%",
      fill: "B9CDE5",
      ink: "C00000",
      bold: true,
      struckOut: true,
    });
    expect(grid.rows[0]?.cells[1]).toEqual({ row: 1, column: 2, kind: "text", text: "x", italic: true });
    expect(grid.rows[0]?.fills).toEqual(new Map([[3, "FFFF00"]]));
  });

  it("are empty where only blanks stand, and where a shared text has no number", () => {
    const cells = cellsOf(
      sheetData(
        '<row r="1"><c r="A1" t="s"><v/></c><c r="B1" t="inlineStr"><is><t> \u00a0</t></is></c><c r="C1" t="s"><v>7</v></c><c r="D1"/></row>',
      ),
      { strings: "<si><t>payer</t></si>" },
    );
    expect(cells).toEqual({});
  });

  it("keep line breaks and read the characters that XML cannot hold", () => {
    const strings = "<si><t>a_x000D_&#10;b_x005F_x0041_ _x0041_</t></si><si><t>c&#13;&#10;d</t></si>";
    const cells = cellsOf(sheetData('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'), {
      strings,
    });
    expect([cells["A1"]?.text, cells["B1"]?.text]).toEqual(["a\nb_x0041_ A", "c\nd"]);
  });

  it("keep all digits of long numbers, which are identifiers", () => {
    const cells = cellsOf(
      sheetData('<row r="1"><c r="A1"><v>904418820123</v></c><c r="B1"><v>0.30000000000000004</v></c></row>'),
    );
    expect([cells["A1"]?.text, cells["B1"]?.text]).toEqual(["904418820123", "0.3"]);
  });
});

describe("sheets of an .xlsx tracker", () => {
  it("list merged areas and only their top left cells", () => {
    const grid = gridOf({
      sheets: {
        Cases: `${sheetData(
          '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c><c r="C2"><v>5</v></c></row>',
        )}<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>`,
      },
    });
    expect(grid.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 2 }]);
    expect(grid.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([["1", "3"], ["5"]]);
  });

  it("say which rows, columns and sheets are hidden", () => {
    const data = '<cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" hidden="1"/></cols>';
    const rows = sheetData('<row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="3"><c r="E3"><v>1</v></c></row>');
    const sheets = { Cases: data + rows, Lists: rows };
    const bytes = tinyWorkbook({
      sheets,
      parts: {
        "xl/workbook.xml":
          '<workbook xmlns:r="r"><sheets><sheet name="Cases" r:id="s1"/><sheet name="Lists" state="veryHidden" r:id="s2"/></sheets></workbook>',
      },
    });
    const [cases, lists] = trackerFromBytes(bytes, "t.xlsx").grids;
    expect(cases?.hiddenColumns).toEqual([2, 4, 5]);
    expect(cases?.rows.map((row) => row.hidden)).toEqual([true, false]);
    expect([cases?.hidden, lists?.hidden]).toEqual([false, true]);
  });

  it("give cells the notes, threads and links that belong to them", () => {
    const notice =
      "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it will get removed.\n\nComment:\n    old\nReply:\n    copy";
    const comment = (ref: string, text: string) =>
      `<comment ref="${ref}" authorId="0"><text><r><t>${text}</t></r></text></comment>`;
    const parts = {
      "xl/worksheets/_rels/sheet1.xml.rels": relationships(
        ["r1", "comments", "../comments1.xml"],
        ["r2", "threadedComment", "/xl/threadedComments/t1.xml"],
        ["r3", "hyperlink", "mailto:lee@payer.example", "External"],
      ),
      "xl/comments1.xml": `<comments><authors><author>Pam</author></authors><commentList>${comment("A1", "Pam:\nasked 140%")}${comment("B1", notice)}${comment("C1", notice)}${comment("D4", "on an empty cell")}</commentList></comments>`,
      "xl/threadedComments/t1.xml":
        '<ThreadedComments><threadedComment ref="B1" id="1"><text>verbal only</text></threadedComment><threadedComment ref="B1" id="2" parentId="1"><text>letter came</text></threadedComment></ThreadedComments>',
    };
    const cells = cellsOf(
      `${sheetData('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>')}<hyperlinks><hyperlink ref="A1:B1" r:id="r3"/><hyperlink ref="C1" location="'Old cases'!A1"/></hyperlinks>`,
      { parts },
    );
    expect(cells["A1"]).toMatchObject({ comment: "asked 140%", link: "mailto:lee@payer.example" });
    expect(cells["B1"]).toMatchObject({ comment: "verbal only\nletter came", link: "mailto:lee@payer.example" });
    expect(cells["C1"]).toMatchObject({ comment: "old\ncopy", link: "#'Old cases'!A1" });
    expect(cells["D4"]).toEqual({ kind: "text", text: "", comment: "on an empty cell" });
  });

  it("are read whatever program wrote them", () => {
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const bytes = tinyWorkbook({
      parts: {
        "_rels/.rels": relationships(["x", "officeDocument", "/xl/Book.xml"]),
        "xl/workbook.xml": null,
        "xl/Book.xml": `\ufeff<?xml version="1.0" encoding="utf-8"?><x:workbook xmlns:x="${main}"><x:sheets><x:sheet name="Cases" xmlns:q="r" q:id="a"/><x:sheet name="Chart" xmlns:q="r" q:id="b"/></x:sheets></x:workbook>`,
        "xl/_rels/workbook.xml.rels": null,
        "xl/_rels/Book.xml.rels": relationships(
          ["a", "worksheet", "/xl/odd/Tabelle.xml"],
          ["b", "chartsheet", "chartsheets/sheet1.xml"],
        ),
        "xl/odd/Tabelle.xml": `<x:worksheet xmlns:x="${main}"><x:dimension ref="A1"/><x:cols/><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>no addresses</x:t></x:is></x:c><x:c><x:v>7</x:v></x:c></x:row><x:row/><x:row r="40"><x:c r="C40"><x:v>9</x:v></x:c><x:c><x:v>10</x:v></x:c></x:row></x:sheetData><x:mergeCells/><x:extLst><x:ext><x:row r="1"><x:c r="A1"><x:v>no cell</x:v></x:c></x:row></x:ext></x:extLst></x:worksheet>`,
      },
    });
    const { grids } = trackerFromBytes(bytes, "t.xlsx");
    expect(grids).toHaveLength(1);
    expect(grids[0]?.rows.flatMap(({ cells }) => cells.map((cell) => [cell.row, cell.column, cell.text]))).toEqual([
      [1, 1, "no addresses"],
      [1, 2, "7"],
      [40, 3, "9"],
      [40, 4, "10"],
    ]);
  });

  it("are put in order where a program wrote rows or cells out of it", () => {
    const grid = gridOf({
      sheets: {
        Cases: sheetData(
          '<row r="3"><c r="B3"><v>4</v></c><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="C3"><v>5</v></c></row>',
        ),
      },
    });
    expect(grid.rows.map((row) => [row.row, ...row.cells.map((cell) => cell.text)])).toEqual([
      [1, "1"],
      [3, "3", "4", "5"],
    ]);
  });
});
