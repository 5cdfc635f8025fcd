import { describe, expect, it } from "vitest";
import { answersFromText } from "./answers-file.ts";

const WANTED = [{ question: "payer:bcbs", answer: "Aetna" }];

describe("a file of answers", () => {
  it.each([
    ["a list", '[{"question":"payer:bcbs","answer":"Aetna"}]'],
    ["question to answer", '{"payer:bcbs":"Aetna"}'],
    ["a list under answers", '{"answers":[{"question":"payer:bcbs","answer":"Aetna"}]}'],
  ])("is read as %s", (_form, text) => {
    expect(answersFromText(text, "review.json")).toEqual(WANTED);
  });

  it("leaves a question open where the answer is blank", () => {
    expect(answersFromText('{"payer:bcbs":"Aetna","date-order":"","word:a":null}', "review.json")).toEqual(WANTED);
  });

  it("takes numbers and yes-or-no as they would be typed", () => {
    expect(answersFromText('{"q1":140,"q2":true}', "review.json").map(({ answer }) => answer)).toEqual(["140", "true"]);
  });

  it.each([
    ["no JSON", "payer = Aetna", "this is not JSON"],
    ["a number", "7", "there is no list of answers"],
    ["an entry without its question", '[{"answer":"Aetna"}]', "entry 1 does not name its question"],
    ["an answer that is a list", '{"q1":["a"]}', 'the answer to "q1"'],
  ])("with %s is refused with the reason and what is accepted", (_what, text, reason) => {
    expect(() => answersFromText(text, "review.json")).toThrow(reason);
    expect(() => answersFromText(text, "review.json")).toThrow("Nothing was written");
  });
});
