/**
 * The states that Medicare's contractors for Part B serve (CMS, MAC jurisdictions): some of CMS's files print the
 * contractor alone, or the state on one row of many. 09202 serves two, which its locality tells.
 */
const STATES: Readonly<Record<string, readonly [code: string, name: string]>> = {
  "01112": ["CA", "CALIFORNIA"],
  "01182": ["CA", "CALIFORNIA"],
  "01192": ["CA", "CALIFORNIA"],
  "01212": ["HI", "HAWAII/GUAM"],
  "01312": ["NV", "NEVADA"],
  "02102": ["AK", "ALASKA"],
  "02202": ["ID", "IDAHO"],
  "02302": ["OR", "OREGON"],
  "02402": ["WA", "WASHINGTON"],
  "03102": ["AZ", "ARIZONA"],
  "03202": ["MT", "MONTANA"],
  "03302": ["ND", "NORTH DAKOTA"],
  "03402": ["SD", "SOUTH DAKOTA"],
  "03502": ["UT", "UTAH"],
  "03602": ["WY", "WYOMING"],
  "04112": ["CO", "COLORADO"],
  "04212": ["NM", "NEW MEXICO"],
  "04312": ["OK", "OKLAHOMA"],
  "04412": ["TX", "TEXAS"],
  "05102": ["IA", "IOWA"],
  "05202": ["KS", "KANSAS"],
  "05302": ["MO", "MISSOURI"],
  "05402": ["NE", "NEBRASKA"],
  "06102": ["IL", "ILLINOIS"],
  "06202": ["MN", "MINNESOTA"],
  "06302": ["WI", "WISCONSIN"],
  "07102": ["AR", "ARKANSAS"],
  "07202": ["LA", "LOUISIANA"],
  "07302": ["MS", "MISSISSIPPI"],
  "08102": ["IN", "INDIANA"],
  "08202": ["MI", "MICHIGAN"],
  "09102": ["FL", "FLORIDA"],
  "09202": ["PR", "PUERTO RICO"],
  "09302": ["VI", "VIRGIN ISLANDS"],
  "10112": ["AL", "ALABAMA"],
  "10212": ["GA", "GEORGIA"],
  "10312": ["TN", "TENNESSEE"],
  "11202": ["SC", "SOUTH CAROLINA"],
  "11302": ["VA", "VIRGINIA"],
  "11402": ["WV", "WEST VIRGINIA"],
  "11502": ["NC", "NORTH CAROLINA"],
  "12102": ["DE", "DELAWARE"],
  "12202": ["DC", "DISTRICT OF COLUMBIA"],
  "12302": ["MD", "MARYLAND"],
  "12402": ["NJ", "NEW JERSEY"],
  "12502": ["PA", "PENNSYLVANIA"],
  "13102": ["CT", "CONNECTICUT"],
  "13202": ["NY", "NEW YORK"],
  "13282": ["NY", "NEW YORK"],
  "13292": ["NY", "NEW YORK"],
  "14112": ["ME", "MAINE"],
  "14212": ["MA", "MASSACHUSETTS"],
  "14312": ["NH", "NEW HAMPSHIRE"],
  "14412": ["RI", "RHODE ISLAND"],
  "14512": ["VT", "VERMONT"],
  "15102": ["KY", "KENTUCKY"],
  "15202": ["OH", "OHIO"],
};

function stateOf(mac: string, locality: string): readonly [code: string, name: string] | null {
  if (mac === "09202" && locality === "50") return ["VI", "VIRGIN ISLANDS"];
  return STATES[mac] ?? null;
}

/** The two letters of the state that a contractor's locality lies in; null for a contractor not known here. */
export function stateCodeOf(mac: string, locality: string): string | null {
  return stateOf(mac, locality)?.[0] ?? null;
}

/** The state as CMS's county list prints it: "ALABAMA". */
export function stateNameOf(mac: string, locality: string): string | null {
  return stateOf(mac, locality)?.[1] ?? null;
}

const EVERY_STATE = [...new Set([...Object.values(STATES).map(([code]) => code), "VI"])].sort();

/** The states of which a file of the whole country says nothing, by their letters. */
export function statesMissing(present: ReadonlySet<string>): readonly string[] {
  return EVERY_STATE.filter((state) => !present.has(state));
}
