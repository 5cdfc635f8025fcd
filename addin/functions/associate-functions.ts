import { type CellProblem, isCellProblem } from "./cell-problem.ts";
import { daysLeft, requestBy, runsOut, unitsLeft } from "./deadline-functions.ts";
import type { FunctionAnswer, FunctionFacts } from "./function-answer.ts";
import { medicare, multiple } from "./medicare-functions.ts";
import { counter, expected, floor } from "./rate-functions.ts";
import { wilsonHigh, wilsonLow } from "./share-functions.ts";

/** A custom function: ranges in; told the facts, it answers with a range. */
export type CustomFunction = (...parameters: never[]) => FunctionAnswer;

/** Every custom function by its id, the name behind "SCA." in a formula. */
export const CUSTOM_FUNCTIONS: ReadonlyMap<string, CustomFunction> = new Map<string, CustomFunction>([
  ["DAYSLEFT", daysLeft],
  ["UNITSLEFT", unitsLeft],
  ["REQUESTBY", requestBy],
  ["RUNSOUT", runsOut],
  ["WILSONLOW", wilsonLow],
  ["WILSONHIGH", wilsonHigh],
  ["EXPECTED", expected],
  ["FLOOR", floor],
  ["COUNTER", counter],
  ["MEDICARE", medicare],
  ["MULTIPLE", multiple],
]);

/** Excel's side of custom functions. */
export interface FunctionHost {
  associate(id: string, run: (...parameters: never[]) => unknown): void;
  /** What a function throws, or puts into a range, so that a cell shows the error with its words. */
  cellError(problem: CellProblem): unknown;
}

/**
 * Gives every custom function its code. One cell with a problem throws its error; in a range each cell has its own, so
 * that one bad row does not spoil the others.
 */
export function associateFunctions(host: FunctionHost, facts: FunctionFacts): void {
  for (const [id, run] of CUSTOM_FUNCTIONS) {
    host.associate(id, (...parameters) => {
      const answer = run(...parameters)(facts);
      const only = answer.length === 1 && answer[0]?.length === 1 ? answer[0][0] : undefined;
      if (isCellProblem(only)) throw host.cellError(only);
      return answer.map((row) => row.map((cell) => (isCellProblem(cell) ? host.cellError(cell) : cell)));
    });
  }
}
