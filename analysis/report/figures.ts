import type { Interval } from "../../sca/measures/wilson-interval.ts";
import { type CalendarDate, partsOfDay } from "../../sca/values/calendar-date.ts";

/** A share as whole percent. @example percent(0.754) is "75%" */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Both ends of an interval. @example "47–91%" */
export function percentRange(interval: Interval): string {
  return `${Math.round(interval.low * 100)}–${Math.round(interval.high * 100)}%`;
}

const WHOLE_DOLLARS = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", maximumFractionDigits: 0 });

/** Dollars without cents, half a dollar up. @example wholeDollars(1234567) is "$12,346" */
export function wholeDollars(cents: number): string {
  return WHOLE_DOLLARS.format(Math.round(cents / 100));
}

/** A count with its noun. @example counted(1, "case") is "1 case"; counted(3, "case") is "3 cases" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

/** A list in a sentence. @example inWords(["a", "b", "c"]) is "a, b and c" */
export function inWords(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** A day in words. @example longDay("2026-03-09") is "March 9, 2026" */
export function longDay(day: CalendarDate): string {
  const { year, month, day: dayOfMonth } = partsOfDay(day);
  return `${MONTHS[month - 1]} ${dayOfMonth}, ${year}`;
}
