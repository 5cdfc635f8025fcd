import type { MedicareLibrary } from "../../sca/medicare/fee-schedule.ts";
import { benchmarkWith } from "../../sca/medicare/price.ts";

const prepared = new WeakMap<MedicareLibrary, ReturnType<typeof benchmarkWith>>();

/** What answers for the files of a library. Preparing them takes a while, and a sheet asks thousands of times: once for each. */
export function pricer(library: MedicareLibrary): ReturnType<typeof benchmarkWith> {
  const known = prepared.get(library) ?? benchmarkWith(library);
  prepared.set(library, known);
  return known;
}

/** Modifiers as people type them. @example modifiersIn("HO, 95") is ["HO", "95"] */
export function modifiersIn(text: string): string[] {
  return text.split(/[\s,;/]+/).filter((word) => word !== "");
}
