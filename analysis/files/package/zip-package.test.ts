import { strToU8, Zip, ZipDeflate, ZipPassThrough, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { UserProblem } from "../../user-problem.ts";
import { crc32, crc32InScript } from "./crc32.ts";
import { inflateEntry, openPackage, type ZipPackage } from "./zip-package.ts";

const MEGABYTE = 2 ** 20;

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof UserProblem) return error.code;
    throw error;
  }
  return "fine";
}

function textOf(pkg: ZipPackage, name: string): string {
  const entry = pkg.find(name);
  if (entry === undefined) throw new Error(`no part ${name}`);
  return new TextDecoder().decode(inflateEntry(entry, MEGABYTE));
}

/** Changes the 32-bit number at an offset from the start of the directory's first entry. */
function withDirectoryNumber(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  const directory = view.getUint32(changed.length - 22 + 16, true);
  view.setUint32(directory + offset, value, true);
  return changed;
}

const WORKBOOK = zipSync({ "xl/workbook.xml": strToU8("<workbook/>"), "xl/a.bin": [strToU8("stored"), { level: 0 }] });

describe("a zip package", () => {
  it("lists its parts and expands stored and deflated ones", () => {
    const pkg = openPackage(WORKBOOK);
    expect(pkg.entries.map(({ name, method }) => [name, method])).toEqual([
      ["xl/workbook.xml", 8],
      ["xl/a.bin", 0],
    ]);
    expect(textOf(pkg, "/XL/Workbook.xml")).toBe("<workbook/>");
    expect(textOf(pkg, "xl/a.bin")).toBe("stored");
  });

  it("is read when a program streamed it and wrote the sizes behind the parts", () => {
    const chunks: Uint8Array[] = [];
    const zip = new Zip((_, chunk) => chunks.push(chunk));
    const [deflated, stored] = [new ZipDeflate("a.xml"), new ZipPassThrough("b.xml")];
    zip.add(deflated);
    deflated.push(strToU8("<a>text</a>"), true);
    zip.add(stored);
    stored.push(strToU8("<b/>"), true);
    zip.end();
    const pkg = openPackage(Uint8Array.from(chunks.flatMap((chunk) => [...chunk])));
    expect(textOf(pkg, "a.xml") + textOf(pkg, "b.xml")).toBe("<a>text</a><b/>");
  });

  it("is read when its directory is in the wide form of zip64", () => {
    const narrow = zipSync({ "a.xml": [strToU8("<a/>"), { level: 0 }] });
    const view = new DataView(narrow.buffer);
    const directory = view.getUint32(narrow.length - 6, true);
    const central = narrow.slice(directory, narrow.length - 22);
    const extra = new DataView(new ArrayBuffer(20));
    extra.setUint16(0, 1, true);
    extra.setUint16(2, 16, true);
    extra.setBigUint64(4, 4n, true);
    extra.setBigUint64(12, 4n, true);
    const wide = new DataView(central.buffer);
    wide.setUint32(20, 0xffffffff, true);
    wide.setUint32(24, 0xffffffff, true);
    wide.setUint16(30, 20, true);
    const end64 = new DataView(new ArrayBuffer(76));
    end64.setUint32(0, 0x06064b50, true);
    end64.setBigUint64(32, 1n, true);
    end64.setBigUint64(48, BigInt(directory), true);
    end64.setUint32(56, 0x07064b50, true);
    end64.setBigUint64(64, BigInt(directory + central.length + 20), true);
    const end = narrow.slice(narrow.length - 22);
    new DataView(end.buffer).setUint16(10, 0xffff, true);
    new DataView(end.buffer).setUint32(16, 0xffffffff, true);
    const parts = [
      narrow.slice(0, directory),
      central,
      new Uint8Array(extra.buffer),
      new Uint8Array(end64.buffer),
      end,
    ];
    expect(textOf(openPackage(Uint8Array.from(parts.flatMap((part) => [...part]))), "a.xml")).toBe("<a/>");
  });

  it("is refused cut off at any byte", () => {
    for (let length = 0; length < WORKBOOK.length; length++) {
      expect(codeOf(() => openPackage(WORKBOOK.subarray(0, length)))).toMatch(/^(zip-damaged|not-zip)$/);
    }
  });

  it("is refused when a part would expand to hundreds of times its size", () => {
    const bomb = zipSync({ "xl/sharedStrings.xml": new Uint8Array(12 * MEGABYTE) });
    expect(codeOf(() => openPackage(bomb))).toBe("too-large");
  });

  it("is refused when a part is larger than the directory says, before it is expanded whole", () => {
    const lie = withDirectoryNumber(zipSync({ "a.xml": new Uint8Array(12 * MEGABYTE) }), 24, 5000);
    const entry = openPackage(lie).find("a.xml");
    expect(codeOf(() => entry && inflateEntry(entry, MEGABYTE))).toBe("zip-damaged");
  });

  it("is refused when a part fails its checksum", () => {
    const entry = openPackage(withDirectoryNumber(WORKBOOK, 16, 1)).find("xl/workbook.xml");
    expect(codeOf(() => entry && inflateEntry(entry, MEGABYTE))).toBe("zip-damaged");
  });

  it("is refused when a part is over the caller's limit", () => {
    const entry = openPackage(zipSync({ "a.xml": strToU8("<a>12345</a>") })).find("a.xml");
    expect(codeOf(() => entry && inflateEntry(entry, 5))).toBe("too-large");
  });

  it("is refused when a name points outside, stands twice, or differs between directory and part", () => {
    expect(codeOf(() => openPackage(zipSync({ "xl/../../a.xml": strToU8("<a/>") })))).toBe("zip-path");
    expect(codeOf(() => openPackage(zipSync({ "a.xml": strToU8("1"), "A.xml": strToU8("2") })))).toBe("zip-damaged");
    const renamed = zipSync({ "a.xml": strToU8("<a/>") });
    renamed[30] = 0x62;
    expect(codeOf(() => openPackage(renamed))).toBe("zip-damaged");
  });

  it("is refused when parts lie on top of each other", () => {
    const twins = zipSync({ "a.xml": strToU8("<a/>"), "b.xml": strToU8("<a/>") });
    const view = new DataView(twins.buffer);
    const directory = view.getUint32(twins.length - 6, true);
    view.setUint32(directory + 51 + 42, 0, true);
    const second = twins.slice();
    second[directory + 51 + 46] = 0x61;
    expect(codeOf(() => openPackage(twins))).toBe("zip-damaged");
    expect(codeOf(() => openPackage(second))).toBe("zip-damaged");
  });

  it("is refused when a part is encrypted", () => {
    const flagged = WORKBOOK.slice();
    const directory = new DataView(flagged.buffer).getUint32(flagged.length - 6, true);
    flagged[directory + 8] = 1;
    expect(codeOf(() => openPackage(flagged))).toBe("encrypted");
  });
});

describe("the checksum of a part", () => {
  it("is the standard's, also over chunks", () => {
    expect(crc32(strToU8("123456789"))).toBe(0xcbf43926);
    expect(crc32(strToU8("56789"), crc32(strToU8("1234")))).toBe(0xcbf43926);
    expect(crc32InScript(strToU8("56789"), crc32InScript(strToU8("1234")))).toBe(0xcbf43926);
  });
});
