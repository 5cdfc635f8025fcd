import { describe, expect, it } from "vitest";
import { EMPTY_LIBRARY } from "../../sca/medicare/fee-schedule.ts";
import { type CalendarDate, parseIsoDay } from "../../sca/values/calendar-date.ts";
import type { FunctionAnswer } from "./function-answer.ts";
import { counter, expected, floor } from "./rate-functions.ts";
import { wilsonHigh, wilsonLow } from "./share-functions.ts";

const FACTS = { today: () => parseIsoDay("2025-07-17") as CalendarDate, library: () => EMPTY_LIBRARY };
const one = (answer: FunctionAnswer) => answer(FACTS)[0]?.[0];

describe("SCA.EXPECTED", () => {
  it("pays by the ledger's five models, to the cent", () => {
    expect(one(expected([[850]], [["Per day"]], [[24]]))).toBe(20400);
    expect(one(expected([[162.375]], [["per unit"]], [[2.5]]))).toBe(405.94);
    expect(one(expected([[45000]], [["Per case"]], [[""]]))).toBe(45000);
    expect(one(expected([[140]], [["Percent of Medicare"]], [[10]], [[115.49]]))).toBe(1616.9);
    expect(one(expected([[55]], [["Percent of billed"]], [[2]], undefined, [[200]]))).toBe(220);
  });

  it("never takes what is missing for 0", () => {
    expect(one(expected([[140]], [["Percent of Medicare"]], [[10]]))).toMatchObject({
      problem: "missing",
      sentence: expect.stringContaining("Medicare's amount for one unit is blank"),
    });
    expect(one(expected([[140]], [["Percent of Medicare"]], [[10]], [[0]]))).toMatchObject({ problem: "missing" });
    expect(one(expected([[850]], [["Per day"]], [[""]]))).toMatchObject({ problem: "missing" });
    expect(one(expected([[""]], [["Per day"]], [[3]]))).toMatchObject({ problem: "missing" });
    expect(one(expected([[850]], [[""]], [[3]]))).toMatchObject({ problem: "missing" });
  });

  it("asks about a percentage that is written as a multiple or as 14000, and about an unknown model", () => {
    expect(one(expected([[1.4]], [["Percent of Medicare"]], [[10]], [[100]]))).toMatchObject({
      problem: "wrong",
      sentence: expect.stringContaining("Did you mean 140 %?"),
    });
    expect(one(expected([[14000]], [["Percent of Medicare"]], [[10]], [[100]]))).toMatchObject({ problem: "wrong" });
    expect(one(expected([[850]], [["daily"]], [[3]]))).toEqual({
      problem: "wrong",
      sentence: "The model is “daily”. Accepted: Per unit, Per day, Per case, Percent of Medicare, Percent of billed.",
    });
  });
});

describe("SCA.FLOOR", () => {
  it("is the cost with the margin on the price, rounded up", () => {
    expect(one(floor([[22.5]], [[200]], [[57.5]], [[20]]))).toBe(350);
    expect(one(floor([[22.5]], [[200]], [[57.5]]))).toBe(280);
    expect(one(floor([[100]], [[0]], [[0]], [[30]]))).toBe(142.86);
  });

  it("takes no cost of nothing, no share in place of a percentage, no margin of all", () => {
    expect(one(floor([[0]], [[0]], [[0]]))).toMatchObject({
      problem: "wrong",
      sentence: expect.stringContaining("No cost"),
    });
    expect(one(floor([[100]], [[0]], [[0]], [[0.2]]))).toMatchObject({
      sentence: "The margin is 0.2. Write it in percent: 20 for 20 %.",
    });
    expect(one(floor([[100]], [[0]], [[0]], [[95]]))).toMatchObject({ problem: "wrong" });
    expect(one(floor([[100]], [[""]], [[0]]))).toMatchObject({ problem: "missing" });
  });
});

describe("SCA.COUNTER", () => {
  const numbers = [[[600]], [[450]], [[350]]] as const;

  it("opens, then gives half of what is left and never more than before", () => {
    const [opening, target, lowest] = numbers.map((cells) => cells.map((row) => [...row])) as unknown[][][] as [
      unknown[][],
      unknown[][],
      unknown[][],
    ];
    expect(one(counter(opening, target, lowest))).toBe(600);
    expect(one(counter(opening, target, lowest, [[600], [""]], [[300], [0]]))).toBe(525);
    expect(one(counter(opening, target, lowest, [[600], [525]], [[300], [350]]))).toBe(488);
    expect(one(counter(opening, target, lowest, [[600]], [[470]]))).toBe(470);
    expect(one(counter(opening, target))).toBe(600);
  });

  it("says why there is none", () => {
    expect(one(counter([[400]], [[450]]))).toMatchObject({
      problem: "wrong",
      sentence: expect.stringContaining("not under the target"),
    });
    expect(one(counter([[""]], [[450]]))).toMatchObject({ problem: "missing" });
    expect(one(counter([[600]], [[450]], undefined, [["six hundred"]]))).toMatchObject({
      problem: "wrong",
      sentence: expect.stringContaining("An ask is “six hundred”"),
    });
    expect(one(counter([[600]], [[450]], [[350]], [[300]]))).toMatchObject({ problem: "missing" });
  });
});

describe("SCA.WILSONLOW and SCA.WILSONHIGH", () => {
  it("are the ends of the interval of the report", () => {
    expect(one(wilsonLow([[81]], [[263]]))).toBeCloseTo(0.2553, 4);
    expect(one(wilsonHigh([[81]], [[263]]))).toBeCloseTo(0.3662, 4);
  });

  it("have no rate of nothing, and no share above all", () => {
    expect(one(wilsonLow([[0]], [[0]]))).toMatchObject({ problem: "missing" });
    expect(one(wilsonHigh([[5]], [[4]]))).toMatchObject({ problem: "wrong" });
    expect(one(wilsonHigh([[0.5]], [[4]]))).toMatchObject({ problem: "wrong" });
  });
});
