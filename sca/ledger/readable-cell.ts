import { parseDayAndTime } from "../values/calendar-date.ts";
import { isBlank, plainText, sameText } from "./ledger-row.ts";
import type { LedgerColumn } from "./ledger-table.ts";
import { NOT_STATED } from "./ledger-words.ts";
import type { PlanValue } from "./workbook-plan.ts";

/** Past this a rate, a count of units or a payment is a slip of the hand. */
export const LARGEST_FIGURE = 10_000_000;

/** Agreements are of these years; a birth may be earlier. */
export const FIRST_DAY = "2000-01-01";
export const LAST_DAY = "2099-12-31";
const BIRTH = "Date of birth";

/** Why measures cannot use what stands in a cell. */
export type UnreadableReason =
  | "not-a-number"
  | "number-as-text"
  | "percent-as-text"
  | "other-currency"
  | "not-a-day"
  | "day-not-believable"
  | "not-believable";

/** A sign or a code of a currency other than the US dollar. */
const OTHER_CURRENCY =
  /[€£¥₹₩₽]|\b(?:EUR|GBP|CAD|AUD|NZD|MXN|CHF|JPY|INR|[Ee]uros?)\b|(?<![A-Za-z])(?:CA|C|A|AU|NZ|MX|HK)\$/;

/** True for an amount that is not in US dollars. @example isOtherCurrency("CAD 1,200") is true */
export function isOtherCurrency(text: string): boolean {
  return /\d/.test(text) && OTHER_CURRENCY.test(text);
}

/**
 * A typed cell as measures take it: its value where they can use it (a day written 2026-03-02 as text is that day), else
 * the reason why they cannot. A payment that is taken back is below 0, so claims may be.
 *
 * @example readableCell("150%", column("Agreed rate"), false) is { reason: "percent-as-text" }
 */
export function readableCell(
  value: PlanValue,
  { heading, accepts }: Pick<LedgerColumn, "heading" | "accepts">,
  mayBeNegative: boolean,
): { readonly value: PlanValue } | { readonly reason: UnreadableReason } {
  if (isBlank(value)) return { value };
  if (accepts === "day") return readableDay(value, heading);
  if (typeof value === "number") {
    return Math.abs(value) > LARGEST_FIGURE || (value < 0 && !mayBeNegative) ? { reason: "not-believable" } : { value };
  }
  const text = plainText(value).trim();
  if (sameText(text, NOT_STATED)) return { value };
  if (isOtherCurrency(text)) return { reason: "other-currency" };
  if (/^[-+]?[\d.,]+\s*%$/.test(text)) return { reason: "percent-as-text" };
  if (/^[-+(]*\s*(?:US)?\$?\s*\d[\d,]*(?:\.\d*)?\s*(?:USD)?\)?$/i.test(text)) return { reason: "number-as-text" };
  return { reason: "not-a-number" };
}

function readableDay(value: PlanValue, heading: string): { value: PlanValue } | { reason: UnreadableReason } {
  const day = typeof value === "object" ? value?.day : typeof value === "string" ? parseDayAndTime(value.trim()) : null;
  if (day === null || day === undefined) return { reason: "not-a-day" };
  if (heading !== BIRTH && (day < FIRST_DAY || day > LAST_DAY)) return { reason: "day-not-believable" };
  return { value: typeof value === "object" ? value : { day } };
}
