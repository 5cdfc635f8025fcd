/**
 * Edits between two words, capped: a letter more, a letter less, another letter, or two neighbours swapped count one each
 * (Damerau-Levenshtein, optimal string alignment). Answers `limit + 1` as soon as more than `limit` edits are needed.
 *
 * @example spellingDistance("atena", "aetna", 2) is 1
 */
export function spellingDistance(a: string, b: string, limit = 3): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    // A swap reaches back two rows, so the row before has to be over the limit as well.
    if (least > limit && Math.min(...last) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

/**
 * How many edits still mean the same word: none in words of up to four letters, one from five, two from ten.
 *
 * @example editsAllowed("approved".length) is 1
 */
export function editsAllowed(letters: number): number {
  if (letters < 5) return 0;
  return letters < 10 ? 1 : 2;
}

/**
 * The one word of a list that a misspelt word can only be, or null when none is near or two are equally near.
 * The first letter has to be right, or swapped with the second: other slips there make other words.
 *
 * @example nearestWord("pendng", ["pending", "spending"]) is "pending"
 */
export function nearestWord(word: string, words: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  let tie = false;
  for (const candidate of words) {
    const limit = Math.min(editsAllowed(candidate.length), editsAllowed(word.length + 1));
    if (limit === 0 || Math.abs(candidate.length - word.length) > limit || !startsAlike(word, candidate)) continue;
    const distance = spellingDistance(word, candidate, limit);
    if (distance > limit || distance > bestDistance) continue;
    tie = distance === bestDistance && candidate !== best;
    best = candidate;
    bestDistance = distance;
  }
  return tie ? null : best;
}

function startsAlike(a: string, b: string): boolean {
  return a[0] === b[0] || (a[0] === b[1] && a[1] === b[0]);
}
