import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type InlineConfig, type Plugin } from "vite";
import { contentPolicy } from "./content-policy.ts";

/** A file of JavaScript that the pane needs before it shows anything. */
export interface LoadedScript {
  readonly file: string;
  /** Bytes over the wire, compressed as servers do. */
  readonly gzipBytes: number;
}

/** The most that the pane's first load may bring in JavaScript, Office.js apart: a second and a half at 1.5 Mbit/s. */
export const FIRST_LOAD_CEILING = 250_000;

/** The pane, or the page that records what a real Excel answers: developers put that one beside it, and nobody deploys it. */
export type AddinPage = "taskpane" | "recorder";

/**
 * Bundles the pane into a folder, which is emptied first: one page, its scripts by the hash of their content (the same
 * sources give the same bytes), no script in the page itself. Returns the scripts of the first load.
 */
export async function buildPages(
  root: string,
  out: string,
  page: AddinPage = "taskpane",
): Promise<readonly LoadedScript[]> {
  const folder = join(root, "addin", page);
  const built = await asShipped({
    root: folder,
    base: "./",
    configFile: false,
    publicDir: false,
    logLevel: "error",
    plugins: [policyInPage(), nothingOfNode()],
    worker: { format: "es", plugins: () => [nothingOfNode()] },
    build: {
      outDir: out,
      emptyOutDir: page === "taskpane",
      target: "es2022",
      assetsDir: "code",
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { input: join(folder, `${page}.html`) },
    },
  });
  if (!("output" in built)) throw new Error("the build answered with another kind of result");
  const scripts = new Map(
    built.output.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file] as const] : [])),
  );
  const needed = new Set([...scripts.values()].filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const name of needed) for (const imported of scripts.get(name)?.imports ?? []) needed.add(imported);
  return [...needed].sort().map((file) => ({
    file,
    gzipBytes: gzipSync(scripts.get(file)?.code ?? "", { level: 9 }).length,
  }));
}

/** Builds what ships, whoever builds: a test runner says "test" in NODE_ENV, and React would then bring its development code. */
async function asShipped(config: InlineConfig): ReturnType<typeof build> {
  const { NODE_ENV: before } = process.env;
  process.env["NODE_ENV"] = "production";
  try {
    return await build(config);
  } finally {
    if (before === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = before;
  }
}

/** Fails the build where a page or a worker would need what only Node has: bundled, it throws when it is first used. */
function nothingOfNode(): Plugin {
  return {
    name: "nothing-of-node",
    enforce: "pre",
    resolveId(source, importer) {
      if (source.startsWith("node:")) throw new Error(`${importer ?? "a page"} needs ${source}, which no browser has`);
      return null;
    },
  };
}

/** The content-security policy as the first thing in the head, before anything that it rules. */
function policyInPage(): Plugin {
  return {
    name: "content-policy",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: contentPolicy() },
        injectTo: "head-prepend",
      },
    ],
  };
}
