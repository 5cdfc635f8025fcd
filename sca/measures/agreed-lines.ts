import type { TrackedCase, TrackedPeriod, TrackedService } from "../tracker/tracked-case.ts";

/** One code of a case, under the authorization that it is counted by, where there is one. */
export interface AgreedLine {
  /** The code with its figures; its rate and model are those that the case states for the code once, unless its own. */
  readonly service: TrackedService;
  readonly period: TrackedPeriod | null;
}

/** Counted by authorization: what is asked about the count of one is not asked about that of another. */
const COUNTS: ReadonlySet<string> = new Set(["units", "unitsUsed"]);

/**
 * The service lines of a case: one a code and authorization where codes are listed by authorization, otherwise one a
 * code. A code's rate that is stated once for the case stands on each of its lines; with one authorization every code
 * belongs to it.
 *
 * @example H0015 at $385.00 with 20 units under the first and 15 under the second authorization: two lines at $385.00
 */
export function agreedLines(subject: TrackedCase): AgreedLine[] {
  const ofCase = new Map(subject.services.map((service) => [codeKey(service), service]));
  const only = subject.periods.length === 1 ? (subject.periods[0] ?? null) : null;
  const lines: AgreedLine[] = [];
  const covered = new Set<string>();
  for (const period of subject.periods) {
    for (const service of period.services ?? []) {
      const key = codeKey(service);
      covered.add(key);
      lines.push({ service: withTerms(service, ofCase.get(key), only !== null), period });
    }
  }
  for (const service of subject.services) {
    const key = codeKey(service);
    if (covered.has(key)) continue;
    covered.add(key);
    lines.push({ service, period: only });
  }
  return lines;
}

/** The same for two lines of one code with the same modifiers, in whatever order and capitals they were typed. */
export function codeKey(service: TrackedService): string {
  const code = service.code.toLowerCase();
  if (service.modifiers === undefined) return code;
  const modifiers = service.modifiers.map((modifier) => modifier.toLowerCase()).sort();
  return [code, ...modifiers].join("-");
}

function withTerms(service: TrackedService, ofCase: TrackedService | undefined, isOnly: boolean): TrackedService {
  if (ofCase === undefined || (ofCase === service && service.review === undefined)) return service;
  const { units: _units, unitsUsed: _used, rows: _rows, review, ...stated } = ofCase;
  // What was typed beside one line of the code holds for that line.
  const { placeOfService: _place, ownBenchmark: _own, unitBasis: _basis, billedCharge: _charge, ...terms } = stated;
  const asked = (review ?? []).filter((field) => isOnly || !COUNTS.has(field));
  const merged = { ...(isOnly ? ofCase : terms), ...service };
  const all = [...new Set([...asked, ...(service.review ?? [])])];
  return all.length === 0 ? merged : { ...merged, review: all };
}
