import { codeKey } from "../measures/agreed-lines.ts";
import {
  COST_SHARING_WORDS,
  MODEL_WORDS,
  OUTCOME_WORDS,
  TRIGGER_WORDS,
  YES_NO_WORDS,
} from "../tracker/review/code-words.ts";
import type { CaseFacts, TrackedCase, TrackedPeriod, TrackedService } from "../tracker/tracked-case.ts";
import { askedFields } from "./asked-fields.ts";
import { CASE_HEADINGS } from "./case-headings.ts";
import { RowIndex } from "./ledger-index.ts";
import { dayIn, type LedgerRow, numberIn, sameText, textIn } from "./ledger-row.ts";
import { NOT_STATED } from "./ledger-words.ts";
import { placeOfService } from "./pricing-settings.ts";
import { readTable } from "./read-ledger.ts";
import type { LedgerContent } from "./workbook-plan.ts";

/** The rows that cases are told by. */
export interface AgreementRows {
  readonly cases: readonly LedgerRow[];
  readonly periods: readonly LedgerRow[];
  readonly lines: readonly LedgerRow[];
}

/**
 * The cases as the ledger now tells them, with everything that people corrected, added or entered in it: what measures
 * and letters work on, and what they are still asked. A word that is none of the ledger's (an outcome "Closed") counts
 * as not stated. Rows without a case id are passed over.
 *
 * @example casesFromLedger(content).filter((entry) => entry.payer === "Aetna").length
 */
export function casesFromLedger(content: LedgerContent): TrackedCase[] {
  const rows = (table: string): readonly LedgerRow[] => readTable(content, table)?.rows ?? [];
  return casesOfRows({
    cases: rows("Cases"),
    periods: rows("AuthorizationPeriods"),
    lines: rows("ServiceLines"),
  });
}

/** Authorizations and service lines by their case. */
export interface RowsOfCases {
  readonly periods: RowIndex;
  readonly lines: RowIndex;
}

export function rowsOfCases(rows: AgreementRows): RowsOfCases {
  return { periods: new RowIndex(rows.periods, "Case id"), lines: new RowIndex(rows.lines, "Case id") };
}

/** The same of rows that were read before, or are about to be written. */
export function casesOfRows(rows: AgreementRows, { periods, lines }: RowsOfCases = rowsOfCases(rows)): TrackedCase[] {
  const cases: TrackedCase[] = [];
  for (const row of rows.cases) {
    const id = textIn(row, "Case id");
    if (id === "") continue;
    const own = inOrder(periods.all(id));
    const codes = lines.all(id).map(codeLine);
    const notes = textIn(row, "Notes");
    cases.push(
      Object.assign(factsOf(row, CASE_TEXTS), {
        id,
        source: { sheet: textIn(row, "Source sheet") || null, ...placeOf(textIn(row, "Source rows")) },
        services: servicesOf(codes, own.length === 1),
        periods: own.map((period) => periodOf(period, codes)),
        review: askedFields(row),
        notes: notes === "" ? [] : [{ at: "", heading: "Notes", text: notes }],
      }),
    );
  }
  return cases;
}

/** The authorizations of a case by their number. */
export function inOrder(periods: readonly LedgerRow[]): readonly LedgerRow[] {
  if (periods.length < 2) return periods;
  return [...periods].sort((a, b) => (numberIn(a, "Period") ?? 0) - (numberIn(b, "Period") ?? 0));
}

const PERIOD_TEXTS = [
  "memberId",
  "groupNumber",
  "levelOfCare",
  "denialReason",
  "contactName",
  "contactPhone",
  "contactEmail",
] as const;
const CASE_TEXTS = ["payer", "patient", ...PERIOD_TEXTS] as const;

function factsOf(row: LedgerRow, texts: readonly (typeof CASE_TEXTS)[number][]): CaseFacts {
  const facts: CaseFacts = {};
  for (const field of texts) {
    const text = textIn(row, CASE_HEADINGS[field]);
    if (text !== "") facts[field] = text;
  }
  for (const field of ["dob", "submitted", "decided"] as const) {
    const day = dayIn(row, CASE_HEADINGS[field]);
    if (day !== null) facts[field] = day;
  }
  const rate = numberIn(row, CASE_HEADINGS.rate);
  if (rate !== null) facts.rate = rate;
  const outcome = OUTCOME_WORDS.codeFor(row.get(CASE_HEADINGS.outcome));
  if (outcome !== null) facts.outcome = outcome;
  const trigger = TRIGGER_WORDS.codeFor(row.get(CASE_HEADINGS.trigger));
  if (trigger !== null) facts.trigger = trigger;
  const model = MODEL_WORDS.codeFor(row.get(CASE_HEADINGS.model));
  if (model !== null) facts.model = model;
  const sharing = COST_SHARING_WORDS.codeFor(row.get(CASE_HEADINGS.costSharing));
  if (sharing !== null) facts.costSharing = sharing;
  const written = row.get(CASE_HEADINGS.writtenConfirmation);
  const confirmed = typeof written === "boolean" ? written : YES_NO_WORDS.codeFor(written);
  if (confirmed !== null) facts.writtenConfirmation = confirmed;
  return facts;
}

/** The looked-up Patient and Payer of a period are the case's, not its own. */
function periodOf(row: LedgerRow, lines: readonly CodeLine[]): TrackedPeriod {
  const period: TrackedPeriod = factsOf(row, PERIOD_TEXTS);
  for (const field of ["outcome", "model", "rate"] as const) {
    if (period[field] === undefined && sameText(textIn(row, CASE_HEADINGS[field]), NOT_STATED)) period[field] = null;
  }
  const number = textIn(row, "Auth number");
  if (number !== "") period.authNumber = number;
  const start = dayIn(row, "First covered day");
  if (start !== null) period.authStart = start;
  const end = dayIn(row, "Last covered day");
  if (end !== null) period.authEnd = end;
  const authorized = numberIn(row, "Units authorized");
  if (authorized !== null) period.unitsAuthorized = authorized;
  const used = numberIn(row, "Units used");
  if (used !== null) period.unitsUsed = used;
  const asked = askedFields(row);
  if (asked.length > 0) period.review = asked;
  const id = textIn(row, "Period id").toLowerCase();
  const own = id === "" ? [] : lines.filter(({ periodId }) => periodId === id);
  if (own.length > 0) period.services = own.map(({ service }) => service);
  return period;
}

/** A code as one row has it, with the authorization that it is counted by, in small letters; blank for none. */
interface CodeLine {
  readonly service: TrackedService;
  readonly periodId: string;
}

function codeLine(row: LedgerRow): CodeLine {
  return { service: serviceOf(row), periodId: textIn(row, "Period id").toLowerCase() };
}

function serviceOf(line: LedgerRow): TrackedService {
  const service: TrackedService = { code: textIn(line, "Code") };
  const modifiers = modifiersOf(line);
  if (modifiers.length > 0) service.modifiers = modifiers;
  const model = MODEL_WORDS.codeFor(line.get("Rate model"));
  if (model !== null) service.model = model;
  const rate = numberIn(line, "Agreed rate");
  if (rate !== null) service.rate = rate;
  const units = numberIn(line, "Units authorized");
  if (units !== null) service.units = units;
  const used = numberIn(line, "Units used");
  if (used !== null) service.unitsUsed = used;
  const place = placeOfService(line);
  if (place !== "") service.placeOfService = place;
  const own = numberIn(line, "Own benchmark");
  if (own !== null) service.ownBenchmark = own;
  const basis = textIn(line, "Unit basis");
  if (basis !== "") service.unitBasis = basis;
  const charge = numberIn(line, "Billed charge");
  if (charge !== null) service.billedCharge = charge;
  const asked = askedFields(line, true);
  if (asked.length > 0) service.review = asked;
  return service;
}

/** The modifiers that a line's cell names. */
export function modifiersOf(line: LedgerRow): string[] {
  const text = textIn(line, "Modifiers");
  return text === "" ? [] : text.split(/[\s,]+/).filter((modifier) => modifier !== "");
}

/** One service a code: units that were counted by authorization stay with the authorizations. */
function servicesOf(lines: readonly CodeLine[], onlyPeriod: boolean): TrackedService[] {
  const services = new Map<string, TrackedService>();
  for (const { service, periodId } of lines) {
    const key = codeKey(service);
    const known = services.get(key);
    const ofWholeCase = periodId === "" || onlyPeriod;
    if (known === undefined) services.set(key, ofWholeCase ? service : termsOf(service));
    else services.set(key, { ...termsOf(service), ...known, ...(ofWholeCase ? figuresOf(service) : {}) });
  }
  return [...services.values()];
}

/** What was agreed for a code, without what was counted or typed beside one of its lines. */
function termsOf({ code, modifiers, model, rate, review }: TrackedService): TrackedService {
  const terms: TrackedService = { code };
  if (modifiers !== undefined) terms.modifiers = modifiers;
  if (model !== undefined) terms.model = model;
  if (rate !== undefined) terms.rate = rate;
  if (review !== undefined) terms.review = review;
  return terms;
}

function figuresOf(service: TrackedService): Partial<TrackedService> {
  const { code: _code, modifiers: _modifiers, model: _model, rate: _rate, review: _review, ...figures } = service;
  return figures;
}

/** The first part of "12-14, 40; also Closed 3"; what left the tracker has no place any more. */
function placeOf(text: string): { rows: number[]; columns?: string[] } {
  if (text === "") return { rows: [] };
  const [own = ""] = text.split(";");
  const columns = /^columns? (.+)$/.exec(own)?.[1];
  if (columns !== undefined) return { rows: [], columns: columns.split(", ") };
  const rows = own.split(", ").flatMap((part) => {
    const range = /^(\d+)(?:-(\d+))?$/.exec(part);
    if (range === null) return [];
    const first = Number(range[1]);
    const last = Number(range[2] ?? range[1]);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return { rows };
}
