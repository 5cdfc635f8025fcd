import { matchPayer } from "../../../sca/tracker/vocabulary/payers.ts";
import type { ReportDocument } from "../document/report-document.ts";
import { wordsOf } from "./plain-words.ts";

/**
 * Of the names that a ledger has for other payers, those that are plain words in a letter and name nobody: what trackers
 * write for no payer ("Other", "n/a", "self pay"), and what the letter's own wording says to any payer ("Medicare",
 * "network"). `wordless` makes the letter without any text that somebody typed; it is asked only where a name stands in
 * the letter at all. A real payer's name stands in no such wording, so it is never among them.
 *
 * @example plainPayerNames(["Other", "Cigna"], letter, wordless) is Set { "Other" }
 */
export function plainPayerNames(
  names: readonly string[],
  letter: ReportDocument,
  wordless: () => ReportDocument,
): ReadonlySet<string> {
  const said = wording(letter);
  let own: string | undefined;
  const isOwnWording = (name: string): boolean => {
    if (!hasPhrase(said, name)) return false;
    own ??= wording(wordless());
    return hasPhrase(own, name);
  };
  return new Set(names.filter((name) => saysNoPayer(name) || isOwnWording(name)));
}

/** The tracker's reader finds no payer in it either. What has no two letters, or other letters than these, it cannot tell. */
function saysNoPayer(name: string): boolean {
  return /^[ -~]{2,40}$/.test(name) && /[a-z].?[a-z]/i.test(name) && matchPayer(name) === null;
}

/** All texts of a report, word by word, with a stop between them. */
function wording(report: ReportDocument): string {
  const texts: string[] = [];
  JSON.stringify(report, (_, value: unknown) => {
    if (typeof value === "string") texts.push(wordsOf(value).join(" "));
    return value;
  });
  return ` ${texts.join(" | ")} `;
}

function hasPhrase(said: string, name: string): boolean {
  const phrase = wordsOf(name).join(" ");
  return phrase !== "" && said.includes(` ${phrase} `);
}
