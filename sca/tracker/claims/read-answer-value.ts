import { reading } from "../context/text-readings.ts";
import type { Doubt } from "./claim.ts";
import { claim, type LineDraft } from "./line-draft.ts";
import { about, doubtOf, explained, type Value, wordKey } from "./value.ts";

/** "VOID-DUP", "duplicate of 114", "void - entered in error": the line only repeats another, or was never meant. */
const DUPLICATE =
  /^\W*(?:void\w*\W*)?(?:dup(?:e|l|licate[ds]?)?)(?![a-z])|^\W*void\w*\b.*\b(?:dup\w*|(?:in|by) (?:error|mistake))\b|^\W*(?:entered|logged|added) (?:twice|in error|by mistake)/i;

/** Reads a status cell: the outcome, and the reason and letter that it may name. */
export function readAnswer(draft: LineDraft, value: Value): void {
  const text = explained(draft, value, "outcome");
  if (DUPLICATE.test(text)) {
    draft.marks.duplicate = true;
    return;
  }
  const answer = reading.outcome(text);
  if (answer) {
    const unsure = answer.candidates && answer.candidates.length > 1 && answer.confidence < 0.6;
    const doubt: Doubt | undefined = unsure
      ? { why: "unknown-word", candidates: answer.candidates ?? [], settles: wordKey("outcome", value.text) }
      : doubtOf("outcome", value, answer);
    claim(draft, "outcome", answer.outcome, about(value, Math.max(0.6, answer.confidence), doubt));
    if (answer.denialReason) claim(draft, "denialReason", answer.denialReason, about(value, 0.85));
    if (answer.written !== undefined) claim(draft, "writtenConfirmation", answer.written, about(value, 0.7));
  } else if (/\p{L}|[^\s\p{P}]/u.test(value.text) && value.text.trim().length <= 25 && !value.packed) {
    claim(
      draft,
      "outcome",
      null,
      about(value, 0.6, { why: "unknown-word", candidates: [], settles: wordKey("outcome", value.text) }),
    );
  }
  if (/\d/.test(value.text)) draft.rest.push({ cell: value.cell, text: value.text, trust: 0.78, dates: "decided" });
}

/** Reads why the patient is seen out of network. */
export function readWhy(draft: LineDraft, value: Value): void {
  // "Denied - INN provider available" under "Status / why" is why it was denied.
  if (value.packed && reading.outcome(value.text)?.outcome === "denied") return;
  const text = explained(draft, value, "trigger");
  const why = reading.trigger(text);
  if (why) {
    const doubt = doubtOf("trigger", value, why, why.confidence < 0.55 ? [why.trigger, ...why.alternatives] : []);
    claim(draft, "trigger", why.trigger, about(value, Math.max(0.5, why.confidence), doubt));
  } else if (value.text.trim().length > 3 && text === value.text) {
    claim(
      draft,
      "trigger",
      null,
      about(value, 0.6, { why: "unknown-word", candidates: [], settles: wordKey("trigger", value.text) }),
    );
  }
}

/** Reads a level of care; words that name none of the usual ones are kept as written. */
export function readLevel(draft: LineDraft, value: Value): void {
  const level = reading.level(explained(draft, value, "levelOfCare"));
  if (level) claim(draft, "levelOfCare", level.level, about(value, Math.max(0.7, level.confidence)));
  else if (value.text.trim().length <= 40) claim(draft, "levelOfCare", value.text.trim(), about(value, 0.7));
}

/** Reads whether the letter is there; a date alone is the day it came. */
export function readWritten(draft: LineDraft, value: Value): void {
  const text = explained(draft, value, "writtenConfirmation");
  const written = reading.written(text);
  if (written) {
    const doubt = doubtOf("writtenConfirmation", value, written, written.unclear ? [true, false] : []);
    claim(draft, "writtenConfirmation", written.value, about(value, Math.max(0.5, written.confidence), doubt));
  } else if (reading.dates(text).length > 0 || value.cell.kind === "date") {
    claim(draft, "writtenConfirmation", true, about(value, 0.85));
  }
}

/** Reads at which level of benefits the patient pays. */
export function readCostShare(draft: LineDraft, value: Value): void {
  const level = reading.costSharing(explained(draft, value, "costSharing"));
  if (!level) return;
  claim(
    draft,
    "costSharing",
    level.costSharing,
    about(value, Math.max(0.5, level.confidence), doubtOf("costSharing", value, level, level.candidates)),
  );
}

/** Takes a denial reason as written, or as the tracker's own list explains it. */
export function readReason(draft: LineDraft, value: Value): void {
  claim(draft, "denialReason", explained(draft, value, "denialReason").trim(), about(value));
}
