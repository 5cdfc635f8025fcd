import { describe, expect, it } from "vitest";
import { OUTCOME_WORDS } from "./outcome-words.ts";
import { findPhrases, phraseTable } from "./phrase-table.ts";
import { TRIGGER_WORDS } from "./trigger-words.ts";
import { tokensOf } from "./wording.ts";

function slipsOf(word: string): string[] {
  const slips: string[] = [];
  for (let at = 1; at < word.length - 1; at++) {
    const [a, b] = [word.charAt(at), word.charAt(at + 1)];
    const [head, tail] = [word.slice(0, at), word.slice(at + 2)];
    slips.push(head + b + tail, head + a + a + b + tail);
    if (a !== b) slips.push(head + b + a + tail);
  }
  return slips;
}

describe("a table of wordings", () => {
  const table = phraseTable<string>([
    ["no", "not approved|denied"],
    ["yes", "approved"],
  ]);

  it("takes the longest phrase and says where it stands", () => {
    const found = findPhrases(tokensOf("was not approved, then Approved"), table);
    expect(found.map(({ meaning, start, end }) => [meaning, start, end])).toEqual([
      ["no", 4, 16],
      ["yes", 23, 31],
    ]);
  });

  it.each([
    ["outcomes", OUTCOME_WORDS],
    ["triggers", TRIGGER_WORDS],
  ])("one slip in a word of seven letters is still that word, and never another: %s", (_name, words) => {
    let read = 0;
    let all = 0;
    for (const [word, phrases] of words.startingWith) {
      const meaning = phrases.find((phrase) => phrase.words.length === 1)?.meaning;
      if (meaning === undefined || !/^[a-z]{7,}$/.test(word)) continue;
      for (const slip of slipsOf(word)) {
        const found = findPhrases(tokensOf(slip), words as typeof OUTCOME_WORDS)[0];
        all++;
        if (found === undefined) continue;
        read++;
        expect([slip, found.phrase.slice(0, 4), found.meaning]).toEqual([slip, word.slice(0, 4), meaning]);
      }
    }
    expect(read / all).toBeGreaterThan(0.9);
  });
});
