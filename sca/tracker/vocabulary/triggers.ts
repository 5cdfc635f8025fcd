import type { Trigger } from "../tracked-case.ts";
import { findPhrases, type PhraseMention } from "./phrase-table.ts";
import { TRIGGER_WORDS, type TriggerSignal } from "./trigger-words.ts";
import { plainText, tokensOf } from "./wording.ts";

/** Why the patient is seen out of network, as a text says it. */
export interface TriggerReading {
  readonly trigger: Trigger;
  /** 0 to 1. */
  readonly confidence: number;
  /** Other triggers that the same words give reason for, the strongest first. */
  readonly alternatives: readonly Trigger[];
}

const FAR =
  /\b\d[\d.,]*\s*\+?\s*(?:½|¼)?\s*(?:mi|mis|mile|miles|km|kms|kilometers|kilometres)\b|\b\d[\d.]*\s*\+?\s*(?:½)?\s*(?:min|mins|minutes?|hrs?|hours?|h)\b\s*\+?\s*(?:\d+\s*(?:min|m)?\s*)?(?:away|drive|driving|one way|each way|by car|from|commute|travel|trip|out|round|ea way)|\b(?:w\/in|within|in)\s+(?:an?|one|\d+)\s*(?:hour|hr|min|minutes?|mi|miles?)\b(?! of tx)|\b\d+h\d*\s*(?:away|drive)?\b|\bclosest\b.*\b\d|\bnearest\b.*\b\d/;
const WAIT =
  /\b\d+\s*\+?\s*-?\s*(?:\d+\s*)?(?:wk|wks|week|weeks|mo|mos|month|months|day|days)\s*\+?\s*(?:wait|waits|wl|w\/l|waitlist|waiting|out|backlog)\b|\b(?:wait|waits|waitlist|wl|waiting list|booked|booking)\b.{0,20}\b\d+\s*\+?\s*(?:wk|wks|week|weeks|mo|mos|month|months)\b/;
const SINCE =
  /\bsince\s+(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|prek|birth|age|last|k\b)|\b\d+\s*\+?\s*(?:yrs?|years?|mos?|months|wks|weeks)\s+(?:with|w\/|here|already|in tx|in treatment|of tx|under our)|\bstarted (?:w\/|with|here|in)\b/;

/** "no peds DC INN", "no one else in their network", "par guy quit", "INN agencies all declined": nobody in network is left. */
const NOBODY =
  /\b(?:no|zero|0)\s+(?:[a-z][\w/-]*\s+){0,3}(?:inn|in[- ]net\w*|par|contracted|in (?:their|the|your|our|her|his|plan'?s?) network)\b|\b(?:nobody|no one|noone|none)\s+(?:else|left|around|local|nearby|avail\w*|inn|par|w\/?in|within|on (?:their|the) (?:panel|list))\b|\b(?:inn|par|in[- ]network|only par|network)\s+(?:[a-z][\w/-]*\s+){0,3}(?:quit|retired|left|closed|moved away|gone|declined|refused|passed away|termed)\b/;
/** "pt of ours 6 yrs", "ins flipped": the patient was here before the plan was. */
const OURS =
  /\b(?:pt|patient|client|kid|child|member)s? of ours\b|\b(?:pt|patient|client) (?:here|with us|w\/ us) (?:since|for|\d)|\b(?:here|with us|w\/ us|ours|seen (?:here|by us)) (?:since|for \d|\d+ (?:yrs?|years?|mos?|months))|\b(?:ins|insurance|plan|coverage|payer|employer|policy)\s+(?:flipped|switched|changed|moved|swapped|flip|swap)\b/;
/** "avoid PICU stay", "vs surgery", "keeps pt out of hospital": what it saves. */
const INSTEAD =
  /\b(?:instead of|in place of|rather than|vs|versus|to avoid|avoid|avoids|avoiding|saves? (?:them |the plan )?(?:a|the)|keep(?:s|ing)? (?:\w+ )?out of)\.?\s+(?:(?:an?|the|another|more|costly|long)\s+)?(?:\w+\s+)?(?:surgery|surgical|shots?|injections?|hospital\w*|hosp|inpatient|inpt|admissions?|admits?|readmi\w+|stay|icu|picu|nicu|er|ed visits?|snf|rehab stay|or time|fusion|rtc|residential)\b/;
/** "only flexion-distraction table in plan area", "only LSVT BIG clinic": nobody else does it. */
const ONLY =
  /\b(?:the |is )?only\s+(?:[a-z][\w/-]*\s+){1,4}(?:in|w\/in|within|on this side of|for)\s+(?:the\s+|this\s+|our\s+|their\s+|all of\s+)?(?:plan\s+|service\s+|tri-?)?(?:state|county|area|region|network|city|valley|town|dx|\d)|\bonly\s+(?!(?:the|an?|if|when|for|in|at)\b)(?:[a-z][\w/-]*\s+){1,3}(?:clinic|ctr|center|centre|program|practice|provider|therapist|surgeon|lab|site|hospital|doctor|dr|specialist)\b/;

/** What a signal weighs for each trigger. Two networkGap words do not beat one word of a special reason. */
const WEIGHT: Readonly<Record<TriggerSignal, readonly [Trigger, number]>> = {
  continuity: ["continuity", 5],
  continuityBeside: ["continuity", 3],
  cost: ["costAlternative", 6],
  costBeside: ["costAlternative", 2.5],
  distance: ["geographic", 4.5],
  distanceBeside: ["geographic", 2],
  specialty: ["specialty", 3],
  specialtyBeside: ["specialty", 1.5],
  gap: ["networkGap", 3.5],
  gapBeside: ["networkGap", 2],
  other: ["other", 2.4],
};

const ALONE: Readonly<Record<string, Trigger>> = {
  gap: "networkGap",
  ni: "networkGap",
  na: "networkGap",
  ge: "networkGap",
  netgap: "networkGap",
  inad: "networkGap",
  coc: "continuity",
  toc: "continuity",
  cont: "continuity",
  trans: "continuity",
  spec: "specialty",
  sp: "specialty",
  spc: "specialty",
  dist: "geographic",
  geo: "geographic",
  mi: "geographic",
  cost: "costAlternative",
  oth: "other",
  other: "other",
  misc: "other",
};

/** "INN provider available", "par supplier avail": the network has one, which is a reason to deny, not to ask. */
const THERE =
  /\b(?:inn|in[- ]?net(?:work|w)?|par|participating|contracted)\b(?:\s+[a-z/-]+){0,3}\s+(?:(?:is|are|was|were)\s+)?avail(?:able|ability|\.)?(?![a-z])/;
const NEGATED =
  /\b(?:no|not|none|nobody|zero|0|lack\w*|without|few|limited|never|un\w+|first avail\w*|next avail\w*|earliest|wait\w*)\b|n't\b/;

/** "verbal only so far", "letter is in the drive" speak of no distance; a centre that the plan wants to hear first is not ours. */
const SPEAKS_OF_ELSE =
  /\b(?:so|thus|as) far\b|\b(?:in|on|to) (?:(?:the|our|my|a|google|shared|one|g|s|h|team)[ :-]){0,2}drive\b(?! from)|\b(?:second opinion|2nd opinion|wants?|requires?|insists?|prefers?|redirect\w*|steer\w*)\b[^.;\n]{0,50}\b(?:cent(?:er|re)s? of excellence|coe)\b/gi;

/**
 * Why a request was made, from free wording. Reasons weigh against each other: care under way and a changed plan outweigh a
 * gap, miles outweigh "no INN", "no INN" outweighs the specialty that it names; what loses stands in `alternatives`. Null
 * where the text gives no reason.
 *
 * @example readTrigger("No contracted child program within 60 miles") is
 * { trigger: "geographic", confidence: 0.85, alternatives: ["networkGap"] }
 */
export function readTrigger(text: string): TriggerReading | null {
  const plain = plainText(text).replace(/\s+/g, " ").trim();
  if (plain === "" || plain.length > 8000) return null;
  const short = plain.replace(/[^a-z]/g, "");
  const alone = /^n\s*\/\s*a$|^n\.?a\.?$/.test(plain) && text.trim() !== "NA" ? undefined : ALONE[short];
  if (alone !== undefined && plain.length < 8) {
    const shaky = /^(?:na|mi|sp|ge|ni|cont|trans)$/.test(short);
    return { trigger: alone, confidence: shaky ? 0.6 : 0.95, alternatives: [] };
  }
  const tokens = tokensOf(text.replace(SPEAKS_OF_ELSE, (found) => " ".repeat(found.length)));
  const found = findPhrases(tokens, TRIGGER_WORDS);
  const weights = new Map<Trigger, number>();
  const add = (trigger: Trigger, weight: number) => weights.set(trigger, (weights.get(trigger) ?? 0) + weight);
  for (const mention of found) add(...weightOf(mention));
  if (FAR.test(plain)) add("geographic", 4.5);
  if (WAIT.test(plain)) add("networkGap", 3.5);
  if (SINCE.test(plain)) add("continuity", 4);
  else if (OURS.test(plain)) add("continuity", 4.5);
  if (THERE.test(plain) && !NEGATED.test(plain)) weights.delete("networkGap");
  const atLeast = (trigger: Trigger, weight: number) =>
    weights.set(trigger, Math.max(weights.get(trigger) ?? 0, weight));
  if (NOBODY.test(plain)) atLeast("networkGap", 3.5);
  if (INSTEAD.test(plain)) atLeast("costAlternative", 5);
  if (ONLY.test(plain)) atLeast("specialty", 3);
  // "No INN lab offers WGS": the specialty only says what the network lacks.
  const gap = weights.get("networkGap") ?? 0;
  const specialty = weights.get("specialty") ?? 0;
  if (gap >= 3.5 && specialty > 0) weights.set("specialty", Math.min(specialty, gap - 0.5));
  const ranked = [...weights].filter(([, weight]) => weight >= 1.5).sort((a, b) => b[1] - a[1]);
  const best = ranked[0];
  if (best === undefined) return null;
  const second = ranked[1];
  const alternatives = ranked.slice(1).map(([trigger]) => trigger);
  return { trigger: best[0], confidence: certainty(best, second, tokens.length), alternatives };
}

function weightOf(mention: PhraseMention<TriggerSignal>): readonly [Trigger, number] {
  const [trigger, weight] = WEIGHT[mention.meaning];
  return [trigger, mention.exact ? weight : weight * 0.9];
}

function certainty(
  best: readonly [Trigger, number],
  second: readonly [Trigger, number] | undefined,
  words: number,
): number {
  const strong = best[1] >= 3 ? 0.95 : best[1] >= 2.4 ? 0.85 : 0.6;
  // Specialty and distance are both also a gap: losing to each other costs little.
  const kin =
    second !== undefined && second[0] !== "continuity" && second[0] !== "costAlternative" && best[0] !== "continuity";
  const contest =
    second === undefined
      ? 0
      : second[1] >= best[1] - 0.6
        ? kin
          ? 0.15
          : 0.4
        : second[1] > 2
          ? kin
            ? 0.08
            : 0.15
          : 0.05;
  return Math.round((strong - contest - (words > 30 ? 0.1 : 0)) * 100) / 100;
}
