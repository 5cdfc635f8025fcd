import { expect, it } from "vitest";
import { drawnGrid } from "../../../sca/tracker/testing/drawn-grid.ts";
import { parseIsoDay } from "../../../sca/values/calendar-date.ts";
import { structureInPane } from "../background/structure-work.ts";
import { SAMPLE_ROWS, SAMPLE_SHEET } from "./sample-tracker.ts";

it("the sample shows what SCA Ledger does: cases of every outcome, something left out, and questions", () => {
  const { summary, plan } = structureInPane(
    {
      tracker: { file: "Book1.xlsx", grids: [drawnGrid(SAMPLE_ROWS, SAMPLE_SHEET)] },
      previous: null,
      answers: [],
      headings: [],
      asOf: parseIsoDay("2026-03-02") ?? expect.fail("a day"),
      medicareTexts: new Map(),
      takenNames: [SAMPLE_SHEET],
    },
    () => {},
  );
  expect(plan).not.toBeNull();
  expect(summary.cases).toBe(9);
  expect(summary.outcomes).toMatchObject({ approved: 5, approvedOnAppeal: 1, denied: 1, pending: 1, withdrawn: 1 });
  expect(summary.leftOut.map(({ what }) => what)).toContain("Total");
  expect(summary.questions).toBeGreaterThan(1);
});
