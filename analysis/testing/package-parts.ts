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
  const edit = new PackageEdit(openPackage(bytes));
  const held = edit.read(name);
  edit.set(name, change(held === null ? "" : new TextDecoder().decode(held)));
  return edit.bytes();
}
