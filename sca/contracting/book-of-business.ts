import { isGranted } from "../measures/approval-rate.ts";
import { medianOf } from "../measures/bag.ts";
import type { CaseRecord } from "../measures/case-record.ts";
import { measureOf } from "../measures/measure.ts";
import { type RevenueAgreed, revenueFrom } from "../measures/revenue-agreed.ts";
import { deliveredOf } from "../measures/used-amount.ts";
import { type Cents, centsOf } from "../values/money.ts";

/** How much a payer's single case agreements are for the practice. */
export interface BookOfBusiness {
  readonly requests: number;
  readonly granted: number;
  /** People behind the granted requests; renewals and second agreements of one count once. */
  readonly patients: number;
  /** Rate × units authorized of granted requests. */
  readonly agreed: RevenueAgreed;
  /** Payments received under them, less what was taken back; null without a paid claim line. */
  readonly received: Cents | null;
  /** Units used under them by what a unit is, the most first; "service" where it is one service of a code. */
  readonly delivered: readonly { readonly unit: string; readonly units: number }[];
  /** The largest agreement's share of the agreed dollars; null without dollars. */
  readonly largestShare: number | null;
  /** The middle agreement in dollars, of those told in full or in part; null without one. */
  readonly medianAgreed: Cents | null;
  /** Of all the practice's requests, granted requests, agreed and received dollars; null where there are none. */
  readonly share: {
    readonly requests: number | null;
    readonly granted: number | null;
    readonly agreed: number | null;
    readonly received: number | null;
  };
}

/**
 * The book of business with a payer: requests, patients, units and dollars, and what share of all single case agreements
 * it is. A share near 1 says how much hangs on this payer. Sources: requirements 5.1 (book of business, after AAOS);
 * guides 000 L15 (recurring volume is leverage), 003 L64 (patient volume and payer mix).
 *
 * @example 24 of 54 granted requests, $215,107.98 of $431,310.10 agreed: shares 0.444 and 0.499
 */
export function bookOfBusiness(
  cases: readonly CaseRecord[],
  all: readonly CaseRecord[],
  patients: ReadonlyMap<string, number>,
): BookOfBusiness {
  const granted = cases.filter(isGranted);
  const agreed = measureOf(revenueAgreed, cases);
  const received = receivedFor(granted);
  const ofAll = { granted: all.filter(isGranted), agreed: measureOf(revenueAgreed, all).cents };
  const told = granted.filter(({ agreed: { parts } }) => parts > 0).map(({ agreed: { cents } }) => cents);
  const middle = medianOf(told);
  return {
    requests: cases.length,
    granted: granted.length,
    patients: new Set(granted.map(({ id }) => patients.get(id.toLowerCase()) ?? id)).size,
    agreed,
    received,
    delivered: unitsDelivered(granted),
    largestShare: share(
      told.reduce((most, cents) => Math.max(most, cents), 0),
      agreed.cents,
    ),
    medianAgreed: middle === null ? null : centsOf(Math.round(middle)),
    share: {
      requests: share(cases.length, all.length),
      granted: share(granted.length, ofAll.granted.length),
      agreed: share(agreed.cents, ofAll.agreed),
      received: received === null ? null : share(received, receivedFor(ofAll.granted) ?? 0),
    },
  };
}

const revenueAgreed = revenueFrom((subject: CaseRecord) => subject.agreed);

/** Payments under agreements; null without a paid claim line. */
function receivedFor(granted: readonly CaseRecord[]): Cents | null {
  const paid = granted.flatMap(({ claims }) => claims.flatMap((claim) => claim.paid ?? []));
  return paid.length === 0 ? null : centsOf(paid.reduce<number>((sum, one) => sum + one, 0));
}

/** Units may be quarters of an hour; thousandths add up without a trace. */
const PARTS = 1000;

function unitsDelivered(granted: readonly CaseRecord[]): { unit: string; units: number }[] {
  const sums = new Map<string, number>();
  for (const { rate, units } of granted.flatMap(deliveredOf)) {
    const unit = rate?.unit ?? "service";
    sums.set(unit, (sums.get(unit) ?? 0) + Math.round(units * PARTS));
  }
  return [...sums]
    .map(([unit, parts]) => ({ unit, units: parts / PARTS }))
    .sort((one, other) => other.units - one.units || (one.unit < other.unit ? -1 : 1));
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
