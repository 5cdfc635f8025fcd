import { describe, expect, it } from "vitest";
import type { Wait } from "./case-record.ts";
import { kaplanMeierMedian } from "./kaplan-meier.ts";
import { waitingCurve } from "./waiting-curve.ts";

/** "6 7+": 6 ended, 7 still waiting. */
function waits(text: string): Wait[] {
  return text.split(" ").map((wait) => ({ days: Number.parseInt(wait, 10), decided: !wait.endsWith("+") }));
}

// Freireich et al., Blood 21 (1963), with the curve that textbooks print for it.
const DRUG = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";

describe("the curve of waits", () => {
  it("of 21 patients under 6-mercaptopurine is the printed one", () => {
    const told = waitingCurve(waits(DRUG)).map(({ days, stillWaiting, atRisk }) => [
      days,
      Number(stillWaiting.toFixed(3)),
      atRisk,
    ]);
    expect(told).toEqual([
      [0, 1, 21],
      [6, 0.857, 21],
      [7, 0.807, 17],
      [10, 0.753, 15],
      [13, 0.69, 12],
      [16, 0.627, 11],
      [22, 0.538, 7],
      [23, 0.448, 6],
    ]);
  });
  it("crosses one half where the median is", () => {
    const half = waitingCurve(waits(DRUG)).find(({ stillWaiting }) => stillWaiting <= 0.5)?.days;
    expect(half).toBe(kaplanMeierMedian(waits(DRUG)));
  });
  it("starts below one where some were decided on the day itself, and is empty of nothing", () => {
    expect(waitingCurve(waits("0 4"))).toEqual([
      { days: 0, stillWaiting: 0.5, atRisk: 2 },
      { days: 4, stillWaiting: 0, atRisk: 1 },
    ]);
    expect(waitingCurve([])).toEqual([]);
  });
});
