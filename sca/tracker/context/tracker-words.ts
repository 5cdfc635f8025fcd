import type { Cell } from "../grid.ts";
import type { Meaning } from "../headings/meaning.ts";
import { readHeading } from "../headings/read-heading.ts";
import { readLegend } from "../vocabulary/legend.ts";
import { type ColumnList, columnList, isHeaded, MEANING_HEADING } from "./column-lists.ts";
import { reading } from "./text-readings.ts";

/** What a tracker says that one of its short codes stands for. */
export interface Explanation {
  /** The meaning, as written. */
  readonly meaning: string;
  /** What the list is a list of, by its heading; empty where nothing heads it. */
  readonly about: readonly Meaning[];
  /** The heading of the column that it explains, where the list names one; `only` where it explains no other. */
  readonly column?: string;
  readonly only?: true;
}

/** The codes that a tracker explains itself, in lower case; one code may mean different things in different columns. */
export type TrackerWords = ReadonlyMap<string, readonly Explanation[]>;

/** A line that is no case, as far as legends go: its cells in order. */
export interface LegendLine {
  readonly cells: readonly Cell[];
}

/** An answer of the manager about a word: in which field it stands, and what it means. */
export interface ExplainedWord {
  readonly field: string;
  readonly word: string;
  readonly meaning: string;
}

export const NO_WORDS: TrackerWords = new Map();

const LONGEST_KEY = 24;
/** Longer words may speak for themselves, and lists that stand side by side are easily taken for code and meaning. */
const SHORT = 4;
const LONGEST_MEANING = 120;
const SEE = /^(?:.{0,40}\b)?see\b/i;

/** How an explanation reads for a column of this meaning: whether its vocabulary knows the words. */
const READS: Partial<Record<Meaning, (text: string) => boolean>> = {
  outcome: (text) => (reading.outcome(text)?.confidence ?? 0) >= 0.55,
  trigger: (text) => (reading.trigger(text)?.confidence ?? 0) >= 0.55,
  payer: (text) => (reading.payer(text)?.confidence ?? 0) >= 0.75,
  levelOfCare: (text) => reading.level(text) !== null,
  costSharing: (text) => reading.costSharing(text) !== null,
  writtenConfirmation: (text) => reading.written(text) !== null,
  rateModel: (text) => {
    const basis = reading.rateBasis(text);
    return basis.model !== undefined || basis.percent === true || basis.per !== undefined;
  },
  code: (text) => reading.codesOfColumn(text).length > 0,
};

function keyOf(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, " ");
}

/** A code may be a number only where the list says what it is a list of. */
function isKey(text: string, placed: boolean): boolean {
  const plain = text.trim();
  return plain !== "" && plain.length <= LONGEST_KEY && (!/^\d+$/.test(plain) || (placed && plain.length <= 3));
}

/** What a key line is about, by the words before its first pair: "Reason codes: 1 = no INN provider". */
function leadOf(text: string): string | undefined {
  return /^\s*([^:=]{2,30}):\s/.exec(text)?.[1];
}

function aboutOf(heading: string | undefined): Meaning[] {
  if (heading === undefined) return [];
  return [...readHeading(heading).scores].filter(([, score]) => score >= 0.5).map(([meaning]) => meaning);
}

/**
 * The pairs of code and meaning that stand side by side on a line: two cells with a gap on both sides, or an even run of
 * short and long ones. What stands alone above a pair, or above the word "Meaning", is its heading.
 */
function pairsOn(cells: readonly Cell[]): { readonly key: Cell; readonly meaning: Cell }[] {
  const pairs: { key: Cell; meaning: Cell }[] = [];
  const runs: Cell[][] = [];
  for (const cell of [...cells].sort((a, b) => a.column - b.column)) {
    const run = runs.at(-1);
    if (run && run.at(-1)?.column === cell.column - 1) run.push(cell);
    else runs.push([cell]);
  }
  for (const run of runs) {
    const couples = run
      .filter((_, index) => index % 2 === 0)
      .flatMap((key, index) => {
        const meaning = run[index * 2 + 1];
        return meaning === undefined ? [] : [{ key, meaning }];
      });
    const even =
      run.length % 2 === 0 &&
      (run.length === 2 ||
        couples.every(
          ({ key, meaning }) => key.text.trim().length <= 12 && meaning.text.trim().length > key.text.trim().length,
        ));
    if (even) pairs.push(...couples);
    else if (run.length === 3 && couples[0] && couples[0].key.text.trim().length <= 12) pairs.push(couples[0]);
  }
  return pairs;
}

/**
 * Gathers what the tracker explains itself: legends and key lines anywhere outside the cases, lists of codes beside their
 * meanings, and what the manager answered; her answers go first.
 *
 * @param sheets the lines of each sheet that are no cases, in order
 * @example a list sheet with "OON Rsn" over "NA | Network adequacy" explains "na" as "Network adequacy", about the trigger
 */
export function trackerWords(
  sheets: Iterable<readonly LegendLine[]>,
  answers: readonly ExplainedWord[] = [],
): TrackerWords {
  const words = new Map<string, Explanation[]>();
  const add = (key: string, meaning: string, about: readonly Meaning[], column?: string, only?: true) => {
    const plain = keyOf(key);
    if (!isKey(key, about.length > 0 || column !== undefined) || meaning.trim() === "" || keyOf(meaning) === plain)
      return;
    const known = words.get(plain) ?? [];
    known.push({
      meaning: meaning.trim(),
      about,
      ...(column === undefined ? {} : { column }),
      ...(only ? { only } : {}),
    });
    words.set(plain, known);
  };
  for (const { field, word, meaning } of answers) {
    const known = words.get(keyOf(word)) ?? [];
    known.push({ meaning, about: [field as Meaning] });
    words.set(keyOf(word), known);
  }
  for (const lines of sheets) {
    const headings = new Map<number, string>();
    let list: ColumnList | null = null;
    let listed = "";
    for (const { cells } of lines) {
      const header = columnList(cells);
      if (header !== null) {
        list = header;
        continue;
      }
      if (list !== null) {
        const at = (column: number) => cells.find((cell) => cell.column === column)?.text;
        const [key, meaning]: (string | undefined)[] = [at(list.key), at(list.meaning)];
        listed = at(list.column) ?? listed;
        if (key !== undefined && meaning !== undefined) {
          if (listed !== "") add(key, meaning, aboutOf(listed), listed, true);
          continue;
        }
        list = null;
      }
      const pairs = pairsOn(cells);
      const paired = new Set(pairs.flatMap(({ key, meaning }) => [key, meaning]));
      for (const cell of cells) {
        if (!paired.has(cell)) headings.set(cell.column, cell.text);
        const about = aboutOf(leadOf(cell.text));
        for (const { key, meaning } of readLegend(cell.text)) add(key, meaning, /^\d+$/.test(key.trim()) ? about : []);
      }
      for (const { key, meaning } of pairs) {
        if (MEANING_HEADING.test(meaning.text)) headings.set(key.column, key.text);
        else if (meaning.text.length <= LONGEST_MEANING)
          add(key.text, meaning.text, aboutOf(headings.get(key.column)), headings.get(key.column));
      }
    }
  }
  return words;
}

/**
 * What the tracker says that this cell of a column stands for, or null where it does not say. The list that is headed like
 * the column counts first, then an explanation in the words of the column; another column's explanation never does.
 */
export function explain(words: TrackerWords, text: string, meaning: Meaning, heading?: string): string | null {
  if (words.size === 0 || text.length > 80) return null;
  const whole = explainOne(words, text, meaning, heading);
  if (whole !== null || !/[;,+/&]/.test(text)) return whole;
  const parts = text.split(/\s*[;,+/&]\s*/).filter((part) => part !== "");
  const meanings = parts.map((part) => explainOne(words, part, meaning, heading));
  return parts.length > 1 && meanings.every((one) => one !== null) ? meanings.join("; ") : null;
}

/** What the list of this very column says of a cell, or null where no list names the column. */
export function explainInColumn(words: TrackerWords, text: string, heading: string | undefined): string | null {
  return (
    words
      .get(keyOf(text))
      ?.find(
        (one) =>
          one.column !== undefined &&
          (one.only === true || text.trim().length <= SHORT) &&
          isHeaded(heading, one.column) &&
          !SEE.test(one.meaning),
      )?.meaning ?? null
  );
}

function explainOne(words: TrackerWords, text: string, meaning: Meaning, heading: string | undefined): string | null {
  const own = explainInColumn(words, text, heading);
  if (own !== null) return own;
  const known = words
    .get(keyOf(text))
    ?.filter((one) => !SEE.test(one.meaning) && (one.only !== true || one.about.includes(meaning)));
  if (known === undefined || known.length === 0) return null;
  const reads = READS[meaning];
  // Words that speak for themselves need no list: lists that stand side by side are easily taken for code and meaning.
  if (reads && text.trim().length > SHORT && reads(text)) return null;
  const headed = known.find((one) => one.about.includes(meaning));
  if (headed) return headed.meaning;
  // A list that is headed like another kind of column does not speak of this one.
  if (reads)
    return known.find((one) => reads(one.meaning) && !one.about.some((other) => other in READS))?.meaning ?? null;
  return known.find((one) => one.about.length === 0)?.meaning ?? null;
}

/** Where the tracker's explanation of a code points to another column ("health share, see Product"): that explanation. */
export function seenElsewhere(words: TrackerWords, text: string): string | null {
  return words.get(keyOf(text))?.find((one) => SEE.test(one.meaning))?.meaning ?? null;
}
