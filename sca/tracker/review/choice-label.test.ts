import { describe, expect, it } from "vitest";
import { choiceLabel, codesOf } from "./choice-label.ts";

describe("the choices of a question", () => {
  it("are all that a field of codes can hold where no word was known", () => {
    expect(codesOf("trigger").map((code) => choiceLabel(code, "trigger"))).toEqual([
      "No in-network provider available",
      "Continuity of care",
      "Specialty not in network",
      "Distance",
      "Avoids costlier care",
      "Other",
    ]);
    expect(codesOf("writtenConfirmation")).toEqual([true, false]);
    expect(codesOf("patient")).toEqual([]);
  });
});
