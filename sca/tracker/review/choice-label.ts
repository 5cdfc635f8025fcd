import { parseIsoDay, partsOfDay } from "../../values/calendar-date.ts";
import type { DateOrder } from "../dates/date-order.ts";
import {
  COST_SHARING_WORDS,
  MODEL_WORDS,
  OUTCOME_WORDS,
  TRIGGER_WORDS,
  type WordList,
  YES_NO_WORDS,
} from "./code-words.ts";

/** A value as a question offers it. */
export type Choice = string | number | boolean;

/** The words for a field's codes; absent for fields that are no codes. */
export const FIELD_CODES: Readonly<Record<string, WordList<string | boolean>>> = {
  outcome: OUTCOME_WORDS as WordList<string | boolean>,
  trigger: TRIGGER_WORDS as WordList<string | boolean>,
  model: MODEL_WORDS as WordList<string | boolean>,
  costSharing: COST_SHARING_WORDS as WordList<string | boolean>,
  writtenConfirmation: YES_NO_WORDS,
};

/** Every code that a field can hold, in the order of its list; none for fields that are no codes. */
export function codesOf(field: string): Choice[] {
  const list = FIELD_CODES[field];
  return (list?.words ?? []).flatMap((word) => list?.codeFor(word) ?? []);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const ORDER_WORDS: Partial<Record<DateOrder, string>> = { mdy: " (month first)", dmy: " (day first)" };

/**
 * A choice as the manager reads it: people's words for a code, a day with its month's name, so that it can be read one
 * way only. `order` is given where the day is one of two that the order of day and month decides.
 *
 * @example choiceLabel("approvedOnAppeal", "outcome") is "Approved on appeal"
 * @example choiceLabel("2025-03-04", "submitted", "mdy") is "Mar 4, 2025 (month first)"
 */
export function choiceLabel(value: Choice, field: string, order: DateOrder | null = null): string {
  const words = FIELD_CODES[field];
  if (words !== undefined && typeof value !== "number") return words.wordFor(value);
  const day = parseIsoDay(String(value));
  if (day === null) return String(value);
  const { year, month, day: dayOfMonth } = partsOfDay(day);
  return `${MONTHS[month - 1]} ${dayOfMonth}, ${year}${order === null ? "" : (ORDER_WORDS[order] ?? "")}`;
}
