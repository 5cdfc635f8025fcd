/** What stands before and after a number pair, and what it says about the pair being a date. */

const PARTICIPLE_OF_UNITS =
  /^(?:used|utili[sz]ed|authori[sz]ed|approved|granted|completed|attended|billed|scheduled|allowed|certified|needed|requested|remained)$/i;

const DATE_WORDS = new Set(
  (
    "on by dated date dt dob bd born birthday birthdate adm admit admitted admission disch discharge dos eval evaluation intake " +
    "sent send submit submission subm fax called call email portal mailed eff effective from since after before til till " +
    "until thru through start starting starts begin begins beginning began exp expire expires expiring end ends ending due " +
    "by oked ok okd okayed yes no denied denial appr apprvd appvd approval aprvd dnd decision decided dec det determination " +
    "appeal appealed overturned upheld signed executed letter loa rcvd recd received ck check checked paid f/u fu followup " +
    "upd updated asked written verbal pended changed switched lapsed left spoke vm lvm msg resent refaxed retro between as term " +
    "vbl verb aprv apprv approve ans nope granted deny termed last next soc reauth renewal ext extended extension p2p peer closed opened req'd reqd requested approved authorized"
  ).split(" "),
);

const UNITS_AFTER =
  /^\s{0,2}(?:of\b|used\b|utili[sz]ed\b|remain|left\b(?!\s+(?:a\b|an\b|msg|mess|vm|vmail|voice|word|detail|with|w\/|on\b|for\b|lvm))|visits\b|visit\b|sessions\b|units\b|unit\b|hrs?\b|hours\b|days\b|wks?\b|weeks\b|times\b|miles\b|mi\b|mg\b|ml\b|inch|tabs?\b|%|["″](?![\p{L}]))/iu;
const UNITS_BEFORE =
  /(?:(?<!\d\/\d{1,2}\s)\bused|\butili[sz]ed|\bscore|\bscale|\bpain|\bratio|\bbp|\bvision|\bgaf|\bunits\s?:|\bvisits\s?:|\bsessions\s?:|\bhrs\s?:|\bhours\s?:)\s{0,2}[:=]?\s{0,2}$/i;

/** The words beside a bare number pair say that it counts units ("9/12 visits", "used 3/5", "pain 6/10"). */
export function countsUnits(before: string, after: string): boolean {
  return UNITS_AFTER.test(after) || UNITS_BEFORE.test(before);
}

const UNIT_WORD =
  /\b(?:visits?|vsts?|sessions?|sess|units?|used|utili[sz]ed|hrs?|hours|remain\w*|score|scale|ratio|authori[sz]ed|count|doses?|cycles?|criteria|aides?|staff|goals?|steps?|items?)\b/i;

/**
 * A number pair within a sentence that nowhere near speaks of units is a date ("they okayed it over the phone 10/29");
 * common fractions are not ("3/4 of the fee").
 */
export function standsInSentence(text: string, start: number, end: number): boolean {
  if (/^(?:1\/[2-5]|2\/[35]|3\/[45])$/.test(text.slice(start, end))) return false;
  const near = text.slice(Math.max(0, start - 60), end + 60);
  const opensLine =
    /(?:^|\n)\s*$/.test(text.slice(Math.max(0, start - 12), start)) && /^\s{1,3}\p{L}/u.test(text.slice(end, end + 4));
  const words = near.match(/\p{L}{2,}/gu) ?? [];
  if (!opensLine && words.length < 3 && words.filter((word) => word.length > 2).length < 2) return false;
  return !UNIT_WORD.test(text.slice(Math.max(0, start - 16), end + 16));
}

/** A word right before or after a number pair says that it is a date ("denied 4/30", "thru 8/31", "3/20 faxed"). */
export function saysDate(before: string, after: string): boolean {
  const wordBefore = /([\p{L}][\p{L}\d'’/]*)[.:!]{0,3}[\s(#-]{0,3}$/u.exec(before)?.[1];
  if (wordBefore !== undefined) {
    const word = wordBefore.toLowerCase().replace(/[’']/g, "");
    if (/['’]d$/.test(wordBefore) && !/^(?:auth|us|need)['’]d$/i.test(wordBefore)) return true;
    if (DATE_WORDS.has(word) || WEEKDAY.test(word)) return true;
    if (/^[a-z]{3,}ed$/.test(word) && !PARTICIPLE_OF_UNITS.test(word)) return true;
  }
  const wordAfter = /^\s{0,2}[-–:,]?\s{0,2}([a-z]{2,}|@)/i.exec(after)?.[1];
  if (wordAfter === undefined) return false;
  if (/^(?:sent|spoke|told|left|rep|call|fax|email|portal|phone|mail|vm|am|pm|at|lvm|onwards?)$|^@$/i.test(wordAfter))
    return true;
  return /^[a-z]{3,}ed$/i.test(wordAfter) && !PARTICIPLE_OF_UNITS.test(wordAfter);
}

const WEEKDAY = /^(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/** A time of day right after a date, with its zone: it belongs to the mention but is not read. */
const TIME =
  /^(?:T|,?\s{1,2}(?:@\s?|at\s)?|\s?@\s?)(?:[01]?\d|2[0-4])(?:[:.][0-5]\d){1,2}(?:[.,]\d{1,9})?(?:\s?[ap]\.?m\.?(?![a-z]))?(?:\s?(?:Z|UTC|GMT|[ECMPH][SD]?T|[+-]\d{2}:?\d{2})(?![A-Za-z\d]))?|^,?\s{1,2}(?:@\s?|at\s)?(?:1[0-2]|[1-9])\s?[ap]\.?m\.?(?![a-z])/i;

/** How many characters after a date belong to its time of day; 0 where none is written. */
export function timeLength(text: string, at: number): number {
  const found = TIME.exec(text.slice(at, at + 48))?.[0];
  // "3/4 12.50": without a colon, a zone, seconds or am/pm it is a figure.
  if (found === undefined || (!/[:TZ]|[ap]\.?m/i.test(found) && !/\.\d\d\./.test(found))) return 0;
  return found.length;
}
