import { readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { UsageProblem } from "../../analysis/commands/arguments.ts";
import { readNotebook } from "./notebook-cells.ts";

const FOLDER = resolve(import.meta.dirname, "../../analysis/notebooks");

/** The names of all notebooks, in order. */
export function notebookNames(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".html"))
    .map((name) => basename(name, ".html"))
    .sort();
}

/** A line for each notebook: its name, and its title. */
export function notebookLines(): readonly string[] {
  return notebookNames().map((name) => `  ${name.padEnd(24)}${readNotebook(notebookFile(name)).title}`);
}

/** The file of a notebook. Throws a UsageProblem that names the notebooks where there is none of that name. */
export function notebookFile(name: string): string {
  if (!notebookNames().includes(name)) {
    throw new UsageProblem(
      `There is no notebook "${name}". Notebooks: ${notebookNames().join(", ")}. Nothing was built.`,
    );
  }
  return join(FOLDER, `${name}.html`);
}
