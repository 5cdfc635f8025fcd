import type { RateModel } from "../tracked-case.ts";
import type { RatePer } from "./rate-mention.ts";
import { isMisspelt } from "./words.ts";

/** What a percentage can be a percentage of. `other` bases are none of the ledger's models. */
export type RateBase = "medicare" | "billed" | "other";

const MEDICARE_WORDS = new Set(
  "medicare mcr mc mcare m'care mcre mdcr mcar medcr cms mpfs pfs rbrvs opps clfs medi-care ipps".split(" "),
);
const BILLED_WORDS = new Set(
  "bc b.c bch billed bill'd charges charge chgs chg chrgs chrg chargemaster cdm ucr u&c ucc r&c gross blld usual".split(
    " ",
  ),
);
const OTHER_BASES = new Set(
  "medicaid mcd mcaid medi-cal medical asp awp wac nadac allowed allowable contracted contract invoice cost fair fairhealth tricare cmac champus va".split(
    " ",
  ),
);

/** The base that a word names, misspelt or not. */
export function baseOfWord(word: string): RateBase | null {
  const plain = word.endsWith("'s") ? word.slice(0, -2) : word;
  if (MEDICARE_WORDS.has(plain)) return "medicare";
  if (BILLED_WORDS.has(plain)) return "billed";
  if (OTHER_BASES.has(plain)) return "other";
  if (/^medica(?:i?d|de)/.test(plain)) return "other";
  if (isMisspelt(plain, "medicaid")) return isMisspelt(plain, "medicare") ? null : "other";
  if (isMisspelt(plain, "medicare")) return "medicare";
  if (isMisspelt(plain, "charges") || isMisspelt(plain, "chargemaster")) return "billed";
  return null;
}

/** Words after "Medicare" that make it a plan's name and not a fee schedule. */
export const PLAN_WORDS = new Set(
  "adv advantage ma hmo ppo pos supplement supp part a b c d member members pt pts patient patients primary secondary id mbi plan card eligible replacement".split(
    " ",
  ),
);

const PERS: readonly (readonly [RatePer, string])[] = [
  ["day", "day days dy diem daily d night nights nightly bed"],
  ["session", "session sessions sess ses ssn sesh group groups class"],
  [
    "visit",
    "visit visits vis vst vsts v vs encounter encounters enc appt appointment eval evaluation trip treatment tx infusion shift",
  ],
  ["hour", "hour hours hr hrs h hourly"],
  [
    "unit",
    "unit units un unt u each ea item items dose doses vial vials injection inj test tests mg mcg ml iu scan min mins minutes minute fill pc piece",
  ],
  [
    "case",
    "case episode admission admit stay course cycle cycles package global bundle bundled surgery transplant program pkg",
  ],
  ["code", "code codes cpt line lines hcpcs"],
  ["procedure", "procedure proc"],
  ["mile", "mile mi"],
  ["week", "week wk weekly wks"],
  ["month", "month mo mth monthly mon rental"],
];
const PER_WORDS: ReadonlyMap<string, RatePer> = new Map(
  PERS.flatMap(([per, words]) => words.split(" ").map((word): [string, RatePer] => [word, per])),
);
/** Words for a unit of payment that are too short to stand without a slash or "per". */
const SHORT_PERS = new Set("d v vs u un h mi mo un mon ea".split(" "));

/** What a word after "per", "/" or "a" is a price for. */
export function perOfWord(word: string): RatePer | null {
  const known = PER_WORDS.get(word);
  if (known !== undefined) return known;
  for (const meant of ["session", "episode", "encounter", "admission"]) {
    if (isMisspelt(word, meant)) return perOfWord(meant);
  }
  return null;
}

/** Whether a unit of payment may stand alone ("session rate") and is not a letter or two. */
export function isLongPer(word: string): boolean {
  return perOfWord(word) !== null && !SHORT_PERS.has(word);
}

/**
 * The model that a price per something is paid under.
 * A week, a month, a mile, a code or a procedure is none of the models (a procedure may be a whole case or one unit of it).
 */
export function modelOfPer(per: RatePer): RateModel | null {
  if (per === "day") return "perDiem";
  if (per === "case") return "caseRate";
  if (per === "session" || per === "visit" || per === "hour" || per === "unit") return "perUnit";
  return null;
}

/** Words that say that the price covers everything. */
export const CASE_WORDS = new Set(
  "global glob globally bundled bundle bndl package pkg inclusive all-in allin lump".split(" "),
);

/** Words that name a price. */
export const RATE_WORDS = new Set(
  "rate rates fee fees price prices reimb reimbursement pmt payment reimburse amt amount terms".split(" "),
);

/** Words that count care, so that a number before one is no money. */
export const COUNT_WORDS = new Set(
  "days day d visits visit v sessions session sess ses units unit u un hrs hr hours hour h wks wk weeks week months month mos mo yrs yr years year x times mi miles min mins minutes cycles cycle doses dose fills fill bus business calendar pts pt clients client people beds bed codes code providers provider calls attempts pages pgs of yo appts evals eval vials lines".split(
    " ",
  ),
);
