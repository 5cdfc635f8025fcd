import { OUTCOME_WORDS } from "../tracker/review/code-words.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import type { AgreementRows } from "./cases-from-ledger.ts";
import { TextSet } from "./ledger-index.ts";
import { dayIn, isBlank, type LedgerRow, textIn } from "./ledger-row.ts";
import type { LeftOutList } from "./left-out.ts";

/** The rows as they stood on a day. */
export interface RowsAsOf extends AgreementRows {
  /** Cases, in small letters, of which something was decided or sent later: what formulas told of them is of another day. */
  readonly changed: ReadonlySet<string>;
}

/**
 * Takes the ledger back to a day: requests and renewals that were sent later are taken out, what was decided later is
 * pending. Rows without a case id, and the second of one id, are taken out too. Each is told. Changes the rows.
 */
export function rowsAsOf(rows: AgreementRows, asOf: CalendarDate, leftOut: LeftOutList): RowsAsOf {
  const changed = new Set<string>();
  const known = new TextSet();
  const notSentYet = new TextSet();
  const pending = new Set<string>();
  const cases = rows.cases.filter((row) => {
    const id = textIn(row, "Case id");
    if (id === "") {
      leftOut.add("no-case-id", "Cases", "Case id", "");
      return false;
    }
    if (known.has(id)) {
      leftOut.add("same-case-id", "Cases", "Case id", id);
      return false;
    }
    if (isAfter(row, "Submitted", asOf)) {
      leftOut.add("sent-later", "Cases", "Submitted", id);
      notSentYet.add(id);
      return false;
    }
    known.add(id);
    if (wasOpen(row, asOf)) {
      const key = id.toLowerCase();
      leftOut.add("decided-later", "Cases", "Decided", id);
      reopen(row);
      changed.add(key);
      pending.add(key);
    }
    return true;
  });
  const dropped = new Set<string>();
  /** What hangs on a request that is not sent yet goes with it, without a word of its own. */
  const hangsOnCase = (table: string, row: LedgerRow): boolean => {
    const id = textIn(row, "Case id");
    if (known.has(id)) return true;
    if (id === "") leftOut.add("no-case-id", table, "Case id", "");
    else if (!notSentYet.has(id)) leftOut.add("unknown-case", table, "Case id", id);
    return false;
  };
  const periods = rows.periods.filter((row) => {
    if (!hangsOnCase("AuthorizationPeriods", row)) return false;
    const key = textIn(row, "Case id").toLowerCase();
    if (isAfter(row, "Submitted", asOf)) {
      leftOut.add("renewal-later", "AuthorizationPeriods", "Submitted", textIn(row, "Period id"));
      dropped.add(textIn(row, "Period id").toLowerCase());
      changed.add(key);
      return false;
    }
    const isOwn = dayIn(row, "Decided") !== null;
    if (wasOpen(row, asOf) || (pending.has(key) && !isOwn && !isBlank(row.get("Outcome")))) {
      if (isOwn) leftOut.add("decided-later", "AuthorizationPeriods", "Decided", textIn(row, "Period id"));
      reopen(row);
      changed.add(key);
    }
    return true;
  });
  const lines = rows.lines.filter((row) => {
    if (!hangsOnCase("ServiceLines", row)) return false;
    const period = dropped.size === 0 ? "" : textIn(row, "Period id").toLowerCase();
    return period === "" || !dropped.has(period);
  });
  return { cases, periods, lines, changed };
}

function isAfter(row: LedgerRow, heading: string, asOf: CalendarDate): boolean {
  const day = dayIn(row, heading);
  return day !== null && day > asOf;
}

function wasOpen(row: LedgerRow, asOf: CalendarDate): boolean {
  return isAfter(row, "Decided", asOf) && OUTCOME_WORDS.codeFor(row.get("Outcome")) !== "pending";
}

function reopen(row: LedgerRow): void {
  row.set("Outcome", OUTCOME_WORDS.wordFor("pending"));
  row.delete("Decided");
}
