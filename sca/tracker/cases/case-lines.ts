import type { FieldName } from "../claims/claim.ts";
import { type LineFacts, type Settled, settle } from "../claims/line-facts.ts";
import { LINE_FIELDS } from "../claims/line-fields.ts";

/** A line with its fields settled. */
export interface SettledLine {
  readonly facts: LineFacts;
  readonly fields: ReadonlyMap<FieldName, Settled>;
}

/** The lines of one case, in the tracker's order, head first. */
export interface CaseLines {
  readonly sheet: string | null;
  readonly columnwise: boolean;
  readonly lines: SettledLine[];
}

export function settleLine(facts: LineFacts): SettledLine {
  const fields = new Map<FieldName, Settled>();
  for (const field of LINE_FIELDS) {
    const settled = settle(field, facts.claims);
    if (settled) fields.set(field, settled);
  }
  return { facts, fields };
}

/** The settled value of a field on a line, or undefined. */
export function valueOn<F extends FieldName>(line: SettledLine, field: F): Settled<F>["value"] | undefined {
  const settled = line.fields.get(field) as Settled<F> | undefined;
  return settled === undefined || settled.value === null ? undefined : settled.value;
}
