import type { AddinPage } from "../../../scripts/addin-build/build-pages.ts";

/** Where the add-in's pages are served, as an organization would: a host with a folder. */
export const ADDIN_HOST = "https://localhost/sca";
/** The page of Excel on the web. The client trusts Microsoft's hosts and the add-in's own: here it is the latter. */
export const EXCEL_ADDRESS = "https://localhost/excel";
export const EXCEL_ORIGIN = "https://localhost";

/** A page with nothing but the frames of add-ins, and a script that hands on what they post. */
export const EXCEL_PAGE = `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>Excel on the web</title>
<style>html,body{margin:0;height:100%}body{display:flex;flex-wrap:wrap}iframe{border:0;flex:none}</style></head>
<body><script>addEventListener("message", (event) => { if (typeof event.data === "string") excelHeard(event.data); })</script>
</body></html>`;

/** Flags in the address: 1 shared runtime, 2 custom functions, without which these never begin. */
const RUNTIME_FLAGS = 3;

/**
 * The address by which Excel on the web opens a pane: who is the host stands in the query, the conversation in the
 * fragment. Observed from @microsoft/office-js 1.1.110.
 */
export function paneAddress(id: string, page: AddinPage): string {
  const host = `Excel$Web$16.00$en-US$correlation$telemetry$$${RUNTIME_FLAGS}`;
  return `${ADDIN_HOST}/${page}.html?_host_Info=${host}#&_xdm_Info=${id}|${id}|${EXCEL_ORIGIN}`;
}
