import { describe, expect, it } from "vitest";
import { EMPTY_LIBRARY } from "../../sca/medicare/fee-schedule.ts";
import { type CalendarDate, parseIsoDay, serialFromDay } from "../../sca/values/calendar-date.ts";
import { daysLeft, requestBy, runsOut, unitsLeft } from "./deadline-functions.ts";
import type { FunctionAnswer } from "./function-answer.ts";

const at = (text: string): number => serialFromDay(parseIsoDay(text) as CalendarDate, "1900");
const FACTS = { today: () => parseIsoDay("2025-07-17") as CalendarDate, library: () => EMPTY_LIBRARY };
const of = (answer: FunctionAnswer) => answer(FACTS);
const one = (answer: FunctionAnswer) => of(answer)[0]?.[0];

describe("SCA.DAYSLEFT", () => {
  it("counts to the last covered day, from today or from the day that is given", () => {
    expect(one(daysLeft([[at("2025-07-19")]]))).toBe(2);
    expect(one(daysLeft([[at("2025-07-19")]], [[at("2025-07-20")]]))).toBe(-1);
    expect(one(daysLeft([["2025-07-19"]], [["2025-07-19"]]))).toBe(0);
  });

  it("answers a column with a column; a blank row says so and spoils no other", () => {
    expect(of(daysLeft([[at("2025-07-19")], [""], [0], ["7/4/25"]], [[at("2025-07-17")]]))).toEqual([
      [2],
      [
        {
          problem: "missing",
          sentence: "The last covered day is blank. Put a date there; until then there is no answer.",
        },
      ],
      [
        {
          problem: "missing",
          sentence: "The last covered day is blank. Put a date there; until then there is no answer.",
        },
      ],
      [
        {
          problem: "wrong",
          sentence:
            "The last covered day is “7/4/25”, which is text and no date. A cell with a date, or text like 2026-02-28, is accepted.",
        },
      ],
    ]);
  });

  it("takes a row beside a column as a table, and tells ranges that do not fit", () => {
    expect(of(daysLeft([[at("2025-07-19")], [at("2025-07-20")]], [[at("2025-07-17"), at("2025-07-18")]]))).toEqual([
      [2, 1],
      [3, 2],
    ]);
    const [first, , third] = of(
      daysLeft([[at("2025-07-19")], [at("2025-07-20")], [at("2025-07-21")]], [[at("2025-07-17")], [at("2025-07-18")]]),
    );
    expect(first).toEqual([2]);
    expect(third?.[0]).toMatchObject({ problem: "missing", sentence: expect.stringContaining("different sizes") });
  });

  it("reads a number with a data type of its own by its plain value", () => {
    expect(one(daysLeft([[{ type: "FormattedNumber", basicValue: at("2025-07-19"), numberFormat: "m/d/yyyy" }]]))).toBe(
      2,
    );
  });

  it("does not take a day that no calendar has", () => {
    expect(one(daysLeft([[-5]]))).toMatchObject({
      problem: "wrong",
      sentence: expect.stringContaining("-5, which is no date"),
    });
    expect(one(daysLeft([[true]]))).toMatchObject({ problem: "wrong" });
  });
});

describe("SCA.UNITSLEFT", () => {
  it("is what was authorized less what was used, below 0 too; blank is not 0", () => {
    expect(one(unitsLeft([[24]], [[20]]))).toBe(4);
    expect(one(unitsLeft([[24]], [[26]]))).toBe(-2);
    expect(one(unitsLeft([[24]], [[0]]))).toBe(24);
    expect(one(unitsLeft([[24]], [[""]]))).toEqual({
      problem: "missing",
      sentence: "Units used is blank. A number from 0 on is accepted; until then there is no answer.",
    });
    expect(one(unitsLeft([["24 days"]], [[2]]))).toEqual({
      problem: "wrong",
      sentence: "Units authorized is “24 days”, which is no number. A number from 0 on is accepted.",
    });
    expect(one(unitsLeft([[-1]], [[2]]))).toMatchObject({ problem: "wrong" });
  });
});

describe("SCA.REQUESTBY", () => {
  it("is so many business days before, holidays passed over, as a date", () => {
    expect(one(requestBy([[at("2025-07-18")]], [[5]]))).toBe(at("2025-07-11"));
    expect(one(requestBy([[at("2025-07-08")]], [[5]], [[at("2025-07-04")], [""], [0]]))).toBe(at("2025-06-30"));
  });

  it("tells a lead that is none, and a holiday that is text", () => {
    expect(one(requestBy([[at("2025-07-18")]], [[2.5]]))).toMatchObject({
      sentence: expect.stringContaining("from 0 to 260"),
    });
    expect(one(requestBy([[at("2025-07-18")]], [[""]]))).toMatchObject({ problem: "missing" });
    expect(one(requestBy([[at("2025-07-18")]], [[5]], [["Christmas"]]))).toMatchObject({
      problem: "wrong",
      sentence: expect.stringContaining("A holiday is “Christmas”"),
    });
    expect(one(requestBy([[at("1905-07-18")]], [[5]]))).toMatchObject({ sentence: expect.stringContaining("1910") });
  });
});

describe("SCA.RUNSOUT", () => {
  const first = [[at("2025-01-01")]];
  const last = [[at("2025-06-30")]];
  const to = [[at("2025-01-31")]];

  it("is the day of the last unit at the pace so far, or words where units are left over", () => {
    expect(one(runsOut(first, last, [[100]], [[50]], to))).toBe(at("2025-03-03"));
    expect(one(runsOut(first, [[""]], [[100]], [[50]], to))).toBe(at("2025-03-03"));
    expect(one(runsOut(first, last, [[100]], [[10]], to))).toBe("after the end");
  });

  it("says why there is no day", () => {
    const said = (...cells: Parameters<typeof runsOut>) => one(runsOut(...cells));
    expect(said(first, last, [[100]], [[0]], to)).toMatchObject({ sentence: expect.stringContaining("no pace") });
    expect(said(first, last, [[0]], [[1]], to)).toMatchObject({
      sentence: expect.stringContaining("No units are authorized"),
    });
    expect(said(first, last, [[100]], [[1]], [[at("2024-12-31")]])).toMatchObject({
      sentence: "The use is counted to 2024-12-31, before the first covered day, 2025-01-01.",
    });
    expect(said(last, first, [[100]], [[1]], to)).toMatchObject({
      problem: "wrong",
      sentence: "The period ends on 2025-01-01, before it starts on 2025-06-30.",
    });
    expect(said(first, [[""]], [[100000]], [[1]], to)).toMatchObject({
      sentence: expect.stringContaining("ten years"),
    });
    expect(said(first, last, [[100]], [[1]], [[""]])).toMatchObject({ problem: "missing" });
  });
});
