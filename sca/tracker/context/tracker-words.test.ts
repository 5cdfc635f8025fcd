import { describe, expect, it } from "vitest";
import { drawnGrid } from "../testing/drawn-grid.ts";
import { explain, seenElsewhere, trackerWords } from "./tracker-words.ts";

function wordsOf(...sheets: readonly (readonly (readonly (string | null)[])[])[]) {
  return trackerWords(sheets.map((rows) => drawnGrid(rows, "Lists").rows));
}

describe("the words that a tracker explains itself", () => {
  it("are taken from a list by its heading, so that one code may mean two things", () => {
    const words = wordsOf([
      ["OON Rsn", null],
      ["PD", "Plan dropped us mid treatment"],
      ["Basis", null],
      ["PD", "per diem"],
    ]);
    expect(explain(words, "pd", "rateModel")).toBe("per diem");
    expect(explain(words, "PD", "trigger")).toBe("Plan dropped us mid treatment");
  });

  it("are taken from lists that stand side by side", () => {
    const words = wordsOf([
      ["Status", "Meaning", null, "LOC", "Meaning"],
      ["A", "approved", null, "R", "residential"],
      ["W", "withdrawn by us", null, "P", "partial hospital"],
    ]);
    expect(explain(words, "W", "outcome")).toBe("withdrawn by us");
    expect(explain(words, "P", "levelOfCare")).toBe("partial hospital");
    expect(explain(words, "P", "outcome")).toBeNull();
  });

  it("are read from key lines, numbers only where the line says what they number", () => {
    const words = wordsOf([["Reason codes: 1 = no INN provider, 2 = continuity"], ["A = approved, X = denied"]]);
    expect(explain(words, "2", "trigger")).toBe("continuity");
    expect(explain(words, "2", "outcome")).toBeNull();
    expect(explain(words, "X", "outcome")).toBe("denied");
  });

  it("go by what the manager answered first, in the field that she was asked about", () => {
    const lines = [drawnGrid([["A = approved"]], "Log").rows];
    const words = trackerWords(lines, [{ field: "outcome", word: "a", meaning: "denied" }]);
    expect(explain(words, "A", "outcome")).toBe("denied");
  });

  it("may point to another column", () => {
    const words = wordsOf([["MEDSHARE", "health share, see Product for the name"]]);
    expect(explain(words, "MEDSHARE", "payer")).toBeNull();
    expect(seenElsewhere(words, "medshare")).toContain("see Product");
  });
});
