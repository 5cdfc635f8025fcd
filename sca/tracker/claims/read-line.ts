import type { CalendarDate } from "../../values/calendar-date.ts";
import type { ColumnMeaning } from "../columns/column-meaning.ts";
import { marksIn } from "../context/marks.ts";
import { reading } from "../context/text-readings.ts";
import { explain } from "../context/tracker-words.ts";
import type { Cell } from "../grid.ts";
import { ASIDE, type Meaning } from "../headings/meaning.ts";
import type { FieldColumn, PlacedValue, RecordLine } from "../layout/sheet-layout.ts";
import { readPatientName } from "../people/patient-name.ts";
import { readProse } from "../prose/read-prose.ts";
import { readOutcome } from "../vocabulary/outcomes.ts";
import type { FieldName } from "./claim.ts";
import { claimDaysOfSpan } from "./days-of-span.ts";
import { weighFreeFacts } from "./free-facts.ts";
import { claim, isBlankWord, isDitto, type LineDraft, type ReadingContext } from "./line-draft.ts";
import type { LineFacts } from "./line-facts.ts";
import { LINE_FIELDS } from "./line-fields.ts";
import { readLineKind } from "./line-kind.ts";
import { readLeftUnits, settleRateModel, tieRates } from "./line-rates.ts";
import { packedPieces } from "./packed-pieces.ts";
import { readCodedFigure } from "./read-coded-figure.ts";
import { settlePartial } from "./read-count-value.ts";
import { dateByEntry, readEntry } from "./read-entry.ts";
import { readListedFigures } from "./read-listed-figures.ts";
import { readLoose } from "./read-loose.ts";
import { readTick } from "./read-tick.ts";
import { READERS } from "./read-value.ts";
import { entryDayOf, resolveDates } from "./resolve-dates.ts";
import { wonInNotes } from "./won-appeals.ts";

/** Which ledger field a meaning fills, where it fills one alone: a ditto mark in its column repeats that field. */
const FIELD_OF: Partial<Record<Meaning, FieldName>> = {
  patient: "patient",
  dob: "dob",
  payer: "payer",
  memberId: "memberId",
  groupNumber: "groupNumber",
  levelOfCare: "levelOfCare",
  trigger: "trigger",
  submitted: "submitted",
  decided: "decided",
  outcome: "outcome",
  denialReason: "denialReason",
  rate: "rate",
  rateModel: "model",
  writtenConfirmation: "writtenConfirmation",
  contactName: "contactName",
  contact: "contactName",
  contactPhone: "contactPhone",
  contactEmail: "contactEmail",
  costSharing: "costSharing",
  authNumber: "authNumber",
  authStart: "authStart",
  authEnd: "authEnd",
  unitsAuthorized: "unitsAuthorized",
  unitsUsed: "unitsUsed",
};

/** Columns of running text. */
const PROSE: ReadonlySet<Meaning> = new Set<Meaning>(["notes", "request", "reply"]);

/** What the words of a request can state; its figures are those asked for, and its answer is not in it. */
const OF_A_REQUEST: ReadonlySet<FieldName> = new Set<FieldName>([
  "submitted",
  "trigger",
  "contactName",
  "contactPhone",
  "contactEmail",
]);

/** Fields of words that a note only restates or muddles where a column is kept for them. */
const WORDED: readonly Meaning[] = ["trigger", "writtenConfirmation", "costSharing", "levelOfCare", "denialReason"];

function emptyDraft(context: ReadingContext): LineDraft {
  return {
    context,
    claims: [],
    dates: [],
    services: [],
    marks: { continues: false, opens: false, notSca: false, duplicate: false, example: false, dittoPatient: false },
    ditto: new Set(),
    caseNumber: null,
    parentCase: null,
    firstName: null,
    lastName: null,
    nameCells: [],
    barePercent: false,
    dollars: false,
    bareNumber: false,
    codeRates: [],
    left: null,
    requested: null,
    requestedCodes: [],
    rest: [],
    entryDay: null,
    kept: new Set(),
  };
}

/** Reads one line by what its columns mean; what a column does not explain is read as prose, for fields not stated elsewhere. */
export function readLine(
  record: RecordLine,
  meanings: ReadonlyMap<FieldColumn, ColumnMeaning>,
  setMeanings: Iterable<Meaning>,
  context: ReadingContext,
): LineFacts {
  const draft = emptyDraft(context);
  const owned = new Set<Meaning>(setMeanings);
  const product = record.values.find(
    (value) =>
      value.column &&
      meanings.get(value.column)?.meanings.includes("otherPlan") &&
      /prod|plan|line/i.test(value.column.text),
  );
  if (product) draft.product = product.cell.text;
  for (const value of record.values) readPlaced(draft, value, meanings, owned, record);
  joinNames(draft);
  readAppeal(draft);
  if (owned.has("writtenConfirmation")) keepToLetterColumn(draft, record, meanings);
  const stated = new Set(WORDED.filter((field) => owned.has(field)));
  const fields = stated.size === 0 ? undefined : new Set(LINE_FIELDS.filter((field) => !stated.has(field as Meaning)));
  for (const entry of draft.rest) {
    const may =
      entry.only === undefined
        ? fields
        : new Set([...entry.only].filter((field) => fields === undefined || fields.has(field)));
    readProse(draft, entry.cell, entry.text, {
      trust: entry.trust,
      otherwise: entry.dates,
      codes: draft.services.length === 0 && !owned.has("code") && entry.only === undefined,
      ...(may === undefined ? {} : { fields: may }),
    });
    draft.kept.add(entry.cell);
  }
  if (draft.services.length === 0) draft.services.push(...draft.requestedCodes);
  if (record.values.some((value) => value.column !== null && meanings.get(value.column)?.entry)) dateByEntry(draft);
  wonInNotes(draft);
  resolveDates(draft);
  claimDaysOfSpan(draft);
  weighFreeFacts(draft, record);
  settleRateModel(draft, record, meanings);
  dropIdle(draft);
  if (!owned.has("denialReason")) reasonOfDenial(draft);
  tieRates(draft);
  readLeftUnits(draft);
  settlePartial(draft);
  return {
    record,
    claims: draft.claims,
    services: draft.services,
    marks: draft.marks,
    caseNumber: draft.caseNumber,
    parentCase: draft.parentCase,
    day:
      draft.entryDay ??
      (draft.claims.find((entry) => entry.field === "submitted" && !entry.doubt)?.value as
        | CalendarDate
        | null
        | undefined) ??
      null,
    ditto: draft.ditto,
    notes: [...draft.kept].map((cell) => ({ cell, heading: headingOf(cell, record), text: cell.text.trim() })),
  };
}

/** Where a column is kept for the letter, "Executed" in a status says nothing of it: the blank cell does. */
function keepToLetterColumn(
  draft: LineDraft,
  record: RecordLine,
  meanings: ReadonlyMap<FieldColumn, ColumnMeaning>,
): void {
  const letters = new Set(
    record.values
      .filter((value) => value.column && meanings.get(value.column)?.meanings.includes("writtenConfirmation"))
      .map((value) => value.cell),
  );
  for (let index = draft.claims.length - 1; index >= 0; index -= 1) {
    const entry = draft.claims[index];
    if (entry?.field === "writtenConfirmation" && entry.value !== false && !letters.has(entry.cell))
      draft.claims.splice(index, 1);
  }
}

/** What the appeal columns change: a denial won on appeal, and the day it was won. */
function readAppeal(draft: LineDraft): void {
  const { appeal } = draft;
  if (!appeal) return;
  const index = draft.claims.findIndex((entry) => entry.field === "outcome");
  const outcome = draft.claims[index];
  const result = appeal.outcome === undefined ? null : readOutcome(appeal.outcome);
  const won =
    result !== null &&
    (result.outcome === "approved" || result.outcome === "approvedOnAppeal" || result.outcome === "partiallyApproved");
  if (won && appeal.cell && (outcome === undefined || outcome.value === "denied")) {
    if (index >= 0) draft.claims.splice(index, 1);
    claim(draft, "outcome", "approvedOnAppeal", { cell: appeal.cell, trust: 0.95 });
  }
  const overturned = draft.claims.some((entry) => entry.field === "outcome" && entry.value === "approvedOnAppeal");
  if (!overturned || !appeal.decided) return;
  const days = draft.dates.length;
  READERS.decided?.(draft, { cell: appeal.decided, text: appeal.decided.text, trust: 1, packed: false });
  if (draft.dates.length === days) return;
  for (let at = days - 1; at >= 0; at -= 1) if (draft.dates[at]?.field === "decided") draft.dates.splice(at, 1);
}

/** A model without any rate says nothing; a reason that shares its column with remarks counts for denials alone. */
function dropIdle(draft: LineDraft): void {
  const rated =
    draft.claims.some((entry) => entry.field === "rate") ||
    draft.codeRates.length > 0 ||
    draft.services.some((service) => service.rate !== undefined);
  const [outcome] = draft.claims.filter((entry) => entry.field === "outcome").sort((a, b) => b.trust - a.trust);
  const denied = outcome?.value === "denied" || outcome?.value === "approvedOnAppeal";
  for (let index = draft.claims.length - 1; index >= 0; index -= 1) {
    const entry = draft.claims[index];
    if (entry?.field === "model" && !rated) draft.claims.splice(index, 1);
    if (entry?.field === "denialReason" && (entry.origin !== "column" || entry.trust < 0.8) && !denied)
      draft.claims.splice(index, 1);
  }
}

/** What the rows of a block have columns for is not read out of the remarks in its heading. */
function keepToOwnFields(draft: LineDraft, record: RecordLine): void {
  const last = draft.rest[draft.rest.length - 1];
  const { rowsHold } = draft.context;
  if (!last || record.role === "row" || rowsHold.size === 0 || last.only !== undefined) return;
  const held = (field: FieldName) =>
    rowsHold.has(field as Meaning) || (field === "denialReason" && rowsHold.has("outcome"));
  draft.rest[draft.rest.length - 1] = { ...last, only: new Set(LINE_FIELDS.filter((field) => !held(field))) };
}

/** A request that begins with a date says when it was sent. */
function claimLeadingDay(draft: LineDraft, cell: Cell, text: string): void {
  const [date] = reading.dates(text);
  if (date?.kind === "day" && date.start <= 1)
    draft.dates.push({ field: "submitted", day: date.day, span: null, trust: 0.72, cell, origin: "prose" });
}

function headed(column: FieldColumn | null): { readonly heading?: string } {
  return column === null ? {} : { heading: `${column.group} ${column.text}`.trim() };
}

/** A note that opens with the word for a reason: "Rsn: par supplier available". */
const LABELLED_REASON = /^\W*(?:(?:den(?:ial|ied)?|plan'?s?)\s+)?(?:rsn|reason|rationale)\s*[:=–-]\s*([^\n;]{4,120})/i;

/** On a denied line, a reason that gives no ground for the request is the plan's, where no other column is kept for that. */
function reasonOfDenial(draft: LineDraft): void {
  const [outcome] = draft.claims.filter((entry) => entry.field === "outcome").sort((a, b) => b.trust - a.trust);
  if (outcome?.value !== "denied" || draft.claims.some((entry) => entry.field === "denialReason")) return;
  for (const { cell, text } of draft.rest) {
    const reason = LABELLED_REASON.exec(text)?.[1]?.trim();
    if (reason === undefined) continue;
    for (let at = draft.claims.length - 1; at >= 0; at -= 1)
      if (draft.claims[at]?.field === "trigger" && draft.claims[at]?.cell === cell) draft.claims.splice(at, 1);
    claim(draft, "denialReason", reason, { cell, trust: 0.75, origin: "prose" });
    return;
  }
  const index = draft.claims.findIndex(
    (entry) => entry.field === "trigger" && entry.value === null && entry.origin === "column",
  );
  const entry = draft.claims[index];
  if (!entry || entry.cell.text.trim().length < 4) return;
  draft.claims.splice(index, 1);
  claim(draft, "denialReason", entry.cell.text.trim(), { cell: entry.cell, trust: entry.trust });
}

function headingOf(cell: Cell, record: RecordLine): string {
  const value = record.values.find(
    (other) => other.cell === cell || (other.cell.row === cell.row && other.cell.column === cell.column),
  );
  return value?.column?.text.replace(/\s+/g, " ").trim() ?? "";
}

function readPlaced(
  draft: LineDraft,
  value: PlacedValue,
  meanings: ReadonlyMap<FieldColumn, ColumnMeaning>,
  owned: ReadonlySet<Meaning>,
  record: RecordLine,
): void {
  const { cell, column } = value;
  if (cell.comment) draft.rest.push({ cell: { ...cell, text: cell.comment }, text: cell.comment, trust: 0.5 });
  if (cell.kind === "error") {
    draft.kept.add(cell);
    return;
  }
  const text = cell.text;
  const meant = column === null ? null : (meanings.get(column) ?? null);
  if (meant === null) {
    readLoose(draft, cell, record, meanings);
    keepToOwnFields(draft, record);
    return;
  }
  if (meant.entry) {
    readEntry(draft, cell);
    return;
  }
  if (meant.tick !== undefined) {
    readTick(draft, cell, meant.tick, meant.confidence >= 0.9 ? 0.95 : 0.7);
    return;
  }
  const marks = meant.marks === true ? marksIn(draft.context.dictionary, text, headed(column).heading ?? "") : null;
  if (marks !== null) {
    for (const [kind, said] of marks)
      for (const words of said) READERS[kind]?.(draft, { cell, text: words, trust: 0.95, packed: false });
    return;
  }
  if (meant.listed !== undefined) {
    readListedFigures(draft, cell, meant.listed, meant);
    return;
  }
  if (meant.coded !== undefined) {
    readCodedFigure(draft, cell, meant.coded, meant.meanings);
    return;
  }
  const packed = meant.meanings.length > 1;
  if (isDitto(text)) {
    for (const meaning of meant.meanings) {
      const field = FIELD_OF[meaning];
      if (field) draft.ditto.add(field);
      if (meaning === "patient") draft.marks.dittoPatient = true;
      if (meaning === "patientFirst" || meaning === "patientLast") draft.marks.dittoPatient = true;
    }
    return;
  }
  if (
    isBlank(draft, text, meant.meanings, headed(column).heading) &&
    !meant.meanings.includes("outcome") &&
    !meant.meanings.includes("writtenConfirmation")
  )
    return;
  const trust = meant.confidence >= 0.55 ? 0.95 : meant.confidence >= 0.4 ? 0.88 : 0.75;
  // A name's own remarks ("– EXT") belong to it and are no further piece.
  const pieces = meant.meanings.includes("patient") ? null : packedPieces(column?.text ?? "", meant.meanings, text);
  const lone =
    packed && pieces === null && !PARTED.test(text.trim())
      ? meant.meanings.filter((meaning) => IDENTIFIERS.has(meaning))
      : [];
  for (const meaning of meant.meanings) {
    if (lone.indexOf(meaning) > 0) continue;
    switch (meaning) {
      case "caseNumber":
        draft.caseNumber = text.trim();
        continue;
      case "parentCase":
        draft.parentCase = text.trim();
        continue;
      case "entryDate":
        draft.entryDay = entryDayOf(draft, cell);
        draft.kept.add(cell);
        continue;
      case "lineKind":
        readLineKind(draft, text);
        draft.kept.add(cell);
        continue;
      case "testFlag":
        if (/^\s*(?:true|yes|y|x|1|test)\s*$/i.test(text)) draft.marks.example = true;
        draft.kept.add(cell);
        continue;
      case "duplicateOf":
        if (!/^\s*(?:no|n|false|0)\s*$/i.test(text)) draft.marks.duplicate = true;
        draft.kept.add(cell);
        continue;
      case "networkStatus":
        if (
          /^\s*(?:inn|in|par|in[- ]net(?:work)?|yes)\s*$/i.test(text) &&
          /oon|out/i.test(column?.text ?? "") === false
        )
          draft.marks.notSca = true;
        draft.kept.add(cell);
        continue;
      case "patientMiddle":
        draft.middleName = text.trim();
        continue;
      case "patientSuffix":
        draft.nameSuffix = text.trim();
        continue;
      case "patientFirst":
        draft.firstName = text.trim();
        draft.nameCells.push(cell);
        continue;
      case "patientLast":
        draft.lastName = text.trim();
        draft.nameCells.push(cell);
        continue;
      case "modifier":
        draft.modifierText = text;
        continue;
      case "appealOutcome":
        draft.appeal = { ...draft.appeal, outcome: text, cell };
        draft.kept.add(cell);
        continue;
      case "appealDecided":
        draft.appeal = { ...draft.appeal, decided: cell };
        draft.kept.add(cell);
        continue;
      default:
    }
    // The member's reader takes the group's number behind it; a lone number is the member's.
    if (
      meaning === "groupNumber" &&
      meant.meanings.includes("memberId") &&
      !/[/|,;#]|\bgr(?:ou)?p?\b|\s[-–—]\s/i.test(text)
    )
      continue;
    const reader = READERS[meaning];
    const piece = pieces?.[meant.meanings.indexOf(meaning)] ?? text;
    if (pieces !== null && isBlankWord(piece)) continue;
    if (reader)
      reader(draft, {
        cell,
        text: piece,
        trust: packed ? trust * 0.93 : trust,
        packed,
        ...headed(column),
        ...(meant.pair === undefined ? {} : { pair: meant.pair }),
      });
    else if (meaning === "request") {
      claimLeadingDay(draft, cell, text);
      draft.rest.push({ cell, text, trust: 0.75, dates: "submitted", only: OF_A_REQUEST });
    } else if (meaning === "reply") draft.rest.push({ cell, text, trust: 0.75, dates: "decided" });
    else if (PROSE.has(meaning)) draft.rest.push({ cell, text, trust: 0.65 });
    if (!reader || ASIDE.has(meaning)) draft.kept.add(cell);
  }
  if (packed) draft.kept.add(cell);
  void owned;
}

/** Numbers of several kinds in one column: a cell with one number alone gives the first of them. */
const IDENTIFIERS: ReadonlySet<Meaning> = new Set<Meaning>(["memberId", "groupNumber", "authNumber", "reference"]);
const PARTED = /[/|;,()\n]|\b(?:grp|group|gr|id|auth|ref)\b/i;

/** Whether a cell says nothing: a dash, "n/a", "TBD", unless the tracker's own list gives the word a meaning here. */
function isBlank(draft: LineDraft, text: string, meanings: readonly Meaning[], heading: string | undefined): boolean {
  const said = meanings
    .map((meaning) => explain(draft.context.dictionary, text, meaning, heading))
    .find((one) => one !== null);
  return isBlankWord(said ?? text);
}

const SUFFIX = /^(?:jr|sr|i{1,3}|iv|v|2nd|3rd|esq)\.?$/i;

function joinNames(draft: LineDraft): void {
  const [cell] = draft.nameCells;
  if (!cell || (draft.firstName === null && draft.lastName === null)) return;
  if (draft.middleName !== undefined && draft.firstName !== null)
    draft.firstName = `${draft.firstName} ${draft.middleName}`;
  if (draft.nameSuffix !== undefined && draft.lastName !== null && SUFFIX.test(draft.nameSuffix))
    draft.lastName = `${draft.lastName} ${draft.nameSuffix}`;
  const text =
    draft.lastName !== null && draft.firstName !== null
      ? `${draft.lastName}, ${draft.firstName}`
      : (draft.firstName ?? draft.lastName ?? "");
  const reading = readPatientName(text);
  const whole = reading?.name !== null && reading !== null && reading.leftover.length === 0 ? reading.name : null;
  const name = whole ?? [draft.firstName, draft.lastName].filter((part) => part !== null).join(" ");
  claim(draft, "patient", name, { cell, trust: 0.95 });
}
