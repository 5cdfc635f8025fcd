import { dayIn, type LedgerRow, textIn } from "../../sca/ledger/ledger-row.ts";
import { type AgreementRows, casesOfRows, ledgerPrices } from "../../sca/ledger/payer-price-rows.ts";
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
  };
}

function rowsOf(plan: WorkbookPlan): AgreementRows {
  const tables = plan.sheets.flatMap((sheet) => sheet.tables);
  const read = (name: string): LedgerRow[] => {
    const table = tables.find((candidate) => candidate.name === name || candidate.name === `${NAME_PREFIX}${name}`);
    const headings = table?.columns.map(({ heading }) => heading) ?? [];
    return (table?.rows ?? []).map((row) => {
      const read: LedgerRow = new Map();
      row.forEach((value, at) => {
        if (value !== null && !(typeof value === "object" && "error" in value)) read.set(headings[at] ?? "", value);
      });
      return read;
    });
  };
  return { cases: read("Cases"), periods: read("AuthorizationPeriods"), lines: read("ServiceLines") };
}
