import type { AccessAgainstStandards } from "../../../sca/adequacy/attempts-against-standards.ts";
import { type AccessEvidence, accessEvidence, attemptsFor } from "../../../sca/contracting/access-evidence.ts";
import { type BookOfBusiness, bookOfBusiness } from "../../../sca/contracting/book-of-business.ts";
import { type BreakEven, breakEven } from "../../../sca/contracting/break-even.ts";
import { type CaseByCaseWork, caseByCaseWork } from "../../../sca/contracting/case-by-case-work.ts";
import { type ContractAsks, contractAsks } from "../../../sca/contracting/contract-asks.ts";
import { requestsIn, requestsOfPayer, type Span, spanOf, yearTo } from "../../../sca/contracting/contract-year.ts";
import type { ContractingAssumptions } from "../../../sca/contracting/contracting-facts.ts";
import { type RevenueAtRisk, revenueAtRisk } from "../../../sca/contracting/revenue-at-risk.ts";
import { type Underpayment, underpayments } from "../../../sca/contracting/underpayments.ts";
import { accessAgainstStandards } from "../../../sca/ledger/access-records.ts";
import type { LeftOut } from "../../../sca/ledger/left-out.ts";
import type { CaseRecord } from "../../../sca/measures/case-record.ts";
import { type LedgerMeasures, ledgerMeasures } from "../../../sca/measures/ledger-measures.ts";
import { measureOf } from "../../../sca/measures/measure.ts";
import { familiesOf, partOfFamily } from "../../../sca/measures/part-of-family.ts";
import type { RevealedPrice } from "../../../sca/rates/revealed-price.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import type { LeverageLedger } from "../leverage-ledger.ts";

/** Everything that is said of one payer, once: both editions show it, each what is its own. */
export interface PayerFacts {
  readonly payer: string;
  readonly asOf: CalendarDate;
  readonly cases: readonly CaseRecord[];
  /** The first and the last request; null where no day is known. */
  readonly span: Span | null;
  readonly measures: LedgerMeasures;
  /** The parts of the requests under each code family, by name. */
  readonly families: ReadonlyMap<string, readonly CaseRecord[]>;
  readonly book: BookOfBusiness;
  /** The same of the last twelve months. */
  readonly year: { readonly span: Span; readonly book: BookOfBusiness };
  readonly risk: RevenueAtRisk;
  readonly asks: ContractAsks;
  /** Of the last twelve months; null where no dollars were agreed in them. */
  readonly breakEven: BreakEven | null;
  readonly evidence: AccessEvidence;
  /** The same attempts against the standards that reach the plans. */
  readonly standards: AccessAgainstStandards;
  readonly work: CaseByCaseWork;
  readonly underpaid: readonly Underpayment[];
  readonly prices: readonly RevealedPrice[];
  readonly assumptions: ContractingAssumptions;
  /** Of the whole ledger: what is left out is told before it is known whose it is. */
  readonly leftOut: readonly LeftOut[];
}

/** Gathers the facts of a payer; payers compare without regard to case. */
export function payerFacts(ledger: LeverageLedger, payer: string): PayerFacts {
  const { records, assumptions } = ledger;
  const { asOf, terms } = records;
  const cases = requestsOfPayer(records.cases, payer);
  const name = cases[0]?.payer ?? payer;
  const year = yearTo(asOf);
  const ofYear = requestsIn(cases, year);
  const prices = ledger.prices.filter((price) => price.payer.toLowerCase() === name.toLowerCase());
  const families = [...new Set(cases.flatMap(familiesOf))].sort();
  return {
    payer: name,
    asOf,
    cases,
    span: spanOf(cases),
    measures: measureOf(ledgerMeasures(terms), cases),
    families: new Map(
      families.map((family) => [
        family,
        cases.filter((subject) => familiesOf(subject).includes(family)).map((subject) => partOfFamily(subject, family)),
      ]),
    ),
    book: bookOfBusiness(cases, records.cases, ledger.patients),
    year: { span: year, book: bookOfBusiness(ofYear, requestsIn(records.cases, year), ledger.patients) },
    risk: revenueAtRisk(cases, terms, asOf),
    asks: contractAsks(cases, prices, ledger.payers.get(name.toLowerCase()) ?? null, assumptions),
    breakEven: breakEven(ofYear, ledger.contacts, assumptions),
    evidence: accessEvidence(cases, ledger.attempts),
    standards: accessAgainstStandards(records.access, attemptsFor(cases, ledger.attempts)),
    work: caseByCaseWork(cases, ledger.contacts, assumptions),
    underpaid: underpayments(cases, ledger.claims),
    prices,
    assumptions,
    leftOut: records.leftOut,
  };
}
