import { op } from "arquero";
import type { CaseRecord } from "../../sca/measures/case-record.ts";
import type { LedgerMeasures, MeasureTerms } from "../../sca/measures/ledger-measures.ts";
import { PAYER_NOT_SETTLED } from "../../sca/measures/payer-record.ts";
import { caseFrame, NOT_STATED, type SliceKey } from "./case-frame.ts";
import { Frame } from "./frame.ts";
import { type MeasureName, measureExpression, registerMeasures } from "./measure-aggregates.ts";

/** Requests that share what they are sliced by, with what measures show of them. */
export interface Slice<Name extends MeasureName> {
  /** One word a key, in the order of the keys. */
  readonly words: readonly string[];
  readonly measures: Pick<LedgerMeasures, Name>;
  /** The requests behind them; by code family, what belongs to it. */
  readonly cases: readonly CaseRecord[];
}

/**
 * Measures of a ledger's requests for each combination of some keys that occurs; no keys: the whole ledger, one slice.
 * In the order of the words, what is not stated last. Folded by arquero's rollup with the accumulators of sca/measures.
 *
 * @example measuredSlices(records, ["payer"], ["approval"])[0]?.measures.approval.rate
 */
export function measuredSlices<Name extends MeasureName>(
  { cases, terms }: { readonly cases: readonly CaseRecord[]; readonly terms: MeasureTerms },
  keys: readonly SliceKey[],
  names: readonly Name[],
): Slice<Name>[] {
  registerMeasures();
  if (cases.length === 0) return [];
  const wordsOf = new Map<string, readonly string[]>();
  const rows = caseFrame(cases, { byFamily: keys.includes("family") })
    .rows()
    .map((row): SlicedRow => {
      const words = keys.map((key) => row[key]);
      const slice = JSON.stringify(words);
      wordsOf.set(slice, words);
      return { slice, record: row.record };
    });
  // By one column: over several, arquero runs names together that hold quotes and strokes.
  const grouped = Frame.of("sliced requests", { slice: "text", record: "record" }, rows).table.groupby("slice");
  const rolled = grouped.rollup({
    ...Object.fromEntries(names.map((name) => [name, measureExpression(name, terms)])),
    [CASES]: op.array_agg("record"),
  });
  return (rolled.objects() as Readonly<Record<string, unknown>>[])
    .map(
      (row): Slice<Name> => ({
        words: wordsOf.get(String(row["slice"])) ?? [],
        // The rollup's columns are the measures' values, by the names that were asked for.
        measures: Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<LedgerMeasures, Name>,
        cases: row[CASES] as readonly CaseRecord[],
      }),
    )
    .sort((one, other) => byWords(one.words, other.words));
}

interface SlicedRow {
  readonly slice: string;
  readonly record: CaseRecord;
}

/** Beside the measures' names in a rollup. */
const CASES = "cases of the slice";

const UNSETTLED: ReadonlySet<string> = new Set([NOT_STATED, PAYER_NOT_SETTLED]);

function byWords(words: readonly string[], others: readonly string[]): number {
  for (const [at, word] of words.entries()) {
    const other = others[at] ?? "";
    const last = Number(UNSETTLED.has(word)) - Number(UNSETTLED.has(other));
    if (last !== 0 || word !== other) return last || (word < other ? -1 : 1);
  }
  return 0;
}
