import { addDays } from "../../../sca/values/calendar-date.ts";
import type { ReportDocument } from "../document/report-document.ts";
import { longDay } from "../figures.ts";
import type { LeverageLedger } from "../leverage-ledger.ts";
import type { PracticeWords } from "./practice-words.ts";

/** Days for the answer where nobody says by when. */
const DAYS_TO_ANSWER = 30;

/**
 * The payer's edition: a proposal letter to one payer with its exhibits. It holds no patient data, no other payer, no
 * count of 1 to 10 and nothing that such a count could be told from, and of our asks only the opening.
 *
 * @example payerReport(ledger, "Aetna", { name: "Harbor Recovery" }).isLetter is true
 */
export function payerReport(ledger: LeverageLedger, payer: string, practice: PracticeWords): ReportDocument {
  const { asOf } = ledger.records;
  const answerBy = practice.answerBy ?? addDays(asOf, DAYS_TO_ANSWER);
  return {
    title: `Proposal for a contract: ${practice.name ?? "[practice name]"} and ${payer}`,
    over: "Proposal",
    about: longDay(asOf),
    edition: "payer",
    isLetter: true,
    sections: [
      {
        heading: "By when",
        startsPage: false,
        blocks: [{ kind: "paragraph", text: ["Please answer by ", { strong: longDay(answerBy) }, "."] }],
      },
    ],
    notes: [],
  };
}
