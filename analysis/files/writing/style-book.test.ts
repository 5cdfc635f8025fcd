import { describe, expect, it } from "vitest";
import type { Look, Signal } from "../../../sca/ledger/workbook-plan.ts";
import { APPEARANCES, SIGNALS } from "../../../sca/workbook/looks.ts";
import { TRACKER_PARTS } from "../../testing/workbook-fixture.ts";
import { StyleBook } from "./style-book.ts";
import { XmlPart } from "./xml-part.ts";

const LOOKS: readonly Look[] = Object.keys(APPEARANCES).filter((look): look is Look => look in APPEARANCES);
const ALL_SIGNALS: readonly Signal[] = Object.keys(SIGNALS).filter((signal): signal is Signal => signal in SIGNALS);
const STYLES = TRACKER_PARTS["xl/styles.xml"] ?? "";

function stylesWith(xml: string): { readonly xml: string; readonly indexes: readonly number[] } {
  const part = new XmlPart("xl/styles.xml", new TextEncoder().encode(xml));
  const styles = new StyleBook(part);
  const indexes = [
    ...LOOKS.flatMap((look) => [styles.cell(look), styles.cell(look, true)]),
    ...ALL_SIGNALS.map((signal) => styles.condition(signal)),
  ];
  styles.finish();
  return { xml: new TextDecoder().decode(part.bytes()), indexes };
}

function luminance(colour: string): number {
  const parts = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe("styles", () => {
  it("are used again when they are there: a second run adds nothing", () => {
    const first = stylesWith(STYLES);
    const second = stylesWith(first.xml);
    expect(second.xml).toBe(first.xml);
    expect(second.indexes).toEqual(first.indexes);
  });

  it("are used again under another prefix and with attributes in another order", () => {
    const first = stylesWith(STYLES);
    const saved = first.xml
      .replace(/<(\/?)(?=[A-Za-z])/g, "<$1x:")
      .replace("xmlns=", "xmlns:x=")
      .replace(/numFmtId="(\d+)" fontId="(\d+)"/g, 'fontId="$2" numFmtId="$1"');
    const second = stylesWith(saved);
    expect(second.xml).toBe(saved);
    expect(second.indexes).toEqual(first.indexes);
  });

  it("leave the first cell format to the cells that have none", () => {
    const empty = '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';
    const { xml, indexes } = stylesWith(empty);
    expect(xml).toMatch(/<cellXfs count="\d+"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"\/>/);
    expect(indexes.slice(0, LOOKS.length * 2).every((index) => index > 0)).toBe(true);
    expect(xml.indexOf("<fonts")).toBeLessThan(xml.indexOf("<fills"));
    expect(xml.indexOf("<cellXfs")).toBeLessThan(xml.indexOf("<dxfs"));
  });

  it("do not share a number with a format of the user's", () => {
    const own = STYLES.replace(
      "<fonts",
      '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.000"/></numFmts><fonts',
    );
    const { xml } = stylesWith(own);
    const ids = [...xml.matchAll(/<numFmt numFmtId="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(xml).toContain(`<numFmts count="${ids.length}"`);
  });
});

describe("looks", () => {
  it("can be read by everyone: ink stands out from its fill by 4.5 to 1 at the least", () => {
    for (const { ink = "000000", fill = "FFFFFF" } of [...Object.values(APPEARANCES), ...Object.values(SIGNALS)]) {
      expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
