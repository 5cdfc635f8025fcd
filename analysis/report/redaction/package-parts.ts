import { inflateEntry, openPackage, PACKAGE_LIMITS } from "../../files/package/zip-package.ts";
import { xmlTexts } from "../../files/reading/xml-texts.ts";
import type { SearchedPart, SearchedUnit } from "./searched-part.ts";

/**
 * Everything that an office file says: each XML part with its texts, figures, attributes and comments, among them hidden
 * sheets, headers, notes, comments and properties; workbooks inside it as well; the names of its parts; what pictures
 * say about themselves. Throws a UserProblem where a part cannot be read whole.
 */
export function packageParts(file: string, bytes: Uint8Array, within = ""): SearchedPart[] {
  const pkg = openPackage(bytes);
  const names: SearchedUnit[] = pkg.entries.map(({ name }) => ({ kind: "comment", text: name }));
  const note = archiveNote(bytes);
  if (note !== "") names.push({ kind: "comment", text: note });
  const parts: SearchedPart[] = [{ file, part: `${within}names of the parts`, units: names }];
  for (const entry of pkg.entries) {
    if (entry.name.endsWith("/")) continue;
    const part = `${within}${entry.name}`;
    const content = inflateEntry(entry, PACKAGE_LIMITS.entryBytes);
    if (isZip(content)) parts.push(...packageParts(file, content, `${part} > `));
    else if (/[.](xml|rels|svg|vml)$/i.test(entry.name)) {
      parts.push({ file, part, units: xmlTexts(part, content) });
    } else parts.push({ file, part, units: binaryUnits(content) });
  }
  return parts;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** What stands behind the directory of a zip file, which no program shows. */
function archiveNote(bytes: Uint8Array): string {
  const tail = latin(bytes.subarray(Math.max(0, bytes.length - 65_600)));
  const end = tail.lastIndexOf("PK\u0005\u0006");
  return end < 0 ? "" : tail.slice(end + 22);
}

/** Of a PNG the chunks with words; of anything else that is no XML every byte, as if it were text. */
function binaryUnits(bytes: Uint8Array): SearchedUnit[] {
  const text = latin(bytes);
  if (!text.startsWith("\u0089PNG")) return text === "" ? [] : [{ kind: "comment", text }];
  const units: SearchedUnit[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const kind = text.slice(at + 4, at + 8);
    if (!/^(?:IHDR|IDAT|IEND|PLTE|tRNS|sRGB|gAMA|pHYs|cHRM)$/.test(kind)) {
      units.push({ kind: "comment", text: text.slice(at + 8, at + 8 + length) });
    }
    at += length + 12;
  }
  if (at < bytes.length) units.push({ kind: "comment", text: text.slice(at) });
  return units;
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
