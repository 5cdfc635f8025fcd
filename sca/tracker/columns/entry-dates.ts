import { findDates } from "../dates/find-dates.ts";
import type { Meaning } from "../headings/meaning.ts";
import { rolesOfDates } from "../prose/date-roles.ts";
import type { ColumnMeaning } from "./column-meaning.ts";

const BARE =
  /^\W*(?:the\s+)?(?:date|dt|day|when|opened|open|logged|log(?: date)?|entered|entry(?: date)?|date (?:entered|opened|logged|added)|added|created|noted)\W*$/i;
const DATING: readonly Meaning[] = ["submitted", "decided", "authSpan", "otherDate"];
const SAMPLE = 60;

/**
 * In a diary, whose running notes themselves say when a request was sent, a column headed only "Date" or "Opened" holds the
 * days of the entries. It then dates the entries, not the requests.
 */
export function withEntryDates(columns: readonly ColumnMeaning[]): ColumnMeaning[] {
  const dating = columns.filter(
    ({ column, meanings }) =>
      BARE.test(column.text) && column.group === "" && meanings.every((meaning) => DATING.includes(meaning)),
  );
  if (dating.length !== 1 || !columns.some(tellsOfRequests)) return [...columns];
  return columns.map((one) =>
    one === dating[0]
      ? {
          ...one,
          meanings: ["entryDate"] as const,
          reason: `"${one.column.text}": the notes date the requests themselves`,
        }
      : one,
  );
}

/** Whether a column of notes says of its requests when they were sent, in a third of its cells. */
function tellsOfRequests({ meanings, column, profile }: ColumnMeaning): boolean {
  if (
    !meanings.some(
      (meaning) => meaning === "notes" || meaning === "reply" || meaning === "request" || meaning === "outcome",
    ) ||
    profile.averageLength < 25
  )
    return false;
  const cells = column.cells.slice(0, SAMPLE);
  const telling = cells.filter((cell) =>
    rolesOfDates(cell.text, findDates(cell.text)).some((dated) => dated.role === "submitted"),
  );
  return telling.length >= 3 && telling.length >= cells.length / 3;
}
