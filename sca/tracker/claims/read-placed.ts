import type { ColumnMeaning } from "../columns/column-meaning.ts";
import { marksIn } from "../context/marks.ts";
import { reading } from "../context/text-readings.ts";
import { explain } from "../context/tracker-words.ts";
import type { Cell } from "../grid.ts";
import { ASIDE, type Meaning } from "../headings/meaning.ts";
import type { FieldColumn, PlacedValue, RecordLine } from "../layout/sheet-layout.ts";
import type { FieldName } from "./claim.ts";
import { isBlankWord, isDitto, type LineDraft } from "./line-draft.ts";
import { LINE_FIELDS } from "./line-fields.ts";
import { packedPieces } from "./packed-pieces.ts";
import { readCodedFigure } from "./read-coded-figure.ts";
import { readEntry } from "./read-entry.ts";
import { readLineMark } from "./read-line-mark.ts";
import { readListedFigures } from "./read-listed-figures.ts";
import { readLoose } from "./read-loose.ts";
import { readTick } from "./read-tick.ts";
import { READERS } from "./read-value.ts";

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

/** Reads one cell by what its column means; what no column explains is left for the prose reader. */
export function readPlaced(
  draft: LineDraft,
  value: PlacedValue,
  meanings: ReadonlyMap<FieldColumn, ColumnMeaning>,
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
    if (readLineMark(draft, meaning, cell, column)) continue;
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
}
