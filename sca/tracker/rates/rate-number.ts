import type { RateModel } from "../tracked-case.ts";
import { shiftDecimal, withoutDust } from "./exact-decimal.ts";
import { findRates } from "./find-rates.ts";
import type { RateMention, RatePer } from "./rate-mention.ts";

/** The rate that a number cell holds. */
export interface NumberRate {
  readonly amount: number;
  readonly kind: RateMention["kind"];
  readonly model?: RateModel;
  readonly per?: RatePer;
  readonly question?: true;
}

/** A format's own signs, without what it prints in quotes or after a backslash. */
function bareFormat(format: string): string {
  return format.replace(/"[^"]*"|\\.|_./g, "").replace(/\[(?!\$)[^\]]*\]/g, "");
}

/**
 * The rate of a number cell: its stored number, seen through its number format.
 * A percent format makes 1.4 into 140 percent; a format that only prints a percent sign behind 140 does not.
 *
 * @param value the stored number, @param shownText what the cell shows, @param format the format's code where it is not General
 * @example rateFromNumber(1.4, "140%", "0%") is { amount: 140, kind: "percent" }
 */
export function rateFromNumber(value: number, shownText: string, format?: string): NumberRate {
  const exact = withoutDust(value);
  const [shown] = findRates(shownText);
  const signs = bareFormat(format ?? "");
  const isPercent =
    signs.includes("%") || (format === undefined && shownText.trim().endsWith("%") && Math.abs(value) < 20);
  const answer: { -readonly [K in keyof NumberRate]: NumberRate[K] } = { amount: exact, kind: "bare" };
  if (isPercent) {
    answer.amount = shiftDecimal(exact, 2);
    answer.kind = "percent";
  } else if (shown !== undefined && (shown.kind === "percent" || shown.kind === "multiple")) {
    answer.kind = shown.kind;
    if (shown.kind === "multiple") answer.amount = shiftDecimal(exact, 2);
    // "MCR +"0"%" prints 40 and means 140: the words decide, the stored digits stay.
    else if (shown.note === undefined && shown.amount !== undefined && shown.amount - 100 === Math.round(exact))
      answer.amount = 100 + exact;
  } else if (/\$|USD|\[\$/.test(signs) || /\$/.test(shownText) || shown?.per !== undefined || shown?.kind === "money") {
    answer.kind = "money";
  }
  if (shown?.model !== undefined) answer.model = shown.model;
  if (shown?.per !== undefined) answer.per = shown.per;
  if (exact < 0) answer.question = true;
  return answer;
}
