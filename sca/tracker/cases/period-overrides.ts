import type { Settled } from "../claims/line-facts.ts";
import { CASE_FIELDS } from "../claims/line-fields.ts";
import type { CaseField, TrackedCase, TrackedPeriod } from "../tracked-case.ts";
import type { Gathered } from "./case-periods.ts";
import { assign, firstSettled } from "./settled-fields.ts";

/** What is the whole case's: no later period has its own. */
const OF_THE_WHOLE: ReadonlySet<CaseField> = new Set<CaseField>([
  "payer",
  "patient",
  "dob",
  "memberId",
  "groupNumber",
  "trigger",
]);

/** Fields that a later line may state anew for its own period. */
export const PERIOD_OVERRIDES: readonly CaseField[] = CASE_FIELDS.filter((field) => !OF_THE_WHOLE.has(field));

/** Lets a later period repeat what its own lines state otherwise than the case. */
export function overridePeriod(
  tracked: TrackedCase,
  period: TrackedPeriod,
  group: Gathered,
  flags: string[],
  ratePerCode: boolean,
  note: (field: string, settled: Settled, review: string[]) => void,
): void {
  const [first] = group.lines;
  if (!first) return;
  const repeated = first.facts.record.values.some(
    (value) => !value.carried && first.fields.get("patient")?.cells.includes(value.cell) === true,
  );
  for (const field of PERIOD_OVERRIDES) {
    if ((field === "rate" || field === "model") && ratePerCode) continue;
    const settled = firstSettled(group.lines, field);
    if (settled === undefined) {
      if (repeated && tracked[field] !== undefined) (period as Record<string, unknown>)[field] = null;
      continue;
    }
    if (settled.doubt) note(field, settled, flags);
    if (settled.value !== null && settled.value !== tracked[field]) assign(period, field, settled.value);
  }
  if (period.outcome !== undefined && period.outcome !== null && period.outcome !== tracked.outcome) {
    period.decided ??= undefinedToNull(firstSettled(group.lines, "decided")?.value) as TrackedPeriod["decided"] & null;
    for (const field of ["rate", "model"] as const) {
      if (!ratePerCode && tracked[field] !== undefined && firstSettled(group.lines, field) === undefined)
        period[field] = null;
    }
    period.denialReason ??= undefinedToNull(
      firstSettled(group.lines, "denialReason")?.value,
    ) as TrackedPeriod["denialReason"] & null;
  }
}

function undefinedToNull<T>(value: T | undefined | null): T | null {
  return value ?? null;
}
