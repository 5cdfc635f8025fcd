import { FEWEST_DECIDED_FOR_A_FINDING } from "../../sca/measures/approval-rate.ts";
import { type SliceRow, sliceChart } from "../charts/slice-chart.ts";
import { svgFromSpec } from "../charts/svg-from-spec.ts";
import { csvText } from "../files/writing/csv-text.ts";
import type { SliceKey } from "../frames/case-frame.ts";
import { MEASURE_NAMES } from "../frames/measure-aggregates.ts";
import { measuredSlices } from "../frames/measured-slices.ts";
import { counted, longDay } from "../report/figures.ts";
import type { LeverageLedger } from "../report/leverage-ledger.ts";
import type { Analysis, MeasuredSlice, Whole } from "./analysis.ts";
import { keyHeading, keyWords } from "./slice-words.ts";

/** What an analysis tells of a ledger. */
export interface AnalysisResult {
  readonly name: string;
  /** One row a slice. */
  readonly csv: string;
  /** Null where there is nothing to draw; the remarks say why. */
  readonly svg: string | null;
  readonly slices: number;
  /** Sentences for the reader, the reason why nothing is drawn among them. */
  readonly remarks: readonly string[];
}

/** More rows than this are no picture: the table has them all. */
const MOST_ROWS = 50;

/**
 * Runs an analysis over a ledger, sliced by these keys or by its own. The table is there whatever is missing, blank where
 * there is nothing to say; the chart only where there is something to draw.
 *
 * @example (await analysisResult(APPROVAL_RATES, ledger, ["payer", "trigger"])).csv
 */
export async function analysisResult(
  analysis: Analysis,
  ledger: LeverageLedger,
  asked: readonly SliceKey[] | null,
): Promise<AnalysisResult> {
  const keys = asked === null ? analysis.keys : (analysis.keysFor?.(asked) ?? asked);
  const slices = measuredSlices(ledger.records, keys, MEASURE_NAMES);
  const [all] = measuredSlices(ledger.records, [], MEASURE_NAMES);
  if (all === undefined) throw new Error("an analysis needs a request");
  const whole: Whole = { ledger, all, slices, keys };
  const ordered = analysis.inOrder?.(whole) ?? slices;
  const columns = analysis.columns(whole);
  const nothing = analysis.nothing(whole);
  const svg = nothing === null ? (await svgFromSpec(chartOf(analysis, ordered, whole))).svg : null;
  return {
    name: analysis.name,
    csv: csvText(
      [...keys.map(keyHeading), ...columns.map(([heading]) => heading)],
      ordered.map((slice) => [...slice.words, ...columns.map(([, cell]) => cell(slice))]),
    ),
    svg,
    slices: slices.length,
    remarks: [
      ...(nothing === null ? [] : [nothing]),
      ...alone(keys, slices),
      ...(nothing === null ? analysis.remarks(whole) : []),
    ],
  };
}

function alone(keys: readonly SliceKey[], slices: readonly MeasuredSlice[]): string[] {
  const [slice] = slices;
  const [key] = keys;
  if (slices.length !== 1 || slice === undefined || key === undefined) return [];
  return [`One ${keyWords(keys)} only (${slice.words.join(", ")}): nothing to set it beside.`];
}

function chartOf(analysis: Analysis, ordered: readonly MeasuredSlice[], whole: Whole) {
  const { chart, title } = analysis;
  const { keys, ledger } = whole;
  const shown = mostDecided(ordered);
  const rows = shown.map(
    (slice): SliceRow => ({
      group: slice.words.slice(0, -1).join(" · "),
      name: slice.words.at(-1) ?? "All requests",
      ...chart.drawn(slice, whole),
    }),
  );
  const line = chart.line(whole);
  const by = keys.length === 0 ? "" : `, by ${keyWords(keys)}`;
  const asOf = `As of ${longDay(ledger.records.asOf)}.`;
  const dashed = line === null ? "" : ` Dashed: ${line.words}.`;
  const hint = rows.some((row) => row.isHint && row.value !== null)
    ? [`Hollow: under ${FEWEST_DECIDED_FOR_A_FINDING} decided requests, a hint and no finding.`]
    : [];
  const cut =
    shown.length < ordered.length
      ? [
          `The ${shown.length} of ${counted(ordered.length, "slice")} with the most decided requests; the table has all.`,
        ]
      : [];
  const said = rows.map(({ group, name, label, isHint, value }) =>
    [group, name]
      .filter((part) => part !== "")
      .join(", ")
      .concat(`: ${label}${isHint && value !== null ? " (hint)" : ""}`),
  );
  return sliceChart({
    title: `${title}${by}`,
    notes: [`${asOf} ${chart.legend}`, [...(dashed === "" ? [] : [dashed.trim()]), ...hint, ...cut].join(" ")].filter(
      (note) => note !== "",
    ),
    description: `${title}${by}. ${asOf} ${chart.legend}${dashed} ${said.join("; ")}.`,
    rows,
    shape: chart.shape,
    format: chart.format,
    from: chart.from,
    to: chart.to,
    ...(line === null ? {} : { line: line.at }),
  });
}

/** As many as a picture holds, in their order. */
function mostDecided(ordered: readonly MeasuredSlice[]): readonly MeasuredSlice[] {
  if (ordered.length <= MOST_ROWS) return ordered;
  const byDecided = [...ordered].sort((one, other) => other.measures.approval.decided - one.measures.approval.decided);
  const kept = new Set(byDecided.slice(0, MOST_ROWS));
  return ordered.filter((slice) => kept.has(slice));
}
