import type { PracticeWords } from "../../../analysis/report/editions/practice-words.ts";
import { parseIsoDay } from "../../../sca/values/calendar-date.ts";

/** Who writes the letter, as it is typed. Kept while the pane is open, and nowhere else. */
export interface PracticeDraft {
  readonly name: string;
  /** A line for each line of the address. */
  readonly address: string;
  readonly signer: string;
  readonly contact: string;
  readonly answerBy: string;
}

export const NO_WORDS: PracticeDraft = { name: "", address: "", signer: "", contact: "", answerBy: "" };

/** What was typed as the letter takes it: blanks are left out, so that the letter shows them as blanks to fill in. */
export function practiceOf(
  draft: PracticeDraft,
): { readonly kind: "ready"; readonly words: PracticeWords } | { readonly kind: "faulty"; readonly words: string } {
  const [name, signer, contact, answerBy] = [draft.name, draft.signer, draft.contact, draft.answerBy].map((text) =>
    text.trim(),
  );
  const address = draft.address.split(/\r?\n/).flatMap((line) => line.trim() || []);
  const day = answerBy ? parseIsoDay(answerBy) : null;
  if (answerBy && day === null) {
    return {
      kind: "faulty",
      words: "This is no day of the calendar. Pick one, or leave it blank. Nothing was written.",
    };
  }
  return {
    kind: "ready",
    words: {
      ...(name ? { name } : {}),
      ...(address.length > 0 ? { address } : {}),
      ...(signer ? { signer } : {}),
      ...(contact ? { contact } : {}),
      ...(day === null ? {} : { answerBy: day }),
    },
  };
}
