import type { ApprovalRate } from "../../sca/measures/approval-rate.ts";
import { measureFields } from "../../sca/measures/ledger-measures.ts";
import type { Cents } from "../../sca/values/money.ts";
import { percent, wholeDollars } from "../report/figures.ts";
import type { AnalysisColumn, MeasuredSlice } from "./analysis.ts";

type Field = keyof ReturnType<typeof measureFields>;

/** Shares and multiples to six places: more would only look exact. */
const PLACES = 1e6;

/** A share, rate or multiple for a table. @example shareCell(2 / 3) is 0.666667 */
export function shareCell(share: number | null | undefined): number | null {
  return share === null || share === undefined ? null : Math.round(share * PLACES) / PLACES;
}

/** Dollars with their cents. */
export function dollarsCell(cents: Cents | number | null): number | null {
  return cents === null ? null : cents / 100;
}

/** A column with one of the measures' fields, under the name that sca/measures gives it or under its own. */
export function fieldColumn(heading: string, field: Field): AnalysisColumn {
  return [heading, ({ measures }) => shareCell(measureFields(measures)[field])];
}

/** How many requests a slice has, and how many of them are decided. */
export const COUNT_COLUMNS: readonly AnalysisColumn[] = [
  fieldColumn("requests", "requests"),
  fieldColumn("decided", "decided"),
];

/** yes: under 20 decided requests, a hint and no finding; blank where nothing is decided. */
export const HINT_COLUMN: AnalysisColumn = [
  "hint",
  ({ measures }) => (measures.approval.decided === 0 ? null : isHint({ measures }) ? "yes" : "no"),
];

/** Too few decided to be more than a hint: requests are counted, since the lines of one request are no two decisions. */
export function isHint({ measures }: Pick<MeasuredSlice, "measures">): boolean {
  return measures.approval.isHint;
}

/** A rate with what it stands on. @example "80% · 24 of 30" */
export function rateLabel({ rate, granted, decided }: Pick<ApprovalRate, "rate" | "granted" | "decided">): string {
  return rate === null ? "nothing decided" : `${percent(rate)} · ${granted} of ${decided}`;
}

/** A multiple as it is read. @example "1.40×" */
export function timesText(multiple: number): string {
  return `${multiple.toFixed(2)}×`;
}

/** Dollars without cents; a dash for what is not known. */
export function moneyText(cents: Cents | number | null): string {
  return cents === null ? "–" : wholeDollars(cents);
}
