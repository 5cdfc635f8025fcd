import { PAYER_NOT_SETTLED } from "../../../sca/measures/payer-record.ts";
import { FEWEST_PAYERS_TO_SHRINK, type RankedRates, rankedRates } from "../../../sca/measures/shrunken-rate.ts";
import type { ParagraphBlock, TableBlock } from "../../report/document/report-document.ts";
import { counted, percent, percentRange } from "../../report/figures.ts";
import type { Measured } from "./measured-table.ts";

/** Payers in the order of their shrunken rates, raw rate and n beside; in words, how much was pulled where. */
export function ranking({ groups }: Measured): readonly (ParagraphBlock | TableBlock)[] {
  const ranked = rankedRates(
    groups.map(({ key, value: { approval } }) => ({
      payer: key,
      granted: approval.granted,
      decided: approval.decided,
    })),
  );
  return [rankingTable(ranked), { kind: "paragraph", text: [priorWords(ranked)] }];
}

function rankingTable({ rates }: RankedRates): TableBlock {
  return {
    kind: "table",
    caption: "Payers ranked: shrunken rates, the raw ones beside",
    columns: [
      { heading: "Payer", align: "words" },
      { heading: "Shrunken rate", align: "figures" },
      { heading: "95% interval", align: "figures" },
      { heading: "Raw rate", align: "figures" },
      { heading: "Granted of decided", align: "figures" },
      { heading: "Weight of its own", align: "figures" },
    ],
    rows: rates.map(({ payer, shrunken, interval, raw, granted, decided, ownWeight }) => [
      { text: payer ?? PAYER_NOT_SETTLED },
      shareCell(shrunken),
      { text: interval === null ? "–" : percentRange(interval) },
      shareCell(raw),
      { text: `${granted} of ${decided}` },
      shareCell(ownWeight),
    ]),
    total: null,
  };
}

function shareCell(share: number | null): TableBlock["rows"][number][number] {
  return share === null ? { text: "–" } : { text: percent(share), number: { value: share, format: "share" } };
}

function priorWords({ prior, payers }: RankedRates): string {
  if (prior === null) {
    return `Only ${counted(payers, "payer has", "payers have")} decided requests: under ${FEWEST_PAYERS_TO_SHRINK} nothing is known of how payers differ, so nothing is shrunken, and the order says little.`;
  }
  return `Each rate is pulled toward ${percent(prior.mean)}, the mean of ${counted(prior.payers, "payer")}, as if by ${Math.round(prior.weighs)} more decided requests at that rate; a payer with few answers moves most.`;
}
