import { UserProblem } from "../../user-problem.ts";
import { attributeOf, parseXml, type XmlElement } from "./xml-element.ts";
import { escapeXml, withPrefix } from "./xml-text.ts";

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

interface Encoding {
  readonly label: "utf-8" | "utf-16le" | "utf-16be";
  readonly mark: readonly number[];
}

const ENCODINGS: readonly Encoding[] = [
  { label: "utf-8", mark: [0xef, 0xbb, 0xbf] },
  { label: "utf-16le", mark: [0xff, 0xfe] },
  { label: "utf-16be", mark: [0xfe, 0xff] },
];

function encodingOf(bytes: Uint8Array): Encoding {
  const marked = ENCODINGS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  return marked ?? { label: "utf-8", mark: [] };
}

function decoded(bytes: Uint8Array, { label }: Encoding): string {
  return new TextDecoder(label, { fatal: true, ignoreBOM: false }).decode(bytes);
}

/** What is told of a part that is not the XML of a workbook. */
export function partDamaged(name: string, error: unknown): UserProblem {
  return new UserProblem(
    "part-damaged",
    `The workbook's part ${name} cannot be read (${error instanceof Error ? error.message : "unknown"}). Open the file in Excel, let it repair the file and save it anew. Nothing was changed.`,
  );
}

/** The text of a part that is only read: a large sheet needs no tree of its elements. Throws a UserProblem. */
export function partText(name: string, bytes: Uint8Array): string {
  try {
    return decoded(bytes, encodingOf(bytes));
  } catch (error) {
    throw partDamaged(name, error);
  }
}

/**
 * An XML part of the user's workbook under edit: edits are splices at places that the parser reported, so all other text,
 * the encoding and the byte order mark stay as they are. Edits must not overlap; those at one place keep their order.
 */
export class XmlPart {
  readonly root: XmlElement;
  readonly text: string;
  readonly #encoding: Encoding;
  readonly #edits: Edit[] = [];

  /** Throws a UserProblem where the part is not the XML of a workbook; `name` is the part's name for the message. */
  constructor(name: string, bytes: Uint8Array) {
    this.#encoding = encodingOf(bytes);
    try {
      const text = decoded(bytes, this.#encoding);
      const root = parseXml(text);
      this.text = root.end === root.openEnd ? withoutShortRoot(text, root) : text;
      this.root = root.end === root.openEnd ? parseXml(this.text) : root;
    } catch (error) {
      throw partDamaged(name, error);
    }
  }

  /** Where this part lives among the elements: XML of ours takes the root's prefix. */
  prefixed(xml: string): string {
    return withPrefix(xml, this.root.prefix);
  }

  replace(from: number, to: number, text: string): void {
    this.#edits.push({ from, to, text });
  }

  remove(element: XmlElement): void {
    this.replace(element.start, element.end, "");
  }

  /** Sets an attribute that has no prefix, in place where it stands already. */
  setAttribute(element: XmlElement, name: string, value: string): void {
    if (attributeOf(element, name) === value) return;
    const tag = this.text.slice(element.start, element.openEnd);
    for (const match of tag.matchAll(/\s([^\s=<>/]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
      if (match[1] !== name) continue;
      const from = element.start + match.index + match[0].length - (match[2]?.length ?? 0);
      this.replace(from, from + (match[2]?.length ?? 0), `"${escapeXml(value)}"`);
      return;
    }
    const at = element.openEnd - (tag.endsWith("/>") ? 2 : 1);
    this.replace(at, at, ` ${name}="${escapeXml(value)}"`);
  }

  /**
   * Appends elements to a child of the root. Where the child is missing it is made, before the first of `later`, the
   * names that the schema puts after it. `count` keeps the child's count attribute right.
   */
  append(container: string, elements: readonly string[], later: readonly string[], count: boolean): void {
    if (elements.length === 0) return;
    const xml = this.prefixed(elements.join(""));
    const found = this.root.children.find((child) => child.name === container);
    if (!found) {
      const size = count ? ` count="${elements.length}"` : "";
      this.insert(later, `<${this.root.prefix}${container}${size}>${xml}</${this.root.prefix}${container}>`);
      return;
    }
    const total = found.children.length + elements.length;
    if (found.closeStart === found.openEnd && found.end === found.openEnd) {
      const tag = this.text.slice(found.start, found.end - 2).trimEnd();
      const open = count ? `${tag.replace(/\scount\s*=\s*("[^"]*"|'[^']*')/, "")} count="${total}"` : tag;
      this.replace(found.start, found.end, `${open}>${xml}</${found.prefix}${container}>`);
      return;
    }
    if (count) this.setAttribute(found, "count", String(total));
    this.replace(found.closeStart, found.closeStart, xml);
  }

  /** Puts a child of the root before the first of `later`, or last. */
  insert(later: readonly string[], xml: string): void {
    const next = this.root.children.find((child) => later.includes(child.name));
    const at = next?.start ?? this.root.closeStart;
    this.replace(at, at, xml);
  }

  get changed(): boolean {
    return this.#edits.length > 0;
  }

  /** The part with all edits applied, in the encoding it came in. */
  bytes(): Uint8Array {
    const edits = this.#edits.map((edit, order) => ({ ...edit, order }));
    edits.sort((a, b) => a.from - b.from || a.to - b.to || a.order - b.order);
    let text = "";
    let at = 0;
    for (const edit of edits) {
      if (edit.from < at) throw new Error("two edits of one part overlap");
      text += this.text.slice(at, edit.from) + edit.text;
      at = edit.to;
    }
    return encode(text + this.text.slice(at), this.#encoding);
  }
}

/** A root without content gets an end tag, so that there is a place between the two. */
function withoutShortRoot(text: string, root: XmlElement): string {
  const tag = text.slice(root.start, root.end - 2).trimEnd();
  return `${text.slice(0, root.start)}${tag}></${root.prefix}${root.name}>${text.slice(root.end)}`;
}

function encode(text: string, { label, mark }: Encoding): Uint8Array {
  if (label === "utf-8") {
    const body = new TextEncoder().encode(text);
    if (mark.length === 0) return body;
    const marked = new Uint8Array(mark.length + body.length);
    marked.set(mark);
    marked.set(body, mark.length);
    return marked;
  }
  const view = new DataView(new ArrayBuffer(2 + text.length * 2));
  view.setUint16(0, 0xfeff, label === "utf-16le");
  for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), label === "utf-16le");
  return new Uint8Array(view.buffer);
}
