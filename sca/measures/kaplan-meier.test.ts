import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Wait } from "./case-record.ts";
import { kaplanMeierMedian } from "./kaplan-meier.ts";

/** "6 7+": 6 ended, 7 still waiting. */
function waits(text: string): Wait[] {
  return text.split(" ").map((wait) => ({ days: Number.parseInt(wait, 10), decided: !wait.endsWith("+") }));
}

/**
 * The same by Efron's rule, another way to the curve: everybody weighs the same, and who drops out hands the weight on
 * to all who are left.
 */
function medianByHandingOn(all: readonly Wait[]): number | null {
  const open = [...all].sort((a, b) => a.days - b.days || Number(b.decided) - Number(a.decided));
  const weights = open.map(() => 1 / open.length);
  let left = 1;
  for (const [at, { days, decided }] of open.entries()) {
    const weight = weights[at] ?? 0;
    const later = open.length - at - 1;
    if (!decided) {
      for (let next = at + 1; next < open.length; next += 1) weights[next] = (weights[next] ?? 0) + weight / later;
      continue;
    }
    left -= weight;
    const isLastOfDay = open[at + 1]?.days !== days || open[at + 1]?.decided !== true;
    if (isLastOfDay && left <= 0.5 + 1e-9) return days;
  }
  return null;
}

describe("the median of waits that are not all over", () => {
  // Freireich et al., Blood 21 (1963): weeks of remission, the set that textbooks reckon the curve with.
  it("of 21 patients under 6-mercaptopurine is 23 weeks", () => {
    const drug = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";
    expect(kaplanMeierMedian(waits(drug))).toBe(23);
  });

  it("of the 21 under placebo, all of them over, is 8 weeks", () => {
    const placebo = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";
    expect(kaplanMeierMedian(waits(placebo))).toBe(8);
  });

  it("is the day on which exactly one half still waits", () => {
    expect(kaplanMeierMedian(waits("3 5 9 7+"))).toBe(5);
    expect(kaplanMeierMedian(waits("1 2 3 4 5 6"))).toBe(3);
  });

  it("is not known while more than half wait", () => {
    expect(kaplanMeierMedian(waits("2 4 9+ 9+ 9+"))).toBeNull();
    expect(kaplanMeierMedian(waits("4+"))).toBeNull();
    expect(kaplanMeierMedian([])).toBeNull();
  });

  it("is longer than that of the answered alone, where many still wait", () => {
    expect(kaplanMeierMedian(waits("2 3 4 12 15 10+ 10+ 10+"))).toBe(12);
    expect(kaplanMeierMedian(waits("2 3 4 12 15"))).toBe(4);
  });

  it("is the one that handing the weight on gives, in whatever order they stand", () => {
    const wait = fc.record({ days: fc.nat(12), decided: fc.boolean() });
    fc.assert(
      fc.property(fc.array(wait, { maxLength: 40 }), fc.infiniteStream(fc.nat()), (all, keys) => {
        const median = kaplanMeierMedian(all);
        expect(median).toBe(medianByHandingOn(all));
        const shuffled = all.map((one) => [keys.next().value as number, one] as const).sort(([a], [b]) => a - b);
        expect(kaplanMeierMedian(shuffled.map(([, one]) => one))).toBe(median);
      }),
    );
  });
});
