import { findDates } from "../dates/find-dates.ts";
import { findIdentifiers } from "../identifiers/find-identifiers.ts";
import { readPatientName } from "../people/patient-name.ts";
import { personRuns } from "../people/person-runs.ts";
import { findPayers, matchPayer } from "../vocabulary/payers.ts";

/** A piece of a text with its place in it. */
export interface TextPiece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How an entry of running text opens: the day it was written, and whom it speaks of. */
export interface EntryOpening {
  readonly day: TextPiece | null;
  readonly name: TextPiece | null;
  /** The name stands with a birth date, a payer or an id: it introduces the patient. */
  readonly introduces: boolean;
}

const BULLET = /^[\s>*•·●▪◦–—-]*(?:#?\d{1,3}[.)]\s+)?[\s[(]*/;
const AFTER_DAY = /^[\s\])]*(?:[:–—,|.-]+|\s)[\s:–—-]*/;
const LEAD =
  /^(?:(?:update|upd|news|f\/?u|follow[- ]?up|re|on|for|from|new|add(?:ed)?|client|pt|patient|also)\b[\s:.–—-]*){1,3}(?=\p{Lu})/iu;
const RELATION =
  /\b(?:mom|mother|dad|father|parent|guardian|husband|hubby|wife|spouse|partner|sister|brother|donor|surrogate|subscriber|policy ?holder|insured|guarantor|rep|nurse|um|cm|contact|dr|doctor|with|by|w\/)\b[\s.:(–-]*$/i;
const BORN = /^[\s,.;:(–—-]{0,4}(?:(?:d\.?o\.?b|born|birth\s?date|b-?day|geb|b)\b[\s.:#]*(?:on\s+)?)?$/i;
const LONGEST_NAME = 60;

/** The day that a line of a log opens with. */
function dayAt(text: string): TextPiece | null {
  const lead = BULLET.exec(text)?.[0].length ?? 0;
  const opening = text.slice(0, lead + 28);
  const [date] = findDates(opening);
  if (date?.kind !== "day" || date.start > lead) return null;
  return { text: text.slice(date.start, date.end), start: date.start, end: date.end };
}

/** The words in which a name may stand: up to a figure, a bracket, a dash or the end of a sentence. */
function headOf(text: string): string {
  const cut = /\d|[(|;:[\]=]|\s[–—/-]\s|\.\s|\s(?:dob|born|b\.|d\.o\.b)\b|\n/i.exec(text.slice(0, 120));
  const upToMark = text.slice(0, cut?.index ?? Math.min(text.length, 120));
  const dated = findDates(text.slice(0, 120)).find((date) => date.kind === "day");
  const head = dated && dated.start < upToMark.length ? upToMark.slice(0, dated.start) : upToMark;
  const payer = findPayers(head).find((mention) => mention.start > 0);
  return payer === undefined ? head : head.slice(0, payer.start);
}

/** A birth date, a payer or an id close behind a name. */
function hasParticulars(after: string): boolean {
  const near = after.slice(0, 110);
  const [date] = findDates(near);
  if (date?.kind === "day" && date.day.year !== null && BORN.test(near.slice(0, date.start))) return true;
  if (/^[\s,(–—-]*(?:d\.?o\.?b|born)\b/i.test(near)) return true;
  const ids = findIdentifiers(near).filter((id) => id.meaning === "memberId" && id.confidence >= 0.5);
  if (ids.length > 0) return true;
  const [payer] = findPayers(near);
  return payer !== undefined && payer.start < 40 && /\d{5}/.test(near.slice(payer.start));
}

function isPayerAlone(text: string): boolean {
  const payer = matchPayer(text);
  return payer !== null && payer.how !== "as written" && payer.confidence >= 0.9;
}

/** The name a text opens with, in any of the forms people write. */
function nameAt(text: string, from: number): TextPiece | null {
  const rest = text.slice(from);
  const lead = LEAD.exec(rest)?.[0].length ?? 0;
  const head = headOf(rest.slice(lead));
  if (!/^\p{Lu}|^(?:de|del|della|da|van|von|la|le|st)\b/iu.test(head) || isPayerAlone(head)) return null;
  const reading = readPatientName(head);
  if (!reading?.name || reading.confidence < 0.5) return null;
  const first = reading.leftover[0];
  const start = from + lead;
  const length = first === undefined ? head.trimEnd().length : head.slice(0, first.start).trimEnd().length;
  const end = start + head.slice(0, length).replace(/[\s,;:–—-]+$/, "").length;
  return end > start && end - start <= LONGEST_NAME ? { text: text.slice(start, end), start, end } : null;
}

/** A full name further on, with its birth date right behind it, that no word makes somebody else's. */
function bornPerson(text: string, from: number): TextPiece | null {
  const head = text.slice(from, from + 160);
  for (const run of personRuns(head)) {
    if (run.fullWords < 2 || RELATION.test(head.slice(0, run.start))) continue;
    const after = head.slice(run.end);
    const [date] = findDates(after);
    if (date?.kind !== "day" || date.day.year === null || !BORN.test(after.slice(0, date.start))) continue;
    return { text: head.slice(run.start, run.end), start: from + run.start, end: from + run.end };
  }
  return null;
}

/**
 * Reads how a line of running text opens.
 *
 * @example openingOf("11/4 - Brandt, Coralie (3/2/86) Aetna W204418830. Sent today").name?.text is "Brandt, Coralie"
 */
export function openingOf(text: string): EntryOpening {
  const day = dayAt(text);
  const from =
    day === null
      ? (BULLET.exec(text)?.[0].length ?? 0)
      : day.end + (AFTER_DAY.exec(text.slice(day.end))?.[0].length ?? 0);
  const first = nameAt(text, from);
  if (first && hasParticulars(text.slice(first.end))) {
    const full = first.text.trim().split(/[\s,]+/).length > 1;
    if (full) return { day, name: first, introduces: true };
  }
  const born = bornPerson(text, from);
  if (born) return { day, name: born, introduces: true };
  return { day, name: first, introduces: false };
}
