import type { FieldName } from "../claims/claim.ts";
import type { Settled } from "../claims/line-facts.ts";
import type { CaseFacts, CaseField, TrackedPeriod } from "../tracked-case.ts";
import type { SettledLine } from "./case-lines.ts";

/** The field as the first line states it, unless a later one is clearly surer (its own column against a remark). */
export function firstSettled(lines: readonly SettledLine[], field: FieldName): Settled | undefined {
  let best: Settled | undefined;
  let doubtful: Settled | undefined;
  for (const line of lines) {
    const settled = line.fields.get(field);
    if (settled === undefined) continue;
    if (settled.value === null) doubtful ??= settled;
    else if (best === undefined || settled.trust > best.trust + MUCH_SURER) best = settled;
  }
  return best ?? doubtful;
}

const MUCH_SURER = 0.15;

/** Puts a settled value where it belongs. */
export function assign(target: Partial<CaseFacts> | TrackedPeriod, field: FieldName | CaseField, value: unknown): void {
  (target as Record<string, unknown>)[field] = value;
}
