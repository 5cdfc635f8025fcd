import { describe, expect, it } from "vitest";
import { inflateEntry, openPackage, PACKAGE_LIMITS } from "../package/zip-package.ts";
import { PackageEdit } from "./package-edit.ts";

function* rows(count: number): Iterable<string> {
  for (let at = 0; at < count; at += 1) yield `<row r="${at}"><c>Zoë's formula ${at % 97}</c></row>\n`;
}

function written(content: string | Iterable<string>): Uint8Array {
  const edit = new PackageEdit(null);
  edit.set("xl/sheet.xml", content);
  return edit.bytes();
}

describe("a part of a package that is given piece by piece", () => {
  it("is read back whole, however many chunks it was packed in", () => {
    const bytes = written(rows(250_000));
    const entry = openPackage(bytes).find("xl/sheet.xml");
    const text = new TextDecoder().decode(entry && inflateEntry(entry, PACKAGE_LIMITS.entryBytes));
    expect(text.length).toBeGreaterThan(2 ** 23);
    expect(text === [...rows(250_000)].join("")).toBe(true);
  });

  it("is the same file, to the byte, as one given at once", () => {
    expect(written(rows(500))).toEqual(written([...rows(500)].join("")));
  });

  it("can be read before it is written", () => {
    const edit = new PackageEdit(null);
    edit.set("a.xml", rows(3));
    expect(new TextDecoder().decode(edit.read("a.xml") ?? new Uint8Array())).toBe([...rows(3)].join(""));
  });
});
