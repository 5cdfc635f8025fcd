import { findPhrases, phraseTable } from "./phrase-table.ts";
import { type Token, tokensOf } from "./wording.ts";

/** The levels of care that have a short form of their own. */
export const LEVELS_OF_CARE = ["IOP", "PHP", "RTC", "Detox", "OP", "IP"] as const;
export type LevelOfCare = (typeof LEVELS_OF_CARE)[number];

/** The level of care that a cell names. */
export interface LevelOfCareReading {
  readonly level: LevelOfCare;
  /** 0 to 1. */
  readonly confidence: number;
  /** Other levels in the same text, in order ("WM, then RTC"): a person may have to say which is meant. */
  readonly others: readonly LevelOfCare[];
}

/** A level of care named in a text. */
export interface LevelOfCareMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly level: LevelOfCare;
  readonly confidence: number;
}

const WORDS = phraseTable<LevelOfCare>([
  [
    "IOP",
    "iop|intensive outpatient|intensive outpt|intensive op|intensive out patient|intensive outpatient program|intensive outpatient treatment|iop program|siop|eiop|viop|virtual iop|evening iop|adol iop|adolescent iop|asam 2.1|level 2.1|intens outpt|iop 3x|sa iop|mh iop|psych iop|sud iop",
  ],
  [
    "PHP",
    "php|partial hosp|partial hospital|partial hospitalization|partial hospitalisation|partial hospital program|part hosp|partial program|partial day|day treatment|day tx|day program|day hospital|day hosp|asam 2.5|level 2.5|virtual php|psych php|sud php|adol php|php 5x",
  ],
  [
    "RTC",
    "rtc|residential|residental|resi|res tx|resid|residential treatment|residential tx|residential treatment center|residential rehab|residential program|rtf|prtf|psych residential|sud residential|residential sud|mh residential|inpatient rehab sud|asam 3.5|asam 3.1|asam 3.3|level 3.5|level 3.1|level 3.3|res treatment|res care|rtc 3.5|residential loc|asam 3.7|level 3.7|adolescent residential|ed residential",
  ],
  [
    "Detox",
    "detox|detoxification|detoxing|withdrawal management|withdrawal mgmt|withdrawal mgt|withdrawal mgmnt|wm|medical detox|medically managed withdrawal|medically monitored withdrawal|detox ip|inpatient detox|ip detox|residential detox|rtc detox|subacute detox|sub acute detox|acute detox|social detox|ambulatory detox|3.7 wm|3.7-wm|wm 3.7|3.7wm|4.0 wm|asam 3.7 wm|asam 3.7-wm|asam 4.0 wm|3.2 wm|level 3.7 wm|amb wm|rehab/detox",
  ],
  [
    "OP",
    "op|outpatient|outpt|out patient|out-patient|routine outpatient|routine op|outpatient therapy|outpt therapy|op therapy|outpatient mh|outpatient psych|asam 1.0|level 1|office based outpatient|gop|standard outpatient|outpatient clinic|opd",
  ],
  [
    "IP",
    "ip|inpatient|inpt|in patient|in-patient|acute inpatient|acute ip|acute inpt|inpatient psych|inpt psych|ip psych|ip acute|acute psych|acute care|acute hospital|acute hospitalization|hospital inpatient|psych inpatient|inpatient mh|inpatient hospital|inpatient hospitalization|hospitalization|asam 4.0|level 4|inpatient rehab|irf|ltach|ltac|inpatient acute|icu|med surg|med/surg|inpatient unit",
  ],
]);

const ASAM: readonly (readonly [pattern: RegExp, level: LevelOfCare])[] = [
  [/^2\.1$/, "IOP"],
  [/^2\.5$/, "PHP"],
  [/^3\.(?:1|3|5|7)$/, "RTC"],
  [/^4(?:\.0)?$/, "IP"],
  [/^1(?:\.0)?$/, "OP"],
];

/**
 * The level of care of a whole cell, or null where it names none of the six (a site such as "HOPD", a programme's own name:
 * the column's text then stands as written). With several levels, the first one, a lower confidence, and the `others`.
 *
 * @example readLevelOfCare("WM (3.7)") is { level: "Detox", confidence: 0.97, others: [] }
 */
export function readLevelOfCare(text: string): LevelOfCareReading | null {
  if (text.length > 500) return null;
  const asam = /^\s*(?:asam|level|loc|lvl)?\s*[:#]?\s*(\d(?:\.\d)?)\s*$/i.exec(text)?.[1];
  if (asam !== undefined) {
    const level = /\./.test(asam) ? ASAM.find(([pattern]) => pattern.test(asam))?.[1] : undefined;
    return level === undefined ? null : { level, confidence: 0.85, others: [] };
  }
  const mentions = findLevelsOfCare(text);
  const first = mentions[0];
  if (first === undefined) return null;
  const others = [...new Set(mentions.map((mention) => mention.level))].filter((level) => level !== first.level);
  const words = tokensOf(text).filter((token) => token.kind === "word").length;
  const confidence = others.length > 0 ? 0.6 : words > 6 ? 0.75 : first.confidence;
  return { level: first.level, confidence, others };
}

/**
 * Every level of care named in a text, in order. In prose "op" and "ip" count only in capitals, "acute" only with its
 * hospital, and the ASAM figure beside a level ("RTC (3.5)") belongs to it.
 *
 * @example findLevelsOfCare("PHP 10 days then IOP").map((mention) => mention.level) is ["PHP", "IOP"]
 */
export function findLevelsOfCare(text: string): LevelOfCareMention[] {
  const tokens = tokensOf(text);
  const whole = tokens.filter((token) => token.kind !== "mark").length;
  const mentions: LevelOfCareMention[] = [];
  for (const found of findPhrases(tokens, WORDS)) {
    const first = tokens[found.from];
    if (first === undefined || !meant(tokens, found.from, found.to, whole)) continue;
    mentions.push({
      start: found.start,
      end: found.end,
      text: text.slice(found.start, found.end),
      level: found.meaning,
      confidence: found.exact ? 0.97 : 0.9,
    });
  }
  return mentions;
}

/** Short forms that are also something else: "OP report", "post op", "IP address", "level 1 appeal", "RTC repair". */
function meant(tokens: readonly Token[], from: number, to: number, whole: number): boolean {
  const token = tokens[from];
  const before = tokens[from - 1]?.word ?? "";
  const after = tokens[to]?.word ?? "";
  const words = tokens.slice(from, to).map((one) => one.word);
  const short = words.length === 1 && (token?.word.length ?? 0) <= 4 ? token?.word : undefined;
  if (words[0] === "level" && words.length === 2) return whole === 2 || /^asam$/.test(before);
  if (short === "rtc" && /^(?:repair|tear|debridement)$/.test(after)) return false;
  if (short === "op" || short === "ip" || short === "wm" || short === "php" || short === "iop" || short === "rtc") {
    if (/^(?:post|pre|intra|co|our)$/.test(before) || /^(?:report|note|notes|address|visit #|codes?)$/.test(after))
      return false;
    return short === "iop" || short === "php" || short === "rtc" || whole <= 3 || token?.capitals === true;
  }
  if (words[0] === "acute" && words[1] === "care") return whole <= 3;
  return true;
}
