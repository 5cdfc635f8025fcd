import { describe, expect, it } from "vitest";
import { type CountyArea, EMPTY_LIBRARY, type MedicareLibrary } from "./fee-schedule.ts";
import { readPlace } from "./place.ts";
import { day, inventedLibrary, inventedLocality, inventedRelease } from "./testing/invented-library.ts";

const LOCALITIES = [
  inventedLocality({}),
  inventedLocality({ mac: "01112", locality: "05", state: "CA", name: "SAN FRANCISCO" }),
  inventedLocality({ mac: "01112", locality: "75", state: "CA", name: "REST OF CALIFORNIA" }),
  inventedLocality({ mac: "04212", locality: "05", state: "NM", name: "NEW MEXICO" }),
  inventedLocality({ mac: "06102", locality: "16", state: "IL", name: "CHICAGO" }),
  inventedLocality({ mac: "06102", locality: "99", state: "IL", name: "REST OF ILLINOIS" }),
  inventedLocality({ mac: "12202", locality: "01", state: "DC", name: "DC + MD/VA SUBURBS" }),
  inventedLocality({ mac: "11302", locality: "00", state: "VA", name: "VIRGINIA" }),
  inventedLocality({ mac: "12502", locality: "99", state: "PA", name: "REST OF PENNSYLVANIA" }),
  inventedLocality({ mac: "15202", locality: "00", state: "OH", name: "OHIO" }),
];
const area = (mac: string, locality: string, state: string, counties: string): CountyArea => ({
  mac,
  locality,
  state,
  area: "x",
  counties,
});
const AREAS = [
  area("10112", "00", "ALABAMA", "ALL COUNTIES"),
  area("01112", "05", "CALIFORNIA", "SAN FRANCISCO/ALAMEDA/CONTRA COSTA/SAN MATEO"),
  area("01112", "75", "CALIFORNIA", "ALL OTHER COUNTIES"),
  area("06102", "16", "ILLINOIS", "COOK"),
  area("06102", "15", "ILLINOIS", "DUPAGE, KANE, LAKE AND WILL"),
  area("06102", "99", "ILLINOIS", "ALL OTHER COUNTIES"),
  area("05302", "01", "MISSOURI", "JEFFERSON, ST. CHARLES, ST. LOUIS AND ST. LOUIS CITY"),
  area("05302", "99", "MISSOURI", "ALL OTHER COUNTIES"),
  area("05302", "99", "MISSOURI", "ALL OTHER COUNTIES"),
  area("07202", "01", "LOUISIANA", "JEFFERSON, ORLEANS, PLAQUEMINES AND ST. BERNARD"),
  area("07202", "99", "LOUISIANA", "ALL OTHER COUNTIES"),
  area("09102", "04", "FLORIDA", "DADE AND MONROE"),
  area("01212", "01", "HAWAII/GUAM", "ALL COUNTIES"),
  area(
    "12202",
    "01",
    "DISTRICT OF COLUMBIA",
    "DISTRICT OF COLUMBIA; ALEXANDRIA CITY, ARLINGTON, FALLS CHURCH CITY IN VIRGINIA; MONTGOMERY AND PRINCE GEORGE'S IN MARYLAND",
  ),
  area("11302", "00", "VIRGINIA", "ALL COUNTIES, EXCEPT ALEXANDRIA CITY, ARLINGTON, AND FALLS CHURCH CITY"),
  area("12302", "99", "MARYLAND", "ALL OTHER COUNTIES EXCEPT MONTGOMERY AND PRINCE GEORGE'S"),
];
const zipArea = (mac: string, locality: string, state: string) => ({ mac, locality, state });
const LIBRARY: MedicareLibrary = {
  ...inventedLibrary(
    [inventedRelease({ year: 2025, letter: "D" }, []), inventedRelease({ year: 2026, letter: "A" }, [])],
    LOCALITIES,
  ),
  countyYears: [{ year: 2025, file: "25LOCCO.csv", areas: AREAS }],
  zipQuarters: [
    {
      year: 2025,
      quarter: 4,
      file: "ZIP5_OCT2025.txt",
      zips: new Map([
        ["36104", zipArea("10112", "00", "AL")],
        ["02110", zipArea("01112", "05", "CA")],
        ["15202", zipArea("12502", "99", "PA")],
      ]),
      split: new Set(["94303", "94304"]),
    },
  ],
  zipPlusFourQuarters: [
    {
      year: 2025,
      quarter: 4,
      file: "ZIP9_OCT2025.txt",
      spans: new Map([
        [
          "94303",
          [
            { ...zipArea("01112", "05", "CA"), first: "0001", last: "4999" },
            { ...zipArea("01112", "75", "CA"), first: "5000", last: "9999" },
          ],
        ],
      ]),
    },
  ],
};

function place(text: string, on = "2025-11-03", library = LIBRARY): string {
  const found = readPlace(text, library, day(on));
  if (found.kind === "none") return found.reason;
  return found.kind === "national"
    ? "national"
    : `${found.mac}-${found.locality}${found.notes === undefined ? "" : " noted"}`;
}

function sentence(text: string, on = "2025-11-03", library = LIBRARY): string {
  const found = readPlace(text, library, day(on));
  if (found.kind === "none") return found.sentence;
  return found.kind === "national" ? "" : (found.notes ?? []).join(" ");
}

describe("a place", () => {
  it.each(["NATIONAL", "national", " Nationwide ", "US", "National amount"])("%s is the national amount", (text) => {
    expect(place(text)).toBe("national");
  });

  it.each([
    "10112-00",
    "10112 00",
    "10112/00",
    "10112-0",
    "1011200",
    "MAC 10112 Locality 00",
    "10112-00 Alabama",
    "Alabama",
    "AL",
  ])("%s is Alabama's contractor and locality", (text) => {
    expect(place(text)).toBe("10112-00");
  });

  it.each(["01112-05", "1112-5", "1112 05", "0111205", "111205"])("%s has its lost zeros put back", (text) => {
    expect(place(text)).toBe("01112-05");
  });

  it("of a contractor that does not have the locality is refused, with what it has", () => {
    expect(place("06102-05")).toBe("locality-unknown");
    expect(sentence("06102-05")).toContain("06102-16 (CHICAGO, IL), 06102-99 (REST OF ILLINOIS, IL)");
    expect(sentence("99999-05")).toContain("01112-05 (SAN FRANCISCO, CA), 04212-05 (NEW MEXICO, NM)");
  });

  it("of a locality alone is refused, with the contractors that have it", () => {
    expect(place("05")).toBe("locality-without-contractor");
    expect(place("5")).toBe("locality-without-contractor");
    expect(sentence("Locality 05")).toContain("01112-05 (SAN FRANCISCO, CA), 04212-05 (NEW MEXICO, NM)");
  });

  it("of a state with several localities is refused, with the list", () => {
    expect(place("Illinois")).toBe("locality-unknown");
    expect(place("Virginia")).toBe("locality-unknown");
    expect(sentence("VA")).toContain("12202-01 (DC + MD/VA SUBURBS, DC), 11302-00 (VIRGINIA, VA)");
    expect(place("Chicago")).toBe("06102-16");
  });

  it.each(["", "somewhere", "Cook County", "10112-00-5"])(
    "%j is not understood, and what is accepted is said",
    (text) => {
      expect(place(text)).toBe("place-unreadable");
      expect(sentence(text)).toContain("10112-00");
    },
  );
});

describe("a ZIP code", () => {
  it("is where CMS's list has it, with or without the four digits, and with a lost zero", () => {
    expect(place("36104")).toBe("10112-00");
    expect(place("36104-1234")).toBe("10112-00");
    expect(place("361041234")).toBe("10112-00");
    expect(place("2110")).toBe("01112-05");
    expect(place("2110-1234")).toBe("01112-05");
  });

  it("that lies in several localities needs the four digits behind it, and they decide", () => {
    expect(place("94303")).toBe("zip-needs-plus-four");
    expect(sentence("94303")).toContain("01112-05 (SAN FRANCISCO, CA), 01112-75 (REST OF CALIFORNIA, CA)");
    expect(place("94303-0001")).toBe("01112-05");
    expect(place("94303 5000")).toBe("01112-75");
    expect(place("94304-0001")).toBe("zip-needs-plus-four");
    expect(sentence("94304")).toContain("Load CMS's ZIP+4 list");
  });

  it("that no list has is refused by name; without any list too", () => {
    expect(place("99999")).toBe("zip-unknown");
    expect(place("36104", "2025-11-03", EMPTY_LIBRARY)).toBe("localities-not-loaded");
  });

  it("with the number of a contractor is read as a ZIP code, and said", () => {
    expect(place("15202")).toBe("12502-99 noted");
    expect(sentence("15202")).toContain("15202-00");
    expect(place("ZIP 15202")).toBe("12502-99");
    expect(place("06102")).toBe("locality-unknown");
  });

  it("of another year than the list's is looked up all the same, and said", () => {
    expect(sentence("36104", "2026-02-01")).toContain("list of 2025, quarter 4");
  });
});

describe("a county", () => {
  it.each([
    ["Cook County, IL", "06102-16"],
    ["Cook, Illinois", "06102-16"],
    ["COOK COUNTY ILLINOIS", "06102-16"],
    ["IL - Cook", "06102-16"],
    ["Du Page County, IL", "06102-15"],
    ["Alameda, CA", "01112-05"],
    ["Jefferson County, AL", "10112-00"],
    ["St. Louis City, MO", "05302-01"],
    ["City of Saint Louis, Missouri", "05302-01"],
    ["Saint Bernard Parish, Louisiana", "07202-01"],
    ["Miami-Dade County, FL", "09102-04"],
    ["Honolulu, HI", "01212-01"],
    ["Falls Church, VA", "12202-01"],
    ["Richmond City, VA", "11302-00"],
    ["Prince George's County, MD", "12202-01"],
    ["Washington, DC", "12202-01"],
  ])("%s lies in %s", (text, key) => {
    expect(place(text)).toBe(key);
  });

  it("that the list does not name is among all other counties of its state, and that is said", () => {
    expect(place("Sangamon County, IL")).toBe("06102-99 noted");
    expect(sentence("Sangamon County, IL")).toContain("all other counties of Illinois");
  });

  it("that is a letter off a named one is asked about", () => {
    expect(place("Coook County, IL")).toBe("locality-unknown");
    expect(sentence("Wlil County, IL")).toContain("Will, which is close to it; if it is another county, give 06102-99");
  });

  it("of a state that the list does not have is refused, and without a list too", () => {
    expect(place("Travis County, TX")).toBe("locality-unknown");
    expect(place("Cook County, IL", "2025-11-03", EMPTY_LIBRARY)).toBe("localities-not-loaded");
  });
});
