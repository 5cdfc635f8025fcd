import type { UnreadableReason } from "./readable-cell.ts";

/** What of a ledger no measure counts, or not as it stands there, and why. */
export type LeftOutReason =
  | "no-case-id"
  | "same-case-id"
  | "sent-later"
  | "renewal-later"
  | "decided-later"
  | "unknown-outcome"
  | "asked-outcome"
  | "won-but-denied"
  | UnreadableReason
  | "error"
  | "error-in-formula"
  | "no-result"
  | "too-many-cells"
  | "under-table"
  | "small-percent"
  | "small-percent-offered"
  | "unknown-word"
  | "totals-row"
  | "no-table"
  | "other-name"
  | "bare-sheet"
  | "no-key"
  | "no-column"
  | "same-column"
  | "not-a-setting"
  | "unknown-setting"
  | "same-setting"
  | "not-a-table"
  | "unknown-case"
  | "not-under-agreement"
  | "served-later"
  | "taken-back"
  | "offered-later"
  | "tried-later"
  | "offer-not-placed"
  | "offer-without-side"
  | "unknown-period"
  | "same-line-id"
  | "same-period-id"
  | "same-claim";

/** What a reason speaks of; a copy is a row that is counted and may stand there twice. */
export type LeftOutKind = "row" | "cell" | "column or table" | "note" | "copy";

/** What each reason speaks of. */
export const KIND_OF: Readonly<Record<LeftOutReason, LeftOutKind>> = {
  "no-case-id": "row",
  "same-case-id": "row",
  "sent-later": "row",
  "renewal-later": "row",
  "unknown-case": "row",
  "not-under-agreement": "row",
  "served-later": "row",
  "offered-later": "row",
  "tried-later": "row",
  "offer-not-placed": "row",
  "offer-without-side": "row",
  "totals-row": "row",
  "same-setting": "row",
  "too-many-cells": "row",
  "under-table": "row",
  "not-a-number": "cell",
  "number-as-text": "cell",
  "percent-as-text": "cell",
  "other-currency": "cell",
  "not-a-day": "cell",
  "day-not-believable": "cell",
  "not-believable": "cell",
  error: "cell",
  "no-result": "cell",
  "small-percent-offered": "cell",
  "unknown-word": "cell",
  "not-a-setting": "cell",
  "unknown-setting": "cell",
  "no-table": "column or table",
  "other-name": "column or table",
  "bare-sheet": "column or table",
  "no-key": "column or table",
  "no-column": "column or table",
  "same-column": "column or table",
  "not-a-table": "column or table",
  "decided-later": "note",
  "unknown-outcome": "note",
  "asked-outcome": "note",
  "won-but-denied": "note",
  "taken-back": "note",
  "small-percent": "note",
  "error-in-formula": "note",
  "unknown-period": "note",
  "same-line-id": "copy",
  "same-period-id": "copy",
  "same-claim": "copy",
};
