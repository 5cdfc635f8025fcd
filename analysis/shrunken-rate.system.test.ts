import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { rankedRates } from "../sca/measures/shrunken-rate.ts";

/** The first Python that has scipy: the path's, else the system's. */
function pythonWithScipy(): string | undefined {
  const found = ["python3", "/usr/bin/python3"].find((python) => {
    try {
      execFileSync(python, ["-c", "import scipy"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });
  if (found === undefined) process.stderr.write("skipped: Python with scipy is not installed\n");
  return found;
}

const PYTHON = pythonWithScipy();

interface Ranked {
  readonly alpha: number;
  readonly beta: number;
  readonly shrunken: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** Two grids of priors. */
const NEAR = 0.003;

describe.skipIf(PYTHON === undefined)("shrunken approval rates", () => {
  it.each([
    [
      "four payers",
      [
        [3, 4],
        [8, 9],
        [2, 7],
        [20, 30],
      ],
    ],
    [
      "seven payers of very different size",
      [
        [45, 50],
        [2, 2],
        [15, 30],
        [6, 20],
        [30, 40],
        [1, 3],
        [110, 160],
      ],
    ],
    [
      "ten payers who are alike",
      [
        [7, 10],
        [6, 10],
        [8, 10],
        [7, 10],
        [7, 11],
        [6, 9],
        [14, 20],
        [3, 4],
        [7, 10],
        [8, 12],
      ],
    ],
    [
      "six payers who are far apart",
      [
        [2, 40],
        [38, 40],
        [20, 40],
        [11, 12],
        [1, 15],
        [9, 18],
      ],
    ],
  ])("are those that scipy finds: %s", (_, counts) => {
    const script = fileURLToPath(new URL("testing/shrunken_rates.py", import.meta.url));
    const theirs: Ranked = JSON.parse(
      execFileSync(PYTHON ?? "", [script], { input: JSON.stringify(counts), encoding: "utf8" }),
    );
    const payers = counts.map(([granted = 0, decided = 0], at) => ({ payer: String(at), granted, decided }));
    const { rates, prior } = rankedRates(payers);
    expect(prior?.mean).toBeCloseTo(theirs.alpha / (theirs.alpha + theirs.beta), 5);
    expect(Math.log(prior?.weighs ?? 0)).toBeCloseTo(Math.log(theirs.alpha + theirs.beta), 3);
    for (const { payer, shrunken, interval } of rates) {
      const at = Number(payer);
      expect(shrunken).toBeCloseTo(theirs.shrunken[at] ?? Number.NaN, 4);
      expect(Math.abs((interval?.low ?? 9) - (theirs.low[at] ?? Number.NaN))).toBeLessThan(NEAR);
      expect(Math.abs((interval?.high ?? 9) - (theirs.high[at] ?? Number.NaN))).toBeLessThan(NEAR);
    }
  });
});
