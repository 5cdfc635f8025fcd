import type { PairOrder } from "../columns/count-pair.ts";
import { explain } from "../context/tracker-words.ts";
import type { Cell } from "../grid.ts";
import type { Meaning } from "../headings/meaning.ts";
import type { Doubt } from "./claim.ts";
import type { LineDraft } from "./line-draft.ts";

/** A value to be read: the cell, its text (part of the cell for a packed one), and how sure the column's meaning is. */
export interface Value {
  readonly cell: Cell;
  readonly text: string;
  readonly trust: number;
  /** True where the column packs several things, or the text is the remainder of a cell. */
  readonly packed: boolean;
  /** The column's heading, with the one above it; absent where nothing heads the cell. */
  readonly heading?: string;
  /** In a column of pairs of counts: which comes first. */
  readonly pair?: PairOrder;
}

/** Reads one value into the draft of its line. */
export type ValueReader = (draft: LineDraft, value: Value) => void;

/** Below this a reader's own answer is put to the manager. */
const SURE_ENOUGH = 0.55;

/** Where a claim stands and how far it can be trusted: the column's certainty times the reading's. */
export function about(value: Value, sureness = 1, doubt?: Doubt | null) {
  return {
    cell: value.cell,
    trust: value.trust * sureness,
    origin: value.packed ? ("packed" as const) : ("column" as const),
    doubt,
  };
}

/**
 * The doubt that a reader's answer carries: several candidates, or an answer it is not sure of itself. One answer settles
 * every cell of this wording in the same kind of column.
 */
export function doubtOf(
  field: string,
  value: Value,
  reading: { readonly confidence: number; readonly unclear?: true },
  candidates: readonly (string | number | boolean)[] = [],
): Doubt | undefined {
  if (candidates.length < 2 && reading.unclear !== true && reading.confidence >= SURE_ENOUGH) return undefined;
  const short = value.text.trim().length <= 60;
  return {
    why: candidates.length > 1 ? "two-values" : "unclear",
    candidates,
    ...(short ? { settles: wordKey(field, value.text) } : {}),
  };
}

/** The key under which one answer settles a wording everywhere. */
export function wordKey(field: string, text: string): string {
  return `${field === "payer" ? "payer" : `word:${field}`}:${text.trim().toLowerCase().replace(/\s+/g, " ")}`;
}

/** The words that the tracker itself gives for a code in this cell, as far as they speak of this meaning; or the cell's own. */
export function explained(draft: LineDraft, value: Value, meaning: Meaning): string {
  return explain(draft.context.dictionary, value.text, meaning, value.heading) ?? value.text;
}
