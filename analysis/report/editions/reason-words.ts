import { TRIGGER_WORDS } from "../../../sca/tracker/review/code-words.ts";
import type { Trigger } from "../../../sca/tracker/tracked-case.ts";

/** Why a request was made, in the ledger's words. */
export function reasonWords(trigger: Trigger | null): string {
  return trigger === null ? "Reason not stated" : TRIGGER_WORDS.wordFor(trigger);
}
