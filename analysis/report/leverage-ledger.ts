import type {
  AccessAttempt,
  ContractingAssumptions,
  NumberedClaim,
  PayerHabits,
} from "../../sca/contracting/contracting-facts.ts";
import { countedLedger, type LedgerRecords } from "../../sca/ledger/ledger-records.ts";
import { dayIn, type LedgerRow, numberIn, textIn } from "../../sca/ledger/ledger-row.ts";
import { LeftOutList } from "../../sca/ledger/left-out.ts";
import { ledgerPrices } from "../../sca/ledger/payer-price-rows.ts";
import { isYes } from "../../sca/ledger/pricing-settings.ts";
import { ledgerFromContent } from "../../sca/ledger/read-ledger.ts";
import { readableRows } from "../../sca/ledger/readable-rows.ts";
import { claimRecord } from "../../sca/ledger/record-parts.ts";
import {
  BAND_HIGH,
  BAND_LOW,
  CONTRACT_HOURS,
  COST_PER_UNIT,
  COUNT_OWN,
  HOUR_COST,
  HOURS_PER_REQUEST,
} from "../../sca/ledger/settings.ts";
import { settingValues } from "../../sca/ledger/settings-sheet.ts";
import type { LedgerContent } from "../../sca/ledger/workbook-plan.ts";
import { bandOf, DEFAULT_BANDS } from "../../sca/rates/negotiation-bands.ts";
import { readPayerPolicy } from "../../sca/rates/payer-policy.ts";
import type { RevealedPrice } from "../../sca/rates/revealed-price.ts";
import type { CalendarDate } from "../../sca/values/calendar-date.ts";

/** A ledger as a negotiation needs it, on a day: what measures count, and what they leave aside. No patient's name. */
export interface LeverageLedger {
  readonly records: LedgerRecords;
  /** Whose case it is, as a number that stands for nobody outside of this ledger; by the case's id in small letters. */
  readonly patients: ReadonlyMap<string, number>;
  /** Contacts logged with the payer; by the case's id in small letters. */
  readonly contacts: ReadonlyMap<string, number>;
  readonly attempts: readonly AccessAttempt[];
  readonly claims: readonly NumberedClaim[];
  /** By the payer's name in small letters. */
  readonly payers: ReadonlyMap<string, PayerHabits>;
  /** What payers agreed to before the day. */
  readonly prices: readonly RevealedPrice[];
  readonly assumptions: ContractingAssumptions;
}

/**
 * The ledger for the leverage reports, as it stood on a day: null where the content holds no ledger. Attempts, contacts
 * and claims of a later day, and of cases that are not counted on it, are out. Patients become numbers here, so that no
 * report can name one.
 *
 * @example leverageLedger(content, asOf)?.records.cases.length
 */
export function leverageLedger(content: LedgerContent, asOf: CalendarDate): LeverageLedger | null {
  const counted = countedLedger(content, asOf);
  if (counted === null) return null;
  const { records, rows } = counted;
  const tables = ledgerFromContent(content);
  const isKnown = new Set(records.cases.map(({ id }) => id.toLowerCase()));
  const upToDay = (table: string, heading: string): LedgerRow[] =>
    readableRows(table, tables.get(table), new LeftOutList()).filter(
      (row) => isKnown.has(idIn(row)) && (dayIn(row, heading) ?? asOf) <= asOf,
    );
  const values = settingValues(content);
  return {
    records,
    patients: patientsOf(rows.cases),
    contacts: counts(upToDay("FollowUps", "Date").map(idIn)),
    attempts: records.access.attempts,
    claims: upToDay("Claims", "Date of service").map((row) => ({
      caseId: textIn(row, "Case id"),
      number: textIn(row, "Claim number").trim(),
      claim: claimRecord(row),
    })),
    payers: new Map(
      readableRows("Payers", tables.get("Payers"), new LeftOutList()).map((row) => [
        textIn(row, "Payer").trim().toLowerCase(),
        habitsOf(row),
      ]),
    ),
    prices: ledgerPrices(rows, asOf, isYes(values, COUNT_OWN)),
    assumptions: assumptionsOf(new Map(values)),
  };
}

function idIn(row: LedgerRow): string {
  return textIn(row, "Case id").toLowerCase();
}

/** One person where name and date of birth are the same, or name and member id where the date is blank. */
function patientsOf(cases: readonly LedgerRow[]): Map<string, number> {
  const known = new Map<string, number>();
  return new Map(
    cases.map((row) => {
      const name = textIn(row, "Patient").trim().toLowerCase();
      const more = textIn(row, "Date of birth") || textIn(row, "Member id");
      const key = name === "" ? `case ${idIn(row)}` : `${name}|${more}`;
      const number = known.get(key) ?? known.size + 1;
      known.set(key, number);
      return [idIn(row), number];
    }),
  );
}

function counts(keys: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}

function habitsOf(row: LedgerRow): PayerHabits {
  const [low, high] = [numberIn(row, "Band low"), numberIn(row, "Band high")];
  return {
    band: low === null || high === null ? null : bandOf(low, high, DEFAULT_BANDS.ofMedicare),
    policy: readPayerPolicy(textIn(row, "Rate policy")),
  };
}

function assumptionsOf(values: LedgerRow): ContractingAssumptions {
  const cost = numberIn(values, COST_PER_UNIT);
  const band = bandOf(numberIn(values, BAND_LOW) ?? 0, numberIn(values, BAND_HIGH) ?? 0, DEFAULT_BANDS.ofMedicare);
  return {
    costPerUnit: cost !== null && cost > 0 ? cost : null,
    band: band ?? DEFAULT_BANDS.ofMedicare,
    hoursPerRequest: numberIn(values, HOURS_PER_REQUEST) ?? 0,
    hourCost: numberIn(values, HOUR_COST) ?? 0,
    contractHours: numberIn(values, CONTRACT_HOURS) ?? 0,
  };
}
