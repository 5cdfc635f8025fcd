const LISTED = `
AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|
FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|
MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|
NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|
PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|
VA Virginia|VI Virgin Islands|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|GU Guam|AS American Samoa|
MP Northern Mariana Islands`;

/** Names in capitals, as CMS's county list writes them, by their two letters. */
const NAME_OF: ReadonlyMap<string, string> = new Map(
  LISTED.split("|").map((entry) => {
    const said = entry.trim().toUpperCase();
    return [said.slice(0, 2), said.slice(3)] as const;
  }),
);
const NAMES = new Set(NAME_OF.values());

/**
 * The name of a state or territory in capitals, from its name or its two letters; null for anything else.
 *
 * @example stateName("il") is "ILLINOIS"; stateName("D.C.") is "DISTRICT OF COLUMBIA"
 */
export function stateName(text: string): string | null {
  const said = text.toUpperCase().replaceAll(".", "").replace(/\s+/g, " ").trim();
  if (NAMES.has(said)) return said;
  return NAME_OF.get(said.replace(/^WASHINGTON,? (?=DC$)/, "")) ?? null;
}

/** The two letters of a state, from its name in capitals. */
export function stateLetters(name: string): string | null {
  for (const [letters, full] of NAME_OF) if (full === name) return letters;
  return null;
}
