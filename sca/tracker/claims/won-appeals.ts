import type { LineDraft } from "./line-draft.ts";

const SURE = 0.5;
const ABOVE_COLUMNS = 0.97;

/**
 * A status or mark tells the first decision and often stays when an appeal is won: a note that says so goes before "denied",
 * and its day is the day of the decision.
 */
export function wonInNotes(draft: LineDraft): void {
  const [stated] = draft.claims
    .filter((entry) => entry.field === "outcome" && entry.origin === "column")
    .sort((a, b) => b.trust - a.trust);
  const won = draft.claims.findIndex(
    (entry) =>
      entry.field === "outcome" &&
      entry.origin === "prose" &&
      entry.value === "approvedOnAppeal" &&
      entry.trust >= SURE &&
      entry.doubt === undefined,
  );
  const note = draft.claims[won];
  if (stated?.value !== "denied" || stated.doubt !== undefined || note === undefined) return;
  draft.claims[won] = { ...note, trust: Math.max(ABOVE_COLUMNS, stated.trust + 0.02) };
  const told = draft.dates.filter((date) => date.field === "decided" && date.cell === note.cell);
  const [day] = told;
  if (told.length !== 1 || day === undefined) return;
  for (let at = draft.dates.length - 1; at >= 0; at -= 1)
    if (draft.dates[at]?.field === "decided" && draft.dates[at] !== day) draft.dates.splice(at, 1);
  draft.dates[draft.dates.indexOf(day)] = { ...day, trust: ABOVE_COLUMNS };
}
