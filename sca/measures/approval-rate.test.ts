import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OUTCOMES, type Outcome, type TrackedCase } from "../tracker/tracked-case.ts";
import { approvalRate } from "./approval-rate.ts";
import { measureOf } from "./measure.ts";

function casesThatEnded(...outcomes: (Outcome | undefined)[]): TrackedCase[] {
  return outcomes.map((outcome, index) => ({
    id: `C-${index}`,
    source: { sheet: null, rows: [index + 2] },
    services: [],
    periods: [],
    review: [],
    notes: [],
    ...(outcome === undefined ? {} : { outcome }),
  }));
}

describe("the approval rate", () => {
  it("counts full, partial and overturned approvals out of all that were decided", () => {
    const rate = measureOf(
      approvalRate,
      casesThatEnded("approved", "partiallyApproved", "approvedOnAppeal", "denied", "pending", "withdrawn", undefined),
    );
    expect(rate.rate).toBe(0.75);
    expect(rate.decided).toBe(4);
    expect(rate.counts).toMatchObject({ pending: 1, withdrawn: 1, notStated: 1, partiallyApproved: 1 });
  });

  it("is absent, not zero, while everything is pending", () => {
    const rate = measureOf(approvalRate, casesThatEnded("pending", "pending"));
    expect(rate.rate).toBeNull();
    expect(rate.interval).toBeNull();
  });

  it("leaves out an outcome that a person is asked about, whatever the best guess", () => {
    const [first, second] = casesThatEnded("approved", "denied");
    const rate = measureOf(approvalRate, [{ ...(first as TrackedCase), review: ["outcome"] }, second as TrackedCase]);
    expect(rate.rate).toBe(0);
    expect(rate.counts.asked).toBe(1);
  });

  it("is a hint up to 19 decided and a finding from 20 on", () => {
    expect(measureOf(approvalRate, casesThatEnded(...Array<Outcome>(19).fill("approved"))).isHint).toBe(true);
    expect(measureOf(approvalRate, casesThatEnded(...Array<Outcome>(20).fill("approved"))).isHint).toBe(false);
  });

  it("of two parts merged is the rate of the whole, counted by hand", () => {
    const outcomes = fc.array(fc.option(fc.constantFrom(...OUTCOMES), { nil: undefined }));
    fc.assert(
      fc.property(outcomes, outcomes, (first, second) => {
        const all = [...first, ...second];
        const merged = approvalRate.merge(
          casesThatEnded(...first).reduce(approvalRate.add, approvalRate.create()),
          casesThatEnded(...second).reduce(approvalRate.add, approvalRate.create()),
        );
        const denied = all.filter((outcome) => outcome === "denied").length;
        const open = all.filter((outcome) => outcome === undefined || outcome === "pending" || outcome === "withdrawn");
        const decided = all.length - open.length;
        expect(approvalRate.value(merged).decided).toBe(decided);
        expect(approvalRate.value(merged).rate).toBe(decided === 0 ? null : (decided - denied) / decided);
      }),
    );
  });
});
