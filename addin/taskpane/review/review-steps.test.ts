import { describe, expect, it } from "vitest";
import type { LedgerContent, PlanValue } from "../../../sca/ledger/workbook-plan.ts";
import { openQuestions } from "./open-questions.ts";
import { FIRST_PLACE, nextOpen, placeWords, reviewSteps, stepAway, stepInView } from "./review-steps.ts";

const HEADINGS = ["Answer", "Status", "Found", "Why", "Choices", "Field", "Sheet", "Cell", "Question id", "Settles"];
const row = (id: string, settles: string, rest: { answer?: PlanValue; status?: string; choices?: string } = {}) => [
  ...[
    rest.answer ?? null,
    rest.status ?? "Open",
    `<b>${id}</b>`,
    "Two payers fit.",
    rest.choices ?? "1) Aetna\n2) Cigna",
  ],
  ...["Payer", "Log", "C4", id, settles],
];
function ledgerOf(...rows: readonly (readonly PlanValue[])[]): LedgerContent {
  return {
    tables: new Map([["Review", { name: "Review", sheet: "Review", headings: HEADINGS, rows }]]),
    named: new Map(),
  };
}

/** An answer to a question that had none. */
const given = (text: string) => ({ text, over: "" });

describe("the questions of Review", () => {
  it("are the open ones, with their choices without numbers and the cell's text as text", () => {
    const [first, ...rest] = openQuestions(ledgerOf(row("a", ""), row("b", "b", { status: "Applied" })));
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ id: "a", settles: "a", choices: ["Aetna", "Cigna"], found: "<b>a</b>", answer: "" });
  });

  it("are also read from a table that has another name because the user's own is called Review", () => {
    const [table] = ledgerOf(row("a", "a")).tables.values();
    const content = { tables: new Map([["SCA_Review", table ?? expect.fail("a table")]]), named: new Map() };
    expect(openQuestions(content)).toHaveLength(1);
  });

  it("are none where there is no Review table", () => {
    expect(openQuestions({ tables: new Map(), named: new Map() })).toEqual([]);
  });
});

describe("the steps of Review", () => {
  const questions = openQuestions(
    ledgerOf(row("a", "a"), row("b", "payer:bcbs"), row("c", "payer:bcbs"), row("d", "d")),
  );

  it("put together what one answer settles", () => {
    const steps = reviewSteps(questions, FIRST_PLACE);
    expect(steps.map((step) => step.questions.map(({ id }) => id))).toEqual([["a"], ["b", "c"], ["d"]]);
    expect(placeWords(steps, 1)).toBe("Question 2 of 3");
  });

  it("can be taken apart, to answer cell by cell", () => {
    const steps = reviewSteps(questions, { ...FIRST_PLACE, apart: new Set(["payer:bcbs"]) });
    expect(steps.map(({ key }) => key)).toEqual(["a", "b", "c", "d"]);
  });

  it("start at the first without an answer, in the sheet or given here", () => {
    const answered = openQuestions(ledgerOf(row("a", "a", { answer: "Aetna" }), row("b", "b"), row("c", "c")));
    const place = { ...FIRST_PLACE, typed: new Map([["b", given("2")]]) };
    const steps = reviewSteps(answered, place);
    expect(steps.map(({ answer }) => answer)).toEqual(["Aetna", "2", ""]);
    expect(stepInView(steps, place)).toBe(2);
    expect(placeWords(steps, 2)).toBe("Question 3 of 3, 2 answered");
  });

  it("go on to the next without an answer, round the end, and stop where all have one", () => {
    const place = {
      ...FIRST_PLACE,
      typed: new Map([
        ["b", given("x")],
        ["d", given("y")],
      ]),
    };
    const steps = reviewSteps(questions, place);
    expect(nextOpen(steps, 2)).toBe("a");
    expect(nextOpen(steps, 0)).toBe("a");
    const all = reviewSteps(questions, { ...place, typed: new Map([...place.typed, ["a", given("z")]]) });
    expect(nextOpen(all, 0)).toBeNull();
    expect(stepInView(all, place)).toBe(0);
  });

  it("take what somebody else answered meanwhile for what stands there", () => {
    const place = { ...FIRST_PLACE, typed: new Map([["a", given("Aetna")]]) };
    const theirs = openQuestions(ledgerOf(row("a", "a", { answer: "Cigna" })));
    expect(reviewSteps(questions, place)[0]?.answer).toBe("Aetna");
    expect(reviewSteps(theirs, place)[0]?.answer).toBe("Cigna");
  });

  it("go back and forth no further than the first and the last", () => {
    const steps = reviewSteps(questions, FIRST_PLACE);
    expect([stepAway(steps, 0, -1), stepAway(steps, 0, 1), stepAway(steps, 2, 1)]).toEqual(["a", "payer:bcbs", "d"]);
  });
});
