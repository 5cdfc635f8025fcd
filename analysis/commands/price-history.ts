import { basename } from "node:path";
import { type AgreementRows, casesOfRows } from "../../sca/ledger/cases-from-ledger.ts";
import { dayIn, type LedgerRow, numberIn, sameText, textIn } from "../../sca/ledger/ledger-row.ts";
import { ledgerPrices } from "../../sca/ledger/payer-price-rows.ts";
import { planLedger } from "../../sca/ledger/plan-ledger.ts";
import { isYes } from "../../sca/ledger/pricing-settings.ts";
import { NAME_PREFIX } from "../../sca/ledger/read-ledger.ts";
import { AS_OF_SET, COUNT_OWN } from "../../sca/ledger/settings.ts";
import { settingValues } from "../../sca/ledger/settings-sheet.ts";
import type { WorkbookPlan } from "../../sca/ledger/workbook-plan.ts";
import { approvalRate } from "../../sca/measures/approval-rate.ts";
import { measureOf } from "../../sca/measures/measure.ts";
import { medicarePricing } from "../../sca/measures/medicare-pricing.ts";
import type { MedicareLibrary } from "../../sca/medicare/fee-schedule.ts";
import { compare } from "../../sca/rates/price-statistics.ts";
import type { RevealedPrice } from "../../sca/rates/revealed-price.ts";
import type { CalendarDate } from "../../sca/values/calendar-date.ts";
import { sheetNameFrom } from "../../sca/workbook/sheet-name.ts";
import { inWords } from "../report/figures.ts";
import { UserProblem } from "../user-problem.ts";
import { inFile, placeLedger, readTrackerFile } from "./ledger-place.ts";
import { understand } from "./structure-tracker.ts";

/** What a tracker, with its ledger where it has one, shows of each payer's agreements. */
export interface PriceHistory {
  readonly asOf: CalendarDate;
  readonly prices: readonly RevealedPrice[];
  /** Every payer named, with an agreed rate or without. */
  readonly payers: readonly string[];
  /** Approved cases, with a rate or without. */
  readonly granted: number;
  /** What the ledger notes of a payer; nothing where no ledger was made yet. */
  readonly notesOn: (payer: string) => PayerNotes;
}

/** What a practice noted of a payer in its ledger, as it stands there; blank cells are null. */
export interface PayerNotes {
  /** Percent of Medicare that agreements with it usually start and end at. */
  readonly band: LedgerBand | null;
  /** What it negotiates: "Highest in-network rate only". */
  readonly ratePolicy: string | null;
}

/** A range over Medicare; an end that is not filled is null. */
export interface LedgerBand {
  readonly low: number | null;
  readonly high: number | null;
  readonly from: "Payers" | "Settings";
}

/**
 * Reads a tracker or ledger as `sca structure` does and writes nothing. A day that is given comes before the one that
 * the ledger's Settings count as of, and that before today. Throws a UserProblem for what the user can mend.
 */
export async function priceHistory(
  path: string,
  days: { readonly given: CalendarDate | null; readonly today: CalendarDate },
  library: MedicareLibrary,
): Promise<PriceHistory> {
  const file = await readTrackerFile(path);
  // Nothing is written, so that nothing can be replaced.
  const place = await placeLedger(file, { out: undefined, overwrite: true });
  const previous = place.previous ?? undefined;
  const settings = settingValues(previous);
  const asOf = days.given ?? dayIn(new Map(settings), AS_OF_SET) ?? days.today;
  const medicare = medicarePricing(library);
  const plan = inFile(path, () => {
    const [grid] = file.tracker.grids;
    return planLedger(understand(file, place, { asOf, answers: [] }), {
      asOf,
      ...(previous === undefined ? {} : { previous }),
      ...(medicare === undefined ? {} : { medicare }),
      ...(grid?.sheet === null ? { trackerSheet: sheetNameFrom(file.tracker.file) } : {}),
    });
  });
  const rows = rowsOf(plan);
  return {
    asOf,
    prices: ledgerPrices(rows, asOf, isYes(settings, COUNT_OWN)),
    payers: [...new Set(rows.cases.map((row) => textIn(row, "Payer")))].filter((payer) => payer !== "").sort(compare),
    granted: measureOf(approvalRate, casesOfRows(rows)).granted,
    notesOn: (payer) => {
      const row = tableOf(plan, "Payers").find((candidate) => sameText(textIn(candidate, "Payer"), payer));
      const own = bandFrom(numberIn(row, "Band low"), numberIn(row, "Band high"), "Payers");
      const all = new Map(settings);
      const set = bandFrom(numberIn(all, "BandLow"), numberIn(all, "BandHigh"), "Settings");
      return { band: own ?? (previous === undefined ? null : set), ratePolicy: textIn(row, "Rate policy") || null };
    },
  };
}

function bandFrom(low: number | null, high: number | null, from: LedgerBand["from"]): LedgerBand | null {
  return low === null && high === null ? null : { low, high, from };
}

/**
 * The payers that a name means: the one of that name, else those that contain it. Throws a UserProblem that names the
 * payers where there is none.
 */
export function payersNamed(
  name: string | undefined,
  { payers }: Pick<PriceHistory, "payers">,
  path: string,
): readonly string[] {
  if (name === undefined) return payers;
  const wanted = name.trim().toLowerCase();
  const exact = payers.filter((payer) => payer.toLowerCase() === wanted);
  if (exact.length > 0) return exact;
  const parts = wanted === "" ? [] : payers.filter((payer) => payer.toLowerCase().includes(wanted));
  if (parts.length > 0) return parts;
  throw new UserProblem(
    "unknown-payer",
    `${basename(path)}: no payer "${name}" in it. Payers: ${payers.length === 0 ? "none that is settled" : inWords(payers)}.`,
  );
}

function rowsOf(plan: WorkbookPlan): AgreementRows {
  return {
    cases: tableOf(plan, "Cases"),
    periods: tableOf(plan, "AuthorizationPeriods"),
    lines: tableOf(plan, "ServiceLines"),
  };
}

function tableOf(plan: WorkbookPlan, name: string): LedgerRow[] {
  const tables = plan.sheets.flatMap((sheet) => sheet.tables);
  const table = tables.find((candidate) => candidate.name === name || candidate.name === `${NAME_PREFIX}${name}`);
  const headings = table?.columns.map(({ heading }) => heading) ?? [];
  return (table?.rows ?? []).map((row) => {
    const read: LedgerRow = new Map();
    row.forEach((value, at) => {
      if (value !== null && !(typeof value === "object" && "error" in value)) read.set(headings[at] ?? "", value);
    });
    return read;
  });
}
