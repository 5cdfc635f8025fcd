import { inflateEntry, openPackage, PACKAGE_LIMITS } from "../files/package/zip-package.ts";
import { PackageEdit } from "../files/writing/package-edit.ts";

/** For tests: every part of an office file by name, as text. */
export function partsOfPackage(bytes: Uint8Array): Map<string, string> {
  return new Map(
    openPackage(bytes).entries.map((entry) => [
      entry.name,
      new TextDecoder().decode(inflateEntry(entry, PACKAGE_LIMITS.entryBytes)),
    ]),
  );
}

/** For tests: the file with a part changed or added. */
export function withPart(bytes: Uint8Array, name: string, change: (text: string) => string): Uint8Array {
  return withBytes(bytes, name, (held) => new TextEncoder().encode(change(new TextDecoder().decode(held))));
}

/** For tests: the same for a part that is no text, such as a workbook in a deck. */
export function withBytes(bytes: Uint8Array, name: string, change: (held: Uint8Array) => Uint8Array): Uint8Array {
  const edit = new PackageEdit(openPackage(bytes));
  edit.set(name, change(edit.read(name) ?? new Uint8Array()));
  return edit.bytes();
}
