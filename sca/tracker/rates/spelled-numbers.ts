import type { Token } from "./words.ts";

const ONES: ReadonlyMap<string, number> = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, value): [string, number] => [word, value]),
);
const TENS: ReadonlyMap<string, number> = new Map([
  ["twenty", 20],
  ["thirty", 30],
  ["forty", 40],
  ["fourty", 40],
  ["fifty", 50],
  ["sixty", 60],
  ["seventy", 70],
  ["eighty", 80],
  ["ninety", 90],
]);

interface Read {
  readonly value: number;
  readonly next: number;
}

function belowHundred(tokens: readonly Token[], at: number): Read | null {
  const word = tokens[at]?.text ?? "";
  const tens = TENS.get(word);
  if (tens === undefined) {
    const ones = ONES.get(word);
    return ones === undefined ? null : { value: ones, next: at + 1 };
  }
  let next = at + 1;
  if (tokens[next]?.text === "-") next += 1;
  const ones = ONES.get(tokens[next]?.text ?? "");
  return ones !== undefined && ones >= 1 && ones <= 9
    ? { value: tens + ones, next: next + 1 }
    : { value: tens, next: at + 1 };
}

/**
 * The number that words spell from a place on, and the place after it; null where no number word stands there.
 * Prices are often spoken without "hundred": "three ninety" is 390.
 *
 * @example spelledNumber(wordsOf("two hundred eighty-five a day"), 0) is { value: 285, next: 5 }
 */
export function spelledNumber(tokens: readonly Token[], at: number): Read | null {
  const first = belowHundred(tokens, at);
  if (first === null) return null;
  let value = first.value;
  let next = first.next;
  const word = tokens[next]?.text;
  if (word === "hundred" && value >= 1) {
    value *= 100;
    next += 1;
    const rest = belowHundred(tokens, tokens[next]?.text === "and" ? next + 1 : next);
    if (rest !== null && rest.value > 0) {
      value += rest.value;
      next = rest.next;
    }
  } else if (value >= 1 && value <= 9) {
    const rest = belowHundred(tokens, next);
    if (rest !== null && rest.value >= 10) {
      value = value * 100 + rest.value;
      next = rest.next;
    }
  }
  if (tokens[next]?.text === "thousand" && value >= 1) {
    value *= 1000;
    next += 1;
    const rest = spelledNumber(tokens, next);
    if (rest !== null && rest.value < 1000) {
      value += rest.value;
      next = rest.next;
    }
  }
  return { value, next };
}
