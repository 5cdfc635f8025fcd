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
import { dayIn, type LedgerRow, numberIn, plainText, textIn } from "./ledger-row.ts";
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

/** The same of rows that were read before, or are about to be written. */
export function casesOfRows(rows: AgreementRows): TrackedCase[] {
  const periods = new RowIndex(rows.periods, "Case id");
  const lines = new RowIndex(rows.lines, "Case id");
  return rows.cases.flatMap((row): TrackedCase[] => {
    const id = textIn(row, "Case id");
    if (id === "") return [];
    const own = [...periods.all(id)].sort((a, b) => (numberIn(a, "Period") ?? 0) - (numberIn(b, "Period") ?? 0));
    const codes = lines.all(id);
    const notes = textIn(row, "Notes");
    return [
      {
        ...factsOf(row),
        id,
        source: { sheet: textIn(row, "Source sheet") || null, ...placeOf(textIn(row, "Source rows")) },
        services: servicesOf(codes, own.length === 1),
        periods: own.map((period) => periodOf(period, codes)),
        review: askedFields(row),
        notes: notes === "" ? [] : [{ at: "", heading: "Notes", text: notes }],
      },
    ];
  });
}

function factsOf(row: LedgerRow): CaseFacts {
  const facts: CaseFacts = {};
  const texts = [
    "payer",
    "patient",
    "memberId",
    "groupNumber",
    "levelOfCare",
    "denialReason",
    "contactName",
    "contactPhone",
    "contactEmail",
  ] as const;
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
function periodOf(row: LedgerRow, lines: readonly LedgerRow[]): TrackedPeriod {
  const { payer: _payer, patient: _patient, ...facts } = factsOf(row);
  const period: TrackedPeriod = { ...facts };
  for (const field of ["outcome", "model", "rate"] as const) {
    if (plainText(row.get(CASE_HEADINGS[field])).toLowerCase() === NOT_STATED.toLowerCase()) period[field] = null;
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
  const services = lines.filter((line) => id !== "" && textIn(line, "Period id").toLowerCase() === id);
  if (services.length > 0) period.services = services.map(serviceOf);
  return period;
}

function serviceOf(line: LedgerRow): TrackedService {
  const service: TrackedService = { code: textIn(line, "Code") };
  const modifiers = textIn(line, "Modifiers")
    .split(/[\s,]+/)
    .filter((modifier) => modifier !== "");
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

/** One service a code: units that were counted by authorization stay with the authorizations. */
function servicesOf(lines: readonly LedgerRow[], onlyPeriod: boolean): TrackedService[] {
  const services = new Map<string, TrackedService>();
  for (const line of lines) {
    const all = serviceOf(line);
    const { code: _code, modifiers: _modifiers, model: _model, rate: _rate, review: _review, ...figures } = all;
    const terms: TrackedService = { ...all };
    for (const figure of Object.keys(figures)) delete terms[figure as keyof typeof figures];
    const ofWholeCase = textIn(line, "Period id") === "" || onlyPeriod;
    const counts = ofWholeCase ? figures : {};
    const key = codeKey(terms);
    services.set(key, { ...terms, ...services.get(key), ...counts });
  }
  return [...services.values()];
}

/** The first part of "12-14, 40; also Closed 3"; what left the tracker has no place any more. */
function placeOf(text: string): { rows: number[]; columns?: string[] } {
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
