import type { BookOfBusiness } from "../../../../sca/contracting/book-of-business.ts";
import type { ReportSection, TableCell, Text } from "../../document/report-document.ts";
import { counted, inWords, percent, wholeDollars } from "../../figures.ts";
import { countCell, dollarsCell, figuresColumn, shareCell, table, weighted, wordsCell, wordsColumn } from "../cells.ts";
import { monthsOf } from "../month-words.ts";
import type { PayerFacts } from "../payer-facts.ts";

/** One agreement that holds more of the dollars than this is named: a mean over them would be its own. */
const LARGE_SHARE = 0.25;

/** How much business the payer is. */
export function businessSection(facts: PayerFacts): ReportSection {
  const { payer, book, year, span } = facts;
  const finding: Text =
    book.share.agreed === null
      ? [`${counted(book.requests, "request")} to ${payer}; no dollars have been agreed yet.`]
      : weighted(
          `${payer} stands behind `,
          percent(book.share.agreed),
          ` of the dollars agreed under all our single case agreements, and ${percent(book.share.granted ?? 0)} of the agreements.`,
        );
  return {
    heading: "Our business with this payer",
    startsPage: false,
    blocks: [
      { kind: "finding", text: finding, isHint: false },
      table(
        `Requests ${span === null ? "" : `${monthsOf(span)} `}and of the last twelve months (${monthsOf(year.span)})`,
        [
          wordsColumn(""),
          figuresColumn("Whole ledger"),
          figuresColumn("Share of all payers"),
          figuresColumn("Last twelve months"),
        ],
        rows(book, year.book),
      ),
      { kind: "paragraph", text: [delivered(book), " ", largest(book)] },
    ],
  };
}

function rows(book: BookOfBusiness, year: BookOfBusiness): TableCell[][] {
  const agreed = ({ agreed: { cents, inFull, inPart } }: BookOfBusiness): TableCell =>
    dollarsCell(inFull + inPart === 0 ? null : cents);
  return [
    [wordsCell("Requests"), countCell(book.requests), shareCell(book.share.requests), countCell(year.requests)],
    [wordsCell("Granted"), countCell(book.granted), shareCell(book.share.granted), countCell(year.granted)],
    [wordsCell("Patients with an agreement"), countCell(book.patients), wordsCell("–"), countCell(year.patients)],
    [wordsCell("Dollars agreed"), agreed(book), shareCell(book.share.agreed), agreed(year)],
    [
      wordsCell("Dollars received"),
      dollarsCell(book.received),
      shareCell(book.share.received),
      dollarsCell(year.received),
    ],
  ];
}

function delivered({ delivered: units }: BookOfBusiness): string {
  if (units.length === 0) return "No use of units is logged.";
  return `Delivered so far: ${inWords(units.map(({ unit, units: count }) => counted(count, UNIT_WORDS[unit] ?? unit, UNIT_PLURALS[unit] ?? `${unit}s`)))}.`;
}

const UNIT_WORDS: Readonly<Record<string, string>> = { "15 minutes": "quarter of an hour" };
const UNIT_PLURALS: Readonly<Record<string, string>> = { "15 minutes": "quarters of an hour" };

function largest({ largestShare, medianAgreed, agreed }: BookOfBusiness): string {
  if (largestShare === null || medianAgreed === null) return "";
  const told = agreed.inFull + agreed.inPart;
  const middle = `The middle agreement is ${wholeDollars(medianAgreed)}`;
  return told > 1 && largestShare > LARGE_SHARE
    ? `${middle}; the largest alone holds ${percent(largestShare)} of the dollars, so sums and means lean on it.`
    : `${middle}; the largest holds ${percent(largestShare)} of the dollars.`;
}
