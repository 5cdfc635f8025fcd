import { constants, deflateRawSync, inflateRawSync } from "node:zlib";
import { crc32 } from "../package/crc32.ts";
import { inflateEntry, PACKAGE_LIMITS, type ZipEntry, type ZipPackage } from "../package/zip-package.ts";

interface Packed {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly raw: Uint8Array;
  readonly modified: number;
}

/** A part that is packed already. */
interface Deflated {
  readonly raw: Uint8Array;
  readonly crc: number;
  readonly size: number;
}

/** 1 January 1980, the first day a zip knows: the same plan gives the same bytes on any day. */
const NO_TIME = 0x0021_0000;
const UTF8_NAMES = 0x0800;

/**
 * A package under edit. Parts that are not set keep their compressed bytes, their place and their name; parts that are set
 * in place keep their place; new parts come last.
 */
export class PackageEdit {
  readonly #original: readonly ZipEntry[];
  readonly #find: (name: string) => ZipEntry | undefined;
  readonly #set = new Map<string, { readonly name: string; readonly content: Uint8Array | Deflated }>();
  readonly #removed = new Set<string>();
  readonly #given = new Set<string>();

  constructor(original: ZipPackage | null) {
    this.#original = original?.entries ?? [];
    this.#find = (name) => original?.find(name);
  }

  has(name: string): boolean {
    const key = name.toLowerCase();
    return this.#set.has(key) || (this.#find(name) !== undefined && !this.#removed.has(key));
  }

  /** A part's expanded bytes, or null where the package has no such part. */
  read(name: string): Uint8Array | null {
    const key = name.toLowerCase();
    const changed = this.#set.get(key);
    if (changed) return changed.content instanceof Uint8Array ? changed.content : inflateRawSync(changed.content.raw);
    const entry = this.#removed.has(key) ? undefined : this.#find(name);
    return entry ? inflateEntry(entry, PACKAGE_LIMITS.entryBytes) : null;
  }

  /** Text may come piece by piece: together it can be longer than a string. */
  set(name: string, content: Uint8Array | string | Iterable<string>): void {
    const key = name.toLowerCase();
    this.#removed.delete(key);
    const kept =
      content instanceof Uint8Array
        ? content
        : typeof content === "string"
          ? new TextEncoder().encode(content)
          : deflated(content);
    this.#set.set(key, { name: this.#find(name)?.name ?? name, content: kept });
  }

  remove(name: string): void {
    this.#set.delete(name.toLowerCase());
    this.#removed.add(name.toLowerCase());
  }

  /** A name that no part has and that was not given out before: `freshName((n) => \`xl/tables/table${n}.xml\`)`. */
  freshName(nameOf: (number: number) => string): string {
    let number = 1;
    // A removed part's name stays unused in this run, so that no part turns into another under the same name.
    while (this.#find(nameOf(number)) || this.#given.has(nameOf(number).toLowerCase())) number++;
    this.#given.add(nameOf(number).toLowerCase());
    return nameOf(number);
  }

  /** The zip file. */
  bytes(): Uint8Array {
    const parts: Packed[] = [];
    const placed = new Set<string>();
    for (const entry of this.#original) {
      const key = entry.name.toLowerCase();
      placed.add(key);
      const changed = this.#set.get(key);
      if (changed) parts.push(pack(changed.name, changed.content, entry.modified));
      else if (!this.#removed.has(key)) parts.push(entry);
    }
    for (const [key, { name, content }] of this.#set) if (!placed.has(key)) parts.push(pack(name, content, NO_TIME));
    return zipOf(parts);
  }
}

function pack(name: string, content: Uint8Array | Deflated, modified: number): Packed {
  const packed =
    content instanceof Uint8Array
      ? { crc: crc32(content), size: content.length, raw: deflateRawSync(content) }
      : content;
  return { name, method: 8, modified, ...packed };
}

/** Letters that are packed at a time. */
const CHUNK = 8 * 2 ** 20;

/** Text packed chunk by chunk as it comes: neither the text nor its bytes are ever there as a whole. */
function deflated(pieces: Iterable<string>): Deflated {
  const packed: Uint8Array[] = [];
  let [crc, size] = [0, 0];
  const add = (text: string, finishFlush: number): void => {
    const bytes = new TextEncoder().encode(text);
    crc = crc32(bytes, crc);
    size += bytes.length;
    packed.push(deflateRawSync(bytes, { finishFlush }));
  };
  let waiting: string[] = [];
  let letters = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    letters += piece.length;
    if (letters < CHUNK) continue;
    // Ends on a whole byte without saying that the part ends: the next chunk follows it as it is.
    add(waiting.join(""), constants.Z_SYNC_FLUSH);
    [waiting, letters] = [[], 0];
  }
  add(waiting.join(""), constants.Z_FINISH);
  return { raw: Buffer.concat(packed), crc, size };
}

function zipOf(parts: readonly Packed[]): Uint8Array {
  const named = parts.map((part) => ({ part, name: new TextEncoder().encode(part.name) }));
  const headers = named.reduce((sum, { name }) => sum + 30 + 46 + 2 * name.length, 0);
  const total = named.reduce((sum, { part }) => sum + part.raw.length, headers + 22);
  if (total >= 2 ** 32 || parts.length >= 0xffff) throw new RangeError("the workbook is too large for a zip file");

  const out = new Uint8Array(total);
  const view = new DataView(out.buffer);
  const offsets: number[] = [];
  let at = 0;
  /** The fields that the header before a part and the directory have in common; returns where they end. */
  const common = (from: number, { method, modified, crc, raw, size }: Packed, nameLength: number): number => {
    view.setUint16(from, 20, true);
    view.setUint16(from + 2, UTF8_NAMES, true);
    view.setUint16(from + 4, method, true);
    view.setUint32(from + 6, modified, true);
    view.setUint32(from + 10, crc, true);
    view.setUint32(from + 14, raw.length, true);
    view.setUint32(from + 18, size, true);
    view.setUint16(from + 22, nameLength, true);
    return from + 26;
  };
  for (const { part, name } of named) {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    common(at + 4, part, name.length);
    out.set(name, at + 30);
    out.set(part.raw, at + 30 + name.length);
    at += 30 + name.length + part.raw.length;
  }
  const directory = at;
  named.forEach(({ part, name }, index) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    common(at + 6, part, name.length);
    view.setUint32(at + 42, offsets[index] ?? 0, true);
    out.set(name, at + 46);
    at += 46 + name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, parts.length, true);
  view.setUint16(at + 10, parts.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}
