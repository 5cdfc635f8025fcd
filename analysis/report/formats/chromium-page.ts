import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { UserProblem } from "../../user-problem.ts";

/** A browser of one page's life: own profile, no network, nothing kept. Every name resolves to nothing. */
const FLAGS = [
  "--headless",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-extensions",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--no-proxy-server",
  "--lang=en-US",
];

const LONGEST = 90_000;

/**
 * Lets an installed Chromium make one file of a page: `flag` names the kind, such as "print-to-pdf". Page, profile and
 * result stand in a folder of the system's for temporary files that is gone afterwards. Throws a UserProblem
 * `no-print` where the browser does not make the file.
 */
export async function fileFromPage(
  chromium: string,
  page: string,
  flag: "print-to-pdf" | "screenshot",
  more: readonly string[],
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "sca-page-"));
  try {
    const source = join(folder, "page.html");
    const result = join(folder, flag === "screenshot" ? "result.png" : "result.pdf");
    await writeFile(source, page, { mode: 0o600 });
    // Chromium refuses its sandbox to the system's administrator; everyone else keeps it.
    const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const told = await run(chromium, [
      ...FLAGS,
      ...asRoot,
      `--user-data-dir=${join(folder, "profile")}`,
      ...more,
      `--${flag}=${result}`,
      pathToFileURL(source).href,
    ]);
    return await readFile(result).then(
      (bytes) => new Uint8Array(bytes),
      () => {
        throw new UserProblem(
          "no-print",
          `${chromium} did not make the page's file (${told || "it said nothing"}). Update or reinstall that browser, name another one in SCA_CHROMIUM, or leave pdf out with --format.`,
        );
      },
    );
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Runs a program to its end or to the longest that a page may take; answers with the last line that it complained in. */
function run(program: string, line: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(program, line, { stdio: ["ignore", "ignore", "pipe"], windowsHide: true });
    let said = "";
    const late = setTimeout(() => {
      said = `stopped after ${LONGEST / 1000} seconds`;
      child.kill("SIGKILL");
    }, LONGEST);
    const end = (last: string): void => {
      clearTimeout(late);
      resolve(last.trim().split("\n").at(-1)?.slice(0, 200) ?? "");
    };
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-2000);
    });
    child.on("error", (error) => end(error.message));
    child.on("close", () => end(said));
  });
}
