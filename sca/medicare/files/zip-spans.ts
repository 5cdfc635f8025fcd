import type { ZipArea, ZipPlusFourQuarter } from "../fee-schedule.ts";

type Spans = ZipPlusFourQuarter["spans"];

/** A number of four digits as it stands behind a ZIP code. */
function fourDigits(number: number): string {
  return String(number).padStart(4, "0");
}

/**
 * The four digits behind each ZIP code as spans: neighbours of one place are one. Digits that CMS does not list stay out,
 * for nobody told where they are paid. Each ZIP code has the number of the place of each of its parts, 0 for none.
 *
 * @example 0001 and 0002 in 01112-05, 0004 in 01112-05: two spans, 0001 to 0002 and 0004 to 0004
 */
export function spansOf(plusFours: ReadonlyMap<string, Uint16Array>, places: readonly ZipArea[]): Spans {
  const spans = new Map<string, (ZipArea & { readonly first: string; readonly last: string })[]>();
  for (const [zip, parts] of plusFours) {
    const ofZip: (ZipArea & { readonly first: string; readonly last: string })[] = [];
    for (let from = 0; from < parts.length; ) {
      const place = parts[from] ?? 0;
      let to = from;
      while (to + 1 < parts.length && parts[to + 1] === place) to++;
      const area = places[place - 1];
      if (area !== undefined) {
        const { mac, locality, state } = area;
        ofZip.push({ mac, locality, state, first: fourDigits(from), last: fourDigits(to) });
      }
      from = to + 1;
    }
    spans.set(zip, ofZip);
  }
  return spans;
}
