import type { ApprovalRate } from "../../../sca/measures/approval-rate.ts";
import type { CaseRecord } from "../../../sca/measures/case-record.ts";
import { type LedgerMeasures, ledgerMeasures } from "../../../sca/measures/ledger-measures.ts";
import { type MeasuredGroup, measuresBy } from "../../../sca/measures/measures-by.ts";
import { familiesOf, partOfFamily } from "../../../sca/measures/part-of-family.ts";
import { PAYER_NOT_SETTLED } from "../../../sca/measures/payer-record.ts";
import { TRIGGER_WORDS } from "../../../sca/tracker/review/code-words.ts";
import type { TableBlock } from "../../report/document/report-document.ts";
import type { NotebookLedger } from "../notebook-ledger.ts";
import { MEASURE_COLUMNS, type MeasureColumnName } from "./measure-columns.ts";

/** What the requests of a ledger can be set side by side by. */
export const SLICES = {
  payer: { heading: "Payer", nothing: PAYER_NOT_SETTLED, keyOf: ({ payer }: CaseRecord) => payer },
  trigger: {
    heading: "Why out of network",
    nothing: "No reason stated",
    keyOf: ({ trigger }: CaseRecord) => (trigger === null ? null : TRIGGER_WORDS.wordFor(trigger)),
  },
  levelOfCare: {
    heading: "Level of care",
    nothing: "Not stated",
    keyOf: ({ levelOfCare }: CaseRecord) => levelOfCare,
  },
} as const satisfies Readonly<Record<string, Slice>>;

export interface Slice {
  readonly heading: string;
  /** The name of requests that state none. */
  readonly nothing: string;
  readonly keyOf: (subject: CaseRecord) => string | null;
}

/** Every measure, of all requests and of each group of a slice. */
export interface Measured {
  readonly slice: Slice;
  readonly all: LedgerMeasures;
  readonly groups: readonly MeasuredGroup<LedgerMeasures>[];
}

/**
 * All measures of a ledger's requests by one of its slices, as `sca measures` tells them.
 *
 * @example measured(ledger, SLICES.payer).all.approval.rate
 */
export function measured(ledger: NotebookLedger, slice: Slice, cases: readonly CaseRecord[] = ledger.cases): Measured {
  return { slice, ...measuresBy(ledgerMeasures(ledger.terms), cases, slice.keyOf) };
}

/**
 * The measures of lines and dollars by code family: a request with codes of several families is told in each with what
 * belongs to it. Whether it was granted counts in each of them, so approval is not to be added up over families; `all`
 * is the whole.
 */
export function measuredByFamily(ledger: NotebookLedger, cases: readonly CaseRecord[] = ledger.cases): Measured {
  const families = new Map<CaseRecord, string | null>();
  for (const subject of cases) {
    const own = familiesOf(subject);
    if (own.length === 0) families.set(subject, null);
    for (const family of own) families.set(partOfFamily(subject, family), family);
  }
  const slice: Slice = {
    heading: "Service",
    nothing: "No code",
    keyOf: (part) => families.get(part) ?? null,
  };
  return { ...measured(ledger, slice, [...families.keys()]), all: measured(ledger, slice, cases).all };
}

/** The requests of one payer, by its name in any capitals, or of none that is settled. */
export function ofPayer({ cases }: NotebookLedger, name: string): readonly CaseRecord[] {
  return cases.filter(({ payer }) => (payer ?? PAYER_NOT_SETTLED).toLowerCase() === name.toLowerCase());
}

/** What a group is called. */
export function groupName({ slice }: Measured, { key }: { readonly key: string | null }): string {
  return key ?? slice.nothing;
}

/**
 * The groups side by side, one a row and all together at the end, with the figures that are named.
 *
 * @example measuredTable("Decided requests", measured(ledger, SLICES.payer), ["decided", "approvalRate"])
 */
export function measuredTable(
  caption: string,
  of: Measured,
  names: readonly MeasureColumnName[],
  groups: Measured["groups"] = of.groups,
): TableBlock {
  const columns = names.map((name) => MEASURE_COLUMNS[name]);
  return {
    kind: "table",
    caption,
    columns: [{ heading: of.slice.heading, align: "words" }, ...columns.map(({ column }) => column)],
    rows: groups.map((group) => [{ text: groupName(of, group) }, ...columns.map(({ cell }) => cell(group.value))]),
    total: [{ text: "All" }, ...columns.map(({ cell }) => cell(of.all))],
  };
}

/** Highest rate first; at the same rate the group with more answers first; what has no rate last. */
export function byRate(one: { readonly value: LedgerMeasures }, other: { readonly value: LedgerMeasures }): number {
  const rate = ({ rate }: ApprovalRate): number => rate ?? -1;
  const [a, b] = [one.value.approval, other.value.approval];
  return rate(b) - rate(a) || b.decided - a.decided;
}
