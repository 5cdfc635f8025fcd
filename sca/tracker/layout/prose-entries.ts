import { findDates } from "../dates/find-dates.ts";
import type { Cell } from "../grid.ts";
import { readPatientName } from "../people/patient-name.ts";
import { samePerson } from "../people/same-person.ts";
import { rolesOfDates } from "../prose/date-roles.ts";
import { readOutcome } from "../vocabulary/outcomes.ts";
import { type EntryOpening, openingOf, type TextPiece } from "./entry-opening.ts";
import { kindByWords } from "./line-words.ts";
import type { SheetLine, SheetLines } from "./sheet-lines.ts";

/** One entry of a running text: a patient's story, or later news of it. */
export interface ProseEntry {
  readonly lines: readonly SheetLine[];
  /** The day it was written, in words or in a cell of its own. */
  readonly day: Cell | null;
  /** The patient as the entry names them; in full where an earlier or later entry introduces the same person. Null: as the entry before. */
  readonly patient: Cell | null;
  /** What it says, a cell a line, without its day and name. */
  readonly texts: readonly Cell[];
}

const LONG = 40;
const LEAST_ENTRIES = 2;
const LEAST_LENGTH = 30;
const CARRIES_ON = /^(?:\s{2,}|\t|\s*(?:↳|->|→|\.\.\.|…))/u;
const SAME_PERSON =
  /^(?:she|he|her|his|they|their|same (?:pt|patient|client|person|kid|one)|pt|patient|client|mom|dad)\b/i;

interface Line {
  readonly line: SheetLine;
  readonly day: Cell | null;
  readonly cell: Cell;
  readonly opening: EntryOpening;
}

/** The lone text of a line, with the date cell before it where one stands there. */
function loneText(line: SheetLine): { day: Cell | null; cell: Cell } | null {
  const cells = [...line.cells].filter(([position]) => !line.carried.has(position)).map(([, cell]) => cell);
  const [first, second] = cells;
  if (first === undefined || cells.length > 2) return null;
  if (second === undefined) return first.kind === "text" ? { day: null, cell: first } : null;
  const dated = first.kind === "date" || (first.text.length <= 14 && findDates(first.text)[0]?.kind === "day");
  return dated && second.kind === "text" ? { day: first, cell: second } : null;
}

function piece(cell: Cell, { text }: TextPiece): Cell {
  return { ...cell, kind: "text", text };
}

/** The text without the day and the name it opens with. */
function told(cell: Cell, { day, name }: EntryOpening): Cell {
  if (name === null) return { ...cell, text: day === null ? cell.text : cell.text.slice(day.end) };
  const before = cell.text.slice(day?.end ?? 0, name.start).replace(/^[\s:.,–—\])-]+/, "");
  return { ...cell, text: `${before}${cell.text.slice(name.end)}`.replace(/^[\s:.,;–—-]+/, "") };
}

/** The people whom entries introduce with birth date, payer or id, each once. */
function introduced(lines: readonly Line[]): string[] {
  const names: string[] = [];
  for (const { opening } of lines) {
    if (!opening.introduces || opening.name === null) continue;
    const name = readPatientName(opening.name.text)?.name;
    if (name && !names.some((other) => samePerson(other, name) === true)) names.push(name);
  }
  return names;
}

/** The one introduced person whom a short name can mean. */
function meant(name: string, people: readonly string[]): string | null {
  const fitting = people.filter((other) => samePerson(other, name) !== false);
  const [only] = fitting;
  return fitting.length === 1 && only !== undefined ? only : null;
}

/** "7 approved, 3 no, 1 waiting": answers are counted, none is told. */
const COUNTED =
  /\b\d{1,3}\s+(?:approv\w*|appr|den\w+|no|yes|pend\w*|waiting|open|closed|pulled|withdr\w+|won|lost|partial)\b/gi;

/** Whether a line tells how a request went, or that one was sent. */
function tells(text: string): boolean {
  if ((text.match(COUNTED)?.length ?? 0) >= 2) return false;
  return (
    readOutcome(text) !== null ||
    rolesOfDates(text, findDates(text)).some(({ role }) => role !== "unknown" && role !== "aside")
  );
}

/** The introduced person whom a line speaks of further on: "LOA came for Brandt"; never their relatives. */
function mentioned(text: string, people: readonly string[]): string | null {
  const found = people.filter((name) => {
    const family = name.split(" ").pop() ?? "";
    const at = family.length < 4 ? -1 : text.indexOf(family);
    return (
      at >= 0 &&
      !/^['’]?s?\s+(?:sister|brother|mother|mom|father|dad|wife|husband|son|daughter|donor|sibling)\b/i.test(
        text.slice(at + family.length),
      ) &&
      !/^\p{L}/u.test(text.slice(at + family.length))
    );
  });
  const [only] = found;
  return found.length === 1 && only !== undefined && tells(text) ? only : null;
}

/**
 * The entries of a sheet that is nothing but running text: no header, no labels, a line or a cell for each entry, which
 * opens with its day or its patient's name, or names the patient with a birth date. Later entries may name people by
 * surname alone. Null where the sheet is not written so; by the line an entry begins on otherwise.
 */
export function proseEntries(lines: SheetLines): Map<number, ProseEntry> | null {
  if (lines.columnwise) return null;
  const filled = lines.lines.filter((line) => line.cells.size > 0);
  const texts = filled
    .filter((line) => kindByWords(line) === null)
    .flatMap((line): Line[] => {
      const lone = loneText(line);
      return lone === null ? [] : [{ line, ...lone, opening: openingOf(lone.cell.text) }];
    });
  if (texts.length < filled.length * 0.8) return null;
  const people = introduced(texts);
  if (people.length < LEAST_ENTRIES) return null;
  const entries = entriesOf(texts, people);
  const inEntries = [...entries.values()].flatMap((entry) => entry.lines);
  const long = texts.filter(({ cell }) => cell.text.length >= LONG);
  const within = new Set(inEntries);
  const lengths = [...entries.values()].map((entry) => entry.texts.reduce((sum, cell) => sum + cell.text.length, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const telling = [...entries.values()].filter((entry) => tells(entry.texts.map((cell) => cell.text).join(" ")));
  if (telling.length < entries.size / 2) return null;
  if (average < LEAST_LENGTH || long.filter(({ line }) => within.has(line)).length < long.length * 0.6) return null;
  return entries;
}

/** Whether a line is the rest of the one before: set in, or in small letters where that one ends in mid-sentence. */
function goesOn(before: ProseEntry, text: string): boolean {
  const last = before.texts[before.texts.length - 1]?.text ?? "";
  return CARRIES_ON.test(text) || (/^\s*\p{Ll}/u.test(text) && !/[.!?)"”]\s*$/.test(last));
}

function entriesOf(lines: readonly Line[], people: readonly string[]): Map<number, ProseEntry> {
  const entries = new Map<number, ProseEntry>();
  let open: { at: number; last: number } | null = null;
  for (const { line, day, cell, opening } of lines) {
    const name = opening.name === null ? null : (readPatientName(opening.name.text)?.name ?? null);
    const known = name === null ? null : meant(name, people);
    const person = opening.introduces
      ? (known ?? name)
      : (known ??
        (name !== null && name.split(" ").length > 1 && tells(cell.text) ? name : mentioned(cell.text, people)));
    const ownDay = day ?? (opening.day === null ? null : piece(cell, opening.day));
    if (person !== null && (opening.introduces || known !== null || tells(cell.text))) {
      const whole =
        known === null && !opening.introduces && opening.name === null ? { ...opening, name: null } : opening;
      const spelled = opening.introduces && opening.name ? opening.name.text : person;
      entries.set(line.at, {
        lines: [line],
        day: ownDay,
        patient: { ...cell, kind: "text", text: spelled },
        texts: [told(cell, whole)],
      });
      open = { at: line.at, last: line.at };
      continue;
    }
    const before: ProseEntry | undefined = open === null ? undefined : entries.get(open.at);
    const follows = open !== null && line.at === open.last + 1;
    const body = opening.day === null ? cell.text : cell.text.slice(opening.day.end).replace(/^[\s:.,–—-]+/, "");
    if (before && open && follows && ownDay === null && goesOn(before, cell.text)) {
      entries.set(open.at, { ...before, lines: [...before.lines, line], texts: [...before.texts, cell] });
      open = { at: open.at, last: line.at };
    } else if (before && follows && SAME_PERSON.test(body) && tells(body)) {
      entries.set(line.at, {
        lines: [line],
        day: ownDay,
        patient: null,
        texts: [told(cell, { ...opening, name: null })],
      });
      open = { at: line.at, last: line.at };
    } else open = null;
  }
  return entries;
}
