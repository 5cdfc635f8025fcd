import { describe, expect, it } from "vitest";
import { readMedicareFile } from "./read-medicare-file.ts";
import { PLACES } from "./testing/official-layout.ts";

const TITLE = "ADDENDUM E. FINAL CY 2025 GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE AND MEDICARE LOCALITY";
const START = ["Medicare Administrative Contractor (MAC)", "State", "Locality Number", "Locality Name"];
const END = ["2025 PE GPCI", "2025 MP GPCI"];
const FOOTNOTES = [["MAC Assignments as of November 22, 2023"], [""], ["*Work GPCI reflects a 1.5 floor in Alaska."]];

function read(records: readonly (readonly string[])[], name = "GPCI2025.csv", completeness: "whole" | "part" = "part") {
  return readMedicareFile({ name, archive: null, form: "records", records }, completeness);
}

function year(file: ReturnType<typeof readMedicareFile>) {
  if (file.kind !== "localities") throw new Error(JSON.stringify(file));
  return file.localities;
}

function code(file: ReturnType<typeof readMedicareFile>): string {
  return file.kind === "refused" ? file.code : file.kind;
}

describe("cost indices", () => {
  it("are read in thousandths, with the zeros that a spreadsheet took", () => {
    const file = read([
      [TITLE],
      [""],
      [...START, "2025 PW GPCI (with 1.0 Floor)", ...END],
      ["2102", "AK", "1", "ALASKA*", "1.5", "1.081", "0.592"],
      ["10112", "AL", "0", "ALABAMA", "1", ".869", "0.5750"],
      ...FOOTNOTES,
    ]);
    expect([...year(file).localities]).toEqual([
      [
        "02102-01",
        {
          mac: "02102",
          locality: "01",
          state: "AK",
          name: "ALASKA",
          workWithFloor: 1500,
          workWithoutFloor: null,
          pe: 1081,
          malpractice: 592,
        },
      ],
      [
        "10112-00",
        {
          mac: "10112",
          locality: "00",
          state: "AL",
          name: "ALABAMA",
          workWithFloor: 1000,
          workWithoutFloor: null,
          pe: 869,
          malpractice: 575,
        },
      ],
    ]);
    expect(year(file)).toMatchObject({ year: 2025, file: "GPCI2025.csv" });
  });

  it.each([
    [
      ["2026 PW GPCI (without 1.0 Floor)", "2026 PW GPCI (with 1.0 Floor)"],
      ["0.988", "1.000"],
      [1000, 988],
    ],
    [
      ["2026 PW GPCI (with 1.0 Floor)***", "2026 PW GPCI (without 1.0 Floor)"],
      ["1.000", "0.988"],
      [1000, 988],
    ],
    [["2026 PW GPCI (with 1.0 Floor)***"], ["1.000"], [1000, null]],
    [["2026 Work GPCI (without 1.0 floor)"], ["0.988"], [null, 988]],
    [["2026 PW GPCI"], ["1.004"], [1004, null]],
    [["2026 PW GPCI "], ["0.988"], [null, 988]],
  ])(
    "tell by their headings, else by their figures, which is with the floor: %s",
    (headings, figures, [floored, bare]) => {
      const file = read(
        [
          [...START, ...headings, "2026 PE GPCI", "2026 MP GPCI"],
          ["10112", "AL", "00", "ALABAMA", ...figures, "0.875", "0.566"],
        ],
        "GPCI2026.csv",
      );
      expect(year(file).localities.get("10112-00")).toMatchObject({
        workWithFloor: floored,
        workWithoutFloor: bare,
        pe: 875,
        malpractice: 566,
      });
    },
  );

  it("know the state of 2020's file, which prints none", () => {
    const file = read(
      [
        ["ADDENDUM  E. FINAL 2020 GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE AND MEDICARE LOCALITY*", "", ""],
        [
          "Medicare Administrative Contractor (MAC)",
          "Locality Number",
          "Locality Name",
          "2020 PW GPCI ",
          "2020 PE GPCI",
          "2020 MP GPCI",
          "",
        ],
        ["01112", "54", "BAKERSFIELD", "1.032", "1.070", "0.677", ""],
        ["09202", "50", "VIRGIN ISLANDS***", "1.000", "1.008", "0.988", ""],
      ],
      "GPCI2020.csv",
    );
    expect([...year(file).localities.values()].map(({ state, name }) => [state, name])).toEqual([
      ["CA", "BAKERSFIELD"],
      ["VI", "VIRGIN ISLANDS"],
    ]);
  });

  it("are read from a txt set with blanks or with tabs", () => {
    const blanks = [
      TITLE,
      "",
      "Medicare Admi State  Locality               Locality Name            2025 PW GPCI2025 PE GPCI2025 MP GPCI",
      "10112           AL      00   ALABAMA                                        1.000       0.869       0.575",
      "12202           DC      01   DC + MD/VA SUBURBS                             1.057       1.192       1.168",
      "MAC Assignments as of November 22, 2023",
    ];
    const tabs = [
      TITLE,
      [...START, "2025 PW GPCI (with 1.0 Floor)", ...END].join("\t"),
      "10112\tAL\t00\tALABAMA\t1.000\t0.869\t0.575",
      "12202\tDC\t01\tDC + MD/VA SUBURBS\t1.057\t1.192\t1.168",
    ];
    const source = { name: "GPCI2025.txt", archive: null, form: "lines" } as const;
    const file = readMedicareFile({ ...source, lines: blanks }, "part");
    expect(year(file).localities.get("12202-01")).toMatchObject({
      name: "DC + MD/VA SUBURBS",
      workWithFloor: 1057,
      pe: 1192,
    });
    expect(year(readMedicareFile({ ...source, lines: tabs }, "part"))).toEqual(year(file));
  });

  it("take the year of a re-export from its name", () => {
    const records = [
      ["mac", "state", "locality_number", "locality_name", "gpci_work", "gpci_pe", "gpci_mp", "gpci_gaf"],
      ["10112", "AL", "00", "ALABAMA", "1", "0.869", "0.575", "0.814666666666667"],
    ];
    expect(year(read(records, "GPCI24_rvu24c.csv")).year).toBe(2024);
    expect(code(read(records, "indices.csv"))).toBe("year-unknown");
  });

  const HEADINGS = [...START, "2025 PW GPCI (with 1.0 Floor)", ...END];
  const ROW = ["10112", "AL", "00", "ALABAMA", "1", "0.869", "0.575"];
  it.each([
    ["columns-missing", [HEADINGS.slice(0, 6), ROW]],
    ["columns-missing", [[...START, ...END], ROW]],
    [
      "columns-missing",
      [
        [...START, "2025 PW GPCI", "2025 Work GPCI", ...END],
        [...ROW, "1"],
      ],
    ],
    ["row-unreadable", [HEADINGS, ["10112", "AL", "00", "ALABAMA", "1", "0.869", "n/a"]]],
    ["row-unreadable", [HEADINGS, ["10112", "AL", "00", "ALABAMA", "1", "0.8695", "0.5"]]],
    ["row-unreadable", [HEADINGS, ["ten", "AL", "00", "ALABAMA", "1", "0.869", "0.5"]]],
    ["row-unreadable", [HEADINGS, ["10112", "AL", "00", "ALABAMA", "0.988", "0.869", "0.5"]]],
    ["row-twice", [HEADINGS, ROW, ROW]],
    ["release-disagrees", [["FINAL CY 2024 GPCIs"], HEADINGS, ROW]],
  ] as const)("are refused where they are not sound: %s", (expected, records) => {
    expect(code(read(records))).toBe(expected);
  });

  it("are refused where states are missing", () => {
    const rows = PLACES.map(([mac, locality, state]) => [mac, state, locality, "PLACE", "1.000", "0.900", "0.800"]);
    expect(code(read([HEADINGS, ...rows], "GPCI2025.csv", "whole"))).toBe("localities");
    const part = read([HEADINGS, ...rows.filter(([, state]) => state !== "WY")], "GPCI2025.csv", "whole");
    expect(part.kind === "refused" ? part.sentence : "").toContain("there is none of WY");
  });
});
