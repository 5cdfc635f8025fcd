import { ANSWER_TRUST } from "../claims/claim.ts";
import type { Cell } from "../grid.ts";
import type { BuiltCase, CaseDoubt } from "./build-case.ts";
import type { CaseLines } from "./case-lines.ts";

/** Holds a case's facts against each other; what cannot both be true is asked about. */
export function checkCase(built: BuiltCase, group: CaseLines): BuiltCase {
  const { tracked } = built;
  const doubts: CaseDoubt[] = [...built.doubts];
  const cellOf = (field: string): Cell | undefined => {
    for (const line of group.lines) {
      const settled = [...line.fields.values()].find((other) => other.field === field);
      if (settled?.cells[0]) return settled.cells[0];
    }
    return group.lines[0]?.facts.record.values[0]?.cell;
  };
  const doubt = (review: string[], field: string, why: CaseDoubt["doubt"]["why"], value: unknown) => {
    const cell = cellOf(field);
    if (review.includes(field) || !cell || isAnswered(group, field, value)) return;
    review.push(field);
    doubts.push({ field, doubt: { why, candidates: [] }, cell, value });
  };
  if (tracked.submitted !== undefined && tracked.decided !== undefined && tracked.decided < tracked.submitted) {
    doubt(tracked.review, "submitted", "decided-before-submitted", tracked.submitted);
    doubt(tracked.review, "decided", "decided-before-submitted", tracked.decided);
  }
  for (const period of tracked.periods) {
    const flags = period.review ?? [];
    const submitted = period.submitted === undefined ? tracked.submitted : period.submitted;
    if (period.decided && submitted && period.decided < submitted) {
      doubt(flags, "decided", "decided-before-submitted", period.decided);
      doubt(flags, "submitted", "decided-before-submitted", submitted);
    }
    if (period.authStart !== undefined && period.authEnd !== undefined && period.authEnd < period.authStart) {
      doubt(flags, "authStart", "end-before-start", period.authStart);
      doubt(flags, "authEnd", "end-before-start", period.authEnd);
    }
    if (flags.length > 0) period.review = flags;
  }
  return { tracked, doubts };
}

/** The manager has said so: she is not asked again. */
function isAnswered(group: CaseLines, field: string, value: unknown): boolean {
  return group.lines.some((line) =>
    [...line.fields.values()].some(
      (settled) => settled.field === field && settled.trust >= ANSWER_TRUST && settled.value === value,
    ),
  );
}
