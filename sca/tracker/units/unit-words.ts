import { isMisspelt } from "../rates/words.ts";
import type { UnitWord } from "./units-mention.ts";

const WORDS: readonly (readonly [UnitWord, string])[] = [
  ["session", "session sessions sess sesss ses ssn ssns sesh sessns"],
  [
    "visit",
    "visit visits vis vst vsts v vs encounter encounters enc appt appts appointment appointments eval evals treatment treatments tx txs trip trips shift shifts infusion infusions v's",
  ],
  ["day", "day days d dy dys night nights bed-days"],
  ["hour", "hour hours hr hrs h"],
  ["unit", "unit units u un unt unts mins-units item items injection injections test tests scan scans"],
  ["week", "week weeks wk wks"],
  ["month", "month months mo mos mth mths"],
  ["dose", "dose doses vial vials fill fills"],
  ["cycle", "cycle cycles cyc"],
];
const BY_WORD: ReadonlyMap<string, UnitWord> = new Map(
  WORDS.flatMap(([unit, words]) => words.split(" ").map((word): [string, UnitWord] => [word, unit])),
);

/** What a word counts, misspelt or not; null for any other word. */
export function unitOfWord(word: string): UnitWord | null {
  const known = BY_WORD.get(word);
  if (known !== undefined) return known;
  for (const meant of ["session", "sessions", "visits", "encounter", "treatment"]) {
    if (isMisspelt(word, meant)) return unitOfWord(meant);
  }
  return null;
}

/** Whether a unit may be the length of a span on the calendar. */
export function isCalendarUnit(unit: UnitWord): boolean {
  return unit === "day" || unit === "week" || unit === "month";
}

const words = (text: string): Set<string> => new Set(text.split(" "));
export const USED_WORDS = words(
  "used use uses done attended completed complete seen billed rendered delivered given dispensed consumed exhausted utilized so gone burned had",
);
export const LEFT_WORDS = words("left remaining remain remains rem unused balance avail available bal lft remaning");
export const GRANT_WORDS = words(
  "approved approve approves appr apprvd appvd aprvd apprv aproved approval ok okay ok'd okd okayed oked oks gave give gives given granted grant grants got get authorized authorised auth auth'd authd auths autho'd certified cert cert'd certd allowed allow partial partially mod modified only total awarded received yes issued ath",
);
export const ASK_WORDS = words(
  "asked ask asking asks requested request requesting req req'd reqd rqst want wanted wants wanting need needed needs seeking proposed submitted requests",
);
/** Words beside a stretch of days that make it a wait, a distance in time or a rule, and no care. */
export const LAG_WORDS = words(
  "ago wait waiting waitlist waitlisted wl out old notice turnaround tat business bus busn biz calendar cal within until till before after from deadline respond response decide decision late overdue since pending past appeal appeals filing timely later retro apart min drive away callback early stale file sober clean pregnant post postop postpartum p",
);
