import { type AnsweredRequest, isGranted } from "./approval-rate.ts";
import { type Bag, itemsOf, joined, medianOf, withItem } from "./bag.ts";
import type { CaseRecord, LineRecord } from "./case-record.ts";
import type { Measure } from "./measure.ts";

/** What was agreed, over what Medicare would pay. Approved lines only: what was refused has no rate. */
export interface MultipleOfMedicare {
  /** Dollars agreed over Medicare's dollars for the same units; null without a line that can be compared. */
  readonly weighted: number | null;
  /** The middle of the lines' multiples, each line once: one large case does not move it. */
  readonly median: number | null;
  /** The lowest and the highest line. */
  readonly low: number | null;
  readonly high: number | null;
  /** Lines compared. */
  readonly lines: number;
  /** The share of all agreed dollars that those lines hold, 0 to 1; null where no dollars are agreed. */
  readonly coverage: number | null;
}

/** What the measure reads of a request. */
interface PricedRequest extends AnsweredRequest, Pick<CaseRecord, "agreed"> {
  readonly lines: readonly Pick<LineRecord, "isGranted" | "agreed" | "medicare" | "multiple">[];
}

interface Compared {
  readonly agreedCents: number;
  readonly medicareCents: number;
  readonly allCents: number;
  readonly multiples: Bag<number>;
}

/**
 * The multiple of Medicare of approved lines that have a benchmark for their own day, code, place and setting: the sum
 * of agreed rate × units over the sum of Medicare × units, and the lines' median, lowest and highest beside it. Rates
 * for another unit than Medicare's, rates per case and lines without a benchmark are outside, and so are benchmarks of
 * one's own unless Settings counts them: the ledger's columns Multiple of Medicare and Medicare dollars. Coverage says
 * how much of the agreed dollars the figure stands on, dollars without a code among them.
 * Source: design, Measures; requirements 5.4; guide 002 L57 to L61.
 *
 * @example 10 units at $168.00 over Medicare's $120.00, 20 at $90.00 over $100.00, and $3,480.00 without a benchmark:
 * weighted $3,480 over $3,200, 1.0875; median of 1.4 and 0.9, 1.15; coverage 0.5
 */
export const multipleOfMedicare: Measure<Compared, MultipleOfMedicare, PricedRequest> = {
  create: () => ({ agreedCents: 0, medicareCents: 0, allCents: 0, multiples: null }),
  add: (state, subject) => {
    let { agreedCents, medicareCents, multiples } = state;
    let onLines = 0;
    for (const { isGranted: counts, agreed, medicare, multiple } of subject.lines) {
      if (!counts || agreed === null) continue;
      onLines += agreed;
      if (medicare === null || multiple === null) continue;
      agreedCents += agreed;
      medicareCents += medicare;
      multiples = withItem(multiples, multiple);
    }
    // What was agreed without a code stands on no line, and has no benchmark.
    const ofCase = isGranted(subject) ? subject.agreed.cents : 0;
    return { agreedCents, medicareCents, multiples, allCents: state.allCents + Math.max(onLines, ofCase) };
  },
  merge: (one, other) => ({
    agreedCents: one.agreedCents + other.agreedCents,
    medicareCents: one.medicareCents + other.medicareCents,
    allCents: one.allCents + other.allCents,
    multiples: joined(one.multiples, other.multiples),
  }),
  value: ({ agreedCents, medicareCents, allCents, multiples }) => {
    const all = itemsOf(multiples);
    return {
      weighted: medicareCents > 0 ? agreedCents / medicareCents : null,
      median: medianOf(all),
      low: all.reduce<number | null>((low, one) => (low === null || one < low ? one : low), null),
      high: all.reduce<number | null>((high, one) => (high === null || one > high ? one : high), null),
      lines: all.length,
      coverage: allCents > 0 ? agreedCents / allCents : null,
    };
  },
};
