import { withColumnRenamed } from "./formula-text.ts";
import { sameName } from "./object-name.ts";
import type { TableModel } from "./table.ts";
import type { WorkbookModel } from "./workbook.ts";

/** The name of a heading that has none yet: Excel calls it Column1, and a second one of a name gets a number. */
export function freeHeading(wanted: string, at: number, others: readonly string[]): string {
  const base = wanted === "" ? `Column${at + 1}` : wanted;
  let name = base;
  for (let number = wanted === "" ? at + 2 : 2; others.some((other) => sameName(other, name)); number++) {
    name = `${wanted === "" ? "Column" : base}${number}`;
  }
  return name;
}

/**
 * Writes a table's heading: headings are always text, never empty, and no two are alike ("Overview of Excel tables",
 * Microsoft Support); formulas that name the column follow.
 */
export function putHeading(workbook: WorkbookModel, table: TableModel, at: number, wanted: string): void {
  const before = table.headings[at] ?? "";
  const heading = freeHeading(
    wanted,
    at,
    table.headings.filter((_, other) => other !== at),
  );
  table.sheet.cells.put(table.area.row, table.area.column + at, { value: heading });
  if (before !== "" && before !== heading) {
    rewriteFormulas(workbook, (formula) => withColumnRenamed(formula, table.name, before, heading));
  }
}

/** Makes every heading of a new table text, filled and different from the others, from left to right. */
export function settleHeadings(table: TableModel): void {
  const taken: string[] = [];
  for (const [at, heading] of table.headings.entries()) {
    const name = freeHeading(heading, at, taken);
    taken.push(name);
    table.sheet.cells.put(table.area.row, table.area.column + at, { value: name });
  }
}

/** Rewrites every formula of the workbook: cells, calculated columns, names. */
export function rewriteFormulas(workbook: WorkbookModel, rewrite: (formula: string, sheet: string) => string): void {
  for (const sheet of workbook.sheets) {
    for (const { row, column, content } of [...sheet.cells.all()]) {
      if (content.formula === undefined) continue;
      const formula = rewrite(content.formula, sheet.name);
      if (formula !== content.formula) sheet.cells.put(row, column, { ...content, formula });
    }
    for (const condition of sheet.conditions) {
      for (const [name, value] of condition.settings) {
        if (typeof value === "string" && value.startsWith("="))
          condition.settings.set(name, rewrite(value, sheet.name));
      }
    }
  }
  for (const table of workbook.tables) {
    for (const [id, formula] of table.calculated) table.calculated.set(id, rewrite(formula, table.sheet.name));
  }
  for (const item of workbook.names) {
    if ("formula" in item.refersTo) item.refersTo = { formula: rewrite(item.refersTo.formula, "") };
  }
}
