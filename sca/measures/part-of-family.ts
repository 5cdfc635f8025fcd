import type { AgreedAmount } from "./agreed-amount.ts";
import type { CaseRecord, LineRecord } from "./case-record.ts";

/** The families of the codes under a request, each once, in the order of its lines; a line without a code has none. */
export function familiesOf(subject: CaseRecord): string[] {
  return [...new Set(subject.lines.map(({ family }) => family))].filter((family) => family !== "");
}

/**
 * What belongs to one code family of a request: measures of its lines, claims and dollars count that part alone, so that
 * the families of a request add up to no more than the request. Whether and when it was decided is the same for every
 * family. Where all its lines are of the family it is the request itself. Otherwise what stands for the request as a whole
 * is nobody's: offers, and the units and the rate that an authorization states without a code.
 *
 * @example a request for 90837 at $195.00 and 99214 at $150.00: its part "individual psychotherapy" has the first line
 */
export function partOfFamily(subject: CaseRecord, family: string): CaseRecord {
  if (subject.lines.every((line) => line.family === family)) return subject;
  const lines = subject.lines.filter((line) => line.family === family);
  const codes = new Set(lines.map(({ code }) => code.toLowerCase()));
  return {
    ...subject,
    lines,
    agreed: agreedOn(lines, subject.agreed),
    periods: subject.periods.map((period) => ({ ...period, unitsAuthorized: null, unitsUsed: null, rate: null })),
    negotiations: [],
    claims: subject.claims.filter(({ code }) => codes.has(code.toLowerCase())),
  };
}

/** What the lines hold of the agreed amount; why the rest is not told is told for the request as a whole. */
function agreedOn(lines: readonly LineRecord[], { untold }: AgreedAmount): AgreedAmount {
  const told = lines.flatMap(({ agreed }) => (agreed === null ? [] : [agreed]));
  return {
    cents: told.reduce<number>((sum, cents) => sum + cents, 0),
    parts: told.length,
    untold: told.length < lines.length && untold.length === 0 ? ["noUnits"] : told.length < lines.length ? untold : [],
  };
}
