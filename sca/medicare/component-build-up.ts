import { type Cents, centsOf, sumOfCents } from "../values/money.ts";
import type { Benchmark, BenchmarkQuestion } from "./benchmark.ts";

/** A service that a program's day consists of, and how often a day. */
export interface DayService {
  readonly question: BenchmarkQuestion;
  /** Whole services a day. */
  readonly units: number;
}

/** One service of the day with its benchmark. */
export interface PricedService extends DayService {
  readonly benchmark: Benchmark;
  /** Benchmark times units; null where the service has none. */
  readonly cents: Cents | null;
}

/** The sum of the services of a day, beside a program's day rate. */
export interface ComponentBuildUp {
  readonly label: typeof BUILD_UP_LABEL;
  /** Of the services that have a benchmark; null where none has. */
  readonly cents: Cents | null;
  /** False where a service has no benchmark, so that the sum is too low. */
  readonly isComplete: boolean;
  readonly services: readonly PricedService[];
  /** Sentences that belong to the figure wherever it is shown. */
  readonly notes: readonly string[];
}

export const BUILD_UP_LABEL = "component build-up, not a Medicare price";

const CAVEAT =
  "The sum of the fee schedule amounts of the services of a day. It leaves out what the facility costs, and Medicare would not pay it to a program.";

/**
 * Adds up what Medicare's fee schedule states for each service of a program's day. A service without a benchmark makes
 * the sum incomplete and is named with its reason; it is never counted as 0 in silence. Throws a RangeError for units
 * that are not whole and positive.
 *
 * @example one individual session and three groups: the benchmark of 90834 and three times that of 90853
 */
export function componentBuildUp(
  services: readonly DayService[],
  benchmark: (question: BenchmarkQuestion) => Benchmark,
): ComponentBuildUp {
  const priced = services.map((service): PricedService => {
    if (!Number.isInteger(service.units) || service.units < 1) {
      throw new RangeError(`${service.units} is no number of services a day`);
    }
    const found = benchmark(service.question);
    const cents = found.kind === "amount" ? centsOf(found.cents * service.units) : null;
    return { ...service, benchmark: found, cents };
  });
  const known = priced.flatMap(({ cents }) => (cents === null ? [] : [cents]));
  const isComplete = priced.length > 0 && known.length === priced.length;
  const missing = priced.flatMap(({ question, benchmark: found }) =>
    found.kind === "none" ? [`${question.code.trim()} is missing from the sum: ${found.sentence}`] : [],
  );
  return {
    label: BUILD_UP_LABEL,
    cents: known.length === 0 ? null : sumOfCents(known),
    isComplete,
    services: priced,
    notes: [CAVEAT, ...(isComplete ? [] : ["The sum is not complete."]), ...missing],
  };
}
