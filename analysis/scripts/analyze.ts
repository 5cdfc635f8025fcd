import type { Analysis } from "./analysis.ts";
import { APPROVAL_RATES } from "./approval-rates.ts";
import { CAPACITY_AND_ACCESS } from "./capacity-and-access.ts";
import { HONOUR_RATES } from "./honour-rates.ts";
import { RATE_MULTIPLES } from "./rate-multiples.ts";
import { REVENUE_CAPTURED } from "./revenue-captured.ts";
import { runAsProcess } from "./run-analyses.ts";
import { TURNAROUND } from "./turnaround.ts";
import { WINNING_JUSTIFICATIONS } from "./winning-justifications.ts";

/** Every analysis, in the order of a negotiation: do they say yes, how fast, to what, for how much, and do they pay it. */
const ANALYSES: readonly Analysis[] = [
  APPROVAL_RATES,
  TURNAROUND,
  WINNING_JUSTIFICATIONS,
  RATE_MULTIPLES,
  REVENUE_CAPTURED,
  HONOUR_RATES,
  CAPACITY_AND_ACCESS,
];

/** `npm run analyze -- LEDGER.xlsx`: all analyses at once. */
await runAsProcess({ as: "npm run analyze --", analyses: ANALYSES });
