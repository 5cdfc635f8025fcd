import { inflateSync } from "node:zlib";
import { UserProblem } from "../../user-problem.ts";
import type { SearchedPart, SearchedUnit } from "./searched-part.ts";

/** More than any page of a report. */
const LARGEST = 64 * 2 ** 20;

interface PdfObject {
  readonly number: number;
  readonly dictionary: string;
  /** Expanded; null where the object is no stream, or one of a font's or a picture's bytes. */
  readonly stream: string | null;
}

/** What a font's codes stand for (PDF 32000-1, 9.10.3), and how many bytes a code has. */
interface FontCodes {
  readonly size: number;
  readonly characters: ReadonlyMap<number, string>;
}

/**
 * Everything that a PDF printed by Chromium says: the words on its pages, read from the pages' own drawing by the fonts'
 * own tables, and every text outside of the pages: properties, words for a screen reader, outline, links. Throws a
 * UserProblem `pdf-unreadable` where a part is packed or coded in a way that is not known here: what cannot be read cannot
 * be vouched for.
 */
export function pdfParts(file: string, bytes: Uint8Array): SearchedPart[] {
  const objects = objectsOf(file, new TextDecoder("latin1").decode(bytes));
  const fonts = fontsOf(objects);
  const shown: SearchedUnit[] = [];
  const other: SearchedUnit[] = [];
  for (const { dictionary, stream } of objects) {
    for (const text of stringsIn(dictionary)) other.push({ kind: "attribute", text });
    if (stream === null || stream.includes("begincmap")) continue;
    if (/\bBT\b/.test(stream)) shown.push(...pageTexts(file, stream, fonts));
    else if (!/^\s*[-\d.]/.test(stream)) other.push({ kind: "comment", text: stream });
  }
  return [
    { file, part: "text of the pages", units: shown },
    { file, part: "properties, outline and words for a screen reader", units: other },
  ];
}

function objectsOf(file: string, pdf: string): PdfObject[] {
  const objects: PdfObject[] = [];
  const start = /(\d+) \d+ obj\b/g;
  for (let match = start.exec(pdf); match !== null; match = start.exec(pdf)) {
    const from = match.index + match[0].length;
    const end = pdf.indexOf("endobj", from);
    const at = pdf.slice(from, end < 0 ? undefined : end).search(/\bstream\r?\n/);
    if (end < 0) throw unreadable(file, "an object that does not end");
    const number = Number(match[1]);
    if (at < 0) {
      objects.push({ number, dictionary: pdf.slice(from, end), stream: null });
      start.lastIndex = end;
      continue;
    }
    const dictionary = pdf.slice(from, from + at);
    const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(dictionary)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) throw unreadable(file, "a stream without its length");
    const body = from + at + (pdf[from + at + 6] === "\r" ? 8 : 7);
    objects.push({ number, dictionary, stream: expanded(file, dictionary, pdf.slice(body, body + length)) });
    start.lastIndex = body + length;
  }
  if (objects.length === 0) throw unreadable(file, "no objects");
  return objects;
}

/** Fonts and pictures hold no words of ours; streams of objects and encryption are not how Chromium prints. */
function expanded(file: string, dictionary: string, raw: string): string | null {
  if (/\/(?:Length1|FontFile)|\/Subtype ?\/(?:Image|Type1C|CIDFontType0C|OpenType)/.test(dictionary)) return null;
  if (/\/Type ?\/(?:ObjStm|XRef)|\/Encrypt/.test(dictionary)) throw unreadable(file, "packed or locked objects");
  const filter = /\/Filter ?(\/\w+|\[[^\]]*\])/.exec(dictionary)?.[1]?.replace(/[[\]\s]/g, "") ?? "";
  if (filter === "") return raw;
  if (filter !== "/FlateDecode") throw unreadable(file, `a stream packed as ${filter}`);
  try {
    return inflateSync(Buffer.from(raw, "latin1"), { maxOutputLength: LARGEST }).toString("latin1");
  } catch {
    throw unreadable(file, "a damaged stream");
  }
}

function fontsOf(objects: readonly PdfObject[]): Map<string, FontCodes[]> {
  const byNumber = new Map(objects.map((object) => [object.number, object]));
  const fonts = new Map<string, FontCodes[]>();
  for (const { dictionary } of objects) {
    for (const [, name = "", number = ""] of dictionary.matchAll(/\/(\w+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(byNumber.get(Number(number))?.dictionary ?? "")?.[1];
      const codes = map === undefined ? null : codesOf(byNumber.get(Number(map))?.stream ?? "");
      if (codes !== null) fonts.set(name, [...(fonts.get(name) ?? []), codes]);
    }
  }
  return fonts;
}

function codesOf(map: string): FontCodes {
  const characters = new Map<number, string>();
  const size = (/begincodespacerange\s*<([0-9a-f]+)>/i.exec(map)?.[1]?.length ?? 4) / 2;
  for (const [, body = ""] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = "", to = ""] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) {
      characters.set(Number.parseInt(code, 16), utf16(to));
    }
  }
  for (const [, body = ""] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, low = "", high = "", to = ""] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) {
      const first = Number.parseInt(to, 16);
      const [from, until] = [Number.parseInt(low, 16), Number.parseInt(high, 16)];
      for (let code = from; code <= until; code++) characters.set(code, String.fromCharCode(first + code - from));
    }
  }
  return { size, characters };
}

/** The words of a page: each block of text by itself, its pieces joined as they stand. */
function pageTexts(file: string, stream: string, fonts: ReadonlyMap<string, readonly FontCodes[]>): SearchedUnit[] {
  const units: SearchedUnit[] = [];
  let text = "";
  let codes: readonly FontCodes[] = [];
  const tokens = /\/(\w+) [-\d.]+ Tf|<([0-9a-fA-F]*)>|\((?:[^()\\]|\\[\s\S])*\)|\b(BT|ET)\b|\/ActualText/g;
  for (const [token, font, hex, block] of stream.matchAll(tokens)) {
    if (font !== undefined) codes = fonts.get(font) ?? [];
    else if (hex !== undefined) text += decoded(file, hex, codes);
    else if (block === "BT") text = "";
    else if (block === "ET") {
      if (text.trim() !== "") units.push({ kind: "text", text });
      text = "";
    } else if (token.startsWith("(")) text += unescaped(token.slice(1, -1));
  }
  return units;
}

function decoded(file: string, hex: string, codes: readonly FontCodes[]): string {
  const found = codes.find(({ size, characters }) => {
    for (let at = 0; at < hex.length; at += size * 2) {
      if (!characters.has(Number.parseInt(hex.slice(at, at + size * 2), 16))) return false;
    }
    return true;
  });
  if (found === undefined) throw unreadable(file, "words in a font that does not say its letters");
  let text = "";
  const step = found.size * 2;
  for (let at = 0; at < hex.length; at += step) {
    text += found.characters.get(Number.parseInt(hex.slice(at, at + step), 16)) ?? "";
  }
  return text;
}

/** Texts in round brackets and in hexadecimal, in either of a PDF's codings. */
function stringsIn(dictionary: string): string[] {
  const found: string[] = [];
  for (const [whole, hex] of dictionary.matchAll(/\((?:[^()\\]|\\[\s\S])*\)|(?<!<)<([0-9a-fA-F\s]{4,})>/g)) {
    const bytes = hex === undefined ? unescaped(whole.slice(1, -1)) : fromHex(hex.replace(/\s/g, ""));
    found.push(bytes.startsWith("\u00fe\u00ff") ? utf16(toHex(bytes.slice(2))) : bytes);
  }
  return found;
}

function unescaped(text: string): string {
  return text.replace(/\\(\d{1,3}|\r?\n|[\s\S])/g, (_, what: string) => {
    if (/^\d/.test(what)) return String.fromCharCode(Number.parseInt(what, 8));
    return { n: "\n", r: "\r", t: "\t", b: "", f: "" }[what] ?? (/^\r?\n$/.test(what) ? "" : what);
  });
}

function fromHex(hex: string): string {
  return Buffer.from(hex, "hex").toString("latin1");
}

function toHex(text: string): string {
  return Buffer.from(text, "latin1").toString("hex");
}

function utf16(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join("");
}

function unreadable(file: string, found: string): UserProblem {
  return new UserProblem("pdf-unreadable", `${file}: the PDF holds ${found}, so its words cannot be searched.`);
}
