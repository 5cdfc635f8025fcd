import type { SheetPlan, TablePlan } from "../../../sca/ledger/workbook-plan.ts";
import type { NameWords } from "../../../sca/workbook/column-rule.ts";
import { conditionFormula } from "../../../sca/workbook/condition-formula.ts";
import { areaText, retarget } from "../../../sca/workbook/sheet-reference.ts";
import { tableArea } from "../../../sca/workbook/table-area.ts";
import type { CellSetting } from "./cell-xml.ts";
import { validationXml } from "./validation-xml.ts";
import { escapeXml } from "./xml-text.ts";

function bodyCells(table: TablePlan, index: number): string {
  const { top, bottom, left } = tableArea(table);
  return areaText({ top: top + 1, bottom, left: left + index, right: left + index });
}

/** The looks that conditions lay over cells; the first condition that holds comes first. */
export function conditionsXml({ tables }: SheetPlan, setting: CellSetting): string {
  const byCells = new Map<string, string[]>();
  let priority = 0;
  for (const table of tables) {
    for (const { column, when, signal } of table.conditions) {
      const index = table.columns.findIndex(({ heading }) => heading.toLowerCase() === column.toLowerCase());
      const cells = bodyCells(table, index);
      const formula = escapeXml(retarget(conditionFormula(table, when), setting.actualNames));
      const rule = `<cfRule type="expression" dxfId="${setting.styles.condition(signal)}" priority="${++priority}"><formula>${formula}</formula></cfRule>`;
      byCells.set(cells, [...(byCells.get(cells) ?? []), rule]);
    }
  }
  return [...byCells]
    .map(([cells, rules]) => `<conditionalFormatting sqref="${cells}">${rules.join("")}</conditionalFormatting>`)
    .join("");
}

/** What the cells of the tables accept, and the hints that show when one is selected. */
export function validationsXml({ tables }: SheetPlan, { dateSystem }: CellSetting, nameWords: NameWords): string {
  const rules = tables.flatMap((table) =>
    table.columns
      .map((column, index) => validationXml(column, bodyCells(table, index), dateSystem, nameWords))
      .filter((xml) => xml !== ""),
  );
  return rules.length > 0 ? `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>` : "";
}

/** Identifiers are text on purpose: no green corner that asks to turn them into numbers. */
export function ignoredErrors({ tables }: SheetPlan): string {
  const cells = tables.flatMap((table) =>
    table.columns.flatMap(({ look }, index) =>
      look === "id" || look === "text" || look === "input" ? bodyCells(table, index) : [],
    ),
  );
  if (cells.length === 0) return "";
  return `<ignoredErrors><ignoredError sqref="${cells.join(" ")}" numberStoredAsText="1"/></ignoredErrors>`;
}
