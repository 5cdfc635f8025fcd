import type { LineDraft } from "./line-draft.ts";

/** A model without any rate says nothing; a reason that shares its column with remarks counts for denials alone. */
export function dropIdle(draft: LineDraft): void {
  const rated =
    draft.claims.some((entry) => entry.field === "rate") ||
    draft.codeRates.length > 0 ||
    draft.services.some((service) => service.rate !== undefined);
  const [outcome] = draft.claims.filter((entry) => entry.field === "outcome").sort((a, b) => b.trust - a.trust);
  const denied = outcome?.value === "denied" || outcome?.value === "approvedOnAppeal";
  for (let index = draft.claims.length - 1; index >= 0; index -= 1) {
    const entry = draft.claims[index];
    if (entry?.field === "model" && !rated) draft.claims.splice(index, 1);
    if (entry?.field === "denialReason" && (entry.origin !== "column" || entry.trust < 0.8) && !denied)
      draft.claims.splice(index, 1);
  }
}
