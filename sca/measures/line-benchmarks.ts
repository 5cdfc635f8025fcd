import type { TrackedCase } from "../tracker/tracked-case.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import { type Cents, centsFromDollars } from "../values/money.ts";
import type { AgreedLine } from "./agreed-lines.ts";
import { type MedicarePricing, type PricingTerms, priceLines } from "./price-line.ts";

/** What one unit of a line is measured against, in cents; null where it has no benchmark. */
export type LineBenchmarks = (subject: TrackedCase, line: AgreedLine) => Cents | null;

/** No fee schedule: only what a person typed as her own benchmark counts. */
export const OWN_BENCHMARKS: LineBenchmarks = (_subject, { service }) => ownBenchmark(service.ownBenchmark);

/**
 * The benchmarks of cases: a person's own where she typed one, else Medicare's amount as the ledger's sheet Service
 * lines has it.
 *
 * @example benchmarksOf(medicare, NO_TERMS)(subject, line) is 16825 for 90837 at $168.25
 */
export function benchmarksOf(medicare: MedicarePricing | undefined, terms: PricingTerms): LineBenchmarks {
  if (medicare === undefined) return OWN_BENCHMARKS;
  const price = priceLines(medicare, terms);
  return (subject, { service, period }) => {
    const own = ownBenchmark(service.ownBenchmark);
    if (own !== null) return own;
    const { benchmark } = price({
      code: service.code,
      modifiers: service.modifiers ?? [],
      placeOfService: service.placeOfService ?? "",
      days: {
        first: period?.authStart ?? null,
        last: period?.authEnd ?? null,
        firstOfCase: earliest(subject.periods.map(({ authStart }) => authStart ?? null)),
        decided: subject.decided ?? null,
        submitted: subject.submitted ?? null,
      },
    });
    return benchmark.kind === "amount" ? benchmark.cents : null;
  };
}

/** The first of some days, where there is one. */
export function earliest(days: readonly (CalendarDate | null)[]): CalendarDate | null {
  return days.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first), null);
}

/** A benchmark that a person typed, to the cent; what is no amount above 0 counts as not typed. */
export function ownBenchmark(dollars: number | null | undefined): Cents | null {
  if (dollars === null || dollars === undefined || !Number.isFinite(dollars)) return null;
  const cents = centsFromDollars(dollars);
  return cents > 0 ? cents : null;
}
