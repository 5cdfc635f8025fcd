import { describe, expect, it } from "vitest";
import { excelClient } from "../client/node-client.ts";
import { seedWorkbook } from "../model/seed-workbook.ts";

function client() {
  return excelClient(
    seedWorkbook([
      {
        name: "Log",
        rows: [
          ["Client", "From", "Rate"],
          ["00123", { day: "2026-03-14" }, { value: 1250, numberFormat: '"$"#,##0.00' }],
          [{ value: "B. Li", looks: { "fill.color": "#FFFF00", "font.strikethrough": true } }, null, { value: "#N/A" }],
        ],
      },
    ]),
  );
}

/** Does something on the sheet and gives what `read` finds after one sync. */
function onLog<Read>({ Excel }: ReturnType<typeof client>, use: (sheet: Excel.Worksheet) => () => Read): Promise<Read> {
  return Excel.run(async (context) => {
    const read = use(context.workbook.worksheets.getItem("Log"));
    await context.sync();
    return read();
  });
}

describe("reading", () => {
  it("gives values, what is shown, and kinds", async () => {
    const read = await onLog(client(), (sheet) => {
      const range = sheet.getUsedRange(true).load("address,values,text,valueTypes");
      return () => [range.address, range.values, range.text, range.valueTypes];
    });
    expect(read).toEqual([
      "Log!A1:C3",
      [
        ["Client", "From", "Rate"],
        ["00123", 46_095, 1250],
        ["B. Li", "", "#N/A"],
      ],
      [
        ["Client", "From", "Rate"],
        ["00123", "3/14/2026", "$1,250.00"],
        ["B. Li", "", "#N/A"],
      ],
      [
        ["String", "String", "String"],
        ["String", "Double", "Double"],
        ["String", "Empty", "Error"],
      ],
    ]);
  });

  it("gives each cell's looks in one call", async () => {
    const read = await onLog(client(), (sheet) => {
      const cells = sheet
        .getRange("A2:A3")
        .getCellProperties({ format: { fill: { color: true }, font: { strikethrough: true } }, address: true });
      return () => cells.value;
    });
    expect(read).toEqual([
      [{ address: "Log!A2", format: { fill: { color: "#FFFFFF" }, font: { strikethrough: false } } }],
      [{ address: "Log!A3", format: { fill: { color: "#FFFF00" }, font: { strikethrough: true } } }],
    ]);
  });

  it("tells merged cells, hidden rows and columns, and comments", async () => {
    const at = excelClient(
      seedWorkbook([
        {
          name: "Log",
          rows: [["Title"], [{ value: "A. Ng", comment: "call back" }]],
          merges: ["A1:C1"],
          hiddenLines: ["2:2", "D:D"],
        },
      ]),
    );
    const read = await onLog(at, (sheet) => {
      const merged = sheet.getRange("A1:D2").getMergedAreasOrNullObject().load("address,areas/items/address");
      const rows = sheet.getRange("A1:D2").getRowProperties({ rowHidden: true });
      const columns = sheet.getRange("C1:D1").getColumnProperties({ columnHidden: true });
      const none = sheet.getRange("A5").getMergedAreasOrNullObject();
      const comments = sheet.comments.load("items/content");
      const range = comments.getItemAt(0).getLocation().load("address");
      return () => [
        merged.address,
        rows.value,
        columns.value,
        none.isNullObject,
        comments.items[0]?.content,
        range.address,
      ];
    });
    expect(read).toEqual([
      "Log!A1:C1",
      [{ rowHidden: false }, { rowHidden: true }],
      [{ columnHidden: false }, { columnHidden: true }],
      true,
      "call back",
      "Log!A2",
    ]);
  });

  it("tells what the cells of a row or a column share, and null where they differ", async () => {
    const read = await onLog(client(), (sheet) => {
      sheet.getRange("A1:B1").format.fill.color = "#FFFF00";
      const asked = { format: { fill: { color: true } } };
      const rows = sheet.getRange("A1:B2").getRowProperties(asked);
      const columns = sheet.getRange("A1:B2").getColumnProperties(asked);
      return () => [rows.value, columns.value].map((lines) => lines.map(({ format }) => format?.fill?.color));
    });
    expect(read).toEqual([
      ["#FFFF00", "#FFFFFF"],
      [null, null],
    ]);
  });

  it("walks from range to range", async () => {
    const read = await onLog(client(), (sheet) => {
      const start = sheet.getRange("B2");
      const ranges = [
        start.getOffsetRange(1, -1),
        start.getResizedRange(1, 1),
        start.getEntireColumn(),
        start.getRowsBelow(2),
        start.getBoundingRect("D4"),
        start.getSurroundingRegion(),
        sheet.getRange().getUsedRange().getLastCell(),
        sheet.getRangeByIndexes(0, 0, 2, 2).getIntersection("B2:C9"),
      ].map((range) => range.load("address"));
      return () => ranges.map(({ address }) => address.slice(4));
    });
    expect(read).toEqual(["A3", "B2:C3", "B:B", "B3:B4", "B2:D4", "A1:C3", "C3", "B2"]);
  });
});

describe("writing", () => {
  it("reads text as if it were typed, keeps it in text cells, skips null, and empties with an empty text", async () => {
    const read = await onLog(client(), (sheet) => {
      sheet.getRange("E1:E2").numberFormat = [["@"], ["General"]];
      sheet.getRange("E1:E2").values = [["00123"], ["00123"]];
      sheet.getRange("A2:C2").values = [["", null, "3/1/2026"]];
      const range = sheet.getRange("A2:E2").load("values,numberFormat");
      const text = sheet.getRange("E1").load("values");
      return () => [range.values, range.numberFormat, text.values];
    });
    expect(read).toEqual([
      [["", 46_095, 46_082, "", 123]],
      [["General", "m/d/yyyy", '"$"#,##0.00', "General", "General"]],
      [["00123"]],
    ]);
  });

  it("one value goes into every cell of a range", async () => {
    const read = await onLog(client(), (sheet) => {
      const range = sheet.getRange("F1:G2");
      range.values = 7 as unknown as number[][];
      range.load("values");
      return () => range.values;
    });
    expect(read).toEqual([
      [7, 7],
      [7, 7],
    ]);
  });

  it("keeps looks; a range whose cells differ tells null", async () => {
    const read = await onLog(client(), (sheet) => {
      const range = sheet.getRange("A1:C1");
      range.format.font.bold = true;
      range.format.fill.color = "#1f3a5f";
      range.format.columnWidth = 90;
      sheet.getRange("A1").format.wrapText = true;
      const format = sheet.getRange("A1:D1").format.load("wrapText,columnWidth");
      const fill = sheet.getRange("A1:C1").format.fill.load("color");
      const font = sheet.getRange("A1:D1").format.font.load("bold");
      const column = sheet.getRange("B77").format.load("columnWidth");
      return () => [format.wrapText, format.columnWidth, fill.color, font.bold, column.columnWidth];
    });
    expect(read).toEqual([null, null, "#1F3A5F", null, 90]);
  });

  it("puts links in, with their text", async () => {
    const at = client();
    const read = await onLog(at, (sheet) => {
      sheet.getRange("E1").hyperlink = { documentReference: "Log!A1", textToDisplay: "To the log" };
      const range = sheet.getRange("E1").load("values,hyperlink");
      return () => [range.values, range.hyperlink];
    });
    expect(read).toEqual([[["To the log"]], { documentReference: "Log!A1", textToDisplay: "To the log" }]);
  });

  it("clears content or looks alone", async () => {
    const read = await onLog(client(), (sheet) => {
      sheet.getRange("A3").clear("Contents");
      sheet.getRange("C2").clear("Formats");
      const range = sheet.getRange("A2:C3").load("values,numberFormat");
      const fill = sheet.getRange("A3").format.fill.load("color");
      return () => [range.values, range.numberFormat[0]?.[2], fill.color];
    });
    expect(read).toEqual([
      [
        ["00123", 46_095, 1250],
        ["", "", "#N/A"],
      ],
      "General",
      "#FFFF00",
    ]);
  });

  it("refuses arrays of another size, and texts that are too long", async () => {
    const write = (values: unknown[][]) =>
      onLog(client(), (sheet) => {
        sheet.getRange("A1:B1").values = values;
        return () => null;
      });
    for (const bad of [
      [["a"]],
      [
        ["a", "b"],
        ["c", "d"],
      ],
      [["a", "x".repeat(32_768)]],
    ]) {
      await expect(write(bad)).rejects.toMatchObject({ code: "InvalidArgument" });
    }
  });
});
