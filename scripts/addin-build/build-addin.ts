import { existsSync, readFileSync } from "node:fs";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { RIBBON_COMMANDS } from "../../addin/commands/ribbon-commands.ts";
import { CUSTOM_FUNCTIONS } from "../../addin/functions/associate-functions.ts";
import { UserProblem } from "../../analysis/user-problem.ts";
import type { BuildArguments } from "./build-arguments.ts";
import { buildPages, type LoadedScript } from "./build-pages.ts";
import { functionMetadata } from "./function-metadata.ts";
import { helpPage } from "./help-page.ts";
import { hostedManifest, manifestFaults } from "./hosted-manifest.ts";
import { membersOfCode } from "./members-of-code.ts";

/** The manifest asks for a script of functions that a shared runtime never loads. */
const NO_SCRIPT = "// The custom functions run in the page of the pane: see its runtime in manifest.xml.\n";

/**
 * Makes the folder that a web server has to serve, and the manifest for that host in it. Throws a UserProblem with every
 * fault of the manifest; the folder is then not fit to be used.
 */
export async function buildAddin(root: string, { host, out }: BuildArguments): Promise<readonly LoadedScript[]> {
  const metadata = await functionMetadata(root);
  const scripts = await buildPages(root, out);
  await cp(join(root, "addin", "assets"), join(out, "assets"), { recursive: true });
  await writeFile(join(out, "functions.json"), metadata.json);
  await writeFile(join(out, "functions.js"), NO_SCRIPT);
  await writeFile(join(out, "help.html"), helpPage(RIBBON_COMMANDS, metadata.functions));
  const manifest = hostedManifest(await readFile(join(root, "manifest.xml"), "utf8"), host);
  const faults = manifestFaults(manifest, {
    commands: RIBBON_COMMANDS,
    functions: { declared: metadata.functions.map(({ id }) => id), associated: [...CUSTOM_FUNCTIONS.keys()] },
    file: (path) => (existsSync(join(out, path)) ? readFileSync(join(out, path)) : null),
    members: membersOfCode(root),
  });
  if (faults.length > 0) throw new UserProblem("manifest-faults", [...faults, "No manifest was written."].join("\n"));
  await writeFile(join(out, "manifest.xml"), manifest);
  return scripts;
}
