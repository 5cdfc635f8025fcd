import type { Doubt } from "../claims/claim.ts";
import { claim } from "../claims/line-draft.ts";
import type { IdMention } from "../identifiers/find-identifiers.ts";
import { from, type Note } from "./prose-place.ts";

const LONG_NUMBER = /^(?=(?:.*\d){6})[A-Z]{0,4}[\d-]+[A-Z]?$/;

/** "old auth", "last cert #": the number of an authorization before this one. */
const FORMER =
  /\b(?:old|prior|previous|prev|last|expired|former|first|orig(?:inal)?)\s+(?:sca\s+|loa\s+)?(?:auth\w*|cert\w*|appr\w*)?\s*(?:#|no\.?|number|was|is|:)?\s*$/i;

/** Numbers that a note labels; a lone long number without a label, in a note that tells of an approval, is its authorization. */
export function claimProseIds(note: Note, ids: readonly IdMention[], approved: boolean): void {
  // A "#" before a number that the line already knows as the patient's id makes it no authorization.
  const known = note.draft.claims
    .filter((entry) => entry.field === "memberId" || entry.field === "groupNumber")
    .map((entry) => entry.value);
  for (const meaning of ["authNumber", "memberId", "groupNumber"] as const) {
    if (!note.may(meaning)) continue;
    const found = [
      ...new Map(
        ids
          .filter((id) => id.meaning === meaning && (meaning !== "authNumber" || !known.includes(id.id)))
          .map((id) => [id.id, id]),
      ).values(),
    ];
    const current = found.filter((one) => !FORMER.test(note.text.slice(Math.max(0, one.start - 34), one.start)));
    const [id] = current.length > 0 ? current : found;
    if (!id) continue;
    const rivals = current.filter((other) => other.doubt !== undefined || other.confidence >= id.confidence * 0.9);
    claim(note.draft, meaning, id.id, from(note, Math.max(0.6, id.confidence), doubtOf(id, rivals)));
  }
  if (!approved || !note.may("authNumber") || ids.some((id) => id.meaning === "authNumber")) return;
  const bare = ids.filter((id) => id.meaning === "unknown" && LONG_NUMBER.test(id.id) && !known.includes(id.id));
  const distinct = [...new Set(bare.map((id) => id.id))];
  const [first] = distinct;
  if (first === undefined) return;
  const doubt: Doubt | undefined = distinct.length > 1 ? { why: "two-values", candidates: distinct } : undefined;
  claim(note.draft, "authNumber", first, from(note, 0.75, doubt));
}

function doubtOf(id: IdMention, found: readonly IdMention[]): Doubt | undefined {
  const candidates = [...new Set([id.id, ...found.map((other) => other.id)])];
  if (candidates.length > 1) return { why: "two-values", candidates };
  if (id.doubt === undefined) return undefined;
  return {
    why: id.doubt === "cut off" ? "cut-off" : id.doubt === "question mark" ? "question-mark" : "two-values",
    candidates,
  };
}
