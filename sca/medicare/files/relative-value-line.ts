import type { PrintedValues } from "./relative-value-rows.ts";

/**
 * One line of the fixed-width file (RVU25D and RVU26B, record layout): code 1-5, modifier 6-7, description 8-57, status 58,
 * a plus sign at 59 where CMS prints values that it does not pay by,
 * work 60-65, non-facility PE 67-72 and NA 73-74, facility PE 76-81 and NA 82-83, malpractice 85-89, totals 91-96 and 97-102,
 * policy indicators 103-120, pricing indicator 121 (from 2026), endoscopic base 128-132, conversion factor 133-140,
 * supervision 142-143, flag 144, family 146-147, and the values for the outpatient cap 152-157, 159-164, 166-171.
 * Blanks between the fields are part of the shape: a line that is shifted by one character does not have it.
 */
const SHAPE =
  /^([A-Z0-9]{5})(26|TC|53| {2}).{50}([A-Z])[ +]([ \d]{3}\.\d\d) ([ \d]{3}\.\d\d)(NA| {2}) ([ \d]{3}\.\d\d)(NA| {2}) ([ \d]{2}\.\d\d) ([ \d]{3}\.\d\d)([ \d]{3}\.\d\d).[A-Z0-9 ]{3}[.\d ]{9}.{5}[ \d].{6}[A-Z0-9 ]{5}([ \d]{3}\.\d{4}) .{2}. .{2}.{4}([ \d]{3}\.\d\d) ([ \d]{3}\.\d\d) ([ \d]{3}\.\d\d)\s*$/su;

/** What a line of the fixed-width file prints; null for a line of another shape. */
export function printedLine(line: string): PrintedValues | null {
  const match = SHAPE.exec(line);
  if (match === null) return null;
  const at = (group: number): string => (match[group] ?? "").trim();
  return {
    code: at(1),
    modifier: at(2),
    status: at(3),
    work: at(4),
    nonFacilityPe: at(5),
    nonFacilityNa: at(6),
    facilityPe: at(7),
    facilityNa: at(8),
    malpractice: at(9),
    nonFacilityTotal: at(10),
    facilityTotal: at(11),
    factor: at(12),
    capNonFacilityPe: at(13),
    capFacilityPe: at(14),
    capMalpractice: at(15),
  };
}
