import type { MedicareLibrary } from "../medicare/fee-schedule.ts";
import { readPlace } from "../medicare/place.ts";
import { benchmarkWith } from "../medicare/price.ts";
import { readSetting } from "../medicare/setting.ts";
import type { MedicarePricing } from "./price-line.ts";

/**
 * What answers for Medicare out of the fee schedules that are loaded; undefined where no relative values are, so that
 * lines say so.
 *
 * @example medicarePricing(EMPTY_LIBRARY) is undefined
 */
export function medicarePricing(library: MedicareLibrary): MedicarePricing | undefined {
  if (library.releases.length === 0) return undefined;
  return {
    benchmark: benchmarkWith(library),
    placeOn: (text, day) => readPlace(text, library, day),
    readSetting,
  };
}
