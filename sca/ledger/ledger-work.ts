import { AFTER_THE_END } from "../deadlines/countdown.ts";
import { AUTHORIZATION_STANDINGS } from "../deadlines/standing.ts";
import type { AuthorizationFacts, WorkFacts, WorkSubject } from "../deadlines/work-facts.ts";
import { type Cents, centsFromDollars } from "../values/money.ts";
import type { LedgerAsOf } from "./ledger-as-of.ts";
import { dayIn, type LedgerRow, numberIn, textIn } from "./ledger-row.ts";
import { CASE_STANDINGS } from "./tables/cases-table.ts";

/**
 * What the worklist is made from, as the ledger's formulas have it on its as-of day. A contact whose case is not in the
 * ledger is passed over.
 *
 * @example worklist(workFacts(ledgerAsOf(content, today))).items[0]?.title is "Lapsed"
 */
export function workFacts({ rows, followUps, settings }: LedgerAsOf): WorkFacts {
  const subjects = new Map(
    rows.cases.flatMap((row): [string, WorkSubject][] => {
      const caseId = textIn(row, "Case id");
      return caseId === "" ? [] : [[caseId, { caseId, patient: textIn(row, "Patient"), payer: textIn(row, "Payer") }]];
    }),
  );
  const ids = new Map([...subjects.keys()].map((id) => [id.toLowerCase(), id]));
  const limits = new Map(
    rows.payers.map((row) => [textIn(row, "Payer").toLowerCase(), numberIn(row, "Escalate after")]),
  );
  const ofStanding = (...standings: string[]): [LedgerRow, WorkSubject][] =>
    rows.cases.flatMap((row): [LedgerRow, WorkSubject][] => {
      const subject = subjects.get(textIn(row, "Case id"));
      return subject !== undefined && standings.includes(textIn(row, "Standing")) ? [[row, subject]] : [];
    });
  return {
    asOf: settings.asOf,
    holidays: settings.holidays,
    dueNotice: settings.dueNotice,
    lapseAlert: settings.lapseAlert,
    authorizations: rows.periods.flatMap((row) => authorization(row, subjects)),
    pending: ofStanding(CASE_STANDINGS.escalate).map(([row, subject]) => ({
      ...subject,
      submitted: dayIn(row, "Submitted"),
      waited: numberIn(row, "Days waiting"),
      escalateAfter: limits.get(subject.payer.toLowerCase()) ?? settings.escalateAfter,
    })),
    verbal: ofStanding(CASE_STANDINGS.verbalOnly).map(([row, subject]) => ({
      ...subject,
      decided: dayIn(row, "Decided"),
      expected: dollars(row, "Expected dollars"),
    })),
    touches: rows.cases.flatMap((row) => {
      const subject = subjects.get(textIn(row, "Case id"));
      const day = dayIn(row, "Next touch");
      return subject === undefined || day === null ? [] : [{ ...subject, day, step: textIn(row, "Next step") }];
    }),
    contacts: followUps.flatMap((row) => {
      const caseId = ids.get(textIn(row, "Case id").toLowerCase());
      if (caseId === undefined) return [];
      return [
        {
          caseId,
          day: dayIn(row, "Date"),
          nextTouch: dayIn(row, "Next touch"),
          promised: textIn(row, "Promised"),
        },
      ];
    }),
    subjects,
    withoutProof: ofStanding(CASE_STANDINGS.noProof).length,
  };
}

function authorization(row: LedgerRow, subjects: ReadonlyMap<string, WorkSubject>): AuthorizationFacts[] {
  const subject = subjects.get(textIn(row, "Case id"));
  if (subject === undefined) return [];
  const standing = textIn(row, "Standing");
  return [
    {
      ...subject,
      periodId: textIn(row, "Period id"),
      authNumber: textIn(row, "Auth number"),
      standing: AUTHORIZATION_STANDINGS.find((known) => known === standing) ?? null,
      lastDay: dayIn(row, "Last covered day"),
      requestBy: dayIn(row, "Request-by day"),
      runsOut: textIn(row, "Runs out on") === AFTER_THE_END ? AFTER_THE_END : dayIn(row, "Runs out on"),
      atRisk: dollars(row, "$ at risk"),
    },
  ];
}

/** Dollars that a formula told; what it could not tell is not 0. */
function dollars(row: LedgerRow, heading: string): Cents | null {
  const amount = numberIn(row, heading);
  return amount === null ? null : centsFromDollars(amount);
}
