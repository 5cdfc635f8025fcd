import type { ColumnPlan } from "../ledger/workbook-plan.ts";
import { type CalendarDate, calendarDate, type DateSystem } from "../values/calendar-date.ts";

/** Gives the name of a range that holds these words, for lists that a validation cannot hold itself. */
export type NameWords = (words: readonly string[]) => string;

/** What the cells of a column accept. */
export type Accepted =
  /** `source`: the words with commas between them, or the name of a range that holds them. */
  | { readonly kind: "list"; readonly source: string; readonly isName: boolean }
  | { readonly kind: "day"; readonly first: CalendarDate; readonly last: CalendarDate }
  /** At least 0. */
  | { readonly kind: "number" }
  | { readonly kind: "anything" };

/** The validation of a column. Blank is always accepted. */
export interface ColumnRule {
  readonly accepts: Accepted;
  /** A strict rule refuses other input; otherwise Excel only tells. */
  readonly strict: boolean;
  readonly title: string;
  /** What is said of other input; "" where anything is accepted. */
  readonly message: string;
  /** Shown when a cell is selected; "" for nothing. */
  readonly prompt: string;
}

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

function acceptedBy(column: ColumnPlan, dateSystem: DateSystem, nameWords: NameWords): Accepted {
  const { choices, accepts } = column;
  if (choices && choices.words.length > 0) {
    const isName = !fitsInline(choices.words);
    return { kind: "list", isName, source: isName ? nameWords(choices.words) : choices.words.join(",") };
  }
  if (accepts === "number") return { kind: "number" };
  if (accepts !== "day") return { kind: "anything" };
  const first = calendarDate(dateSystem === "1904" ? 1904 : 1900, 1, 1);
  const last = calendarDate(2199, 12, 31);
  if (!first || !last) throw new Error("the first and last day are real days");
  return { kind: "day", first, last };
}

function messageFor(accepted: Accepted, strict: boolean): string {
  if (accepted.kind === "list") {
    return strict ? "Choose one of the listed words." : "This word is not in the list. Keep it?";
  }
  if (accepted.kind === "day") return "Enter a date, such as 3/14/2026.";
  return accepted.kind === "number" ? "Enter a number of at least 0." : "";
}

/**
 * What the cells of a table's column accept, in the lengths that Excel holds; null where the column asks for nothing.
 *
 * @example columnRule({ heading: "Paid", look: "money", width: 9, accepts: "number" }, "1900", nameOf)?.message
 * is "Enter a number of at least 0."
 */
export function columnRule(column: ColumnPlan, dateSystem: DateSystem, nameWords: NameWords): ColumnRule | null {
  const accepts = acceptedBy(column, dateSystem, nameWords);
  if (accepts.kind === "anything" && !column.hint) return null;
  const strict = accepts.kind === "list" ? column.choices?.strict === true : accepts.kind !== "anything";
  return {
    accepts,
    strict,
    title: cut(column.heading, LONGEST_TITLE),
    message: messageFor(accepts, strict),
    prompt: column.hint ? cut(column.hint, LONGEST_PROMPT) : "",
  };
}
