import { findEmails } from "../people/emails.ts";
import { PAYER_WORDS } from "../people/person-words.ts";
import { findPhones } from "../people/phones.ts";
import { type IdLabel, type IdMeaning, labelAfter, labelBefore } from "./id-labels.ts";
import { afterPayer, afterUnknownPayer } from "./id-payer-before.ts";
import { isOtherFigure, isServiceCode, isWrittenDate, shapeOf } from "./id-shape.ts";

/** Why an identifier in a text has to be asked about. */
export type IdDoubt = "two values" | "question mark" | "cut off";

/** An identifier in a cell's text. */
export interface IdMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Exactly as written, without label. */
  readonly id: string;
  readonly meaning: IdMeaning;
  /** 0 to 1, of `meaning`. */
  readonly confidence: number;
  /** The words that label it, where some do. */
  readonly label?: string;
  readonly doubt?: IdDoubt;
}

const TOKEN = /(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:[-_.‑][\p{L}\p{N}]+)*/gu;
const SLASH_DATE = /(?<![\p{L}\p{N}/])\d{1,2}\/\d{1,2}(?:\/(?:\d{4}|\d{2}))?(?![\p{N}/])/gu;
const MONEY =
  /[$€£]\s?\d[\d,]*(?:\.\d+)?\s?[kK]?|(?<![\p{L}\p{N}])\d[\d,]*(?:\.\d+)?\s?%|(?<![\p{L}\p{N},.-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\p{L}\p{N}])/gu;
const SCIENTIFIC = /(?<![\p{L}\p{N}.])\d(?:\.\d+)?[eE]\+\d{1,2}(?!\p{N})/gu;
const DATES_AFTER =
  /^["')\]]?[\s,;:]*(?:\(?(?:eff(?:ective)?|good|valid|from|dates?|for|thru|through|beg\w*|start\w*|dos|covers|exp\w*)[\s.:]*){0,2}(?:\d{1,2}[/.-]\d{1,2}|\d{4}-\d{2}-\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)/i;
const DATES_BEFORE =
  /(?:\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|\d{4}-\d{2}-\d{2})\s*(?:-|–|—|to|thru|through|until|→|->)\s*(?:\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|\d{4}-\d{2}-\d{2})[\s,;:]*(?:#\s*)?$/i;
const UNIT_AFTER =
  /^\s?(?:days?|d\b|visits?|units?|sess\w*|hrs?|hours?|mi\b|miles?|min\b|weeks?|wks?|mos?\b|months?|yrs?|years?|yo\b|%|x\b|per\b|\/|km\b|lbs?\b|of\b|pts?\b|a day|each|per)/i;
const AUTH_PREFIX = /^(?:UM|UR|SCA|LOA|AUTH|AU|IP|OP|BH|CERT)-?\d/i;

function mask(text: string): string {
  let masked = text;
  const blank = (start: number, end: number): void => {
    masked = `${masked.slice(0, start)}${"¦".repeat(end - start)}${masked.slice(end)}`;
  };
  for (const mail of findEmails(text)) blank(mail.start, mail.end);
  for (const phone of findPhones(masked))
    if (phone.confidence >= 0.6 || phone.kind === "fax") blank(phone.start, phone.end);
  for (const pattern of [SLASH_DATE, MONEY, SCIENTIFIC]) {
    masked = masked.replace(pattern, (match) => "¦".repeat(match.length));
  }
  return masked;
}

/** A date stands at the end of the text before, with nothing but filler between. */
function afterDateRange(text: string, start: number): boolean {
  return DATES_BEFORE.test(text.slice(Math.max(0, start - 40), start));
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly digits: number;
  readonly letters: number;
}

function tokensOf(masked: string): Token[] {
  const tokens: Token[] = [];
  for (const match of masked.matchAll(TOKEN)) {
    const id = match[0];
    const digits = id.replace(/\D/g, "").length;
    if (digits < 3 || id.length > 30) continue;
    tokens.push({
      start: match.index,
      end: match.index + id.length,
      id,
      digits,
      letters: id.replace(/[^\p{L}]/gu, "").length,
    });
  }
  return tokens;
}

/** Figures that are no identifier unless a label right before them says so. */
function isPlainFigure(token: Token, masked: string): boolean {
  const { id, digits, letters } = token;
  if (isServiceCode(id) || isOtherFigure(id)) return true;
  if (letters === 0 && digits < 6) return true;
  if (digits < 4 || (letters > digits + 2 && /\p{Ll}/u.test(id))) return true;
  if (/\p{Ll}{4}/u.test(id)) return true;
  if (/^x\d+$/i.test(id) || /^[A-Z]\d{1,2}[-–]/i.test(id) || /^\d+x\d+/i.test(id)) return true;
  return (
    UNIT_AFTER.test(masked.slice(token.end, token.end + 10)) &&
    letters === 0 &&
    digits < 7 &&
    !/^\s?\//.test(masked.slice(token.end, token.end + 2))
  );
}

function isDate(token: Token): boolean {
  return isWrittenDate(token.id) || /^\d{4}-\d{2}-\d{2}T/.test(token.id) || /^\d{1,2}[-.]\d{1,2}$/.test(token.id);
}

/**
 * Finds identifiers in a packed cell or in prose, each with what it identifies: by the label before it, a remark after it, the dates beside
 * it, the insurer before it, and its own build. Dates, telephone numbers, money, codes, diagnoses and counts are none.
 * Reference, call, portal and register numbers are never authorization numbers.
 *
 * @example findIdentifiers("Aetna W182230094 gr# 0811209") finds the member id W182230094 and the group number 0811209
 */
export function findIdentifiers(text: string): IdMention[] {
  const body = text.length > 32_767 ? text.slice(0, 32_767) : text;
  const masked = mask(body);
  const found: IdMention[] = [];
  let barrier = 0;
  for (const token of tokensOf(masked)) {
    if (isDate(token)) continue;
    const before = lineBefore(masked.slice(Math.max(barrier, token.start - 80), token.start));
    const lead = leadingLetters(before);
    const label = labelBefore(before) ?? lead.label;
    if (label?.meaning === null) continue;
    const after = masked.slice(token.end, token.end + 60);
    const paired = isPairedGroup(body, token, found.at(-1));
    if (!paired && !acceptable(token, label, masked)) continue;
    const whole = label !== null && label === lead.label ? { ...token, start: token.start - lead.length } : token;
    const mention = judge(whole, body, masked, before, after, label, found.at(-1));
    barrier = mention.end;
    found.push(mention);
  }
  return withDoubts(found, body);
}

function acceptable(token: Token, label: IdLabel | null, masked: string): boolean {
  const meaning = label?.meaning ?? null;
  const confidence = label?.confidence ?? 0;
  const signed = /#|\bno\b|\bnum/i.test(label?.label ?? "");
  if (meaning !== null && confidence >= 0.85) {
    if (isOtherFigure(token.id) && !/^\d{4,5}-\d{3,4}-\d{1,2}$/.test(token.id)) return false;
    if (/\p{Ll}{4}/u.test(token.id)) return false;
    if (meaning === "groupNumber") return true;
    if (
      meaning === "authNumber" &&
      /^\d{5}$/.test(token.id) &&
      (!signed || /^\s*(?:x|×|\*|-\d{2}\b|,\s?\d{5}|&|\/|units?|visits?)/i.test(masked.slice(token.end, token.end + 8)))
    )
      return false;
    if (isServiceCode(token.id) && token.letters > 0 && meaning !== "memberId")
      return /^[A-Z]\d{4}$/i.test(token.id) ? confidence >= 0.9 : false;
    if (/^(?:19|20)\d{2}$/.test(token.id)) return false;
    return token.digits >= (token.letters > 0 ? 3 : 4);
  }
  return !isPlainFigure(token, masked);
}

/** The text before a number on its own line, or the line above where the number begins its line. */
function lineBefore(before: string): string {
  const at = before.lastIndexOf("\n");
  const line = before.slice(at + 1);
  return at >= 0 && line.trim() !== "" ? line : before.replace(/[\r\n]+/g, " ");
}

/** "Member ID ABC 123456789": the plan's letters stand apart between the label and the digits. */
function leadingLetters(before: string): { readonly label: IdLabel | null; readonly length: number } {
  const letters = /(?:^|[\s:#])(\p{Lu}{2,4}) $/u.exec(before.slice(-12))?.[1];
  if (letters === undefined || PAYER_WORDS.has(letters.toLowerCase())) return { label: null, length: 0 };
  const label = labelBefore(before.slice(0, before.length - letters.length - 1));
  return label?.meaning === "memberId" && label.confidence >= 0.85
    ? { label, length: letters.length + 1 }
    : { label: null, length: 0 };
}

/** "70002311801 / A0917": a short number after a long one and a slash, at the end of the line, is its group. */
function isPairedGroup(body: string, token: Token, previous: IdMention | undefined): boolean {
  if (!previous || (previous.meaning !== "memberId" && previous.meaning !== "unknown")) return false;
  if (!/^\s*\/{1,2}\s*$/.test(body.slice(previous.end, token.start)) || previous.id.replace(/\D/g, "").length < 7)
    return false;
  return /^\s*(?:$|[\n(;,])/.test(body.slice(token.end, token.end + 6));
}

function judge(
  token: Token,
  body: string,
  masked: string,
  before: string,
  after: string,
  label: ReturnType<typeof labelBefore>,
  previous: IdMention | undefined,
): IdMention {
  const remark = labelAfter(after);
  let meaning: IdMeaning = "unknown";
  let confidence = 0.3;
  if (label?.meaning) {
    meaning = label.meaning;
    confidence = label.confidence;
  } else if (
    previous &&
    /^\s*(?:\?*\s*(?:or|\/|vs\.?)|\?+\s*)\s*(?:maybe\s+)?#?\s*$/i.test(before) &&
    body.slice(previous.end, token.start).length < 12
  ) {
    const group = previous.meaning === "memberId" && !/or|vs|\?/i.test(before) && looksLikeGroup(token);
    meaning = group ? "groupNumber" : previous.meaning;
    confidence = group ? 0.85 : Math.min(previous.confidence, 0.5);
  } else if (/#\s*$/.test(before)) {
    const payer = afterPayer(before.replace(/#\s*$/, "")) || afterUnknownPayer(masked, token.start);
    const dated = DATES_AFTER.test(body.slice(token.end, token.end + 40)) || afterDateRange(body, token.start);
    meaning = payer ? "memberId" : "authNumber";
    confidence = payer ? 0.88 : dated ? 0.88 : 0.6;
  } else if (afterPayer(before)) {
    meaning = "memberId";
    confidence = 0.87;
  } else if (DATES_AFTER.test(body.slice(token.end, token.end + 40)) || afterDateRange(body, token.start)) {
    meaning = "authNumber";
    confidence = token.letters > 0 || token.digits > 6 ? 0.72 : 0.5;
  } else if (leadsDatedLine(body, token)) {
    meaning = "authNumber";
    confidence = 0.62;
  } else if (AUTH_PREFIX.test(token.id) && body.length > token.id.length + 4) {
    meaning = "authNumber";
    confidence = /^(?:SCA|LOA)/i.test(token.id) ? 0.45 : 0.55;
  }
  if (remark && (label === null || remark.meaning === "reference")) ({ meaning, confidence } = remark);
  if (meaning === "authNumber" && label === null && /^(?:REF|INQ|TXN|TKT|CALL|CONF)/i.test(token.id))
    meaning = "reference";
  const grouped = meaning === "authNumber" && confidence >= 0.85 ? groupsLength(token, masked) : 0;
  const end =
    grouped > 0
      ? token.end + grouped
      : meaning === "memberId" || meaning === "unknown"
        ? token.end + suffixLength(token, masked, meaning, label !== null)
        : token.end;
  const id = body.slice(token.start, end);
  return {
    start: token.start,
    end,
    text: id,
    id,
    meaning,
    confidence,
    ...(label?.meaning ? { label: label.label } : {}),
  };
}

/** "auth is 2203 8871": figures spoken in groups, the first of three or four, are one number. */
function groupsLength(token: Token, masked: string): number {
  if (token.letters > 0 || token.digits < 3 || token.digits > 4) return 0;
  const groups =
    /^(?: \d{2,4}){1,3}(?![\d/:.,%-]|\s?(?:x\b|of\b|to\b|thru\b))/.exec(masked.slice(token.end, token.end + 18))?.[0] ??
    "";
  const rest = masked.slice(token.end + groups.length, token.end + groups.length + 14);
  return UNIT_AFTER.test(rest) && !/^ per (?:rep|um|cm|phone|fax|letter|portal)/i.test(rest) ? 0 : groups.length;
}

/** First thing on its line, and a date range follows on the same line: "M2504-240 RTC 4/19–5/2". */
function leadsDatedLine(body: string, token: Token): boolean {
  const before = body.slice(Math.max(0, token.start - 200), token.start);
  if (!/(?:^|\n)\W*$/.test(before)) return false;
  const line = /^[^\n]*/.exec(body.slice(token.end, token.end + 120))?.[0] ?? "";
  return /\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\s*(?:-|–|—|to|thru|through|until|→|->)\s*\d{1,2}[/.]\d{1,2}/i.test(line);
}

/** Cigna and others print the person's two digits apart: "U77120041 02". */
function suffixLength(token: Token, masked: string, meaning: IdMeaning, labelled: boolean): number {
  if (labelled && meaning === "memberId") {
    const tail =
      /^(?: \d{2,6}){1,2}(?=\s*$|\s*[?,;)(\n]|\s{2}|\s+\p{L}{2})/u.exec(masked.slice(token.end, token.end + 16))?.[0] ??
      "";
    const unit = UNIT_AFTER.test(masked.slice(token.end + tail.length, token.end + tail.length + 10));
    if (tail !== "" && !unit && (token.digits < 6 || /^ \d{2}$/.test(tail))) return tail.length;
  }
  if (token.letters === 0 || token.letters > 4 || token.digits < 6) return 0;
  if (meaning === "unknown" && !/^ \d{2}(?:\s*$|\s*[?,;)(\n]|\s{2})/.test(masked.slice(token.end, token.end + 8)))
    return 0;
  const suffix = /^ \d{2}(?![\p{L}\p{N}/:.-]|\s?(?:days?|visits?|units?|sess\w*|hrs?|%|x\b|of\b))/iu.exec(
    masked.slice(token.end, token.end + 14),
  );
  return suffix ? suffix[0].length : 0;
}

function looksLikeGroup(token: Token): boolean {
  const length = token.digits + token.letters;
  return length <= 8 || (/[-.]/.test(token.id) && length <= 15);
}

/** Of one build and length: two readings of one number rather than two numbers of different kinds. */
function alike(a: string, b: string): boolean {
  return a.length === b.length && shapeOf(a) === shapeOf(b);
}

function withDoubts(found: readonly IdMention[], body: string): IdMention[] {
  return found.map((mention, at) => {
    const next = found[at + 1];
    const previous = found[at - 1];
    const rival = (a: IdMention | undefined, b: IdMention | undefined): boolean =>
      a !== undefined &&
      b !== undefined &&
      a.meaning === b.meaning &&
      a.id !== b.id &&
      /^\W*(?:or|vs\.?|\/|\?+)\W*(?:maybe\W*)?#?\W*$/i.test(body.slice(a.end, b.start)) &&
      (a.meaning !== "unknown" ||
        /or|vs|\?/i.test(body.slice(Math.max(0, a.start - 25), b.end + 3)) ||
        alike(a.id, b.id));
    const after = body.slice(mention.end, mention.end + 4);
    const before = body.slice(Math.max(0, mention.start - 14), mention.start);
    let doubt: IdDoubt | undefined;
    if (rival(mention, next) || rival(previous, mention)) doubt = "two values";
    else if (/^\s?\?/.test(after) || /\b(?:maybe|possibly|either|prob(?:ably)?)\W*$/i.test(before))
      doubt = "question mark";
    else if (/^(?:[–—…_*]|-(?!\s)|\.\.|x{3,}|\s?-\s?\?)(?!\d)/i.test(after) && !/^[-–—]\s?[\p{L}\d(]/u.test(after))
      doubt = "cut off";
    return doubt ? { ...mention, doubt, confidence: Math.min(mention.confidence, 0.5) } : mention;
  });
}
