import { describe, expect, it } from "vitest";
import { readMedicareFile } from "./read-medicare-file.ts";
import { HEADER_LINES, type InventedValues, valueLine, valueRecords, wholeFile } from "./testing/official-layout.ts";

const ROWS: readonly InventedValues[] = [
  { code: "00100", status: "J" },
  {
    code: "27001",
    status: "A",
    work: 2015,
    nonFacilityPe: 1447,
    facilityPe: 1447,
    malpractice: 401,
    nonFacilityNa: true,
  },
  { code: "90001", work: 224, nonFacilityPe: 97, facilityPe: 31, malpractice: 7, facilityNa: true },
  { code: "93001", modifier: "26", work: 30, nonFacilityPe: 12, facilityPe: 12, malpractice: 1 },
  { code: "93001", modifier: "TC", nonFacilityPe: 310, facilityPe: 310, malpractice: 2, cap: [205, 205, 1] },
  { code: "H0001", status: "I" },
];
const TITLE = "2025 National Physician Fee Schedule Relative Value File October Release";
const NAME = "PPRRVU2025_Oct.csv";

function fromRecords(
  records: readonly (readonly string[])[],
  name = NAME,
  more: { archive?: string; releaseHint?: string } = {},
) {
  const hint = more.releaseHint === undefined ? {} : { releaseHint: more.releaseHint };
  return readMedicareFile({ name, archive: more.archive ?? null, ...hint, form: "records", records }, "part");
}

function fromLines(lines: readonly string[], name: string, more: { archive?: string; releaseHint?: string } = {}) {
  const hint = more.releaseHint === undefined ? {} : { releaseHint: more.releaseHint };
  return readMedicareFile({ name, archive: more.archive ?? null, ...hint, form: "lines", lines }, "part");
}

function release(file: ReturnType<typeof readMedicareFile>) {
  if (file.kind !== "relativeValues") throw new Error(JSON.stringify(file));
  return file.release;
}

function told(file: ReturnType<typeof readMedicareFile>): string {
  return file.kind === "refused" ? `${file.code}: ${file.sentence}` : file.kind;
}

describe("relative values in CMS's csv", () => {
  it("are read by their stacked headings, in whole hundredths", () => {
    const { values, ...rest } = release(fromRecords(valueRecords(TITLE, "32.3465", ROWS)));
    expect(rest).toEqual({ year: 2025, letter: "D", track: null, conversionFactor: 323465, file: NAME });
    expect(values.size).toBe(6);
    expect(values.get("93001-TC")).toEqual({
      code: "93001",
      modifier: "TC",
      status: "A",
      work: 0,
      nonFacilityPe: 310,
      facilityPe: 310,
      malpractice: 2,
      nonFacilityNa: false,
      facilityNa: false,
      capNonFacilityPe: 205,
      capFacilityPe: 205,
      capMalpractice: 1,
    });
    expect(values.get("27001")).toMatchObject({ work: 2015, nonFacilityNa: true, facilityNa: false });
  });

  it("are read the same where 2026 sets a column before the conversion factor", () => {
    const title = TITLE.replace("2025", "2026");
    const { values, track } = release(
      fromRecords(valueRecords(title, "33.5675", ROWS, 2026), "PPRRVU2026_Oct_QPP.csv"),
    );
    expect(track).toBe("qp");
    expect(values).toEqual(release(fromRecords(valueRecords(TITLE, "32.3465", ROWS))).values);
  });

  it("are read the same where the columns stand in another order", () => {
    const records = valueRecords(TITLE, "32.3465", ROWS);
    const turned = records.map((record) => [record[0] ?? "", ...record.slice(1).reverse()]);
    expect(release(fromRecords(turned)).values).toEqual(release(fromRecords(records)).values);
  });

  it("keep no description", () => {
    const records = valueRecords(TITLE, "32.3465", ROWS).map((row) =>
      row.map((text) => (text === "x" ? "SECRET WORDS" : text)),
    );
    const { values } = release(fromRecords(records));
    expect(JSON.stringify([...values])).not.toContain("SECRET");
  });

  it("survive a spreadsheet, which takes zeros from codes and figures", () => {
    const records = valueRecords(TITLE, "32.3465", ROWS).map((row, at) =>
      at < 8 ? row : row.map((text) => (/^\d+(\.\d+)?$/.test(text) ? String(Number(text)) : text)),
    );
    expect(release(fromRecords(records)).values).toEqual(
      release(fromRecords(valueRecords(TITLE, "32.3465", ROWS))).values,
    );
  });

  it("end at blank rows and the mark by which old programs ended a file", () => {
    const end = [[""], ["", "", ""], [String.fromCharCode(26)]];
    expect(release(fromRecords([...valueRecords(TITLE, "32.3465", ROWS), ...end])).values.size).toBe(6);
  });
});

describe("relative values in CMS's fixed-width txt", () => {
  const lines = [...HEADER_LINES, ...ROWS.map((row) => valueLine(row, "32.3465"))];

  it("equal those of the csv", () => {
    const { values, letter, year } = release(fromLines(lines, "PPRRVU2025_Oct.txt"));
    expect([year, letter]).toEqual([2025, "D"]);
    expect(values).toEqual(release(fromRecords(valueRecords(TITLE, "32.3465", ROWS))).values);
  });

  it("are of 2026 by their conversion factor, with its new indicator", () => {
    const of2026 = [...HEADER_LINES, ...ROWS.map((row) => valueLine(row, "33.4009", "9"))];
    const { year, letter, track } = release(fromLines(of2026, "PPRRVU2026_Apr_nonQPP.txt"));
    expect([year, letter, track]).toEqual([2026, "B", "nonQp"]);
  });

  it.each([1, 20, 59, 66, 75, 90, 121, 141, 165])("are refused where a line is shifted at %i", (at) => {
    const shifted = lines.map((line, row) => (row === 4 ? `${line.slice(0, at)} ${line.slice(at)}` : line));
    expect(told(fromLines(shifted, "PPRRVU2025_Oct.txt"))).toMatch(/^row-unreadable: PPRRVU2025_Oct.txt, line 5/);
  });

  it("are refused where a line is cut", () => {
    const cut = [...lines.slice(0, -1), (lines.at(-1) ?? "").slice(0, 168)];
    expect(told(fromLines(cut, "PPRRVU2025_Oct.txt"))).toMatch(/^row-unreadable.*line 8/);
  });

  it("do not take the year of the copyright for theirs", () => {
    expect(release(fromLines(lines, "rvu25d/PPRRVU.txt")).year).toBe(2025);
  });
});

describe("a file of relative values that is not sound", () => {
  const records = valueRecords(TITLE, "32.3465", ROWS);
  const altered = (row: number, column: number, text: string) =>
    records.map((record, at) => (at === row ? record.map((old, place) => (place === column ? text : old)) : record));

  it.each([
    ["row-unreadable", altered(10, 5, "2,24"), 'under WORK RVU stands "2,24"'],
    ["row-unreadable", altered(10, 5, "abc"), "(90001)"],
    ["row-unreadable", altered(10, 5, "-2.24"), "row 11"],
    ["row-unreadable", altered(10, 5, "2.245"), "at most two decimals"],
    ["row-unreadable", altered(10, 5, ""), "WORK RVU"],
    ["row-unreadable", altered(10, 5, "2.34"), "make 3.38, but NON-FACILITY TOTAL says 3.28"],
    ["row-unreadable", altered(10, 1, "TX"), 'modifier "TX"'],
    ["row-unreadable", altered(10, 0, "Note: see CMS"), "procedure code"],
    ["row-unreadable", altered(10, 7, "N"), "NON-FAC NA INDICATOR"],
    ["row-unreadable", altered(10, 24, ""), "CONV FACTOR"],
    ["row-twice", altered(10, 0, "27001"), "27001 stands there a second time"],
    ["factors-differ", altered(10, 24, "33.2875"), "33.2875, but 32.3465 in row 9"],
    ["columns-missing", altered(7, 5, "UNITS"), "no column says WORK RVU"],
    ["columns-missing", altered(7, 6, "RVU"), "NON-FAC PE RVU"],
    ["columns-missing", records.map((record) => record.slice(0, 24)), "CONV FACTOR"],
    [
      "row-unreadable",
      [...records.slice(0, -1), (records.at(-1) ?? []).slice(0, 12)],
      "has 12 fields, but the headings 31",
    ],
  ] as const)("is refused by name: %s", (code, bad, says) => {
    const found = told(fromRecords(bad));
    expect(found).toContain(`${code}: ${NAME}`);
    expect(found).toContain(says);
    expect(found).toContain("Nothing was loaded from it.");
  });

  it("is refused where headings stand, but no rows", () => {
    expect(told(fromRecords(records.slice(0, 8)))).toContain("file-partial");
  });
});

describe("a whole file", () => {
  const whole = wholeFile();
  const read = (rows: readonly InventedValues[]) =>
    readMedicareFile({ name: NAME, archive: null, form: "records", records: valueRecords(TITLE, "32.3465", rows) });

  it("is taken in whichever order CMS sorts it", () => {
    expect(release(read(whole)).values.size).toBe(whole.length);
    expect(release(read([...whole].reverse())).values.size).toBe(whole.length);
  });

  it.each([
    [
      "half",
      (rows: InventedValues[]) => rows.slice(0, rows.length / 2),
      /has \d+ codes, where CMS's file of 2025 has over/,
    ],
    ["without its end", (rows: InventedValues[]) => rows.slice(0, -20), /no code from V\d+ to V5364/],
    [
      "without the end of its numbers",
      (rows: InventedValues[]) => rows.filter(({ code }) => !/^99[5-9]/.test(code)),
      /to 99607/,
    ],
    ["without a letter", (rows: InventedValues[]) => rows.filter(({ code }) => !code.startsWith("H")), /begins with H/],
  ])("is refused where it is only a part: %s", (_, part, says) => {
    const found = told(read(part([...whole])));
    expect(found).toMatch(/^file-partial: PPRRVU2025_Oct.csv: only a part/);
    expect(found).toMatch(says);
  });
});
