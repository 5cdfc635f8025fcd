import type { Cents } from "../values/money.ts";
import type { CaseRecord } from "./case-record.ts";
import { centsOrNull } from "./dollars-for-units.ts";
import type { Measure } from "./measure.ts";
import { deliveredOf } from "./used-amount.ts";

/** What the payer did not spend on a higher level of care, under a stated assumption. */
export interface AvoidedCost {
  /** Null where no day rate of the higher level is stated, or no day at a day rate is known. */
  readonly cents: Cents | null;
  readonly days: number;
  /** The assumption, in dollars a day; null where Settings states none. */
  readonly higherDayRate: number | null;
}

interface Days {
  /** Thousandths of a day, which add up without a trace. */
  readonly parts: number;
  readonly ours: number;
}

const PARTS = 1000;

/**
 * Avoided cost: days delivered at our day rate × (the day rate of the higher level of care − ours). The assumption, that
 * the patient would have been there instead, is the user's, on Settings, and is printed beside the figure; where ours is
 * the dearer, the figure goes down. Days are units used under a rate per day. Source: design, Measures; guide 003 L25
 * ($1,200.00 a day residential against $400.00 PHP).
 *
 * @example 14 days at $400.00, residential at $1,200.00: $11,200.00
 */
export function avoidedCost(higherDayRate: number | null): Measure<Days, AvoidedCost, CaseRecord> {
  return {
    create: () => ({ parts: 0, ours: 0 }),
    add: (state, subject) => {
      let { parts, ours } = state;
      for (const { rate, units } of deliveredOf(subject)) {
        if (rate === null || rate.unit !== "day" || rate.dollarsPerUnit === null || units <= 0) continue;
        const cents = centsOrNull(rate.dollarsPerUnit, units);
        if (cents === null) continue;
        parts += Math.round(units * PARTS);
        ours += cents;
      }
      return { parts, ours };
    },
    merge: (one, other) => ({ parts: one.parts + other.parts, ours: one.ours + other.ours }),
    value: ({ parts, ours }) => {
      const days = parts / PARTS;
      const theirs = higherDayRate === null || days === 0 ? null : centsOrNull(higherDayRate, days);
      return { cents: theirs === null ? null : ((theirs - ours) as Cents), days, higherDayRate };
    },
  };
}
