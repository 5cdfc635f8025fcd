import { describe, expect, it } from "vitest";
import { excelClient } from "../client/node-client.ts";
import { seedWorkbook } from "../model/seed-workbook.ts";

function client() {
  return excelClient(seedWorkbook([{ name: "Log", rows: [["Payer"], ["Acme"]] }, { name: "Old log" }]));
}

function run({ Excel }: ReturnType<typeof client>, use: (workbook: Excel.Workbook) => void): Promise<void> {
  return Excel.run(async (context) => {
    use(context.workbook);
    await context.sync();
  });
}

describe("sheets", () => {
  it("are added at the end, not active; a name that is taken or bad is refused", async () => {
    const at = client();
    await run(at, ({ worksheets }) => {
      worksheets.add("Cases");
      worksheets.add();
    });
    expect(at.workbook.sheets.map(({ name }) => name)).toEqual(["Log", "Old log", "Cases", "Sheet4"]);
    expect(at.workbook.active.name).toBe("Log");
    await expect(run(at, ({ worksheets }) => worksheets.add("LOG"))).rejects.toMatchObject({
      code: "ItemAlreadyExists",
    });
    for (const bad of ["a/b", "x".repeat(32), "History", "'quoted"]) {
      await expect(run(at, ({ worksheets }) => worksheets.add(bad))).rejects.toMatchObject({ code: "InvalidArgument" });
    }
  });

  it("get another name, with formulas that follow", async () => {
    const at = client();
    await run(at, ({ worksheets }) => {
      const sheet = worksheets.getItem("Old log");
      worksheets.getItem("Log").getRange("B2").formulas = [["='Old log'!A1+1"]];
      sheet.name = "New";
    });
    expect(at.workbook.sheet("Log")?.cells.at(1, 1)?.formula).toBe("=New!A1+1");
    const taken = run(at, ({ worksheets }) => {
      worksheets.getItem("New").name = "log";
    });
    await expect(taken).rejects.toMatchObject({ code: "ItemAlreadyExists" });
  });

  it("go with their tables and names; the last visible one stays", async () => {
    const at = client();
    await run(at, (workbook) => {
      workbook.names.add("FirstPayer", "=Log!$A$2");
      workbook.worksheets.getItem("Old log").getRange("A1").formulas = [["=Log!A2"]];
      workbook.tables.add("Log!A1:A2", true);
      workbook.worksheets.getItem("Log").delete();
    });
    expect(at.workbook.tables).toEqual([]);
    expect(at.workbook.names[0]?.refersTo).toEqual({ formula: "=#REF!" });
    expect(at.workbook.sheets[0]?.cells.at(0, 0)?.formula).toBe("=#REF!A2");
    const last = run(at, ({ worksheets }) => worksheets.getItem("Old log").delete());
    await expect(last).rejects.toMatchObject({ code: "InvalidOperation" });
    const hide = run(at, ({ worksheets }) => {
      worksheets.getItem("Old log").visibility = "Hidden";
    });
    await expect(hide).rejects.toMatchObject({ code: "InvalidOperation" });
  });

  it("carry a colour, a place, frozen panes, a page set-up", async () => {
    const at = client();
    await run(at, ({ worksheets }) => {
      const sheet = worksheets.add("Cases");
      sheet.tabColor = "#1f3a5f";
      sheet.position = 0;
      sheet.freezePanes.freezeAt("A1:B3");
      sheet.showGridlines = false;
      sheet.pageLayout.orientation = "Landscape";
    });
    expect(at.workbook.sheets[0]).toMatchObject({
      name: "Cases",
      tabColor: "#1F3A5F",
      frozen: { rows: 3, columns: 2 },
      showGridlines: false,
      orientation: "Landscape",
    });
  });
});

describe("defined names, settings, custom XML", () => {
  it("a name stands for its cell, and follows it when rows are put in", async () => {
    const at = client();
    await run(at, (workbook) => workbook.names.add("FirstPayer", workbook.worksheets.getItem("Log").getRange("A2")));
    at.user.insertRows("Log", "A1:A3");
    const read = await at.Excel.run(async (context) => {
      const item = context.workbook.names.getItem("firstpayer").load("formula,type,value");
      const range = item.getRange().load("values");
      await context.sync();
      return [item.formula, item.type, item.value, range.values];
    });
    expect(read).toEqual(["=Log!$A$5", "Range", "Log!A5", [["Acme"]]]);
    const twice = run(at, (workbook) => workbook.names.add("FIRSTPAYER", "=Log!$A$1"));
    await expect(twice).rejects.toMatchObject({ code: "ItemAlreadyExists" });
    const bad = run(at, (workbook) => workbook.names.add("two words", "=Log!$A$1"));
    await expect(bad).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  it("settings keep JSON, custom XML parts are found by their namespace", async () => {
    const { Excel } = client();
    const read = await Excel.run(async (context) => {
      const { settings, customXmlParts } = context.workbook;
      settings.add("imprint", { version: 2 });
      customXmlParts.add('<ledger xmlns="urn:sca-ledger"><v>1</v></ledger>');
      await context.sync();
      const setting = settings.getItemOrNullObject("imprint").load("value");
      const part = customXmlParts.getByNamespace("urn:sca-ledger").getOnlyItemOrNullObject();
      const xml = part.getXml();
      const other = customXmlParts.getByNamespace("urn:other").getOnlyItemOrNullObject();
      await context.sync();
      return [setting.value, xml.value, other.isNullObject];
    });
    expect(read).toEqual([{ version: 2 }, '<ledger xmlns="urn:sca-ledger"><v>1</v></ledger>', true]);
  });
});

describe("where nothing may be written", () => {
  it("a protected sheet refuses content, formats and rows, until it is unprotected", async () => {
    const at = client();
    at.user.protect("Log");
    const sheet = (workbook: Excel.Workbook) => workbook.worksheets.getItem("Log");
    const refused: readonly ((workbook: Excel.Workbook) => void)[] = [
      (workbook) => {
        sheet(workbook).getRange("A1").values = [["x"]];
      },
      (workbook) => {
        sheet(workbook).getRange("A1").format.fill.color = "#FF0000";
      },
      (workbook) => sheet(workbook).getRange("1:1").insert("Down"),
      (workbook) => sheet(workbook).tables.add("A1:A2", true),
    ];
    for (const use of refused) await expect(run(at, use)).rejects.toMatchObject({ code: "AccessDenied" });
    await run(at, (workbook) => {
      sheet(workbook).protection.unprotect();
      sheet(workbook).getRange("A1").values = [["x"]];
    });
    expect(at.workbook.sheet("Log")?.cells.at(0, 0)?.value).toBe("x");
  });

  it("a workbook of protected structure keeps its sheets, and takes content", async () => {
    const at = client();
    at.workbook.structureProtected = true;
    for (const use of [
      ({ worksheets }: Excel.Workbook) => worksheets.add("Cases"),
      ({ worksheets }: Excel.Workbook) => worksheets.getItem("Old log").delete(),
    ]) {
      await expect(run(at, use)).rejects.toMatchObject({ code: "AccessDenied" });
    }
    await run(at, ({ worksheets }) => {
      worksheets.getItem("Log").getRange("A9").values = [["x"]];
    });
    expect(at.workbook.sheet("Log")?.cells.at(8, 0)?.value).toBe("x");
  });

  it("a workbook opened for reading refuses all", async () => {
    const at = client();
    at.workbook.readOnly = true;
    const refused: readonly ((workbook: Excel.Workbook) => void)[] = [
      ({ worksheets }) => worksheets.add("Cases"),
      ({ settings }) => settings.add("a", 1),
      ({ worksheets }) => worksheets.getItem("Old log").delete(),
      ({ tables }) => tables.add("Log!A1:A2", true),
      ({ customXmlParts }) => customXmlParts.add("<a/>"),
    ];
    for (const use of refused) await expect(run(at, use)).rejects.toMatchObject({ code: "AccessDenied" });
    expect(at.workbook.sheets).toHaveLength(2);
  });
});
