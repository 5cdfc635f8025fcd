import type { BrowserContext } from "playwright-core";

/** What went wrong in the pages without anybody being told. */
export interface Watched {
  /** Errors and warnings on the console, and errors that nothing caught. */
  readonly complaints: string[];
  /** What the content-security policy refused. */
  readonly refused: string[];
}

/** What office.js itself says, whatever the add-in does; each with its reason. Nothing else may be on the console. */
const OF_OFFICE_JS: readonly RegExp[] = [
  // It gives two invisible elements of its own a style: see below.
  /^error: Applying inline style violates the following Content Security Policy directive/,
];

/** What office.js tries and the policy refuses; the add-in works without. */
const REFUSED_OF_OFFICE_JS: readonly RegExp[] = [
  // The elements by which the focus leaves the pane: without their style they are as good.
  /^style-src-attr refused inline of https:\/\/appsforoffice[.]microsoft[.]com\/lib\/1\/hosted\/excel-web-16[.]00[.]js $/,
];

/** Listens to every page and frame of the browser from now on. */
export async function watchPages(context: BrowserContext): Promise<Watched> {
  const watched: Watched = { complaints: [], refused: [] };
  context.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    const text = `${message.type()}: ${message.text()}`;
    if (!OF_OFFICE_JS.some((known) => known.test(text))) watched.complaints.push(text);
  });
  context.on("weberror", (error) =>
    watched.complaints.push(`uncaught: ${error.error().stack ?? error.error().message}`),
  );
  await context.exposeFunction("policyBroken", (what: string) => {
    if (!REFUSED_OF_OFFICE_JS.some((known) => known.test(what))) watched.refused.push(what);
  });
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, sample }) => {
      const tell = (globalThis as unknown as { policyBroken(what: string): void }).policyBroken;
      tell(`${effectiveDirective} refused ${blockedURI} of ${sourceFile} ${sample}`);
    });
  });
  return watched;
}
