/** Something that the test host believes of Excel, as calls whose answers show whether it is so. */
export interface RecordedScenario {
  readonly name: string;
  /** Runs on a sheet of its own, which is taken away afterwards. What it gives is written down beside the exchanges. */
  readonly run: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<unknown>;
}

const HEADINGS = ["Payer", "Rate", "Twice"];

function smallTable(sheet: Excel.Worksheet): Excel.Table {
  sheet.getRange("A1:C3").values = [HEADINGS, ["Acme", 120, ""], ["Beta", 95.5, ""]];
  return sheet.tables.add("A1:C3", true);
}

async function written(sheet: Excel.Worksheet, context: Excel.RequestContext, inputs: readonly string[]) {
  const range = sheet.getRange(`A1:A${inputs.length}`);
  range.values = inputs.map((input) => [input]);
  range.load("values,formulas,numberFormat,text,valueTypes");
  await context.sync();
  const { values, formulas, numberFormat, text, valueTypes } = range;
  return { inputs, values, formulas, numberFormat, text, valueTypes };
}

/** The list that the host's README says was never checked in Excel. */
export const RECORDED_SCENARIOS: readonly RecordedScenario[] = [
  {
    name: "typed texts become numbers, days and times",
    run: (sheet, context) =>
      written(sheet, context, ["00123", "1,250.00", "$95.50", "12%", "3/4/2026", "3/4", "9:30", "TRUE", "1e3", "'007"]),
  },
  {
    name: "a text that begins with + becomes a formula",
    run: (sheet, context) => written(sheet, context, ["+1"]),
  },
  {
    name: "text format keeps what is typed",
    run: async (sheet, context) => {
      const range = sheet.getRange("A1:A2");
      range.numberFormat = [["@"], ["@"]];
      range.values = [["00123"], ["=1+1"]];
      range.load("values,formulas,text");
      await context.sync();
      return { values: range.values, formulas: range.formulas, text: range.text };
    },
  },
  {
    name: "a calculated column spreads, and reads back in the short form",
    run: async (sheet, context) => {
      const table = smallTable(sheet);
      await context.sync();
      sheet.getRange("C2").formulas = [["=[@Rate]*2"]];
      const body = table.getDataBodyRange().load("formulas");
      await context.sync();
      return body.formulas;
    },
  },
  {
    name: "a table grows by what is written right below it",
    run: async (sheet, context) => {
      const table = smallTable(sheet);
      await context.sync();
      sheet.getRange("A4:B4").values = [["Gamma", 80]];
      const range = table.getRange().load("address");
      await context.sync();
      return range.address;
    },
  },
  {
    name: "rows.add moves what stands below",
    run: async (sheet, context) => {
      const table = smallTable(sheet);
      sheet.getRange("A5").values = [["below"]];
      await context.sync();
      table.rows.add(undefined, [["Gamma", 80, ""]]);
      const used = sheet.getUsedRange().load("values,address");
      await context.sync();
      return { values: used.values, address: used.address };
    },
  },
  {
    name: "resize fills the calculated column of new rows",
    run: async (sheet, context) => {
      const table = smallTable(sheet);
      await context.sync();
      sheet.getRange("C2").formulas = [["=[@Rate]*2"]];
      table.resize("A1:C5");
      const body = table.getDataBodyRange().load("formulas");
      await context.sync();
      return body.formulas;
    },
  },
  {
    name: "two tables must not overlap",
    run: async (sheet, context) => {
      smallTable(sheet);
      await context.sync();
      sheet.tables.add("B2:D4", true);
      await context.sync();
    },
  },
  {
    name: "a table's name that is taken",
    run: async (sheet, context) => {
      smallTable(sheet).name = "Recorded";
      sheet.getRange("F1:F2").values = [["Other"], [1]];
      sheet.tables.add("F1:F2", true).name = "Recorded";
      await context.sync();
    },
  },
  {
    name: "a formula that names no table",
    run: async (sheet, context) => {
      sheet.getRange("A1").formulas = [["=SUM(NoSuchTable[Rate])"]];
      await context.sync();
    },
  },
  {
    name: "a protected sheet refuses a value",
    run: async (sheet, context) => {
      sheet.protection.protect();
      await context.sync();
      sheet.getRange("A1").values = [["refused"]];
      await context.sync();
    },
  },
  {
    name: "a sheet's name with a bracket",
    run: async (sheet, context) => {
      sheet.name = "Not [allowed]";
      await context.sync();
    },
  },
  {
    name: "looks of a cell that nobody touched",
    run: async (sheet, context) => {
      const { format } = sheet.getRange("B2");
      format.load("columnWidth,rowHeight");
      format.fill.load("color");
      format.font.load("name,size,color");
      await context.sync();
      return { width: format.columnWidth, fill: format.fill.color, font: format.font.name, size: format.font.size };
    },
  },
  {
    name: "rows and columns tell what their cells share, and null where they differ",
    run: async (sheet, context) => {
      const range = sheet.getRange("A1:C3");
      range.values = [
        ["Payer", "Day", "Rate"],
        ["Acme", 46_023, 120],
        ["Beta", 46_024, "#N/A"],
      ];
      sheet.getRange("B2:B3").numberFormat = [["m/d/yyyy"], ["m/d/yyyy"]];
      sheet.getRange("A2:C2").format.fill.color = "#FFFF00";
      sheet.getRange("A3").format.font.strikethrough = true;
      sheet.getRange("C1").hyperlink = { address: "https://payer.example/" };
      const format = { fill: { color: true }, font: { color: true, bold: true, italic: true, strikethrough: true } };
      const rows = range.getRowProperties({ format });
      const columns = range.getColumnProperties({ format });
      const cells = range.getCellProperties({ hyperlink: true });
      range.load("formulas,values");
      await context.sync();
      const { formulas, values } = range;
      return { rows: rows.value, columns: columns.value, cells: cells.value, formulas, values };
    },
  },
  {
    name: "frozen rows alone are told as whole rows",
    run: async (sheet, context) => {
      sheet.freezePanes.freezeRows(2);
      const rows = sheet.freezePanes.getLocationOrNullObject().load("address");
      await context.sync();
      return rows.address;
    },
  },
  {
    name: "data validation of cells that differ in it",
    run: async (sheet, context) => {
      sheet.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
      sheet.getRange("A2").dataValidation.rule = { list: { inCellDropDown: true, source: "c,d" } };
      const differing = sheet.getRange("A1:A2").dataValidation.load("type,rule,prompt,errorAlert,ignoreBlanks");
      const some = sheet.getRange("A1:A3").dataValidation.load("type,rule");
      await context.sync();
      return [differing.toJSON(), some.toJSON()];
    },
  },
  {
    name: "a page set-up and the lines that repeat",
    run: async (sheet, context) => {
      const { pageLayout } = sheet;
      pageLayout.zoom = { horizontalFitToPages: 2, verticalFitToPages: 0 };
      pageLayout.setPrintMargins("Inches", { left: 0.5, footer: 0.3 });
      pageLayout.headersFooters.defaultForAllPages.rightFooter = "Page &P of &N";
      pageLayout.setPrintTitleRows("$1:$1");
      pageLayout.load("zoom,leftMargin,footerMargin,orientation");
      const repeated = pageLayout.getPrintTitleRowsOrNullObject().load("address");
      await context.sync();
      return { page: pageLayout.toJSON(), repeated: repeated.address };
    },
  },
  {
    name: "a table that is not filtered says so, and may be filtered again",
    run: async (sheet, context) => {
      const table = smallTable(sheet);
      table.load("autoFilter/isDataFiltered");
      await context.sync();
      table.reapplyFilters();
      await context.sync();
      return table.autoFilter.isDataFiltered;
    },
  },
  {
    name: "own writes are told to the add-in itself, with their source",
    run: async (sheet, context) => {
      const heard: unknown[] = [];
      sheet.onChanged.add(async ({ address, source, triggerSource, changeType }) => {
        heard.push({ address, source, triggerSource, changeType });
      });
      await context.sync();
      sheet.getRange("A1:B2").values = [
        [1, 2],
        [3, 4],
      ];
      await context.sync();
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return heard;
    },
  },
];
