import type { PayerRecord } from "../../sca/measures/payer-record.ts";
import { type Markup, markup } from "./markup.ts";

/** What the rates leave out, so that nobody has to wonder where the other requests are. */
export function outsideSection(all: PayerRecord, questions: number): Markup {
  const { pending, withdrawn, notStated, asked } = all.approval.counts;
  const lines: readonly (readonly [number, string])[] = [
    [pending, "pending: no answer from the payer yet"],
    [withdrawn, "withdrawn"],
    [asked, "with an outcome that waits for an answer in Review"],
    [notStated, "whose outcome the tracker does not state"],
  ];
  const left = lines.filter(([count]) => count > 0);
  return markup`<section>
<h2>Not in the rates</h2>
${
  left.length === 0
    ? markup`<p>Every request in the tracker has been decided.</p>`
    : markup`<dl class="outside">${left.map(
        ([count, words]) => markup`<dt>${count}</dt><dd>${words}</dd>
`,
      )}</dl>`
}
<p class="about">${
    questions === 0
      ? "No question is open in the ledger."
      : `${questions === 1 ? "1 question is" : `${questions} questions are`} open in the ledger's Review sheet. What they ask about is left out of the figures here until it is settled.`
  }</p>
</section>`;
}
