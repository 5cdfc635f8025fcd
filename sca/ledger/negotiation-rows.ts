import { calculateOffers } from "./calculated-offers.ts";
import type { AgreementRows } from "./cases-from-ledger.ts";
import type { FormulaSettings } from "./ledger-index.ts";
import { type LedgerRow, numberIn } from "./ledger-row.ts";
import { ledgerPrices, nameFamilies, payerPriceRows } from "./payer-price-rows.ts";
import { COST_PER_UNIT } from "./settings.ts";
import type { PlanValue } from "./workbook-plan.ts";

/**
 * The rows of PayerPrices, made anew, and of Offers, as the user left them with their calculated columns filled. The
 * calculated columns of the other tables are filled by then.
 */
export function negotiationRows(
  rows: AgreementRows,
  values: ReadonlyMap<string, PlanValue>,
  settings: FormulaSettings,
  before: (table: string) => LedgerRow[],
): { readonly prices: LedgerRow[]; readonly offers: LedgerRow[] } {
  nameFamilies(rows.lines);
  const revealed = ledgerPrices(rows, settings.asOf, settings.countOwnBenchmarks);
  const prices = payerPriceRows(revealed, settings.asOf, before("PayerPrices"));
  const offers = before("Offers");
  calculateOffers(offers, { ...rows, prices, costPerUnit: numberIn(new Map(values), COST_PER_UNIT) });
  return { prices, offers };
}
