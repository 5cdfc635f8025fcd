import { findEmails } from "./emails.ts";
import { foldWord } from "./given-names.ts";
import { isInsurerToo, type PersonRun, personRuns } from "./person-runs.ts";
import { RELATIONS } from "./person-words.ts";
import { findPhones } from "./phones.ts";
import { samePerson } from "./same-person.ts";

/** A person named in prose who may be the payer's contact. */
export interface ContactMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly name: string;
  /** The number or address that stands beside the name. */
  readonly phone?: string;
  readonly email?: string;
  /** What speaks for a contact: "role" (CM, rep), "reach" (a number or address beside it), "talk" (spoke w/, per), "says", "aside" (in brackets). */
  readonly cue: "role" | "reach" | "talk" | "says" | "aside";
  readonly confidence: number;
}

const ROLE =
  /(?:^|[^\p{L}])(?:reps?|representative|case ?m(?:gr|anager|ngr)|care ?(?:m(?:gr|anager)|coord\w*|adv\w*)|cm|ccm|coord(?:inator)?|network ?(?:mgr|manager|rep|contact)|contract(?:ing|s) ?(?:mgr|manager|rep|spec\w*)?|(?:um|ur|intake|triage|clinical)? ?(?:nurse|reviewer|rn)|agent|supervisor|supv|negotiator|contact(?: person| name)?|liaison|analyst|specialist|spec|adjuster|provider ?rel\w*|appeals ?(?:coord\w*|spec\w*)?|advocate|examiner|assigned(?: to)?|handled by|um|ur|lpn|lcsw|mgr|manager|director|reviewer)[.:]?\s*(?:is|was|named?|=|[-–:])?\s*["“]?$/iu;
const TALK_STRONG =
  /(?:^|[^\p{L}])(?:spoke (?:w\/|with|to)|sp(?:k|oke)? w\/|s\/w|s\/t|t\/c (?:w\/?|with|to|from)|tc (?:w\/?|with|to|from)|talk(?:ed|ing)? (?:to|w\/|with)|lvm (?:for|w\/|with)|vm (?:for|to|from)|left (?:a )?(?:msg|vm|vmail|message) (?:for|with|w\/)|attn:?|confirmed (?:w\/|with|by)|approved by|ok['’]?d by|okayed by|verbal(?:ly)?(?: (?:ok|yes|approval|auth))?(?: [\d/-]{3,10})? ?(?:from|by|per|w\/|with)|e-?mail(?:ed)? (?:from|to)|letter (?:from|by)|heard (?:back )?from|signed by|f\/u (?:w\/|with)|follow(?:ed)? up (?:w\/|with)|call(?:ed)? (?:from|back from|w\/|with)|pend(?:ing|ed)? (?:w\/|with)|negotiat\w+ (?:w\/|with))\s*$/iu;
const TALK_WEAK =
  /(?:^|[^\p{L}])(?:per|from|fr|w\/|with|by|via|called|call|emailed|e-mailed|asked|reached|thru|to)\s*$/iu;
const SAYS =
  /^[,]?\s+(?:says?|said|gave|confirm(?:s|ed)|approved|ok['’]?d|okay?ed|agreed|agrees|talks|promised|promises|advised|stated|quoted|offered|offers|e-?mailed|faxed|will (?:call|send|fax|email|check|get|let)|@|(?:from|at|in|of) (?:the )?(?:um|appeals|contracting|network|provider|claims|intake|plan|payer|[A-Z]\p{L}+))(?![\p{L}])/iu;
const BESIDE =
  /^[\s,;:(<[@–-]{0,4}(?:(?:RN|LPN|LCSW|CM|CCM|LPC|BSN|MD)[\s,(-]+|(?:@|at|from|in) ?[\p{L}]+(?: [\p{L}]+)?[\s,(:-]+)?$/u;

function clauseBefore(text: string, at: number): string {
  return /[^.;!?\n]*$/.exec(text.slice(Math.max(0, at - 80), at))?.[0] ?? "";
}

/** Family and our own doctors are not the payer's people. */
function isOtherSide(text: string, run: PersonRun): boolean {
  const before = clauseBefore(text.slice(0, run.start).replace(/\b(mrs?|ms|dr)\./gi, "$1 "), run.start);
  const close = before
    .split(/[^\p{L}\p{M}'’]+/u)
    .filter(Boolean)
    .slice(-4)
    .map(foldWord);
  const family = new Set(["policy", "self", "family", "payor", "sub", "holder", "emergency", "subscr"]);
  if (close.some((word) => RELATIONS.has(word) && !family.has(word))) return true;
  if (
    /^\s*[(,=-]+\s*(?:pt['’]?s? )?(?:mom|dad|mother|father|wife|husband|guardian|parent|spouse|patient|pt|client|our|my|billing)\b/i.test(
      text.slice(run.end, run.end + 25),
    )
  )
    return true;
  if (/(?:^|[^\p{L}])(?:our|my|pt|patient|client|clinician|therapist|surgeon|provider)(?:['’]s)?[:\s]+$/iu.test(before))
    return true;
  if (
    /(?:updated|entered|prepared|logged|typed|scanned|filed|written|posted|billed|started|maintained|created|owner|staff|biller)(?: by)?[:\s]*$/i.test(
      before,
    )
  )
    return true;
  // The plan's own doctors are its people: "Dr. Amir Shah (med dir)".
  if (
    /^\s*[(,-]+\s*(?:(?:the|their|plan['’]?s?|payer['’]?s?|um)\s+)?(?:med(?:ical)?\.? ?dir(?:ector)?|peer reviewer|reviewer|plan|um|cmo)\b/i.test(
      text.slice(run.end, run.end + 30),
    )
  )
    return false;
  return run.title === "dr" || /\bdrs?\.?\s+$/i.test(before);
}

function beside<T extends { start: number; end: number }>(
  text: string,
  run: PersonRun,
  spans: readonly T[],
): T | undefined {
  return spans.find(
    (span) => span.start >= run.end && span.start - run.end < 45 && BESIDE.test(text.slice(run.end, span.start)),
  );
}

/**
 * Finds people in prose who may be the payer's contact, most by a role, a telephone number or a word of talking beside the name.
 * Family, our own doctors and the patient (when given) are left out; a bare name without such a sign is never a contact.
 *
 * @example findContacts("Trina (860-555-0166) agreed to 285 a day")[0] names "Trina" with that number
 */
export function findContacts(text: string, around: { readonly patient?: string | undefined } = {}): ContactMention[] {
  const body = text.length > 32_767 ? text.slice(0, 32_767) : text;
  const phones = findPhones(body).filter(({ kind, confidence }) => kind === "phone" && confidence >= 0.3);
  const emails = findEmails(body);
  let masked = body;
  for (const { start, end } of [...phones, ...emails])
    masked = `${masked.slice(0, start)}${"|".repeat(end - start)}${masked.slice(end)}`;
  const mixed = /\p{Ll}{3}/u.test(body);
  const found: ContactMention[] = [];
  for (const run of personRuns(masked)) {
    if (isOtherSide(body, run)) continue;
    const phone = beside(body, run, phones);
    const email = phone
      ? emails.find((mail) => mail.start >= phone.end && mail.start - phone.end < 6)
      : beside(body, run, emails);
    const phoneAfterMail =
      email && !phone ? phones.find((span) => span.start >= email.end && span.start - email.end < 6) : undefined;
    const number = phone ?? phoneAfterMail;
    const weighed = weigh(body, run, number !== undefined || email !== undefined);
    if (!weighed) continue;
    if (run.shouted && mixed && !run.given && run.fullWords === 1 && weighed.cue !== "role" && weighed.cue !== "reach")
      continue;
    if (around.patient && samePerson(run.name, around.patient) !== false && weighed.cue !== "role") continue;
    found.push({
      start: run.start,
      end: run.end,
      text: body.slice(run.start, run.end),
      name: run.name,
      ...(number ? { phone: number.phone } : {}),
      ...(email ? { email: email.text } : {}),
      ...weighed,
    });
  }
  return found;
}

function weigh(text: string, run: PersonRun, reached: boolean): Pick<ContactMention, "cue" | "confidence"> | null {
  // A name in quotation marks ("Marcus" says yes) is one that was only given over the phone.
  const quoted = /["“]\s*$/.test(text.slice(0, run.start)) && /^["”]/.test(text.slice(run.end, run.end + 1));
  const before = text
    .slice(Math.max(0, run.start - 45), run.start)
    .replace(/["“]\s*$/, "")
    .replace(/\b(?:mr|mrs|ms|miss|mx)\.?\s*$/i, "");
  const after = text.slice(run.end, run.end + 40).replace(/^["”]/, "");
  if (run.title === "dr") return { cue: "role", confidence: 0.85 };
  const solid = run.given || run.fullWords > 1 || / \p{L}\.?$|^\p{L}\.? /u.test(run.name);
  const role = ROLE.test(before);
  if (isInsurerToo(run) && !(role && reached)) return null;
  if (reached) return { cue: "reach", confidence: role ? 0.95 : solid ? 0.9 : run.doubtful ? 0.4 : 0.75 };
  if (run.low && !run.given) return null;
  if (role) return { cue: "role", confidence: run.low ? 0.6 : run.doubtful ? 0.4 : solid ? 0.9 : 0.7 };
  if (run.doubtful) return run.given && /^,?\s+(?:from|at|@)\s/.test(after) ? { cue: "says", confidence: 0.45 } : null;
  if (TALK_STRONG.test(before)) return { cue: "talk", confidence: run.low ? 0.5 : solid ? 0.75 : 0.5 };
  if (run.given && SAYS.test(after)) return { cue: "says", confidence: run.low ? 0.4 : 0.6 };
  if (run.given && TALK_WEAK.test(before))
    return { cue: "talk", confidence: run.low ? 0.35 : run.fullWords > 1 || quoted ? 0.6 : 0.5 };
  if (
    run.given &&
    /[([]\s*$/.test(before) &&
    /^\s*[)\]]/.test(after) &&
    /(?:verbal|ok|yes|approv\w*|appvd|phone|said|call\w*)[^.;]{0,20}[([]\s*$/i.test(before)
  ) {
    return { cue: "aside", confidence: 0.45 };
  }
  return null;
}
