import type { BenchmarkAmount } from "../../sca/medicare/benchmark.ts";
import type { MedicareLibrary } from "../../sca/medicare/fee-schedule.ts";
import { readPlace } from "../../sca/medicare/place.ts";
import { readSetting } from "../../sca/medicare/setting.ts";
import { type CellProblem, isCellProblem, missing, wrong } from "./cell-problem.ts";
import { cellByCell } from "./function-answer.ts";
import { modifiersIn, pricer } from "./pricer.ts";
import { dayIn, numberIn, textIn } from "./read-cell.ts";

/**
 * What Medicare's physician fee schedule states for one unit of a code on a day. #N/A with the reason where Medicare has no amount; never 0.
 * @customfunction
 * @param {any[][]} code Procedure code, such as 90837 or 99214-25.
 * @param {any[][]} day Day of service.
 * @param {any[][]} [place] NATIONAL, contractor and locality (10112-00), ZIP code, or county and state (Cook County, IL). Left out: NATIONAL.
 * @param {any[][]} [setting] Office, facility, or a place of service code such as 11. Left out: office.
 * @param {any[][]} [modifiers] Modifiers, such as 26 or TC.
 * @returns {any[][]} Dollars for one unit.
 */
export function medicare(
  code: unknown[][],
  day: unknown[][],
  place?: unknown[][],
  setting?: unknown[][],
  modifiers?: unknown[][],
) {
  return cellByCell([code, day, place, setting, modifiers], (cells, facts) => {
    const found = benchmarkOf(cells, facts.library());
    return isCellProblem(found) ? found : found.cents / 100;
  });
}

/**
 * How many times Medicare's amount a rate for one unit is: 1.4 is 140 % of Medicare. #N/A with the reason where Medicare has no amount.
 * @customfunction
 * @param {any[][]} rate Dollars agreed for one unit.
 * @param {any[][]} code Procedure code, such as 90837.
 * @param {any[][]} day Day of service.
 * @param {any[][]} [place] NATIONAL, contractor and locality (10112-00), ZIP code, or county and state. Left out: NATIONAL.
 * @param {any[][]} [setting] Office, facility, or a place of service code such as 11. Left out: office.
 * @param {any[][]} [modifiers] Modifiers, such as 26 or TC.
 * @returns {any[][]} The multiple of Medicare.
 */
export function multiple(
  rate: unknown[][],
  code: unknown[][],
  day: unknown[][],
  place?: unknown[][],
  setting?: unknown[][],
  modifiers?: unknown[][],
) {
  return cellByCell([rate, code, day, place, setting, modifiers], ([rateCell, ...cells], facts) => {
    const dollars = numberIn(rateCell, "The rate", 0, "An amount");
    if (isCellProblem(dollars)) return dollars;
    if (dollars === 0) return wrong("The rate is 0, which is no offer. An amount above 0 is accepted.");
    const found = benchmarkOf(cells, facts.library());
    if (isCellProblem(found)) return found;
    return found.cents > 0
      ? (dollars * 100) / found.cents
      : missing("Medicare states $0.00 for this code: nothing to compare with.");
  });
}

/** Code, day, place, setting and modifiers, as they stand in cells, priced. */
function benchmarkOf(cells: readonly unknown[], library: MedicareLibrary): BenchmarkAmount | CellProblem {
  const code = textIn(cells[0]);
  if (code === "")
    return missing("The code is blank. Put a procedure code such as 90837 there; until then there is no benchmark.");
  const day = dayIn(cells[1], "The day of service");
  if (isCellProblem(day)) return day;
  const place = readPlace(textIn(cells[2]) || "NATIONAL", library, day);
  if (place.kind === "none") return missing(place.sentence);
  const said = textIn(cells[3]);
  const setting = said === "" ? "nonFacility" : readSetting(said);
  if (setting === null)
    return wrong(`The setting is “${said}”. Office, facility, or a place of service code such as 11 is accepted.`);
  const modifiers = modifiersIn(textIn(cells[4]));
  const benchmark = pricer(library)({ code, modifiers, day, place, setting });
  return benchmark.kind === "amount" ? benchmark : missing(benchmark.sentence);
}
