import { findCodes } from "../codes/find-codes.ts";
import { otherNumbers, type Span, touches } from "../rates/other-numbers.ts";
import { plainText } from "../rates/plain-text.ts";
import { type Token, wordsOf } from "../rates/words.ts";
import { type CareCount, type CountRole, countAt, roleOf, unitAfter } from "./care-counts.ts";
import { type CountPair, pairAt } from "./count-pairs.ts";
import { findFrequencies } from "./frequency.ts";
import { isCalendarUnit, LAG_WORDS, LEFT_WORDS, USED_WORDS, unitOfWord } from "./unit-words.ts";
import type { UnitsMention, UnitWord } from "./units-mention.ts";

type Draft = { -readonly [K in keyof UnitsMention]: UnitsMention[K] };
const MONEY_BEFORE = /(?:\$|usd\s?|@\s?|\bat\s|[#:]\s?\d*)$/;

const STOPS = new Set(", ; \n . ( ) | : / -".split(" "));

/** The word nearest to a count that says whose count it is: "20 sess approved", "(asked 30)", "used 11", "4 left". */
function roleBeside(tokens: readonly Token[], first: number, next: number): CountRole | null {
  for (let at = next; at < Math.min(tokens.length, next + 3); at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === "number" || (token.kind === "sign" && STOPS.has(token.text))) break;
    if (token.text === "so" && tokens[at + 1]?.text !== "far") break;
    const role = roleOf(token.text);
    const names = tokens[at + 1];
    if (
      role !== null &&
      !(
        token.text === "auth" &&
        names !== undefined &&
        (names.text === "#" || names.text === "no" || names.kind === "number")
      )
    )
      return role;
    if (
      unitOfWord(token.text) === null &&
      !/^(are|were|was|have|been|of|all|the|i|we|they|which|that|h|s)$/.test(token.text)
    )
      break;
  }
  for (let at = first - 1; at >= Math.max(0, first - 5); at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === "number" || (token.kind === "sign" && !":=".includes(token.text))) break;
    const role = roleOf(token.text);
    if (role !== null) return role;
    if (
      /^(for|the|a|of|me|us|only|just|up|to|was|is|total|all|about|at|so|far|we|they|have|has|i|:|=)$/.test(token.text)
    )
      continue;
    break;
  }
  return null;
}

function isLag(tokens: readonly Token[], first: number, next: number, unit: UnitWord): boolean {
  const after = tokens[next]?.text ?? "";
  const before = tokens[first - 1]?.text ?? "";
  if (
    /^(ago|wait|waitlist|waitlisted|wl|old|notice|turnaround|tat|early|late|later|away|drive|apart|each|prior|deadline|to)$/.test(
      after,
    )
  ) {
    if (
      after !== "to" ||
      /^(respond|decide|appeal|file|review|process|reply|submit|answer)$/.test(tokens[next + 1]?.text ?? "")
    )
      return true;
  }
  if (!isCalendarUnit(unit) && unit !== "hour") return false;
  if (unit === "hour") {
    const around = tokens.slice(Math.max(0, first - 6), next + 3).map((token) => token.text);
    if (around.some((word) => /^(closest|nearest|drive|driving|away|travel|distance|commute)$/.test(word))) return true;
  }
  if (LAG_WORDS.has(after) && after !== "from" && after !== "p" && after !== "before" && after !== "after") return true;
  if (/^(within|in|after|every|past|last|next|until|wait|waiting|than|another|age|aged|>|<)$/.test(before)) return true;
  const earlier = tokens.slice(Math.max(0, first - 4), first).map((token) => token.text);
  if (
    earlier.some((word) =>
      /^(appeals?|filing|deadline|waitlist|waitlisted|wait|list|wl|tat|turnaround|timely)$/.test(word),
    )
  )
    return true;
  return before === "than" || (tokens[next]?.text === "b" && tokens[next + 1]?.text === "/");
}

function put(draft: Draft, role: CountRole, value: number): void {
  draft[role] = value;
}

/**
 * The counts of care that a text mentions: authorized, used, left or requested, in order and apart.
 * "9 of 12" is 9 used of 12 authorized, unless the words say that 9 were granted of 12 asked for.
 * A frequency ("2x6", "3/wk") is answered as such and gives no count.
 *
 * @example findUnits("20 sess approved (asked 30)") answers 20 authorized sessions, then 30 requested
 */
export function findUnits(text: string): UnitsMention[] {
  const plain = plainText(text);
  const tokens = wordsOf(text);
  const others = otherNumbers(text);
  const cell = tokens.length <= 12;
  const found: Draft[] = [];
  const taken: Span[] = [];
  for (const frequency of findFrequencies(text)) {
    found.push(frequency);
    taken.push(frequency);
  }
  for (const match of plain.matchAll(
    /\b(?:unlimited|unltd|no (?:visit |session |day |unit )?(?:limit|max|cap)|without limit|as medically necessary)\b/g,
  )) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (touches(taken, span.start, span.end)) continue;
    found.push({ ...span, text: "", unlimited: true });
    taken.push(span);
  }
  const codes = /\d{4}/.test(plain) ? findCodes(text) : [];
  const codeSpans = codes.map((code): Span => {
    const core = plain.indexOf(code.code.toLowerCase(), code.start);
    return core >= 0 && core < code.end
      ? { start: core, end: core + code.code.length }
      : { start: code.start, end: code.end };
  });
  const blocked = [
    ...others.filter((other) => other.what !== "shortDate" && other.what !== "dose"),
    ...codeSpans,
    ...taken,
  ].sort((a, b) => a.start - b.start);
  const dates = others.filter((other) => other.what === "shortDate");
  let free = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    if (at < free) continue;
    const count = countAt(tokens, at, blocked);
    if (count === null) continue;
    const draft = mentionAt(text, plain, tokens, count, blocked, dates, cell);
    if (draft === null) {
      // "4/15" is gone through as a whole: its day is no count of its own
      if (touches(dates, tokens[at]?.start ?? 0, tokens[at]?.end ?? 0))
        while (free <= at || touches(dates, tokens[free]?.start ?? text.length, tokens[free]?.end ?? text.length))
          free += 1;
      continue;
    }
    const last = found.at(-1);
    if (last !== undefined && draft.mention.start < last.end && last.start < draft.mention.end) {
      draft.mention.start = tokens[at]?.start ?? draft.mention.start;
    }
    found.push(draft.mention);
    free = draft.next;
  }
  for (const mention of found) mention.text = text.slice(mention.start, mention.end);
  return found.sort((a, b) => a.start - b.start);
}

function mentionAt(
  text: string,
  plain: string,
  tokens: readonly Token[],
  count: CareCount,
  blocked: readonly Span[],
  dates: readonly Span[],
  cell: boolean,
): { mention: Draft; next: number } | null {
  const first = tokens[count.first];
  if (first === undefined) return null;
  const pair = pairAt(tokens, count, blocked, dates, cell);
  if (pair !== null) return finished(text, tokens, count.first, pair);
  if (touches(dates, first.start, tokens[count.next - 1]?.end ?? first.end)) return null;
  const before = tokens[count.first - 1];
  const unit = unitAfter(tokens, count.next);
  const factor = tokens[count.first - 2];
  const multiplied = before?.text === "x" && (factor?.kind !== "number" || touches(blocked, factor.start, factor.end));
  const bracketed = before?.text === "(" && tokens[count.next]?.text === ")" && first.kind === "number";
  let next = unit?.next ?? count.next;
  const role = roleBeside(tokens, count.first, next);
  const draft: Draft = { start: first.start, end: first.end, text: "" };
  if (unit !== null) {
    if (MONEY_BEFORE.test(plain.slice(Math.max(0, first.start - 6), first.start)) && role === null) return null;
    if (isLag(tokens, count.first, next, unit.unit)) return null;
    if (tokens[next]?.text === "/" && unit.unit !== "unit" && tokens[next + 1]?.kind !== "number") return null;
    draft.unit = unit.unit;
    if (isCalendarUnit(unit.unit)) draft.duration = true;
    // "3 mo", "3 day", "two visits" in prose may be anything that lasts; a count of care says visits or days
    const vague = unit.unit === "week" || unit.unit === "month" || first.kind === "word";
    const single = count.value > 1 && /^(day|visit|session|hour|unit)$/.test(tokens[next - 1]?.text ?? "");
    if (role === null && (vague || single) && tokens.length > next - count.first) draft.weak = true;
    if (tokens[next]?.text === "=") return null;
    if (/^(not|denied|dnd|den)$/.test(tokens[next]?.text ?? "")) draft.weak = true;
  } else if (multiplied || bracketed) {
    if (multiplied) draft.start = before?.start ?? first.start;
    if (bracketed || factor?.kind !== "number") draft.weak = true;
  } else if (labelBefore(tokens, count) !== null) {
    const label = labelBefore(tokens, count);
    if (label !== null) draft.unit = label;
  } else if (role === null ? !leadsCell(tokens, count) : !isStandingCount(tokens, count, role)) {
    return null;
  } else if (role === null) draft.weak = true;
  if (unit === null && draft.unit === undefined && (role === "authorized" || role === "requested")) draft.weak = true;
  put(draft, role ?? "authorized", count.value);
  // take the role's own word along, so that the mention reads whole
  if (role !== null && roleOf(tokens[next]?.text ?? "") === role) next += 1;
  else if (role !== null && roleOf(before?.text ?? "") === role && before !== undefined) draft.start = before.start;
  draft.end = tokens[next - 1]?.end ?? first.end;
  if (tokens[next]?.text === "?") draft.question = true;
  const sum = tokens[next];
  if (
    (sum?.text === "+" || sum?.text === "or") &&
    tokens[next + 1]?.kind === "number" &&
    tokens[next + 2]?.text !== "%"
  )
    draft.question = true;
  if (count.first >= 2 && before?.text === "or" && tokens[count.first - 2]?.kind === "number") {
    const other = tokens[count.first - 2];
    if (other !== undefined && !touches(blocked, other.start, other.end)) draft.question = true;
  }
  return { mention: draft, next };
}

/** "visits: 24", "units = 1040". */
function labelBefore(tokens: readonly Token[], count: CareCount): UnitWord | null {
  const mark = tokens[count.first - 1]?.text ?? "";
  const word = tokens[count.first - 2];
  if ((mark !== ":" && mark !== "=") || word?.kind !== "word" || word.text.length < 3) return null;
  return tokens[count.next]?.text === "/" ? null : unitOfWord(word.text);
}

/** "24 - used 19": a cell that opens with a number and then says how many of them are used or left. */
function leadsCell(tokens: readonly Token[], count: CareCount): boolean {
  if (count.first !== 0 || tokens.length > 10 || tokens[0]?.kind !== "number" || !Number.isInteger(count.value))
    return false;
  if (!/^[-,;(]$|^total$/.test(tokens[count.next]?.text ?? "")) return false;
  return tokens.some((token) => USED_WORDS.has(token.text) || LEFT_WORDS.has(token.text));
}

/** A count with a role but no unit: "used 11", "4 left", "(asked 30)", "20 appr". Not after words that speak of money or dates. */
function isStandingCount(tokens: readonly Token[], count: CareCount, role: CountRole): boolean {
  const first = tokens[count.first];
  if (first === undefined || (first.kind === "word" && role !== "left" && role !== "used")) return false;
  if (count.value > 5000 || !Number.isInteger(count.value * 4)) return false;
  const after = tokens[count.next]?.text ?? "";
  if (
    /^(%|\/|per|day|pd|k|mcr|medicare|a|each|st|nd|rd|th|mi|miles|am|pm|bus|business|min|mins|people|providers|calls|pages|times|x|yrs?|years?|th|of)$/.test(
      after,
    )
  )
    return false;
  if (role === "left" || role === "used") return true;
  for (let at = Math.max(0, count.first - 8); at < Math.min(tokens.length, count.next + 8); at += 1) {
    const token = tokens[at];
    const earlier = tokens[at - 1]?.text ?? "";
    const counted = tokens[at - 1]?.kind === "number";
    const priced = earlier === "/" || earlier === "per" || earlier === "a";
    if (token?.kind === "word" && unitOfWord(token.text) !== null && (token.text.length > 1 || counted) && !priced) {
      return true;
    }
    if (
      at !== count.first &&
      token !== undefined &&
      roleOf(token.text) !== null &&
      roleOf(token.text) !== role &&
      (counted || (tokens[at + 1]?.kind === "number" && count.value <= 120))
    )
      return true;
  }
  return roleOf(after) === "authorized" && after.startsWith("a") && tokens.length <= 6;
}

function finished(
  text: string,
  tokens: readonly Token[],
  first: number,
  pair: CountPair,
): { mention: Draft; next: number } {
  const mention: Draft = { start: tokens[first]?.start ?? 0, end: tokens[pair.next - 1]?.end ?? text.length, text: "" };
  for (const [role, value] of pair.roles) put(mention, role, value);
  if (pair.unit !== undefined) {
    mention.unit = pair.unit;
    if (isCalendarUnit(pair.unit)) mention.duration = true;
  }
  if (pair.weak) mention.weak = true;
  if (pair.question || tokens[pair.next]?.text === "?") mention.question = true;
  return { mention, next: pair.next };
}
