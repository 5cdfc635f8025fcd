import type { RecordLine } from "../layout/sheet-layout.ts";
import type { Claim } from "./claim.ts";
import { claim, type LineDraft } from "./line-draft.ts";

/** Waiting is implied by having asked, unless the words say that the answer is awaited. */
const ASKED = /\b(?:sent|faxed|ask(?:e?d)?|submitted|requested|mailed|emailed|portal)\b/i;
const AWAITED = /\b(?:wait\w*|pend\w*|no (?:answer|reply|response)|in review|p2p|peer)\b/i;
const APPEAL = /\b(?:appeal\w*|overturn\w*|revers\w*|won|grievance|hearing)\b/i;

/**
 * Weighs what the cells of a block of free rows say against each other: each is read alone, but together they tell one
 * story. A decision outlives "sent"; a yes on appeal outlives the first no; the payer and birth date in the block's
 * heading are the patient's, whoever else is named below.
 */
export function weighFreeFacts(draft: LineDraft, record: RecordLine): void {
  if (record.block === null || !record.free) return;
  const outcomes = draft.claims.filter(
    (entry): entry is Claim<"outcome"> => entry.field === "outcome" && entry.value !== null,
  );
  const decided = outcomes.filter((entry) => entry.value !== "pending");
  const drop = new Set<Claim>();
  if (decided.length > 0)
    for (const entry of outcomes)
      if (entry.value === "pending" && ASKED.test(entry.cell.text) && !AWAITED.test(entry.cell.text)) drop.add(entry);
  const denied = decided.filter((entry) => entry.value === "denied");
  const won = decided.find(
    (entry) => (entry.value === "approved" || entry.value === "approvedOnAppeal") && APPEAL.test(entry.cell.text),
  );
  if (won && denied.length > 0) {
    for (const entry of decided) drop.add(entry);
    claim(draft, "outcome", "approvedOnAppeal", { cell: won.cell, trust: won.trust, origin: won.origin });
  }
  const payer = draft.claims.find((entry) => entry.field === "payer" && entry.origin === "packed");
  if (payer) for (const entry of draft.claims) if (entry.field === "payer" && entry.origin === "prose") drop.add(entry);
  const births = draft.claims.filter((entry) => entry.field === "dob");
  for (const entry of births) if (births[0] && entry.cell.row > births[0].cell.row) drop.add(entry);
  const kept = draft.claims.filter((entry) => !drop.has(entry));
  draft.claims.splice(0, draft.claims.length, ...kept);
}
