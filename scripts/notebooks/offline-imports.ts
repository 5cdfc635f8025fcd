import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** Where Notebook Kit's runtime lies: the modules that a built page runs. */
const KIT = dirname(dirname(fileURLToPath(import.meta.resolve("@observablehq/notebook-kit/vite"))));

/** The kit's modules that offer libraries and data sets to every cell, and load them from the network when a cell names one. */
const OFFERS = ["recommendedLibraries.js", "sampleDatasets.js"];
const OFFER = "\0offered:";
const ABSENT = "\0absent:";

/** What `npm:` and the kit's own network (jsDelivr) write before a package's name. */
const FROM_NETWORK = /^(?:npm:|jsr:|https?:\/\/(?:cdn\.jsdelivr\.net\/npm\/|esm\.sh\/(?:jsr\/)?)?)/;

/** Where `observable:` stands for a folder of the kit. */
export const KIT_ALIAS = { find: /^observable:(.*)$/, replacement: join(KIT, "$1") };

/**
 * Keeps the network out of a built notebook. What a cell imports by `npm:` or from jsDelivr is taken from the project's own
 * packages; what is not installed becomes a module that says so in words when it is asked for. The libraries that the
 * kit offers to every cell (Plot, d3, Inputs and the like) are not brought along: the cell that names one says so.
 */
export function offlineImports(notebook: string): Plugin {
  return {
    name: "notebook-without-network",
    enforce: "pre",
    async resolveId(source, importer) {
      const offer = OFFERS.find((file) => source === `./${file}`);
      if (offer !== undefined && importer?.startsWith(KIT) === true) return `${OFFER}${offer}`;
      if (!FROM_NETWORK.test(source)) return null;
      const name = packageOf(source);
      const isOurs = importer === undefined || !importer.startsWith(KIT);
      const found = isOurs ? await this.resolve(name, notebook, { skipSelf: true }) : null;
      return found === null || found.external !== false ? `${ABSENT}${name}` : found;
    },
    load(id) {
      if (id.startsWith(OFFER)) return offersOf(id.slice(OFFER.length));
      if (id.startsWith(ABSENT)) {
        return `throw new Error(${JSON.stringify(absence(id.slice(ABSENT.length)))});\nexport default undefined;`;
      }
      return null;
    },
    // What is left by now are no imports but texts: where the kit would look for a program part of a reader we leave out.
    renderChunk: (code) => ({
      code: code.replaceAll(/https:\/\/cdn\.jsdelivr\.net\/npm\/[^"'`)\s]*/g, "about:blank"),
      map: null,
    }),
  };
}

/** "https://cdn.jsdelivr.net/npm/d3@7/+esm" and "npm:d3@7" are "d3". */
function packageOf(source: string): string {
  const rest = source.replace(FROM_NETWORK, "").replace(/\/\+esm$/, "");
  const [, name = rest, path = ""] = /^((?:@[^/]+\/)?[^@/]+)(?:@[^/]*)?(\/.*)?$/.exec(rest) ?? [];
  return `${name}${path}`;
}

function offersOf(file: string): string {
  const names = [...readFileSync(join(KIT, "runtime", "stdlib", file), "utf8").matchAll(/^export const ([\w$]+)/gm)];
  return names
    .map(([, name = ""]) => `export const ${name} = () => { throw new Error(${JSON.stringify(absence(name))}); };`)
    .join("\n");
}

function absence(name: string): string {
  return `"${name}" is not in this page, which loads nothing from the network. Import what the cell needs from the project: charts from analysis/charts, measures from sca/measures.`;
}
