import type { FieldName } from "./claim.ts";
import type { LineDraft } from "./line-draft.ts";

/** Numbers that a wrong digit sends to another person or another approval. */
const FIELDS: ReadonlySet<FieldName> = new Set<FieldName>(["memberId", "authNumber"]);
const TOKEN = /[A-Za-z0-9][A-Za-z0-9-]{5,}/g;
/** What tells that the other number is another authorization's, not this one's written otherwise. */
const ANOTHER =
  /\b(?:prev|previous|prior|old|was|former|renew\w*|ext\w*|next|new|then|now|sibling|twin|brother|sister)\b/i;
const LEAST_LENGTH = 6;
const MOST_WRONG = 2;

function bare(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, "").toUpperCase();
}

/** Whether two numbers are alike but for a digit or two, as when one is miscopied. */
export function isNearMiss(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  if (a.length !== b.length || a.length < LEAST_LENGTH || a === b) return false;
  let wrong = 0;
  for (let at = 0; at < a.length; at += 1) {
    if (a[at] === b[at]) continue;
    if (!/\d/.test(a[at] ?? "") || !/\d/.test(b[at] ?? "")) return false;
    wrong += 1;
  }
  return wrong <= MOST_WRONG;
}

/**
 * Doubts a number that its own cell or the line's remarks write a digit or two otherwise, and gives both for the answer.
 *
 * @example member ID "H000779526" with the remark "Card shows H000779529" asks which of the two it is
 */
export function doubtNearMisses(draft: LineDraft): void {
  draft.claims.forEach((entry, index) => {
    if (!FIELDS.has(entry.field) || entry.doubt || typeof entry.value !== "string") return;
    const value = entry.value;
    for (const { text } of [entry.cell, ...draft.rest]) {
      if (ANOTHER.test(text)) continue;
      const other = text.match(TOKEN)?.find((token) => isNearMiss(token, value));
      if (other === undefined) continue;
      draft.claims[index] = { ...entry, doubt: { why: "two-values", candidates: [value, other] } };
      return;
    }
  });
}
