import { remembered } from "../context/remembered.ts";
import { HEADING_WORDS } from "./heading-words.ts";

const byLength = new Map<number, string[]>();
for (const word of HEADING_WORDS.keys()) {
  if (word.length < 5) continue;
  const same = byLength.get(word.length);
  if (same) same.push(word);
  else byLength.set(word.length, [word]);
}

/** Whether two words differ by at most `limit` letters added, dropped, changed or swapped with their neighbour. */
function within(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return (previous[b.length] ?? limit + 1) <= limit;
}

function letters(word: string): string {
  return [...word].sort().join("");
}

/**
 * The heading word that a misspelt one stands for, or null. Words under five letters are never guessed at, one slip is
 * allowed up to seven letters and two from eight on; where two different words are as near, the one of the same letters is meant, else none is taken.
 *
 * @example "insurnace" reads as "payer" (from "insurance"), "dlvd" as "used" (from "delivered")
 */
export const nearestHeadingWord = remembered(nearest);

/** The heading word that consonants alone abbreviate ("dlvd", "prvdr"), where they leave out at most a third of its own. */
function ofConsonants(word: string): string | null {
  if (word.length < 4 || /[aeiou]/.test(word)) return null;
  const found = new Set<string>();
  for (const [known, meant] of HEADING_WORDS) {
    if (known.length < word.length + 1 || known[0] !== word[0] || known.at(-1) !== word.at(-1)) continue;
    const consonants = known.replace(/[aeiou]/g, "");
    let at = 0;
    for (const letter of consonants) if (letter === word[at]) at += 1;
    if (at === word.length && word.length >= consonants.length * 0.66) found.add(meant);
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

function nearest(word: string): string | null {
  const abbreviated = ofConsonants(word);
  if (abbreviated !== null) return abbreviated;
  if (word.length < 5 || /\d/.test(word)) return null;
  const limit = word.length >= 8 ? 2 : 1;
  for (let allowed = 1; allowed <= limit; allowed += 1) {
    const found = new Set<string>();
    const swapped = new Set<string>();
    for (let length = word.length - allowed; length <= word.length + allowed; length += 1) {
      for (const known of byLength.get(length) ?? []) {
        if (!within(word, known, allowed)) continue;
        found.add(HEADING_WORDS.get(known) ?? known);
        if (letters(word) === letters(known)) swapped.add(HEADING_WORDS.get(known) ?? known);
      }
    }
    if (found.size === 1) return [...found][0] ?? null;
    if (swapped.size === 1) return [...swapped][0] ?? null;
    if (found.size > 1) return null;
  }
  return null;
}
