import { expect, it } from "vitest";
import { approvalRate } from "./approval-rate.ts";
import { measureOf, stateOfAlike } from "./measure.ts";

it.each([0, 1, 2, 7, 64, 1000])("%i subjects that are alike count as one by one", (times) => {
  const denied = { outcome: "denied", review: [] } as const;
  const oneByOne = measureOf(
    approvalRate,
    Array.from({ length: times }, () => denied),
  );
  expect(approvalRate.value(stateOfAlike(approvalRate, denied, times))).toEqual(oneByOne);
});
