import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { membersUsed, shippedSources } from "./members-used.ts";
import { isLater, requirementSetOf } from "./requirement-set-of.ts";

it("a member's set is the one that Microsoft's declarations name", () => {
  expect(requirementSetOf("Table.resize")).toEqual({ set: "ExcelApi", version: "1.13" });
  expect(requirementSetOf("Range.values")).toEqual({ set: "ExcelApi", version: "1.1" });
  expect(requirementSetOf("Range.getMergedAreasOrNullObject")).toEqual({ set: "ExcelApi", version: "1.13" });
  expect(requirementSetOf("Range.valuesAsJson")).toEqual({ set: "ExcelApi", version: "1.16" });
  expect(requirementSetOf("TableRowCollection.deleteRowsAt")).toEqual({ set: "ExcelApiOnline", version: "1.1" });
  expect(requirementSetOf("Range.nope")).toBeNull();
});

const FAULTY = `
export async function use(): Promise<void> {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const range = worksheets.getItem("Log").getRange("A1");
    range.load("values,valuesAsJson");
    worksheets.load("items/name,items/nope");
    const tables = context.workbook.tables.load(["count"]);
    tables.getItem("Cases").rows.deleteRowsAt(0);
    if (Office.context.requirements.isSetSupported("ExcelApi", "1.13")) tables.getItem("Cases").resize("A1:B2");
    const { linkedDataTypeState } = range;
    await context.sync();
  });
}
`;

it("members in code, in patterns and in the texts of load are found, in the folder that ships as in a planted file", () => {
  const folder = mkdtempSync(join(tmpdir(), "planted-"));
  try {
    const planted = join(folder, "planted.ts");
    writeFileSync(planted, FAULTY);
    const uses = membersUsed([planted, ...shippedSources("addin/excel")]);
    const inPlanted = uses.filter(({ place }) => place.includes("planted"));
    const late = inPlanted.filter(({ set }) => set === null || isLater(set, "1.8"));
    expect(late.map(({ member }) => member)).toEqual([
      "Range.valuesAsJson",
      "Worksheet.nope",
      "TableRowCollection.deleteRowsAt",
      "Table.resize",
      "Range.linkedDataTypeState",
    ]);
    expect(inPlanted.map(({ member }) => member)).toContain("WorksheetCollection.items");
    expect(late.filter(({ isFeatureTested }) => isFeatureTested).map(({ member }) => member)).toEqual([
      "Table.resize",
      "Range.linkedDataTypeState",
    ]);
    const shipped = uses.filter(({ place }) => !place.includes("planted"));
    expect(shipped.filter(({ set }) => set !== null && isLater(set, "1.14"))).toEqual([]);
    const untested = shipped.filter(
      ({ set, isFeatureTested }) => !isFeatureTested && (set === null || isLater(set, "1.9")),
    );
    expect(untested).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
