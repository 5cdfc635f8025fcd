import { createHash } from "node:crypto";
import { FONT, PALETTE } from "../../analysis/charts/palette.ts";
import type { NotebookLedger } from "../../analysis/notebooks/notebook-ledger.ts";
import { counted, longDay } from "../../analysis/report/figures.ts";
import { markup, trustedMarkup } from "../../analysis/report/markup.ts";
import { fontFaces } from "../../analysis/report/page-fonts.ts";
import { PAGE_STYLE } from "../../analysis/report/page-style.ts";
import { outsideAddresses } from "./page-addresses.ts";

/** By this a page is known as one of ours, which a new one may replace. */
export const PAGE_MARK = '<meta name="generator" content="SCA Ledger notebook">';

/** Where the ledger goes once the page is built: the bundler never sees it. */
const LEDGER_PLACE = "<!-- the ledger -->";

/** What a notebook needs beside the style of every page: inputs, the note at the top, a narrow screen, paper. */
const NOTEBOOK_STYLE = `
.inside { margin: 0 0 26px; padding: 10px 14px; border: 1px solid ${PALETTE.line}; border-radius: 4px; color: ${PALETTE.quiet}; font-size: 12.5px; overflow-wrap: anywhere; }
main > div { margin: 0; }
main > div:empty { display: none; }
main h1 { margin-top: 0; }
main h2 { margin: 40px 0 0; }
main h2 a, main h3 a { color: inherit; text-decoration: none; }
main h3 { font-size: 15px; font-weight: 600; margin: 24px 0 6px; }
main p, main ul { max-width: 66ch; margin: 0 0 12px; }
main ul { padding-left: 20px; }
main .finding, main .key, main figure, main .scroll { margin-top: 14px; margin-bottom: 18px; }
main .finding { max-width: none; }
label { display: block; margin: 14px 0; font-weight: 600; font-size: 13px; }
select, input { display: block; margin: 4px 0 0; padding: 7px 9px; width: 100%; max-width: 22em; min-height: 36px; border: 1px solid ${PALETTE.quiet}; border-radius: 4px; background: ${PALETTE.paper}; color: ${PALETTE.ink}; font: 14px/1.4 ${FONT}; }
:focus-visible { outline: 2px solid ${PALETTE.accent}; outline-offset: 2px; }
.observablehq--error { color: ${PALETTE.warning}; font-weight: 600; white-space: pre-wrap; overflow-wrap: anywhere; }
figure > .scroll { margin: 0; }
figure .scroll > svg { min-width: 520px; }
@media (max-width: 620px) { body { padding: 22px 14px 40px; } h1 { font-size: 25px; } th:first-child { min-width: 9.5em; } }
td.words { min-width: 7em; }
@media print { select, input { border: 0; padding: 0; min-height: 0; appearance: none; } main h2 { margin-top: 26px; } figure .scroll > svg { min-width: 0; }
main h3, caption { break-after: avoid; } .scroll, .key, .finding { break-inside: avoid; } tfoot { display: table-row-group; } }
`;

/** The page that Notebook Kit fills: our style and typeface, and a place for the ledger; nothing that is loaded. */
export function pageTemplate(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<style>${fontFaces()}${PAGE_STYLE}${NOTEBOOK_STYLE}</style>
</head>
<body>
${LEDGER_PLACE}
<main></main>
</body>
</html>`;
}

/**
 * The built page with the ledger inside and a content policy that allows its own script and style by their hashes, and
 * nothing else: no connection, no form, no code made from text. Throws where the page still names an outside address.
 */
export function finishedPage(built: string, ledger: NotebookLedger): string {
  const outside = outsideAddresses(built);
  if (outside.length > 0) throw new Error(`The built page names addresses outside of it: ${outside.join(", ")}`);
  const [before, behind, ...more] = built.split(LEDGER_PLACE);
  if (before === undefined || behind === undefined || more.length > 0)
    throw new Error("The page has no single place for the ledger.");
  const scripts = hashesOf(built, "script");
  const policy = `default-src 'none'; script-src ${scripts}; style-src ${hashesOf(built, "style")}; font-src data:; img-src data:; base-uri 'none'; form-action 'none'`;
  // Functions: a "$&" in the text is text.
  const page = `${before}${note(ledger)}\n${dataBlock(ledger)}${behind}`
    .replace(/<meta name="generator"[^>]*>/, "")
    .replace("<head>", () => `<head>\n<meta http-equiv="Content-Security-Policy" content="${policy}">\n${PAGE_MARK}`);
  if (!page.includes(PAGE_MARK)) throw new Error("The page has no head to say what made it.");
  return page;
}

function hashesOf(html: string, element: "script" | "style"): string {
  const texts = [...html.matchAll(new RegExp(`<${element}\\b[^>]*>([\\s\\S]*?)</${element}>`, "g"))];
  return texts.map(([, text = ""]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`).join(" ");
}

function note({ file, asOf, cases }: NotebookLedger): string {
  return markup`<header class="inside"><strong>Inside this page:</strong> ${counted(cases.length, "request")} of ${file} as of ${longDay(asOf)}, numbered anew, as the figures need them. No names, dates of birth, member, case, claim or authorization numbers, notes or dates of requests; days of service only as distances within a request. Small counts can still point to a person: keep the page where the ledger may be kept, and do not send it to a payer. It opens no connection.</header>`
    .html;
}

/** Data that no browser runs. "<" is written so that no text of a ledger can end the block. */
function dataBlock(ledger: NotebookLedger): string {
  const json = JSON.stringify(ledger).replaceAll("<", "\\u003c");
  return markup`<script type="application/json" id="ledger">${trustedMarkup(json)}</script>`.html;
}
