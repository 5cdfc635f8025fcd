import type { ColumnPlan } from "../../../sca/ledger/workbook-plan.ts";
import { calendarDate, type DateSystem, serialFromDay } from "../../../sca/values/calendar-date.ts";
import { attributeText, cellText, escapeXml } from "./xml-text.ts";

/** Gives the name of a range that holds these words, for lists that a validation cannot hold itself. */
export type NameWords = (words: readonly string[]) => string;

const LONGEST_LIST = 255;
const LONGEST_PROMPT = 255;
const LONGEST_TITLE = 32;

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** A list in the rule itself: separated by commas, so no word may hold one, and Excel trims each. */
function fitsInline(words: readonly string[]): boolean {
  const text = words.join(",");
  return (
    text.length <= LONGEST_LIST && words.every((word) => word === word.trim() && word !== "" && !/[,"\n]/.test(word))
  );
}

interface Rule {
  readonly attributes: string;
  readonly formulas: string;
  readonly message: string;
  readonly strict: boolean;
}

function ruleOf(column: ColumnPlan, dateSystem: DateSystem, nameWords: NameWords): Rule {
  const { choices, accepts } = column;
  if (choices && choices.words.length > 0) {
    const list = fitsInline(choices.words) ? `"${choices.words.join(",")}"` : nameWords(choices.words);
    return {
      attributes: ' type="list"',
      formulas: `<formula1>${cellText(list)}</formula1>`,
      message: choices.strict ? "Choose one of the listed words." : "This word is not in the list. Keep it?",
      strict: choices.strict,
    };
  }
  if (accepts === "day") {
    const first = calendarDate(dateSystem === "1904" ? 1904 : 1900, 1, 1);
    const last = calendarDate(2199, 12, 31);
    if (!first || !last) throw new Error("the first and last day are real days");
    return {
      attributes: ' type="date" operator="between"',
      formulas: `<formula1>${serialFromDay(first, dateSystem)}</formula1><formula2>${serialFromDay(last, dateSystem)}</formula2>`,
      message: "Enter a date, such as 3/14/2026.",
      strict: true,
    };
  }
  if (accepts === "number") {
    return {
      attributes: ' type="decimal" operator="greaterThanOrEqual"',
      formulas: "<formula1>0</formula1>",
      message: "Enter a number of at least 0.",
      strict: true,
    };
  }
  return { attributes: "", formulas: "", message: "", strict: false };
}

/** The validation of a table's column over these cells, or "" where the column asks for none. Blank is always accepted. */
export function validationXml(column: ColumnPlan, cells: string, dateSystem: DateSystem, nameWords: NameWords): string {
  const rule = ruleOf(column, dateSystem, nameWords);
  if (rule.attributes === "" && !column.hint) return "";
  const title = attributeText(cut(column.heading, LONGEST_TITLE));
  const error = rule.message
    ? `${rule.strict ? "" : ' errorStyle="information"'} showErrorMessage="1" errorTitle="${title}" error="${attributeText(rule.message)}"`
    : "";
  const prompt = column.hint
    ? ` showInputMessage="1" promptTitle="${title}" prompt="${attributeText(cut(column.hint, LONGEST_PROMPT))}"`
    : "";
  return `<dataValidation${rule.attributes} allowBlank="1"${error}${prompt} sqref="${escapeXml(cells)}">${rule.formulas}</dataValidation>`;
}
