import { UNTOLD_REASONS, type UntoldReason } from "../../sca/measures/agreed-amount.ts";
import type { PayerRecord } from "../../sca/measures/payer-record.ts";
import type { RevenueAgreed } from "../../sca/measures/revenue-agreed.ts";
import { revenueChart } from "../charts/revenue-chart.ts";
import { svgFromSpec } from "../charts/svg-from-spec.ts";
import { wholeDollars } from "./figures.ts";
import { type Markup, markup, trustedMarkup } from "./markup.ts";
import { chartedOf, nameOf } from "./payer-names.ts";

const REASON_WORDS: Readonly<Record<UntoldReason, string>> = {
  percentRate: "percent rate",
  noRate: "no rate",
  noModel: "basis not stated",
  noUnits: "no units",
  asked: "open question",
};

/** The dollars agreed with each payer: bars, and beside each sum how many agreements it does not tell. */
export async function revenueSection(
  records: readonly PayerRecord[],
  all: PayerRecord,
  pricedBy: string | null,
): Promise<Markup> {
  const granted = records.filter((record) => agreementsOf(record.revenue) > 0).sort(byDollars);
  return markup`<section>
<h2>What was agreed, in dollars?</h2>
<p>Agreed rate × units authorized.${pricedBy === null ? "" : ` A percent of Medicare is taken of Medicare’s amount for the code and day: ${pricedBy}.`} Percent rates ${pricedBy === null ? "" : "without a benchmark "}and agreements without units have no dollars in the tracker; they are counted beside the sum, never put in as 0.</p>
${granted.length === 0 ? markup`<p>No request has been granted yet.</p>` : [await figure(granted), table(granted, all)]}
</section>`;
}

function agreementsOf(revenue: RevenueAgreed): number {
  return revenue.inFull + revenue.inPart + revenue.notAtAll;
}

function toldOf(revenue: RevenueAgreed): number {
  return revenue.inFull + revenue.inPart;
}

function byDollars(one: PayerRecord, other: PayerRecord): number {
  return other.revenue.cents - one.revenue.cents || agreementsOf(other.revenue) - agreementsOf(one.revenue);
}

async function figure(granted: readonly PayerRecord[]): Promise<Markup | ""> {
  const told = granted.filter((record) => toldOf(record.revenue) > 0);
  if (told.length === 0) return "";
  const rows = chartedOf(told, (record) => record.revenue.cents).map((record) => ({
    payer: nameOf(record),
    dollars: record.revenue.cents / 100,
    label: `${wholeDollars(record.revenue.cents)} from ${toldOf(record.revenue)} of ${agreementsOf(record.revenue)}`,
  }));
  const read = rows.map((row) => `${row.payer} ${row.label} agreements`).join("; ");
  const picture = await svgFromSpec(revenueChart(rows, `Revenue agreed by payer. ${read}.`));
  return markup`<figure>${trustedMarkup(picture.svg)}</figure>`;
}

function table(granted: readonly PayerRecord[], all: PayerRecord): Markup {
  return markup`<div class="scroll" tabindex="0"><table>
<caption>Granted requests by payer</caption>
<thead><tr><th scope="col">Payer</th><th scope="col">Revenue agreed</th><th scope="col">Granted</th><th scope="col">Known in full</th><th scope="col">In part</th><th scope="col">Not known</th><th scope="col" class="words">Why not known</th></tr></thead>
<tbody>${granted.map((record) => row(record.revenue, nameOf(record)))}</tbody>
<tfoot>${row(all.revenue, "All payers")}</tfoot>
</table></div>`;
}

function row(revenue: RevenueAgreed, name: string): Markup {
  const why = UNTOLD_REASONS.filter((reason) => revenue.untold[reason] > 0).map(
    (reason) => `${REASON_WORDS[reason]} (${revenue.untold[reason]})`,
  );
  const dollars = toldOf(revenue) === 0 ? "not known" : wholeDollars(revenue.cents);
  return markup`<tr><th scope="row">${name}</th><td>${dollars}</td><td>${agreementsOf(revenue)}</td><td>${revenue.inFull}</td><td>${revenue.inPart}</td><td>${revenue.notAtAll}</td><td class="words">${why.join(", ")}</td></tr>
`;
}
