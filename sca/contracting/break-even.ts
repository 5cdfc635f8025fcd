import { isGranted } from "../measures/approval-rate.ts";
import type { CaseRecord } from "../measures/case-record.ts";
import { type Cents, centsForUnits, centsLess, sumOfCents } from "../values/money.ts";
import { caseByCaseWork } from "./case-by-case-work.ts";
import type { ContractingAssumptions } from "./contracting-facts.ts";

/** When a contract beats staying on single case agreements. */
export interface BreakEven {
  /** Dollars agreed under granted requests, of those told. */
  readonly agreed: Cents;
  /** Granted requests whose dollars are told. */
  readonly agreements: number;
  readonly requests: number;
  /** What our staff's work on all requests costs, and on a contract for the same time. */
  readonly workCost: Cents;
  readonly contractCost: Cents;
  /** What delivering the care costs; null where Settings states no cost of a unit, or units are not known. */
  readonly careCost: Cents | null;
  /** At the volume of today: the contract's rates over those of the single case agreements at which both bring the same. */
  readonly rateShare: number;
  /** The volume needed at lower rates; the first is that of all requests granted or not. */
  readonly volumes: readonly BreakEvenVolume[];
  /** Requests made over requests granted: a contract that covers them all brings this much of today's volume. */
  readonly knownVolume: number;
}

/** A rate below today's, and the volume at which it brings as much. */
export interface BreakEvenVolume {
  /** The contract's rates over those of the single case agreements. */
  readonly rateShare: number;
  /** The volume over today's; null where no volume is enough, since each unit costs more than it brings. */
  readonly volume: number | null;
}

/** In-network rates that are looked at, over the rates of the single case agreements. */
const RATE_SHARES = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7] as const;

/**
 * The break-even of a contract against single case agreements, over the same requests. Staying brings what was agreed
 * less the cost of care and of our staff's hours on every request, granted or not; a contract brings its rates times its
 * volume, less the cost of care and the contract's own hours for a year. Solved for the rate at today's volume and for
 * the volume at lower rates. Units cost the same whoever pays. Without a cost of care, volume is taken to cost nothing,
 * and the volumes are too low: say so. Null where no dollars were agreed. Source: guide 000 L13 (single case agreements
 * are a bridge, no business model).
 *
 * @example $100,000.00 agreed, 30 requests at 6 hours of $35.00 ($6,300.00), 40 hours for a contract ($1,400.00): rates
 * of 95.1 % break even; at a cost of care of $60,000.00 and 90 % of the rates, 117 % of the volume does
 */
export function breakEven(
  cases: readonly CaseRecord[],
  contacts: ReadonlyMap<string, number>,
  assumptions: ContractingAssumptions,
): BreakEven | null {
  const granted = cases.filter((subject) => isGranted(subject) && subject.agreed.parts > 0);
  const agreed = sumOfCents(granted.map(({ agreed: { cents } }) => cents as Cents));
  if (agreed <= 0) return null;
  const { cost: workCost, requests } = caseByCaseWork(cases, contacts, assumptions);
  const contractCost = centsForUnits(assumptions.hourCost, assumptions.contractHours);
  const units = unitsOf(granted);
  const careCost =
    assumptions.costPerUnit === null || units === null ? null : centsForUnits(assumptions.costPerUnit, units);
  const stays = centsLess(agreed, workCost);
  const needed = stays + contractCost;
  const care = careCost ?? 0;
  return {
    agreed,
    agreements: granted.length,
    requests,
    workCost,
    contractCost,
    careCost,
    rateShare: needed / agreed,
    volumes: RATE_SHARES.map((rateShare) => {
      const each = rateShare * agreed - care;
      return { rateShare, volume: each > 0 ? Math.max(0, needed - care) / each : null };
    }),
    knownVolume: requests / cases.filter(isGranted).length,
  };
}

/** Units authorized under the agreements; null where a single one is not known, since their cost would be too low. */
function unitsOf(granted: readonly CaseRecord[]): number | null {
  let all = 0;
  for (const { lines, periods } of granted) {
    const ofLines = lines.filter((line) => line.isGranted).map((line) => line.unitsAuthorized);
    const counts =
      ofLines.length > 0 ? ofLines : periods.flatMap((one) => (one.isGranted ? [one.unitsAuthorized] : []));
    const sum = counts.reduce<number | null>((all, one) => (all === null || one === null ? null : all + one), 0);
    if (counts.length === 0 || sum === null) return null;
    all += sum;
  }
  return Number(all.toFixed(6));
}
