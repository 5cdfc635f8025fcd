import { describe, expect, it } from "vitest";
import { readMedicareFile } from "./read-medicare-file.ts";
import { PLACES } from "./testing/official-layout.ts";

const TITLE = "COUNTIES INCLUDED IN 2025 LOCALITIES. (ALPHABETICALLY BY STATE AND LOCALITY NAME WITHIN STATE)";
const HEADINGS = ["Medicare Adminstrative Contractor", "Locality Number", "State ", "Fee Schedule Area ", "Counties"];

function records(rows: readonly (readonly string[])[], completeness: "whole" | "part" = "part") {
  return readMedicareFile(
    { name: "25LOCCO.csv", archive: null, form: "records", records: [[TITLE], [""], HEADINGS, ...rows] },
    completeness,
  );
}

function lines(rows: readonly string[]) {
  const heading = `${"Medicare AdmiLocality".padEnd(30)}${"State".padEnd(30)}${"Fee Schedule Area".padEnd(40)}Counties`;
  return readMedicareFile(
    { name: "25LOCCO.txt", archive: null, form: "lines", lines: [TITLE, "", heading, "", ...rows] },
    "part",
  );
}

function line(mac: string, locality: string, state: string, area: string, counties: string): string {
  return `    ${mac.padEnd(12)}${locality.padEnd(6)}${state.padEnd(23)}${area.padEnd(40)}${counties}`.trimEnd();
}

function areas(file: ReturnType<typeof readMedicareFile>) {
  if (file.kind !== "counties") throw new Error(JSON.stringify(file));
  return file.counties.areas;
}

const MAINE_SOUTH = {
  mac: "14112",
  locality: "03",
  state: "MAINE",
  area: "SOUTHERN MAINE",
  counties: "CUMBERLAND AND YORK",
};
const MAINE_REST = {
  mac: "14112",
  locality: "99",
  state: "MAINE",
  area: "REST OF STATE",
  counties: "ALL OTHER COUNTIES",
};
const ALASKA = { mac: "02102", locality: "01", state: "ALASKA", area: "STATEWIDE", counties: "ALL COUNTIES" };

describe("the list of localities and their counties", () => {
  it("has its state on the first row of a block, and loses zeros in the csv", () => {
    const file = records([
      ["2102", "1", "ALASKA ", "STATEWIDE ", "ALL COUNTIES "],
      ["", "", "", "", ""],
      ["14112", "3", "MAINE ", "SOUTHERN MAINE", "CUMBERLAND AND YORK"],
      ["14112", "99", "", "REST OF STATE* ", "ALL OTHER COUNTIES "],
      ["14112", "99", "", "REST OF STATE*", "ALL OTHER COUNTIES"],
      ["*  Payment locality is serviced by two carriers.", "", "", "", ""],
    ]);
    expect(areas(file)).toEqual([ALASKA, MAINE_SOUTH, MAINE_REST]);
    expect(file).toMatchObject({ counties: { year: 2025, file: "25LOCCO.csv" } });
  });

  it("is the same in the txt, where California has no state at all", () => {
    const file = lines([
      line("02102", "01", "ALASKA", "STATEWIDE", "ALL COUNTIES"),
      "",
      line("01182", "18", "", "LOS ANGELES", "LOS ANGELES"),
      line("14112", "03", "MAINE", "SOUTHERN MAINE", "CUMBERLAND AND YORK"),
      line("14112", "99", "", "REST OF STATE*", "ALL OTHER COUNTIES"),
      "*  Payment locality is serviced by two carriers.",
    ]);
    expect(areas(file)).toEqual([
      ALASKA,
      { mac: "01182", locality: "18", state: "CALIFORNIA", area: "LOS ANGELES", counties: "LOS ANGELES" },
      MAINE_SOUTH,
      MAINE_REST,
    ]);
  });

  it("goes on in the next row where counties alone stand there", () => {
    const more = records([
      ["14112", "3", "MAINE", "SOUTHERN MAINE", "CUMBERLAND"],
      ["", "", "", "", "AND YORK"],
    ]);
    expect(areas(more)).toEqual([MAINE_SOUTH]);
    const indented = lines([
      line("14112", "03", "MAINE", "SOUTHERN MAINE", "CUMBERLAND"),
      line("", "", "", "", "AND YORK").padStart(0),
      line("14112", "99", "", "REST OF STATE", "ALL OTHER COUNTIES"),
    ]);
    expect(areas(indented)).toEqual([MAINE_SOUTH, MAINE_REST]);
  });

  it("takes no county for the rest of a state whose list CMS's txt cuts", () => {
    const file = lines([
      line("10212", "01", "GEORGIA", "ATLANTA", "BUTTS, CHEROKEE, CLAYTON, COBB, DEK"),
      line("10212", "99", "", "REST OF STATE", "ALL OTHER COUNTIES"),
      line("09102", "03", "FLORIDA", "FORT LAUDERDALE", "BROWARD, COLLIER, INDIAN RIVER, LEE"),
      line("12402", "01", "NEW JERSEY", "NORTHERN NJ", "BERGEN, ESSEX, HUDSON, HUNTERDON,"),
      line("14112", "99", "MAINE", "REST OF STATE", "ALL OTHER COUNTIES"),
      line("12202", "01", "DISTRICT OF COLUMBIA", "DC", "DISTRICT OF COLUMBIA; ALEXANDRIA, A"),
    ]);
    expect(areas(file).map(({ area, counties }) => [area, counties])).toEqual([
      ["ATLANTA", "BUTTS, CHEROKEE, CLAYTON, COBB"],
      ["REST OF STATE", ""],
      ["FORT LAUDERDALE", "BROWARD, COLLIER, INDIAN RIVER"],
      ["NORTHERN NJ", "BERGEN, ESSEX, HUDSON, HUNTERDON,"],
      ["REST OF STATE", "ALL OTHER COUNTIES"],
      ["DC", "DISTRICT OF COLUMBIA; ALEXANDRIA"],
    ]);
  });

  it("is refused where rows or states are missing", () => {
    expect(records([["ten", "1", "MAINE", "X", "Y"]])).toMatchObject({ kind: "refused", code: "row-unreadable" });
    expect(records([["77777", "1", "", "X", "Y"]])).toMatchObject({ kind: "refused", code: "row-unreadable" });
    const rows = PLACES.map(([mac, locality]) => [mac, locality, "", "AREA", `COUNTY ${mac}`]);
    expect(records(rows, "whole").kind).toBe("counties");
    expect(records(rows.slice(0, 60), "whole")).toMatchObject({ kind: "refused", code: "file-partial" });
  });
});
