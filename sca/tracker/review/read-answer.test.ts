import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate, parseIsoDay } from "../../values/calendar-date.ts";
import { COST_SHARINGS, OUTCOMES, RATE_MODELS, TRIGGERS } from "../tracked-case.ts";
import { choiceLabel } from "./choice-label.ts";
import { orderThatGives } from "./order-answer.ts";
import { readAnswer } from "./read-answer.ts";

const day = (text: string): CalendarDate => parseIsoDay(text) ?? expect.fail(text);
const CODES = [
  ...OUTCOMES.map((value) => ["outcome", value] as const),
  ...TRIGGERS.map((value) => ["trigger", value] as const),
  ...RATE_MODELS.map((value) => ["model", value] as const),
  ...COST_SHARINGS.map((value) => ["costSharing", value] as const),
  ...[true, false].map((value) => ["writtenConfirmation", value] as const),
];
const order = fc.constantFrom("mdy" as const, "dmy" as const);
const anyDay = fc.integer({ min: 0, max: 36_500 }).map((days) => addDays(day("2000-01-01"), days));
const dayField = fc.constantFrom("dob", "submitted", "decided", "authStart", "authEnd");

describe("an answer in people's words", () => {
  it.each(CODES)("of %s: %s is shown in words and read back as the same value", (field, value) => {
    const label = choiceLabel(value, field);
    expect(label).toMatch(/^[A-Z][a-z]+(?:[ -][a-z]+|[ ]Medicare)*$/);
    for (const text of [label, label.toUpperCase(), ` ${label}. `, String(value)]) {
      expect(readAnswer(text, field, [], "mdy"), text).toBe(value);
      expect(readAnswer(text, field, [false, true], "dmy"), text).toBe(value);
    }
  });

  it("of any day is shown with its month's name and read back as the same day, whatever the file's order", () => {
    fc.assert(
      fc.property(anyDay, dayField, order, (value, field, fileOrder) => {
        fc.pre(field !== "dob" || value < day("2020-01-01"));
        expect(readAnswer(choiceLabel(value, field), field, [], fileOrder)).toBe(value);
      }),
    );
  });

  it("that the order of day and month decides says which order gives it, and is read back as the same day", () => {
    fc.assert(
      fc.property(anyDay, order, (value, written) => {
        const [year = "", month = "", dayOfMonth = ""] = value.split("-");
        const found = written === "mdy" ? `${month}/${dayOfMonth}/${year}` : `${dayOfMonth}/${month}/${year}`;
        const gives = orderThatGives(found, value);
        if (month === dayOfMonth) expect(gives).toBeNull();
        else expect(gives).toBe(written);
        const label = choiceLabel(value, "submitted", gives);
        expect(readAnswer(label, "submitted", [value], "mdy")).toBe(value);
        expect(readAnswer(label, "submitted", [], "dmy")).toBe(value);
      }),
    );
  });

  it("can be the number of a choice, a value in the tracker's own forms, or nothing", () => {
    const choices = ["2026-02-28", "2026-03-02"];
    expect(readAnswer("2)", "authEnd", choices, "mdy")).toBe("2026-03-02");
    expect(readAnswer("2/27/26", "authEnd", choices, "mdy")).toBe("2026-02-27");
    expect(readAnswer("not stated", "authEnd", choices, "mdy")).toBeNull();
    expect(readAnswer("ask Lori", "authEnd", choices, "mdy")).toBeUndefined();
    expect(readAnswer("$385.50", "rate", [385, 400], "mdy")).toBe(385.5);
    expect(readAnswer("pd", "model", [], "mdy")).toBe("perDiem");
  });
});
