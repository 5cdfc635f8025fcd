import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { observable } from "@observablehq/notebook-kit/vite";
import { build, type Rollup } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";
import type { NotebookLedger } from "../../analysis/notebooks/notebook-ledger.ts";
import { finishedPage, pageTemplate } from "./notebook-page.ts";
import { KIT_ALIAS, offlineImports } from "./offline-imports.ts";

/**
 * Builds a notebook into one page that stands alone: script, style, typeface and the ledger's records inside, nothing
 * loaded. The bundler works in memory, from the notebook's own text; the ledger is put into its result afterwards, so
 * that no file but the page ever holds any of it. Working folders are empty ones of their own and are taken away.
 */
export async function buildNotebook(notebook: string, ledger: NotebookLedger): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "sca-notebook-"));
  await wipeCache(notebook);
  try {
    return finishedPage(await bundled(notebook, folder), ledger);
  } finally {
    await wipeCache(notebook);
    await rm(folder, { recursive: true, force: true });
  }
}

/** The kit keeps what data cells printed, in clear, and shows it again when the data has changed. */
function wipeCache(notebook: string): Promise<void> {
  return rm(join(dirname(notebook), ".observable"), { recursive: true, force: true });
}

async function bundled(notebook: string, folder: string): Promise<string> {
  const result = await build({
    configFile: false,
    envFile: false,
    publicDir: false,
    root: dirname(notebook),
    cacheDir: join(folder, "cache"),
    base: "./",
    appType: "mpa",
    logLevel: "silent",
    resolve: { alias: [KIT_ALIAS] },
    plugins: [offlineImports(notebook), observable({ transformTemplate: pageTemplate }), viteSingleFile()],
    build: {
      write: false,
      outDir: join(folder, "page"),
      modulePreload: false,
      target: "es2022",
      rollupOptions: { input: [notebook] },
    },
  });
  const parts = (Array.isArray(result) ? result : [result as Rollup.RollupOutput]).flatMap(({ output }) => output);
  const [page, ...rest] = parts;
  if (page?.type !== "asset" || page.fileName !== basename(notebook) || rest.length > 0) {
    throw new Error(
      `A notebook is one page; these parts were built: ${parts.map(({ fileName }) => fileName).join(", ")}`,
    );
  }
  return String(page.source);
}
