import type { Look, PlanFormula } from "./workbook-plan.ts";

/** One line of Start: a figure that stays live, and where to look. */
export interface Count {
  readonly label: string;
  readonly count: PlanFormula;
  /** A whole number where absent. */
  readonly look?: Look;
  readonly sheet: string;
  readonly about: string;
}
