import type { Doubt } from "../claims/claim.ts";
import { claim } from "../claims/line-draft.ts";
import { reading } from "../context/text-readings.ts";
import type { Outcome } from "../tracked-case.ts";
import { readCostSharing } from "../vocabulary/cost-sharing.ts";
import { denialReasonIn } from "../vocabulary/denial-reason.ts";
import { findLevelsOfCare } from "../vocabulary/levels-of-care.ts";
import { type OutcomeReading, readOutcome } from "../vocabulary/outcomes.ts";
import { readTrigger } from "../vocabulary/triggers.ts";
import { readWrittenConfirmation } from "../vocabulary/written-confirmation.ts";
import type { DatedRole } from "./date-roles.ts";
import { from, type Note } from "./prose-place.ts";
import { quotedPlaces, without } from "./quoted.ts";
import { findRoleWords } from "./role-words.ts";
import { sentencesOf } from "./sentences.ts";

/** What a note says became of the request, with the reason; null where it does not say. */
export interface NoteAnswer {
  readonly outcome: Outcome;
  readonly confidence: number;
  readonly doubt?: Doubt;
  readonly denialReason?: string;
  readonly written?: boolean;
}

const DENIED_BY_LETTER = /\b(?:den\w*|declin\w*|rejected)\s+(?:by|per|via|in)\s+(?:an?\s+)?(?:letter|ltr|fax|writing)/i;
const QUESTIONED = /\b(?:closed|denied|approved|approval|withdrawn|ok|dead|done|moot|cancelled|canceled)\s?\?|\?\?\?/i;

/**
 * The outcome that a note tells. Where its words alone are faint, the answer's own date speaks ("yes on 7/19", "NO on 1/28:
 * experimental"); words that doubt themselves ("so... closed?") are asked about.
 */
export function answerOfNote(text: string, dated: readonly DatedRole[]): NoteAnswer | null {
  const read = readOutcome(text) ?? readOutcome(behindPayer(text));
  const faint = read === null || (read.confidence < 0.6 && read.candidates === undefined);
  const answers = dated.filter(
    (entry) => entry.role === "decided" && entry.date.kind === "day" && entry.word !== null && entry.distance < 45,
  );
  const last = answers[answers.length - 1];
  if (faint && last?.word) {
    const said = text.slice(last.word.start, last.word.end).toLowerCase();
    if (last.word.negative) {
      const reason = denialReasonIn(text.slice(Math.max(last.word.end, last.date.end)));
      return { outcome: "denied", confidence: 0.85, ...(reason === undefined ? {} : { denialReason: reason }) };
    }
    const rest = text.slice(Math.min(last.word.start, last.date.start));
    if (/^(?:gave|got|half|partial|modified|mod)/.test(said) && /\b(?:only|half|part|just|not)\b/i.test(rest))
      return { outcome: "partiallyApproved", confidence: 0.8 };
    if (
      /^(?:yes|ok|okay|approval|appr?|gave|got|says|said)$/.test(said) &&
      !/\b(?:no|not|denied)\b/i.test(rest.slice(0, 25))
    )
      return withWritten("approved", 0.82, read);
  }
  if (read === null) return null;
  const unsure = read.candidates !== undefined && read.confidence < 0.6;
  const shut = read.outcome === "pending" && /^\W*closed\b/i.test(text);
  const doubt: Doubt | undefined =
    unsure || shut || QUESTIONED.test(text)
      ? {
          why: QUESTIONED.test(text) ? "question-mark" : "unclear",
          candidates: read.candidates ? [...read.candidates] : [read.outcome],
        }
      : undefined;
  return {
    outcome: read.outcome,
    confidence: doubt === undefined ? read.confidence : Math.max(0.6, read.confidence),
    ...(doubt === undefined ? {} : { doubt }),
    ...(read.denialReason === undefined ? {} : { denialReason: read.denialReason }),
    ...(read.written === undefined ? {} : { written: read.written }),
  };
}

/** "Aetna ok, auth 123": the answer stands behind the name of who gave it. */
function behindPayer(text: string): string {
  const [payer] = reading.payers(text);
  return payer === undefined || /\p{L}/u.test(text.slice(0, payer.start))
    ? ""
    : text.slice(payer.end).replace(/^(?:\s+(?:says?|said|is|was))?[\s:,–—-]+/i, "");
}

function withWritten(outcome: Outcome, confidence: number, read: OutcomeReading | null): NoteAnswer {
  return { outcome, confidence, ...(read?.written === undefined ? {} : { written: read.written }) };
}

/** Claims the answer and what goes with it: reason, letter, cost share, trigger and level of care. */
export function claimProseAnswer(note: Note, answer: NoteAnswer | null): void {
  const { draft, text, may } = note;
  if (answer && may("outcome")) {
    claim(draft, "outcome", answer.outcome, from(note, answer.confidence, answer.doubt));
    if (answer.denialReason && may("denialReason"))
      claim(draft, "denialReason", answer.denialReason, from(note, 0.8, answer.doubt));
  }
  const own = ownWords(text, answer);
  const granted =
    answer === null ||
    answer.outcome === "approved" ||
    answer.outcome === "partiallyApproved" ||
    answer.outcome === "approvedOnAppeal";
  if (may("writtenConfirmation") && granted && !DENIED_BY_LETTER.test(text)) {
    const written = readWrittenConfirmation(text, { prose: true });
    if (written && written.confidence >= 0.7)
      claim(draft, "writtenConfirmation", written.value, from(note, written.confidence));
    else if (answer?.written !== undefined) claim(draft, "writtenConfirmation", answer.written, from(note, 0.85));
  }
  if (may("costSharing") && granted) {
    const sharing = readCostSharing(own);
    if (sharing && sharing.confidence >= 0.7)
      claim(draft, "costSharing", sharing.costSharing, from(note, sharing.confidence));
  }
  if (may("trigger")) {
    const trigger = readTrigger(own);
    if (trigger && trigger.trigger !== "other" && trigger.confidence >= 0.7)
      claim(draft, "trigger", trigger.trigger, from(note, trigger.confidence * 0.9));
  }
  if (may("levelOfCare")) claimLevel(note, own, granted);
}

/** The note without what others say in it: the plan's reason, quotations, and how a withdrawn request ended. */
function ownWords(text: string, answer: NoteAnswer | null): string {
  let own = without(text, quotedPlaces(text));
  const reason = answer?.denialReason;
  const at = reason === undefined ? -1 : own.indexOf(reason);
  if (reason !== undefined && at >= 0) own = without(own, [{ start: at, end: at + reason.length }]);
  if (answer !== null && answer.outcome !== "withdrawn") return own;
  const words = findRoleWords(own).filter(
    (word) => word.role === "withdrawn" || /^lost/.test(own.slice(word.start, word.end)),
  );
  return without(
    own,
    sentencesOf(own).filter((sentence) =>
      words.some((word) => word.start >= sentence.start && word.end <= sentence.end),
    ),
  );
}

const ELSEWHERE =
  /\b(?:went|going|goes|transferr?ed|moved|stepp?(?:ed|ing)? down|step[- ]?down|discharged?|d\/?c'?d?|admitted|back|prior|previous|from|instead of|avoid\w*|vs\.?|only par|no par|no inn)\s*(?:to|from|of)?\s*(?:an?\s|the\s)?$/i;

/** The level of care that was granted, else asked for; a level where the patient came from or went is neither. */
function claimLevel(note: Note, own: string, granted: boolean): void {
  const levels = findLevelsOfCare(own).filter(
    (level) => !ELSEWHERE.test(own.slice(Math.max(0, level.start - 25), level.start)),
  );
  const distinct = new Set(levels.map((level) => level.level));
  const [only] = distinct;
  if (distinct.size === 1 && only !== undefined) {
    claim(note.draft, "levelOfCare", only, from(note, 0.8));
    return;
  }
  if (distinct.size === 0) return;
  const words = findRoleWords(own);
  for (const role of granted ? (["decided", "submitted"] as const) : (["submitted"] as const)) {
    const near = sentencesOf(own)
      .filter((sentence) =>
        words.some((word) => word.role === role && word.start >= sentence.start && word.end <= sentence.end),
      )
      .flatMap((sentence) => levels.filter((level) => level.start >= sentence.start && level.end <= sentence.end));
    const names = new Set(near.map((level) => level.level));
    const [name] = names;
    if (names.size === 1 && name !== undefined) {
      claim(note.draft, "levelOfCare", name, from(note, 0.75));
      return;
    }
  }
}
