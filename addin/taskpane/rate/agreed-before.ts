import { ledgerAsOf } from "../../../sca/ledger/ledger-as-of.ts";
import { ledgerPrices } from "../../../sca/ledger/payer-price-rows.ts";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import type { RevealedPrice } from "../../../sca/rates/revealed-price.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";

/** What every payer of a ledger has agreed to before, by code. */
export function agreedBefore(content: LedgerContent, today: CalendarDate): readonly RevealedPrice[] {
  const { rows, settings } = ledgerAsOf(content, today);
  return ledgerPrices(rows, settings.asOf, settings.countOwnBenchmarks);
}
