import { describe, expect, it } from "vitest";
import type { ColumnPlan, TablePlan } from "../../../sca/ledger/workbook-plan.ts";
import { checkTable, tableArea } from "../../../sca/workbook/table-area.ts";
import { tableXml } from "./table-part.ts";
import { validationXml } from "./validation-xml.ts";

const COLUMN: ColumnPlan = { heading: "Days & left", look: "whole", width: 10 };
const TABLE: TablePlan = {
  name: "Cases",
  row: 4,
  column: 2,
  columns: [COLUMN, { heading: "Twice", look: "whole", width: 10, formula: "Cases[[#This Row],[Days & left]]*2" }],
  rows: [],
  conditions: [],
};

describe("a table", () => {
  it("has one blank row where it has no rows", () => {
    expect(tableArea(TABLE)).toEqual({ top: 4, left: 2, bottom: 5, right: 3 });
  });

  it("says its columns word for word, and the formula of a calculated column", () => {
    const xml = tableXml(TABLE, { id: 7, columnIds: new Map() }, new Map());
    expect(xml).toContain('id="7" name="Cases" displayName="Cases" ref="B4:C5"');
    expect(xml).toContain('<tableColumn id="1" name="Days &amp; left"/>');
    expect(xml).toContain("<calculatedColumnFormula>Cases[[#This Row],[Days &amp; left]]*2</calculatedColumnFormula>");
  });

  it("keeps the number of each column that it had, wherever it stands now", () => {
    const known = new Map([
      ["twice", 1],
      ["gone", 2],
    ]);
    const xml = tableXml(TABLE, { id: 7, columnIds: known }, new Map());
    expect(xml).toContain('<tableColumn id="3" name="Days &amp; left"/><tableColumn id="1" name="Twice">');
  });

  it("is refused where Excel would repair it", () => {
    for (const name of ["A1", "R1C1", "C", "two words", "1st", ""]) {
      expect(() => checkTable({ ...TABLE, name })).toThrow("cannot name a table");
    }
    for (const heading of ["", " a", "a[b", "it's", "#", "a\nb"]) {
      expect(() => checkTable({ ...TABLE, columns: [{ ...COLUMN, heading }] })).toThrow("cannot head a column");
    }
    expect(() => checkTable({ ...TABLE, columns: [COLUMN, { ...COLUMN, heading: "DAYS & LEFT" }] })).toThrow(
      "two columns",
    );
    expect(() => checkTable({ ...TABLE, rows: [[1]] })).toThrow("row 1 of table Cases has 1 cells");
  });
});

describe("what a column accepts", () => {
  const rule = (column: Partial<ColumnPlan>): string =>
    validationXml({ ...COLUMN, ...column }, "B5:B9", "1900", (words) => `List_${words.length}`);

  it("is a list in the rule where it is short, and else a range with a name", () => {
    expect(rule({ choices: { words: ["Yes", "No"], strict: true } })).toContain(
      "<formula1>&quot;Yes,No&quot;</formula1>",
    );
    expect(rule({ choices: { words: ["Smith, Lee", "No"], strict: true } })).toContain("<formula1>List_2</formula1>");
    const many = Array.from({ length: 90 }, (_, index) => `w${index}`);
    expect(rule({ choices: { words: many, strict: true } })).toContain("<formula1>List_90</formula1>");
  });

  it("refuses other words only where the list is strict; blank is always accepted", () => {
    const words = ["Yes", "No"];
    expect(rule({ choices: { words, strict: true } })).not.toContain("errorStyle");
    expect(rule({ choices: { words, strict: false } })).toContain('errorStyle="information"');
    for (const column of [{ choices: { words, strict: true } }, { accepts: "day" }, { accepts: "number" }] as const) {
      expect(rule(column)).toContain('allowBlank="1"');
    }
    expect(rule({})).toBe("");
  });

  it("shows a hint of up to 255 characters", () => {
    expect(rule({ hint: "As the letter has it" })).toContain(
      'promptTitle="Days &amp; left" prompt="As the letter has it"',
    );
    const prompt = /prompt="([^"]*)"/.exec(rule({ hint: "word ".repeat(99) }))?.[1];
    expect(prompt?.length).toBeLessThanOrEqual(255);
  });
});
