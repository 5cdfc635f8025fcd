import { basename, dirname, join } from "node:path";
import ts from "typescript";
import { type NotebookCell, readNotebook } from "./notebook-cells.ts";

/** Something wrong in a cell, by the compiler or by our own rules. */
export interface CellFault {
  readonly notebook: string;
  readonly cell: number;
  /** Of the cell, from 1. */
  readonly line: number;
  /** Of the notebook's file, from 1. */
  readonly fileLine: number;
  readonly message: string;
}

/** What the kit's runtime gives to every cell, and what of it our pages use. */
const GIVEN = `export {};
declare const display: <Value>(value: Value) => Value;
/** Shows an input; the other cells see what is chosen, and run again when that changes. */
declare const view: <Value>(input: HTMLElement & { readonly value: Value }) => Value;
`;

/**
 * Type-checks the TypeScript cells of notebooks, which the kit only strips of their types: the cells of a notebook are
 * one module, as they share their names when they run. Also refused: cells in another language than TypeScript and
 * Markdown, Markdown with \${…}, imports by a protocol, which the kit would fetch from the network, and files that no browser
 * runs.
 *
 * @example checkCells(["analysis/notebooks/payer-leverage.html"]) is [] where nothing is wrong
 */
export function checkCells(notebooks: readonly string[]): readonly CellFault[] {
  const modules = new Map(notebooks.map((file) => [moduleOf(file), new CellModule(file)]));
  const options = compilerOptions(notebooks[0] ?? "");
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile, readFile } = host;
  host.fileExists = (path) => modules.has(path) || fileExists(path);
  host.readFile = (path) => modules.get(path)?.source ?? readFile(path);
  host.getSourceFile = (path, language, ...rest) => {
    const source = modules.get(path)?.source;
    return source === undefined
      ? getSourceFile(path, language, ...rest)
      : ts.createSourceFile(path, source, language, true);
  };
  const program = ts.createProgram([...modules.keys()], options, host);
  const compiled = ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }): CellFault => {
    const message = ts.flattenDiagnosticMessageText(messageText, " ");
    const cells = modules.get(file?.fileName ?? "");
    if (file === undefined || cells === undefined) return outsideFault(file?.fileName ?? "", message);
    return cells.faultAt(file.getLineAndCharacterOfPosition(start).line, message);
  });
  return [...[...modules.values()].flatMap((cells) => cells.ownFaults()), ...compiled];
}

/** One line for a fault: "payer-leverage.html:57, cell 4, line 2: Property …". */
export function faultText({ notebook, cell, line, fileLine, message }: CellFault): string {
  return cell === 0 ? `${notebook}: ${message}` : `${notebook}:${fileLine}, cell ${cell}, line ${line}: ${message}`;
}

class CellModule {
  readonly #name: string;
  readonly #cells: readonly NotebookCell[];
  /** Where each cell begins in the module, in lines from 0. */
  readonly #starts: readonly number[];
  readonly source: string;

  constructor(file: string) {
    this.#name = basename(file);
    this.#cells = readNotebook(file).cells;
    const lines = GIVEN.split("\n");
    this.#starts = this.#cells.map(({ mode, text }) => {
      const start = lines.length;
      if (mode === "ts") lines.push(...text.split("\n"), ";");
      return start;
    });
    this.source = lines.join("\n");
  }

  faultAt(moduleLine: number, message: string): CellFault {
    const at = this.#starts.findLastIndex((start) => start <= moduleLine);
    const cell = this.#cells[at];
    if (cell === undefined) return outsideFault(this.#name, message);
    return this.#fault(cell, moduleLine - (this.#starts[at] ?? 0), message);
  }

  ownFaults(): CellFault[] {
    return this.#cells.flatMap((cell) => {
      const { mode, text } = cell;
      if (mode === "md") {
        return text.includes("$" + "{")
          ? [this.#fault(cell, 0, "Markdown with $" + "{…} needs the network. Show it from a TypeScript cell.")]
          : [];
      }
      if (mode !== "ts")
        return [this.#fault(cell, 0, `A cell of the kind "${mode}" is not accepted: TypeScript and Markdown are.`)];
      return importsOf(text).flatMap(({ specifier, line }) => {
        const why = whyNotImported(specifier);
        return why === null ? [] : [this.#fault(cell, line, `"${specifier}" ${why}`)];
      });
    });
  }

  #fault({ id, line: fileLine }: NotebookCell, line: number, message: string): CellFault {
    return { notebook: this.#name, cell: id, line: line + 1, fileLine: fileLine + line, message };
  }
}

function outsideFault(file: string, message: string): CellFault {
  return { notebook: file, cell: 0, line: 0, fileLine: 0, message };
}

/** Null where a browser can run it and it comes with the project. */
function whyNotImported(specifier: string): string | null {
  if (/^[\w+.-]+:/.test(specifier)) {
    return "would come from the network, or from Node. Import a file of the project by its path, or an installed package by its bare name.";
  }
  if (!specifier.startsWith(".") || ROOMS.test(specifier)) return null;
  return "is not for a browser. Cells import from sca, analysis/charts, analysis/report and analysis/notebooks.";
}

/** As they are seen from analysis/notebooks. */
const ROOMS = /^(?:\.\/|\.\.\/(?:charts|report|notebooks)\/|\.\.\/\.\.\/(?:sca|analysis\/(?:charts|report))\/)/;

function importsOf(text: string): { readonly specifier: string; readonly line: number }[] {
  return ts.preProcessFile(text).importedFiles.map(({ fileName, pos }) => ({
    specifier: fileName,
    line: text.slice(0, pos).split("\n").length - 1,
  }));
}

/** Beside the notebook, so that relative imports mean the same. */
function moduleOf(notebook: string): string {
  return join(dirname(notebook), `${basename(notebook, ".html")}.cells.ts`).replaceAll("\\", "/");
}

/** Those of the folder in which the notebooks lie. */
function compilerOptions(notebook: string): ts.CompilerOptions {
  const folder = dirname(notebook);
  const path = ts.findConfigFile(folder, ts.sys.fileExists);
  if (path === undefined) throw new Error(`No tsconfig.json at or above ${folder}.`);
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, dirname(path)).options;
}
