import { describe, expect, it } from "vitest";
import { readMedicareFile } from "./read-medicare-file.ts";

const HEADINGS = [
  "APC",
  "Group Title",
  "SI",
  "Relative Weight",
  "Payment Rate",
  "National Unadjusted Copayment",
  "Minimum Unadjusted Copayment",
];
const PROGRAMS = ["5851", "5852", "5853", "5854", "5861", "5862", "5863", "5864", "8010"];
const ROWS = [
  ["0701", "x", "K", "", "$4,146.335", ".", "$829.27"],
  ["5012", "x", "V", "1", "$128.87", "", ""],
  ...PROGRAMS.map((group, at) => [group, "x", "P", "1", at === 8 ? " $1,408.55 " : `${100 + at}.5`, ".", "1"]),
];
const TITLE = [
  ["", "Addendum A.-Final OPPS APCs for CY 2026", ""],
  ["", "CPT codes only are copyright 2025 American Medical Association.", ""],
];

function read(
  records: readonly (readonly string[])[],
  name: string,
  more: { archive?: string; releaseHint?: string } = {},
) {
  const hint = more.releaseHint === undefined ? {} : { releaseHint: more.releaseHint };
  return readMedicareFile({ name, archive: more.archive ?? null, ...hint, form: "records", records });
}

function effective(file: ReturnType<typeof readMedicareFile>): string {
  return file.kind === "dayRates" ? file.dayRates.effective : file.kind === "refused" ? file.code : file.kind;
}

describe("the day rates of OPPS Addendum A", () => {
  it("are those of programs, in cents, and nothing else is kept", () => {
    const file = read([...TITLE, HEADINGS, ...ROWS], "2026 April Web Addendum A.03.23.26.csv");
    expect(file).toMatchObject({ kind: "dayRates", dayRates: { effective: "2026-04-01" } });
    const rates = file.kind === "dayRates" ? file.dayRates.rates : new Map<string, number>();
    expect([...rates.keys()]).toEqual(PROGRAMS);
    expect([rates.get("5851"), rates.get("5864"), rates.get("8010")]).toEqual([10050, 10750, 140855]);
  });

  it.each([
    ["2026_January_Web_Addendum_A.12.31.25.csv", {}, "2026-01-01"],
    ["October 2026 Web Addendum A.csv", {}, "2026-10-01"],
    ["addendum_a.csv", { archive: "cy-2026-july-opps-addendum-a.zip" }, "2026-07-01"],
    ["508 Version July 2026/addendum a.csv", {}, "2026-07-01"],
    ["addendum_a.csv", { releaseHint: "2026Q3" }, "2026-07-01"],
    ["addendum_a.csv", {}, "2026-01-01"],
    ["2025_January_Web_Addendum_A.csv", {}, "release-disagrees"],
  ])("hold from the quarter that a name tells: %s", (name, more, expected) => {
    expect(effective(read([...TITLE, HEADINGS, ...ROWS], name, more))).toBe(expected);
  });

  it("are read from a list with its own days", () => {
    const records = [
      ["year", "effective_from", "effective_to", "apc", "title", "payment_rate"],
      ...PROGRAMS.map((group) => ["2025", "2025-01-01", "2025-12-31", group, "x", "269.19"]),
    ];
    expect(effective(read(records, "opps_php_iop_2025.csv"))).toBe("2025-01-01");
    expect(effective(read([...records, ["2026", "2026-01-01", "2026-12-31", "8010", "x", "1"]], "x.csv"))).toBe(
      "row-twice",
    );
  });

  it.each([
    ["release-unknown", [HEADINGS, ...ROWS], "rates.csv"],
    [
      "rates-proposed",
      [["", "Addendum A.- Proposed OPPS APCs for CY 2026"], HEADINGS, ...ROWS],
      "2026 NPRM Addendum A.csv",
    ],
    ["no-day-rates", [...TITLE, HEADINGS, ...ROWS.slice(0, 2)], "2026 April Web Addendum A.csv"],
    ["file-partial", [...TITLE, HEADINGS, ...ROWS.slice(0, 5)], "2026 April Web Addendum A.csv"],
    ["row-twice", [...TITLE, HEADINGS, ...ROWS, ...ROWS.slice(-1)], "2026 April Web Addendum A.csv"],
    ["row-unreadable", [...TITLE, HEADINGS, ["5851", "x", "P", "1", "n/a"], ...ROWS], "2026 April Web Addendum A.csv"],
    [
      "row-unreadable",
      [...TITLE, HEADINGS, ["5851", "x", "P", "1", "$111.245"], ...ROWS],
      "2026 April Web Addendum A.csv",
    ],
  ])("are refused: %s", (expected, records, name) => {
    expect(effective(read(records, name))).toBe(expected);
  });
});
