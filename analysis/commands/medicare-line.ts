import type { MedicareLibrary } from "../../sca/medicare/fee-schedule.ts";
import { counted, inWords } from "../report/figures.ts";

/**
 * By which fee schedules the lines were priced, in one line for the terminal; `by` is whose amounts they are.
 *
 * @example "Medicare: 2025D and 2026B; national amounts, no locality chosen; office (non-facility) unless a line says otherwise"
 */
export function medicareLine({ releases }: MedicareLibrary, by: string | null): string {
  if (releases.length === 0 || by === null) {
    return "Medicare: no fee schedule is loaded, so no line has a benchmark (npm run --silent sca -- medicare FILE)";
  }
  const names = inWords([...new Set(releases.map(({ year, letter }) => `${year}${letter}`))].sort());
  const parts = releases.filter(({ isPartial }) => isPartial === true);
  if (parts.length === 0) return `Medicare: ${names}; ${by}`;
  const codes = new Set(parts.flatMap(({ values }) => [...values.values()].map(({ code }) => code)));
  return `Medicare: starter set of ${counted(codes.size, "code")}, ${names}; ${by} (all codes: npm run --silent sca -- medicare FILE)`;
}
