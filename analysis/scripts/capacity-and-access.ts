import { accessEvidence } from "../../sca/contracting/access-evidence.ts";
import { counted, percent } from "../report/figures.ts";
import type { Analysis, AnalysisColumn, MeasuredSlice, Whole } from "./analysis.ts";
import { runWhereCalled } from "./run-analyses.ts";
import { COUNT_COLUMNS, fieldColumn, HINT_COLUMN, isHint, shareCell } from "./slice-cells.ts";

type Evidence = ReturnType<typeof accessEvidence>;

/** How much is asked for and authorized, and what was found when in-network care was looked for. */
export const CAPACITY_AND_ACCESS: Analysis = {
  name: "capacity-and-access",
  title: "In-network access: wait for a first appointment, in days",
  about: "requests, units authorized of requested, and the in-network offices that were tried: waits and distances",
  keys: ["payer"],
  columns: (whole) => {
    const evidence = evidenceOf(whole);
    const of = (heading: string, cell: (found: Evidence) => number | null): AnalysisColumn => [
      heading,
      (slice) => cell(evidence(slice)),
    ];
    return [
      ...COUNT_COLUMNS,
      ["granted", ({ measures }) => measures.approval.granted],
      fieldColumn("units_authorized_of_requested", "unitYield"),
      ["lines_with_both", ({ measures }) => measures.units.lines],
      of("attempts", ({ attempts }) => attempts),
      of("offices", ({ offices }) => offices),
      of("requests_with_attempts", ({ requests }) => requests),
      of("wait_days_median", ({ wait }) => wait?.median ?? null),
      of("wait_days_lowest", ({ wait }) => wait?.low ?? null),
      of("wait_days_highest", ({ wait }) => wait?.high ?? null),
      of("waits", ({ wait }) => wait?.n ?? 0),
      of("attempts_without_wait", ({ withoutWait }) => withoutWait),
      of("miles_median", ({ miles }) => miles?.median ?? null),
      of("miles_lowest", ({ miles }) => miles?.low ?? null),
      of("miles_highest", ({ miles }) => miles?.high ?? null),
      of("distances", ({ miles }) => miles?.n ?? 0),
      of("decided_with_attempts", ({ granted }) => granted.withAttempts.decided),
      of("approval_with_attempts", ({ granted }) => shareCell(granted.withAttempts.rate)),
      of("decided_without_attempts", ({ granted }) => granted.without.decided),
      of("approval_without_attempts", ({ granted }) => shareCell(granted.without.rate)),
      HINT_COLUMN,
    ];
  },
  chart: {
    legend: "Dot: the middle of the waits that in-network offices offered. Bar: shortest to longest.",
    shape: "dot",
    format: "d",
    from: 0,
    to: 30,
    line: () => null,
    drawn: (slice, whole) => {
      const { wait, attempts } = evidenceOf(whole)(slice);
      const label =
        wait === null
          ? `no wait noted · ${counted(attempts, "attempt")}`
          : `${counted(wait.median, "day")} · ${counted(wait.n, "wait")} of ${counted(attempts, "attempt")}`;
      const { low = null, high = null } = wait ?? {};
      return { value: wait?.median ?? null, low, high, mark: null, label, isHint: isHint(slice) };
    },
  },
  nothing: (whole) => {
    const { attempts, wait } = evidenceOf(whole)(whole.all);
    if (wait !== null) return null;
    return attempts === 0
      ? "No access attempt is logged, so nothing tells how long in-network care takes. Log the offices that you try on the sheet Access attempts."
      : "No access attempt has a wait, so nothing tells how long in-network care takes. Fill Wait offered on Access attempts.";
  },
  remarks: (whole) => {
    const { attempts, withoutWait, granted } = evidenceOf(whole)(whole.all);
    const { withAttempts, without } = granted;
    if (attempts === 0) return [];
    const open =
      withoutWait === 0 ? "" : `${counted(withoutWait, "attempt")} without a wait: no opening, or not noted. `;
    if (withAttempts.rate === null || without.rate === null) return open === "" ? [] : [open.trim()];
    return [
      `${open}Granted with logged attempts: ${percent(withAttempts.rate)} of ${withAttempts.decided}; without: ${percent(without.rate)} of ${without.decided}. They differ in more than that.`,
    ];
  },
};

function evidenceOf({ ledger }: Pick<Whole, "ledger">): (slice: MeasuredSlice) => Evidence {
  const known = new Map<MeasuredSlice, Evidence>();
  return (slice) => {
    const found = known.get(slice) ?? accessEvidence(slice.cases, ledger.attempts);
    known.set(slice, found);
    return found;
  };
}

await runWhereCalled(import.meta.url, CAPACITY_AND_ACCESS);
