import { ASKED, askedFields } from "../../../sca/ledger/asked-fields.ts";
import { sameText } from "../../../sca/ledger/ledger-row.ts";
import type { LeftOutList } from "../../../sca/ledger/left-out.ts";
import type { CaseRecord } from "../../../sca/measures/case-record.ts";
import { OUTCOME_WORDS } from "../../../sca/tracker/review/code-words.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import type { PlainText } from "../plain-text.ts";
import { dayNumber, dayOfNumber } from "./day-number.ts";
import { marks, wholes } from "./number-column.ts";
import { readPlainTable, wantedHeadings } from "./plain-table.ts";
import { TextCodes } from "./text-codes.ts";
import { WordCodes } from "./word-codes.ts";

const TABLE = "Cases";
const { headings: HEADINGS, places: PLACES } = wantedHeadings({
  id: "Case id",
  payer: "Payer",
  outcome: "Outcome",
  submitted: "Submitted",
  decided: "Decided",
  asked: ASKED,
  appeal: "Appeal outcome",
});
const WON = ["overturned", "partly overturned"];

/** Marks on an id. */
const IS_THERE = 1;
const IS_COUNTED = 2;
const IS_REOPENED = 4;

/** What a request's own row tells of it. */
export type RequestFacts = Pick<CaseRecord, "payer" | "outcome" | "review" | "submitted" | "decided" | "appealOutcome">;

/** The requests that count on the as-of day, by the codes of their ids. */
export class CountedRequests {
  /** Ids of requests, without regard to capitals; the tables that hang on them share it. */
  readonly ids = new TextCodes({ foldsCase: true });
  /** Codes of the ids of counted requests, in the order of the table. */
  readonly counted = wholes();
  count = 0;
  readonly #payers = new TextCodes({ foldsCase: false });
  readonly #endings = new TextCodes({ foldsCase: true });
  readonly #appeals = new WordCodes(TABLE, "Appeal outcome");
  readonly #asked = new TextCodes({ foldsCase: false });
  readonly #row = {
    id: wholes(),
    payer: wholes(),
    outcome: wholes(),
    submitted: wholes(),
    decided: wholes(),
    asked: wholes(),
    appeal: wholes(),
  };
  readonly #rowOf = wholes();
  readonly #marks = marks();
  readonly #payerNames = new Map<number, string>();
  readonly #reviews = new Map<number, readonly string[]>();
  readonly #outcomes = new Map<number, CaseRecord["outcome"]>();

  /**
   * Reads the table Cases. Of two rows with one id the first counts, and none that was sent after the day; what was
   * decided later is pending. Each row that does not count as it stands is told.
   */
  constructor(plain: PlainText, asOf: CalendarDate, leftOut: LeftOutList) {
    const row = this.#row;
    const { count, gone } = readPlainTable(
      TABLE,
      plain,
      HEADINGS,
      (place, cells) => {
        row.id.set(place, cells.code(this.ids, PLACES.id));
        row.payer.set(place, cells.code(this.#payers, PLACES.payer));
        row.outcome.set(place, cells.code(this.#endings, PLACES.outcome));
        row.submitted.set(place, cells.day(PLACES.submitted));
        row.decided.set(place, cells.day(PLACES.decided));
        row.asked.set(place, cells.code(this.#asked, PLACES.asked));
        row.appeal.set(place, cells.word(this.#appeals, PLACES.appeal));
      },
      leftOut,
    );
    const last = dayNumber(asOf);
    for (let place = 0; place < count; place++) if (!gone.has(place)) this.#take(place, last, leftOut);
  }

  isThere(code: number): boolean {
    return (this.#marks.at(code) & IS_THERE) !== 0;
  }

  isCounted(code: number): boolean {
    return (this.#marks.at(code) & IS_COUNTED) !== 0;
  }

  /** Whether a request is pending again, since it was decided after the day. */
  isReopened(code: number): boolean {
    return (this.#marks.at(code) & IS_REOPENED) !== 0;
  }

  /** One number for all requests of one payer that ended in one way, with the same asked: their facts differ in days alone. */
  groupOf(code: number): number {
    const place = this.#rowOf.at(code);
    const { payer, outcome, asked, appeal } = this.#row;
    const ended = this.isReopened(code) ? 0 : outcome.at(place) + 1;
    const [outcomes, questions] = [this.#endings.count + 2, this.#asked.count + 1];
    return (
      ((appeal.at(place) * questions + asked.at(place)) * outcomes + ended) * (this.#payers.count + 1) + payer.at(place)
    );
  }

  /** What is told of a counted request. */
  facts(code: number): RequestFacts {
    const place = this.#rowOf.at(code);
    const { submitted, decided, asked, appeal } = this.#row;
    const review = this.#reviewOf(asked.at(place));
    return {
      payer: this.payerOf(code),
      outcome: this.isReopened(code) ? "pending" : this.#outcomeOf(place),
      review,
      submitted: dayOfNumber(submitted.at(place)),
      decided: this.isReopened(code) ? null : dayOfNumber(decided.at(place)),
      appealOutcome: appeal.at(place) === 0 ? "" : this.#appeals.textOf(appeal.at(place)),
    };
  }

  /** Null where none is stated, and while Review asks about it. */
  payerOf(code: number): string | null {
    const place = this.#rowOf.at(code);
    const asked = this.#row.asked.at(place);
    if (asked !== 0 && this.#reviewOf(asked).includes("payer")) return null;
    return textIn(this.#payers, this.#row.payer.at(place), this.#payerNames) || null;
  }

  #take(place: number, asOf: number, leftOut: LeftOutList): void {
    const code = this.#row.id.at(place);
    if (code === 0) leftOut.add("no-case-id", TABLE, "Case id", "");
    else if (this.isCounted(code)) leftOut.add("same-case-id", TABLE, "Case id", this.ids.textOf(code));
    else if (this.#row.submitted.at(place) > asOf) {
      this.#marks.set(code, IS_THERE);
      leftOut.add("sent-later", TABLE, "Submitted", this.ids.textOf(code));
    } else {
      const isReopened = this.#row.decided.at(place) > asOf && this.#outcomeOf(place) !== "pending";
      if (isReopened) leftOut.add("decided-later", TABLE, "Decided", this.ids.textOf(code));
      this.#marks.set(code, IS_THERE | IS_COUNTED | (isReopened ? IS_REOPENED : 0));
      this.#rowOf.set(code, place);
      this.counted.set(this.count++, code);
      this.#tellOutcome(place, code, leftOut);
    }
  }

  #tellOutcome(place: number, code: number, leftOut: LeftOutList): void {
    const { outcome, asked, appeal } = this.#row;
    if (asked.at(place) !== 0 && this.#reviewOf(asked.at(place)).includes("outcome")) {
      leftOut.add("asked-outcome", TABLE, "Outcome", this.ids.textOf(code));
    } else if (outcome.at(place) !== 0 && !this.isReopened(code) && this.#outcomeOf(place) === undefined) {
      leftOut.add("unknown-outcome", TABLE, "Outcome", this.#endings.textOf(outcome.at(place)));
    }
    if (appeal.at(place) === 0 || this.isReopened(code) || this.#outcomeOf(place) !== "denied") return;
    const ended = this.#appeals.textOf(appeal.at(place));
    if (WON.some((word) => sameText(ended, word))) {
      leftOut.add("won-but-denied", TABLE, "Appeal outcome", this.ids.textOf(code));
    }
  }

  #outcomeOf(place: number): CaseRecord["outcome"] {
    const code = this.#row.outcome.at(place);
    const known = this.#outcomes.get(code);
    if (known !== undefined || this.#outcomes.has(code)) return known;
    const outcome = OUTCOME_WORDS.codeFor(this.#endings.textOf(code)) ?? undefined;
    this.#outcomes.set(code, outcome);
    return outcome;
  }

  #reviewOf(code: number): readonly string[] {
    const known = this.#reviews.get(code);
    if (known !== undefined) return known;
    const review = askedFields(new Map([[ASKED, this.#asked.textOf(code)]]));
    this.#reviews.set(code, review);
    return review;
  }
}

/** A text that many rows have, made once. */
function textIn(codes: TextCodes, code: number, known: Map<number, string>): string {
  const text = known.get(code);
  if (text !== undefined) return text;
  const found = code === 0 ? "" : codes.textOf(code);
  known.set(code, found);
  return found;
}
