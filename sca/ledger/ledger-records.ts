import { agreedAmountOf } from "../measures/agreed-amount.ts";
import { isGranted } from "../measures/approval-rate.ts";
import type { CaseRecord, RateRecord } from "../measures/case-record.ts";
import type { MeasureTerms } from "../measures/ledger-measures.ts";
import { waitOf } from "../measures/turnaround.ts";
import type { TrackedCase } from "../tracker/tracked-case.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import { type AccessRecords, accessRecords } from "./access-records.ts";
import { ASKED, DOLLAR_FIELDS, namesAny } from "./asked-fields.ts";
import { fillCalculatedColumns } from "./calculated-columns.ts";
import { calculateOffers } from "./calculated-offers.ts";
import { type AgreementRows, casesOfRows, rowsOfCases } from "./cases-from-ledger.ts";
import { claimsByCase, claimsUnder, noteStrangers } from "./claim-rows.ts";
import { noteSameClaims, noteSameIds } from "./doubled-rows.ts";
import { tellSettings, tellTables } from "./ledger-gaps.ts";
import { type FormulaSettings, RowIndex } from "./ledger-index.ts";
import { isBlank, type LedgerRow, numberIn, sameText, textIn } from "./ledger-row.ts";
import { type LeftOut, LeftOutList } from "./left-out.ts";
import { negotiationRecords } from "./negotiation-records.ts";
import { ratesOnLines } from "./payer-price-rows.ts";
import { ledgerFromContent, type ReadTable } from "./read-ledger.ts";
import { readableRows } from "./readable-rows.ts";
import { familyNames, lineRecord, periodRecord, wholeRate } from "./record-parts.ts";
import { type RowsAsOf, rowsAsOf } from "./rows-as-of.ts";
import { HIGHER_DAY_RATE, REVENUE_BASELINE } from "./settings.ts";
import { formulaSettings, holidayRows, settingValues } from "./settings-sheet.ts";
import { noteUnknownPeriods } from "./unknown-periods.ts";
import type { LedgerContent } from "./workbook-plan.ts";

/** A ledger as measures count it, on a day. */
export interface LedgerRecords {
  readonly asOf: CalendarDate;
  readonly cases: readonly CaseRecord[];
  readonly terms: MeasureTerms;
  readonly access: AccessRecords;
  /** What no measure counts, and why. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * The ledger as it stood on a day, for measures, charts and reports: null where the content holds no ledger. Requests
 * sent later are out, what was decided later is pending, later offers and services are not there yet. What a workbook
 * saved as results of formulas is taken as it stands; where a program wrote rows without results, and for cases that the
 * day changes, the same functions give them that planLedger uses.
 *
 * @example measuresBy(ledgerMeasures(records.terms), records.cases, ({ payer }) => payer).all.approval.rate
 */
export function ledgerRecords(content: LedgerContent, asOf: CalendarDate): LedgerRecords | null {
  return countedLedger(content, asOf)?.records ?? null;
}

/** The same with the rows behind it as they stood on the day, calculated columns filled: for what measures leave aside. */
export function countedLedger(
  content: LedgerContent,
  asOf: CalendarDate,
): { readonly records: LedgerRecords; readonly rows: AgreementRows } | null {
  const tables = ledgerFromContent(content);
  if (!tables.has("Cases")) return null;
  const leftOut = new LeftOutList();
  tellTables(content, tables, leftOut);
  const read = (name: string): LedgerRow[] => readableRows(name, tables.get(name), leftOut);
  const typed = { cases: read("Cases"), periods: read("AuthorizationPeriods"), lines: read("ServiceLines") };
  const rows = rowsAsOf(typed, asOf, leftOut);
  const values = settingValues(content);
  tellSettings(content, values, leftOut);
  const settings = formulaSettings(values, holidayRows(tables.get("Holidays") ?? null), asOf);
  const offers = read("Offers");
  compute(rows, offers, tables, settings);
  noteUnknownPeriods(rows.lines, typed.periods, leftOut);
  noteSameIds(rows.periods, "AuthorizationPeriods", leftOut);
  noteSameIds(rows.lines, "ServiceLines", leftOut);

  const claimRows = read("Claims");
  const claims = claimsByCase(claimRows, asOf, leftOut);
  const offersOf = new RowIndex(offers, "Case id");
  const ofCases = rowsOfCases(rows);
  const benchmarks = ratesOnLines(rows, ofCases);
  const subjects = casesOfRows(rows, ofCases);
  const familyOf = familyNames();
  const cases = rows.cases.map((row, at): CaseRecord => {
    const id = textIn(row, "Case id");
    const subject = subjects[at] ?? emptyCase(id);
    noteOutcome(row, subject, leftOut);
    const lines = ofCases.lines.all(id).map((line) => lineRecord(line, familyOf));
    const periods = ofCases.periods.all(id).map((period) => periodRecord(period, lines));
    const { outcome, review, submitted = null, decided = null } = subject;
    const facts = { outcome, review, submitted, decided };
    const rateOfCase = isGranted(facts) && !namesAny(textIn(row, ASKED), DOLLAR_FIELDS) ? ownRate(row, periods) : null;
    const payer = (subject.payer ?? "").trim();
    return {
      id,
      outcome,
      review,
      submitted,
      decided,
      payer: payer === "" || review.includes("payer") ? null : payer,
      trigger: review.includes("trigger") ? null : (subject.trigger ?? null),
      levelOfCare: subject.levelOfCare ?? null,
      owner: textIn(row, "Owner") || null,
      appealOutcome: textIn(row, "Appeal outcome").trim(),
      wait: waitOf(facts, asOf, settings.holidays),
      agreed: agreedAmountOf(subject, benchmarks),
      lines,
      periods,
      negotiations: negotiationRecords(offersOf.all(id), lines, rateOfCase, asOf, leftOut),
      claims: claimsUnder(facts, id, claims, leftOut),
    };
  });
  noteStrangers(offers, "Offers", rows.cases, leftOut);
  noteStrangers(claimRows, "Claims", rows.cases, leftOut);
  noteSameClaims(claimRows, cases, asOf, leftOut);
  const tried = read("AccessAttempts");
  const access = accessRecords({ tried, cases: rows.cases, values, holidays: settings.holidays, asOf }, leftOut);
  noteStrangers(tried, "AccessAttempts", rows.cases, leftOut);
  const paysByClaims = cases.some((subject) => isGranted(subject) && subject.claims.some(({ paid }) => paid !== null));
  const numbers: LedgerRow = new Map(values);
  const terms: MeasureTerms = {
    basis: paysByClaims ? "received" : "expected",
    baselinePercent: numberIn(numbers, REVENUE_BASELINE) ?? 0,
    higherDayRate: positive(numberIn(numbers, HIGHER_DAY_RATE)),
  };
  return { records: { asOf, cases, terms, access, leftOut: leftOut.all() }, rows };
}

/** A column that a formula fills in every row with a case id: where it is blank, nobody has computed the row. */
const NEVER_BLANK = { periods: "Use counted to", lines: "Medicare rate", offers: "Compared with" };

export const NEEDED_OF_LINES = [
  "Outcome that applies",
  "In question",
  "Model that applies",
  "Rate that applies",
  "Units that apply",
  "Expected dollars",
  "Medicare dollars",
  "Multiple of Medicare",
  "Rate is per",
];
export const NEEDED_OF_PERIODS = ["Outcome that applies", "In question", "Model that applies", "Rate that applies"];
export const NEEDED_OF_OFFERS = ["Unit that applies", "Equivalent dollars per unit"];

/** Fills calculated columns where the workbook has no result for them, or one of another day. */
function compute(
  rows: RowsAsOf,
  offers: readonly LedgerRow[],
  tables: ReadonlyMap<string, ReadTable>,
  settings: FormulaSettings,
): void {
  const lacks = (table: string, needed: readonly string[]): boolean =>
    needed.some((heading) => tables.get(table)?.headings.includes(heading) === false);
  const all = lacks("ServiceLines", NEEDED_OF_LINES) || lacks("AuthorizationPeriods", NEEDED_OF_PERIODS);
  const stale = new Set(rows.changed);
  for (const name of ["AuthorizationPeriods", "ServiceLines", "Offers"]) {
    for (const { kind, of } of tables.get(name)?.flaws ?? []) {
      if (kind === "error" && of !== null) stale.add(textIn(of, "Case id").toLowerCase());
    }
  }
  const witness = (table: readonly LedgerRow[], heading: string): void => {
    for (const row of table) {
      if (all || isBlank(row.get(heading))) stale.add(textIn(row, "Case id").toLowerCase());
    }
  };
  witness(rows.periods, NEVER_BLANK.periods);
  witness(rows.lines, NEVER_BLANK.lines);
  const of = (table: readonly LedgerRow[]): LedgerRow[] =>
    table.filter((row) => stale.has(textIn(row, "Case id").toLowerCase()));
  if (stale.size > 0) {
    fillCalculatedColumns(
      {
        cases: of(rows.cases),
        periods: of(rows.periods),
        lines: of(rows.lines),
        payers: [],
        review: [],
        claims: [],
        rates: tables.get("MedicareRates")?.rows ?? [],
      },
      settings,
    );
  }
  const allOffers = lacks("Offers", NEEDED_OF_OFFERS);
  const open = offers.filter(
    (row) => allOffers || isBlank(row.get(NEVER_BLANK.offers)) || stale.has(textIn(row, "Case id").toLowerCase()),
  );
  if (open.length > 0) {
    calculateOffers(open, { cases: rows.cases, lines: rows.lines, prices: [], costPerUnit: null });
  }
}

/** The rate of a case without codes: its latest granted authorization's, else its own. */
function ownRate(row: LedgerRow, periods: CaseRecord["periods"]): RateRecord | null {
  const ofPeriod = periods.filter((period) => period.isGranted && period.rate !== null).at(-1)?.rate;
  return ofPeriod ?? wholeRate(row, "Rate model", "Agreed rate", []);
}

function noteOutcome(row: LedgerRow, subject: TrackedCase, leftOut: LeftOutList): void {
  const text = textIn(row, "Outcome");
  if (subject.review.includes("outcome")) leftOut.add("asked-outcome", "Cases", "Outcome", subject.id);
  else if (text !== "" && subject.outcome === undefined) leftOut.add("unknown-outcome", "Cases", "Outcome", text);
  if (subject.outcome !== "denied") return;
  const isWon = ["overturned", "partly overturned"].some((word) => sameText(textIn(row, "Appeal outcome"), word));
  if (isWon) leftOut.add("won-but-denied", "Cases", "Appeal outcome", subject.id);
}

function emptyCase(id: string): TrackedCase {
  return { id, source: { sheet: null, rows: [] }, services: [], periods: [], review: [], notes: [] };
}

function positive(figure: number | null): number | null {
  return figure !== null && figure > 0 ? figure : null;
}
