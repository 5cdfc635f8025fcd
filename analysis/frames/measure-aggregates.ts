import { addAggregateFunction } from "arquero";
import type { CaseRecord } from "../../sca/measures/case-record.ts";
import { type LedgerMeasures, type MeasureTerms, measuresOf } from "../../sca/measures/ledger-measures.ts";
import type { Measure } from "../../sca/measures/measure.ts";

export type MeasureName = keyof LedgerMeasures;

/** Any terms do: they only tell the names. */
const NAMES = Object.keys(measuresOf({ basis: "received", baselinePercent: 0, higherDayRate: null })) as MeasureName[];

/** The measures that are registered, by the names of sca/measures. */
export const MEASURE_NAMES: readonly MeasureName[] = NAMES;

/**
 * Registers every measure of sca/measures with arquero as an aggregate: `sca_approval`, `sca_turnaround` and so on, each
 * over a column of case records and the three terms of the ledger (basis, baseline percent, day rate of the higher level).
 * arquero then folds with the measure's own create, add and value; there is no formula here. May be called again.
 *
 * @example table.groupby("payer").rollup({ approval: 'd => op.sca_approval(d.record, "received", 40, null)' })
 */
export function registerMeasures(): void {
  for (const name of MEASURE_NAMES) addAggregateFunction(aggregateName(name), DEFINITIONS[name], { override: true });
}

/**
 * The rollup expression that folds a measure over the column `record`.
 *
 * @example measureExpression("approval", terms) is 'd => op.sca_approval(d.record, "received", 40, null)'
 */
export function measureExpression(name: MeasureName, { basis, baselinePercent, higherDayRate }: MeasureTerms): string {
  const terms = [basis, baselinePercent, higherDayRate].map((term) => JSON.stringify(term));
  return `d => op.${aggregateName(name)}(d.record, ${terms.join(", ")})`;
}

function aggregateName(name: MeasureName): string {
  return `sca_${name}`;
}

const DEFINITIONS = Object.fromEntries(NAMES.map((name) => [name, aggregateOf(name)])) as Readonly<
  Record<MeasureName, ReturnType<typeof aggregateOf>>
>;

/** arquero keeps one state for all aggregates over a column, so each has a part of its own in it. */
function aggregateOf(name: MeasureName) {
  return {
    create: (
      basis: MeasureTerms["basis"],
      baselinePercent: number,
      higherDayRate: number | null,
    ): {
      init: (states: object) => void;
      add: (states: object, subject: CaseRecord) => void;
      value: (states: object) => unknown;
    } => {
      // The measure meets only states that it made itself.
      const measure = measuresOf({ basis, baselinePercent, higherDayRate })[name] as Measure<
        unknown,
        unknown,
        CaseRecord
      >;
      const part = aggregateName(name);
      return {
        init: (states) => Reflect.set(states, part, measure.create()),
        add: (states, subject) => Reflect.set(states, part, measure.add(Reflect.get(states, part), subject)),
        value: (states) => measure.value(Reflect.get(states, part)),
      };
    },
    param: [1, 3],
  };
}
