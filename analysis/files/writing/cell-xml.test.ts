import { describe, expect, it } from "vitest";
import type { Look } from "../../../sca/ledger/workbook-plan.ts";
import { day } from "../../testing/sample-plan.ts";
import { TRACKER_PARTS } from "../../testing/workbook-fixture.ts";
import { UserProblem } from "../../user-problem.ts";
import { type CellContent, type CellSetting, cellXml } from "./cell-xml.ts";
import { StyleBook } from "./style-book.ts";
import { XmlPart } from "./xml-part.ts";

function setting(): CellSetting & { readonly styles: StyleBook } {
  const part = new XmlPart("xl/styles.xml", new TextEncoder().encode(TRACKER_PARTS["xl/styles.xml"]));
  return { sheet: "Cases", styles: new StyleBook(part), dateSystem: "1900", actualNames: new Map() };
}

function cell(content: CellContent, look?: Look): string {
  return cellXml(3, 2, content, look, setting());
}

describe("a cell", () => {
  it("holds text as text, numbers, days and yes or no", () => {
    expect(cell("00123")).toBe('<c r="B3" t="inlineStr"><is><t>00123</t></is></c>');
    expect(cell(" a\nb ")).toBe('<c r="B3" t="inlineStr"><is><t xml:space="preserve"> a\nb </t></is></c>');
    expect(cell(-0.5)).toBe('<c r="B3"><v>-0.5</v></c>');
    expect(cell(true)).toBe('<c r="B3" t="b"><v>1</v></c>');
    expect(cell({ day: day(2025, 1, 1) })).toBe('<c r="B3"><v>45658</v></c>');
    expect(cellXml(3, 2, { day: day(2025, 1, 1) }, undefined, { ...setting(), dateSystem: "1904" })).toContain(
      "<v>44196</v>",
    );
    expect(cell(null) + cell("")).toBe("");
    expect(cell(null, "input")).toMatch(/^<c r="B3" s="\d+"\/>$/);
    expect(cell({ error: "#N/A" })).toBe('<c r="B3" t="e"><v>#N/A</v></c>');
  });

  it("holds a formula with the result that we computed", () => {
    expect(cell({ formula: "A1<B1", result: true })).toBe('<c r="B3" t="b"><f>A1&lt;B1</f><v>1</v></c>');
    expect(cell({ formula: "A1", result: "x" })).toBe('<c r="B3" t="str"><f>A1</f><v>x</v></c>');
    expect(cell({ formula: "A1", result: null })).toBe('<c r="B3" t="str"><f>A1</f><v></v></c>');
    expect(cell({ formula: "A1", result: { error: "#DIV/0!" } })).toBe('<c r="B3" t="e"><f>A1</f><v>#DIV/0!</v></c>');
    expect(() => cell({ formula: "=A1", result: null })).toThrow("bad formula");
  });

  it("never turns text into a formula, not even when someone edits it", () => {
    for (const text of ["=1+1", "+1", "-1 unit", "@SUM(1)", "'quoted"]) {
      const { styles } = setting();
      const xml = cellXml(1, 1, text, "wrapped", { ...setting(), styles });
      expect(xml).toContain(`s="${styles.cell("wrapped", true)}"`);
      expect(xml).not.toContain("<f>");
      expect(cellXml(1, 1, text, "id", { ...setting(), styles })).toContain(`s="${styles.cell("id")}"`);
    }
  });

  it("refuses text that Excel cannot hold, and says where it is", () => {
    expect(() => cell("a".repeat(32_767))).not.toThrow();
    expect(() => cell("a".repeat(32_768))).toThrow(UserProblem);
    expect(() => cell("a".repeat(32_768))).toThrow('cell B3 of the sheet "Cases" has 32,768 characters');
    expect(() => cell(Number.NaN)).toThrow("NaN");
  });
});
