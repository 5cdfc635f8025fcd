import { type Interval, wilsonInterval } from "../../sca/measures/wilson-interval.ts";
import { type CellProblem, isCellProblem, missing, wrong } from "./cell-problem.ts";
import { cellByCell } from "./function-answer.ts";
import { numberIn } from "./read-cell.ts";

/**
 * Low end of the 95 % interval of a share (Wilson), between 0 and 1: how low the true rate could be.
 * @customfunction
 * @param {any[][]} yes How many said yes, such as approved requests.
 * @param {any[][]} of Out of how many, such as decided requests.
 * @returns {any[][]} The low end.
 */
export function wilsonLow(yes: unknown[][], of: unknown[][]) {
  return cellByCell([yes, of], ([yesCell, ofCell]) => end(yesCell, ofCell, "low"));
}

/**
 * High end of the 95 % interval of a share (Wilson), between 0 and 1: how high the true rate could be.
 * @customfunction
 * @param {any[][]} yes How many said yes, such as approved requests.
 * @param {any[][]} of Out of how many, such as decided requests.
 * @returns {any[][]} The high end.
 */
export function wilsonHigh(yes: unknown[][], of: unknown[][]) {
  return cellByCell([yes, of], ([yesCell, ofCell]) => end(yesCell, ofCell, "high"));
}

function end(yesCell: unknown, ofCell: unknown, which: keyof Interval): number | CellProblem {
  const yes = numberIn(yesCell, "The count of yes", 0);
  if (isCellProblem(yes)) return yes;
  const all = numberIn(ofCell, "The count of all", 0);
  if (isCellProblem(all)) return all;
  if (!Number.isInteger(yes) || !Number.isInteger(all) || yes > all) {
    return wrong(`${yes} of ${all} is no share. Whole numbers are accepted, the first no larger than the second.`);
  }
  const interval = wilsonInterval(yes, all);
  return interval === null ? missing("Nothing was counted yet: 0 of 0 has no rate.") : interval[which];
}
