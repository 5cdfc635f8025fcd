import { type Span, touches } from "../rates/other-numbers.ts";
import type { Token } from "../rates/words.ts";
import { type CareCount, type CountRole, countAt, roleOf, unitAfter } from "./care-counts.ts";
import { ASK_WORDS } from "./unit-words.ts";
import type { UnitWord } from "./units-mention.ts";

/** Two counts that explain each other. */
export interface CountPair {
  readonly roles: readonly (readonly [CountRole, number])[];
  readonly unit?: UnitWord;
  readonly next: number;
  readonly weak: boolean;
  readonly question: boolean;
}

/** "9 of 12", "9 of the 18 visits", "8 days of 10", "9/12", "10 / 4 used", "33 used, 52 auth". */
export function pairAt(
  tokens: readonly Token[],
  one: CareCount,
  blocked: readonly Span[],
  dates: readonly Span[],
  cell: boolean,
): CountPair | null {
  const own = unitAfter(tokens, one.next);
  let at = own?.next ?? one.next;
  const joint = tokens[at]?.text;
  if (joint !== "of" && joint !== "/" && joint !== "out") return null;
  at += 1;
  if (joint === "out") {
    if (tokens[at]?.text !== "of") return null;
    at += 1;
  }
  const slash = joint === "/";
  if (slash && own !== null && own.unit !== "unit" && unitAfter(tokens, at + 1)?.unit !== own.unit) return null;
  while (!slash && /^(the|a|our|their|total|requested|all|my)$/.test(tokens[at]?.text ?? "")) at += 1;
  const two = countAt(tokens, at, blocked);
  if (
    two === null ||
    tokens[two.next]?.text === "/" ||
    (slash && tokens[two.next]?.text === "-" && tokens[two.next + 1]?.kind === "number")
  )
    return null;
  const unit = own ?? unitAfter(tokens, two.next);
  let next = (slash || own === null ? unitAfter(tokens, two.next)?.next : undefined) ?? two.next;
  const small = Math.min(one.value, two.value);
  const after = roleOf(tokens[next]?.text ?? "");
  const asked =
    /^(i|we|she|he|that|requested|asked|req|req'd)$/.test(tokens[next]?.text ?? "") &&
    tokens.slice(next, next + 4).some((token) => ASK_WORDS.has(token.text));
  const before = wordsBefore(tokens, one.first);
  if (slash) {
    const isDate = touches(dates, tokens[one.first]?.start ?? 0, tokens[two.next - 1]?.end ?? 0);
    const sure = unit !== null || after !== null || before === "used";
    // Alone in its cell it may be either; in prose a day and month is a date unless a unit follows.
    if (isDate && !sure && tokens.length > two.next - one.first) return null;
    if (!isDate && !sure && !(cell && tokens.length <= 4)) return null;
    if (after === "used" && one.value >= two.value)
      return {
        roles: [
          ["authorized", one.value],
          ["used", two.value],
        ],
        next: next + 1,
        weak: false,
        question: false,
        ...withUnit(unit),
      };
    if (one.value > two.value)
      return {
        roles: [
          ["authorized", one.value],
          ["used", two.value],
        ],
        next,
        weak: true,
        question: true,
        ...withUnit(unit),
      };
    return {
      roles: [
        ["used", one.value],
        ["authorized", two.value],
      ],
      next,
      weak: !(sure && unit !== null),
      question: false,
      ...withUnit(unit),
    };
  }
  if (asked) {
    next = tokens.findIndex((token, index) => index >= next && ASK_WORDS.has(token.text)) + 1;
    return {
      roles: [
        ["authorized", one.value],
        ["requested", two.value],
      ],
      next,
      weak: false,
      question: one.value > two.value,
      ...withUnit(unit),
    };
  }
  const question = small !== one.value;
  if (after === "used" || before === "used")
    return {
      roles: [
        ["used", one.value],
        ["authorized", two.value],
      ],
      next: after === "used" ? next + 1 : next,
      weak: false,
      question,
      ...withUnit(unit),
    };
  if (after === "left")
    return {
      roles: [
        ["left", one.value],
        ["authorized", two.value],
      ],
      next: next + 1,
      weak: false,
      question,
      ...withUnit(unit),
    };
  if (before === "authorized" || after === "authorized" || before === "requested") {
    return {
      roles: [
        ["authorized", one.value],
        ["requested", two.value],
      ],
      next: after === "authorized" ? next + 1 : next,
      weak: false,
      question,
      ...withUnit(unit),
    };
  }
  const rest = [...tokens.slice(0, one.first), ...tokens.slice(next)];
  const outside = rest.filter((token) => token.kind !== "sign").length;
  if (outside <= 1)
    return {
      roles: [
        ["used", one.value],
        ["authorized", two.value],
      ],
      next,
      weak: false,
      question,
      ...withUnit(unit),
    };
  // In prose nothing says whether the smaller number was granted of those asked for, or used of those granted.
  if (one.value === two.value)
    return { roles: [["authorized", one.value]], next, weak: false, question: false, ...withUnit(unit) };
  return {
    roles: [
      ["authorized", one.value],
      ["requested", two.value],
    ],
    next,
    weak: true,
    question: true,
    ...withUnit(unit),
  };
}

function withUnit(unit: { unit: UnitWord } | null): { unit?: UnitWord } {
  return unit === null ? {} : { unit: unit.unit };
}

/** The nearest role word before a pair, over at most eight words of the same sentence. */
function wordsBefore(tokens: readonly Token[], first: number): CountRole | null {
  for (let at = first - 1; at >= Math.max(0, first - 8); at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.text === ";" || token.text === "\n") return null;
    if (
      token.text === "." &&
      token.spaced === false &&
      tokens[at + 1]?.spaced &&
      !/^mod$|^appr$|^auth$|^part$/.test(tokens[at - 1]?.text ?? "")
    )
      return null;
    if (token.kind === "word") {
      const role = roleOf(token.text);
      if (role !== null && !(token.text === "auth" && tokens[at + 1]?.text === "#")) return role;
    }
  }
  return null;
}
