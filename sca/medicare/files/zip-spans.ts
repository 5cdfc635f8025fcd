import type { ZipArea, ZipPlusFourQuarter } from "../fee-schedule.ts";

type Spans = ZipPlusFourQuarter["spans"];
type Span = ZipArea & { first: string; last: string };

function follows(plusFour: string, last: string): boolean {
  return Number(plusFour) === Number(last) + 1;
}

/**
 * The four digits behind each ZIP code as spans: neighbours of one place are one. Digits that CMS does not list stay out,
 * for nobody told where they are paid.
 *
 * @example 0001 and 0002 in 01112-05, 0004 in 01112-05: two spans, 0001 to 0002 and 0004 to 0004
 */
export function spansOf(plusFours: ReadonlyMap<string, ReadonlyMap<string, ZipArea>>): Spans {
  const spans = new Map<string, readonly Span[]>();
  for (const [zip, parts] of plusFours) {
    const ofZip: Span[] = [];
    for (const plusFour of [...parts.keys()].sort()) {
      const area = parts.get(plusFour);
      if (area === undefined) continue;
      const last = ofZip.at(-1);
      const isSame =
        last !== undefined && last.mac === area.mac && last.locality === area.locality && last.state === area.state;
      if (isSame && follows(plusFour, last.last)) last.last = plusFour;
      else ofZip.push({ ...area, first: plusFour, last: plusFour });
    }
    spans.set(zip, ofZip);
  }
  return spans;
}
