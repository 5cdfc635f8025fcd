import type { DateMention } from "../dates/written-day.ts";
import { bracketsIn, quotedPlaces, without } from "./quoted.ts";
import { type DateRole, findRoleWords, type RoleWord } from "./role-words.ts";
import { partsOf, type Stretch, sentencesOf } from "./sentences.ts";

/** A place in a text that speaks of a day or a span of days. */
interface Mentioned extends Stretch {
  readonly kind?: string;
  readonly text?: string;
}

/** A date of a text with what the words around it say of it. */
export interface DatedRole<D extends Mentioned = DateMention> {
  readonly date: D;
  readonly role: DateRole;
  /** Characters between the date and the word that says so; infinite where none does. */
  readonly distance: number;
  /** The word that says it, where one does. */
  readonly word: RoleWord | null;
}

const REACH = 60;
const NEAR = 5;

/** Only little words between: "ok on 3/4", "denied - 3/4". */
function adjacent(between: string): boolean {
  return /^[\s:=.,!*"'”(–—-]*(?:(?:on|the|as of|w\/|by|back|it|in|verbally|over phone|by phone|via (?:fax|portal|phone|email)|per (?:rep|um|cm))[\s:=.,-]*){0,2}$/i.test(
    between,
  );
}

/**
 * What the words around each date of a text say of it. In a sentence that opens with a date the word behind a date tells
 * ("6/2 sent w/ LMN. 6/14 APPROVED"), in any other the word before it ("sent 2/18, appr 3/20"). A date that no word speaks
 * of is `unknown`.
 *
 * @example in "asked 10/15 for PHP. denied 10/17", 10/15 is "submitted" and 10/17 "decided"
 */
export function rolesOfDates<D extends Mentioned>(text: string, dates: readonly D[]): DatedRole<D>[] {
  const inDate = (word: RoleWord) => dates.some((date) => word.start < date.end && date.start < word.end);
  const words = findRoleWords(
    without(
      text,
      quotedPlaces(text).filter((quote) => !dates.some((date) => date.start < quote.end && quote.start < date.end)),
    ),
  ).filter((word) => !inDate(word) || word.role === "authStart" || word.role === "authEnd");
  const result: DatedRole<D>[] = [];
  for (const sentence of sentencesOf(text, dates)) {
    const within = dates.filter((date) => date.start >= sentence.start && date.start < sentence.end);
    if (within.length === 0) continue;
    const spoken = words.filter((word) => word.start >= sentence.start && word.end <= sentence.end);
    result.push(...sentenceRoles(text, sentence, within, spoken));
  }
  return result.map((entry) => {
    if (isDeadline(text, entry.date)) return { ...entry, role: "aside" };
    return entry.role === "unknown" ? fromSentenceBefore(text, entry, words, dates) : entry;
  });
}

function sentenceRoles<D extends Mentioned>(
  text: string,
  sentence: Stretch,
  dates: readonly D[],
  words: readonly RoleWord[],
): DatedRole<D>[] {
  const parts = partsOf(text, sentence);
  const partOf = (at: number) => parts.find((part) => at >= part.start && at <= part.end) ?? sentence;
  const [first] = dates;
  const dateFirst =
    first !== undefined &&
    !/[\p{L}]{2}/u.test(text.slice(sentence.start, first.start).replace(/^\W*(?:on|then|and|also)\b/i, "")) &&
    words.some((word) => word.start >= first.end);
  const taken = new Set<RoleWord>();
  const brackets = bracketsIn(text);
  const apart = (word: RoleWord, date: Stretch) =>
    brackets.some(
      (one) => word.start >= one.start && word.end <= one.end && !(date.start >= one.start && date.end <= one.end),
    );
  return dates.map((date, index) => {
    const floor = dates[index - 1]?.end ?? sentence.start;
    const ceiling = dates[index + 1]?.start ?? sentence.end;
    const part = partOf(date.start);
    const before = words
      .filter(
        (word) =>
          word.end <= date.start + (word.role === "authStart" || word.role === "authEnd" ? date.end - date.start : 0) &&
          word.start >= floor &&
          !taken.has(word),
      )
      .filter((word) => usable(word, text.slice(word.end, date.start)))
      .sort((a, b) => Number(apart(a, date)) - Number(apart(b, date)) || b.start - a.start);
    // What stands behind a span of days speaks of the next thing, unless an arrow leads from the asking to the answer.
    const closed = date.kind === "span" && !/->|→/.test(date.text ?? "");
    const after = (closed ? [] : words)
      .filter((word) => word.start >= date.end && word.end <= ceiling)
      .filter((word) => usable(word, text.slice(date.end, word.start)) || says(text, word));
    const pick = (word: RoleWord | undefined): DatedRole<D> | null => {
      if (!word) return null;
      taken.add(word);
      return {
        date,
        role: word.role,
        distance: word.end <= date.start ? date.start - word.end : Math.max(0, word.start - date.end),
        word,
      };
    };
    const inPart = (word: RoleWord) => word.start >= part.start && word.start <= part.end;
    const close =
      before.find(
        (word) => word.end <= date.start && word.role === "aside" && adjacent(text.slice(word.end, date.start)),
      ) ?? before.find((word) => adjacent(text.slice(word.end, date.start)));
    // A word that leans on the next date ("3/6 req 2/24") is that one's, unless dates go first here.
    const free = dateFirst
      ? after
      : after.filter((word) => index + 1 >= dates.length || !adjacent(text.slice(word.end, ceiling)));
    const order = dateFirst
      ? [() => after.find(inPart), () => close, () => after[0], () => before.find(inPart), () => before[0]]
      : [
          () => close,
          () => before.find((word) => inPart(word) && word.role !== "paper"),
          () => before.find(inPart),
          () => free.find(inPart),
          () => before[0],
          () => free[0],
        ];
    for (const choose of order) {
      const word = choose();
      const found = pick(
        word !== undefined && CALLED.test(text.slice(word.start, word.end))
          ? (answerBehind(text, date, words) ?? word)
          : word,
      );
      if (found) return found;
    }
    return { date, role: "unknown", distance: Number.POSITIVE_INFINITY, word: null };
  });
}

/** "called 10/1: approved": the call brought the answer. */
const CALLED = /^(?:call(?:ed|s)?|spoke|sp w\/|heard|told)\b/i;

function answerBehind(text: string, date: Stretch, words: readonly RoleWord[]): RoleWord | undefined {
  return words.find(
    (word) =>
      (word.role === "decided" || word.role === "won") &&
      word.start >= date.end &&
      /^\s*[:,–—-]+\s*(?:it'?s\s+|they\s+|w\/\s*)?$/i.test(text.slice(date.end, word.start)),
  );
}

/** "may appeal, has til 6/16": the last day for it, not of an authorization. */
function isDeadline(text: string, date: Mentioned): boolean {
  return (
    /^(?:un)?till?\b|^by\b/i.test(text.slice(date.start, date.end)) &&
    /\b(?:appeal|respond|reply|resubmit|grievance|reconsider)\w*[^;\d]{0,40}$/i.test(text.slice(0, date.start))
  );
}

function usable(word: RoleWord, between: string): boolean {
  if (word.near) return adjacent(between) || (between.length <= NEAR && !/\p{L}{2}/u.test(between));
  return between.length <= REACH;
}

/** "8/28 "Marcus" says yes over the phone": a word too common to reach far is believed behind "says". */
function says(text: string, word: RoleWord): boolean {
  return (
    word.near &&
    word.role === "decided" &&
    /\b(?:says?|said|gave|with|a|they|plan|rep|um|cm|payer|ins|:)\s*["“]?$/i.test(
      text.slice(Math.max(0, word.start - 9), word.start),
    )
  );
}

/** A date that is a sentence by itself belongs to the one before it ("NO. they have people. 5/2/25"). */
function fromSentenceBefore<D extends Mentioned>(
  text: string,
  entry: DatedRole<D>,
  words: readonly RoleWord[],
  dates: readonly Stretch[],
): DatedRole<D> {
  const sentences = sentencesOf(text, dates);
  const at = sentences.findIndex((sentence) => entry.date.start >= sentence.start && entry.date.start < sentence.end);
  const own = sentences[at];
  const previous = sentences[at - 1];
  if (!own || !previous) return entry;
  const alone = !/\p{L}{2}/u.test(text.slice(own.start, entry.date.start) + text.slice(entry.date.end, own.end));
  if (!alone || dates.some((date) => date.start >= previous.start && date.end <= previous.end)) return entry;
  const said = words.filter(
    (word) => word.start >= previous.start && word.end <= previous.end && !word.near && word.role !== "aside",
  );
  const word = said[said.length - 1];
  return word ? { date: entry.date, role: word.role, distance: entry.date.start - word.end, word } : entry;
}
