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

/**
 * The state of a measure over so many subjects that are alike, without counting them one by one.
 *
 * @example stateOfAlike(approvalRate, { outcome: "denied", review: [] }, 40_000).denied is 40000
 */
export function stateOfAlike<State, Value, Subject>(
  measure: Measure<State, Value, Subject>,
  subject: Subject,
  times: number,
): State {
  let state = measure.create();
  let part = measure.add(measure.create(), subject);
  for (let left = times; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) state = measure.merge(state, part);
    part = measure.merge(part, part);
  }
  return state;
}
