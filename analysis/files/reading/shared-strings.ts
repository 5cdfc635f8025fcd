import { ownCopy, readPartXml } from "../package/part-xml.ts";
import type { ZipEntry } from "../package/zip-package.ts";

const LIMIT = 512 * 2 ** 20;

/**
 * Text as Excel keeps it in XML, made plain: `_x000D_` stands for the character with that number, and a line break is one
 * character whichever way the producer wrote it.
 *
 * @example plainText("a_x000D_\nb_x005F_x0041_") is "a\nb_x0041_"
 */
export function plainText(text: string): string {
  let plain = text;
  if (plain.includes("_x")) {
    plain = plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }
  return plain.includes("\r") ? plain.replace(/\r\n?/g, "\n") : plain;
}

/**
 * The texts that cells share, by number. Runs of different looks are joined; reading aids for Japanese are left out.
 */
export function readSharedStrings(entry: ZipEntry | undefined): readonly string[] {
  if (entry === undefined) return [];
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let phonetic = 0;
  readPartXml(entry, LIMIT, {
    open: (name) => {
      if (name === "si") text = "";
      else if (name === "rPh") phonetic++;
      else if (name === "t") inText = phonetic === 0;
    },
    text: (part) => {
      if (inText) text += part;
    },
    close: (name) => {
      if (name === "t") inText = false;
      else if (name === "rPh") phonetic--;
      else if (name === "si") strings.push(ownCopy(plainText(text)));
    },
  });
  return strings;
}
