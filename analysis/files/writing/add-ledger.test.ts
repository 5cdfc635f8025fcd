import { describe, expect, it } from "vitest";
import type { WorkbookPlan } from "../../../sca/ledger/workbook-plan.ts";
import { samplePlan } from "../../testing/sample-plan.ts";
import {
  changedParts,
  partNames,
  partText,
  TRACKER_PARTS,
  trackerWorkbook,
  withParts,
} from "../../testing/workbook-fixture.ts";
import { UserProblem } from "../../user-problem.ts";
import { trackerFromBytes } from "../reading/read-tracker.ts";
import { addLedger } from "./add-ledger.ts";
import { takenNames } from "./ledger-marks.ts";

const HISTORY = { tables: ["Authorizations", "Review"] };
const SHARED_PARTS = ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"];
const OUR_SHEETS = ["Start", "Authorizations", "Review", "Settings", "Lists"];
const WORKBOOK = TRACKER_PARTS["xl/workbook.xml"] ?? "";

function add(workbook: Uint8Array, plan: WorkbookPlan = samplePlan()): Uint8Array {
  return addLedger(workbook, plan, HISTORY);
}

function sheetsOf(workbook: Uint8Array): (string | null)[] {
  return trackerFromBytes(workbook, "workbook.xlsx").grids.map(({ sheet }) => sheet);
}

function problemOf(work: () => unknown): UserProblem {
  try {
    work();
  } catch (error) {
    if (error instanceof UserProblem) return error;
    throw error;
  }
  throw new Error("no problem was reported");
}

function renamed(from: string, to: string): (xml: string) => string {
  return (xml) => xml.replaceAll(from, to);
}

describe("the user's workbook", () => {
  it("keeps every part but the four that list what the workbook holds, to the byte and in its place", () => {
    const before = trackerWorkbook({
      "xl/media/image1.png": new Uint8Array([1, 2, 3]),
      "docProps/app.xml": "<Properties/>",
    });
    const after = add(before);
    expect(changedParts(before, after).sort()).toEqual([...SHARED_PARTS].sort());
    expect(partNames(after).slice(0, partNames(before).length)).toEqual(partNames(before));
  });

  it("gets the ledger's sheets after its own, and opens where the user left it", () => {
    const after = add(trackerWorkbook());
    expect(sheetsOf(after)).toEqual(["Tracker", ...OUR_SHEETS]);
    expect(partText(after, "xl/workbook.xml")).toContain('activeTab="0"');
    expect(partText(after, "xl/worksheets/sheet2.xml")).not.toContain("tabSelected");
  });

  it("keeps its names, and is asked to calculate when it opens", () => {
    const xml = partText(add(trackerWorkbook()), "xl/workbook.xml");
    expect(xml).toContain('<definedName name="_xlnm.Print_Area" localSheetId="0">Tracker!$A$1:$D$2</definedName>');
    expect(xml).toContain('<definedName name="Zone">Tracker!$A$1</definedName>');
    expect(xml).toContain("<definedName name=\"AsOf\">'Start'!$B$4</definedName>");
    expect(xml).toContain(
      "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"2\">'Authorizations'!$A:$A,'Authorizations'!$3:$3</definedName>",
    );
    expect(xml).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
  });

  it("keeps its styles in place: ours come after them and take its font", () => {
    const xml = partText(add(trackerWorkbook()), "xl/styles.xml");
    expect(xml).toContain('<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf ');
    expect(xml).toContain('<b/><sz val="15"/><color rgb="FF1F3A5F"/><name val="Arial"/>');
    const count = Number(/<cellXfs count="(\d+)"/.exec(xml)?.[1]);
    expect(count).toBe((/<cellXfs.*<\/cellXfs>/.exec(xml)?.[0].match(/<xf /g) ?? []).length);
  });

  it("may come from any program: prefixed names, byte order mark, no styles, nothing bound to r, UTF-16", () => {
    const prefixed = WORKBOOK.replace(/<(\/?)(?=[a-z])/g, "<$1x:").replace("xmlns=", "xmlns:x=");
    const unbound = WORKBOOK.replace(/ xmlns:r="[^"]*"/, "").replace(
      "r:id=",
      'xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships" q:id=',
    );
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${WORKBOOK.replace("UTF-8", "UTF-16")}`, "utf16le"));
    const variants = [
      trackerWorkbook({ "xl/workbook.xml": prefixed }),
      trackerWorkbook({ "xl/workbook.xml": `\ufeff${WORKBOOK}` }),
      trackerWorkbook({ "xl/workbook.xml": unbound }),
      trackerWorkbook({ "xl/workbook.xml": utf16 }),
      trackerWorkbook({
        "xl/styles.xml": null,
        "xl/_rels/workbook.xml.rels": (TRACKER_PARTS["xl/_rels/workbook.xml.rels"] ?? "").replace(
          /<Relationship Id="rId3"[^>]*>/,
          "",
        ),
      }),
      trackerWorkbook({
        "xl/styles.xml": '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
      }),
      trackerWorkbook({
        "xl/workbook.xml": WORKBOOK.replace(/<calcPr[^>]*>/, "").replace(/<definedNames>.*<\/definedNames>/, ""),
      }),
    ];
    for (const variant of variants) {
      const after = add(variant);
      expect(sheetsOf(after)).toEqual(["Tracker", ...OUR_SHEETS]);
      expect(add(after)).toEqual(after);
    }
  });

  it("may count its days from 1904", () => {
    const mac = trackerWorkbook({ "xl/workbook.xml": WORKBOOK.replace("<workbookPr/>", '<workbookPr date1904="1"/>') });
    const grid = trackerFromBytes(add(mac), "mac.xlsx").grids.find(({ sheet }) => sheet === "Authorizations");
    const days = grid?.rows.flatMap(({ cells }) => cells).filter(({ kind }) => kind === "date");
    expect(days?.map(({ day }) => day)).toEqual(["2026-01-08", "2026-01-13", "2026-01-18", "2026-01-23"]);
  });

  it("is refused in words where sheets cannot be added", () => {
    const locked = WORKBOOK.replace("<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>');
    const strict = WORKBOOK.replaceAll(
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      "http://purl.oclc.org/ooxml/spreadsheetml/main",
    );
    expect(problemOf(() => add(trackerWorkbook({ "xl/workbook.xml": locked }))).code).toBe("workbook-protected");
    expect(problemOf(() => add(trackerWorkbook({ "xl/workbook.xml": strict }))).code).toBe("strict-workbook");
    expect(problemOf(() => add(trackerWorkbook({ "xl/workbook.xml": "<workbook" }))).code).toBe("part-damaged");
    expect(problemOf(() => add(trackerWorkbook({ "xl/workbook.xml": null }))).code).toBe("part-missing");
  });
});

describe("names that the user has already", () => {
  it("a sheet of the same name keeps it, and ours gets a number that links follow", () => {
    const after = add(trackerWorkbook({ "xl/workbook.xml": WORKBOOK.replace('name="Tracker"', 'name="review"') }));
    expect(sheetsOf(after)).toEqual(["review", "Start", "Authorizations", "Review (2)", "Settings", "Lists"]);
    expect(partText(after, "xl/worksheets/sheet2.xml")).toContain("location=\"'Review (2)'!A1\"");
    expect(takenNames(after).sheets).toEqual(["review"]);
  });

  it("a cell or a table of the same name is refused in words, and takenNames tells of it before", () => {
    const cell = trackerWorkbook({ "xl/workbook.xml": WORKBOOK.replace('"Zone"', '"asof"') });
    expect(takenNames(cell).names).toEqual(["asof"]);
    expect(problemOf(() => add(cell)).message).toContain('calls the cells Tracker!$A$1 "asof"');
    const named = trackerWorkbook({ "xl/workbook.xml": WORKBOOK.replace('"Zone"', '"Review"') });
    expect(problemOf(() => add(named)).code).toBe("table-name-taken");

    const plan = samplePlan();
    const other = addLedger(trackerWorkbook(), { names: [], sheets: plan.sheets.slice(2, 3) }, HISTORY);
    const unmarked = withParts(other, { "xl/workbook.xml": (xml) => xml.replace("SCALedger_Review", "Other") });
    expect(takenNames(unmarked)).toMatchObject({ sheets: ["Tracker", "Review"], tables: ["Review"], ledger: [] });
    expect(problemOf(() => add(unmarked)).message).toContain('has a table "Review" on the sheet "Review"');
  });
});

describe("a second run on our own output", () => {
  it("is refused in words where a sheet of ours is damaged", () => {
    const part = "xl/worksheets/sheet2.xml";
    const broken = (edit: (xml: string) => string) => withParts(add(trackerWorkbook()), { [part]: edit });
    expect(problemOf(() => add(broken((xml) => xml.replace("</sheetData>", "")))).code).toBe("part-damaged");
    expect(problemOf(() => add(broken((xml) => xml.replace("<worksheet", "<!DOCTYPE x><worksheet")))).code).toBe(
      "part-damaged",
    );
  });

  const first = add(trackerWorkbook());

  it("changes nothing where the plan is the same", () => {
    expect(add(first)).toEqual(first);
  });

  it("writes more rows into the same parts, and leaves the user's alone", () => {
    const again = add(first, samplePlan(40));
    expect(partNames(again)).toEqual(partNames(first));
    expect(changedParts(trackerWorkbook(), again).sort()).toEqual([...SHARED_PARTS].sort());
    expect(partText(again, "xl/tables/table1.xml")).toContain('ref="A3:I43"');
    expect(add(again, samplePlan(40))).toEqual(again);
  });

  it("finds a sheet that was renamed and moved, and leaves it there", () => {
    const moved = withParts(first, {
      "xl/workbook.xml": (xml) => {
        const sheet = /<sheet name="Review"[^>]*>/.exec(xml)?.[0] ?? "";
        return xml
          .replace(sheet, "")
          .replace("<sheets>", `<sheets>${sheet.replace('"Review"', '"To settle"')}`)
          .replace("'Review'!$A$1", "'To settle'!$A$1")
          .replace(/<definedName name="_xlnm[^>]*>[^<]*<\/definedName>/g, "");
      },
    });
    const again = add(moved);
    expect(sheetsOf(again)).toEqual(["To settle", "Tracker", "Start", "Authorizations", "Settings", "Lists"]);
    expect(partText(again, "xl/worksheets/sheet2.xml")).toContain("location=\"'To settle'!A1\"");
    expect(partText(again, "xl/workbook.xml")).toContain("localSheetId=\"0\">'To settle'!$1:$1<");
    expect(add(again)).toEqual(again);
  });

  it("makes a sheet anew that the user deleted", () => {
    const without = withParts(first, {
      "xl/workbook.xml": (xml) =>
        xml
          .replace(/<sheet name="Settings"[^>]*>/, "")
          .replaceAll("'Settings'!", "#REF!")
          .replace(/<definedName name="_xlnm[^>]*>[^<]*<\/definedName>/g, ""),
    });
    const again = add(without);
    expect(sheetsOf(again)).toEqual(["Tracker", "Start", "Authorizations", "Review", "Lists", "Settings"]);
    expect(partText(again, "xl/workbook.xml")).not.toContain("#REF!");
  });

  it("still finds a sheet of which the user deleted rows", () => {
    const shorter = withParts(first, {
      "xl/workbook.xml": (xml) => xml.replace("'Start'!$A$1:$A$2", "Start!#REF!"),
      "xl/worksheets/sheet2.xml": (xml) => xml.replace(/<row r="[12]".*?<\/row>/g, ""),
    });
    expect(sheetsOf(add(shorter))).toEqual(["Tracker", ...OUR_SHEETS]);
  });

  it("drops an order of calculation that lists our cells, and keeps one that does not", () => {
    const chain = (sheet: number): Uint8Array =>
      withParts(first, {
        "xl/calcChain.xml": () =>
          `<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="D1" i="${sheet}"/></calcChain>`,
        "[Content_Types].xml": renamed(
          "</Types>",
          '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
        ),
        "xl/_rels/workbook.xml.rels": renamed(
          "</Relationships>",
          '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
        ),
      });
    expect(partNames(add(chain(1)))).toContain("xl/calcChain.xml");
    const dropped = add(chain(3));
    expect(partNames(dropped)).not.toContain("xl/calcChain.xml");
    expect(partText(dropped, "[Content_Types].xml") + partText(dropped, "xl/_rels/workbook.xml.rels")).not.toContain(
      "calcChain",
    );
  });
});

describe("what the user did on the ledger's sheets", () => {
  const first = add(trackerWorkbook());
  const SHEET = "xl/worksheets/sheet3.xml"; // Authorizations, A1:I7

  it("stays: widths, hidden columns, zoom, notes above and beside the table, a comment", () => {
    const edited = withParts(first, {
      [SHEET]: (xml) =>
        xml
          .replace('<col min="2" max="2" width="30"', '<col min="2" max="2" width="55.5" hidden="1"')
          .replace('workbookViewId="0"', 'tabSelected="1" zoomScale="80" workbookViewId="0"')
          .replace('</row><row r="3"', '<c r="D1" s="1"><v>46037</v></c></row><row r="3"')
          .replace(
            "</row></sheetData>",
            '</row><row r="9"><c r="L9" t="inlineStr"><is><t>call Lee</t></is></c></row></sheetData>',
          )
          .replace("<tableParts", '<legacyDrawing r:id="rId7"/><tableParts'),
      "xl/worksheets/_rels/sheet3.xml.rels": renamed(
        "</Relationships>",
        '<Relationship Id="rId6" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/><Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/></Relationships>',
      ),
    });
    const again = add(edited);
    const xml = partText(again, SHEET);
    expect(xml).toContain('<col min="2" max="2" width="55.5" hidden="1" customWidth="1"/>');
    expect(xml).toContain('tabSelected="1" zoomScale="80"');
    expect(xml).toContain('<c r="L9" t="inlineStr"><is><t>call Lee</t></is></c>');
    expect(xml).toContain('<c r="D1" s="1"><v>46037</v></c>');
    expect(xml).toContain('<legacyDrawing r:id="rId7"/>');
    expect(partText(again, "xl/worksheets/_rels/sheet3.xml.rels")).toContain("../comments1.xml");
    expect(add(again)).toEqual(again);
  });

  it("is not overwritten: where a note stands in the way of new rows, nothing is written", () => {
    const edited = withParts(first, {
      [SHEET]: renamed("</row></sheetData>", '</row><row r="20"><c r="B20"><v>1</v></c></row></sheetData>'),
    });
    expect(problemOf(() => add(edited, samplePlan(40))).message).toContain(
      "your cell B20 stands where the ledger now needs the room",
    );
    expect(partText(add(edited), SHEET)).toContain('<c r="B20"><v>1</v></c>');
  });

  it("is refused where it cannot be kept: a table or a pivot table of hers", () => {
    const table = withParts(first, { "xl/tables/table1.xml": renamed('Name="Authorizations"', 'Name="Mine"') });
    expect(problemOf(() => add(table)).message).toContain('holds a table "Mine" of yours');
    const pivot = withParts(first, {
      "xl/worksheets/_rels/sheet3.xml.rels": renamed(
        "</Relationships>",
        '<Relationship Id="rId6" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotTable" Target="../pivotTables/pivotTable1.xml"/></Relationships>',
      ),
    });
    expect(problemOf(() => add(pivot)).message).toContain("holds a pivot table");
  });
});
