import { FONT, PALETTE } from "../charts/palette.ts";

/** The one style of our pages: for a screen, and for Letter and A4 paper. */
export const PAGE_STYLE = `
@page { size: auto; margin: 15mm 14mm 16mm; }
* { box-sizing: border-box; }
html { color-scheme: light; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0 auto; padding: 44px 28px 56px; max-width: 812px; background: ${PALETTE.paper}; color: ${PALETTE.ink};
  font: 14px/1.55 ${FONT}; font-feature-settings: "cv05", "ss03"; }
h1, h2, p, figure, table, dl, ul { margin: 0; }
.over { font-size: 12px; font-weight: 600; letter-spacing: 0.06em; text-transform: uppercase; color: ${PALETTE.accent}; }
h1 { font-size: 30px; line-height: 1.2; font-weight: 600; letter-spacing: -0.02em; margin: 6px 0 8px; }
.about { color: ${PALETTE.quiet}; overflow-wrap: anywhere; }
.finding { margin: 22px 0 0; padding: 2px 0 2px 16px; border-left: 3px solid ${PALETTE.accent}; font-size: 17px; line-height: 1.5; }
.key { display: grid; grid-template-columns: repeat(4, 1fr); gap: 0 20px; margin: 26px 0 0; }
.key div { border-top: 1px solid ${PALETTE.line}; padding: 10px 0 0; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.key dt { color: ${PALETTE.quiet}; font-size: 12.5px; line-height: 1.4; }
.key dd { margin: 0 0 2px; font-size: 25px; line-height: 1.25; font-weight: 600; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
b { font-weight: 600; }
section { margin: 40px 0 0; }
h2 { font-size: 19px; line-height: 1.3; font-weight: 600; letter-spacing: -0.01em; break-after: avoid; }
h2 + p { color: ${PALETTE.quiet}; margin: 4px 0 14px; max-width: 66ch; break-after: avoid; }
figure { margin: 0 0 18px; break-inside: avoid; }
svg { display: block; max-width: 100%; height: auto; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: 0 0 4px; }
th, td { padding: 6px 0 6px 14px; text-align: right; vertical-align: baseline; border-bottom: 1px solid ${PALETTE.grid}; font-weight: 400; }
thead { display: table-header-group; }
thead th { color: ${PALETTE.quiet}; font-size: 12px; vertical-align: bottom; border-bottom: 1px solid ${PALETTE.line}; }
th:first-child { min-width: 12em; overflow-wrap: anywhere; }
.whole { white-space: nowrap; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
td { white-space: nowrap; }
td.words { white-space: normal; text-align: left; color: ${PALETTE.quiet}; }
thead th.words { text-align: left; }
tr { break-inside: avoid; }
tfoot th, tfoot td { font-weight: 600; border-bottom: 0; border-top: 1px solid ${PALETTE.line}; }
.hint { display: inline-block; white-space: nowrap; color: ${PALETTE.warning}; }
.outside { display: grid; grid-template-columns: max-content 1fr; gap: 6px 18px; margin: 12px 0 0; }
.outside dt { font-weight: 600; text-align: right; font-variant-numeric: tabular-nums; }
.outside dd { margin: 0; }
.outside + p { margin-top: 12px; }
footer { margin: 44px 0 0; padding: 14px 0 0; border-top: 1px solid ${PALETTE.line}; color: ${PALETTE.quiet}; font-size: 12px; line-height: 1.55; }
footer p + p { margin-top: 6px; }
@media (max-width: 620px) { .key { grid-template-columns: repeat(2, 1fr); gap: 18px 20px; } }
@media print { body { padding: 0; max-width: none; font-size: 12px; } b { font-weight: 600; }
section { margin-top: 28px; } h1 { font-size: 26px; } .finding { font-size: 15px; } .key dd { font-size: 21px; } table { font-size: 11.5px; } .scroll { overflow: visible; } }
`;
