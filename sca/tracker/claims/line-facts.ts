import type { CalendarDate } from "../../values/calendar-date.ts";
import type { Cell } from "../grid.ts";
import type { RecordLine } from "../layout/sheet-layout.ts";
import type { Claim, Doubt, FieldName, LineFields, ServiceClaim } from "./claim.ts";

/** What a line is, besides what it states. */
export interface LineMarks {
  /** The line continues an earlier request: an extension, renewal or concurrent review. */
  continues: boolean;
  /** The line says that it opens a new request. */
  opens: boolean;
  /** In network, an ordinary prior authorization, a test: no single case agreement. */
  notSca: boolean;
  duplicate: boolean;
  example: boolean;
  /** The patient cell points at the line above ("same", a ditto mark). */
  dittoPatient: boolean;
  /** What that cell says besides, which may name an earlier patient in passing ("gorecki ext"). */
  named?: string;
}

/** Everything one line states, not yet settled. */
export interface LineFacts {
  readonly record: RecordLine;
  readonly claims: Claim[];
  readonly services: ServiceClaim[];
  readonly marks: LineMarks;
  caseNumber: string | null;
  parentCase: string | null;
  /** The day of its entry, or else of its request: what the next line's dates follow. */
  readonly day: CalendarDate | null;
  /** Fields whose cell says "same" or is a ditto mark: the value of the line before is meant. */
  readonly ditto: Set<FieldName>;
  /** Cells that no field holds in full, for the case's notes. */
  readonly notes: { cell: Cell; heading: string; text: string }[];
}

/** A field's value after its claims were weighed. */
export interface Settled<F extends FieldName = FieldName> {
  readonly field: F;
  readonly value: LineFields[F] | null;
  readonly cells: readonly Cell[];
  readonly doubt: Doubt | null;
  readonly trust: number;
}

const CLOSE = 0.82;
/** A fuller answer ("granted in part" in a note beside a green row) needs less to be heard than a contrary one. */
const CLOSE_AND_FULLER = 0.72;

function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a === "string" && typeof b === "string") {
    return a.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "") === b.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  }
  return a === b;
}

/** Outcomes that say less than another: "approved" beside "approved in part", "denied" beside "won on appeal". */
const SAYS_LESS: Readonly<Record<string, readonly string[]>> = {
  partiallyApproved: ["approved"],
  approvedOnAppeal: ["approved", "denied"],
};

function isPartOf(less: unknown, more: unknown): boolean {
  return typeof more === "string" && (SAYS_LESS[more]?.includes(String(less)) ?? false);
}

/** The surest claim; one nearly as sure that says the same more fully goes before it. */
function mostSpecific<F extends FieldName>(claims: readonly Claim<F>[]): Claim<F> | undefined {
  const [surest] = claims;
  if (surest === undefined) return undefined;
  return (
    claims.find((claim) => claim.trust >= surest.trust * CLOSE_AND_FULLER && isPartOf(surest.value, claim.value)) ??
    surest
  );
}

/** A note that only tells of the asking ("asked 1/6") is no rival of the words that tell the answer. */
function answered<F extends FieldName>(claims: readonly Claim<F>[]): Claim<F>[] {
  const asking = (claim: Claim<F>) =>
    claim.field === "outcome" && claim.value === "pending" && claim.origin === "prose" && claim.doubt === undefined;
  return claims.filter(
    (claim) =>
      !asking(claim) ||
      !claims.some(
        (other) =>
          other.value !== null &&
          other.value !== "pending" &&
          other.doubt === undefined &&
          other.trust >= claim.trust * CLOSE,
      ),
  );
}

/**
 * Weighs the claims on one field: the surest wins; another value that is nearly as sure makes it a question with both as
 * candidates; a doubt on the winning claim stays.
 */
export function settle<F extends FieldName>(field: F, claims: readonly Claim[]): Settled<F> | null {
  const own = answered(claims.filter((claim): claim is Claim<F> => claim.field === field)).sort(
    (a, b) => b.trust - a.trust,
  );
  const best = mostSpecific(own);
  if (!best) return null;
  const rivals = own.filter(
    (claim) =>
      claim.value !== null &&
      !sameValue(claim.value, best.value) &&
      claim.trust >= best.trust * CLOSE &&
      !isPartOf(claim.value, best.value),
  );
  const agreeing = own.filter((claim) => sameValue(claim.value, best.value));
  let doubt = best.doubt ?? null;
  if (doubt === null && rivals.length > 0 && best.value !== null) {
    const values = [best.value, ...rivals.map((claim) => claim.value)].filter((value) => value !== null);
    doubt = { why: "two-values", candidates: [...new Set(values)] as (string | number | boolean)[] };
  }
  if (doubt === null && rivals.some((claim) => claim.doubt)) doubt = rivals.find((claim) => claim.doubt)?.doubt ?? null;
  return {
    field,
    value: best.value,
    cells: [...new Set([...agreeing, ...rivals].map((claim) => claim.cell))],
    doubt,
    trust: best.trust,
  };
}
