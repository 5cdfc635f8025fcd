import type { LeftOutList } from "../../../sca/ledger/left-out.ts";
import { isGranted } from "../../../sca/measures/approval-rate.ts";
import type { LineRecord } from "../../../sca/measures/case-record.ts";
import { centsOrNull } from "../../../sca/measures/dollars-for-units.ts";
import { OUTCOME_WORDS } from "../../../sca/tracker/review/code-words.ts";
import type { PlainText } from "../plain-text.ts";
import type { CountedRequests } from "./counted-requests.ts";
import { figures, marks, wholes } from "./number-column.ts";
import { hangsOnCase, type PeriodChanges } from "./period-changes.ts";
import { readPlainTable, wantedHeadings } from "./plain-table.ts";
import { TextCodes } from "./text-codes.ts";

const TABLE = "ServiceLines";
const { headings: HEADINGS, places: PLACES } = wantedHeadings({
  caseId: "Case id",
  outcome: "Outcome that applies",
  question: "In question",
  requested: "Units requested",
  authorized: "Units authorized",
  apply: "Units that apply",
  expected: "Expected dollars",
  medicare: "Medicare dollars",
  multiple: "Multiple of Medicare",
  priced: "Medicare rate",
  periodId: "Period id",
});

/** What the measures of lines read of a line. */
export type CountedLine = Pick<
  LineRecord,
  "isDecided" | "isGranted" | "unitsRequested" | "unitsAuthorized" | "agreed" | "medicare" | "multiple"
>;

/** Marks on a line. */
const IS_GRANTED = 1;
const IS_DECIDED = 2;

/**
 * Reads the table ServiceLines and hands over each line of a counted request, with the code of the request's id, as the
 * workbook saved what its formulas gave. Requests of which a line has no such results are marked as stale, and their lines
 * are not handed over. Each row that hangs on no request is told. Answers with the authorizations that lines without an
 * outcome name, and how often: one that is not there is why.
 */
export function eachCountedLine(
  plain: PlainText,
  requests: CountedRequests,
  { stale, dropped }: PeriodChanges,
  leftOut: LeftOutList,
  take: (code: number, line: CountedLine) => void,
): ReadonlyMap<string, number> {
  const [caseId, state] = [wholes(), marks()];
  const [requested, authorized, agreed, medicare, multiple] = [figures(), figures(), figures(), figures(), figures()];
  const questions = new TextCodes({ foldsCase: true });
  const periods = new TextCodes({ foldsCase: true });
  const marksOf = new OutcomeMarks();
  /** Lines of authorizations that are not there yet: few, and none on most days. */
  const ofDropped = new Set<number>();
  /** The codes of authorizations that lines without an outcome name. */
  const named = wholes();
  const { count, gone } = readPlainTable(
    TABLE,
    plain,
    HEADINGS,
    (place, cells) => {
      const code = cells.code(requests.ids, PLACES.caseId);
      caseId.set(place, code);
      const outcome = cells.code(marksOf.words, PLACES.outcome);
      const isMarked = marksOf.at(outcome);
      const isSettled = cells.code(questions, PLACES.question) === 0;
      state.set(place, isSettled ? isMarked : 0);
      requested.set(place, cells.number(PLACES.requested));
      const typed = cells.number(PLACES.authorized);
      const apply = cells.result(PLACES.apply);
      authorized.set(place, Number.isNaN(apply) ? typed : apply);
      // What was agreed, only lines that are granted have.
      const counts = isSettled && (isMarked & IS_GRANTED) !== 0;
      agreed.set(place, counts ? cents(cells.result(PLACES.expected)) : Number.NaN);
      medicare.set(place, counts ? cents(cells.result(PLACES.medicare)) : Number.NaN);
      multiple.set(place, counts ? cells.result(PLACES.multiple) : Number.NaN);
      if (!cells.isFilled(PLACES.priced)) stale.set(code, 1);
      named.set(place, outcome === 0 ? cells.code(periods, PLACES.periodId) : 0);
      if (dropped.size === 0) return;
      const period = cells.code(periods, PLACES.periodId);
      if (period !== 0 && dropped.has(periods.textOf(period).toLowerCase())) ofDropped.add(place);
      else ofDropped.delete(place);
    },
    leftOut,
  );
  const lost = new Map<number, number>();
  for (let place = 0; place < count; place++) {
    const code = caseId.at(place);
    if (gone.has(place) || !hangsOnCase(TABLE, requests, code, leftOut)) continue;
    if (stale.at(code) !== 0 || ofDropped.has(place)) continue;
    const period = named.at(place);
    if (period !== 0) lost.set(period, (lost.get(period) ?? 0) + 1);
    const isMarked = state.at(place);
    if (isMarked === 0) continue;
    take(code, {
      isGranted: (isMarked & IS_GRANTED) !== 0,
      isDecided: (isMarked & IS_DECIDED) !== 0,
      unitsRequested: orNull(requested.at(place)),
      unitsAuthorized: orNull(authorized.at(place)),
      agreed: orNull(agreed.at(place)) as LineRecord["agreed"],
      medicare: orNull(medicare.at(place)) as LineRecord["medicare"],
      multiple: orNull(multiple.at(place)),
    });
  }
  return new Map([...lost].map(([period, times]) => [periods.textOf(period), times]));
}

/** What outcomes say of a line, by the codes of their words. */
class OutcomeMarks {
  readonly words = new TextCodes({ foldsCase: true });
  readonly #marks: number[] = [];

  at(code: number): number {
    const known = this.#marks[code];
    if (known !== undefined) return known;
    const outcome = OUTCOME_WORDS.codeFor(code === 0 ? "" : this.words.textOf(code)) ?? undefined;
    const found = isGranted({ outcome, review: [] }) ? IS_GRANTED | IS_DECIDED : outcome === "denied" ? IS_DECIDED : 0;
    this.#marks[code] = found;
    return found;
  }
}

function cents(dollars: number): number {
  return Number.isNaN(dollars) ? dollars : (centsOrNull(dollars, 1) ?? Number.NaN);
}

function orNull(figure: number): number | null {
  return Number.isNaN(figure) ? null : figure;
}
