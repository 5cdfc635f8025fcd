import type { CaseRecord } from "../measures/case-record.ts";

/** Where no line names a code. */
const NO_SERVICE = "services without a code";

/**
 * The code family that a request is mostly for, so that each request counts under one: the one with most dollars agreed,
 * of several the first by name.
 *
 * @example $5,000.00 agreed for H0035 and $600.00 for 90837: "partial hospitalization"
 */
export function leadService({ lines }: Pick<CaseRecord, "lines">): string {
  const sums = new Map<string, number>();
  for (const { family, agreed } of lines) {
    if (family !== "") sums.set(family, (sums.get(family) ?? 0) + (agreed ?? 0));
  }
  const [lead] = [...sums].sort(([one, dollars], [other, more]) => more - dollars || (one < other ? -1 : 1));
  return lead?.[0] ?? NO_SERVICE;
}
