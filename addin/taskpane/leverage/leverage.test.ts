import { describe, expect, it } from "vitest";
import { contentOf, day, madeUpCase, understood } from "../../../sca/ledger/made-up-cases.ts";
import { planLedger } from "../../../sca/ledger/plan-ledger.ts";
import type { Outcome, TrackedCase } from "../../../sca/tracker/tracked-case.ts";
import { leverageCharts } from "./leverage-charts.ts";
import { leverageFacts, leverageHeadline, leveragePage } from "./leverage-page.ts";
import { payerPage } from "./payer-page.ts";

const TODAY = day("2026-03-11");

function request(row: number, payer: string, outcome: Outcome): TrackedCase {
  return madeUpCase({
    source: { sheet: "Auths", rows: [row] },
    patient: `Patient ${row}`,
    ...{ payer, outcome },
    submitted: day("2026-01-05"),
    ...(outcome === "pending" ? {} : { decided: day("2026-01-12") }),
    model: "perDiem",
    rate: 400,
    periods: [{ authStart: day("2026-01-20"), authEnd: day("2026-02-20"), unitsAuthorized: 10 }],
  });
}

const OUTCOMES: readonly (readonly [string, Outcome])[] = [
  ["Aetna", "approved"],
  ["Aetna", "approved"],
  ["Aetna", "denied"],
  ["Cigna", "pending"],
];
const CONTENT = contentOf(
  planLedger(understood(OUTCOMES.map(([payer, outcome], at) => request(at + 2, payer, outcome))), { asOf: TODAY }),
);

function pageOf() {
  return leveragePage(CONTENT, TODAY) ?? expect.fail("there is a ledger");
}

describe("the payers' records", () => {
  it("are told by payer with what each figure stands on", () => {
    const page = pageOf();
    expect(leverageHeadline(page)).toBe("4 requests to 2 payers, 3 decided, as of Wed, Mar 11, 2026.");
    expect(page.payers.map(({ name }) => name)).toEqual(["Aetna", "Cigna"]);
    const [aetna, cigna] = page.payers.map((row) => new Map(leverageFacts(row)));
    expect(aetna?.get("Approved")).toBe(
      "67%, 2 of 3 decided (95% interval 21–94%); fewer than 20 decided: a hint, not a finding",
    );
    expect(aetna?.get("Expected dollars")).toBe("$8,000.00 at least, from 2 of 2 agreements");
    expect(aetna?.get("Days to a decision")).toBe("Half within 5 business days, of 3");
    expect(aetna?.get("Multiple of Medicare")).toBe("No approved line can be compared");
    expect(cigna?.get("Approved")).toBe("Nothing decided yet");
    expect(cigna?.get("Pending")).toBe("1");
  });

  it("become native charts with words for those who do not see them; what is not known is not drawn as 0", () => {
    const charts = leverageCharts(pageOf());
    expect(charts.map(({ title, rows }) => [title, rows])).toEqual([
      ["Approval rate by payer", [["Aetna (2 of 3, hint)", 2 / 3]]],
      ["Expected dollars by payer", [["Aetna (2 of 2)", 8000]]],
    ]);
    expect(charts[0]?.altText).toContain("Aetna 67%, 2 of 3 decided");
  });

  it("become the page of the command line, which names no patient", async () => {
    const html = await payerPage(CONTENT, "tracker.xlsx", TODAY);
    expect(html).toContain("What payers answered: tracker.xlsx");
    expect(html).toContain("2 of 3 decided");
    expect(html).toContain('<svg role="img"');
    expect(html).not.toContain("Patient 2");
    expect(html).not.toContain("<script");
  });
});
