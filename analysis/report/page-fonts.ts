import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * The page's typeface as style text, both weights inside: the page looks alike on every machine. Where pages are made
 * without a file system they go without.
 */
export function fontFaces(): string {
  const resolve = createRequire(import.meta.url).resolve;
  return [400, 600]
    .map((weight) => {
      const file = readFileSync(resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`));
      const source = `url(data:font/woff2;base64,${file.toString("base64")}) format("woff2")`;
      return `@font-face{font-family:Inter;font-style:normal;font-weight:${weight};src:${source}}`;
    })
    .join("");
}
