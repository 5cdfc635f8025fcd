import { numberIn, sameText, textIn } from "../../../sca/ledger/ledger-row.ts";
import { readTable } from "../../../sca/ledger/read-ledger.ts";
import type { LedgerContent, PlanValue } from "../../../sca/ledger/workbook-plan.ts";
import type { NamedOffer } from "../../../sca/rates/compare-offers.ts";
import { BASIS_WORDS, type UnitBasis } from "../../../sca/rates/unit-basis.ts";
import { MODEL_WORDS } from "../../../sca/tracker/review/code-words.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import type { RowValues } from "../../excel/excel-workbook.ts";
import { asSentence } from "../parts/as-sentence.ts";

/** Whose move it is. */
export type OfferSide = "Payer" | "Provider";

/**
 * The rows of Offers for a move: one a figure, with the words as they were said in its note, since a cap or "lesser of"
 * has no column of its own. A move in the payer's own schedule has no figure of ours.
 *
 * @example "140% of Medicare" by the payer: Side Payer, Rate model Percent of Medicare, Rate 140, Round 1
 */
export function offerRows(
  content: LedgerContent,
  caseId: string,
  side: OfferSide,
  { name, term }: NamedOffer,
  on: CalendarDate,
): RowValues[] {
  const round = roundOf(content, caseId, side);
  const row = (values: readonly (readonly [string, PlanValue])[]): RowValues =>
    new Map<string, PlanValue>([
      ["Case id", caseId],
      ["Round", round],
      ["Date", { day: on }],
      ["Side", side],
      ...values,
      ["Status", "Open"],
      ["Note", name],
    ]);
  if (term.model === "inNetwork") return [row([])];
  if (term.model === "caseRate") {
    return [
      row([
        ["Rate model", MODEL_WORDS.wordFor(term.model)],
        ["Rate", Number(`${term.cents}e-2`)],
      ]),
    ];
  }
  const { model } = term;
  return term.figures.map((figure) => {
    const basis: UnitBasis | null = "basis" in figure ? figure.basis : null;
    const code = figure.code === null ? null : [figure.code, ...figure.modifiers].join("-");
    return row([
      ...(code === null ? [] : [["Code", code] as const]),
      ["Rate model", MODEL_WORDS.wordFor(model)],
      ["Rate", figure.figure],
      ...(basis === null || basis === "unit" ? [] : [["Unit basis", asSentence(BASIS_WORDS[basis])] as const]),
    ]);
  });
}

/** The round of a side's next move: a side that has moved in the last round begins another. */
function roundOf(content: LedgerContent, caseId: string, side: OfferSide): number {
  const moves = (readTable(content, "Offers")?.rows ?? []).filter((row) => sameText(textIn(row, "Case id"), caseId));
  const last = Math.max(0, ...moves.map((row) => numberIn(row, "Round") ?? 0));
  const hasMoved = moves.some((row) => numberIn(row, "Round") === last && sameText(textIn(row, "Side"), side));
  return last === 0 || hasMoved ? last + 1 : last;
}
