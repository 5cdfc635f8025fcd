/** SHA-256 of nothing: allows a style element that is empty, and no other. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** What the pane may load, directive by directive, each with its reason. Everything else is refused, connections too. */
export const CONTENT_POLICY: readonly (readonly [directive: string, sources: string, reason: string])[] = [
  ["default-src", "'none'", "what is not named below is never needed: no connection, no font, no frame, no plug-in"],
  [
    "script-src",
    "'self' https://appsforoffice.microsoft.com",
    "our files, and Office.js, which the marketplace wants from there",
  ],
  ["style-src", `'self' ${EMPTY_STYLE}`, "our files; Fluent UI adds empty style elements and fills them by script"],
  ["img-src", "'self'", "our icons and pictures"],
  ["worker-src", "'self'", "fee schedule files are read beside the pane, so that it stays responsive"],
  ["base-uri", "'none'", "no text of a page can turn its links elsewhere"],
  ["form-action", "'none'", "nothing is sent by a form"],
];

/** The policy as it stands in the page. */
export function contentPolicy(): string {
  return CONTENT_POLICY.map(([directive, sources]) => `${directive} ${sources}`).join("; ");
}
