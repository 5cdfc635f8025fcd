import { REVEALED_PRICE_CAUTION } from "../../rates/revealed-price.ts";
import { kept, type LedgerTable } from "../ledger-table.ts";

/** In the column Rate model of a row with every agreement whose percent of Medicare is known. */
export const ANY_MODEL = "Any, as percent of Medicare";

/** Renewed in each run: values, since a median by payer and family is no formula that every spreadsheet can carry. */
export const PAYER_PRICES_TABLE: LedgerTable = {
  name: "PayerPrices",
  sheet: "Payer prices",
  about: `What each payer has agreed to before, by kind of service and of rate, as of the last run. ${REVEALED_PRICE_CAUTION}`,
  columns: [
    kept("Payer", "text", 26, "The payer's name as on Cases."),
    kept("Service", "text", 28, "What payers negotiate as one thing: a family of codes, or a code of its own."),
    kept("Code", "id", 9, "Filled where the row is for one code of several; blank for all of them together."),
    kept("Codes", "text", 14, "The codes behind the figures; blank where the agreements name none."),
    kept("Rate model", "text", 24, "How the payer pays; rows of different models are never mixed."),
    kept("Unit", "text", 10, "What the rate is for, where it is not one service of the code."),
    kept("Cases", "whole", 7, "Approved cases behind the figures, with a rate and no open question about it."),
    kept("Rates", "whole", 7, "Rates agreed; one that a case repeats for several authorizations counts once."),
    kept(
      "Median",
      "decimal",
      10,
      "The middle rate: 140 for 140 percent, otherwise US dollars for one unit, day or case.",
    ),
    kept("Low", "decimal", 10, "The lowest rate agreed."),
    kept("High", "decimal", 10, "The highest rate agreed."),
    kept("What it says", "wrapped", 40, "The range in words, or that there are too few agreements to call one."),
    kept("Median percent of Medicare", "percent", 11, "The middle of the rates that can be set against Medicare's."),
    kept(
      "Weighted percent of Medicare",
      "percent",
      11,
      "Agreed dollars over Medicare's dollars, each rate times its units: dollars added up, not ratios averaged.",
    ),
    kept("Rates compared", "percent", 10, "The share of the rates whose percent of Medicare is known."),
    kept("Dollars compared", "percent", 10, "The share of the agreed dollars behind the weighted percent."),
    kept("First agreed", "date", 12, "The first day of decision."),
    kept("Last agreed", "date", 12, "The last day of decision."),
    kept("As of", "date", 12, "The as-of day of the run: what was decided later is not in."),
    kept("Case ids", "text", 30, "The cases behind the figures."),
    kept("Tracker rows", "muted", 24, "The rows of the tracker behind the figures."),
    kept("Key", "text", 30, "Payer, service or code, model and unit: Offers looks the row up by it."),
    kept("Level key", "text", 24, "The same by level of care, for agreements and offers without a code."),
  ],
  conditions: [],
};
