import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from "saxes";

/** An element and where its tags stand in the text: the writer splices at these places and leaves all other text alone. */
export interface XmlElement {
  /** The name without its prefix. */
  readonly name: string;
  /** The prefix with its colon, or "". */
  readonly prefix: string;
  readonly namespace: string;
  readonly attributes: readonly SaxesAttributeNS[];
  readonly children: readonly XmlElement[];
  /** All text directly inside. */
  readonly text: string;
  /** Where the start tag begins and ends. */
  readonly start: number;
  readonly openEnd: number;
  /** Where the end tag begins; for `<x/>` the same as `openEnd`. */
  readonly closeStart: number;
  readonly end: number;
  /** Prefixes in scope here, by namespace. */
  readonly prefixes: ReadonlyMap<string, string>;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
  closeStart: number;
  end: number;
}

const DEEPEST = 256;

/**
 * Reads XML into elements with their places. Throws the parser's error where the text is not well-formed, and refuses a
 * DOCTYPE: no workbook has one, and an entity in it could grow without end.
 */
export function parseXml(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  parser.on("doctype", () => {
    throw new Error("a DOCTYPE is not allowed in a workbook");
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag: SaxesTagNS) => {
    const parent = open.at(-1);
    const at = parser.position;
    const element: OpenElement = {
      name: tag.local,
      prefix: tag.prefix === "" ? "" : `${tag.prefix}:`,
      namespace: tag.uri,
      attributes: Object.values(tag.attributes),
      children: [],
      text: "",
      start: xml.lastIndexOf("<", at - 1),
      openEnd: at,
      closeStart: at,
      end: at,
      prefixes: prefixesInScope(tag, parent),
    };
    parent?.children.push(element);
    root ??= element;
    open.push(element);
    if (open.length > DEEPEST) throw new Error("the elements are nested too deep");
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", (tag: SaxesTagNS) => {
    const element = open.pop();
    if (!element) return;
    element.end = parser.position;
    element.closeStart = tag.isSelfClosing ? element.openEnd : xml.lastIndexOf("<", parser.position - 1);
  });
  parser.write(xml).close();
  if (!root) throw new Error("the XML is empty");
  return root;
}

function prefixesInScope(tag: SaxesTagNS, parent: XmlElement | undefined): ReadonlyMap<string, string> {
  const declared = Object.entries(tag.ns ?? {});
  if (parent && declared.length === 0) return parent.prefixes;
  const prefixes = new Map(parent?.prefixes);
  for (const [prefix, namespace] of declared) {
    for (const [known, held] of prefixes) if (held === prefix && known !== namespace) prefixes.delete(known);
    if (prefix !== "" || !prefixes.has(namespace)) prefixes.set(namespace, prefix);
  }
  return prefixes;
}

/** The first child of that name, whatever its prefix. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** An attribute without a prefix. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.prefix === "" && attribute.local === name)?.value;
}

/** The relationship id of an element (`r:id`, whatever prefix the namespace has). */
export function relationshipIdOf(element: XmlElement): string | undefined {
  return element.attributes.find(
    (attribute) => attribute.local === "id" && attribute.prefix !== "" && /\/relationships$/.test(attribute.uri),
  )?.value;
}

/**
 * One text for elements that mean the same: prefixes, the order of attributes and blanks between elements do not count.
 */
export function canonicalXml(element: XmlElement): string {
  const attributes = element.attributes
    .filter((attribute) => attribute.prefix !== "xmlns" && attribute.name !== "xmlns")
    .map((attribute) => `${attribute.local}=${JSON.stringify(attribute.value)}`)
    .sort();
  const text = element.text.trim();
  return `<${[element.name, ...attributes].join(" ")}>${text}${element.children.map(canonicalXml).join("")}</>`;
}
