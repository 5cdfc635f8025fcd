import type { WrittenYear } from "./written-day.ts";

/**
 * The full year of a written one. Two digits mean 2000 to 2049 or 1950 to 1999; for a birth they mean the last such year
 * that is not after `latest` (the year of the row's other dates), so that nobody is born in the future.
 *
 * @example writtenYear({ value: 43, digits: 2 }) is 2043; writtenYear({ value: 43, digits: 2 }, 2025) is 1943
 */
export function writtenYear(year: WrittenYear, latest?: number): number {
  if (year.digits !== 2) return year.value;
  if (latest === undefined) return year.value + (year.value < 50 ? 2000 : 1900);
  const century = latest - (latest % 100);
  return century + year.value <= latest ? century + year.value : century - 100 + year.value;
}
