import type { RevealedPrice } from "../../../sca/rates/revealed-price.ts";
import {
  figureText,
  modelText,
  percentOfShare,
  percentText,
  rangeText,
} from "../../../sca/rates/revealed-price-words.ts";
import { saidOnce } from "../../../sca/rates/said-once.ts";
import type { TableBlock, TableCell } from "../../report/document/report-document.ts";

/** The kinds of service that any payer has agreed to a rate for, by name. */
export function pricedServices(prices: readonly RevealedPrice[]): readonly string[] {
  return [...new Set(prices.map(({ family }) => family))].sort();
}

/** What each payer agreed to before for one kind of service, as `sca prices` tells it; kinds of rate are never mixed. */
export function priceTable(service: string, prices: readonly RevealedPrice[]): TableBlock {
  const own = saidOnce(prices.filter(({ family, code }) => family === service && code === null));
  return {
    kind: "table",
    caption: `Agreed to before for ${service}: approved cases only`,
    columns: [
      { heading: "Payer", align: "words" },
      { heading: "Rate", align: "words" },
      { heading: "Cases", align: "figures" },
      { heading: "Median", align: "figures" },
      { heading: "Low to high", align: "words" },
      { heading: "Of Medicare, median", align: "figures" },
      { heading: "By units", align: "figures" },
      { heading: "Rates compared", align: "figures" },
    ],
    rows: own.map((price) => [
      { text: price.payer },
      { text: price.model === "asPercentOfMedicare" ? "any, of Medicare" : modelText(price.model, price.basis) },
      { text: String(price.n), number: { value: price.n, format: "count" } },
      { text: figureText(price.model, price.median) },
      { text: rangeText(price) },
      percentCell(price.percentOfMedicareMedian),
      percentCell(price.percentOfMedicareWeighted),
      { text: percentOfShare(price.coverage), number: { value: price.coverage, format: "share" } },
    ]),
    total: null,
  };
}

function percentCell(hundredths: number | null): TableCell {
  return hundredths === null
    ? { text: "not known" }
    : { text: `${percentText(hundredths)} %`, number: { value: hundredths / 10_000, format: "share" } };
}
