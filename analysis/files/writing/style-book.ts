import type { Look, Signal } from "../../../sca/ledger/workbook-plan.ts";
import { APPEARANCES, BUILT_IN_FORMATS, type CellAppearance, SIGNALS } from "../../../sca/workbook/looks.ts";
import { attributeOf, canonicalXml, childOf, parseXml, type XmlElement } from "./xml-element.ts";
import type { XmlPart } from "./xml-part.ts";
import { attributeText } from "./xml-text.ts";

const ORDER = [
  "numFmts",
  "fonts",
  "fills",
  "borders",
  "cellStyleXfs",
  "cellXfs",
  "cellStyles",
  "dxfs",
  "tableStyles",
  "colors",
  "extLst",
] as const;
type Container = "fonts" | "fills" | "borders" | "cellStyleXfs" | "cellXfs" | "dxfs";

/** What index 0 must be where the workbook has no such list: cells without a style use it. */
const FIRST: Readonly<Record<Container, readonly string[]>> = {
  fonts: ['<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'],
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  borders: ["<border><left/><right/><top/><bottom/><diagonal/></border>"],
  cellStyleXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'],
  dxfs: [],
};

/** One list of the styles part: what stands there, and what we append. */
class StyleList {
  readonly added: string[] = [];
  readonly #indexOf = new Map<string, number>();
  readonly #keyOf: (element: XmlElement) => string;
  #size = 0;

  constructor(existing: XmlElement | undefined, first: readonly string[], keyOf: (element: XmlElement) => string) {
    this.#keyOf = keyOf;
    for (const element of existing?.children ?? []) this.#take(keyOf(element));
    if (this.#size === 0) for (const xml of first) this.index(xml);
  }

  #take(key: string): number {
    if (!this.#indexOf.has(key)) this.#indexOf.set(key, this.#size);
    return this.#size++;
  }

  /** The place of an element that looks the same, appended where there is none. */
  index(xml: string): number {
    const key = this.#keyOf(parseXml(xml));
    const known = this.#indexOf.get(key);
    if (known !== undefined) return known;
    this.added.push(xml);
    return this.#take(key);
  }
}

function cellFormatKey(xf: XmlElement): string {
  const numbers = ["numFmtId", "fontId", "fillId", "borderId", "xfId"].map((name) =>
    Number(attributeOf(xf, name) ?? 0),
  );
  const quoted = /^(1|true)$/.test(attributeOf(xf, "quotePrefix") ?? "0");
  const inside = ["alignment", "protection"]
    .map((name) => childOf(xf, name))
    .map((child) => child && canonicalXml(child));
  return JSON.stringify([numbers, quoted, inside]);
}

/**
 * The workbook's styles with ours beside them. What looks the same as a style that is there is used again, so running
 * twice adds nothing; what is there keeps its place and its bytes.
 */
export class StyleBook {
  readonly #part: XmlPart;
  readonly #lists: Readonly<Record<Container, StyleList>>;
  readonly #formats = new Map<string, number>();
  readonly #newFormats: string[] = [];
  readonly #known = new Map<string, number>();
  readonly #ownFont: XmlElement;
  /** The size of the workbook's own font, in points. */
  readonly pointSize: number;
  #nextFormat = 164;

  constructor(part: XmlPart) {
    this.#part = part;
    this.#ownFont = childOf(part.root, "fonts")?.children[0] ?? parseXml(FIRST.fonts[0] ?? "");
    const size = childOf(this.#ownFont, "sz");
    this.pointSize = (size && Number(attributeOf(size, "val"))) || 11;
    const list = (name: Container, key = canonicalXml): StyleList =>
      new StyleList(childOf(part.root, name), FIRST[name], key);
    this.#lists = {
      fonts: list("fonts"),
      fills: list("fills"),
      borders: list("borders"),
      cellStyleXfs: list("cellStyleXfs"),
      cellXfs: list("cellXfs", cellFormatKey),
      dxfs: list("dxfs"),
    };
    for (const element of everyFormat(part.root)) {
      const id = Number(attributeOf(element, "numFmtId"));
      const code = attributeOf(element, "formatCode") ?? "";
      if (!Number.isInteger(id)) continue;
      if (id >= this.#nextFormat) this.#nextFormat = id + 1;
      if (!this.#formats.has(code)) this.#formats.set(code, id);
    }
  }

  /** The index of the cell format for a look. `quoted` marks text that Excel would take for a formula when edited. */
  cell(look: Look, quoted = false): number {
    const key = quoted ? `${look}'` : look;
    const index = this.#known.get(key) ?? this.#cellFormat(APPEARANCES[look], quoted);
    this.#known.set(key, index);
    return index;
  }

  /** The index of the differential format that a condition lays over a cell. */
  condition(signal: Signal): number {
    const { ink, fill, bold, italic } = SIGNALS[signal];
    const font = `${bold ? "<b/>" : ""}${italic ? "<i/>" : ""}<color rgb="FF${ink}"/>`;
    return this.#lists.dxfs.index(
      `<dxf><font>${font}</font><fill><patternFill><bgColor rgb="FF${fill}"/></patternFill></fill></dxf>`,
    );
  }

  #cellFormat(look: CellAppearance, quoted: boolean): number {
    const format = this.#numberFormat(look.format ?? "General");
    const font = this.#font(look);
    const fill = look.fill
      ? this.#lists.fills.index(
          `<fill><patternFill patternType="solid"><fgColor rgb="FF${look.fill}"/><bgColor indexed="64"/></patternFill></fill>`,
        )
      : 0;
    const border = look.border ? this.#lists.borders.index(thinBorder(look.border)) : 0;
    const alignment = [
      look.horizontal && ` horizontal="${look.horizontal}"`,
      look.indent && ` indent="${look.indent}"`,
      look.vertical && ` vertical="${look.vertical}"`,
      look.wrap && ' wrapText="1"',
    ].filter(Boolean);
    const applies = [
      quoted && ' quotePrefix="1"',
      format !== 0 && ' applyNumberFormat="1"',
      font !== 0 && ' applyFont="1"',
      fill !== 0 && ' applyFill="1"',
      border !== 0 && ' applyBorder="1"',
      alignment.length > 0 && ' applyAlignment="1"',
    ].filter(Boolean);
    const inside = alignment.length > 0 ? `<alignment${alignment.join("")}/>` : "";
    return this.#lists.cellXfs.index(
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${applies.join("")}>${inside}</xf>`,
    );
  }

  #numberFormat(code: string): number {
    const known = BUILT_IN_FORMATS.get(code) ?? this.#formats.get(code);
    if (known !== undefined) return known;
    const id = this.#nextFormat++;
    this.#formats.set(code, id);
    this.#newFormats.push(`<numFmt numFmtId="${id}" formatCode="${attributeText(code)}"/>`);
    return id;
  }

  /** Our fonts are the workbook's own, only bolder, larger or in another ink, so that our sheets look at home. */
  #font(look: CellAppearance): number {
    if (!look.bold && !look.italic && !look.underline && !look.larger && !look.ink) return 0;
    const base = this.#ownFont;
    const value = (name: string): string | undefined => {
      const child = childOf(base, name);
      return child && attributeOf(child, "val");
    };
    const size = this.pointSize + (look.larger ?? 0);
    const kept = ["name", "family", "charset", "scheme"].map((name) => {
      const held = value(name);
      return held === undefined ? "" : `<${name} val="${attributeText(held)}"/>`;
    });
    const ownInk = childOf(base, "color")?.attributes.filter((attribute) => attribute.prefix === "") ?? [];
    const ink = look.ink
      ? `<color rgb="FF${look.ink}"/>`
      : ownInk.length > 0
        ? `<color${ownInk.map(({ local, value: held }) => ` ${local}="${attributeText(held)}"`).join("")}/>`
        : "";
    return this.#lists.fonts.index(
      `<font>${look.bold ? "<b/>" : ""}${look.italic ? "<i/>" : ""}${look.underline ? "<u/>" : ""}<sz val="${size}"/>${ink}${kept.join("")}</font>`,
    );
  }

  /** Puts what was asked for into the part. Call once, when all sheets are written. */
  finish(): void {
    const after = (name: (typeof ORDER)[number]): readonly string[] => ORDER.slice(ORDER.indexOf(name) + 1);
    this.#part.append("numFmts", this.#newFormats, after("numFmts"), true);
    for (const name of ["fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "dxfs"] as const) {
      this.#part.append(name, this.#lists[name].added, after(name), true);
    }
  }
}

function thinBorder(colour: string): string {
  const side = (name: string): string => `<${name} style="thin"><color rgb="FF${colour}"/></${name}>`;
  return `<border>${side("left")}${side("right")}${side("top")}${side("bottom")}<diagonal/></border>`;
}

function everyFormat(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => (child.name === "numFmt" ? [child] : everyFormat(child)));
}
