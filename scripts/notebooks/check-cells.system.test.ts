import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CellFault, checkCells, faultText } from "./check-cells.ts";
import { readNotebook } from "./notebook-cells.ts";
import { notebookFile, notebookNames } from "./notebook-list.ts";

const FILES = notebookNames().map(notebookFile);

/** The notebooks' folder as it is, where notebooks with faults can stand beside it and mean the same by their imports. */
let folder = "";
beforeAll(() => {
  const root = mkdtempSync(join(tmpdir(), "sca-cells-"));
  folder = join(root, "analysis", "notebooks");
  for (const part of ["sca", "analysis", "tsconfig.base.json"]) cpSync(part, join(root, part), { recursive: true });
  symlinkSync(resolve("node_modules"), join(root, "node_modules"), "dir");
});
afterAll(() => rmSync(dirname(dirname(folder)), { recursive: true, force: true }));

function notebook(...cells: readonly (readonly [type: string, text: string])[]): string {
  const file = join(folder, "planted.html");
  const scripts = cells.map(([type, text], at) => `  <script id="${at + 1}" type="${type}">\n${text}\n  </script>`);
  writeFileSync(
    file,
    `<!doctype html>\n<notebook theme="air">\n  <title>Planted</title>\n${scripts.join("\n")}\n</notebook>\n`,
  );
  return file;
}

const CODE = "text/x-typescript";
const OPEN = `    import { openedLedger } from "./page/opened-ledger.ts";
    import { measured, SLICES } from "./tables/measured-table.ts";

    const byPayer = measured(openedLedger(), SLICES.payer);`;

describe("the cells of a notebook", () => {
  it("hold no formula of their own: nothing is added, multiplied or divided in a cell", () => {
    const operators = new Set([
      ts.SyntaxKind.AsteriskToken,
      ts.SyntaxKind.SlashToken,
      ts.SyntaxKind.PlusToken,
      ts.SyntaxKind.MinusToken,
    ]);
    const found: string[] = [];
    for (const file of FILES) {
      for (const { id, mode, text } of readNotebook(file).cells) {
        const visit = (node: ts.Node): void => {
          const isSum = ts.isBinaryExpression(node) && operators.has(node.operatorToken.kind);
          const isFold = ts.isPropertyAccessExpression(node) && /^(reduce|Math)$/.test(node.name.text);
          const isMath = ts.isIdentifier(node) && node.text === "Math";
          if (isSum || isFold || isMath) found.push(`${file}, cell ${id}: ${node.getText()}`);
          ts.forEachChild(node, visit);
        };
        if (mode === "ts") visit(ts.createSourceFile("cell.ts", text, ts.ScriptTarget.ES2022, true));
      }
    }
    expect(found).toEqual([]);
  });

  it("are told by cell and line where a type is wrong, which the kit itself builds without a word", () => {
    const file = notebook(
      ["text/markdown", "    # Planted"],
      [CODE, OPEN],
      [
        CODE,
        "    const rate = byPayer.all.approval.rate;\n    display(byPayer.all.approval.aproved);\n    display(rate);",
      ],
    );
    const faults = checkCells([file]);
    expect(faults).toEqual([
      expect.objectContaining({
        notebook: "planted.html",
        cell: 3,
        line: 2,
        fileLine: 15,
      } satisfies Partial<CellFault>),
    ]);
    expect(faultText(faults[0] ?? expect.fail("a fault"))).toMatch(
      /^planted\.html:15, cell 3, line 2: Property 'aproved' does not exist/,
    );
    expect(readFileSync(file, "utf8").split("\n")[14]).toContain("aproved");
  });

  it("are refused where they would need the network, or hide from the check", () => {
    const file = notebook(
      ["text/markdown", ["    n is $", "{1 + 1}"].join("")],
      ["application/vnd.node.javascript", "    process.cwd()"],
      [CODE, '    import * as aq from "npm:arquero";\n    display(aq);'],
      [CODE, "    display(Plot);"],
      [CODE, '    import { readFileBytes } from "../files/reading/read-tracker.ts";\n    display(readFileBytes);'],
    );
    const faults = checkCells([file]).map(faultText);
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/cell 1, line 1: Markdown with \$\{…\} needs the network/),
        expect.stringMatching(
          /cell 2, line 1: A cell of the kind "node" is not accepted: TypeScript and Markdown are\./,
        ),
        expect.stringMatching(/cell 3, line 1: "npm:arquero" would come from the network/),
        expect.stringMatching(/cell 4, line 1: Cannot find name 'Plot'/),
        expect.stringMatching(/cell 5, line 1: ".*read-tracker\.ts" is not for a browser\. Cells import from sca, /),
      ]),
    );
  });
});
