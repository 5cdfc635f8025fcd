import { basename, dirname, extname, join } from "node:path";
import { UsageProblem } from "./arguments.ts";

/** A workbook with macros keeps its ending, or Excel refuses to open it. */
function endingFor(tracker: string): ".xlsx" | ".xlsm" {
  return extname(tracker).toLowerCase() === ".xlsm" ? ".xlsm" : ".xlsx";
}

/**
 * Where the ledger of a tracker goes unless told otherwise: beside it.
 *
 * @example defaultLedgerPath("logs/SCA 2026.csv") is "logs/SCA 2026.ledger.xlsx"
 */
export function defaultLedgerPath(tracker: string): string {
  return join(dirname(tracker), `${basename(tracker, extname(tracker))}.ledger${endingFor(tracker)}`);
}

/** Throws a UsageProblem where the ledger cannot have the given ending. */
export function checkLedgerEnding(ledger: string, tracker: string): void {
  const ending = endingFor(tracker);
  if (extname(ledger).toLowerCase() === ending) return;
  const why = ending === ".xlsm" ? ", since the tracker has macros" : "";
  throw new UsageProblem(`--out "${ledger}" has to end with ${ending}${why}.`);
}
