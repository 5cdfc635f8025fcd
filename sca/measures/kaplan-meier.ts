import type { Wait } from "./case-record.ts";

/**
 * The median of waits of which some are not over: the first time at which the Kaplan–Meier curve is at one half or
 * below. Who still waits counts among those at risk up to the day that they have waited, and then drops out without an
 * end; at the same time, ends come first. Null where the curve stays above one half. The curve is reckoned in whole
 * numbers, so that exactly one half is found.
 * Source: Kaplan and Meier, Journal of the American Statistical Association 53 (1958); the median as in Kalbfleisch and
 * Prentice.
 *
 * @example remission under 6-mercaptopurine (Freireich 1963): 6, 6, 6, 6+, 7, 9+, 10, 10+, 11+, 13, 16, 17+, 19+, 20+,
 * 22, 23, 25+, 32+, 32+, 34+, 35+ has the median 23
 */
export function kaplanMeierMedian(waits: readonly Wait[]): number | null {
  const ends = new Map<number, { ended: number; left: number }>();
  for (const { days, decided } of waits) {
    const at = ends.get(days) ?? { ended: 0, left: 0 };
    if (decided) at.ended += 1;
    else at.left += 1;
    ends.set(days, at);
  }
  let atRisk = waits.length;
  let over = 1n;
  let under = 1n;
  for (const [days, { ended, left }] of [...ends].sort(([one], [other]) => one - other)) {
    if (ended > 0) {
      over *= BigInt(atRisk - ended);
      under *= BigInt(atRisk);
      if (2n * over <= under) return days;
    }
    atRisk -= ended + left;
  }
  return null;
}
