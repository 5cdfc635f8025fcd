import { describe, expect, it } from "vitest";
import { excelClient } from "../client/node-client.ts";
import { takeUnmodelled } from "../client/unmodelled.ts";
import { type SeedCell, seedWorkbook } from "../model/seed-workbook.ts";

const ROWS = [
  ["Client", "Payer", "Rate"],
  ["A. Ng", "Acme", 120],
  ["B. Li", "Beta", 95.5],
];

function client(rows: readonly (readonly SeedCell[])[] = ROWS) {
  return excelClient(seedWorkbook([{ name: "Log", rows }, { name: "Other" }]));
}

type Client = ReturnType<typeof client>;

/** Does something with a table over the rows, called Lines, and reads it afterwards. */
async function withTable(
  { Excel }: Client,
  use: (table: Excel.Table, sheet: Excel.Worksheet) => void,
  address = "A1:C3",
) {
  return await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Log");
    const table = sheet.tables.add(address, true);
    table.name = "Lines";
    use(table, sheet);
    const range = context.workbook.tables.getItem("Lines").getRange().load("formulas,address");
    await context.sync();
    return { address: range.address, formulas: range.formulas };
  });
}

describe("headings", () => {
  it("are text, filled and unique", async () => {
    const made = await withTable(
      client([
        ["Rate", "", "rate", 2026],
        [1, 2, 3, 4],
      ]),
      () => {},
      "A1:D2",
    );
    expect(made.formulas[0]).toEqual(["Rate", "Column2", "rate2", "2026"]);
  });

  it("written empty or twice get a name; formulas follow a renamed one", async () => {
    const made = await withTable(client(), (table, sheet) => {
      sheet.getRange("E1").formulas = [["=SUM(Lines[Rate])"]];
      table.columns.getItem("Rate").name = "Agreed";
      sheet.getRange("B1").values = [[""]];
      sheet.getRange("A1").values = [["Agreed"]];
    });
    expect(made.formulas[0]).toEqual(["Agreed2", "Column2", "Agreed"]);
  });

  it("alone make a table with one blank row, and without any a row is put in for them", async () => {
    expect(await withTable(client([["Client", "Payer", "Rate"]]), () => {}, "A1:C1")).toEqual({
      address: "Log!A1:C2",
      formulas: [
        ["Client", "Payer", "Rate"],
        ["", "", ""],
      ],
    });
    const { Excel } = client();
    const values = await Excel.run(async (context) => {
      const range = context.workbook.tables.add("Log!A2:C3", false).getRange().load("values,address");
      await context.sync();
      return [range.address, range.values[0], range.values[1]];
    });
    expect(values).toEqual(["Log!A2:C4", ["Column1", "Column2", "Column3"], ROWS[1]]);
  });
});

describe("a table grows", () => {
  it("by rows that are added, at the end or between, with what stands below moving down", async () => {
    const client_ = client([...ROWS, [null], ["note"]]);
    const made = await withTable(client_, (table) => {
      table.rows.add(undefined, [["D. Po", "Beta", 60]]);
      table.rows.add(0, [["first", "", 1]]);
    });
    expect(made).toMatchObject({ address: "Log!A1:C5" });
    expect(made.formulas.map(([name]) => name)).toEqual(["Client", "first", "A. Ng", "B. Li", "D. Po"]);
    expect(client_.workbook.sheet("Log")?.cells.at(6, 0)?.value).toBe("note");
  });

  it("by what is written right below or beside it", async () => {
    const made = await withTable(client(), (_, sheet) => {
      sheet.getRange("A4:B4").values = [["C. Oz", "Acme"]];
      sheet.getRange("D1").values = [["Days"]];
    });
    expect(made.address).toBe("Log!A1:D4");
  });

  it("by a new size, from the same top row; another top row, or another table in the way, is refused", async () => {
    const sized = (address: string) => withTable(client(), (table) => table.resize(address));
    expect((await sized("A1:D5")).formulas[0]).toEqual(["Client", "Payer", "Rate", "Column4"]);
    expect((await sized("A1:B2")).address).toBe("Log!A1:B2");
    for (const bad of ["A2:C5", "A1:C1", "F1:H3", "Other!A1:C3"]) {
      await expect(sized(bad)).rejects.toMatchObject({ code: "InvalidArgument" });
    }
  });

  it("refuses rows of another width", async () => {
    const add = withTable(client(), (table) => table.rows.add(undefined, [["too", "few"]]));
    await expect(add).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});

describe("formulas in a table's column", () => {
  const column = (table: Excel.Table, formulas: string[][]) => {
    table.columns.add(undefined, [["Double"], [""], [""]]);
    table.columns.getItem("Double").getDataBodyRange().formulas = formulas;
  };

  it("make a calculated column, which fills new rows and is shown in Excel's words", async () => {
    const client_ = client();
    const made = await withTable(client_, (table) => {
      column(table, [["=Lines[[#This Row],[Rate]]*2"], ["=Lines[[#This Row],[Rate]]*2"]]);
      table.rows.add(undefined, [["D. Po", "Beta", 60, null]] as unknown as string[][]);
    });
    expect(made.formulas.map((row) => row[3])).toEqual(["Double", "=[@Rate]*2", "=[@Rate]*2", "=[@Rate]*2"]);
    client_.user.addTableRow("Lines", ["E. Xu", "Acme", 70, null]);
    expect(client_.workbook.sheet("Log")?.cells.at(4, 3)?.formula).toBe("=Lines[[#This Row],[Rate]]*2");
  });

  it("that differ from row to row all become the last: Excel calculates a column, not a cell", async () => {
    const made = await withTable(client(), (table) => column(table, [["=[@Rate]*2"], ["=[@Rate]*3"]]));
    expect(made.formulas.map((row) => row[3])).toEqual(["Double", "=[@Rate]*3", "=[@Rate]*3"]);
  });

  it("that name no table, no column, or do not parse are refused", async () => {
    for (const formula of ["=[@Nope]", "=SUM(Missing[Rate])", "=SUM(1"]) {
      const written = withTable(client(), (table) => column(table, [[formula], [formula]]));
      await expect(written).rejects.toMatchObject({ code: "InvalidArgument" });
    }
  });

  it("that would have to change from row to row are not modelled", async () => {
    const written = withTable(client(), (table) => column(table, [["=C2*2"], ["=C3*2"]]));
    await expect(written).rejects.toMatchObject({ code: "NotModelled" });
    expect(takeUnmodelled()).toHaveLength(1);
  });
});

describe("names and places", () => {
  it("no two tables or names are alike, and none looks like a cell", async () => {
    const named = (name: string) =>
      withTable(client(), (table, sheet) => {
        sheet.context.workbook.names.add("StdRate", sheet.getRange("C2"));
        sheet.tables.add("F1:G2", true).name = "Second";
        table.name = name;
      });
    for (const bad of ["second", "StdRate", "A1", "R1C1", "two words", "1st", ""]) {
      await expect(named(bad)).rejects.toMatchObject({ code: "InvalidArgument" });
    }
  });

  it("no table lies over another", async () => {
    const over = withTable(client(), (_, sheet) => sheet.tables.add("C3:D5", true));
    await expect(over).rejects.toMatchObject({ code: "MergedRangeConflict" });
  });
});

it("rows are deleted with what stands below moving up; the last leaves a blank row", async () => {
  const client_ = client([...ROWS, ["below"]]);
  const made = await withTable(client_, (table) => table.rows.getItemAt(0).delete());
  expect(made).toEqual({ address: "Log!A1:C2", formulas: [ROWS[0], ROWS[2]] });
  expect(client_.workbook.sheet("Log")?.cells.at(2, 0)?.value).toBe("below");
  const emptied = await withTable(client(), (table) => {
    table.rows.getItemAt(0).delete();
    table.rows.getItemAt(0).delete();
  });
  expect(emptied.formulas).toEqual([ROWS[0], ["", "", ""]]);
});

it("is sorted by a column: numbers, then text, blanks last", async () => {
  const rows = [["Name"], ["b"], [2], [null], ["A"], [10]];
  const made = await withTable(client(rows), (table) => table.sort.apply([{ key: 0, ascending: true }]), "A1:A6");
  expect(made.formulas.flat()).toEqual(["Name", 2, 10, "A", "b", ""]);
});

it("deleted, takes its cells along, and formulas that named it show #REF!", async () => {
  const { Excel, workbook } = client();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Log");
    const table = sheet.tables.add("A1:C3", true);
    table.name = "Lines";
    sheet.getRange("F1").formulas = [["=SUM(Lines[Rate])"]];
    table.delete();
    await context.sync();
  });
  expect(workbook.tables).toEqual([]);
  expect([...(workbook.sheet("Log")?.cells.all() ?? [])].map(({ content }) => content.formula)).toEqual([
    "=SUM(#REF!)",
  ]);
});

it("shows a totals row, which comes back as it was", async () => {
  const client_ = client([...ROWS, ["below"]]);
  const made = await withTable(client_, (table, sheet) => {
    table.showTotals = true;
    sheet.getRange("A4").values = [["Sum"]];
    table.showTotals = false;
    table.resize("A1:C3");
    table.showTotals = true;
  });
  expect(made.formulas.at(-1)).toEqual(["Sum", "", "=SUBTOTAL(109,Lines[Rate])"]);
  expect(client_.workbook.sheet("Log")?.cells.at(4, 0)?.value).toBe("below");
});

it("made of headings alone is not given rows before it has one", async () => {
  const added = withTable(client([["Client"]]), (table) => table.rows.add(undefined, [["A"]]), "A1:A1");
  await expect(added).rejects.toMatchObject({ code: "NotModelled" });
  expect(takeUnmodelled()).toHaveLength(1);
});
