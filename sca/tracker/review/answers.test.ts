import { describe, expect, it } from "vitest";
import { parseIsoDay } from "../../values/calendar-date.ts";
import { drawnGrid } from "../testing/drawn-grid.ts";
import type { Answer, Understanding } from "../tracked-case.ts";
import { understandTracker } from "../understand.ts";
import { namedOrder } from "./order-answer.ts";

const ROWS = [
  ["Patient", "Payer", "DOB", "Sent", "Answered", "Status", "Rate", "Basis"],
  ["Ana Ruiz", "Aetna", "1991-04-17", "3/4/2025", "5/4/2025", "Approved", "385", "per day"],
  ["Wes Dunmore", "Cigna", "1979-01-30", "6/5/2025", "6/7/2025", "Approved", "540", "per day"],
];
const asOf = parseIsoDay("2026-03-16") ?? expect.fail("a day");

function understand(answers: readonly Answer[]): Understanding {
  return understandTracker({ file: "log.xlsx", grids: [drawnGrid(ROWS, "Log")] }, { asOf, answers });
}

const sent = (understood: Understanding) => understood.cases.map(({ submitted }) => submitted);

describe("an answer about the order of day and month", () => {
  const asked = understand([]);
  const [question] = asked.questions;

  it("is asked with both days in words", () => {
    expect(asked.questions.map(({ found }) => found)).toEqual(["3/4/2025", "5/4/2025", "6/5/2025", "6/7/2025"]);
    expect(question?.candidates.map(({ label }) => label)).toEqual([
      "Mar 4, 2025 (month first)",
      "Apr 3, 2025 (day first)",
    ]);
  });

  it.each(["Apr 3, 2025 (day first)", "day first", "DD/MM/YYYY", "day, then month", "April 3 2025"])(
    "settles every date by one answer: %s",
    (answer) => {
      const settled = understand([{ question: question?.settles ?? "", answer, found: question?.found ?? "" }]);
      expect(settled.questions).toEqual([]);
      expect(sent(settled)).toEqual(["2025-04-03", "2025-05-06"]);
    },
  );

  it("never gives one cell's day to the others", () => {
    const settled = understand([{ question: question?.settles ?? "", answer: "2025-05-09", found: "3/4/2025" }]);
    expect(settled.questions).toEqual(asked.questions);
  });

  it("may be for one cell alone", () => {
    const settled = understand([{ question: question?.id ?? "", answer: "2025-05-09", found: "3/4/2025" }]);
    expect(settled.questions.map(({ found }) => found)).toEqual(["5/4/2025", "6/5/2025", "6/7/2025"]);
    expect(settled.cases[0]?.submitted).toBe("2025-05-09");
  });
});

describe("the order that an answer names", () => {
  it("is the one of its first word", () => {
    expect(["month first", "day/month/year", "mm/dd", "DD.MM.", "M/D/YYYY"].map(namedOrder)).toEqual([
      "mdy",
      "dmy",
      "mdy",
      "dmy",
      "mdy",
    ]);
    expect(namedOrder("Sunday")).toBeNull();
  });
});
