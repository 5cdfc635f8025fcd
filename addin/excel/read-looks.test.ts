import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { excelClient } from "../test-host/client/node-client.ts";
import { areaAt } from "../test-host/model/area.ts";
import { seedWorkbook } from "../test-host/model/seed-workbook.ts";
import type { SheetModel } from "../test-host/model/sheet.ts";
import { COLUMN_LOOKS, readLooks } from "./read-looks.ts";

vi.setConfig({ testTimeout: 60_000 });

const ROWS = 150;
const COLUMNS = 9;
const AREA = { top: 3, left: 2, bottom: ROWS + 2, right: COLUMNS + 1 };

type Paint = typeof PAINT extends fc.Arbitrary<infer One> ? One : never;

const PAINT = fc.record({
  name: fc.constantFrom("fill.color", "font.color", "font.bold", "font.italic", "font.strikethrough"),
  row: fc.nat(ROWS + 4),
  column: fc.nat(COLUMNS + 2),
  rows: fc.constantFrom(1, 2, 40, ROWS),
  columns: fc.constantFrom(1, 2, COLUMNS),
  shade: fc.nat(3),
});

function paint(sheet: SheetModel, { name, row, column, rows, columns, shade }: Paint): void {
  const value = name.endsWith("color") ? `#00000${shade}` : shade > 1;
  sheet.formats.put(name, areaAt(row, column, rows, columns), value);
}

async function looksOf(sheet: SheetModel, client: ReturnType<typeof excelClient>) {
  return client.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet.name).getRange("B3:J152");
    const columns = range.getColumnProperties(COLUMN_LOOKS);
    await context.sync();
    const [lookAt] = await readLooks(context, [{ sheet: sheet.name, area: AREA, columns: columns.value }]);
    return lookAt ?? (() => ({}));
  });
}

describe("the looks of a sheet", () => {
  it("are those of each cell, whatever rows, columns and blocks share", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(PAINT, { maxLength: 12 }),
        fc.array(fc.nat(ROWS * COLUMNS - 1)),
        async (paints, links) => {
          const workbook = seedWorkbook([{ name: "Log" }]);
          const sheet = workbook.active;
          for (const one of paints) paint(sheet, one);
          for (const at of links) {
            const place = areaAt(2 + Math.floor(at / COLUMNS), 1 + (at % COLUMNS), 1, 1);
            sheet.formats.put("hyperlink", place, { documentReference: `Log!A${at}` });
          }
          const lookAt = await looksOf(sheet, excelClient(workbook));
          for (let down = 0; down < ROWS; down++) {
            for (let right = 0; right < COLUMNS; right++) {
              const cell = (name: string) => sheet.look(name, 2 + down, 1 + right);
              const link = cell("hyperlink") as { readonly documentReference: string } | null;
              expect(lookAt(down, right)).toEqual({
                ...{ fill: cell("fill.color"), ink: cell("font.color") },
                ...{ bold: cell("font.bold"), italic: cell("font.italic"), struckOut: cell("font.strikethrough") },
                ...(link === null ? {} : { link: `#${link.documentReference}` }),
              });
            }
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it("of a sheet without colours take one request after its columns", async () => {
    const workbook = seedWorkbook([{ name: "Log" }]);
    const client = excelClient(workbook);
    await looksOf(workbook.active, client);
    expect(client.traffic.syncs).toBe(2);
  });
});
