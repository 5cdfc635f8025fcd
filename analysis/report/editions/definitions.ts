import type { Text } from "../document/report-document.ts";

/** How the figures are defined, for whoever is asked about one. */
export const DEFINITIONS: readonly Text[] = [
  define(
    "Granted",
    "approved, partially approved and approved on appeal, out of all that were decided; pending and withdrawn requests are outside. The 95% interval (Wilson) is the range that a rate from so few answers could well stand for.",
  ),
  define(
    "Times Medicare",
    "agreed rate × units over Medicare × units, of approved lines with a benchmark for their own day, code, place and setting; the median counts each line once, so that no large case moves it.",
  ),
  define(
    "Business days to a decision",
    "from the day after sending to the day of the decision; requests that still wait count as waiting (Kaplan–Meier).",
  ),
  define("Dollars agreed", "rate × units authorized under granted requests. It is what was agreed, not what was paid."),
  define(
    "Paid as agreed",
    "claim lines paid at the agreed amount or more, out of paid lines whose agreed amount is known.",
  ),
  [
    "Made by SCA Ledger on this computer. Small counts here can point to a patient: this edition stays in the practice.",
  ],
];

function define(word: string, meaning: string): Text {
  return [{ strong: `${word}: ` }, meaning];
}
