import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { deserialize } from "@observablehq/notebook-kit";

/** The document reader that the kit brings along. */
const { JSDOM } = createRequire(fileURLToPath(import.meta.resolve("@observablehq/notebook-kit")))("jsdom") as {
  readonly JSDOM: new () => { readonly window: { readonly DOMParser: new () => DocumentReader } };
};
type DocumentReader = NonNullable<NonNullable<Parameters<typeof deserialize>[1]>["parser"]>;

/** A cell as the kit runs it. */
export interface NotebookCell {
  readonly id: number;
  readonly mode: string;
  readonly text: string;
  /** The line of the notebook's file on which the text begins, from 1. */
  readonly line: number;
}

/** A notebook's title and its cells in their order, read by the kit itself. */
export function readNotebook(file: string): { readonly title: string; readonly cells: readonly NotebookCell[] } {
  const text = readFileSync(file, "utf8");
  const { title, cells } = deserialize(text, { parser: new new JSDOM().window.DOMParser() });
  return {
    title,
    cells: cells.map(({ id, mode, value }) => ({ id, mode, text: value, line: lineOf(text, id) })),
  };
}

function lineOf(text: string, id: number): number {
  const at = text.search(new RegExp(`<script[^>]*\\sid="${id}"`));
  return text.slice(0, Math.max(0, at)).split("\n").length + 1;
}
