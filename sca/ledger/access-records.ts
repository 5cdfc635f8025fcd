import { standardsFor } from "../adequacy/applicable-standards.ts";
import { type AccessAgainstStandards, attemptsAgainstStandards } from "../adequacy/attempts-against-standards.ts";
import type { AccessAttempt } from "../contracting/contracting-facts.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import { type AccessSettings, accessSettings } from "./access-settings.ts";
import { dayIn, type LedgerRow, numberIn, textIn } from "./ledger-row.ts";
import type { LeftOutList } from "./left-out.ts";
import type { PlanValue } from "./workbook-plan.ts";

/** Attempts at in-network offices, with all that decides which standards they are held against. */
export interface AccessRecords {
  /** Of the cases that are counted, up to the day. */
  readonly attempts: readonly AccessAttempt[];
  readonly settings: AccessSettings;
  /** Plan funding as written, by the case's id in small letters; absent where nobody says. */
  readonly funding: ReadonlyMap<string, string>;
  readonly holidays: ReadonlySet<CalendarDate>;
  readonly asOf: CalendarDate;
}

/** The attempts of a ledger's rows; those of a later day are told. */
export function accessRecords(
  rows: {
    readonly tried: readonly LedgerRow[];
    readonly cases: readonly LedgerRow[];
    readonly values: ReadonlyMap<string, PlanValue>;
    readonly holidays: ReadonlySet<CalendarDate>;
    readonly asOf: CalendarDate;
  },
  leftOut: LeftOutList,
): AccessRecords {
  const { asOf } = rows;
  const funding = new Map(rows.cases.map((row) => [textIn(row, "Case id").toLowerCase(), textIn(row, "Plan funding")]));
  const attempts = rows.tried.flatMap((row): AccessAttempt[] => {
    const caseId = textIn(row, "Case id");
    if (!funding.has(caseId.toLowerCase())) return [];
    const day = dayIn(row, "Date");
    if (day !== null && day > asOf) {
      leftOut.add("tried-later", "AccessAttempts", "Date", day);
      return [];
    }
    return [
      {
        caseId,
        day,
        waitDays: numberIn(row, "Wait offered"),
        miles: numberIn(row, "Miles"),
        reason: textIn(row, "Why not viable").trim(),
        office: textIn(row, "Office").trim(),
      },
    ];
  });
  return { attempts, settings: accessSettings(rows.values), funding, holidays: rows.holidays, asOf };
}

/**
 * What was offered in network against the standards that reach each case's plan on the day of the call (the as-of day
 * where it is blank). Care counts as routine: a ledger does not say how urgent it was. Other attempts can be given, such
 * as one payer's.
 *
 * @example accessAgainstStandards(records.access).share
 */
export function accessAgainstStandards(
  { attempts, settings, funding, holidays, asOf }: AccessRecords,
  only: readonly AccessAttempt[] = attempts,
): AccessAgainstStandards {
  return attemptsAgainstStandards(
    only,
    ({ caseId, day }) =>
      standardsFor({ ...settings, funding: funding.get(caseId.toLowerCase()) ?? "", urgency: "routine" }, day ?? asOf),
    holidays,
  );
}
