import { type Measure, stateOfAlike } from "./measure.ts";
import { byName } from "./payer-record.ts";

/** A part of the requests by what they share, with what it shows. */
export interface MeasuredGroup<Value> {
  /** Null for requests that do not state it. */
  readonly key: string | null;
  readonly value: Value;
}

/**
 * A measure over subjects that come one by one, each with what it is grouped by. Names that differ only in capitals are
 * one group, as in the ledger's formulas, under the spelling that comes first by name.
 */
export class MeasuredGroups<State, Value, Subject> {
  readonly #measure: Measure<State, Value, Subject>;
  readonly #groups = new Map<string | null, { key: string | null; state: State }>();
  /** The same groups by each spelling that occurs. */
  readonly #asWritten = new Map<string | null, { key: string | null; state: State }>();

  constructor(measure: Measure<State, Value, Subject>) {
    this.#measure = measure;
  }

  add(key: string | null, subject: Subject): void {
    const group = this.#groupOf(key);
    group.state = this.#measure.add(group.state, subject);
  }

  /** So many that are alike. */
  addAlike(key: string | null, subject: Subject, times: number): void {
    const group = this.#groupOf(key);
    group.state = this.#measure.merge(group.state, stateOfAlike(this.#measure, subject, times));
  }

  #groupOf(key: string | null): { key: string | null; state: State } {
    const known = this.#asWritten.get(key);
    if (known !== undefined) return known;
    const same = key === null ? null : key.toLowerCase();
    const group = this.#groups.get(same) ?? { key, state: this.#measure.create() };
    if (key !== null && group.key !== null && key < group.key) group.key = key;
    this.#groups.set(same, group);
    this.#asWritten.set(key, group);
    return group;
  }

  /** What all subjects show, and each group of them: groups by name, what states none last. */
  value(): { readonly all: Value; readonly groups: readonly MeasuredGroup<Value>[] } {
    const measure = this.#measure;
    const inOrder = [...this.#groups.values()].sort((one, other) => byName(one.key, other.key));
    return {
      all: measure.value(inOrder.map(({ state }) => state).reduce(measure.merge, measure.create())),
      groups: inOrder.map(({ key, state }) => ({ key, value: measure.value(state) })),
    };
  }
}

/**
 * A measure over all requests and over each group of them, in one pass.
 *
 * @example measuresBy(ledgerMeasures(terms), cases, ({ payer }) => payer).groups[0]?.key is "Aetna"
 */
export function measuresBy<State, Value, Subject>(
  measure: Measure<State, Value, Subject>,
  cases: readonly Subject[],
  keyOf: (subject: Subject) => string | null,
): { readonly all: Value; readonly groups: readonly MeasuredGroup<Value>[] } {
  const groups = new MeasuredGroups(measure);
  for (const subject of cases) groups.add(keyOf(subject), subject);
  return groups.value();
}
