import { standardSentence } from "../../sca/adequacy/adequacy-words.ts";
import type { AccessAgainstStandards } from "../../sca/adequacy/attempts-against-standards.ts";
import { accessEvidence, attemptsFor } from "../../sca/contracting/access-evidence.ts";
import { accessAgainstStandards } from "../../sca/ledger/access-records.ts";
import type { CsvCell } from "../files/writing/csv-text.ts";
import { counted, percent } from "../report/figures.ts";
import type { Analysis, AnalysisColumn, MeasuredSlice, Whole } from "./analysis.ts";
import { runWhereCalled } from "./run-analyses.ts";
import { COUNT_COLUMNS, fieldColumn, HINT_COLUMN, isHint, shareCell } from "./slice-cells.ts";

type Evidence = ReturnType<typeof accessEvidence>;

/** Fewer judged attempts than this are a hint. */
const FEWEST_JUDGED = 20;

/**
 * How much is asked for and authorized, what was found when in-network care was looked for, and how that stands to the
 * standards of network adequacy that reach the plans.
 */
export const CAPACITY_AND_ACCESS: Analysis = {
  name: "capacity-and-access",
  title: "In-network access: wait for a first appointment, in days",
  about:
    "requests, units authorized of requested, and the in-network offices that were tried: waits and distances, against the standards that reach the plans",
  keys: ["payer"],
  columns: (whole) => {
    const evidence = evidenceOf(whole);
    const of = (heading: string, cell: (found: Evidence) => number | null): AnalysisColumn => [
      heading,
      (slice) => cell(evidence(slice)),
    ];
    const standards = standardsOf(whole);
    const against = (heading: string, cell: (found: AccessAgainstStandards) => CsvCell): AnalysisColumn => [
      heading,
      (slice) => cell(standards(slice)),
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
      against("attempts_judged", ({ judged }) => judged),
      against("attempts_beyond_a_standard", ({ judged, beyond }) => (judged === 0 ? null : beyond)),
      against("share_beyond", ({ share }) => shareCell(share)),
      against("standards", (found) => standardLines(found).join(" ") || null),
      against("standards_status", (found) => statusesOf(found).join(", ") || null),
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
    const open = withoutWait === 0 ? "" : `${counted(withoutWait, "attempt")} without a wait.`;
    const held = standardRemarks(standardsOf(whole)(whole.all));
    if (withAttempts.rate === null || without.rate === null) return [...held, ...(open === "" ? [] : [open])];
    return [
      ...held,
      `Granted with logged attempts: ${percent(withAttempts.rate)} of ${withAttempts.decided}, without ${percent(without.rate)} of ${without.decided}; they differ in more. ${open}`.trim(),
    ];
  },
};

/** How many of the attempts that a standard can judge are beyond it, standard by standard with its source and status. */
function standardLines({ standards }: AccessAgainstStandards): string[] {
  return standards.map(({ standard, judged, beyond }) => `${beyond} of ${judged} beyond ${standardSentence(standard)}`);
}

function statusesOf({ standards }: AccessAgainstStandards): string[] {
  return [...new Set(standards.map(({ standard }) => standard.status))].sort();
}

/** Nothing where no standard reaches a plan. Each standard stands in the table, with its source and status. */
function standardRemarks(found: AccessAgainstStandards): string[] {
  const { judged, beyond, standards } = found;
  if (standards.length === 0) return [];
  const hint = judged < FEWEST_JUDGED ? " (hint, not finding)" : "";
  const statuses = statusesOf(found).join(" or ");
  return [
    `${beyond} of ${judged} judged attempts went beyond a network standard that reaches the plan${hint}; ${counted(standards.length, "standard")} ${statuses}.`,
  ];
}

/** What `of` tells of each slice, reckoned once. */
function onceFor<Found>(of: (slice: MeasuredSlice) => Found): (slice: MeasuredSlice) => Found {
  const known = new Map<MeasuredSlice, Found>();
  return (slice) => {
    const found = known.get(slice) ?? of(slice);
    known.set(slice, found);
    return found;
  };
}

function evidenceOf({ ledger }: Pick<Whole, "ledger">): (slice: MeasuredSlice) => Evidence {
  return onceFor(({ cases }) => accessEvidence(cases, ledger.attempts));
}

function standardsOf({ ledger }: Pick<Whole, "ledger">): (slice: MeasuredSlice) => AccessAgainstStandards {
  return onceFor(({ cases }) => accessAgainstStandards(ledger.records.access, attemptsFor(cases, ledger.attempts)));
}

await runWhereCalled(import.meta.url, CAPACITY_AND_ACCESS);
