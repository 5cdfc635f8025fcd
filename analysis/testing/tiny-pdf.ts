import { deflateSync } from "node:zlib";

/** For tests: a PDF of one page as Chromium prints it, with words on the page, words for a picture, and properties. */
export function tinyPdf({
  title,
  lines,
  alternative = "",
  author = "",
}: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly alternative?: string;
  readonly author?: string;
}): Uint8Array {
  const letters = [...new Set(lines.join(""))];
  const code = (letter: string): string => (letters.indexOf(letter) + 1).toString(16).padStart(4, "0");
  const unicode = (letter: string): string => letter.charCodeAt(0).toString(16).padStart(4, "0");
  const map = `begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${letters.length} beginbfchar\n${letters.map((letter) => `<${code(letter)}> <${unicode(letter)}>`).join("\n")}\nendbfchar\nendcmap`;
  // Each letter placed by itself, as in spaced headings.
  const page = lines
    .map((line) => `BT\n/F4 9 Tf\n${[...line].map((letter) => `<${code(letter)}> Tj\n5 0 Td`).join("\n")}\nET`)
    .join("\n");
  const utf16 = Buffer.from(`\ufeff${author}`, "utf16le").swap16().toString("hex");
  const packed = (text: string): string => {
    const bytes = deflateSync(Buffer.from(text, "latin1"));
    return `<</Filter /FlateDecode\n/Length ${bytes.length}>> stream\n${bytes.toString("latin1")}\nendstream`;
  };
  const objects = [
    `<</Title (${title.replace(/[()\\]/g, "\\$&")})\n/Author <${utf16}>>>`,
    `<</Type /Page /Resources <</Font <</F4 3 0 R>>>> /Contents 5 0 R>>`,
    "<</Type /Font /Subtype /Type0 /ToUnicode 4 0 R>>",
    packed(map),
    packed(`1 0 0 1 0 0 cm\n${page}`),
    `<</Type /StructElem /S /Figure /Alt (${alternative.replace(/[()\\]/g, "\\$&")})>>`,
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join("");
  return new Uint8Array(Buffer.from(`%PDF-1.4\n${body}trailer\n<</Root 2 0 R>>\n%%EOF`, "latin1"));
}
