import { SaxesParser } from "saxes";
import { UserProblem } from "../../user-problem.ts";
import { inflateEntryInChunks, type ZipEntry } from "./zip-package.ts";

export type XmlAttributes = Readonly<Record<string, string>>;

/** Element names come without their namespace prefix: every producer picks its own. */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: XmlAttributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const DEEPEST = 200;

function damagedXml(entry: ZipEntry): UserProblem {
  return new UserProblem(
    "xml-damaged",
    `The workbook is damaged: its part ${entry.name} breaks off or is garbled. Open it in Excel, let Excel repair it, and save it anew.`,
  );
}

/** Letters of a part by its byte order mark or, where there is none, by the encoding that its first line declares. */
function decoderFor(start: Uint8Array): InstanceType<typeof TextDecoder> {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder("utf-16le", { fatal: true });
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder("utf-16be", { fatal: true });
  if (start[0] === 0x3c && start[1] === 0) return new TextDecoder("utf-16le", { fatal: true });
  if (start[0] === 0 && start[1] === 0x3c) return new TextDecoder("utf-16be", { fatal: true });
  const declared = /^[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(
    new TextDecoder("latin1").decode(start.subarray(0, 200)),
  );
  const latin = /^(iso-8859-1|windows-1252|us-ascii)$/i.test(declared?.[1] ?? "");
  return latin ? new TextDecoder("latin1") : new TextDecoder("utf-8", { fatal: true });
}

const localNames = new Map<string, string>();

function localName(name: string): string {
  const colon = name.indexOf(":");
  if (colon < 0) return name;
  let local = localNames.get(name);
  if (local === undefined) {
    local = name.slice(colon + 1);
    if (localNames.size < 1000) localNames.set(name, local);
  }
  return local;
}

/** The attribute of that local name, whatever its prefix: `r:id` where the producer bound another letter. */
export function prefixedAttribute(attributes: XmlAttributes, local: string): string | undefined {
  for (const name in attributes) if (name.endsWith(`:${local}`)) return attributes[name];
  return undefined;
}

/** A copy that does not hold on to the chunk of XML it was cut from. */
export function ownCopy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/**
 * Reads a part's XML as a stream of events. A document type declaration is refused: no spreadsheet program writes one,
 * and entities are how a small file explodes. Throws a UserProblem where the XML is not well formed (`xml-damaged`),
 * declares a document type (`xml-doctype`), or the package guard objects.
 *
 * @example readPartXml(entry, 1 << 20, { open: (name, attributes) => … })
 */
export function readPartXml(entry: ZipEntry, limit: number, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const { open, close, text } = handlers;
  let depth = 0;
  parser.on("opentag", (tag) => {
    depth++;
    if (depth > DEEPEST) throw damagedXml(entry);
    open?.(localName(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    depth--;
    close?.(localName(tag.name));
  });
  if (text !== undefined) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  parser.on("doctype", () => {
    throw new UserProblem(
      "xml-doctype",
      `The workbook's part ${entry.name} declares a document type, which no spreadsheet program writes; it was not read. Save it anew from Excel.`,
    );
  });
  parser.on("error", () => {
    throw damagedXml(entry);
  });
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  const decode = (chunk?: Uint8Array): string => {
    try {
      decoder ??= decoderFor(chunk ?? new Uint8Array());
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw damagedXml(entry);
    }
  };
  inflateEntryInChunks(entry, limit, (chunk) => {
    parser.write(decode(chunk));
  });
  parser.write(decode()).close();
}
