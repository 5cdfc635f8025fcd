import { readOutcome } from "../vocabulary/outcomes.ts";
import { claim, type LineDraft } from "./line-draft.ts";
import { READERS } from "./read-value.ts";

/** What the appeal columns change: a denial won on appeal, and the day it was won. */
export function readAppeal(draft: LineDraft): void {
  const { appeal } = draft;
  if (!appeal) return;
  const index = draft.claims.findIndex((entry) => entry.field === "outcome");
  const outcome = draft.claims[index];
  const result = appeal.outcome === undefined ? null : readOutcome(appeal.outcome);
  const won =
    result !== null &&
    (result.outcome === "approved" || result.outcome === "approvedOnAppeal" || result.outcome === "partiallyApproved");
  if (won && appeal.cell && (outcome === undefined || outcome.value === "denied")) {
    if (index >= 0) draft.claims.splice(index, 1);
    claim(draft, "outcome", "approvedOnAppeal", { cell: appeal.cell, trust: 0.95 });
  }
  const overturned = draft.claims.some((entry) => entry.field === "outcome" && entry.value === "approvedOnAppeal");
  if (!overturned || !appeal.decided) return;
  const days = draft.dates.length;
  READERS.decided?.(draft, { cell: appeal.decided, text: appeal.decided.text, trust: 1, packed: false });
  if (draft.dates.length === days) return;
  for (let at = days - 1; at >= 0; at -= 1) if (draft.dates[at]?.field === "decided") draft.dates.splice(at, 1);
}
