import type { Measure } from "./measure.ts";
import { byName } from "./payer-record.ts";

/** A part of the requests by what they share, with what it shows. */
export interface MeasuredGroup<Value> {
  /** Null for requests that do not state it. */
  readonly key: string | null;
  readonly value: Value;
}

/**
 * A measure over all requests and over each group of them, in one pass: groups by name, what states none last. Names
 * that differ only in capitals are one group, as in the ledger's formulas, under the spelling that comes first by name.
 *
 * @example measuresBy(ledgerMeasures(terms), cases, ({ payer }) => payer).groups[0]?.key is "Aetna"
 */
export function measuresBy<State, Value, Subject>(
  measure: Measure<State, Value, Subject>,
  cases: readonly Subject[],
  keyOf: (subject: Subject) => string | null,
): { readonly all: Value; readonly groups: readonly MeasuredGroup<Value>[] } {
  const groups = new Map<string | null, { key: string | null; state: State }>();
  for (const subject of cases) {
    const key = keyOf(subject);
    const same = key === null ? null : key.toLowerCase();
    const group = groups.get(same) ?? { key, state: measure.create() };
    group.state = measure.add(group.state, subject);
    if (key !== null && group.key !== null && key < group.key) group.key = key;
    groups.set(same, group);
  }
  const inOrder = [...groups.values()].sort((one, other) => byName(one.key, other.key));
  return {
    all: measure.value(inOrder.map(({ state }) => state).reduce(measure.merge, measure.create())),
    groups: inOrder.map(({ key, state }) => ({ key, value: measure.value(state) })),
  };
}
