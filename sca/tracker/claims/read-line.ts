import type { CalendarDate } from "../../values/calendar-date.ts";
import type { ColumnMeaning } from "../columns/column-meaning.ts";
import type { Cell } from "../grid.ts";
import type { Meaning } from "../headings/meaning.ts";
import type { FieldColumn, RecordLine } from "../layout/sheet-layout.ts";
import { readProse } from "../prose/read-prose.ts";
import { claimDaysOfSpan } from "./days-of-span.ts";
import { dropIdle } from "./drop-idle.ts";
import { weighFreeFacts } from "./free-facts.ts";
import { joinNames } from "./join-names.ts";
import { emptyDraft, type LineDraft, type ReadingContext } from "./line-draft.ts";
import type { LineFacts } from "./line-facts.ts";
import { LINE_FIELDS } from "./line-fields.ts";
import { readLeftUnits, settleRateModel, tieRates } from "./line-rates.ts";
import { doubtNearMisses } from "./near-misses.ts";
import { readAppeal } from "./read-appeal.ts";
import { settlePartial } from "./read-count-value.ts";
import { dateByEntry } from "./read-entry.ts";
import { readPlaced } from "./read-placed.ts";
import { reasonOfDenial } from "./reason-of-denial.ts";
import { resolveDates } from "./resolve-dates.ts";
import { wonInNotes } from "./won-appeals.ts";

/** Fields of words that a note only restates or muddles where a column is kept for them. */
const WORDED: readonly Meaning[] = ["trigger", "writtenConfirmation", "costSharing", "levelOfCare", "denialReason"];

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
  for (const value of record.values) readPlaced(draft, value, meanings, record);
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
  doubtNearMisses(draft);
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

function headingOf(cell: Cell, record: RecordLine): string {
  const value = record.values.find(
    (other) => other.cell === cell || (other.cell.row === cell.row && other.cell.column === cell.column),
  );
  return value?.column?.text.replace(/\s+/g, " ").trim() ?? "";
}
