import { medianOf } from "../../../../sca/measures/bag.ts";
import type { ReportSection } from "../../document/report-document.ts";
import { counted, percent } from "../../figures.ts";
import { countCell, figuresColumn, shareCell, table, wordsCell, wordsColumn } from "../cells.ts";
import type { PayerFacts } from "../payer-facts.ts";

/** Fewer negotiations than this are a hint. */
const FEWEST_NEGOTIATIONS = 20;

/** How far the payer moves, and how much of our first ask is left. */
export function offersSection({ payer, measures, cases }: PayerFacts): ReportSection {
  const { rateYield, asks, movement, offers, notCompared } = measures.negotiation;
  const negotiations = cases.flatMap((subject) => subject.negotiations);
  const rounds = medianOf(negotiations.map(({ moves }) => moves.length));
  const agreed = negotiations.filter((one) => one.agreed !== null).length;
  const isNone = movement === null && rateYield === null;
  return {
    heading: "Offers and how they moved",
    startsPage: false,
    blocks: [
      {
        kind: "finding",
        isHint: !isNone && Math.max(asks, offers) < FEWEST_NEGOTIATIONS,
        text: isNone
          ? [`No negotiation with ${payer} has both an offer and an agreed rate that can be compared.`]
          : [
              movement === null ? "" : `${moved(payer, movement)} in the median of ${counted(offers, "negotiation")}. `,
              rateYield === null ? "" : `What was agreed is ${percent(rateYield)} of our first ask.`,
            ],
      },
      table(
        "Negotiations from the sheet Offers, one for each code of a case",
        [wordsColumn(""), figuresColumn("Median"), figuresColumn("Negotiations")],
        [
          [wordsCell("Agreed over our first ask"), shareCell(rateYield), countCell(asks)],
          [wordsCell("How far the payer moved from its first offer"), shareCell(movement), countCell(offers)],
          [
            wordsCell("Figures exchanged"),
            wordsCell(rounds === null ? "–" : String(rounds)),
            countCell(negotiations.length),
          ],
        ],
      ),
      {
        kind: "paragraph",
        text: [
          `${agreed} of ${counted(negotiations.length, "negotiation")} ended in an agreed rate.${notCompared === 0 ? "" : ` ${notCompared} of them ${notCompared === 1 ? "has" : "have"} rates of different kinds that cannot be set against each other.`}`,
        ],
      },
    ],
  };
}

/** Less than half a percent is no move. */
function moved(payer: string, movement: number): string {
  const share = percent(Math.abs(movement));
  if (share === percent(0)) return `${payer} stayed at its own first offer`;
  return `${payer} ended ${share} ${movement < 0 ? "under" : "over"} its own first offer`;
}
