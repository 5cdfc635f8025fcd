import { resolve } from "node:path";
import { readArguments, UsageProblem } from "../../analysis/commands/arguments.ts";

/** Where the pages will be served from, and where they are put. */
export interface BuildArguments {
  /** Without a slash at its end: "https://example.org/sca". */
  readonly host: string;
  readonly out: string;
}

/** What `npm run excel` serves, and what manifest.xml names. */
export const DEVELOPMENT_HOST = "https://localhost:3000";

/**
 * Reads `--host https://… [--out DIR]`. Throws a UsageProblem for an address that Excel would not load pages from.
 *
 * @example ["--host", "https://example.org/sca/"] is { host: "https://example.org/sca", out: the folder dist }
 */
export function buildArguments(line: readonly string[], root: string): BuildArguments {
  const given = readArguments(line, { text: ["host", "out"], flags: [] });
  const [extra] = given.words;
  if (extra !== undefined)
    throw new UsageProblem(`"${extra}" is not understood. Write: npm run build -- --host https://…`);
  const host = given.text("host");
  if (host === undefined) {
    throw new UsageProblem(
      `Say where the pages will be served from: npm run build -- --host https://example.org/sca (for this machine alone: ${DEVELOPMENT_HOST}).`,
    );
  }
  return { host: hostAddress(host), out: resolve(root, given.text("out") ?? "dist") };
}

function hostAddress(text: string): string {
  const accepted = "An address that starts with https://, without ? and #, is accepted; nothing was built.";
  if (!URL.canParse(text)) throw new UsageProblem(`The host "${text}" is no address. ${accepted}`);
  const { protocol, origin, pathname, search, hash, username, password } = new URL(text);
  if (protocol !== "https:")
    throw new UsageProblem(`The host "${text}" is not https, which Excel asks for. ${accepted}`);
  if (search + hash + username + password !== "")
    throw new UsageProblem(`The host "${text}" has more than a folder. ${accepted}`);
  return `${origin}${pathname}`.replace(/\/+$/, "");
}
