import { Inflate } from "fflate";
import { UserProblem } from "../../user-problem.ts";
import { crc32 } from "./crc32.ts";

/** One part of a zip package as its directory lists it. Nothing is expanded yet. */
export interface ZipEntry {
  /** The name with forward slashes and without a leading one: "xl/workbook.xml". A folder's name ends with a slash. */
  readonly name: string;
  /** 0 for stored, 8 for deflated. Other methods can be copied but not read. */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  /** Size once expanded, as declared; held against the real size while expanding. */
  readonly size: number;
  /** Where the compressed bytes start in the file. */
  readonly offset: number;
  /** The compressed bytes: a view into the file, not a copy. */
  readonly raw: Uint8Array;
  /** Time and date of the last change, as the zip stores them (time in the low 16 bits). */
  readonly modified: number;
}

/** A zip file's directory. */
export interface ZipPackage {
  /** In the order of the directory. */
  readonly entries: readonly ZipEntry[];
  /** The part of that name; letter case and a leading slash do not matter, as the packaging standard says. */
  find(name: string): ZipEntry | undefined;
}

/** What a package may cost at most: each limit is far above any tracker, and below what stalls an office computer. */
export const PACKAGE_LIMITS = {
  entries: 20_000,
  /** Bytes of one part, expanded. */
  entryBytes: 2 ** 30,
  /** Bytes of all parts, expanded. */
  totalBytes: 3 * 2 ** 30,
  /** Expanded to compressed, counted for parts over `ratioFromBytes`. */
  ratio: 400,
  ratioFromBytes: 8 * 2 ** 20,
} as const;

const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

function damaged(detail: string): UserProblem {
  return new UserProblem(
    "zip-damaged",
    `The workbook is cut off or damaged (${detail}). Copy or download it again, or open it in Excel and save it anew.`,
  );
}

function tooLarge(detail: string): UserProblem {
  return new UserProblem(
    "too-large",
    `The workbook was not opened because ${detail}. A tracker is never that large; copy its sheets into a new workbook.`,
  );
}

interface Directory {
  readonly count: number;
  readonly offset: number;
}

function directoryOf(view: DataView): Directory {
  const length = view.byteLength;
  for (let at = length - 22; at >= Math.max(0, length - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) !== END || at + 22 + view.getUint16(at + 20, true) > length) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if (count !== 0xffff && offset !== 0xffffffff) return { count, offset };
    if (at < 20 || view.getUint32(at - 20, true) !== END_64_LOCATOR) return { count, offset };
    const end64 = Number(view.getBigUint64(at - 12, true));
    if (end64 + 56 > length || view.getUint32(end64, true) !== END_64)
      throw damaged("its directory is not where it says");
    return { count: Number(view.getBigUint64(end64 + 32, true)), offset: Number(view.getBigUint64(end64 + 48, true)) };
  }
  throw damaged("the list of its parts at the end is missing");
}

/** Sizes over 4 GB stand in an extra field, in this order, each only where its short field is full. */
function wideSizes(view: DataView, from: number, to: number, size: number, packed: number, header: number) {
  const values = { size, packed, header };
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    for (const key of ["size", "packed", "header"] as const) {
      if (values[key] !== 0xffffffff) continue;
      if (next + 8 > to) throw damaged("a size is missing");
      values[key] = Number(view.getBigUint64(next, true));
      next += 8;
    }
  }
  return values;
}

function plainName(bytes: Uint8Array): string {
  const name = new TextDecoder().decode(bytes).replaceAll("\\", "/").replace(/^\/+/, "");
  if (name.split("/").includes("..") || name.includes("\0")) {
    throw new UserProblem(
      "zip-path",
      "The workbook holds a part whose name points outside the workbook. No spreadsheet program writes such a file, so it was not opened.",
    );
  }
  return name;
}

/** What the header in front of a part must agree on with the directory. */
function dataOffset(view: DataView, bytes: Uint8Array, header: number, name: string): number {
  if (header + 30 > view.byteLength || view.getUint32(header, true) !== LOCAL)
    throw damaged(`${name} is not where it says`);
  const nameEnd = header + 30 + view.getUint16(header + 26, true);
  const local = plainName(bytes.subarray(header + 30, nameEnd));
  if (local !== name) throw damaged(`${name} has two names`);
  return nameEnd + view.getUint16(header + 28, true);
}

function refuseOverlap(entries: readonly ZipEntry[]): void {
  const byOffset = entries.filter((entry) => entry.compressedSize > 0).sort((a, b) => a.offset - b.offset);
  let reached = 0;
  for (const entry of byOffset) {
    if (entry.offset < reached) throw damaged(`${entry.name} lies on top of another part`);
    reached = entry.offset + entry.compressedSize;
  }
}

/**
 * Reads the directory of a zip file, expanding nothing.
 * Throws a UserProblem where the file is no zip (`not-zip`), damaged (`zip-damaged`), protected (`encrypted`),
 * dangerously large (`too-large`) or names parts outside itself (`zip-path`).
 *
 * @example openPackage(bytes).find("xl/workbook.xml")?.size
 */
export function openPackage(bytes: Uint8Array): ZipPackage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0, true) !== 0x4b50) {
    throw new UserProblem("not-zip", "The file is not an .xlsx workbook.");
  }
  const { count, offset } = directoryOf(view);
  if (count > PACKAGE_LIMITS.entries) throw tooLarge(`it claims to hold ${count} parts`);

  const entries: ZipEntry[] = [];
  const byName = new Map<string, ZipEntry>();
  let total = 0;
  let at = offset;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw damaged("its list of parts is broken");
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > bytes.length) throw damaged("its list of parts is cut off");
    const name = plainName(bytes.subarray(at + 46, nameEnd));
    if (view.getUint16(at + 8, true) & 1) {
      throw new UserProblem("encrypted", "The file is protected by a password. Save a copy without the password.");
    }
    const { size, packed, header } = wideSizes(
      view,
      nameEnd,
      extraEnd,
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    );
    total += size;
    if (size > PACKAGE_LIMITS.entryBytes || total > PACKAGE_LIMITS.totalBytes) {
      throw tooLarge(`${name} would expand to ${Math.round(size / 2 ** 20)} MB`);
    }
    if (size > PACKAGE_LIMITS.ratioFromBytes && size > PACKAGE_LIMITS.ratio * packed) {
      throw tooLarge(`${name} would expand to ${Math.round(size / Math.max(1, packed))} times its size`);
    }
    const start = dataOffset(view, bytes, header, name);
    if (start + packed > bytes.length) throw damaged(`${name} is cut off`);
    const entry: ZipEntry = {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressedSize: packed,
      size,
      offset: start,
      raw: bytes.subarray(start, start + packed),
      modified: view.getUint32(at + 12, true),
    };
    const key = name.toLowerCase();
    if (byName.has(key)) throw damaged(`${name} is there twice`);
    byName.set(key, entry);
    entries.push(entry);
    at = extraEnd + view.getUint16(at + 32, true);
  }
  refuseOverlap(entries);
  return { entries, find: (name) => byName.get(name.replace(/^\/+/, "").toLowerCase()) };
}

const CHUNK = 1 << 15;

/**
 * Expands a part chunk by chunk, so that a large one never stands in memory whole. A chunk is only valid during the call.
 * Throws a UserProblem where the part grows past its declared size or the limit, or fails its checksum.
 */
export function inflateEntryInChunks(entry: ZipEntry, limit: number, onChunk: (chunk: Uint8Array) => void): void {
  if (entry.size > limit) throw tooLarge(`${entry.name} would expand to ${Math.round(entry.size / 2 ** 20)} MB`);
  let size = 0;
  let crc = 0;
  const take = (chunk: Uint8Array): void => {
    size += chunk.length;
    if (size > entry.size) throw damaged(`${entry.name} is larger than it says`);
    crc = crc32(chunk, crc);
    if (chunk.length > 0) onChunk(chunk);
  };
  if (entry.method === 0) {
    for (let at = 0; at < entry.raw.length; at += CHUNK) take(entry.raw.subarray(at, at + CHUNK));
  } else if (entry.method === 8) {
    const inflate = new Inflate(take);
    for (let at = 0; at < entry.raw.length; at += CHUNK) {
      try {
        inflate.push(entry.raw.subarray(at, at + CHUNK), at + CHUNK >= entry.raw.length);
      } catch (error) {
        if (isFlateError(error)) throw damaged(`${entry.name} cannot be expanded`);
        throw error;
      }
    }
  } else {
    throw new UserProblem(
      "zip-method",
      `The workbook's part ${entry.name} is packed in a way that Excel does not use. Open the file in Excel and save it anew.`,
    );
  }
  if (size !== entry.size || crc !== entry.crc) throw damaged(`${entry.name} fails its checksum`);
}

function isFlateError(error: unknown): boolean {
  return error instanceof Error && !(error instanceof UserProblem) && typeof Reflect.get(error, "code") === "number";
}

/**
 * Expands a part whole, up to `limit` bytes. Throws as `inflateEntryInChunks` does.
 *
 * @example inflateEntry(entry, 1 << 20) is the bytes of a part of up to a megabyte
 */
export function inflateEntry(entry: ZipEntry, limit: number): Uint8Array {
  const bytes = new Uint8Array(Math.min(entry.size, limit));
  let at = 0;
  inflateEntryInChunks(entry, limit, (chunk) => {
    bytes.set(chunk, at);
    at += chunk.length;
  });
  return bytes;
}
