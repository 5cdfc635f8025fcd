import type { TablePlan } from "../../sca/ledger/workbook-plan.ts";
import type { DateSystem } from "../../sca/values/calendar-date.ts";
import type { Accepted } from "../../sca/workbook/column-rule.ts";
import { columnRule, type NameWords } from "../../sca/workbook/column-rule.ts";
import { conditionFormula } from "../../sca/workbook/condition-formula.ts";
import { SIGNALS } from "../../sca/workbook/looks.ts";
import { type Area, retarget } from "../../sca/workbook/sheet-reference.ts";
import { rangeOf } from "./excel-range.ts";
import type { TargetTable } from "./target-table.ts";
import { CALL_BYTES, type WriteQueue } from "./write-queue.ts";

/** What rules take from the workbook. */
export interface RuleSetting {
  readonly dateSystem: DateSystem;
  readonly nameWords: NameWords;
  /** Sheets of the plan that stand under another name, by the plan's name in lower case. */
  readonly actualNames: ReadonlyMap<string, string>;
}

/** `DataValidationRule`: dates as ISO text ("stringified date/time in ISO8601 format"), lists as words or "=Name". */
function ruleFor(accepted: Accepted): Excel.DataValidationRule | null {
  if (accepted.kind === "anything") return null;
  if (accepted.kind === "list") {
    return { list: { inCellDropDown: true, source: accepted.isName ? `=${accepted.source}` : accepted.source } };
  }
  if (accepted.kind === "number") return { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
  return { date: { formula1: accepted.first, formula2: accepted.last, operator: "Between" } };
}

function columnArea(body: Area, at: number): Area {
  return { ...body, left: body.left + at, right: body.left + at };
}

/** What the cells of the table accept, and the hints that show when one is selected. */
export async function applyValidations(
  sheet: Excel.Worksheet,
  { plan, body, untouched }: TargetTable,
  { dateSystem, nameWords }: RuleSetting,
  queue: WriteQueue,
): Promise<void> {
  for (const [at, column] of plan.columns.entries()) {
    if (untouched.has(at)) continue;
    await queue.room(CALL_BYTES * 5);
    const { dataValidation } = rangeOf(sheet, columnArea(body, at));
    dataValidation.clear();
    const rule = columnRule(column, dateSystem, nameWords);
    if (rule === null) continue;
    const { title, message, prompt, strict } = rule;
    const accepted = ruleFor(rule.accepts);
    if (accepted !== null) {
      dataValidation.rule = accepted;
      dataValidation.errorAlert = { title, message, style: strict ? "Stop" : "Information", showAlert: true };
    }
    dataValidation.ignoreBlanks = true;
    if (prompt !== "") dataValidation.prompt = { title, message: prompt, showPrompt: true };
  }
}

/** The looks that conditions lay over cells; the first condition that holds comes first: a new one goes on top of the others. */
export async function applyConditions(
  sheet: Excel.Worksheet,
  { plan, body }: TargetTable,
  { actualNames }: Pick<RuleSetting, "actualNames">,
  queue: WriteQueue,
): Promise<void> {
  await queue.room(CALL_BYTES);
  rangeOf(sheet, body).conditionalFormats.clearAll();
  for (const { column, when, signal } of [...plan.conditions].reverse()) {
    const at = plan.columns.findIndex(({ heading }) => heading.toLowerCase() === column.toLowerCase());
    await queue.room(CALL_BYTES * 7 + when.length);
    const { custom } = rangeOf(sheet, columnArea(body, at)).conditionalFormats.add("Custom");
    custom.rule.formula = `=${retarget(conditionFormula(plan as TablePlan, when), actualNames)}`;
    const { ink, fill, bold, italic } = SIGNALS[signal];
    custom.format.font.color = `#${ink}`;
    custom.format.fill.color = `#${fill}`;
    if (bold) custom.format.font.bold = true;
    if (italic) custom.format.font.italic = true;
  }
}
