/** What every pipeline of the bench tells of a payer: the same figures, whoever added them up. */
export interface PayerFigures {
  readonly payer: string;
  readonly requests: number;
  readonly decided: number;
  readonly approvalRate: number;
  readonly approvalLow: number;
  readonly approvalHigh: number;
  readonly multipleWeighted: number;
  readonly multipleMedian: number;
  readonly multipleLow: number;
  readonly multipleHigh: number;
  readonly multipleLines: number;
  readonly unitYield: number;
}

/** Prints the figures, where a pipeline tells them, and what the process took, as the bench reads them. */
export function printResult(figures: readonly PayerFigures[] | null): void {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const took = { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024 };
  process.stdout.write(`${JSON.stringify({ figures, ...took })}\n`);
}
