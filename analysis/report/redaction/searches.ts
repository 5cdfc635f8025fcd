import { type CalendarDate, partsOfDay, serialFromDay } from "../../../sca/values/calendar-date.ts";
import type { OwnFigures } from "./own-figures.ts";
import { compact, plainWords, wordsOf } from "./plain-words.ts";
import type { ReadPart } from "./read-part.ts";

/** Looks for one class of values in a part; answers with how often it met one. */
export type Search = (part: ReadPart) => number;

/** Shorter ones are not told from figures and words unless a label stands before them. */
const SHORTEST_ID = 4;
/** From this length on an identifier is met also inside of longer words, or over gaps in a figure. */
const LONG_ID = 7;
const LABELS = new Set(
  "id ids member group grp auth authorization claim case ref reference no nr number num".split(" "),
);
/** Words of a note in a row that nobody writes twice by chance. */
const NOTE_WORDS = 5;

/** Counts in the units; where there is nothing, in the part read on over them. */
function countWords(part: ReadPart, count: (words: readonly string[]) => number): number {
  const inUnits = part.words.slice(0, -1).reduce((sum, words) => sum + count(words), 0);
  return inUnits > 0 ? inUnits : count(part.words.at(-1) ?? []);
}

/** Identifiers, however they are spaced, dotted or hyphened, and their figures alone where these are long. */
export function searchIds(values: readonly string[]): Search {
  const whole = new Set(values.map(compact).filter((value) => value !== ""));
  for (const value of [...whole]) {
    const digits = value.replace(/\D/g, "");
    if (digits.length >= LONG_ID) whole.add(digits);
  }
  const inside = [...whole].filter((value) => value.length > LONG_ID);
  return (part) => {
    const found = countWords(part, (words) => {
      let times = 0;
      for (let at = 0; at < words.length; at++) {
        let joined = "";
        for (let to = at; to < Math.min(words.length, at + 6); to++) {
          joined += words[to];
          if (!whole.has(joined) || (to > at && joined.length < LONG_ID)) continue;
          if (joined.length >= SHORTEST_ID || LABELS.has(words[at - 1] ?? "")) times++;
        }
      }
      return times;
    });
    return found > 0 ? found : inside.filter((value) => part.compact.includes(value)).length;
  };
}

/** Whole names, first name first or last, and without blanks between them. */
export function searchNames(names: readonly string[]): Search {
  const orders = new Set<string>();
  const joined: string[] = [];
  for (const name of names) {
    const words = wordsOf(name);
    if (words.length < 2) continue;
    const [first = "", last = ""] = [words[0], words.at(-1)];
    for (const order of [
      words,
      [...words.slice(1), first],
      [last, ...words.slice(0, -1)],
      [first, last],
      [last, first],
    ]) {
      orders.add(order.join(" "));
      const close = order.join("");
      if (close.length >= 8) joined.push(close);
    }
  }
  const longest = Math.max(0, ...[...orders].map((order) => order.split(" ").length));
  return (part) => {
    const found = countWords(part, (words) => countRuns(words, orders, longest));
    return found > 0 ? found : joined.filter((close) => part.compact.includes(close)).length;
  };
}

/** Words of names that have three letters or more. */
export function searchNameWords(names: readonly string[]): Search {
  const parts = new Set(nameWords(names));
  return (part) => countWords(part, (words) => words.filter((word) => parts.has(word)).length);
}

/** The words of names that are searched by themselves. */
export function nameWords(names: readonly string[]): string[] {
  return [...new Set(names.flatMap(wordsOf))].filter((word) => /^\p{L}{3,}$/u.test(word));
}

/** Names of others, word by word. */
export function searchPhrases(phrases: readonly string[]): Search {
  const known = new Set(phrases.map((phrase) => wordsOf(phrase).join(" ")).filter((phrase) => phrase.length >= 3));
  const longest = Math.max(0, ...[...known].map((phrase) => phrase.split(" ").length));
  const close = [...known].map((phrase) => phrase.replaceAll(" ", "")).filter((phrase) => phrase.length >= 10);
  return (part) => {
    const found = countWords(part, (words) => countRuns(words, known, longest));
    return found > 0 ? found : close.filter((phrase) => part.compact.includes(phrase)).length;
  };
}

function countRuns(words: readonly string[], known: ReadonlySet<string>, longest: number): number {
  let times = 0;
  for (let at = 0; at < words.length; at++) {
    let run = "";
    for (let to = at; to < Math.min(words.length, at + longest); to++) {
      run = run === "" ? (words[to] ?? "") : `${run} ${words[to]}`;
      if (known.has(run)) times++;
    }
  }
  return times;
}

/** Two letters of a patient's name within a few words of a day. */
export function searchInitials(names: readonly string[]): Search {
  const initials = new Set(
    names.flatMap((name) => {
      const [first = "", ...others] = wordsOf(name).map((word) => word[0] ?? "");
      return others.flatMap((other) => [`${first}${other}`, `${other}${first}`]);
    }),
  );
  return ({ days }) => {
    let times = 0;
    for (const { unit, found } of days) {
      for (const match of unit.text.matchAll(/(?<![\p{L}\p{N}])(\p{Lu})[. ]{0,2}(\p{Lu})(?![\p{L}\p{N}])/gu)) {
        const pair = `${match[1]}${match[2]}`.toLowerCase();
        if (initials.has(pair) && found.some(({ at }) => Math.abs(at - match.index) < 40)) times++;
      }
    }
    return times;
  };
}

/** Days in any spelling, and as a spreadsheet's day number; those of the letter's own are left out. */
export function searchDays(days: readonly CalendarDate[], own: ReadonlySet<CalendarDate>): Search {
  const wanted = new Set(days.filter((day) => !own.has(day)));
  const serials = new Set([...wanted].map((day) => serialFromDay(day, "1900")));
  const yearless = new Set([...wanted].map(monthAndDay));
  for (const day of own) yearless.delete(monthAndDay(day));
  return ({ part, days: mentioned }) => {
    let times = 0;
    for (const { found } of mentioned)
      times += new Set(found.map(({ day }) => day).filter((day) => wanted.has(day))).size;
    for (const { kind, text } of part.units) {
      if (kind === "number" && serials.has(Number(text))) times++;
      for (const [, month = "", day = ""] of plainWords(text).matchAll(YEARLESS)) {
        if (yearless.has(`${month.slice(0, 3)} ${Number(day)}`)) times++;
      }
    }
    return times;
  };
}

const YEARLESS =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[.]? (\d{1,2})(?:st|nd|rd|th)?(?![\d/.-]|,? ?'?\d)/g;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

function monthAndDay(day: CalendarDate): string {
  const { month, day: dayOfMonth } = partsOfDay(day);
  return `${MONTHS[month - 1]} ${dayOfMonth}`;
}

/** Telephone numbers by their figures, mail addresses by their letters. */
export function searchContacts(phones: readonly string[], emails: readonly string[]): Search {
  const numbers = searchIds(phones.map((phone) => phone.replace(/\D/g, "").replace(/^1(?=\d{10}$)/, "")));
  const addresses = emails.map(plainWords).filter((address) => address !== "");
  return (part) => {
    const met = part.part.units.reduce(
      (sum, { text }) => sum + addresses.filter((address) => plainWords(text).includes(address)).length,
      0,
    );
    const close = met > 0 ? 0 : addresses.filter((address) => part.compact.includes(compact(address))).length;
    return met + close + numbers(part);
  };
}

/** Notes that people wrote: five words in a row, or a shorter note as a whole. */
export function searchNotes(notes: readonly string[]): Search {
  const runs = new Set<string>();
  const short = new Set<string>();
  for (const note of notes) {
    const words = wordsOf(note);
    if (words.length < NOTE_WORDS) {
      if (words.length >= 2 && words.join("").length >= 10) short.add(words.join(" "));
      continue;
    }
    for (let at = 0; at + NOTE_WORDS <= words.length; at++) runs.add(words.slice(at, at + NOTE_WORDS).join(" "));
  }
  return (part) =>
    countWords(part, (words) => countRuns(words, runs, NOTE_WORDS) + countRuns(words, short, NOTE_WORDS));
}

/** Figures of the practice's own, with their cents or rounded: dollars in words and sheets, percents in words. */
export function searchOwnFigures({ dollars, percents }: OwnFigures): Search {
  const isOne = (figures: readonly number[], text: string): boolean => {
    const figure = Number(text.replaceAll(",", ""));
    return figures.some((own) => Math.abs(own - figure) < 0.005 || (!text.includes(".") && Math.round(own) === figure));
  };
  return ({ part }) =>
    part.units.reduce((times, { kind, text }) => {
      if (kind === "number") return times + (isOne(dollars, text) ? 1 : 0);
      const sums = [...text.matchAll(/[$]\s?([\d,]+(?:[.]\d+)?)/g)].filter(([, sum = ""]) => isOne(dollars, sum));
      const shares = [...text.matchAll(/([\d,]+(?:[.]\d+)?)\s?(?:%|percent)/g)];
      return times + sums.length + shares.filter(([, share = ""]) => isOne(percents, share)).length;
    }, 0);
}

const INTERNAL_WORDS =
  /walk[- ]?away|internal edition|not for the payer|\bour (?:own )?(?:floor|cost|target)|\btarget (?:rate|price|ask)|\bfloor (?:rate|price)|cost per (?:unit|session|day)|margin over|break[- ]?even/g;

/** Words that only the practice's own edition has. */
export const searchInternalWords: Search = ({ part }) =>
  part.units.reduce((times, { text }) => times + (plainWords(text).match(INTERNAL_WORDS)?.length ?? 0), 0);

const SMALL = "(?:[1-9]|10)";
const PEOPLE =
  "(?:cases?|requests?|patients?|members?|claims?|approvals?|denials?|appeals?|admissions?|people|persons|decided|granted|approved|denied|pending)";
const SMALL_COUNTS = new RegExp(
  `(?<![\\d.,$/-])${SMALL} (?:out )?of (?:the )?\\d|\\d (?:out )?of (?:the )?${SMALL}(?![\\d.,%/-]\\d|\\d|%)|(?<![\\d.,$/-])${SMALL} (?:[a-z]+ )?${PEOPLE}\\b|\\b(?:two|three|four|five|six|seven|eight|nine|ten) (?:[a-z]+ )?(?:cases|requests|patients|members|claims|denials|appeals)\\b`,
  "g",
);

/**
 * Counts of 1 to 10: alone in a cell of a table, as a count in a sheet, or beside what is counted in a sentence. Figures
 * that the report shows as something else (days, shares, dollars) are known by `others`.
 */
export function searchSmallCounts(others: ReadonlySet<string>): Search {
  return ({ part }) =>
    part.units.reduce((times, { kind, text }) => {
      const plain = plainWords(text).trim();
      if (kind === "cell" || kind === "number") {
        return times + (/^(?:[1-9]|10)(?:[.]0+)?$/.test(plain) && !others.has(String(Number(plain))) ? 1 : 0);
      }
      return times + (plain.match(SMALL_COUNTS)?.length ?? 0);
    }, 0);
}
