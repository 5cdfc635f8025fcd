import type { DatedRole } from "./date-roles.ts";

/** Which dates of a story are the day it was asked and the day it was answered. */
export interface StoryDates<R> {
  readonly submitted: R | null;
  /** Another day that may be the day of asking. */
  readonly submittedRival: R | null;
  readonly decided: R | null;
  readonly decidedRival: R | null;
  /** Only a letter's or agreement's date speaks for the decision. */
  readonly byPaper: boolean;
}

/**
 * The request and the answer among the dates of a note: the first day anything was sent, and the last answer; a denial that
 * was overturned counts by its overturning, a letter's own date only where no answer has one.
 */
export function storyDates<R extends Pick<DatedRole, "role" | "word"> & { readonly key: string }>(
  dated: readonly R[],
): StoryDates<R> {
  const of = (role: DatedRole["role"]) => dated.filter((entry) => entry.role === role);
  const rival = (chosen: R | null, others: readonly R[]) =>
    others.find((other) => chosen !== null && other.key !== chosen.key) ?? null;
  const sent = of("submitted");
  const submitted = sent[0] ?? null;
  const won = of("won");
  const answers = of("decided");
  const papers = of("paper");
  const yes = answers.filter((entry) => entry.word?.negative !== true);
  const no = answers.filter((entry) => entry.word?.negative === true);
  // "denied 2/20, asked again, approved 3/15": the approval is the answer; two of a kind are one too many.
  const kind =
    yes.length > 0 && no.length > 0
      ? answers.indexOf(yes[yes.length - 1] as R) > answers.indexOf(no[no.length - 1] as R)
        ? yes
        : no
      : answers;
  const decided = won[won.length - 1] ?? kind[0] ?? papers[0] ?? null;
  // "NO 4/4 … resubmitted 4/7": which asking and which answer the case is about only the manager can say.
  const again =
    of("resent").find((entry) => decided?.word?.negative === true && dated.indexOf(entry) > dated.indexOf(decided)) ??
    null;
  return {
    submitted,
    submittedRival: rival(submitted, sent) ?? again,
    decided,
    decidedRival: won.length > 0 ? null : (rival(decided, kind) ?? again),
    byPaper: won.length === 0 && answers.length === 0 && papers.length > 0,
  };
}
