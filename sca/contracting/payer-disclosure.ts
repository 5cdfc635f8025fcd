import { isGranted } from "../measures/approval-rate.ts";
import { type AvoidedCost, avoidedCost } from "../measures/avoided-cost.ts";
import type { CaseRecord } from "../measures/case-record.ts";
import { honourRate } from "../measures/honour-rate.ts";
import { lapseDays } from "../measures/lapse-days.ts";
import { measureOf } from "../measures/measure.ts";
import { turnaround } from "../measures/turnaround.ts";
import { deliveredOf } from "../measures/used-amount.ts";
import { TRIGGERS, type Trigger } from "../tracker/tracked-case.ts";
import { type Cents, sumOfCents } from "../values/money.ts";
import { type AccessEvidence, accessEvidence, type Spread } from "./access-evidence.ts";
import { caseByCaseWork } from "./case-by-case-work.ts";
import { requestsOfPayer, type Span, spanOf } from "./contract-year.ts";
import type { AccessAttempt, ContractingAssumptions } from "./contracting-facts.ts";
import { leadService } from "./lead-service.ts";
import { isShown, LEAST_SHOWN, shownPart, shownParts } from "./small-counts.ts";

/** What a payer may be told of its own single case agreements: all that its edition is made of, apart from the asks. */
export interface PayerDisclosure {
  /** Granted requests; null where they are 1 to 10. */
  readonly agreements: number | null;
  /** The months of their requests; null with few agreements. */
  readonly span: Span | null;
  readonly dollarsAgreed: Cents | null;
  /** Units used under them, days and services apart; those under eleven are left out. */
  readonly delivered: readonly { readonly unit: string; readonly units: number }[];
  readonly byReason: readonly ShownAgreements<Trigger | null>[];
  readonly byService: readonly ShownAgreements<string>[];
  /** Business days from request to yes, the middle one; null from fewer than eleven. */
  readonly daysToYes: number | null;
  /** What was handled one by one; what is fewer than eleven is null. */
  readonly work: {
    readonly moves: number | null;
    readonly contacts: number | null;
    readonly claimLines: number | null;
  };
  /** Claim lines paid short or not at all: null where fewer than eleven, for then they are no argument. */
  readonly shortLines: number | null;
  /** Service days, and whether fewer than eleven of them lay outside every authorization; null where more did. */
  readonly authorized: { readonly serviceDays: number; readonly isEvery: boolean } | null;
  readonly avoided: AvoidedCost | null;
  readonly access: ShownAccess | null;
}

/** Agreements that share what they are counted by, pooled where they would be too few. */
export interface ShownAgreements<Key> {
  readonly keys: readonly Key[];
  readonly agreements: number;
  /** Rate × units authorized, of those that can be told; null where these are fewer than eleven in any part. */
  readonly dollars: Cents | null;
}

/** What in-network offices said: the middle alone, since the ends are single offices and patients. */
export interface ShownAccess {
  readonly attempts: number;
  /** Null where fewer than eleven noted one, or fewer than eleven did not. */
  readonly wait: ShownMiddle | null;
  readonly miles: ShownMiddle | null;
}

export interface ShownMiddle {
  readonly median: number;
  readonly n: number;
}

/** What the disclosure is told from: the practice's whole ledger, of which one payer's part is taken. */
export interface DisclosedLedger {
  readonly cases: readonly CaseRecord[];
  readonly contacts: ReadonlyMap<string, number>;
  readonly attempts: readonly AccessAttempt[];
  readonly assumptions: ContractingAssumptions;
  readonly higherDayRate: number | null;
}

/**
 * What one payer may be told: figures of its granted requests alone, none of 1 to 10 and none that such a count could be
 * told from. How many requests were made or denied is not among them: with the agreements beside it each would tell the
 * other. Reasons and services are pooled by `shownParts`. Neither rates nor multiples are here: what the payer agreed to
 * in the middle is our target. Source: requirements 0.6 (CMS's cell size rule), 5.2; design, Measures.
 *
 * @example 24 agreements of which 13 for no in-network provider: byReason is 13 and one pool of 11
 */
export function payerDisclosure(ledger: DisclosedLedger, payer: string): PayerDisclosure {
  const granted = requestsOfPayer(ledger.cases, payer).filter(isGranted);
  const isEnough = granted.length >= LEAST_SHOWN;
  const told = granted.filter(({ agreed: { parts } }) => parts > 0);
  const waits = measureOf(turnaround, granted);
  const work = caseByCaseWork(granted, ledger.contacts, ledger.assumptions);
  const { unpaidLines, paidLines, honoured } = measureOf(honourRate, granted);
  const short = paidLines - honoured + unpaidLines;
  return {
    agreements: isShown(granted.length) ? granted.length : null,
    span: isEnough ? spanOf(granted) : null,
    dollarsAgreed: told.length >= LEAST_SHOWN ? dollarsOf(told) : null,
    delivered: isEnough ? unitsOf(granted) : [],
    byReason: partsBy(granted, [...TRIGGERS, null], ({ trigger }) => trigger),
    byService: partsBy(granted, [...new Set(granted.map(leadService))].sort(), leadService),
    daysToYes: waits.decided >= LEAST_SHOWN ? waits.median : null,
    work: {
      moves: atLeastShown(work.moves),
      contacts: atLeastShown(work.contacts),
      claimLines: atLeastShown(work.claimLines),
    },
    shortLines: shownPart(short, work.claimLines) === null ? null : atLeastShown(short),
    authorized: isEnough ? authorizedDays(granted, work.claimLines) : null,
    avoided: isEnough ? avoidedOf(granted, ledger.higherDayRate) : null,
    access: shownAccess(accessEvidence(granted, ledger.attempts)),
  };
}

function atLeastShown(count: number): number | null {
  return count >= LEAST_SHOWN ? count : null;
}

function dollarsOf(cases: readonly CaseRecord[]): Cents {
  return sumOfCents(cases.map(({ agreed: { cents } }) => cents as Cents));
}

/** The keys' order is that of the list given: it hangs on names, not on how many there are. */
function partsBy<Key>(
  granted: readonly CaseRecord[],
  keys: readonly Key[],
  keyOf: (subject: CaseRecord) => Key,
): ShownAgreements<Key>[] {
  const parts = keys.map((key) => ({ key, cases: granted.filter((subject) => keyOf(subject) === key) }));
  const shown = shownParts(parts, ({ cases }) => cases.length).map(({ parts: some, count }) => {
    const told = some.flatMap(({ cases }) => cases).filter(({ agreed }) => agreed.parts > 0);
    return { keys: some.map(({ key }) => key), agreements: count, told };
  });
  const isTold = shown.every(({ told }) => told.length >= LEAST_SHOWN);
  return shown
    .map(({ told, ...part }) => ({ ...part, dollars: isTold ? dollarsOf(told) : null }))
    .sort(
      (one, other) => Number(one.keys.length > 1) - Number(other.keys.length > 1) || other.agreements - one.agreements,
    );
}

function unitsOf(granted: readonly CaseRecord[]): { unit: string; units: number }[] {
  const sums = new Map<string, number>();
  for (const { rate, units } of granted.flatMap(deliveredOf)) {
    const unit = rate?.unit ?? "service";
    sums.set(unit, (sums.get(unit) ?? 0) + units);
  }
  return [...sums]
    .map(([unit, units]) => ({ unit, units: Math.round(units) }))
    .filter(({ units }) => units >= LEAST_SHOWN)
    .sort((one, other) => (one.unit < other.unit ? -1 : 1));
}

/** Beside the claim lines they would tell the lines that have no day of their own. */
function authorizedDays(granted: readonly CaseRecord[], claimLines: number): PayerDisclosure["authorized"] {
  const { outside, serviceDays } = measureOf(lapseDays, granted);
  if (outside === null || outside >= LEAST_SHOWN || serviceDays < 2 * LEAST_SHOWN) return null;
  if (claimLines >= LEAST_SHOWN && !isShown(Math.abs(claimLines - serviceDays))) return null;
  return { serviceDays, isEvery: outside === 0 };
}

function avoidedOf(granted: readonly CaseRecord[], higherDayRate: number | null): AvoidedCost | null {
  const avoided = measureOf(avoidedCost(higherDayRate), granted);
  const days = unitsOf(granted).find(({ unit }) => unit === "day")?.units ?? 0;
  const isAlone = isShown(Math.round(Math.abs(days - avoided.days)));
  return avoided.cents === null || avoided.cents <= 0 || avoided.days < LEAST_SHOWN || !isAlone ? null : avoided;
}

function shownAccess({ attempts, wait, miles }: AccessEvidence): ShownAccess | null {
  if (attempts < LEAST_SHOWN) return null;
  const shown = (spread: Spread | null): ShownMiddle | null =>
    spread === null || spread.n < LEAST_SHOWN || shownPart(spread.n, attempts) === null
      ? null
      : { median: spread.median, n: spread.n };
  return { attempts, wait: shown(wait), miles: shown(miles) };
}
