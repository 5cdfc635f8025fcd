import { attemptsFor } from "../../../sca/contracting/access-evidence.ts";
import { contractAsks } from "../../../sca/contracting/contract-asks.ts";
import { requestsOfPayer } from "../../../sca/contracting/contract-year.ts";
import { payerDisclosure } from "../../../sca/contracting/payer-disclosure.ts";
import { accessAgainstStandards } from "../../../sca/ledger/access-records.ts";
import { isGranted } from "../../../sca/measures/approval-rate.ts";
import { addDays } from "../../../sca/values/calendar-date.ts";
import type { ReportDocument } from "../document/report-document.ts";
import { longDay } from "../figures.ts";
import type { LeverageLedger } from "../leverage-ledger.ts";
import { exhibits, SMALL_COUNT_NOTE } from "./payer/exhibits.ts";
import {
  byWhen,
  type LetterFacts,
  ourPlace,
  setsApart,
  whatWeAsk,
  whoWeAre,
  whyCaseByCaseFails,
} from "./payer/letter-sections.ts";
import type { PracticeWords } from "./practice-words.ts";

/** Days for the answer where nobody says by when. */
const DAYS_TO_ANSWER = 30;

/**
 * The payer's edition: a proposal letter to one payer in the order of such letters, with its exhibits. It holds no
 * patient data, no other payer, no count of 1 to 10 and nothing that such a count could be told from (`payerDisclosure`),
 * and of our numbers only the opening ask with its dollars. Same ledger, same words, same document.
 *
 * @example payerReport(ledger, "Aetna", { name: "Harbor Recovery" }).sections[0]?.heading is "Who we are"
 */
export function payerReport(ledger: LeverageLedger, payer: string, practice: PracticeWords): ReportDocument {
  const { cases, asOf, terms } = ledger.records;
  const { contacts, attempts, assumptions } = ledger;
  const own = requestsOfPayer(cases, payer);
  const name = own[0]?.payer ?? payer;
  const prices = ledger.prices.filter((price) => price.payer.toLowerCase() === name.toLowerCase());
  const facts: LetterFacts = {
    payer: name,
    practice,
    told: payerDisclosure({ cases, contacts, attempts, assumptions, higherDayRate: terms.higherDayRate }, name),
    asks: contractAsks(own, prices, ledger.payers.get(name.toLowerCase()) ?? null, assumptions),
    standards: accessAgainstStandards(ledger.records.access, attemptsFor(own.filter(isGranted), attempts)).standards,
    answerBy: practice.answerBy ?? addDays(asOf, DAYS_TO_ANSWER),
  };
  const from = [practice.name ?? "[practice name]", ...(practice.address ?? ["[address]"])].join(" · ");
  return {
    title: `Proposal for a network contract with ${name}`,
    over: from,
    about: longDay(asOf),
    edition: "payer",
    isLetter: true,
    sections: [
      ...[whoWeAre, ourPlace, setsApart, whyCaseByCaseFails, whatWeAsk, byWhen].map((section) => section(facts)),
      ...exhibits(facts),
    ],
    notes: [[SMALL_COUNT_NOTE]],
  };
}
