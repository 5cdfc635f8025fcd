import type { CaseRecord } from "../../sca/measures/case-record.ts";
import { familiesOf, partOfFamily } from "../../sca/measures/part-of-family.ts";
import { PAYER_NOT_SETTLED } from "../../sca/measures/payer-record.ts";
import { OUTCOME_WORDS, TRIGGER_WORDS } from "../../sca/tracker/review/code-words.ts";
import { quarterOf } from "../../sca/values/quarter.ts";
import { type ColumnKinds, Frame } from "./frame.ts";

/** What requests can be told apart by. */
export const SLICE_KEYS = ["payer", "trigger", "level", "family", "quarter", "owner"] as const;
export type SliceKey = (typeof SLICE_KEYS)[number];

/** In the columns of a slice, for requests that do not state it. */
export const NOT_STATED = "Not stated";

/** The columns by which requests are sliced, in the ledger's words, never null. */
export type SliceColumns = Readonly<Record<SliceKey, string>>;

/** One request. */
export interface CaseRow extends SliceColumns {
  readonly caseId: string;
  /** In the ledger's words; null where it is blank, which counts as pending. */
  readonly outcome: string | null;
  /** Days as 2026-03-09. */
  readonly submitted: string | null;
  readonly decided: string | null;
  /** Dollars agreed, as far as they can be told; null where none can. */
  readonly agreedDollars: number | null;
  /** What measures count. */
  readonly record: CaseRecord;
}

export const SLICE_KINDS = {
  payer: "text",
  trigger: "text",
  level: "text",
  family: "text",
  quarter: "text",
  owner: "text",
} as const;

const KINDS: ColumnKinds<CaseRow> = {
  caseId: "text",
  ...SLICE_KINDS,
  outcome: "text",
  submitted: "text",
  decided: "text",
  agreedDollars: "number",
  record: "record",
};

/** A request, or the part of it that is of one code family. */
interface Part {
  readonly subject: CaseRecord;
  readonly family: string | null;
}

/**
 * The requests of a ledger, one a row. `byFamily` gives a request with codes of several families one row for each, with
 * what belongs to it: whether it was granted then counts in each of them. The quarter is that of the request's sending.
 *
 * @example caseFrame(records.cases).column("payer") is ["Aetna", "Cigna"]
 */
export function caseFrame(cases: readonly CaseRecord[], { byFamily = false } = {}): Frame<CaseRow> {
  const columns = sliceColumns(cases);
  const parts = cases.flatMap((subject): Part[] => {
    const families = familiesOf(subject);
    if (families.length === 0 || !byFamily)
      return [{ subject, family: families.length === 1 ? (families[0] ?? null) : null }];
    return families.map((family) => ({ subject: partOfFamily(subject, family), family }));
  });
  return Frame.of(
    "requests",
    KINDS,
    parts.map(
      ({ subject, family }): CaseRow => ({
        caseId: subject.id,
        ...columns(subject, family),
        outcome: subject.outcome === undefined ? null : OUTCOME_WORDS.wordFor(subject.outcome),
        submitted: subject.submitted,
        decided: subject.decided,
        agreedDollars: subject.agreed.parts === 0 ? null : subject.agreed.cents / 100,
        record: subject,
      }),
    ),
  );
}

/** Reads a request's slice columns. Names that differ only in capitals are one, under the spelling that comes first. */
export function sliceColumns(
  cases: readonly CaseRecord[],
): (subject: CaseRecord, family: string | null) => SliceColumns {
  const spelled = {
    payer: firstSpellings(cases.map(({ payer }) => payer)),
    level: firstSpellings(cases.map(({ levelOfCare }) => levelOfCare)),
    owner: firstSpellings(cases.map(({ owner }) => owner)),
  };
  return (subject, family) => ({
    payer: spelled.payer(subject.payer) ?? PAYER_NOT_SETTLED,
    trigger: subject.trigger === null ? NOT_STATED : TRIGGER_WORDS.wordFor(subject.trigger),
    level: spelled.level(subject.levelOfCare) ?? NOT_STATED,
    family: family ?? NOT_STATED,
    quarter:
      subject.submitted === null || subject.review.includes("submitted") ? NOT_STATED : quarterOf(subject.submitted),
    owner: spelled.owner(subject.owner) ?? NOT_STATED,
  });
}

function firstSpellings(names: readonly (string | null)[]): (name: string | null) => string | null {
  const first = new Map<string, string>();
  for (const name of names) {
    if (name === null) continue;
    const known = first.get(name.toLowerCase());
    if (known === undefined || name < known) first.set(name.toLowerCase(), name);
  }
  return (name) => (name === null || name === "" ? null : (first.get(name.toLowerCase()) ?? name));
}
