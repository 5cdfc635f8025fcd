import type { CountyArea } from "./fee-schedule.ts";
import { stateName } from "./states.ts";

/** What the county list says of one locality in one state. */
export interface StateArea {
  readonly mac: string;
  readonly locality: string;
  /** The state's name in capitals. */
  readonly state: string;
  /** Counties by `countyKey`; empty where the area takes all, or all others. */
  readonly named: ReadonlySet<string>;
  readonly takes: "named" | "all" | "others";
}

/**
 * Reads CMS's list of counties by locality as it is written: "ALL COUNTIES", "ALL OTHER COUNTIES EXCEPT …",
 * "MARIN, NAPA AND SOLANO", "… FALLS CHURCH CITY IN VIRGINIA; MONTGOMERY … IN MARYLAND".
 *
 * @example stateAreas([{ …, state: "ILLINOIS", area: "CHICAGO", counties: "COOK" }])[0].named has "COOK"
 */
export function stateAreas(areas: readonly CountyArea[]): StateArea[] {
  return areas.flatMap(({ mac, locality, state, counties }) => {
    const states = state.split("/").map((part) => stateName(part) ?? part.trim().toUpperCase());
    const said = counties.toUpperCase().replace(/\s+/g, " ").trim();
    if (/\bALL OTHER\b/.test(said)) return states.map((name) => area(mac, locality, name, "others"));
    if (/\bALL COUNT(?:Y|IES)\b|\bSTATE ?WIDE\b/.test(said))
      return states.map((name) => area(mac, locality, name, "all"));
    return said.split(";").flatMap((segment) => {
      const elsewhere = / IN ([A-Z ]+)$/.exec(segment.trim());
      const there = elsewhere === null ? null : stateName(elsewhere[1] ?? "");
      const list = there === null ? segment : segment.slice(0, segment.lastIndexOf(" IN "));
      const named = new Set(
        list
          .split(/[,/]|\bAND\b/)
          .map(countyKey)
          .filter((name) => name !== ""),
      );
      return (there === null ? states : [there]).map((name) => ({ ...area(mac, locality, name, "named"), named }));
    });
  });
}

function area(mac: string, locality: string, state: string, takes: StateArea["takes"]): StateArea {
  return { mac, locality, state, takes, named: new Set() };
}

const KIND = /\b(?:COUNTY|COUNTIES|CNTY|CNTYS|PARISH|PARISHES|BOROUGH|CENSUS AREA|MUNICIPALITY|MUNICIPIO|CO)$/;

/**
 * A county's name to compare by: without "County" or "Parish", Saint as St, "City of X" as "X City", no spaces or marks.
 *
 * @example countyKey("Saint Bernard Parish") is "STBERNARD"; countyKey("Prince George's") is "PRINCEGEORGES"
 */
export function countyKey(name: string): string {
  const plain = name
    .toUpperCase()
    .replace(/[.'’`]/g, "")
    .replace(/[^A-Z]+/g, " ")
    .trim();
  const city = /^CITY OF (.+)$/.exec(plain);
  const turned = city === null ? plain : `${city[1]} CITY`;
  return turned
    .replace(/^(?:COUNTY|PARISH) OF /, "")
    .replace(KIND, "")
    .trim()
    .replace(/^SAINTE?\b|^STE\b/, "ST")
    .replace(/^MIAMI DADE$/, "DADE")
    .replace(/ INDEPENDENT CITY$/, " CITY")
    .replaceAll(" ", "");
}
