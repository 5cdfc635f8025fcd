import { appeals } from "../../../sca/measures/appeals.ts";
import { approvalRate } from "../../../sca/measures/approval-rate.ts";
import type { CaseRecord } from "../../../sca/measures/case-record.ts";
import type { HeadlineName, Headlines } from "../../../sca/measures/ledger-measures.ts";
import type { Measure } from "../../../sca/measures/measure.ts";
import type { MeasuredGroup } from "../../../sca/measures/measures-by.ts";
import { multipleOfMedicare } from "../../../sca/measures/multiple-of-medicare.ts";
import { turnaround } from "../../../sca/measures/turnaround.ts";
import { unitYield } from "../../../sca/measures/unit-yield.ts";
import type { CountedLine } from "./counted-lines.ts";
import type { RequestFacts } from "./counted-requests.ts";

export type RequestSubject = RequestFacts & Pick<CaseRecord, "wait">;
type OfRequests = Pick<Headlines, "approval" | "appeals" | "turnaround">;
type OfLines = Pick<Headlines, "multiple" | "units">;

/** A line alone: what stands on no line is told by measures of whole requests. */
export interface LineSubject extends Pick<CaseRecord, "agreed" | "review"> {
  readonly lines: readonly CountedLine[];
}

/** The measures of requests among the named ones; the others stay empty. */
export function ofRequests(only: ReadonlySet<HeadlineName>) {
  const [hasApproval, hasAppeals, hasTurnaround] = [only.has("approval"), only.has("appeals"), only.has("turnaround")];
  const together = {
    create: () => ({ approval: approvalRate.create(), appeals: appeals.create(), turnaround: turnaround.create() }),
    add: (state, subject) => ({
      approval: hasApproval ? approvalRate.add(state.approval, subject) : state.approval,
      appeals: hasAppeals ? appeals.add(state.appeals, subject) : state.appeals,
      turnaround: hasTurnaround ? turnaround.add(state.turnaround, subject) : state.turnaround,
    }),
    merge: (one, other) => ({
      approval: approvalRate.merge(one.approval, other.approval),
      appeals: appeals.merge(one.appeals, other.appeals),
      turnaround: turnaround.merge(one.turnaround, other.turnaround),
    }),
    value: (state) => ({
      approval: approvalRate.value(state.approval),
      appeals: appeals.value(state.appeals),
      turnaround: turnaround.value(state.turnaround),
    }),
  } satisfies Measure<
    {
      approval: ReturnType<typeof approvalRate.create>;
      appeals: ReturnType<typeof appeals.create>;
      turnaround: ReturnType<typeof turnaround.create>;
    },
    OfRequests,
    RequestSubject
  >;
  return together;
}

/** The measures of lines among the named ones; the others stay empty. */
export function ofLines(only: ReadonlySet<HeadlineName>) {
  const [hasMultiple, hasUnits] = [only.has("multiple"), only.has("units")];
  const together = {
    create: () => ({ multiple: multipleOfMedicare.create(), units: unitYield.create() }),
    add: (state, subject) => ({
      multiple: hasMultiple ? multipleOfMedicare.add(state.multiple, subject) : state.multiple,
      units: hasUnits ? unitYield.add(state.units, subject) : state.units,
    }),
    merge: (one, other) => ({
      multiple: multipleOfMedicare.merge(one.multiple, other.multiple),
      units: unitYield.merge(one.units, other.units),
    }),
    // Which share of all agreed dollars was compared, lines alone do not tell.
    value: (state) => ({
      multiple: { ...multipleOfMedicare.value(state.multiple), coverage: null },
      units: unitYield.value(state.units),
    }),
  } satisfies Measure<
    { multiple: ReturnType<typeof multipleOfMedicare.create>; units: ReturnType<typeof unitYield.create> },
    OfLines,
    LineSubject
  >;
  return together;
}

interface Measured<Value> {
  readonly all: Value;
  readonly groups: readonly MeasuredGroup<Value>[];
}

/** Both put together, of all and of each payer. */
export function headlines(requests: Measured<OfRequests>, lines: Measured<OfLines>): Measured<Headlines> {
  const none = ofLines(new Set());
  const empty = none.value(none.create());
  const ofPayer = new Map(lines.groups.map(({ key, value }) => [key?.toLowerCase() ?? null, value]));
  return {
    all: { ...requests.all, ...lines.all },
    groups: requests.groups.map(({ key, value }) => ({
      key,
      value: { ...value, ...(ofPayer.get(key?.toLowerCase() ?? null) ?? empty) },
    })),
  };
}
