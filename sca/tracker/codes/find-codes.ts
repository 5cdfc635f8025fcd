import { otherNumbers, type Span, touches } from "../rates/other-numbers.ts";
import { plainText } from "../rates/plain-text.ts";
import type { CodeKind, CodeMention } from "./code-mention.ts";
import { isCptNumber, isRevenueNumber, kindOfCode } from "./code-ranges.ts";
import { isNoCode, unitsBefore } from "./code-setting.ts";
import { codeTail } from "./code-tail.ts";

/** What the caller knows of the text. */
export interface CodeSetting {
  /** "codes": the cell stands in a column of codes, so that bare digits are codes too. */
  readonly expect?: "codes" | "prose";
}

const CORE = /(?<![A-Z0-9$_.])(?:\d{4}[FTUMA]|\d{5}|[A-V]\d{4})(?![0-9])/g;
const LABELLED_REVENUE =
  /\b(?:REV(?:ENUE)?|RC)\b\.?\s?(?:CODES?|CDS?)?\.?\s?[:#]?\s?((?:\d{3,4})(?:\s?[/,&+]\s?\d{3,4}){0,9})(?![\d.,%])/g;
const DRG = /\b(?:MS-?|APR-?)?DRG\s?[:#]?\s?(\d{3})(?!\d)/g;
/** Spinal manipulation is often written by its regions: 1-2, 3-4 or 5 (CPT 98940 to 98942). */
const CMT = /\bCMT\s?(?:X\s?)?(?:(1-2)|(3-4)|(5))(?![\d-])(?:\s?REGIONS?)?/g;

interface Draft {
  start: number;
  end: number;
  code: string;
  modifiers: string[];
  kind: CodeKind;
  units?: number;
  range?: true;
  question?: true;
  weak?: true;
  note?: string;
}

function finish(text: string, draft: Draft): CodeMention {
  return { ...draft, text: text.slice(draft.start, draft.end) };
}

/** Numbers that only look like names because they begin with a zero: a code may. */
function withoutZeroLed(text: string, spans: readonly (Span & { readonly what: string })[]): Span[] {
  return spans.filter((span) => {
    if (span.what === "shortDate") return false;
    return !(span.what === "identifier" && span.end - span.start <= 5 && text[span.start] === "0");
  });
}

function revenueAndDrg(upper: string, taken: Span[], drafts: Draft[]): void {
  for (const match of upper.matchAll(LABELLED_REVENUE)) {
    const list = match[1] ?? "";
    const from = match.index + match[0].length - list.length;
    for (const one of list.matchAll(/\d{3,4}/g)) {
      if (!isRevenueNumber(one[0])) continue;
      const start = from + one.index;
      drafts.push({ start, end: start + one[0].length, code: one[0], modifiers: [], kind: "revenue" });
      taken.push({ start, end: start + one[0].length });
    }
  }
  for (const match of upper.matchAll(DRG)) {
    const code = match[1] ?? "";
    const end = match.index + match[0].length;
    drafts.push({ start: match.index, end, code, modifiers: [], kind: "drg" });
    taken.push({ start: match.index, end });
  }
  for (const match of upper.matchAll(CMT)) {
    const code = match[1] !== undefined ? "98940" : match[2] !== undefined ? "98941" : "98942";
    const end = match.index + match[0].length;
    drafts.push({
      start: match.index,
      end,
      code,
      modifiers: [],
      kind: "cpt",
      note: "read from the number of spinal regions",
    });
    taken.push({ start: match.index, end });
  }
}

/** A cell of a code column that holds nothing but short digits: revenue codes, or a code that CPT does not have. */
function digitsOfColumn(upper: string, drafts: Draft[]): void {
  if (!/^[\s\d/,;&+|.()X-]*$/.test(upper)) return;
  const thousands = /^\s*(\d{2}),(\d{3})\s*$/.exec(upper);
  if (thousands !== null) {
    const code = `${thousands[1]}${thousands[2]}`;
    const kind = kindOfCode(code);
    if (kind !== null)
      drafts.push({ start: upper.search(/\d/), end: upper.trimEnd().length, code, modifiers: [], kind });
    return;
  }
  for (const match of upper.matchAll(/(?<![\d.X(-]\s?)\d{3,5}(?![\d-])(?:\.0{1,2}(?!\d))?/g)) {
    const code = match[0].replace(/\.0+$/, "");
    const start = match.index;
    const end = start + match[0].length;
    if (drafts.some((draft) => draft.start < end && start < draft.end)) continue;
    if (isRevenueNumber(code)) drafts.push({ start, end, code, modifiers: [], kind: "revenue" });
    else if (/^\d{5}$/.test(code)) {
      drafts.push({
        start,
        end,
        code,
        modifiers: [],
        kind: "cpt",
        question: true,
        note: `CPT has no codes near ${code}`,
      });
    }
  }
}

const BETWEEN_CODES = /^[\s,;/&+|"')(-]*(?:and|or|w\/|with|then|plus)?[\s,;/&+|"'(-]*$/i;

/** A code that stands among others, or fills its cell, is sure of itself; one alone in prose is not. */
function withWeakness(upper: string, mentions: Draft[], setting: CodeSetting): void {
  mentions.forEach((mention, at) => {
    if (setting.expect === "codes" || mention.modifiers.length > 0 || mention.units !== undefined || mention.range)
      return;
    if (mention.kind === "revenue" || mention.kind === "drg" || mention.note !== undefined) return;
    if (/^[HJSTGQ]/.test(mention.code) || /^\d{4}[TFU]$/.test(mention.code)) return;
    const before = upper.slice(Math.max(0, mention.start - 24), mention.start);
    const after = upper.slice(mention.end, mention.end + 16);
    if (
      /(?:\b(?:CPTS?|HCPCS|CODES?|PROC(?:EDURE)?S?|SVCS?|SERVICES?|FOR|OF|ONLY|BILL(?:ED|ING)?)\b[\s:#(]*|[:=(]\s?|^[\s"'({[]*|\$\s?[\d,.]+\s?(?:FOR)?\s?)$/.test(
        before,
      )
    )
      return;
    if (/^\s?(?:@|[-:=]?\s?\$|\(|AT \$?\d|- ?\d|["']\s?:|\n)/.test(after)) return;
    if (after === "" && /^\d/.test(mention.code)) return;
    const near = [mentions[at - 1], mentions[at + 1]].some((other) => {
      if (other === undefined) return false;
      const [from, to] = other.start < mention.start ? [other.end, mention.start] : [mention.end, other.start];
      return BETWEEN_CODES.test(upper.slice(from, to));
    });
    if (!near) mention.weak = true;
  });
}

/**
 * The procedure codes that a text mentions, with their modifiers and counts, in order and apart.
 * Five digits count only where CPT has codes and nothing says that they are a sum, a zip code or somebody's number;
 * revenue codes only when labelled, or when the caller says that codes are expected.
 * The ends of a range are two mentions with `range`; codes between them are not made up.
 *
 * @example findCodes("97153-HM x1040, 97155") has the code 97153 with modifier HM and 1040 units, and the code 97155
 */
export function findCodes(text: string, setting: CodeSetting = {}): CodeMention[] {
  const plain = plainText(text);
  if (!/\d{3}|cmt/.test(plain)) return [];
  const upper = plain.replace(/[a-z]/g, (letter) => letter.toUpperCase());
  const expect = setting.expect === "codes";
  const taken: Span[] = [];
  const drafts: Draft[] = [];
  revenueAndDrg(upper, taken, drafts);
  const others = withoutZeroLed(upper, otherNumbers(text));
  const wholeCell = /^\s*\S{5}\s*$/.test(upper);
  let free = 0;
  let latest: { readonly draft: Draft; readonly unitsBefore: number } | null = null;
  for (const match of upper.matchAll(CORE)) {
    const start = match.index;
    const code = match[0];
    if (start < free || taken.some((span) => span.start < start + 5 && start < span.end)) continue;
    const kind = kindOfCode(code);
    if (kind === null) continue;
    if (!wholeCell && touches(others, start, start + code.length)) continue;
    if (
      code.startsWith("0") &&
      isCptNumber(code) &&
      !expect &&
      !/\b(?:CPT|ANES\w*|CODES?)\b[\s:#]*$/.test(upper.slice(0, start))
    )
      continue;
    const tail = codeTail(text, upper, start, code, expect);
    if (tail === null) continue;
    const supported = tail.modifiers.length > 0 || tail.units !== undefined || tail.more.length > 0 || expect;
    if (isNoCode(text, upper, start, tail.end, code, supported)) continue;
    let before = unitsBefore(upper, start);
    if (before !== null && before.start < free) {
      // The code before took that count. It keeps it, unless its own stands before it, as this one's does.
      if (latest === null) before = null;
      else {
        latest.draft.units = latest.unitsBefore;
        latest.draft.end =
          latest.draft.start + text.slice(latest.draft.start, before.start).replace(/[\s,:=-]+$/, "").length;
      }
    }
    const first: Draft = { start, end: tail.codeEnd, code, modifiers: tail.modifiers, kind };
    if (before !== null) {
      first.start = before.start;
      first.units = before.units;
    }
    if (tail.units !== undefined) first.units = tail.units;
    if (tail.range) first.range = true;
    if (tail.note !== undefined) {
      first.note = tail.note;
      if (tail.question) first.question = true;
    }
    drafts.push(first);
    latest = before === null || tail.more.length > 0 ? null : { draft: first, unitsBefore: before.units };
    for (const more of tail.more) {
      const next: Draft = { start: more.start, end: more.end, code: more.code, modifiers: more.modifiers, kind };
      if (more.units !== undefined) next.units = more.units;
      if (tail.range) next.range = true;
      if (tail.note !== undefined) next.note = tail.note;
      if (tail.question) next.question = true;
      drafts.push(next);
    }
    free = tail.end;
  }
  drafts.sort((a, b) => a.start - b.start);
  if (expect) {
    digitsOfColumn(upper, drafts);
    drafts.sort((a, b) => a.start - b.start);
  }
  withWeakness(upper, drafts, setting);
  return drafts.map((draft) => finish(text, draft));
}
