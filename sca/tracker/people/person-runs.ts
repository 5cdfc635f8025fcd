import { type CellWord, cellWords } from "./cell-words.ts";
import { foldWord, isGivenName } from "./given-names.ts";
import { nameInCase } from "./name-case.ts";
import { type NameWordRole, nameWordRole } from "./name-word-role.ts";
import { DESKS, isCalendarWord, isNeverName, PAYER_WORDS, ROLES } from "./person-words.ts";

/** Some words in a row that may name a person, with what stands around them left to the reader. */
export interface PersonRun {
  readonly start: number;
  readonly end: number;
  /** In name case, without titles and credentials. */
  readonly name: string;
  /** How many of its words are full words (not initials), and whether one is a common given name. */
  readonly fullWords: number;
  readonly given: boolean;
  /** All its letters are capitals. */
  readonly shouted: boolean;
  /** It was typed in small letters. */
  readonly low: boolean;
  /** A title before it: "dr", "ms". */
  readonly title: string | null;
  /** Only words such as "May" or "Hill". */
  readonly doubtful: boolean;
}

/** Insurers whose name is also a person's: they are left out of the front of a longer name. */
const BOTH = new Set([
  "oscar",
  "molina",
  "kaiser",
  "clover",
  "friday",
  "bright",
  "devoted",
  "alliance",
  "superior",
  "wellcare",
  "beacon",
  "fallon",
  "florida",
]);
/** Given names that are everyday words when written small. */
const EVERYDAY = new Set(
  "will mark bill art may hope grace chase grant rich sue rob jack pat drew dawn gene frank ray rose faith joy sage miles dale glen guy rusty randy dot tad max lane summer autumn august june april heather holly ivy robin amber crystal star misty".split(
    " ",
  ),
);

function isNamePart(role: NameWordRole): boolean {
  return role === "name" || role === "initial" || role === "doubtful" || role === "particle" || role === "suffix";
}

function flush(run: CellWord[], title: string | null, into: PersonRun[]): void {
  const words = [...run];
  while (words.length > 0 && nameWordRole(words.at(-1)) === "particle") words.pop();
  while (
    words.length > 1 &&
    BOTH.has(foldWord(words[0]?.text ?? "")) &&
    (words.length > 2 || isGivenName(words[1]?.text ?? ""))
  )
    words.shift();
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last || nameWordRole(first) === "suffix") return;
  const full = words.filter((piece) => {
    const role = nameWordRole(piece);
    return role !== "initial" && role !== "particle" && role !== "suffix";
  });
  if (full.length === 0) return;
  const letters = words.map((piece) => piece.text).join("");
  const parts = words.map((piece) =>
    /^\p{L}\.$/u.test(piece.text) || /^(?:jr|sr|st)\.$/i.test(piece.text) ? piece.text : piece.text.replace(/\.$/, ""),
  );
  into.push({
    start: first.start,
    end: last.end - (last.text.endsWith(".") && [...last.text].length > 3 ? 1 : 0),
    name: nameInCase(parts),
    fullWords: full.length,
    given: full.some((piece) => isGivenName(piece.text) && !isCalendarWord(piece.text)),
    shouted: letters === letters.toUpperCase(),
    low: letters === letters.toLowerCase(),
    title,
    doubtful: full.every((piece) => nameWordRole(piece) === "doubtful"),
  });
}

/**
 * Runs of words that may be a person's name, in order. Small letters count only for common given names that are no everyday words;
 * in a cell of its own ("cell") a family name in small letters may follow one, where nothing else does.
 */
export function personRuns(text: string, place: "cell" | "prose" = "prose"): PersonRun[] {
  const runs: PersonRun[] = [];
  let run: CellWord[] = [];
  let title: string | null = null;
  const pieces = cellWords(text);
  const end = (): void => {
    flush(run, title, runs);
    run = [];
    title = null;
  };
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (!piece) break;
    const role = nameWordRole(piece);
    if (run.length > 0 && (piece.gap || !joins(run.at(-1)))) end();
    const particle =
      role === "particle" &&
      (run.length === 0 ? piece.text !== piece.text.toLowerCase() : true) &&
      isNamePart(nameWordRole(pieces[at + 1]));
    const low = run.at(-1)?.text === run.at(-1)?.text.toLowerCase();
    if (role === "honorific") {
      end();
      title = foldWord(piece.text);
    } else if (
      role === "name" ||
      role === "initial" ||
      role === "doubtful" ||
      particle ||
      (role === "suffix" && run.length > 0)
    )
      run.push(piece);
    else if (
      role === "lowerGiven" &&
      !EVERYDAY.has(foldWord(piece.text)) &&
      foldWord(piece.text).length > 2 &&
      run.length === 0
    )
      run.push(piece);
    else if (
      run.length === 1 &&
      low &&
      role === "lower" &&
      [...piece.text.replace(/\.$/, "")].length === 1 &&
      piece.text !== "a"
    )
      run.push(piece);
    else if (
      place === "cell" &&
      run.length === 1 &&
      low &&
      role === "lower" &&
      isFamilyInSmallLetters(piece, pieces[at + 1])
    )
      run.push(piece);
    else end();
  }
  end();
  return runs;
}

function isFamilyInSmallLetters(piece: CellWord, next: CellWord | undefined): boolean {
  const word = foldWord(piece.text);
  if (word.length < 3 || isNeverName(word) || ROLES.has(word) || DESKS.has(word) || PAYER_WORDS.has(word)) return false;
  return next === undefined || next.gap || next.kind !== "word";
}

/** A word that ends in a full stop closes a sentence unless it is an initial or a short title. */
function joins(last: CellWord | undefined): boolean {
  if (!last?.text.endsWith(".")) return true;
  return [...last.text].length <= 3;
}

/** True when a run is only an insurer's name that is also a person's. */
export function isInsurerToo(run: PersonRun): boolean {
  return run.fullWords === 1 && BOTH.has(foldWord(run.name));
}
