import { describe, expect, it } from "vitest";
import { readMedicareFile } from "./read-medicare-file.ts";
import { PLACES } from "./testing/official-layout.ts";

function zip5(state: string, zip: string, mac: string, locality: string, flag = "0", quarter = "20254"): string {
  return `${`${state}${zip}${mac}${locality} Z9   ${flag} A`.padEnd(75)}${quarter}`;
}

function zip9(zip: string, plusFour: string, mac: string, locality: string, quarter = "20254"): string {
  return `${`CA${zip}${mac}${locality}BZ9B  1${plusFour}`.padEnd(31)}A`.padEnd(75) + quarter;
}

function read(lines: readonly string[], name = "ZIP5_OCT2025.txt", completeness: "whole" | "part" = "part") {
  return readMedicareFile({ name, archive: null, form: "lines", lines }, completeness);
}

function code(file: ReturnType<typeof readMedicareFile>): string {
  return file.kind === "refused" ? file.code : file.kind;
}

describe("ZIP codes and localities", () => {
  const lines = [
    zip5("AK", "99501", "02102", "01"),
    zip5("EK", "66002", "05202", "00"),
    zip5("CA", "94501", "01112", "05", "1"),
    "",
  ];

  it("tell a locality, or that the four digits behind are needed", () => {
    const file = read(lines);
    expect(file).toEqual({
      kind: "zip",
      zip: {
        year: 2025,
        quarter: 4,
        file: "ZIP5_OCT2025.txt",
        zips: new Map([
          ["99501", { mac: "02102", locality: "01", state: "AK" }],
          ["66002", { mac: "05202", locality: "00", state: "KS" }],
        ]),
        split: new Set(["94501"]),
      },
    });
  });

  it("are the same as a table with headings, zeros lost", () => {
    const headings = [
      "STATE",
      "ZIP CODE",
      "CARRIER",
      "LOCALITY",
      "RURAL IND",
      "LAB CB LOCALITY",
      "RURAL IND2",
      "PLUS 4 FLAG",
      "PART B PAYMENT INDICATOR",
      "YEAR/QTR",
    ];
    const records = [
      headings,
      ["AK", "99501", "2102", "1", "", "Z9", "", "0", "A", "20254"],
      ["EK", "66002", "5202", "0", "", "Z9", "", "0", "A", "20254"],
      ["CA", "94501", "1112", "5", "", "Z9", "", "1", "A", "20254"],
    ];
    const file = readMedicareFile({ name: "ZIP5_OCT2025.txt", archive: null, form: "records", records }, "part");
    expect(file).toEqual(read(lines));
  });

  it.each([
    ["row-unreadable", [zip5("AK", "99501", "02102", "01"), zip5("AK", "9950 ", "02102", "01")]],
    ["row-unreadable", [zip5("AK", "99501", "02102", "01"), ` ${zip5("AK", "99502", "02102", "01")}`]],
    ["row-unreadable", [zip5("AK", "99501", "02102", "01"), zip5("AK", "99502", "02102", "01").slice(0, 60)]],
    ["row-twice", [zip5("AK", "99501", "02102", "01"), zip5("AK", "99501", "02102", "01")]],
    ["quarters-differ", [zip5("AK", "99501", "02102", "01"), zip5("AK", "99502", "02102", "01", "0", "20261")]],
    ["row-unreadable", [zip5("AK", "99501", "02102", "01"), zip9("94501", "0001", "01112", "05")]],
    ["year-not-held", [zip5("AK", "99501", "02102", "01", "0", "20184")]],
  ])("are refused where they are not sound: %s", (expected, bad) => {
    expect(code(read(bad))).toBe(expected);
  });

  it("are refused where it is only a part of the country", () => {
    const whole = PLACES.flatMap(([mac, locality, state], place) =>
      Array.from({ length: 400 }, (_, at) => zip5(state, String(place * 400 + at).padStart(5, "0"), mac, locality)),
    );
    expect(code(read(whole, undefined, "whole"))).toBe("zip");
    expect(code(read(whole.slice(0, 20_000), undefined, "whole"))).toBe("file-partial");
  });
});

describe("ZIP+4", () => {
  it("is kept as spans of neighbours in one locality, and digits that CMS does not list stay unknown", () => {
    const file = read(
      [
        zip9("94501", "0002", "01112", "05"),
        zip9("94501", "0001", "01112", "05"),
        zip9("94501", "0003", "01112", "09"),
        zip9("94501", "0005", "01112", "09"),
        zip9("95002", "9999", "01112", "09"),
      ],
      "ZIP9_OCT2025.txt",
    );
    const oakland = { mac: "01112", locality: "05", state: "CA" };
    const clara = { mac: "01112", locality: "09", state: "CA" };
    expect(file).toMatchObject({ kind: "zipPlusFour", zipPlusFour: { year: 2025, quarter: 4 } });
    expect(file.kind === "zipPlusFour" ? file.zipPlusFour.spans : null).toEqual(
      new Map([
        [
          "94501",
          [
            { ...oakland, first: "0001", last: "0002" },
            { ...clara, first: "0003", last: "0003" },
            { ...clara, first: "0005", last: "0005" },
          ],
        ],
        ["95002", [{ ...clara, first: "9999", last: "9999" }]],
      ]),
    );
  });

  it("is refused where a row stands twice or the file is a part", () => {
    const line = zip9("94501", "0002", "01112", "05");
    expect(code(read([line, line], "ZIP9_OCT2025.txt"))).toBe("row-twice");
    expect(code(read([line], "ZIP9_OCT2025.txt", "whole"))).toBe("file-partial");
  });
});
