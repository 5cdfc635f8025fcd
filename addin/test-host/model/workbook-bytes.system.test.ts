import { describe, expect, it } from "vitest";
import { hasLibreOffice, recalculateWithLibreOffice } from "../../../analysis/testing/libreoffice.ts";
import { SAMPLE_AS_OF } from "../../../analysis/testing/sample-plan.ts";
import { excelClient } from "../client/node-client.ts";
import { seedWorkbook } from "./seed-workbook.ts";
import { workbookBytes } from "./workbook-bytes.ts";

describe.skipIf(!hasLibreOffice())("LibreOffice", () => {
  it("computes what the add-in wrote: structured references, names, dates", async () => {
    const { Excel, workbook } = excelClient(
      seedWorkbook([
        {
          name: "Log",
          rows: [
            ["Rate", "Units"],
            [120, 4],
            [95.5, 2],
          ],
        },
      ]),
    );
    const total = [["Total"], ["=[@Rate]*[@Units]"], ["=[@Rate]*[@Units]"]];
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Log");
      const table = sheet.tables.add("A1:B3", true);
      table.name = "Lines";
      table.columns.add(undefined, total);
      context.workbook.names.add("AsOf", sheet.getRange("F1"));
      sheet.getRange("F1:F3").formulas = [["=TODAY()"], ["=SUM(Lines[Total])"], ["=AsOf-1"]];
      await context.sync();
    });
    const values = (await recalculateWithLibreOffice(workbookBytes(workbook), SAMPLE_AS_OF)).get("Log");
    expect([values?.get("C2"), values?.get("C3"), values?.get("F2")]).toEqual([480, 191, 671]);
    expect(values?.get("F1")).toEqual({ day: SAMPLE_AS_OF });
  });
});
