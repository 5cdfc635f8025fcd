import { readArguments, UsageProblem } from "../../analysis/commands/arguments.ts";

/** What `npm run excel` is to do. */
export interface ExcelArguments {
  /** `start` opens Excel with the add-in, `serve` only serves the pages, `stop` takes the add-in out of Excel again. */
  readonly action: "start" | "serve" | "stop";
  /** Opens the page that records what this Excel answers in place of the pane. */
  readonly isRecorder: boolean;
}

/** Microsoft's tool that puts an add-in into Excel on this machine; fetched when it is needed, by its exact version. */
const DEBUGGING_TOOL = "office-addin-debugging@7.0.0";

/** Reads `[--serve | --stop] [--recorder]`. Throws a UsageProblem for anything else. */
export function excelArguments(line: readonly string[]): ExcelArguments {
  const given = readArguments(line, { text: [], flags: ["serve", "stop", "recorder"] });
  const [extra] = given.words;
  if (extra !== undefined)
    throw new UsageProblem(`"${extra}" is not understood. Write: npm run excel [-- [--serve | --stop] [--recorder]]`);
  if (given.isSet("serve") && given.isSet("stop")) throw new UsageProblem("--serve and --stop exclude each other.");
  const action = given.isSet("stop") ? "stop" : given.isSet("serve") ? "serve" : "start";
  return { action, isRecorder: given.isSet("recorder") };
}

/** The command that opens Excel with the add-in, or takes it out; null where no desktop Excel runs. */
export function sideloadCommand(
  action: "start" | "stop",
  manifest: string,
  platform: NodeJS.Platform,
): { readonly program: string; readonly words: readonly string[] } | null {
  if (platform !== "win32" && platform !== "darwin") return null;
  const program = platform === "win32" ? "npx.cmd" : "npx";
  const start = action === "start" ? ["desktop", "--app", "excel", "--no-debug"] : [];
  return { program, words: ["--yes", DEBUGGING_TOOL, action, manifest, ...start] };
}

/** How to put the add-in into Excel by hand, for each kind of Excel. */
export function byHand(manifest: string): readonly string[] {
  return [
    `Put it into Excel by hand; the manifest is ${manifest}`,
    "  Excel on the web: Home > Add-ins > More Settings > Upload My Add-in, and choose the manifest",
    "  Mac: copy the manifest into ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef, then restart Excel",
    "  Windows: put the manifest into a shared folder that is listed under File > Options > Trust Center > Trusted Add-in Catalogs",
  ];
}

/** What to say after the tool ended. */
export function afterSideload(
  action: "start" | "stop",
  outcome: { readonly exit: number | null } | { readonly failure: string },
  manifest: string,
): readonly string[] {
  if ("exit" in outcome && outcome.exit === 0) {
    return action === "start"
      ? ["Excel opens with the tab SCA Ledger. Leave this running; stop it with Ctrl+C, then: npm run excel -- --stop"]
      : ["The add-in is taken out of Excel."];
  }
  const why = "failure" in outcome ? outcome.failure : `it ended with ${outcome.exit ?? "a signal"}`;
  const said = `npx could not run ${DEBUGGING_TOOL} (${why}). It needs a connection to the npm registry the first time.`;
  if (action === "stop") return [said, "Take the add-in out by hand: addin/README.md tells how."];
  return [`${said} The pages are served all the same.`, ...byHand(manifest)];
}

/** What to say where the certificate for this machine could not be made or trusted. */
export function withoutCertificate(why: string): string {
  const [first = ""] = why.trim().split("\n");
  return `The certificate that lets Excel load pages from this machine could not be made and trusted: ${first} A certificate of Microsoft's tool office-addin-dev-certs is accepted; trusting it asks for your consent, on some systems for an administrator's password. Nothing is served meanwhile; npm run build -- --host https://… makes the same pages for a web server.`;
}
