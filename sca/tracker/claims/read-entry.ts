import { findCodes } from "../codes/find-codes.ts";
import { reading } from "../context/text-readings.ts";
import { dotsAsSlashes } from "../dates/dotted-days.ts";
import { findDates } from "../dates/find-dates.ts";
import type { Cell } from "../grid.ts";
import { without } from "../prose/quoted.ts";
import { findRoleWords } from "../prose/role-words.ts";
import { claim, type DateDraft, type LineDraft } from "./line-draft.ts";

const LONGEST_INTRODUCTION = 170;
/** Somebody else's particulars: what stands between such a word and the next bracket or full stop is theirs. */
const OTHERS =
  /\b(?:mom|mother|dad|father|parent|guardian|husband|hubby|wife|spouse|partner|sister|brother|donor|surrogate|subscr\w*|policy ?holder|insured|guarantor|dr|doctor)\b[^).;]*/gi;
const SPACED_ID = /(?<![\d/$.-])(?:[A-Z]{1,4}\d{0,11}|\d{2,11})(?: \d{2,10}){1,3}(?![\d/%.,-]*\d)/g;

/** The part of an entry that tells who the patient is: up to the first word of a request or an answer. */
function introduction(text: string): string {
  const [told] = findRoleWords(text).filter((word) => word.role !== "dob" && word.role !== "aside" && !word.near);
  return text.slice(0, Math.min(told?.start ?? text.length, LONGEST_INTRODUCTION));
}

/** Reads an entry of running text: birth date, payer and ids behind the patient's name, and the rest as prose. */
export function readEntry(draft: LineDraft, cell: Cell): void {
  const head = introduction(cell.text);
  const own = head.replace(OTHERS, (words) => " ".repeat(words.length));
  readBorn(draft, cell, own);
  readPlan(draft, cell, own);
  readLoneCodes(draft, cell);
  draft.rest.push({ cell, text: cell.text, trust: 0.68 });
}

/**
 * In a log whose entries open with their day, what an entry tells without a date happened that day: "2/13 - Barrington
 * denied", "11/4 - Brandt, Coralie 3/2/86 ... Sent request".
 */
export function dateByEntry(draft: LineDraft): void {
  const { entryDay } = draft;
  const [cell] = draft.rest.map((entry) => entry.cell);
  if (entryDay === null || cell === undefined) return;
  const text = draft.rest.map((entry) => entry.text).join("\n");
  const sent =
    draft.dates.some((date) => date.field === "submitted") || draft.claims.some((entry) => entry.field === "submitted");
  const answered = draft.claims.some(
    (entry) => entry.field === "outcome" && entry.value !== null && ANSWERS.has(String(entry.value)),
  );
  const dated =
    draft.dates.some((date) => date.field === "decided" && date.trust >= 0.5) ||
    draft.claims.some((entry) => entry.field === "decided");
  if (answered && !sent && !dated) claim(draft, "decided", entryDay, { cell, trust: 0.62, origin: "prose" });
  const introduced =
    draft.claims.some((entry) => entry.field === "memberId") || draft.dates.some((date) => date.field === "dob");
  if (!sent && !answered && introduced && findRoleWords(text).some((word) => word.role === "submitted" && !word.near))
    claim(draft, "submitted", entryDay, { cell, trust: 0.62, origin: "prose" });
}

const ANSWERS: ReadonlySet<string> = new Set(["approved", "partiallyApproved", "denied", "approvedOnAppeal"]);

function readBorn(draft: LineDraft, cell: Cell, text: string): void {
  const days = findDates(dotsAsSlashes(text, false)).filter((date) => date.kind === "day" && date.day.year !== null);
  const labelled = days.find((date) =>
    /\b(?:d\.?o\.?b|born|b-?day|birth\s?date|b)\b[\s.:#]*$/i.test(text.slice(0, date.start)),
  );
  const first = labelled ?? days.find((date) => date.start < 25 && !/\p{L}{3}/u.test(text.slice(0, date.start)));
  if (first?.kind === "day")
    draft.dates.push({
      field: "dob",
      day: first.day,
      span: null,
      trust: 0.85,
      cell,
      origin: "prose",
    } satisfies DateDraft);
}

/** A code by itself among words ("IUI 58322") is read here: no column holds the codes. */
function readLoneCodes(draft: LineDraft, cell: Cell): void {
  const text = without(
    cell.text,
    reading.identifiers(cell.text).filter((id) => id.confidence >= 0.3 && !/^\d{5}$/.test(id.id)),
  );
  const codes = findCodes(text).filter((code) => code.question !== true);
  if (codes.length === 0 || codes.some((code) => code.weak !== true)) return;
  for (const code of codes) draft.services.push({ code: code.code, modifiers: code.modifiers, cell, doubts: [] });
}

function readPlan(draft: LineDraft, cell: Cell, text: string): void {
  const codes = findCodes(text);
  const ids = reading
    .identifiers(text)
    .filter((id) => !codes.some((code) => code.start < id.end && id.start < code.end));
  const spaced = [...text.matchAll(SPACED_ID)]
    .map((match) => ({ id: match[0], start: match.index, end: match.index + match[0].length }))
    .filter(
      ({ id, start, end }) =>
        id.replace(/\D/g, "").length >= 7 &&
        !codes.some((code) => code.start < end && start < code.end) &&
        !reading.dates(text).some((date) => date.start < end && start < date.end),
    );
  const group = ids.find((id) => id.meaning === "groupNumber" && id.confidence >= 0.5);
  if (group) claim(draft, "groupNumber", group.id, { cell, trust: 0.8, origin: "prose" });
  const member =
    ids.find((id) => id.meaning === "memberId" && id.confidence >= 0.5) ??
    ids.find((id) => id.meaning === "unknown" && /\d{6}/.test(id.id));
  const [wide] = spaced.filter((one) => member === undefined || (one.start <= member.start && one.end >= member.end));
  const id = member !== undefined && wide !== undefined && isPayer(wide.id) ? member : (wide ?? member);
  if (id) claim(draft, "memberId", id.id, { cell, trust: 0.8, origin: "prose" });
  const named = payerIn(id === undefined ? text : text.slice(0, id.start), id !== undefined) ?? payerIn(text, false);
  if (named)
    claim(draft, "payer", named.payer, { cell, trust: 0.75 * Math.max(0.7, named.confidence), origin: "prose" });
}

/** "UHC 004418831": the letters are the payer's, not the id's. */
function isPayer(id: string): boolean {
  const payer = reading.payer(id.replace(/[\d\s]+$/, ""));
  return payer !== null && payer.how !== "as written" && payer.confidence >= 0.85;
}

/** The payer that a patient's particulars name; just before the id ("Tufts N20441885") a name alone will do. */
function payerIn(text: string, beforeId: boolean): { payer: string; confidence: number } | null {
  const mentions = reading.payers(text).filter((payer) => payer.role === undefined || payer.role === "secondary");
  const [first] = mentions;
  if (first && first.confidence >= 0.6) return { payer: first.payer, confidence: 0.95 };
  if (!beforeId) return null;
  const dates = findDates(dotsAsSlashes(text, false));
  const phrase = without(text, dates)
    .replace(/(?:\b(?:id|mbr|member|policy|card|sub|ins)\b\s*)?[#:.,\s/–—(-]*$/i, "")
    .split(/[.,;:()/–—]|\s-\s|\s{3,}|\b(?:plan|ins(?:urance)?|has|with|is)\b/i)
    .pop()
    ?.trim();
  if (!phrase || phrase.length < 3 || phrase.length > 40 || !/^\p{Lu}/u.test(phrase)) return null;
  const match = reading.payer(phrase);
  return match === null || match.ambiguous ? null : { payer: match.payer, confidence: match.confidence };
}
