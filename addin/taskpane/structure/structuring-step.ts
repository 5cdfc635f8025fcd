import type { HeadingChoice } from "../../../sca/ledger/heading-choices.ts";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import type { AppliedPlan } from "../../excel/excel-workbook.ts";
import type { StructuringResult } from "../background/structure-work.ts";
import type { UnderstandingSummary } from "../background/understanding-summary.ts";

/** What was seen in the chosen sheets, before anything is written. */
export interface Look {
  readonly sheets: readonly string[];
  /** What was chosen that headings mean; an earlier choice stands in the ledger. */
  readonly headings: readonly HeadingChoice[];
  readonly result: StructuringResult;
  /** The ledger that was there then. */
  readonly previous: LedgerContent | null;
  /** How many changes by people were told then; null where this Excel tells none. */
  readonly changes: number | null;
}

/** How far structuring has come. */
export type StructuringStep =
  | { readonly kind: "choosing" }
  | { readonly kind: "working"; readonly title: string; readonly share: number; readonly what: string }
  | { readonly kind: "looked"; readonly look: Look }
  | { readonly kind: "written"; readonly applied: AppliedPlan; readonly summary: UnderstandingSummary }
  | { readonly kind: "failed"; readonly title: string; readonly words: string; readonly before: StructuringStep };
