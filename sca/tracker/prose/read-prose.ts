import type { FieldName } from "../claims/claim.ts";
import { claim, type LineDraft } from "../claims/line-draft.ts";
import { findCodes } from "../codes/find-codes.ts";
import { findDates } from "../dates/find-dates.ts";
import type { Cell } from "../grid.ts";
import { findIdentifiers } from "../identifiers/find-identifiers.ts";
import { findContacts } from "../people/contact-mentions.ts";
import { findEmails } from "../people/emails.ts";
import { findPhones } from "../people/phones.ts";
import { findRates } from "../rates/find-rates.ts";
import { findUnits } from "../units/find-units.ts";
import { readCostSharing } from "../vocabulary/cost-sharing.ts";
import { findLevelsOfCare } from "../vocabulary/levels-of-care.ts";
import { readOutcome } from "../vocabulary/outcomes.ts";
import { findPayers } from "../vocabulary/payers.ts";
import { readTrigger } from "../vocabulary/triggers.ts";
import { readWrittenConfirmation } from "../vocabulary/written-confirmation.ts";
import { claimProseDates, isWeakDate } from "./prose-dates.ts";
import type { DateRole } from "./role-words.ts";

/** A note that opens with the word for an extension speaks of an earlier request. */
const CARRIES_ON = /^\W*(?:ext(?:ension)?|re-?auth(?:orization)?|conc(?:urrent)?(?: review)?|more (?:visits|days|sessions|units))\s*(?:[:–-]|req|ask|sent|request)/i;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text with these places blanked out, so that later finders do not read them again. */
function without(text: string, spans: readonly Span[]): string {
  let result = text;
  for (const { start, end } of spans) result = result.slice(0, start) + " ".repeat(end - start) + result.slice(end);
  return result;
}

function overlaps(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => span.start < other.end && other.start < span.end);
}

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
  const about = (trust: number) => ({ cell, trust: options.trust * trust, origin: "prose" as const });
  const emails = findEmails(text);
  const phones = findPhones(text).filter((phone) => phone.confidence >= 0.5);
  const reachable = without(text, [...emails, ...phones]);
  const ids = findIdentifiers(reachable).filter((id) => id.confidence >= 0.45);
  const unnumbered = without(reachable, ids);
  const dates = findDates(unnumbered);
  claimProseDates(draft, cell, unnumbered, dates, { trust: options.trust, may, otherwise: options.otherwise });
  const strongDates = dates.filter((date) => !isWeakDate(date));
  const undated = without(unnumbered, strongDates);
  const rates = findRates(undated);
  const codes = findCodes(undated).filter((code) => code.question !== true && code.weak !== true);

  if (may("contactEmail") && emails.length === 1) claim(draft, "contactEmail", emails[0]?.text, about(0.95));
  const voice = phones.filter((phone) => phone.kind === "phone");
  if (may("contactPhone") && voice.length === 1) claim(draft, "contactPhone", voice[0]?.phone, about(0.95));
  if (may("contactName")) {
    const contacts = findContacts(text).filter((contact) => contact.confidence >= 0.6);
    const [contact] = contacts;
    if (contact && contacts.every((other) => other.name === contact.name))
      claim(draft, "contactName", contact.name, about(contact.confidence));
  }
  for (const meaning of ["authNumber", "memberId", "groupNumber"] as const) {
    if (!may(meaning)) continue;
    const found = [...new Map(ids.filter((id) => id.meaning === meaning).map((id) => [id.id, id])).values()];
    const [id] = found;
    if (!id) continue;
    const doubt =
      found.length > 1 && meaning !== "authNumber"
        ? { why: "two-values" as const, candidates: found.map((other) => other.id) }
        : undefined;
    claim(draft, meaning, id.id, { ...about(id.confidence), doubt });
  }
  if (may("payer")) {
    const payers = findPayers(text).filter((payer) => payer.role === undefined && payer.confidence >= 0.8);
    const [payer] = payers;
    if (payer && payers.every((other) => other.payer === payer.payer))
      claim(draft, "payer", payer.payer, about(payer.confidence * 0.9));
  }
  if (options.codes) {
    for (const code of codes) {
      draft.services.push({
        code: code.code,
        modifiers: code.modifiers,
        cell,
        doubts: [],
        ...(code.units !== undefined ? { units: code.units } : {}),
      });
    }
  }
  readRates(draft, cell, rates, options, may);
  const units = findUnits(undated).filter(
    (unit) => !overlaps(unit, codes) && !overlaps(unit, rates) && unit.weak !== true,
  );
  const granted = units.filter((unit) => unit.authorized !== undefined && unit.duration !== true);
  if (may("unitsAuthorized") && granted.length === 1) {
    const [unit] = granted;
    claim(draft, "unitsAuthorized", unit?.authorized, {
      ...about(0.85),
      doubt: unit?.question ? { why: "question-mark", candidates: [] } : undefined,
    });
  }
  const used = units.filter((unit) => unit.used !== undefined);
  if (may("unitsUsed") && used.length === 1) claim(draft, "unitsUsed", used[0]?.used, about(0.85));

  if (may("outcome")) {
    const outcome = readOutcome(text);
    if (outcome) {
      claim(draft, "outcome", outcome.outcome, about(outcome.confidence));
      if (outcome.denialReason && may("denialReason")) claim(draft, "denialReason", outcome.denialReason, about(0.8));
      if (outcome.written !== undefined && may("writtenConfirmation"))
        claim(draft, "writtenConfirmation", outcome.written, about(0.85));
    }
  }
  if (may("writtenConfirmation")) {
    const written = readWrittenConfirmation(text);
    if (written && written.confidence >= 0.7)
      claim(draft, "writtenConfirmation", written.value, about(written.confidence));
  }
  if (may("costSharing")) {
    const sharing = readCostSharing(text);
    if (sharing && sharing.confidence >= 0.7)
      claim(draft, "costSharing", sharing.costSharing, about(sharing.confidence));
  }
  if (may("trigger")) {
    const trigger = readTrigger(text);
    if (trigger && trigger.confidence >= 0.7) claim(draft, "trigger", trigger.trigger, about(trigger.confidence * 0.9));
  }
  if (may("levelOfCare")) {
    const levels = findLevelsOfCare(text);
    const [level] = levels;
    if (level && levels.every((other) => other.level === level.level))
      claim(draft, "levelOfCare", level.level, about(0.8));
  }
}

function readRates(
  draft: LineDraft,
  cell: Cell,
  rates: ReturnType<typeof findRates>,
  options: ProseOptions,
  may: (field: FieldName) => boolean,
): void {
  if (!may("rate")) return;
  const fitting = rates.filter(
    (rate) => rate.amount !== undefined && (rate.role === "agreed" || rate.role === "unknown") && rate.kind !== "bare",
  );
  const agreed = fitting.filter((rate) => rate.role === "agreed");
  const chosen = agreed.length > 0 ? agreed : fitting;
  for (const rate of chosen) {
    const service = rate.code === undefined ? undefined : draft.services.find((other) => other.code === rate.code);
    const doubtful = rate.high !== undefined || rate.question === true;
    if (service && rate.amount !== undefined && chosen.length > 1) {
      service.rate ??= rate.amount;
      if (rate.model !== undefined) service.model ??= rate.model;
      continue;
    }
    const doubt = doubtful
      ? { why: "range" as const, candidates: [rate.amount, rate.high].filter((value) => value !== undefined) }
      : undefined;
    const trust = options.trust * (rate.role === "agreed" ? 0.95 : 0.85);
    claim(draft, "rate", rate.amount, { cell, trust, origin: "prose", doubt });
    if (rate.model !== undefined) claim(draft, "model", rate.model, { cell, trust, origin: "prose" });
    else if (rate.kind === "percent")
      claim(draft, "model", null, {
        cell,
        trust,
        origin: "prose",
        doubt: { why: "model-unknown", candidates: ["percentOfMedicare", "percentOfBilled"] },
      });
  }
}
