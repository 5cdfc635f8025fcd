import { parseIsoDay } from "../values/calendar-date.ts";
import type { AccessLimit, AdequacyStandard, CareKind } from "./adequacy-standard.ts";

/** What the rows of one law have in common. */
export type SharedFacts = Omit<AdequacyStandard, "id" | "care" | "limit" | "effective"> & {
  readonly effective: string | null;
};

/**
 * One row of the list of standards, its limit in words. Throws where the words are no limit: our own mistake.
 *
 * @example standard("md-urgent", "72 hours", ["specialist"], facts).limit is { kind: "wait", most: 72, unit: "hours" }
 */
export function standard(
  id: string,
  limit: string,
  care: readonly CareKind[],
  { effective, ...facts }: SharedFacts,
): AdequacyStandard {
  const day = effective === null ? null : parseIsoDay(effective);
  if (day === null && effective !== null) throw new RangeError(`${id}: ${effective} is no day`);
  return { id, care, limit: limitOf(limit), effective: day, ...facts };
}

function limitOf(text: string): AccessLimit {
  const [, figure, unit] = /^(\d+) (hours|calendar days|business days|miles)$/.exec(text) ?? [];
  const most = Number(figure);
  if (unit === "miles") return { kind: "distance", most, unit };
  if (unit === "hours" || unit === "calendar days" || unit === "business days") return { kind: "wait", most, unit };
  throw new RangeError(`"${text}" is no limit`);
}
