import { describe, expect, it } from "vitest";
import type { Outcome, TrackedCase, Understanding } from "../../sca/tracker/tracked-case.ts";
import { parseIsoDay } from "../../sca/values/calendar-date.ts";
import { payerSummary } from "./payer-summary.ts";

const AS_OF = parseIsoDay("2026-03-16") ?? expect.fail("a day");

function requests(payer: string, outcomes: readonly Outcome[], facts: Partial<TrackedCase> = {}): TrackedCase[] {
  return outcomes.map((outcome, index) => ({
    id: `${payer}-${index}`,
    source: { sheet: "Log", rows: [index + 2] },
    patient: "Marisol Alvarez",
    memberId: "W204418830",
    payer,
    outcome,
    services: [],
    periods: [],
    review: [],
    notes: [],
    ...facts,
  }));
}

function understood(cases: TrackedCase[]): Understanding {
  return { file: "tracker.xlsx", cases, notCases: [], questions: [], headings: [] };
}

const times = (count: number, outcome: Outcome): Outcome[] => Array<Outcome>(count).fill(outcome);

describe("the payer summary", () => {
  it("says how many were decided, the rate and its interval, and marks few answers as a hint", async () => {
    const page = await payerSummary(
      understood(requests("Aetna", [...times(9, "approved"), ...times(3, "denied")])),
      AS_OF,
    );
    expect(page).toContain("75% · 9 of 12");
    expect(page).toContain("47–91%");
    expect(page).toMatch(/Aetna <span class="hint">hint<\/span>/);
    expect(page).toContain("as of March 16, 2026");
  });

  it("names a difference between payers only where their intervals lie apart", async () => {
    const apart = [
      ...requests("Aetna", times(38, "approved").concat(times(2, "denied"))),
      ...requests("Cigna", times(10, "approved").concat(times(30, "denied"))),
    ];
    expect(await payerSummary(understood(apart), AS_OF)).toContain("Aetna says yes clearly more often than Cigna");
    const close = [
      ...requests("Aetna", times(30, "approved")),
      ...requests("Cigna", times(28, "approved").concat("denied")),
    ];
    expect(await payerSummary(understood(close), AS_OF)).toContain("no payer stands clearly apart");
  });

  it("tells agreed dollars and why others are not known", async () => {
    const page = await payerSummary(
      understood([
        ...requests("Aetna", ["approved"], { model: "perDiem", rate: 385, periods: [{ unitsAuthorized: 24 }] }),
        ...requests("Aetna", ["approved"], { model: "percentOfMedicare", rate: 140 }),
      ]),
      AS_OF,
    );
    expect(page).toContain("$9,240 from 1 of 2");
    expect(page).toContain("percent rate (1)");
  });

  it("says so where nothing is decided, granted or even found", async () => {
    expect(await payerSummary(understood(requests("Aetna", ["pending"])), AS_OF)).toContain(
      "No request has been decided yet",
    );
    expect(await payerSummary(understood([]), AS_OF)).toContain("0 single case agreement requests");
  });

  it("shows a tag in a payer's name as text, in tables and pictures alike", async () => {
    const page = await payerSummary(understood(requests('<img src=x onerror="alert(1)">&', ["approved"])), AS_OF);
    expect(page).not.toContain("<img");
    expect(page).toContain("&lt;img src=x");
  });

  it("names no patient and reaches for nothing outside the file", async () => {
    const page = await payerSummary(understood(requests("Aetna", ["approved", "denied"])), AS_OF);
    expect(page).not.toMatch(/Alvarez|W204418830/);
    expect(page).not.toMatch(/<script|<link|<iframe|javascript:|\son\w+=/i);
    expect(page.replaceAll(/xmlns(:\w+)?="[^"]*"/g, "")).not.toMatch(/https?:\/\//);
    expect(page).toContain("default-src &#39;none&#39;");
  });

  it("gives each picture its figures in words", async () => {
    const page = await payerSummary(understood(requests("Aetna", times(3, "approved"))), AS_OF);
    expect(page).toMatch(/<svg role="img" aria-label="Approval rate by payer[^"]*Aetna 100% · 3 of 3/);
    expect(page.match(/role=/g)).toHaveLength(1);
  });

  it("is the same to the byte for the same tracker, day and answers", async () => {
    const cases = [...requests("Cigna", ["approved", "denied"]), ...requests("Aetna", ["approved"])];
    expect(await payerSummary(understood(cases), AS_OF)).toBe(await payerSummary(understood(cases), AS_OF));
  });
});
