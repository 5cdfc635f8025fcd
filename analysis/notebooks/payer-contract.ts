import { breakEven } from "../../sca/contracting/break-even.ts";
import { caseByCaseWork } from "../../sca/contracting/case-by-case-work.ts";
import { contractAsks } from "../../sca/contracting/contract-asks.ts";
import { requestsOfPayer } from "../../sca/contracting/contract-year.ts";
import type { ContractingAssumptions, PayerHabits } from "../../sca/contracting/contracting-facts.ts";
import type { CaseRecord } from "../../sca/measures/case-record.ts";
import { ledgerMeasures, type MeasureTerms } from "../../sca/measures/ledger-measures.ts";
import { measureOf } from "../../sca/measures/measure.ts";
import type { RevealedPrice } from "../../sca/rates/revealed-price.ts";
import type { PayerFacts } from "../report/editions/payer-facts.ts";

/** What of a payer's facts its asks and its break-even show. */
export type PayerContract = Pick<PayerFacts, "payer" | "measures" | "asks" | "breakEven" | "work" | "assumptions">;

/** What of a notebook's ledger they are reckoned from. */
export interface ContractedLedger {
  readonly cases: readonly CaseRecord[];
  readonly terms: MeasureTerms;
  readonly prices: readonly RevealedPrice[];
  readonly contracting: ContractingLedger;
}

/** What a contract is set against case by case with, beside the requests and the prices. */
export interface ContractingLedger {
  /** Requests of the twelve months that end on the as-of day, told when the page was built: its days are not here. */
  readonly ofYear: readonly string[];
  /** Contacts logged for a request; requests without one are left out. */
  readonly contacts: readonly (readonly [id: string, contacts: number])[];
  /** By the payer's name in small letters; of payers with a request. */
  readonly habits: readonly (readonly [payer: string, habits: PayerHabits])[];
  readonly assumptions: ContractingAssumptions;
}

/**
 * What a contract with one payer could be, by the functions that the leverage report calls: what to ask, and from where
 * it beats case by case. Payers compare without regard to case.
 *
 * @example contractOf(ledger, "Aetna").asks.asks[0]?.plan.opening?.figure
 */
export function contractOf({ cases, terms, prices, contracting }: ContractedLedger, payer: string): PayerContract {
  const { assumptions } = contracting;
  const own = requestsOfPayer(cases, payer);
  const name = (own[0]?.payer ?? payer).toLowerCase();
  const ofYear = new Set(contracting.ofYear);
  const contacts = new Map(contracting.contacts.map(([id, count]) => [id.toLowerCase(), count]));
  const asked = prices.filter((price) => price.payer.toLowerCase() === name);
  return {
    payer: own[0]?.payer ?? payer,
    measures: measureOf(ledgerMeasures(terms), own),
    asks: contractAsks(own, asked, new Map(contracting.habits).get(name) ?? null, assumptions),
    breakEven: breakEven(
      own.filter(({ id }) => ofYear.has(id)),
      contacts,
      assumptions,
    ),
    work: caseByCaseWork(own, contacts, assumptions),
    assumptions,
  };
}
