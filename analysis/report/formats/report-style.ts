import { FONT, PALETTE } from "../../charts/palette.ts";

/**
 * What a report adds to the style of our pages: lists, findings in the text, exhibits that begin a page, running feet
 * with page numbers, and the look of a letter. On paper a heading stays with what follows it, and a table that goes over
 * a page shows its heads again.
 */
export function reportStyle(runningTitle: string, isLetter: boolean): string {
  return `
@page { size: letter; margin: ${isLetter ? "21mm 25mm 22mm" : "16mm 18mm 17mm"};
  @bottom-left { content: ${cssText(runningTitle)}; font: 9px ${FONT}; color: ${PALETTE.quiet}; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 9px ${FONT}; color: ${PALETTE.quiet}; font-variant-numeric: tabular-nums; } }
strong { font-weight: 600; }
h3 { font-size: 14.5px; line-height: 1.35; font-weight: 600; margin: 22px 0 8px; break-after: avoid; }
section > * + * { margin-top: 12px; }
section > h2 + p { color: inherit; margin: 8px 0 0; max-width: none; }
section > p, section li { max-width: 70ch; orphans: 3; widows: 3; text-wrap: pretty; }
section ul, section ol { padding-left: 22px; }
section li + li { margin-top: 5px; }
section li::marker { color: ${PALETTE.quiet}; font-variant-numeric: tabular-nums; }
section .finding { margin: 16px 0; font-size: 16px; break-inside: avoid; }
section .key { margin: 18px 0 22px; break-inside: avoid; }
section .key { grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); }
section figure { margin: 0 0 12px; }
td.words, thead th.words { color: inherit; }
td.words { min-width: 8em; overflow-wrap: anywhere; }
thead th.words { color: ${PALETTE.quiet}; }
table { margin: 4px 0 14px; }
caption { break-after: avoid; }
.hint { font-size: 12.5px; font-weight: 600; }
.letter { max-width: 720px; font-size: 14.5px; }
.letter h1 { font-size: 22px; letter-spacing: -0.01em; }
.letter section { margin-top: 26px; }
.letter h2 { font-size: 15.5px; letter-spacing: 0; }
.letter .over { color: ${PALETTE.quiet}; }
@media print {
  html { font-size: 10.5pt; }
  body { font-size: 10.2pt; line-height: 1.48; }
  section { margin-top: 20px; }
  section.exhibit { break-before: page; margin-top: 0; }
  h1 { font-size: 19pt; } h2 { font-size: 13pt; } h3 { font-size: 10.5pt; }
  h1, h2, h3, caption, p:has(+ ul), p:has(+ ol) { break-after: avoid; }
  tfoot { display: table-row-group; }
  table:not(:has(tbody tr:nth-child(13))) { break-inside: avoid; }
  tbody tr:nth-child(-n + 2) { break-after: avoid; } tbody tr:nth-last-child(-n + 2), tfoot tr { break-before: avoid; }
  .key dd { font-size: 15pt; } .key dt { font-size: 8.5pt; }
  section .finding { font-size: 11.5pt; }
  table { font-size: 8.8pt; } thead th { font-size: 8.2pt; } th, td { padding: 4px 0 4px 10px; }
  .report .closing, footer { break-inside: avoid; } footer { font-size: 8pt; line-height: 1.4; margin-top: 20px; }
  .letter section > p, .letter section li { max-width: none; }
  .letter { font-size: 10.4pt; } .letter h1 { font-size: 14.5pt; } .letter h2 { font-size: 11.2pt; }
  .letter section { margin-top: 15px; }
  .letter section.exhibit { margin-top: 0; }
}
`;
}

/** A text as a CSS string: every character but plain letters, digits and blanks as its number, so nothing can end it. */
function cssText(text: string): string {
  const escaped = [...text].map((character) =>
    /[A-Za-z0-9 ]/.test(character) ? character : `\\${(character.codePointAt(0) ?? 32).toString(16)} `,
  );
  return `"${escaped.join("")}"`;
}
