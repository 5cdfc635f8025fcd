import { plainText } from "./plain-text.ts";

/** A stretch of a text, `end` being the first character after it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A number that is no money, no code and no count, and what it is instead. */
export interface OtherNumber extends Span {
  readonly what: "date" | "shortDate" | "phone" | "address" | "time" | "distance" | "identifier" | "age" | "dose";
}

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
/** Labels after which a run of digits is a name, however short. */
const SHORT_LABEL =
  "(?:box|room|rm|suite|ste|apt|level|lvl|tier|opt|option|ext|extension|page|pg|grade|step|line|row|zip)";
/** Labels after which only a long run of digits, or one marked as a number, is a name. */
const LONG_LABEL =
  "(?:auth|authorization|ref|reference|conf|confirmation|call|case|claim|ticket|acct|account|id|mbr|member|mem|subscriber|sub|policy|pol|grp|group|gr|mrn|npi|tin|ein|ssn|bin|pcn|rxgrp|pa|loa|sca|license|lic|fax|tel|ph|phone|dbn|sponsor|tracking|portal|certificate|cert|file|form|wo|order|invoice|inv|check|ck|chk|eft|icn|dcn|hipaa)";

const PATTERNS: readonly (readonly [OtherNumber["what"], RegExp])[] = [
  ["address", /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g],
  ["address", /\bhttps?:\/\/\S{1,500}/g],
  ["date", /(?<!\d)(?:19|20)\d{2}([-/.])\d{1,2}\1\d{1,2}(?:[t ]\d{1,2}:\d{2}(?::\d{2})?[\d.]{0,8}z?)?(?!\d)/g],
  ["date", new RegExp(`(?<![\\d$.,])${DAY}([-/.])${DAY}\\1(?:19|20)?\\d{2}(?!\\d|[.,]\\d)`, "g")],
  [
    "date",
    new RegExp(
      `\\b${MONTH}\\b\\.?[\\s-]{0,2}${DAY}(?:st|nd|rd|th)?\\b(?:,?\\s{0,2}'?(?:19|20)\\d{2}\\b|,?\\s?'\\d{2}\\b)?`,
      "g",
    ),
  ],
  [
    "date",
    new RegExp(
      `(?<![\\d$.,/])${DAY}(?:st|nd|rd|th)?[\\s-]{0,2}(?:of )?${MONTH}\\b(?:[\\s,-]{0,2}'?(?:19|20)?\\d{2}\\b)?`,
      "g",
    ),
  ],
  ["date", new RegExp(`\\b${MONTH}\\b\\.?,?[\\s-]{0,2}'?(?:19|20)\\d{2}\\b`, "g")],
  ["date", /(?<![\d$.,])(?:19|20)\d{2}\s?[-/]\s?(?:19|20)?\d{2}(?![\d,.%]|\s?(?:\/|per\b))/g],
  [
    "date",
    /\b(?:in|since|fy|sy|cy|year|yr|until|til|till|thru|through|summer|fall|spring|winter|q[1-4]) ?'?(?:19|20)\d{2}\b/g,
  ],
  [
    "phone",
    /(?<![\d$])(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]?\d{4}(?!\d)(?:[\s,]{0,3}(?:x|ext\.?|#|opt\.?|option)\s?\d{1,6})?/g,
  ],
  ["phone", /(?<![\d$])\d{3}[-.]\d{4}(?!\d)(?:[\s,]{0,3}(?:x|ext\.?|#)\s?\d{1,6})?/g],
  ["time", /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?|\s?[ap]\b)?/g],
  ["time", /(?<![\d$.])\d{1,2}\s?(?:[ap]\.?m\b|o'clock\b)/g],
  ["distance", /(?<![\d$.])\d{1,4}(?:\.\d+)?\s?\+?\s?(?:mi|mile|miles|km|kms|kilometers|min|mins|minutes)\b/g],
  [
    "distance",
    /(?<![\d$.])\d{1,2}(?:\.\d+)?½?\s?(?:h|hr|hrs|hour|hours)\s?(?:\d{1,2}\s?m?(?:in)?s?\s)?(?=(?:drive|away|each way|round|one way|trip|by car|from|commute))/g,
  ],
  ["distance", /(?<![\d$.])\d{1,2}\s?h(?:rs?|ours?)?\s?\d{2}(?!\d)/g],
  ["age", /\b(?:age|aged)\s?\d{1,3}\b/g],
  ["age", /(?<![\d$.])\d{1,3}\s?-?(?:yo|y\/o|yrs? old|years? old|year-old)\b/g],
  ["dose", /(?<![\d$.])\d{1,6}(?:\.\d+)?\s?(?:mg|mcg|ml|kg|iu|lbs?)\b/g],
  [
    "identifier",
    new RegExp(`\\b${SHORT_LABEL}\\.?\\s?[:#]?\\s?\\d[\\w-]{0,20}(?![\\w-]|\\.\\d|\\s?(?:%|pct|percent))`, "g"),
  ],
  [
    "identifier",
    new RegExp(
      `\\b${LONG_LABEL}\\.?\\s?(?:id|ref)?\\s?(?:#|no\\b\\.?|nr\\b\\.?|num\\b\\.?|number\\b|nbr\\b)\\s?(?:is |for [a-z ]{1,20})?[:#=]?\\s?[\\w-]{0,12}\\d[\\w-]{0,24}`,
      "g",
    ),
  ],
  [
    "identifier",
    new RegExp(
      `\\b${LONG_LABEL}\\.?\\s?(?:id|ref|is)?\\s?[:=]?\\s?(?!\\d{5}\\s?x|\\d{1,4}\\b)[a-z]{0,4}-?\\d{5}[\\w-]{0,20}`,
      "g",
    ),
  ],
  ["identifier", /#\s?[a-z]{0,5}-?\d[\w-]{0,30}/g],
  ["identifier", /(?<![\d.,$])\d{7,}(?!\d|[.,]\d)/g],
  ["identifier", /(?<![\d.,$/-])0\d{2,}(?![\d.]|\s?%)/g],
  ["identifier", /(?<![\w$.,])\d{1,12}(?:-\d{1,12}){2,}(?!\d)/g],
  ["identifier", /(?<![\w$.,])(?:\d{6,12}-\d{1,12}|\d{1,12}-\d{6,12})(?!\d)/g],
  ["identifier", /(?<!\d)\d(?:\.\d{1,8})?e\+\d{1,2}\b/g],
  ["identifier", /(?<![\d$.,])\d{1,4}(?:st|nd|rd|th)\b/g],
  [
    "shortDate",
    new RegExp(`(?<![\\d$.,/x-])(?:(?:0?[1-9]|1[0-2])/${DAY}|${DAY}/(?:0?[1-9]|1[0-2]))(?![\\d/]|[.,]\\d|\\s?%)`, "g"),
  ],
  [
    "shortDate",
    new RegExp(
      `(?<![\\d$.,/x-])(?:0?[1-9]|1[0-2])-${DAY}(?![\\d/-]|[.,]\\d|\\s?(?:%|k\\b|x\\b|per\\b|pct|percent|mcr|medicare))`,
      "g",
    ),
  ],
];

/**
 * The numbers of a text that are dates, phones, addresses, times, distances, identifiers, ages or doses, in order and apart.
 * `shortDate` is a day and month without a year ("4/15", "3-8"), which may also be a count ("9/12"): the caller decides.
 *
 * @example otherNumbers("ok 3/4 per Dana 503-555-0140, $150") has the short date at 3 and the phone at 16
 */
export function otherNumbers(text: string): OtherNumber[] {
  const plain = plainText(text);
  if (!/\d/.test(plain)) return [];
  const taken = new Uint8Array(plain.length);
  const found: OtherNumber[] = [];
  for (const [what, pattern] of PATTERNS) {
    for (const match of plain.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      let free = true;
      for (let at = start; at < end && free; at += 1) free = taken[at] === 0;
      if (!free) continue;
      taken.fill(1, start, end);
      found.push({ start, end, what });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether a stretch touches one of the spans (which are in order). */
export function touches(spans: readonly Span[], start: number, end: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span !== undefined && span.end > start) high = middle;
    else low = middle + 1;
  }
  const next = spans[low];
  return next !== undefined && next.start < end;
}
