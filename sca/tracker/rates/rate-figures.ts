import type { CodeMention } from "../codes/code-mention.ts";
import type { RateModel } from "../tracked-case.ts";
import { addDecimals, shiftDecimal } from "./exact-decimal.ts";
import { otherNumbers, type Span, touches } from "./other-numbers.ts";
import type { RateMention, RatePer } from "./rate-mention.ts";
import { isDoubted, isRatePlaced, isWholeCell } from "./rate-places.ts";
import { type BaseBeside, baseAfter, baseBefore, perAfter, perBefore, perOfCount } from "./rate-surroundings.ts";
import { COUNT_WORDS, modelOfPer } from "./rate-vocabulary.ts";
import type { Token } from "./words.ts";
import { type WrittenNumber, writtenNumber } from "./written-number.ts";

/** A figure as far as its own words tell: places as offsets and as tokens. */
export interface RateFigure {
  start: number;
  end: number;
  first: number;
  next: number;
  kind: RateMention["kind"];
  amount: number;
  high?: number;
  model?: RateModel;
  per?: RatePer;
  question?: true;
  note?: string;
  /** A percentage in prose that nothing makes a rate. */
  aside?: true;
}

type ReadNumber = (at: number, afterDash?: boolean) => WrittenNumber | null;

/** The second number of "55-60%", "$320 to 340", "260 or 280", and the way it is joined. */
function otherEnd(
  tokens: readonly Token[],
  one: WrittenNumber,
  others: readonly Span[],
  read: ReadNumber,
): { two: WrittenNumber; by: string } | null {
  const joint = tokens[one.next];
  if (joint === undefined || !["-", "to", "or", "~"].includes(joint.text)) return null;
  const at = one.next + 1;
  const number = tokens[tokens[at]?.text === "$" ? at + 1 : at];
  if (number?.kind !== "number" || touches(others, number.start, number.end)) return null;
  const two = read(at, joint.text === "-");
  if (two === null) return null;
  if ((one.dollar && two.percent) || (one.percent && two.dollar) || two.spelled !== one.spelled) return null;
  const scale = two.scaled && !one.scaled && one.value < 1000 ? 1000 : 1;
  const [low, high] = [one.value * scale, two.value];
  if (low <= 0 || high / low > 4 || low / high > 4 || low === high) return null;
  if (joint.text === "-" && high < low && !(one.dollar && two.dollar)) return null;
  return { two, by: joint.text };
}

function applyBase(figure: RateFigure, base: BaseBeside, number: WrittenNumber): void {
  const value = figure.amount;
  const asPercent = number.percent || figure.kind === "percent";
  const doubt = (note: string): void => {
    figure.question = true;
    figure.note = note;
  };
  figure.kind = asPercent ? "percent" : "multiple";
  const scaled = (one: number): number => (asPercent || one > 10 ? one : shiftDecimal(one, 2));
  if (base.by === "plus") {
    figure.kind = "percent";
    figure.amount = addDecimals(100, value);
    if (figure.high !== undefined) figure.high = addDecimals(100, figure.high);
    if (value >= 100) doubt(`${value} % more, or ${value} % in all`);
  } else if (base.by === "minus" || base.by === "off" || (base.by === "dash" && value < 50)) {
    figure.kind = "percent";
    if (base.by === "minus" && value >= 60) figure.amount = value;
    else {
      figure.amount = addDecimals(100, -value);
      const high = figure.high;
      if (high !== undefined) [figure.amount, figure.high] = [addDecimals(100, -high), addDecimals(100, -value)];
      figure.note = `${value} % off`;
      if (base.by === "dash" || (base.by === "off" ? value > 50 : value >= 30))
        doubt(`${value} % off, or ${value} % of`);
    }
  } else {
    figure.amount = scaled(value);
    if (figure.high !== undefined) figure.high = scaled(figure.high);
    if (!asPercent && value > 10) figure.kind = "percent";
    if (!asPercent && value > 10 && value < 20) doubt("neither a likely multiple nor a likely percentage");
  }
  if (base.base === "medicare") figure.model = "percentOfMedicare";
  else if (base.base === "billed") figure.model = "percentOfBilled";
  else doubt(`a percentage of ${base.word.toUpperCase()}, which is none of the ledger's models`);
  if (base.base === "medicare" && figure.question === undefined && (figure.amount < 40 || figure.amount > 1000)) {
    doubt(`${figure.amount} % of Medicare is unlikely`);
  }
  if (base.base === "billed" && figure.amount > 100 && figure.question === undefined)
    doubt("more than the billed charge");
}

/** Whether a bare number may lean on a base beside it: "140 MCR", "Medicare @ 1.4", never "MCR 2 visits". */
function mayLean(number: WrittenNumber, base: BaseBeside, before: boolean): boolean {
  if (number.percent || number.times) return true;
  if (number.spelled && base.by === "plus") return base.base === "medicare";
  if (number.dollar || number.scaled || number.spelled || base.base === "other")
    return base.base === "other" && (base.by === "plus" || base.by === "times") && !number.dollar;
  if (base.base === "billed")
    return base.by === "of" || base.by === "times"
      ? number.value < 101
      : !before && base.word === "bc" && number.value >= 20 && number.value <= 100;
  const worked = base.by === "plus" || base.by === "times" || base.by === "of";
  if (number.value <= 10) return number.pointed || worked;
  return number.value < 1000 && (worked || number.value >= 80 || base.by === "minus");
}

/** All figures of a text that could be rates or sums, in order and apart. */
export function figuresOf(
  text: string,
  tokens: readonly Token[],
  codes: readonly CodeMention[],
  expected: boolean,
): RateFigure[] {
  const others = otherNumbers(text);
  const blocked = [
    ...others,
    ...codes.map((code) => ({ start: code.start, end: code.end, what: "identifier" as const })),
  ].sort((a, b) => a.start - b.start);
  const read: ReadNumber = (at, afterDash) => writtenNumber(tokens, at, blocked, afterDash);
  const whole = expected || isWholeCell(text, tokens);
  const figures: RateFigure[] = [];
  let free = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || (token.kind === "sign" && token.text !== "$") || at < free) continue;
    const number = read(at);
    if (number === null || (number.value === 0 && !number.dollar)) continue;
    const figure = figureAt(tokens, number, free, whole, blocked, read);
    if (figure === null) continue;
    const last = tokens[figure.next - 1];
    const start = tokens[figure.first];
    if (last === undefined || start === undefined) continue;
    figure.start = start.start;
    figure.end = last.end;
    const earlier = figures.at(-1);
    // "145% of Medicare OP, 130% IP": a second percentage beside one that has a base is no aside
    if (
      figure.aside &&
      earlier?.kind === "percent" &&
      earlier.model !== undefined &&
      figure.first - earlier.next <= 12
    ) {
      delete figure.aside;
    }
    // "$1,850 x 14 days = $25,900": the product is no rate
    if (earlier?.per !== undefined && tokens[figure.first - 1]?.text === "=") figure.aside = true;
    if (isDoubted(tokens, figure.first, figure.next)) figure.question = true;
    figures.push(figure);
    free = figure.next;
  }
  return figures;
}

function figureAt(
  tokens: readonly Token[],
  number: WrittenNumber,
  free: number,
  whole: boolean,
  blocked: readonly Span[],
  read: ReadNumber,
): RateFigure | null {
  const pair = otherEnd(tokens, number, blocked, read);
  let last = pair?.two ?? number;
  const joined: WrittenNumber =
    pair === null
      ? number
      : {
          ...last,
          first: number.first,
          value: number.value,
          dollar: number.dollar || last.dollar,
          percent: number.percent || last.percent,
          pointed: number.pointed || last.pointed,
          scaled: number.scaled || last.scaled,
        };
  const scale = pair !== null && last.scaled && !number.scaled && number.value < 1000 ? 3 : 0;
  const low = shiftDecimal(number.value, scale);
  const figure: RateFigure = {
    start: 0,
    end: 0,
    first: number.first,
    next: last.next,
    kind: joined.percent ? "percent" : joined.dollar || joined.scaled ? "money" : "bare",
    amount: low,
  };
  const before = perBefore(tokens, number.first, free);
  const from = tokens[number.first - 1]?.text;
  const moved =
    pair?.by === "to" && (from === "from" || /^(raised|bumped|went|up)$/.test(tokens[number.first - 2]?.text ?? ""));
  if (moved) last = number;
  const end = moved ? number.next : last.next;
  if (pair !== null && !moved) {
    figure.amount = Math.min(low, pair.two.value);
    figure.high = Math.max(low, pair.two.value);
    figure.question = true;
    figure.note = pair.by === "or" ? "one or the other" : "a range";
  }
  figure.next = end;

  const behind = baseAfter(tokens, end);
  const ahead = behind === null || !mayLean(joined, behind, false) ? baseBefore(tokens, number.first, free) : null;
  const base =
    behind !== null && mayLean(joined, behind, false)
      ? behind
      : ahead !== null && mayLean(joined, ahead, true)
        ? ahead
        : null;
  if (base !== null && !joined.dollar) {
    applyBase(figure, base, joined);
    if (base === behind) figure.next = base.edge;
    else figure.first = base.edge;
    return figure;
  }
  if (joined.times) return lonelyMultiple(tokens, figure, joined, whole);
  if (joined.percent) {
    if (!whole && !isRatePlaced(tokens, number.first, end, free, true)) figure.aside = true;
    return figure;
  }

  const after = perAfter(tokens, end);
  if (after !== null) {
    figure.per = after.per;
    figure.next = after.edge;
    if (figure.kind === "bare" && !joined.spelled) figure.kind = "money";
  } else if (before !== null) figure.per = before.per;
  if (before !== null && (after === null || before.per === after.per)) figure.first = before.edge;
  if (before !== null && after !== null && before.per === "case" && after.per === "unit") figure.per = "case";
  if (figure.per === undefined) {
    const counted = perOfCount(tokens, number.first, free);
    if (counted !== null) figure.per = counted;
  }
  if (figure.per !== undefined) {
    if (figure.kind === "bare") figure.kind = "money";
    const model = modelOfPer(figure.per);
    if (model !== null) figure.model = model;
  }
  if (joined.dollar || joined.scaled) return figure;
  if (joined.spelled) return figure.per !== undefined && joined.value >= 20 && after !== null ? figure : null;
  if (after === null && COUNT_WORDS.has(tokens[end]?.text ?? "")) return null;
  if (figure.per !== undefined) return isCountOfTime(tokens, figure, joined) ? null : figure;
  if (whole || moved) return figure;
  return isRatePlaced(tokens, number.first, end, free, false) && (joined.value >= 20 || joined.pointed) ? figure : null;
}

/** "12 a day", "3/wk", "5 per week": how often, not how much. */
function isCountOfTime(tokens: readonly Token[], figure: RateFigure, number: WrittenNumber): boolean {
  if (figure.per === "week" || figure.per === "month") return number.value < 40 && !number.pointed;
  if (figure.per === "mile") return true;
  const rated = /^(rate|rates|fee|@|at|diem|pd)$/.test(tokens[number.first - 1]?.text ?? "");
  return number.value < 10 && !number.pointed && !rated;
}

function lonelyMultiple(
  tokens: readonly Token[],
  figure: RateFigure,
  number: WrittenNumber,
  whole: boolean,
): RateFigure | null {
  const following = tokens[figure.next]?.text ?? "";
  if (number.dollar || !number.pointed || number.value < 0.3 || number.value >= 10) return null;
  if (following === "/" || COUNT_WORDS.has(following) || /^(a|per|daily|weekly|each)$/.test(following)) return null;
  if (!whole && !isRatePlaced(tokens, number.first, figure.next, 0, true)) figure.aside = true;
  figure.kind = "multiple";
  figure.amount = shiftDecimal(figure.amount, 2);
  if (figure.high !== undefined) figure.high = shiftDecimal(figure.high, 2);
  return figure;
}
