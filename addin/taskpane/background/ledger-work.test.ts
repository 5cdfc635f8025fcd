import { describe, expect, it } from "vitest";
import { contentOf, day, madeUpCase, understood } from "../../../sca/ledger/made-up-cases.ts";
import { planLedger } from "../../../sca/ledger/plan-ledger.ts";
import { workOut } from "./ledger-work.ts";

const TODAY = day("2026-03-11");
const CONTENT = contentOf(
  planLedger(
    understood([
      madeUpCase({
        decided: day("2026-01-20"),
        services: [{ code: "90837", model: "perUnit", rate: 150, units: 12 }],
        periods: [{ authStart: day("2025-10-06"), authEnd: day("2026-03-05"), unitsAuthorized: 12 }],
      }),
    ]),
    { asOf: TODAY },
  ),
);

describe("what a view shows of a ledger is worked out beside the pane", () => {
  it.each(["today", "leverage", "agreedBefore"] as const)("%s survives the way to a worker and back", (asked) => {
    const answer = workOut({ asked, content: CONTENT, today: TODAY });
    const question = structuredClone({ asked, content: CONTENT, today: TODAY });
    expect(structuredClone(workOut(question))).toEqual(answer);
    expect(JSON.stringify(answer).length).toBeGreaterThan(100);
  });
});
