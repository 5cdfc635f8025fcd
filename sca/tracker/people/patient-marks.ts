import type { NameMark, NameReading } from "./name-reading.ts";

const MARKS: readonly (readonly [NameMark, RegExp])[] = [
  [
    "extension",
    /(?:^|[^\p{L}])(?:ext(?:n|en(?:sion|d(?:ed)?))?|cont(?:inued|inuation|inuing|['’]?d)?|conc(?:urrent)?|re-?auth\w*|renew(?:al|ed|ing)?|new auth|(?:2nd|3rd|4th|5th|second|third) (?:auth|per(?:iod)?|sem(?:ester)?)|again|more (?:visits?|vsts?|days|sess(?:ions)?|units|tx|hrs|hours)|add['’]?l|ccr|follow[- ]on|step[- ]?down)(?![\p{L}])|[↳└∟╰⤷]/iu,
  ],
  ["duplicate", /(?:^|[^\p{L}])(?:dup|dupe|duplicate|copy of)(?![\p{L}])/iu],
  ["example", /(?:^|[^\p{L}])(?:example|sample|test (?:pt|patient|client|record|row)|e\.g\.|ejemplo)(?![\p{L}])/iu],
  ["void", /(?:^|[^\p{L}])(?:void|voided|entered in error|delete)(?![\p{L}])/iu],
];

/** The marks that a cell's text carries. */
export function patientMarks(text: string): NameMark[] {
  return MARKS.filter(([, pattern]) => pattern.test(text)).map(([mark]) => mark);
}

const DITTO_START =
  /^[\s([{*-]*(?:same(?:\s+(?:as\s+)?(?:above|prev(?:ious)?|last|before|pt|patient|client|person|name|member|kid|child|student|line|row))*|ditto|idem|as above|see above|["'″“”〃〞´`]{1,4}|-+\s*["″〃]\s*-+|[↳└∟╰⤷↑▲^]+|do\.)[\s)\]}*-]*/i;

/** "same", "ditto", ditto marks, arrows, "↳ ext", "same as #3": a cell that carries another row's patient. Null for all else. */
export function readDittoName(text: string): NameReading | null {
  const trimmed = text.trim();
  const start = DITTO_START.exec(trimmed);
  if (!start || trimmed === "") return null;
  const rest = trimmed.slice(start[0].length).replace(/^[\s,;:.–—-]+/, "");
  const numbered = /^(?:as\s+)?(?:#|no\.?\s*|row\s*|line\s*|case\s*)(\d{1,5})$/i.exec(rest);
  if (numbered?.[1]) return { name: null, ditto: false, sameAs: numbered[1], confidence: 0.9, marks: [], leftover: [] };
  const marks = patientMarks(trimmed);
  const bare = rest.replace(/^["'″“”〃\s]+|["'″“”〃\s]+$/g, "");
  const onlyMarks =
    /^[^\p{L}]*$/u.test(bare) ||
    /^\W*(?:ext\w*|cont\S*|conc\S*(?: rev\w*)?|re-?auth\w*|renew\w*|new auth|again|add\S*l|ccr ?\d*|(?:2nd|3rd|4th) auth)\W*\d*\W*$/i.test(
      bare,
    );
  if (!onlyMarks) return null;
  if (/\d{5,}/.test(bare)) return null;
  const at = text.indexOf(rest, start[0].length);
  const leftover = rest === "" ? [] : [{ text: rest, start: at, end: at + rest.length }];
  return { name: null, ditto: true, confidence: 0.97, marks, leftover };
}
