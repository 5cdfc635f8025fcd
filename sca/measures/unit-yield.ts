import type { LineRecord } from "./case-record.ts";
import type { Measure } from "./measure.ts";

/** How much of what was asked for in units was authorized. */
export interface UnitYield {
  /** Authorized over requested; null where no line states both. */
  readonly share: number | null;
  /** Lines that state both. */
  readonly lines: number;
}

interface Units {
  readonly authorized: number;
  readonly requested: number;
  readonly lines: number;
}

/** What the measure reads of a request. */
interface AuthorizedUnits {
  readonly lines: readonly Pick<LineRecord, "isDecided" | "unitsRequested" | "unitsAuthorized">[];
}

/** Units may be quarters of an hour; thousandths of a unit add up without a trace. */
const PARTS = 1000;

/**
 * Unit yield: units authorized over units requested, added up over decided lines that state both. A denied line counts
 * where somebody wrote how many units it got, 0 among them; a blank is not 0. Source: requirements 5.4; guide 001 L12
 * (fewer visits than requested).
 *
 * @example 20 of 30 days and 12 of 12 visits: 32 over 42, 0.762
 */
export const unitYield: Measure<Units, UnitYield, AuthorizedUnits> = {
  create: () => ({ authorized: 0, requested: 0, lines: 0 }),
  add: (state, subject) => {
    let { authorized, requested, lines } = state;
    for (const line of subject.lines) {
      if (!line.isDecided || line.unitsRequested === null || line.unitsAuthorized === null) continue;
      if (line.unitsRequested <= 0 || line.unitsAuthorized < 0) continue;
      authorized += Math.round(line.unitsAuthorized * PARTS);
      requested += Math.round(line.unitsRequested * PARTS);
      lines += 1;
    }
    return { authorized, requested, lines };
  },
  merge: (one, other) => ({
    authorized: one.authorized + other.authorized,
    requested: one.requested + other.requested,
    lines: one.lines + other.lines,
  }),
  value: ({ authorized, requested, lines }) => ({ share: requested > 0 ? authorized / requested : null, lines }),
};
