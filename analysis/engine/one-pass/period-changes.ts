import type { LeftOutList } from "../../../sca/ledger/left-out.ts";
import { OUTCOME_WORDS } from "../../../sca/tracker/review/code-words.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import type { PlainText } from "../plain-text.ts";
import type { CountedRequests } from "./counted-requests.ts";
import { dayNumber } from "./day-number.ts";
import { marks, type NumberColumn, wholes } from "./number-column.ts";
import { readPlainTable, wantedHeadings } from "./plain-table.ts";
import { TextCodes } from "./text-codes.ts";
import { WordCodes } from "./word-codes.ts";

const TABLE = "AuthorizationPeriods";
const { headings: HEADINGS, places: PLACES } = wantedHeadings({
  caseId: "Case id",
  id: "Period id",
  outcome: "Outcome",
  submitted: "Submitted",
  decided: "Decided",
  counted: "Use counted to",
});

/** What authorizations change about requests. */
export interface PeriodChanges {
  /** 1 by the code of a request whose calculated columns are not those of the day. */
  readonly stale: NumberColumn<Uint8Array>;
  /** Ids, in small letters, of authorizations that were asked for after the day: their lines are not there yet. */
  readonly dropped: ReadonlySet<string>;
}

/** Takes the authorizations of counted requests, where there are any, back to the day. Each that does not count as it stands is told. */
export function periodChanges(
  plain: PlainText | undefined,
  requests: CountedRequests,
  asOf: CalendarDate,
  leftOut: LeftOutList,
): PeriodChanges {
  const stale = marks();
  for (let at = 0; at < requests.count; at++) {
    const code = requests.counted.at(at);
    if (requests.isReopened(code)) stale.set(code, 1);
  }
  const dropped = new Set<string>();
  if (plain === undefined) return { stale, dropped };
  const last = dayNumber(asOf);
  const ids = new TextCodes({ foldsCase: false });
  const outcomes = new WordCodes(TABLE, "Outcome");
  const [caseId, outcome, submitted, decided] = [wholes(), wholes(), wholes(), wholes()];
  const isCounted = marks();
  /** Ids of the few that are of a later day. */
  const later = new Map<number, string>();
  const { count, gone } = readPlainTable(
    TABLE,
    plain,
    HEADINGS,
    (place, cells) => {
      caseId.set(place, cells.code(requests.ids, PLACES.caseId));
      outcome.set(place, cells.word(outcomes, PLACES.outcome));
      submitted.set(place, cells.day(PLACES.submitted));
      decided.set(place, cells.day(PLACES.decided));
      isCounted.set(place, Number(cells.isFilled(PLACES.counted)));
      if (submitted.at(place) > last || decided.at(place) > last) {
        const code = cells.code(ids, PLACES.id);
        later.set(place, code === 0 ? "" : ids.textOf(code));
      } else later.delete(place);
    },
    leftOut,
  );
  for (let place = 0; place < count; place++) {
    if (gone.has(place) || !hangsOnCase(TABLE, requests, caseId.at(place), leftOut)) continue;
    const code = caseId.at(place);
    const id = later.get(place) ?? "";
    if (submitted.at(place) > last) {
      leftOut.add("renewal-later", TABLE, "Submitted", id);
      dropped.add(id.toLowerCase());
      stale.set(code, 1);
      continue;
    }
    const isOwn = decided.at(place) !== 0;
    const wasOpen = decided.at(place) > last && OUTCOME_WORDS.codeFor(outcomes.textOf(outcome.at(place))) !== "pending";
    if (wasOpen || (requests.isReopened(code) && !isOwn && outcome.at(place) !== 0)) {
      if (isOwn) leftOut.add("decided-later", TABLE, "Decided", id);
      stale.set(code, 1);
    }
    if (isCounted.at(place) === 0) stale.set(code, 1);
  }
  return { stale, dropped };
}

/** Whether a row hangs on a counted request; tells one without a request, or under none that is there. */
export function hangsOnCase(table: string, requests: CountedRequests, code: number, leftOut: LeftOutList): boolean {
  if (code === 0) leftOut.add("no-case-id", table, "Case id", "");
  else if (!requests.isThere(code)) leftOut.add("unknown-case", table, "Case id", requests.ids.textOf(code));
  return code !== 0 && requests.isCounted(code);
}
