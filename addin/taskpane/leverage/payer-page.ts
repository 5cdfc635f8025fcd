import { payerSummary } from "../../../analysis/report/payer-summary.ts";
import { casesOfRows } from "../../../sca/ledger/cases-from-ledger.ts";
import { ledgerAsOf } from "../../../sca/ledger/ledger-as-of.ts";
import { numberIn, textIn } from "../../../sca/ledger/ledger-row.ts";
import { ratesOnLines } from "../../../sca/ledger/payer-price-rows.ts";
import { pricingTerms, pricingWords } from "../../../sca/ledger/pricing-settings.ts";
import { REVIEW_STATUS } from "../../../sca/ledger/tables/review-table.ts";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";

/**
 * The payer summary of a ledger as one HTML file: the page that the command line writes, from what the ledger says now,
 * with the Medicare rates that stand on its lines.
 */
export async function payerPage(content: LedgerContent, file: string, today: CalendarDate): Promise<string> {
  const { rows, settings, values } = ledgerAsOf(content, today);
  const open = rows.review.filter((row) => textIn(row, "Status") === REVIEW_STATUS.open);
  const isPriced = rows.lines.some((row) => numberIn(row, "Medicare rate") !== null);
  return payerSummary({ file, cases: casesOfRows(rows), questions: open }, settings.asOf, {
    benchmarks: ratesOnLines(rows),
    by: isPriced ? pricingWords(pricingTerms(values)) : null,
  });
}
