import type { AccessAgainstStandards } from "../../sca/adequacy/attempts-against-standards.ts";
import { accessEvidence } from "../../sca/contracting/access-evidence.ts";
import { requestsIn, yearTo } from "../../sca/contracting/contract-year.ts";
import type { AccessAttempt } from "../../sca/contracting/contracting-facts.ts";
import { accessAgainstStandards } from "../../sca/ledger/access-records.ts";
import type { LedgerRecords } from "../../sca/ledger/ledger-records.ts";
import type { LeftOut } from "../../sca/ledger/left-out.ts";
import type { CaseRecord } from "../../sca/measures/case-record.ts";
import { ledgerMeasures, type MeasureTerms } from "../../sca/measures/ledger-measures.ts";
import type { Measure } from "../../sca/measures/measure.ts";
import { type MeasuredGroup, measuresBy } from "../../sca/measures/measures-by.ts";
import { codeFamily } from "../../sca/rates/code-family.ts";
import type { RevealedPrice } from "../../sca/rates/revealed-price.ts";
import { LEVELS_OF_CARE } from "../../sca/tracker/vocabulary/levels-of-care.ts";
import { addDays, type CalendarDate, daysBetween, parseIsoDay } from "../../sca/values/calendar-date.ts";
import type { LeverageLedger } from "../report/leverage-ledger.ts";
import { type ContractedLedger, type ContractingLedger, contractOf, type PayerContract } from "./payer-contract.ts";
import { numbering, type TypedNames, typedNames } from "./typed-names.ts";

/**
 * A ledger as a notebook's page holds it: what measures count, and nothing that tells whose it is. Requests are numbered
 * in their order. What people typed freely is not here, apart from payers' names and codes.
 */
export interface NotebookLedger {
  /** The ledger's file, by its name alone. */
  readonly file: string;
  readonly asOf: CalendarDate;
  readonly cases: readonly CaseRecord[];
  readonly terms: MeasureTerms;
  /** Without examples, which are cells of the ledger. */
  readonly leftOut: readonly LeftOut[];
  /** What payers agreed to before, without its cases, rows and days. */
  readonly prices: readonly RevealedPrice[];
  /** In-network offices that were tried; each office is a number. */
  readonly attempts: readonly AccessAttempt[];
  /** What was offered in network against the standards that reach the plans, told when the page was built. */
  readonly adequacy: {
    readonly all: AccessAgainstStandards;
    /** In the order of the payers' names, as measures group them. */
    readonly payers: readonly MeasuredGroup<AccessAgainstStandards>[];
  };
  readonly contracting: ContractingLedger;
}

/** The fields that a measure leaves out while they are asked about. */
const ASKED = ["outcome", "payer", "trigger", "submitted", "decided"] as const;

/** Days of service are told from here, so that only their distances are left. */
const FIRST_DAY = parseIsoDay("2000-01-01");

/**
 * Takes out of a ledger what a notebook's figures do not need: names and numbers by which a request, a claim or an
 * authorization is known, days of requests and decisions, owners, and what was typed where a code or a level of care is
 * expected. Days of service and authorization keep their distances within a request. No figure changes by it; throws where one would.
 *
 * @example notebookLedger("tracker.ledger.xlsx", ledger).cases[0]?.id is "1"
 */
export function notebookLedger(file: string, ledger: LeverageLedger): NotebookLedger {
  const { records, prices, attempts } = ledger;
  const { asOf, terms, leftOut, cases } = records;
  const names = typedNames();
  const [caseOf, officeOf] = [numbering(), numbering()];
  const found: NotebookLedger = {
    file,
    asOf,
    terms,
    cases: cases.map((subject) => withoutNames(subject, caseOf(subject.id), names)),
    leftOut: leftOut.map((one) => ({ ...one, example: "…" })),
    prices: prices.map((price) => withoutCases(price, names)),
    attempts: attempts.map(({ caseId, office, waitDays, miles }) => ({
      caseId: caseOf(caseId),
      office: office === "" ? "" : officeOf(office),
      waitDays,
      miles,
      day: null,
      reason: "",
    })),
    adequacy: adequacyOf(records),
    contracting: contractingOf(ledger, caseOf),
  };
  const whole = { cases, terms, attempts, prices, contracting: contractingOf(ledger, (id) => id) };
  const [own, full] = [found, whole].map((of) => JSON.stringify(figuresOf(of)));
  if (own !== full) throw new Error("What was taken out of the notebook's ledger changes a figure.");
  return found;
}

/** With all facts, since a standard in business days needs the day of the call. */
function adequacyOf({ access, cases }: LedgerRecords): NotebookLedger["adequacy"] {
  const payers = new Map(cases.map(({ id, payer }) => [id.toLowerCase(), payer]));
  const against: Measure<readonly AccessAttempt[], AccessAgainstStandards, AccessAttempt> = {
    create: () => [],
    add: (attempts, attempt) => [...attempts, attempt],
    merge: (one, other) => [...one, ...other],
    value: (attempts) => withoutQuotes(accessAgainstStandards(access, attempts)),
  };
  const { all, groups } = measuresBy(
    against,
    access.attempts,
    ({ caseId }) => payers.get(caseId.toLowerCase()) ?? null,
  );
  return { all, payers: groups };
}

/** A reason may quote a cell. */
function withoutQuotes(found: AccessAgainstStandards): AccessAgainstStandards {
  const notJudged = found.notJudged.map(({ why, attempts }) => ({ why: why.replaceAll(/"[^"]*"/g, '"…"'), attempts }));
  return { ...found, notJudged };
}

function contractingOf(
  { records: { cases, asOf }, contacts, payers, assumptions }: LeverageLedger,
  caseOf: (id: string) => string,
): ContractingLedger {
  const named = new Set(cases.flatMap(({ payer }) => payer?.toLowerCase() ?? []));
  return {
    ofYear: requestsIn(cases, yearTo(asOf)).map(({ id }) => caseOf(id)),
    contacts: cases.flatMap(({ id }) => {
      const count = contacts.get(id.toLowerCase());
      return count === undefined ? [] : [[caseOf(id), count] as const];
    }),
    habits: [...payers].filter(([payer]) => named.has(payer)),
    assumptions,
  };
}

/** Everything that a page may tell of its requests. */
function figuresOf(ledger: ContractedLedger & Pick<NotebookLedger, "attempts">): unknown {
  const { cases, terms, attempts } = ledger;
  const payers = measuresBy(ledgerMeasures(terms), cases, ({ payer }) => payer);
  const contracts = payers.groups.flatMap(({ key }) =>
    key === null ? [] : [contractFigures(contractOf(ledger, key))],
  );
  return [payers, accessEvidence(cases, attempts), contracts];
}

/** Without the names of services, by which asks of the same dollars are also put in order. */
function contractFigures({ asks: { asks, policy }, breakEven, work }: PayerContract): unknown {
  const figures = asks.map(({ model, basis, plan: { opening, target, walkAway }, dollars }) =>
    JSON.stringify([model, basis, ...[opening, target, walkAway].map((number) => number?.figure ?? null), dollars]),
  );
  return [figures.sort(), policy, breakEven, work];
}

function withoutNames(subject: CaseRecord, id: string, names: TypedNames): CaseRecord {
  const numberOf = numbering();
  const periodOf = (known: string): string => (known === "" ? "" : `${id}.${numberOf(known)}`);
  const moved = dayMover(subject);
  return {
    ...subject,
    id,
    owner: null,
    review: ASKED.filter((field) => subject.review.includes(field)),
    levelOfCare: LEVELS_OF_CARE.find((level) => level === subject.levelOfCare) ?? null,
    submitted: null,
    decided: null,
    appealOutcome: /^upheld$/i.test(subject.appealOutcome) ? subject.appealOutcome : "",
    lines: subject.lines.map((line, at) => ({
      ...line,
      id: `${id}-${at + 1}`,
      code: names.code(line.code),
      family: names.service(codeFamily(line.code).id, line.family),
      periodId: periodOf(line.periodId),
    })),
    periods: subject.periods.map((period) => ({
      ...period,
      id: periodOf(period.id),
      firstDay: moved(period.firstDay),
      lastDay: moved(period.lastDay),
    })),
    claims: subject.claims.map((claim) => ({ ...claim, code: names.code(claim.code), day: moved(claim.day) })),
  };
}

function withoutCases(price: RevealedPrice, names: TypedNames): RevealedPrice {
  const family = names.service(price.familyId, price.family);
  return {
    ...price,
    family,
    familyId: family === price.family ? price.familyId : family,
    code: price.code === null ? null : names.code(price.code),
    codes: price.codes.map(names.code),
    caseIds: [],
    sources: [],
    since: null,
    until: null,
  };
}

/** Moves the days of a request together, its first one to FIRST_DAY. */
function dayMover({ periods, claims }: CaseRecord): (day: CalendarDate | null) => CalendarDate | null {
  const days = [...periods.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay]), ...claims.map(({ day }) => day)];
  const [first] = days.filter((day) => day !== null).sort();
  return (day) =>
    day === null || first === undefined || FIRST_DAY === null ? null : addDays(FIRST_DAY, daysBetween(first, day));
}
