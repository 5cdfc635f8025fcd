import type { PayerRecord } from "../../sca/measures/payer-record.ts";
import { approvalChart } from "../charts/approval-chart.ts";
import { svgFromSpec } from "../charts/svg-from-spec.ts";
import { inWords, percent, percentRange } from "./figures.ts";
import { type Markup, markup, trustedMarkup } from "./markup.ts";
import { chartedOf, nameOf } from "./payer-names.ts";

/** How often each payer says yes: dots on their intervals, and the counts as a table. */
export async function approvalSection(records: readonly PayerRecord[], all: PayerRecord): Promise<Markup> {
  const decided = records.filter((record) => record.approval.decided > 0).sort(byRate);
  const undecided = records.filter((record) => record.approval.decided === 0);
  return markup`<section>
<h2>How often does each payer say yes?</h2>
<p>The dot is the share of decided requests that were granted, the bar its 95% interval. A hollow dot has fewer than 20 decided requests: a hint, not a finding.</p>
${decided.length === 0 ? markup`<p>No request has been decided yet.</p>` : [await figure(decided, all), table(decided, all)]}
${undecided.length === 0 ? "" : markup`<p class="about">Nothing decided yet: ${inWords(undecided.map(nameOf))}.</p>`}
</section>`;
}

/** Highest rate first; at the same rate the payer with more answers first. */
function byRate(one: PayerRecord, other: PayerRecord): number {
  return (other.approval.rate ?? 0) - (one.approval.rate ?? 0) || other.approval.decided - one.approval.decided;
}

async function figure(decided: readonly PayerRecord[], all: PayerRecord): Promise<Markup> {
  const rows = chartedOf(decided, (record) => record.approval.decided).map((record) => ({
    payer: nameOf(record),
    rate: record.approval.rate ?? 0,
    low: record.approval.interval?.low ?? 0,
    high: record.approval.interval?.high ?? 1,
    label: `${percent(record.approval.rate ?? 0)} · ${record.approval.granted} of ${record.approval.decided}`,
    isHint: record.approval.isHint,
  }));
  const read = rows.map((row) => `${row.payer} ${row.label}, interval ${percentRange(row)}`).join("; ");
  const rate = all.approval.rate;
  const together = rate === null ? null : { rate, label: `all payers ${percent(rate)}` };
  const picture = await svgFromSpec(
    approvalChart(rows, together, `Approval rate by payer with 95% intervals. ${read}.`),
  );
  return markup`<figure>${trustedMarkup(picture.svg)}</figure>`;
}

function table(decided: readonly PayerRecord[], all: PayerRecord): Markup {
  return markup`<div class="scroll" tabindex="0"><table>
<caption>Decided requests by payer</caption>
<thead><tr><th scope="col">Payer</th><th scope="col">Decided</th><th scope="col">Approved</th><th scope="col">In part</th><th scope="col">On appeal</th><th scope="col">Denied</th><th scope="col">Rate</th><th scope="col">95% interval</th></tr></thead>
<tbody>${decided.map((record) => row(record, nameOf(record)))}</tbody>
<tfoot>${row(all, "All payers")}</tfoot>
</table></div>`;
}

function row({ approval }: PayerRecord, name: string): Markup {
  const { counts, rate, interval } = approval;
  const hint = approval.isHint ? markup` <span class="hint">hint</span>` : "";
  return markup`<tr><th scope="row">${name}${hint}</th><td>${approval.decided}</td><td>${counts.approved}</td><td>${counts.partiallyApproved}</td><td>${counts.approvedOnAppeal}</td><td>${counts.denied}</td><td>${rate === null ? "–" : percent(rate)}</td><td>${interval === null ? "–" : percentRange(interval)}</td></tr>
`;
}
