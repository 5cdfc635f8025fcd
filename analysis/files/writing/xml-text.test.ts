import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseXml } from "./xml-element.ts";
import { attributeText, cellText, withPrefix } from "./xml-text.ts";

/** Excel's own reading of _xHHHH_, written apart from the writer. */
function asExcelReads(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_found, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom("_", "x", "0", "4", "1", "A", "\r", "\n", "\u0000", "\ud83d", "\ude00", "<", "&", "]", ">"),
  }),
);

describe("text on its way into a workbook", () => {
  it("is read back the same, whatever characters it holds", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const element = parseXml(`<t xml:space="preserve">${cellText(text)}</t>`);
        expect(asExcelReads(element.text)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it("is read back the same from an attribute", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [attribute] = parseXml(`<t a="${attributeText(text)}"/>`).attributes;
        expect(asExcelReads(attribute?.value ?? "")).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it("keeps what only looks like an escape", () => {
    expect(cellText("a\u0001<b")).toBe("a_x0001_&lt;b");
    expect(cellText("_x041A\ude00")).toBe("_x005F_x041A_xDE00_");
    expect(cellText("_x0041_ _x41_")).toBe("_x005F_x0041_ _x41_");
  });

  it("takes the prefix of the part that it goes into", () => {
    expect(withPrefix('<b val="x"><i/></b>', "x:")).toBe('<x:b val="x"><x:i/></x:b>');
    expect(withPrefix("<b/>", "")).toBe("<b/>");
  });
});
