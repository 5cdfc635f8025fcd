import { claim, type LineDraft } from "./line-draft.ts";

/** A note that opens with the word for a reason: "Rsn: par supplier available". */
const LABELLED_REASON = /^\W*(?:(?:den(?:ial|ied)?|plan'?s?)\s+)?(?:rsn|reason|rationale)\s*[:=–-]\s*([^\n;]{4,120})/i;

/** On a denied line, a reason that gives no ground for the request is the plan's, where no other column is kept for that. */
export function reasonOfDenial(draft: LineDraft): void {
  const [outcome] = draft.claims.filter((entry) => entry.field === "outcome").sort((a, b) => b.trust - a.trust);
  if (outcome?.value !== "denied" || draft.claims.some((entry) => entry.field === "denialReason")) return;
  for (const { cell, text } of draft.rest) {
    const reason = LABELLED_REASON.exec(text)?.[1]?.trim();
    if (reason === undefined) continue;
    for (let at = draft.claims.length - 1; at >= 0; at -= 1)
      if (draft.claims[at]?.field === "trigger" && draft.claims[at]?.cell === cell) draft.claims.splice(at, 1);
    claim(draft, "denialReason", reason, { cell, trust: 0.75, origin: "prose" });
    return;
  }
  const index = draft.claims.findIndex(
    (entry) => entry.field === "trigger" && entry.value === null && entry.origin === "column",
  );
  const entry = draft.claims[index];
  if (!entry || entry.cell.text.trim().length < 4) return;
  draft.claims.splice(index, 1);
  claim(draft, "denialReason", entry.cell.text.trim(), { cell: entry.cell, trust: entry.trust });
}
