import type { LineBenchmarks } from "../../sca/measures/line-benchmarks.ts";
import { type PayerRecord, payerRecords, recordOfAll } from "../../sca/measures/payer-record.ts";
import type { TrackedCase } from "../../sca/tracker/tracked-case.ts";
import type { CalendarDate } from "../../sca/values/calendar-date.ts";
import { approvalSection } from "./approval-section.ts";
import { counted, longDay, percent, percentRange, wholeDollars } from "./figures.ts";
import { findingOf } from "./finding.ts";
import { type Markup, markup } from "./markup.ts";
import { outsideSection } from "./outside-section.ts";
import { standalonePage } from "./page.ts";
import { revenueSection } from "./revenue-section.ts";

/** What lines are measured against, and in words whose amounts these are; null where no fee schedule is loaded. */
export interface Priced {
  readonly benchmarks: LineBenchmarks;
  readonly by: string | null;
}

/** The cases to sum up, and how many questions about them are open. */
export interface SummedCases {
  /** The name of the file that they stand in. */
  readonly file: string;
  readonly cases: readonly TrackedCase[];
  readonly questions: { readonly length: number };
}

/**
 * The first page about payers: how often each says yes, with its count and interval, and the dollars agreed. One HTML
 * file without script or outside parts; names payers and counts, never a patient. The same tracker, day and answers give
 * the same page to the byte. A percent of Medicare is told in dollars where `priced` has the line. `fontFaces` is style
 * text; without it the page is set in the reader's own typeface.
 */
export async function payerSummary(
  understanding: SummedCases,
  asOf: CalendarDate,
  priced?: Priced,
  fontFaces = "",
): Promise<string> {
  const benchmarks = priced?.benchmarks;
  const records = payerRecords(understanding.cases, benchmarks);
  const all = recordOfAll(understanding.cases, benchmarks);
  const body = markup`<header>
<p class="over">Payer summary · internal edition</p>
<h1>What payers answered</h1>
<p class="about">${counted(all.cases, "single case agreement request")} in ${understanding.file}, as of ${longDay(asOf)}</p>
<p class="finding">${findingOf(records, all)}</p>
${keyFigures(all, understanding.questions.length)}
</header>
<main>
${await approvalSection(records, all)}
${await revenueSection(records, all, priced?.by ?? null)}
${outsideSection(all, understanding.questions.length)}
</main>
${definitions()}`;
  return standalonePage(`What payers answered: ${understanding.file}`, body, fontFaces);
}

function keyFigures(all: PayerRecord, questions: number): Markup {
  const { rate, interval, granted, decided } = all.approval;
  const told = all.revenue.inFull + all.revenue.inPart;
  const agreements = told + all.revenue.notAtAll;
  const likely = interval === null ? "" : markup`, 95% interval <span class="whole">${percentRange(interval)}</span>`;
  return markup`<dl class="key">
<div><dt>of requests granted: ${granted} of ${decided} decided${likely}</dt><dd>${rate === null ? "–" : percent(rate)}</dd></div>
<div><dt>agreed at least, from ${told} of ${counted(agreements, "agreement")}</dt><dd>${wholeDollars(all.revenue.cents)}</dd></div>
<div><dt>still pending</dt><dd>${all.approval.counts.pending}</dd></div>
<div><dt>questions open in the ledger's Review sheet</dt><dd>${questions}</dd></div>
</dl>`;
}

function definitions(): Markup {
  return markup`<footer>
<p><b>Approval rate</b>: approved, partially approved and approved on appeal, out of all that were decided. Requests are counted, not visits or renewals. The 95% interval (Wilson) is the range that a rate from so few answers could well stand for.</p>
<p><b>Revenue agreed</b>: agreed rate × units authorized under granted requests, as the tracker pairs them. It is what was agreed, not what was paid.</p>
<p>Made by SCA Ledger on this computer. This edition is for the practice: small counts can point to a patient, so do not send it to a payer as it is.</p>
</footer>`;
}
