import { counted, inWords } from "../../../analysis/report/figures.ts";
import type { Tally, UnderstandingSummary } from "../background/understanding-summary.ts";
import type { SheetPreview } from "./sheet-preview.ts";

const AMONG = 4;

/** "Approved 3, Denied 2": the largest first, and how many there are besides. */
function tallied(tallies: readonly Tally[]): string {
  const rest = tallies.slice(AMONG).reduce((sum, { count }) => sum + count, 0);
  const named = tallies.slice(0, AMONG).map(({ what, count }) => `${what} ${count.toLocaleString("en-US")}`);
  return [...named, ...(rest > 0 ? [`others ${rest.toLocaleString("en-US")}`] : [])].join(", ");
}

function outcomes(parts: readonly (readonly [count: number, word: string])[]): string {
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count.toLocaleString("en-US")} ${word}`)
    .join(", ");
}

/**
 * What was found in a tracker, a sentence each.
 *
 * @example ["3 requests of 3 payers on Log, 2 authorization periods", "3 decided: 2 approved, 1 denied", …]
 */
export function foundSentences(summary: UnderstandingSummary): readonly string[] {
  const { cases, payers, periods, sheets, decided, outcomes: counts, leftOut, questions, answers, asked } = summary;
  const where = sheets.length === 0 ? "" : ` on ${inWords(sheets)}`;
  const settled = outcomes([
    [counts.approved, "approved"],
    [counts.partiallyApproved, "in part"],
    [counts.approvedOnAppeal, "on appeal"],
    [counts.denied, "denied"],
  ]);
  const open = outcomes([
    [counts.pending, "pending"],
    [counts.withdrawn, "withdrawn"],
    [counts.asked, "with an outcome to settle"],
    [counts.notStated, "without a stated outcome"],
  ]);
  const left = leftOut.reduce((sum, { count }) => sum + count, 0);
  return [
    `${counted(cases, "request")} of ${counted(payers, "payer")}${where}, ${counted(periods, "authorization period")}.`,
    decided === 0 ? "None is decided." : `${decided.toLocaleString("en-US")} decided: ${settled}.`,
    ...(open === "" ? [] : [`Not decided: ${open}.`]),
    ...(left === 0 ? [] : [`${counted(left, "row")} left out, and listed on Tracker map: ${tallied(leftOut)}.`]),
    questions === 0
      ? "No question is open."
      : `${counted(questions, "question")} for you, settled by ${counted(answers, "answer")}: ${tallied(asked)}. They come into Review.`,
  ];
}

/** How sure a reading is, in a word; under 70 % it is worth a look, as on the sheet Tracker map. */
export function certaintyWord(certainty: number): "sure" | "likely" | "please check" {
  if (certainty >= 0.9) return "sure";
  return certainty >= 0.7 ? "likely" : "please check";
}

/**
 * What writing will do, a sentence for the sheets to add and one for those to renew.
 *
 * @example ["Adds 9 sheets: Start, Review, Cases, …"]
 */
export function previewSentences(preview: readonly SheetPreview[]): readonly string[] {
  const told = (verb: string, sheets: readonly SheetPreview[]): string[] =>
    sheets.length === 0
      ? []
      : [`${verb} ${counted(sheets.length, "sheet")}: ${sheets.map(({ name }) => name).join(", ")}.`];
  return [
    ...told(
      "Adds",
      preview.filter(({ isRenewed }) => !isRenewed),
    ),
    ...told(
      "Renews",
      preview.filter(({ isRenewed }) => isRenewed),
    ),
  ];
}
