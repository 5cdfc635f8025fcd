import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import { inflateEntry, openPackage, PACKAGE_LIMITS } from "../package/zip-package.ts";
import { PackageEdit } from "./package-edit.ts";
import { escapeXml } from "./xml-text.ts";

/** How a package is to be settled. */
export interface Settling {
  /** Takes the place of every time at which the file says it was made or changed. */
  readonly asOf: CalendarDate;
  /** Takes the place of every name of a maker in the file's properties: a program's, never a person's. */
  readonly maker: string;
  /** Mends what the library that made the file left wrong in a part. */
  readonly mend?: (part: string, xml: string) => string;
}

/** An id of a relationship by chance, as libraries make them; those that people count are left. */
const RELATIONSHIP = /\bId="(?!rId\d+")([^"]+)"/g;
const EMBEDDED = /[/]embeddings[/][^/]+[.]xlsx$/i;

/**
 * An office file of a library's making with everything in it that changes from run to run set fast: times, makers, ids
 * by chance, the order of numbers of drawings, also in workbooks inside. The same content then gives the same bytes. The
 * parts keep their order; empty folders, which libraries list, go.
 *
 * @example settledPackage(docxBytes, { asOf, maker: "SCA Ledger" })
 */
export function settledPackage(bytes: Uint8Array, settling: Settling): Uint8Array {
  const parts = new Map<string, Uint8Array>();
  for (const entry of openPackage(bytes).entries) {
    if (!entry.name.endsWith("/")) parts.set(entry.name, inflateEntry(entry, PACKAGE_LIMITS.entryBytes));
  }
  const renamed = countedParts([...parts.keys()]);
  const edit = new PackageEdit(null);
  for (const [name, content] of parts) {
    const settled = EMBEDDED.test(name)
      ? settledPackage(content, settling)
      : /[.](xml|rels)$/i.test(name)
        ? withNames(settledXml(name, text(content), parts, settling), renamed)
        : content;
    edit.set(withNames(name, renamed), settled);
  }
  return edit.bytes();
}

/** Charts and their workbooks, which a library goes on counting from file to file, counted from 1; by their last word. */
function countedParts(names: readonly string[]): ReadonlyMap<string, string> {
  const counted = new Map<string, string>();
  for (const [folder, stem, ending] of [
    ["charts", "chart", "xml"],
    ["embeddings", "Microsoft_Excel_Worksheet", "xlsx"],
  ] as const) {
    const pattern = new RegExp(`/${folder}/${stem}(\\d+)[.]${ending}$`);
    const numbers = names.flatMap((name) => pattern.exec(name)?.[1] ?? []).map(Number);
    numbers
      .sort((one, other) => one - other)
      .forEach((number, at) => {
        counted.set(`/${stem}${number}.${ending}`, `/${stem}${at + 1}.${ending}`);
      });
  }
  return counted;
}

/** A part's name, or the XML that speaks of parts, under the new names; all at once, since a new name may be an old one. */
function withNames(within: string, renamed: ReadonlyMap<string, string>): string {
  return within.replace(
    /[/](?:chart|Microsoft_Excel_Worksheet)\d+[.](?:xml|xlsx)/g,
    (found) => renamed.get(found) ?? found,
  );
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function settledXml(
  name: string,
  xml: string,
  parts: ReadonlyMap<string, Uint8Array>,
  { asOf, maker, mend }: Settling,
): string {
  if (/docProps[/]core[.]xml$/i.test(name)) {
    return xml
      .replace(/(<dcterms:(created|modified)\b[^>]*>)[^<]*/g, `$1${asOf}T00:00:00Z`)
      .replace(/(<(?:dc:creator|cp:lastModifiedBy)>)[^<]*/g, `$1${escapeXml(maker)}`);
  }
  const own = name.endsWith(".rels") ? xml : (relationshipsXml(name, parts) ?? "");
  let settled = xml;
  [...own.matchAll(RELATIONSHIP)].forEach(([, id = ""], at) => {
    settled = settled.replaceAll(`"${id}"`, `"rIdOwn${at + 1}"`);
  });
  let drawing = 0;
  if (mend !== undefined) settled = mend(name, settled);
  return settled.replace(/(<wp:docPr\b[^>]*?\bid=")\d+"/g, (_, before: string) => `${before}${++drawing}"`);
}

function relationshipsXml(name: string, parts: ReadonlyMap<string, Uint8Array>): string | null {
  const slash = name.lastIndexOf("/");
  const found = parts.get(`${name.slice(0, slash + 1)}_rels/${name.slice(slash + 1)}.rels`);
  return found === undefined ? null : text(found);
}
