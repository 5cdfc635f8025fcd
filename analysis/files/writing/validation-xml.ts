import type { ColumnPlan } from "../../../sca/ledger/workbook-plan.ts";
import { type DateSystem, serialFromDay } from "../../../sca/values/calendar-date.ts";
import { type Accepted, columnRule, type NameWords } from "../../../sca/workbook/column-rule.ts";
import { attributeText, cellText, escapeXml } from "./xml-text.ts";

function ruleXml(
  accepted: Accepted,
  dateSystem: DateSystem,
): { readonly attributes: string; readonly formulas: string } {
  if (accepted.kind === "list") {
    const list = accepted.isName ? accepted.source : `"${accepted.source}"`;
    return { attributes: ' type="list"', formulas: `<formula1>${cellText(list)}</formula1>` };
  }
  if (accepted.kind === "day") {
    const { first, last } = accepted;
    return {
      attributes: ' type="date" operator="between"',
      formulas: `<formula1>${serialFromDay(first, dateSystem)}</formula1><formula2>${serialFromDay(last, dateSystem)}</formula2>`,
    };
  }
  if (accepted.kind === "anything") return { attributes: "", formulas: "" };
  return { attributes: ' type="decimal" operator="greaterThanOrEqual"', formulas: "<formula1>0</formula1>" };
}

/** The validation of a table's column over these cells, or "" where the column asks for none. Blank is always accepted. */
export function validationXml(column: ColumnPlan, cells: string, dateSystem: DateSystem, nameWords: NameWords): string {
  const rule = columnRule(column, dateSystem, nameWords);
  if (rule === null) return "";
  const { attributes, formulas } = ruleXml(rule.accepts, dateSystem);
  const title = attributeText(rule.title);
  const error = rule.message
    ? `${rule.strict ? "" : ' errorStyle="information"'} showErrorMessage="1" errorTitle="${title}" error="${attributeText(rule.message)}"`
    : "";
  const prompt = rule.prompt
    ? ` showInputMessage="1" promptTitle="${title}" prompt="${attributeText(rule.prompt)}"`
    : "";
  return `<dataValidation${attributes} allowBlank="1"${error}${prompt} sqref="${escapeXml(cells)}">${formulas}</dataValidation>`;
}
