import { ESLint } from "eslint";
import { expect, it } from "vitest";

it("the lint of this folder knows Office.js: a round trip inside a loop is refused", async () => {
  const eslint = new ESLint();
  const [report] = await eslint.lintText(
    "export async function all(context: Excel.RequestContext, ranges: Excel.Range[]) { for (const range of ranges) { range.load('values'); await context.sync(); } }",
    { filePath: "addin/excel/planted.ts" },
  );
  expect(report?.messages.map(({ ruleId }) => ruleId)).toContain("office-addins/no-context-sync-in-loop");
}, 30_000);
