import type { FieldName } from "../claims/claim.ts";
import { claim, type LineDraft } from "../claims/line-draft.ts";
import { findCodes } from "../codes/find-codes.ts";
import { reading } from "../context/text-readings.ts";
import { dotsAsSlashes } from "../dates/dotted-days.ts";
import { findDates } from "../dates/find-dates.ts";
import type { DateMention } from "../dates/written-day.ts";
import type { Cell } from "../grid.ts";
import { findIdentifiers } from "../identifiers/find-identifiers.ts";
import { findRates } from "../rates/find-rates.ts";
import { findUnits } from "../units/find-units.ts";
import { rolesOfDates } from "./date-roles.ts";
import { answerOfNote, claimProseAnswer, type NoteAnswer } from "./prose-answer.ts";
import { claimProseCounts, isAskedCount, type NoteCounts } from "./prose-counts.ts";
import { claimProseDates, isWeakDate } from "./prose-dates.ts";
import { claimProseIds } from "./prose-ids.ts";
import { from, type Note } from "./prose-place.ts";
import { claimProseRates } from "./prose-rates.ts";
import { without } from "./quoted.ts";
import type { DateRole } from "./role-words.ts";

/** A note that opens with the word for an extension speaks of an earlier request. */
const CARRIES_ON =
  /^\W*(?:ext(?:ension)?|re-?auth(?:orization)?|conc(?:urrent)?(?: review)?|more (?:visits|days|sessions|units))\s*(?:[:–-]|req|ask|sent|request)/i;

export interface ProseOptions {
  /** How sure anything read here can be. */
  readonly trust: number;
  /** Fields that this text may state; absent means all. */
  readonly fields?: ReadonlySet<FieldName>;
  /** Whether codes named here are codes of the case. */
  readonly codes: boolean;
  /** What the only date here is the date of, where no word says it: the column's own meaning. */
  readonly otherwise?: DateRole | undefined;
}

/** Reads facts out of running text: dates by the words around them, rates by who named them, ids by their labels. */
export function readProse(draft: LineDraft, cell: Cell, text: string, options: ProseOptions): void {
  if (CARRIES_ON.test(text)) draft.marks.continues = true;
  const may = (field: FieldName) => options.fields === undefined || options.fields.has(field);
  const note: Note = { draft, cell, text, trust: options.trust, may };
  const emails = reading.emails(text);
  const phones = reading.phones(text).filter((phone) => phone.confidence >= 0.5);
  const reachable = without(text, [...emails, ...phones]);
  const ids = findIdentifiers(reachable).filter((id) => id.confidence >= 0.3);
  const numbered = ids.filter((id) => id.confidence >= 0.45);
  const unnumbered = without(reachable, numbered);
  const dates = findDates(dotsAsSlashes(unnumbered, false));
  const undated = without(
    unnumbered,
    dates.filter((date) => !isWeakDate(date)),
  );
  const rates = findRates(undated);
  const codes = findCodes(undated).filter((code) => code.question !== true && code.weak !== true);
  const answer = answerOfNote(text, rolesOfDates(unnumbered, dates));

  claimProseDates(draft, cell, unnumbered, dates, {
    trust: options.trust,
    may,
    otherwise: options.otherwise,
    unsure: answer?.doubt !== undefined,
  });
  const [email] = emails;
  if (may("contactEmail") && emails.length === 1 && email) claim(draft, "contactEmail", email.text, from(note, 0.95));
  const voice = phones.filter((phone) => phone.kind === "phone");
  if (may("contactPhone") && voice.length === 1) claim(draft, "contactPhone", voice[0]?.phone, from(note, 0.95));
  if (may("contactName")) claimContact(note);
  const priced =
    answer === null &&
    rates.some((rate) => rate.model !== undefined && (rate.role === "agreed" || rate.role === "unknown"));
  claimProseIds(note, ids, priced || (answer !== null && /pprov/.test(answer.outcome)));
  if (may("payer")) claimPayer(note);
  if (options.codes) {
    for (const code of codes) {
      const units = code.units === undefined || isAskedCount(undated, code.start) ? {} : { units: code.units };
      draft.services.push({ code: code.code, modifiers: code.modifiers, cell, doubts: [], ...units });
    }
  }
  claimProseRates(note, rates);
  const refused = answer !== null && (answer.outcome === "denied" || answer.outcome === "withdrawn");
  const askedFor = codes.find((code) => code.units !== undefined && isAskedCount(undated, code.start))?.units ?? null;
  const counts = refused
    ? null
    : claimProseCounts(
        { ...note, text: undated },
        findUnits(undated),
        [...codes.filter((code) => code.units !== undefined), ...rates],
        spanDays(dates),
        askedFor,
      );
  claimProseAnswer({ ...note, text: unnumbered }, fewerGranted(answer, counts));
}

/** "Asked for 40 units, they gave 20. ok 5/9": an approval of fewer than asked is one in part. */
function fewerGranted(answer: NoteAnswer | null, counts: NoteCounts | null): NoteAnswer | null {
  if (answer?.outcome !== "approved" || !counts || counts.asked === null || counts.granted === null) return answer;
  return counts.granted < counts.asked
    ? { ...answer, outcome: "partiallyApproved", confidence: Math.min(answer.confidence, 0.85) }
    : answer;
}

function claimContact(note: Note): void {
  const contacts = reading.contacts(note.text).filter((contact) => contact.confidence >= 0.6);
  const [contact] = contacts;
  if (contact && contacts.every((other) => other.name === contact.name))
    claim(note.draft, "contactName", contact.name, from(note, contact.confidence));
}

function claimPayer(note: Note): void {
  const payers = reading.payers(note.text).filter((payer) => payer.role === undefined && payer.confidence >= 0.8);
  const [payer] = payers;
  if (payer && payers.every((other) => other.payer === payer.payer))
    claim(note.draft, "payer", payer.payer, from(note, payer.confidence * 0.9));
}

/** How many days the note's own span covers, where that can be told without a year. */
function spanDays(dates: readonly DateMention[]): number | null {
  for (const date of dates) {
    if (date.kind !== "span") continue;
    if (date.lasts?.unit === "day") return date.lasts.count;
    const { from: first, to: last } = date;
    if (first?.kind !== "numeric" || last?.kind !== "numeric") continue;
    const days = (last.first - first.first + (last.first < first.first ? 12 : 0)) * 30.4 + last.second - first.second;
    return Math.round(days) + 1;
  }
  return null;
}
