import type { Meaning } from "../headings/meaning.ts";
import { reading } from "./text-readings.ts";
import { explainInColumn, type TrackerWords } from "./tracker-words.ts";

/** What a cell of several marks states: the words of the tracker's own key for each, by what they speak of. */
export type Marks = ReadonlyMap<Meaning, readonly string[]>;

const BETWEEN = /[\s,;|/+·]+/;
const LONGEST = 24;

function saidOf(words: TrackerWords, mark: string, heading: string): string | null {
  return explainInColumn(words, mark, heading) ?? words.get(mark.toLowerCase())?.[0]?.meaning ?? null;
}

function kindOf(said: string): Meaning | null {
  if (reading.costSharing(said) !== null) return "costSharing";
  const [written, outcome] = [reading.written(said)?.confidence ?? 0, reading.outcome(said)?.confidence ?? 0];
  if (
    written >= 0.7 &&
    (outcome < 0.9 || /\b(?:letter|ltr|loa|paper|written|writing|signed|phone|verbal)\b/i.test(said))
  )
    return "writtenConfirmation";
  if (outcome >= 0.55) return "outcome";
  if (reading.level(said) !== null) return "levelOfCare";
  return (reading.trigger(said)?.confidence ?? 0) >= 0.55 ? "trigger" : null;
}

/**
 * Reads a cell of several marks that the tracker's key explains one by one; null where it holds any other word.
 *
 * @example with the key "● approved  ✉ letter in chart", "● ✉" states an outcome "approved" and a letter "letter in chart"
 */
export function marksIn(words: TrackerWords, text: string, heading: string): Marks | null {
  if (text.length > LONGEST) return null;
  const found = new Map<Meaning, string[]>();
  const tokens = text
    .replaceAll("\ufe0f", "")
    .trim()
    .split(BETWEEN)
    .filter((token) => token !== "");
  const marks = tokens.flatMap((token) =>
    saidOf(words, token, heading) === null && /^[^\p{L}\p{N}]+$/u.test(token) ? [...token] : [token],
  );
  for (const mark of marks) {
    const said = saidOf(words, mark, heading);
    const kind = said === null ? null : kindOf(said);
    if (said === null || kind === null) return null;
    found.set(kind, [...(found.get(kind) ?? []), said]);
  }
  return found.size === 0 ? null : found;
}
