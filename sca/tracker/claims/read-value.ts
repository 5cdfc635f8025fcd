import { dayOfBareSerial } from "../dates/bare-serial.ts";
import { findDates } from "../dates/find-dates.ts";
import type { Cell } from "../grid.ts";
import type { Meaning } from "../headings/meaning.ts";
import { findIdentifiers } from "../identifiers/find-identifiers.ts";
import { readIdentifier } from "../identifiers/read-identifier.ts";
import { readContact } from "../people/contact.ts";
import { findEmails } from "../people/emails.ts";
import { readPatientName } from "../people/patient-name.ts";
import { findPhones } from "../people/phones.ts";
import { unitsFromCell } from "../units/units-from-cell.ts";
import { readCostSharing } from "../vocabulary/cost-sharing.ts";
import { readLevelOfCare } from "../vocabulary/levels-of-care.ts";
import { readOutcome } from "../vocabulary/outcomes.ts";
import { findPayers, matchPayer } from "../vocabulary/payers.ts";
import { readTrigger } from "../vocabulary/triggers.ts";
import { readWrittenConfirmation } from "../vocabulary/written-confirmation.ts";
import type { Doubt } from "./claim.ts";
import { claim, type DateDraft, type DateField, type LineDraft } from "./line-draft.ts";
import { readCodes, readRate, readRateModel } from "./read-rate-value.ts";

/** A value to be read: the cell, its text (part of the cell for a packed one), and how sure the column's meaning is. */
export interface Value {
  readonly cell: Cell;
  readonly text: string;
  readonly trust: number;
  /** True where the column packs several things, or the text is the remainder of a cell. */
  readonly packed: boolean;
}

type Reader = (draft: LineDraft, value: Value) => void;

const about = (value: Value, trust = 1, doubt?: Doubt | null) => ({
  cell: value.cell,
  trust: value.trust * trust,
  origin: value.packed ? ("packed" as const) : ("column" as const),
  doubt,
});

/** The words that the tracker itself gives for a short code in this cell, or the cell's own. */
function explained(draft: LineDraft, text: string): string {
  const key = text.trim().toLowerCase();
  const meaning = draft.context.dictionary.get(key);
  return meaning === undefined || /\bsee\b/i.test(meaning) ? text : meaning;
}

function readPatient(draft: LineDraft, value: Value): void {
  const reading = readPatientName(value.text);
  if (!reading) {
    draft.rest.push({ cell: value.cell, text: value.text, trust: 0.7 });
    return;
  }
  for (const mark of reading.marks) {
    if (mark === "extension") draft.marks.continues = true;
    if (mark === "duplicate" || mark === "void") draft.marks.duplicate = true;
    if (mark === "example") draft.marks.example = true;
  }
  if (reading.ditto) draft.marks.dittoPatient = true;
  else if (reading.name !== null) claim(draft, "patient", reading.name, about(value, Math.max(0.6, reading.confidence)));
  for (const left of reading.leftover) {
    const inParentheses = left.text.replace(/^[\s([{,;:–—-]+|[\s)\]},;:–—-]+$/g, "");
    if (inParentheses.length < 2) continue;
    readBirth(draft, { ...value, text: inParentheses, packed: true }, false);
    draft.rest.push({ cell: value.cell, text: inParentheses, trust: 0.6 });
  }
}

function readBirth(draft: LineDraft, value: Value, alone: boolean): void {
  if (value.cell.kind === "date" && value.cell.day && alone) {
    draft.dates.push({ field: "dob", day: value.cell.day, span: null, ...about(value) } as DateDraft);
    return;
  }
  if (value.cell.kind === "number" && value.cell.number !== undefined && alone) {
    const day = dayOfBareSerial(value.cell.number, "1900", "birth");
    if (day) draft.dates.push({ field: "dob", day, span: null, ...about(value) } as DateDraft);
    return;
  }
  const days = findDates(value.text).filter((date) => date.kind === "day");
  if (!alone && /\b(?:mom|mother|dad|father|parent|spouse|wife|husband|partner|donor|subscr\w*|insured|guarantor|adm\w*|seen|since|sent|dos)\b/i.test(value.text)) return;
  const [first, ...others] = days;
  if (!first || first.kind !== "day" || (!alone && first.day.year === null)) return;
  const doubt: Doubt | undefined = others.length > 0 && alone ? { why: "two-values", candidates: days.map((date) => date.text) } : undefined;
  draft.dates.push({ field: "dob", day: first.day, span: null, ...about(value, alone ? 1 : 0.9, doubt) } as DateDraft);
}

function readPayer(draft: LineDraft, value: Value): void {
  const text = explained(draft, value.text);
  const product = draft.product === undefined ? null : matchPayer(`${text} ${draft.product}`);
  const alone = matchPayer(text);
  const whole = product !== null && product.confidence >= 0.85 && product.how !== "as written" ? product : alone;
  const ids = findIdentifiers(value.text).filter((id) => id.confidence >= 0.4 && (id.meaning === "memberId" || id.meaning === "groupNumber" || id.meaning === "unknown"));
  if (ids.length > 0) {
    for (const id of ids) {
      if (id.meaning === "groupNumber") claim(draft, "groupNumber", id.id, { ...about(value, 0.85), origin: "packed" });
      else claim(draft, "memberId", id.id, { ...about(value, id.meaning === "memberId" ? 0.85 : 0.75), origin: "packed" });
    }
    const before = value.text.slice(0, Math.min(...ids.map((id) => id.start))).replace(/(?:\b(?:id|mbr|member|policy|sub|grp|group)\b\s*)?[#:.,\s/–—-]*$/i, "");
    const named = matchPayer(before) ?? null;
    const found = findPayers(value.text);
    if (named && (named.confidence >= 0.75 || found.length === 0)) payerClaim(draft, value, named);
    else if (found[0]) payerClaim(draft, value, { ...found[0], how: "named among other words" });
    return;
  }
  if (whole) payerClaim(draft, value, whole);
}

function payerClaim(draft: LineDraft, value: Value, match: NonNullable<ReturnType<typeof matchPayer>>): void {
  const doubt: Doubt | undefined = match.ambiguous
    ? { why: "two-values", candidates: match.ambiguous, settles: `payer:${value.text.trim().toLowerCase().replace(/\s+/g, " ")}` }
    : undefined;
  claim(draft, "payer", match.payer, about(value, Math.max(0.6, match.confidence), doubt));
}

function readId(field: "memberId" | "groupNumber" | "authNumber"): Reader {
  return (draft, value) => {
    const cell = value.packed ? undefined : value.cell;
    const labelled = findIdentifiers(value.text).filter((id) => id.confidence >= 0.5);
    const otherKind = labelled.filter((id) => id.label !== undefined && id.meaning !== field && id.meaning !== "unknown" && id.meaning !== "caseNumber");
    const ownKind = labelled.filter((id) => id.meaning === field);
    if (otherKind.length > 0 && (ownKind.length > 0 || field === "authNumber" || otherKind.some((id) => id.meaning === "memberId" || id.meaning === "groupNumber"))) {
      for (const id of labelled) {
        if (id.meaning === "memberId" || id.meaning === "groupNumber" || id.meaning === "authNumber") claim(draft, id.meaning, id.id, about(value, id.meaning === field ? 1 : 0.9));
        else if (id.meaning === "unknown" && ownKind.length === 0) claim(draft, field, id.id, about(value, 0.9));
      }
      draft.rest.push({ cell: value.cell, text: value.text, trust: 0.6 });
      return;
    }
    const reading = readIdentifier(value.text, field, cell ? { kind: cell.kind, ...(cell.number !== undefined ? { number: cell.number } : {}), ...(cell.format !== undefined ? { format: cell.format } : {}) } : undefined);
    if (!reading) return;
    if (reading.ditto) {
      draft.ditto.add(field);
      return;
    }
    const doubt: Doubt | undefined = reading.certain ? undefined : { why: idDoubt(reading.why), candidates: reading.candidates ?? [reading.id] };
    if (reading.id !== null && reading.id !== "") claim(draft, field, reading.id, about(value, 1, doubt));
    else if (doubt) claim(draft, field, null, about(value, 1, doubt));
    for (const left of reading.leftover ?? []) draft.rest.push({ cell: value.cell, text: left.text, trust: 0.75 });
  };
}

function idDoubt(why: string | undefined): Doubt["why"] {
  if (why === undefined) return "unclear";
  if (/scientific/.test(why)) return "scientific";
  if (/two/.test(why)) return "two-values";
  if (/cut/.test(why)) return "cut-off";
  if (/question/.test(why)) return "question-mark";
  return "unclear";
}

function readDay(field: Exclude<DateField, "dob">): Reader {
  return (draft, value) => {
    const { cell } = value;
    if (cell.kind === "date" && cell.day && !value.packed) {
      draft.dates.push({ field, day: cell.day, span: null, ...about(value) } as DateDraft);
      return;
    }
    if (cell.kind === "number" && cell.number !== undefined && !value.packed) {
      const day = dayOfBareSerial(cell.number, "1900", "event");
      if (day) draft.dates.push({ field, day, span: null, ...about(value, 0.9) } as DateDraft);
      return;
    }
    const dates = findDates(value.text);
    const days = dates.filter((date) => date.kind === "day");
    const spans = dates.filter((date) => date.kind === "span");
    const words = value.text.replace(/[\d\s/.,:-]/g, "").length;
    if ((field === "authStart" || field === "authEnd") && spans[0]) {
      draft.dates.push({ field: "authSpan", day: null, span: spans[0], ...about(value, 0.95) } as DateDraft);
    } else if (days[0] && days[0].kind === "day" && (words < 14 || days.length === 1)) {
      const rivals = days.length > 1 && words < 6;
      const doubt: Doubt | undefined = rivals || /\?/.test(value.text) ? { why: rivals ? "two-values" : "question-mark", candidates: days.map((day) => day.text) } : undefined;
      draft.dates.push({ field, day: days[0].day, span: null, ...about(value, 1, doubt) } as DateDraft);
    }
    if (words > 2) draft.rest.push({ cell, text: value.text, trust: 0.72 });
  };
}

function readSpan(draft: LineDraft, value: Value): void {
  const { cell } = value;
  if (cell.kind === "date" && cell.day) {
    draft.dates.push({ field: "authStart", day: cell.day, span: null, ...about(value, 0.7) } as DateDraft);
    return;
  }
  const dates = findDates(value.text);
  const span = dates.find((date) => date.kind === "span");
  if (span) draft.dates.push({ field: "authSpan", day: null, span, ...about(value) } as DateDraft);
  else {
    const days = dates.filter((date) => date.kind === "day");
    const [first, second] = days;
    if (first && second && first.kind === "day" && second.kind === "day") {
      draft.dates.push({ field: "authStart", day: first.day, span: null, ...about(value, 0.95) } as DateDraft);
      draft.dates.push({ field: "authEnd", day: second.day, span: null, ...about(value, 0.95) } as DateDraft);
    } else if (first && first.kind === "day") {
      const ends = /\b(?:thru|through|til+|until|exp\w*|to|ends?)\b/i.test(value.text);
      draft.dates.push({ field: ends ? "authEnd" : "authStart", day: first.day, span: null, ...about(value, 0.85) } as DateDraft);
    }
  }
  draft.rest.push({ cell, text: value.text, trust: 0.72 });
}

function readAnswer(draft: LineDraft, value: Value): void {
  const text = explained(draft, value.text);
  const reading = readOutcome(text);
  if (reading) {
    const doubt: Doubt | undefined =
      reading.candidates && reading.candidates.length > 1 && reading.confidence < 0.6
        ? { why: "unknown-word", candidates: reading.candidates, settles: `word:outcome:${value.text.trim().toLowerCase()}` }
        : undefined;
    claim(draft, "outcome", reading.outcome, about(value, Math.max(0.6, reading.confidence), doubt));
    if (reading.denialReason) claim(draft, "denialReason", reading.denialReason, about(value, 0.85));
    if (reading.written !== undefined) claim(draft, "writtenConfirmation", reading.written, about(value, 0.7));
  } else if (/\p{L}|[^\s\p{P}]/u.test(value.text) && value.text.trim().length <= 25 && !value.packed) {
    claim(draft, "outcome", null, about(value, 0.6, { why: "unknown-word", candidates: [], settles: `word:outcome:${value.text.trim().toLowerCase()}` }));
  }
  if (/\d/.test(value.text)) draft.rest.push({ cell: value.cell, text: value.text, trust: 0.78, dates: "decided" });
}

function readContactCell(draft: LineDraft, value: Value): void {
  const reading = readContact(value.text);
  if (!reading) return;
  if (reading.name) claim(draft, "contactName", reading.name, about(value, Math.max(0.65, reading.confidence)));
  if (reading.phone) claim(draft, "contactPhone", reading.phone, about(value, 0.95));
  if (reading.email) claim(draft, "contactEmail", reading.email, about(value, 0.95));
}

function readPhoneCell(draft: LineDraft, value: Value): void {
  const phones = findPhones(value.text).filter((phone) => phone.kind === "phone");
  if (phones[0]) claim(draft, "contactPhone", phones[0].phone, about(value));
  const emails = findEmails(value.text);
  if (emails[0]) claim(draft, "contactEmail", emails[0].text, about(value, 0.9));
  if (!phones[0] && !emails[0]) readContactCell(draft, value);
  else if (/\p{L}{3,}/u.test(value.text.replace(/\S+@\S+/g, "").replace(/\b(?:ext|opt|direct|cell|fax|ph|tel)\b\.?/gi, ""))) readContactCell(draft, { ...value, trust: value.trust * 0.85 });
}

function readUnits(field: "unitsAuthorized" | "unitsUsed", meaning: "authorized" | "used" | "usedOfAuthorized"): Reader {
  return (draft, value) => {
    const reading = unitsFromCell(value.text, meaning);
    if (!reading) return;
    const doubt: Doubt | undefined = reading.question ? { why: "question-mark", candidates: [] } : undefined;
    if (reading.authorized !== undefined) claim(draft, "unitsAuthorized", reading.authorized, about(value, 1, doubt));
    if (reading.used !== undefined) claim(draft, "unitsUsed", reading.used, about(value, 1, doubt));
    if (meaning === "authorized" && reading.authorized === undefined && doubt) claim(draft, field, null, about(value, 1, doubt));
  };
}

function readLeft(draft: LineDraft, value: Value): void {
  const reading = unitsFromCell(value.text, "left");
  if (reading?.left !== undefined) draft.left = { value: reading.left, cell: value.cell };
}

const readWhy: Reader = (draft, value) => {
  const reading = readTrigger(explained(draft, value.text));
  if (reading) claim(draft, "trigger", reading.trigger, about(value, Math.max(0.6, reading.confidence)));
  else if (value.text.trim().length > 3) {
    claim(draft, "trigger", null, about(value, 0.6, { why: "unknown-word", candidates: [], settles: `word:trigger:${value.text.trim().toLowerCase()}` }));
  }
};

/** How each meaning's cells are read. Meanings without a reader are kept as notes. */
export const READERS: Partial<Readonly<Record<Meaning, Reader>>> = {
  patient: readPatient,
  dob: (draft, value) => readBirth(draft, value, true),
  payer: readPayer,
  memberId: readId("memberId"),
  groupNumber: readId("groupNumber"),
  authNumber: readId("authNumber"),
  levelOfCare: (draft, value) => {
    const reading = readLevelOfCare(explained(draft, value.text));
    if (reading) claim(draft, "levelOfCare", reading.level, about(value, Math.max(0.7, reading.confidence)));
    else if (value.text.trim().length <= 40) claim(draft, "levelOfCare", value.text.trim(), about(value, 0.7));
  },
  trigger: readWhy,
  submitted: readDay("submitted"),
  decided: readDay("decided"),
  authStart: readDay("authStart"),
  authEnd: readDay("authEnd"),
  authSpan: readSpan,
  outcome: readAnswer,
  denialReason: (draft, value) => claim(draft, "denialReason", explained(draft, value.text).trim(), about(value)),
  rate: (draft, value) => readRate(draft, value, "agreed"),
  ratePercent: (draft, value) => readRate(draft, value, "percent"),
  rateCents: (draft, value) => readRate(draft, value, "cents"),
  rateModel: readRateModel,
  writtenConfirmation: (draft, value) => {
    const text = explained(draft, value.text);
    const reading = readWrittenConfirmation(text);
    if (reading) claim(draft, "writtenConfirmation", reading.value, about(value, Math.max(0.7, reading.confidence)));
    else if (findDates(text).length > 0 || value.cell.kind === "date") claim(draft, "writtenConfirmation", true, about(value, 0.85));
  },
  contact: readContactCell,
  contactName: readContactCell,
  contactPhone: readPhoneCell,
  contactEmail: (draft, value) => claim(draft, "contactEmail", findEmails(value.text)[0]?.text, about(value)),
  costSharing: (draft, value) => {
    const reading = readCostSharing(explained(draft, value.text));
    if (reading) claim(draft, "costSharing", reading.costSharing, about(value, Math.max(0.7, reading.confidence)));
  },
  code: readCodes,
  unitsAuthorized: readUnits("unitsAuthorized", "authorized"),
  unitsUsed: readUnits("unitsUsed", "used"),
  unitsLeft: readLeft,
  unitsUsedOfAuthorized: readUnits("unitsAuthorized", "usedOfAuthorized"),
};

