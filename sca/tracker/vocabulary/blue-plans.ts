import { nameKey } from "./wording.ts";

/**
 * Which Blue licensee a state's "BCBS" is: [letters of the state, its other spellings, what "BCBS" there means]. More than
 * one payer where several licensees share the state and only the manager can say which.
 */
const BLUE_BY_STATE: readonly (readonly [letters: string, spellings: string, payers: string])[] = [
  ["AL", "Alabama|Ala", "Blue Cross Blue Shield of Alabama"],
  ["AK", "Alaska", "Premera Blue Cross"],
  ["AZ", "Arizona|Ariz", "Blue Cross Blue Shield of Arizona"],
  ["AR", "Arkansas|Ark", "Arkansas Blue Cross and Blue Shield"],
  ["CA", "California|Calif|Cali", "Anthem|Blue Shield of California"],
  ["CO", "Colorado|Colo", "Anthem"],
  ["CT", "Connecticut|Conn", "Anthem"],
  ["DE", "Delaware|Del", "Highmark"],
  ["DC", "District of Columbia|Washington DC", "CareFirst"],
  ["FL", "Florida|Fla", "Florida Blue"],
  ["GA", "Georgia", "Anthem"],
  ["HI", "Hawaii", "HMSA"],
  ["ID", "Idaho", "Blue Cross of Idaho|Regence"],
  ["IL", "Illinois|Ill", "Blue Cross Blue Shield of Illinois"],
  ["IN", "Indiana|Ind", "Anthem"],
  ["IA", "Iowa", "Wellmark"],
  ["KS", "Kansas|Kan", "Blue Cross Blue Shield of Kansas"],
  ["KC", "Kansas City", "Blue Cross Blue Shield of Kansas City"],
  ["KY", "Kentucky", "Anthem"],
  ["LA", "Louisiana", "Blue Cross Blue Shield of Louisiana"],
  ["ME", "Maine", "Anthem"],
  ["MD", "Maryland", "CareFirst"],
  ["MA", "Massachusetts|Mass", "Blue Cross Blue Shield of Massachusetts"],
  ["MI", "Michigan|Mich", "Blue Cross Blue Shield of Michigan"],
  ["MN", "Minnesota|Minn", "Blue Cross Blue Shield of Minnesota"],
  ["MS", "Mississippi|Miss", "Blue Cross Blue Shield of Mississippi"],
  ["MO", "Missouri", "Anthem|Blue Cross Blue Shield of Kansas City"],
  ["MT", "Montana|Mont", "Blue Cross Blue Shield of Montana"],
  ["NE", "Nebraska|Neb|Nebr", "Blue Cross Blue Shield of Nebraska"],
  ["NV", "Nevada", "Anthem"],
  ["NH", "New Hampshire", "Anthem"],
  ["NJ", "New Jersey|N Jersey", "Horizon Blue Cross Blue Shield of New Jersey"],
  ["NM", "New Mexico|New Mex|N Mex", "Blue Cross Blue Shield of New Mexico"],
  ["NY", "New York", "Anthem|Excellus BlueCross BlueShield|Highmark"],
  ["NC", "North Carolina|N Carolina", "Blue Cross Blue Shield of North Carolina"],
  ["ND", "North Dakota|N Dakota|NoDak", "Blue Cross Blue Shield of North Dakota"],
  ["OH", "Ohio", "Anthem"],
  ["OK", "Oklahoma|Okla", "Blue Cross Blue Shield of Oklahoma"],
  ["OR", "Oregon|Ore", "Regence"],
  ["PA", "Pennsylvania|Penn|Penna", "Highmark|Independence Blue Cross|Capital Blue Cross"],
  ["PR", "Puerto Rico", "Triple-S Salud"],
  ["RI", "Rhode Island", "Blue Cross Blue Shield of Rhode Island"],
  ["SC", "South Carolina|S Carolina", "Blue Cross Blue Shield of South Carolina"],
  ["SD", "South Dakota|S Dakota", "Wellmark"],
  ["TN", "Tennessee|Tenn", "Blue Cross Blue Shield of Tennessee"],
  ["TX", "Texas|Tex", "Blue Cross Blue Shield of Texas"],
  ["UT", "Utah", "Regence"],
  ["VT", "Vermont", "Blue Cross Blue Shield of Vermont"],
  ["VA", "Virginia", "Anthem|CareFirst"],
  ["WA", "Washington|Washington State|Wash", "Premera Blue Cross|Regence"],
  ["WV", "West Virginia|W Virginia", "Highmark"],
  ["WI", "Wisconsin|Wis|Wisc", "Anthem"],
  ["WY", "Wyoming|Wyo", "Blue Cross Blue Shield of Wyoming"],
];

/** How the Blue brand is written before or after a state. */
const BLUE_BRANDS =
  "BCBS|BC/BS|BC and BS|Blue Cross|Blue Cross Blue Shield|Blue Cross and Blue Shield|Blue Cross/Shield|Blue Cross and Shield|Anthem BCBS|Blues|BC";

/** A Blue plan by state: the payers it can be, the likeliest first. */
export interface BluePlan {
  readonly payers: readonly string[];
  /** Set when the name ends in the two letters of a state, which may be a word of its own ("IN", "OK", "ID"). */
  readonly letters?: string;
}

/**
 * Every spelling of a Blue plan named by its state, by `nameKey`: "BCBS TX", "Blue Cross of Texas", "Texas BCBS" and so on.
 * With the brand Anthem before it, a state only says where.
 */
export function bluePlansByKey(): ReadonlyMap<string, BluePlan> {
  const plans = new Map<string, BluePlan>();
  for (const [letters, spellings, payers] of BLUE_BY_STATE) {
    for (const brand of BLUE_BRANDS.split("|")) {
      const anthem = brand.startsWith("Anthem");
      const plan = { payers: anthem ? ["Anthem"] : payers.split("|") };
      for (const spelling of spellings.split("|")) {
        for (const form of [`${brand} ${spelling}`, `${brand} of ${spelling}`]) plans.set(nameKey(form), plan);
        // "Miss BC", "Ill BCBS" or "Penn BC" are too much like something else.
        if (brand !== "BC" && spelling.length > 4) plans.set(nameKey(`${spelling} ${brand}`), plan);
      }
      for (const spelling of spellings.split("|")) {
        if (!/^(?:Miss|Ill|Ind|Del|Mass|Penn|Ore|Wash|Mont|Kan|Neb|Minn)$/.test(spelling)) {
          plans.set(nameKey(`${spelling} Blue`), { payers: payers.split("|") });
        }
      }
      const withLetters = { ...plan, letters };
      for (const form of [`${brand} ${letters}`, `${brand} of ${letters}`]) plans.set(nameKey(form), withLetters);
      if (brand !== "BC" && brand !== "Blues") plans.set(nameKey(`${letters} ${brand}`), withLetters);
    }
  }
  return plans;
}

/** Letters and names of the states, by `nameKey`: what may follow any payer's name to say where ("Molina OH"). */
export const STATE_WORDS: ReadonlySet<string> = new Set(
  BLUE_BY_STATE.flatMap(([letters, spellings]) => [letters, ...spellings.split("|")].map(nameKey)),
);
