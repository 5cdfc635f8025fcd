import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TrackedCase } from "../tracker/tracked-case.ts";
import { addDays } from "../values/calendar-date.ts";
import { assignCaseIds, withCaseIds } from "./case-ids.ts";
import { contentOf, day, madeUpCase, understood } from "./made-up-cases.ts";
import { planLedger } from "./plan-ledger.ts";

const AS_OF = day("2026-03-11");
const NAMES = ["Ana Ruiz", "Bo Li", "Cy Young", "Dee Ortiz", "Eli Stone", "Flo Marsh", "Gus Hale", "Ida Wells"];

/** A tracker of eight patients, the first of whom has two requests. */
const TRACKER: TrackedCase[] = [...NAMES, "Ana Ruiz"].map((patient, index) =>
  madeUpCase({
    patient,
    dob: patient === "Ana Ruiz" ? day("2016-04-09") : addDays(day("2000-01-01"), index * 333),
    memberId: patient === "Ana Ruiz" ? "M0" : `M${index}`,
    submitted: addDays(day("2026-01-05"), index),
    periods: [{ authNumber: `AUTH-${index}`, authStart: addDays(day("2026-02-01"), index) }],
    source: { sheet: "Auths", rows: [index + 2] },
  }),
);
const LEDGER = contentOf(planLedger(understood(TRACKER), { asOf: AS_OF }));

function idsByAuth(cases: readonly TrackedCase[]): Map<string, string> {
  return new Map(cases.map((entry) => [entry.periods[0]?.authNumber ?? "", entry.id]));
}
const KNOWN = idsByAuth(assignCaseIds(TRACKER));

describe("case ids", () => {
  it("are unique, short and without the patient's name", () => {
    expect(new Set(KNOWN.values()).size).toBe(TRACKER.length);
    for (const id of KNOWN.values()) expect(id).toMatch(/^SCA-[0-9A-HJKMNP-TV-Z]{7}(-\d+)?$/);
  });

  it("are the same in the ledger and without one", () => {
    expect(assignCaseIds(TRACKER, LEDGER).map((entry) => entry.id)).toEqual([...KNOWN.values()]);
    expect(LEDGER.tables.get("Cases")?.rows.map((row) => row[0])).toEqual([...KNOWN.values()]);
  });

  it("do not depend on the order of the rows, even without a ledger", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(TRACKER, { minLength: TRACKER.length }), (shuffled) => {
        const moved = shuffled.map((entry, index) => ({ ...entry, source: { sheet: "Auths", rows: [index + 5] } }));
        expect(idsByAuth(assignCaseIds(moved))).toEqual(
          new Map([...idsByAuth(assignCaseIds(moved))].map(([auth]) => [auth, KNOWN.get(auth)])),
        );
      }),
    );
  });

  it("tell two requests of one patient apart by their dates", () => {
    const [earlier, later] = [KNOWN.get("AUTH-0"), KNOWN.get("AUTH-8")];
    expect(later).toBe(`${earlier}-2`);
  });

  it("stay with a ledger when rows move, come, go, and one value of a case is corrected", () => {
    const corrections: ((entry: TrackedCase) => TrackedCase)[] = [
      (entry) => entry,
      (entry) => ({ ...entry, patient: `${entry.patient} Jr` }),
      (entry) => ({ ...entry, dob: day("1999-09-09") }),
      (entry) => ({ ...entry, memberId: "changed" }),
      (entry) => ({ ...entry, submitted: day("2026-03-01") }),
      (entry) => ({ ...entry, payer: "Cigna", outcome: "denied" }),
    ];
    const correction = fc.constantFrom(...corrections);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(TRACKER, { minLength: 3 }),
        fc.array(correction, { minLength: 9, maxLength: 9 }),
        (rows, changes) => {
          const stranger = madeUpCase({ patient: "New Person", dob: day("1980-01-01"), memberId: "N1" });
          const now = [stranger, ...rows.map((entry, index) => changes[index]?.(entry) ?? entry)].map(
            (entry, index) => ({
              ...entry,
              source: { sheet: "Auths", rows: [index + 2] },
            }),
          );
          const ids = assignCaseIds(now, LEDGER);
          expect(new Set(ids.map((entry) => entry.id)).size).toBe(now.length);
          expect([...KNOWN.values()]).not.toContain(ids[0]?.id);
          for (const entry of ids.slice(1)) expect(entry.id).toBe(KNOWN.get(entry.periods[0]?.authNumber ?? ""));
        },
      ),
    );
  });

  it("reach the questions too", () => {
    const question = {
      id: "q",
      settles: "q",
      caseId: "row-3",
      sheet: "Auths",
      cell: "B3",
      field: "dob",
      found: "?",
      why: "unclear",
      candidates: [],
    };
    const known = withCaseIds(understood(TRACKER, { questions: [question] }));
    expect(known.questions[0]?.caseId).toBe(known.cases[1]?.id);
    expect(withCaseIds(known)).toEqual(known);
  });
});
