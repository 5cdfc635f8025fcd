import { calendarDate } from "../../values/calendar-date.ts";
import { findDates } from "./find-dates.ts";
import { isPossible } from "./found-date.ts";
import type { NumericDay, SpanMention, WrittenDay } from "./written-day.ts";
import { writtenYear } from "./written-year.ts";

/** Month first ("3/25/24"), day first ("25/3/24"), or a two-digit year first ("24-03-25"). */
export type DateOrder = "mdy" | "dmy" | "ymd";

/** In which order a file writes its dates, and how surely. */
export interface OrderEvidence {
  readonly order: DateOrder;
  /** False where nothing tells, or where too much speaks both ways: then every date that changes with the order is asked about. */
  readonly settled: boolean;
  /** Dates and spans that make sense only with the month first. */
  readonly mdyOnly: number;
  /** Dates and spans that make sense only with the day first. */
  readonly dmyOnly: number;
  /** Dates that are a different day under the other order. */
  readonly eitherWay: number;
}

/**
 * The order of day and month in the texts of a file (or of one sheet or column, where several hands wrote it).
 * A date tells where only one order is a day on the calendar; a span tells where only one order ends it after its start.
 * Pairs without a year that may be units ("9/12") tell only when nothing else does, and only when many agree.
 * One slip among many does not unsettle an order; two hands do. With nothing to go by, the order is the American one, unsettled.
 *
 * @example dateOrderOf(["3/4/25", "3/25/25"]) has order "mdy", settled true
 */
export function dateOrderOf(texts: Iterable<string>): OrderEvidence {
  const sure = { mdy: 0, dmy: 0, ymd: 0, either: 0, yearLast: 0 };
  const weak = { mdy: 0, dmy: 0 };
  for (const text of texts) {
    for (const mention of findDates(text)) {
      const ends = mention.kind === "day" ? [mention.day] : [mention.from, mention.to];
      for (const day of ends) {
        // A cell of mere figures is an id as likely as a date.
        if (day === null || day.or !== undefined || /^\d+$/.test(mention.text)) continue;
        if (isYearFirst(day)) sure.ymd += 1;
        if (day.kind !== "numeric") continue;
        const only = onlyOrder(day);
        if (only === "both" && day.first !== day.second) sure.either += 1;
        if (!day.padded) sure.yearLast += 1;
        if (only !== "mdy" && only !== "dmy") continue;
        if (day.weak) weak[only] += 1;
        else sure[only] += 1;
      }
      const told = mention.kind === "span" ? orderOfSpan(mention) : null;
      if (told !== null) sure[told] += 1;
    }
  }
  if (sure.ymd > 0 && sure.yearLast === 0) {
    return { order: "ymd", settled: true, mdyOnly: 0, dmyOnly: 0, eitherWay: sure.either };
  }
  const counts = sure.mdy + sure.dmy > 0 ? sure : weak;
  const order = counts.dmy > counts.mdy ? "dmy" : "mdy";
  const most = Math.max(counts.mdy, counts.dmy);
  const least = Math.min(counts.mdy, counts.dmy);
  const settled = counts === sure ? overwhelms(most, least) : most >= 3 && least === 0;
  return { order, settled, mdyOnly: counts.mdy, dmyOnly: counts.dmy, eitherWay: sure.either };
}

/** One contrary date among a dozen is a slip; from two on it is a habit, and rare only beside very many. */
function overwhelms(most: number, least: number): boolean {
  if (least === 0) return most >= 1;
  return least === 1 ? most >= 12 : most >= 40 * least;
}

function onlyOrder(day: NumericDay): "mdy" | "dmy" | "both" | "none" {
  const mdy = isPossible(day.year, day.first, day.second);
  const dmy = isPossible(day.year, day.second, day.first);
  if (mdy && dmy) return "both";
  if (mdy) return "mdy";
  return dmy ? "dmy" : "none";
}

function isYearFirst(day: WrittenDay): boolean {
  return day.kind === "settled" && day.weak && day.year?.digits === 2 && day.year.value > 31;
}

/** A span that would end before it starts under one order, and not under the other. */
function orderOfSpan({ from, to }: SpanMention): "mdy" | "dmy" | null {
  if (from?.kind !== "numeric" || to?.kind !== "numeric") return null;
  if (onlyOrder(from) !== "both" || onlyOrder(to) !== "both" || from.year === null || to.year === null) return null;
  const day = (end: NumericDay, order: "mdy" | "dmy") =>
    calendarDate(
      writtenYear(end.year ?? { value: 0, digits: 2 }),
      order === "mdy" ? end.first : end.second,
      order === "mdy" ? end.second : end.first,
    );
  const [mdyFrom, mdyTo, dmyFrom, dmyTo] = [day(from, "mdy"), day(to, "mdy"), day(from, "dmy"), day(to, "dmy")];
  if (mdyFrom === null || mdyTo === null || dmyFrom === null || dmyTo === null) return null;
  const mdyRuns = mdyFrom <= mdyTo;
  const dmyRuns = dmyFrom <= dmyTo;
  if (mdyRuns === dmyRuns) return null;
  return mdyRuns ? "mdy" : "dmy";
}
