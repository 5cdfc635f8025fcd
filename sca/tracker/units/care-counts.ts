import { type Span, touches } from "../rates/other-numbers.ts";
import { spelledNumber } from "../rates/spelled-numbers.ts";
import type { Token } from "../rates/words.ts";
import { ASK_WORDS, GRANT_WORDS, LEFT_WORDS, USED_WORDS, unitOfWord } from "./unit-words.ts";
import type { UnitWord } from "./units-mention.ts";

/** Whose count a number is. */
export type CountRole = "authorized" | "used" | "left" | "requested";

function isCount(value: number | undefined): value is number {
  return value !== undefined && value >= 0 && value < 100_000;
}

/** The role that a word gives to a count beside it. */
export function roleOf(word: string): CountRole | null {
  if (LEFT_WORDS.has(word)) return "left";
  if (USED_WORDS.has(word)) return "used";
  if (ASK_WORDS.has(word)) return "requested";
  if (GRANT_WORDS.has(word)) return "authorized";
  return null;
}

/** A number of care, by its tokens: `first` included, `next` not. */
export interface CareCount {
  readonly value: number;
  readonly first: number;
  readonly next: number;
}

/** A number of care: digits that are nothing else, or a number in words. */
export function countAt(tokens: readonly Token[], at: number, blocked: readonly Span[]): CareCount | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === "number") {
    if (touches(blocked, token.start, token.end)) return null;
    const before = tokens[at - 1];
    if (
      before !== undefined &&
      !token.spaced &&
      (before.kind === "word" ? !/^(x|auth|used|appr)$/.test(before.text) : "$#'_".includes(before.text))
    )
      return null;
    if (before?.text === "$") return null;
    if (before?.text === "-" && !token.spaced && tokens[at - 2]?.kind === "word" && !before.spaced) return null;
    if (tokens[at + 1]?.text === "%" || tokens[at + 1]?.text === "k") return null;
    return isCount(token.value) ? { value: token.value, first: at, next: at + 1 } : null;
  }
  if (token.kind !== "word") return null;
  if (token.text === "none" || token.text === "zero") return { value: 0, first: at, next: at + 1 };
  const read = spelledNumber(tokens, at);
  return read === null || read.value > 999 ? null : { value: read.value, first: at, next: read.next };
}

const SKIPPED = new Set(
  "total more add'l additional addl iop php rtc op ip ot pt st slp tele inpatient outpatient therapy ind group individual family couples residential detox full half treatment service tx h bill billable medical program prog op-".split(
    " ",
  ),
);

/** The unit that follows a count, perhaps behind a word or a program's name: "12 visits", "20 IOP days", "18 additional sessions". */
export function unitAfter(tokens: readonly Token[], at: number): { unit: UnitWord; next: number } | null {
  for (let next = at; next < Math.min(tokens.length, at + 3); next += 1) {
    const token = tokens[next];
    if (token === undefined) return null;
    const glued = tokens[next + 1];
    if (token.kind === "word") {
      const unit = unitOfWord(token.text);
      if (unit !== null) {
        if (glued?.kind === "number" && !glued.spaced) return null;
        return { unit, next: next + 1 };
      }
    }
    if (!SKIPPED.has(token.text)) return null;
  }
  return null;
}
