import type { TrackedCase } from "../tracker/tracked-case.ts";

/**
 * One number about cases, defined once for every place that shows it. States are plain data, never changed in place:
 * parts counted apart merge into the same value as the whole.
 */
export interface Measure<State, Value, Subject = TrackedCase> {
  readonly create: () => State;
  readonly add: (state: State, subject: Subject) => State;
  readonly merge: (first: State, second: State) => State;
  readonly value: (state: State) => Value;
}

/** The value of a measure over a list of cases. */
export function measureOf<State, Value, Subject>(
  measure: Measure<State, Value, Subject>,
  cases: readonly Subject[],
): Value {
  return measure.value(cases.reduce(measure.add, measure.create()));
}
