import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { delimitedRecords } from "../../analysis/files/reading/delimited-records.ts";
import { sharedExamples } from "../../analysis/shared-examples.ts";
import { priceBatchRow } from "./batch.ts";
import type { Setting } from "./benchmark.ts";
import { exactAmount } from "./exact-amount.ts";
import { EMPTY_LIBRARY, type MedicareLibrary, type RelativeValueRelease } from "./fee-schedule.ts";
import type { MedicareFile } from "./files/medicare-file.ts";
import { readMedicareFile } from "./files/read-medicare-file.ts";
import { readPlace } from "./place.ts";
import { benchmarkWith } from "./price.ts";
import { day } from "./testing/invented-library.ts";

const FOLDER = sharedExamples("medicare");
/** Not CMS's own layout: these name no year, so the name of the archive that they were in is told. */
const FILES: readonly (readonly [path: string, archive: string | null])[] = [
  ["2024/PPRRVU24_rvu24a_jan.csv", "rvu24a.zip"],
  ["2024/PPRRVU24_rvu24ar_jan.csv", "rvu24ar.zip"],
  ["2024/PPRRVU24_rvu24c_jul.csv", "rvu24c.zip"],
  ["2024/GPCI24_rvu24a.csv", "rvu24a.zip"],
  ["2025/PPRRVU2025_Oct.csv", null],
  ["2025/GPCI2025.csv", null],
  ["2025/25LOCCO.csv", null],
  ["2026/PPRRVU2026_Apr_nonQPP.txt", null],
  ["2026/GPCI2026.csv", null],
  ["ZIP5_OCT2025.txt", null],
];

function publishedLibrary(folder: string): MedicareLibrary {
  const files = FILES.map(([path, archive]): MedicareFile => {
    const text = readFileSync(join(folder, path), "latin1");
    const source = { name: path, archive };
    if (path.endsWith(".csv")) return readMedicareFile({ ...source, form: "records", records: delimitedRecords(text) });
    return readMedicareFile({ ...source, form: "lines", lines: text.split(/\r?\n/) });
  });
  expect(files.filter((file) => file.kind === "refused" || file.kind === "notNeeded")).toEqual([]);
  return {
    ...EMPTY_LIBRARY,
    releases: files.flatMap((file) => (file.kind === "relativeValues" ? [file.release] : [])),
    localityYears: files.flatMap((file) => (file.kind === "localities" ? [file.localities] : [])),
    countyYears: files.flatMap((file) => (file.kind === "counties" ? [file.counties] : [])),
    zipQuarters: files.flatMap((file) => (file.kind === "zip" ? [file.zip] : [])),
  };
}

const loaded: { library: MedicareLibrary } = { library: EMPTY_LIBRARY };

function library(): MedicareLibrary {
  return loaded.library;
}

/** Code, place, day, and the amounts that CMS publishes for office and facility. */
type Published = readonly [code: string, modifier: string, place: string, on: string, office: string, facility: string];

/** CMS CY 2024 final rule impact table; PFAL25A, PFDC25A, PFREV25C; rows of PFALL26AR that were quoted in public. */
const PUBLISHED: readonly Published[] = [
  ["99213", "", "NATIONAL", "2024-01-01", "89.39", "64.18"],
  ["99203", "", "NATIONAL", "2024-01-01", "109.69", "79.90"],
  ["17000", "", "NATIONAL", "2024-01-01", "66.80", "54.36"],
  ["43239", "", "NATIONAL", "2024-01-01", "369.35", "134.25"],
  ["27130", "", "NATIONAL", "2024-01-01", "NA", "1264.91"],
  ["88305", "26", "NATIONAL", "2024-01-01", "35.36", "35.36"],
  ["90471", "", "NATIONAL", "2024-01-01", "20.30", "NA"],
  ["92014", "", "NATIONAL", "2024-01-01", "123.45", "73.02"],
  ["98941", "", "NATIONAL", "2024-01-01", "38.64", "32.74"],
  ["90853", "", "10112-00", "2025-01-01", "27.02", "23.65"],
  ["90847", "", "10112-00", "2025-01-01", "100.43", "100.15"],
  ["99214", "", "10112-00", "2025-01-01", "115.49", "88.23"],
  ["91110", "", "10112-00", "2025-01-01", "596.03", "596.03"],
  ["91110", "26", "10112-00", "2025-01-01", "101.68", "101.68"],
  ["91110", "TC", "10112-00", "2025-01-01", "494.34", "494.34"],
  ["90791", "", "12202-01", "2025-01-01", "182.11", "153.58"],
  ["90834", "", "12202-01", "2025-01-01", "113.42", "97.61"],
  ["90837", "", "12202-01", "2025-01-01", "168.00", "144.48"],
  ["90792", "", "12202-01", "2025-01-01", "205.73", "176.81"],
  ["90853", "", "12202-01", "2025-01-01", "30.69", "26.06"],
  ["76145", "", "01112-05", "2025-07-01", "1339.81", "1339.81"],
  ["99213", "", "01112-05", "2026-04-01", "117.58", "64.37"],
  ["99213", "", "01112-09", "2026-04-01", "119.71", "65.29"],
  ["46505", "", "01112-05", "2026-04-01", "432.49", "296.85"],
];

beforeAll(() => {
  if (FOLDER !== null) loaded.library = publishedLibrary(FOLDER);
}, 60_000);

describe.skipIf(FOLDER === null)("the amounts that CMS publishes", () => {
  const price = (code: string, modifier: string, place: string, on: string, setting: string, mac = place) =>
    priceBatchRow(
      { year: "", dos_from: on, mac, locality: "", hcpcs: code, mod: modifier, setting },
      library(),
      benchmarkWith(library()),
    );

  it("come out to the cent, all of the list", () => {
    const [, ...rows] = readFileSync(join(FOLDER ?? "", "published-amounts.csv"), "utf8")
      .trim()
      .split(/\r?\n/);
    const benchmark = benchmarkWith(library());
    const wrong = rows.filter((line) => {
      const [year = "", dos_from = "", mac = "", locality = "", hcpcs = "", mod = "", setting = "", amount] =
        line.split(",");
      return (
        priceBatchRow({ year, dos_from, mac, locality, hcpcs, mod, setting }, library(), benchmark).amount !== amount
      );
    });
    expect(rows.length).toBe(128);
    expect(wrong).toEqual([]);
  });

  it.each(PUBLISHED)("%s %s in %s on %s: office %s, facility %s", (code, modifier, place, on, office, facility) => {
    expect(price(code, modifier, place, on, "nonfac").amount).toBe(office);
    expect(price(code, modifier, place, on, "fac").amount).toBe(facility);
  });

  it("show what the work floor does in 2026: the rest of Texas with it and without", () => {
    const benchmark = benchmarkWith(library());
    const place = readPlace("04412-99", library(), day("2026-04-01"));
    if (place.kind === "none") throw new Error(place.sentence);
    const ask = { code: "99203", modifiers: [], day: day("2026-04-01"), place, setting: "nonFacility" } as const;
    expect(benchmark(ask)).toMatchObject({ cents: 11405, workFloor: "with", conversionFactor: 334009, track: "nonQp" });
    expect(benchmark({ ...ask, workFloor: "without" })).toMatchObject({ cents: 11357, workFloor: "without" });
  });

  it("take 2024's factor from the day: an April release prices February with the factor of February", () => {
    const later: RelativeValueRelease | undefined = library().releases.find(
      ({ year, letter }) => year === 2024 && letter === "C",
    );
    const alone = { ...library(), releases: later === undefined ? [] : [later] };
    const found = benchmarkWith(alone)({
      code: "99213",
      modifiers: [],
      day: day("2024-02-01"),
      place: { kind: "national" },
      setting: "nonFacility",
    });
    expect(found).toMatchObject({ cents: 8939, release: "2024C", conversionFactor: 327442 });
    expect(found).toMatchObject({
      notes: [expect.stringContaining("2024A, which was in force on 2024-02-01, is not loaded")],
    });
  });

  it("agree with CMS's own list wherever the outpatient hospital cap decides, in every locality that both list", () => {
    const checked = { agreeing: 0, other: [] as string[] };
    const benchmark = benchmarkWith(library());
    const year = library().localityYears.find((one) => one.year === 2025);
    for (const line of readFileSync(join(FOLDER ?? "", "2025", "OPPSCAP_Oct.csv"), "latin1")
      .split(/\r?\n/)
      .slice(1)) {
      const [code = "", modifier = "", status, mac = "", locality = "", facility, office] = line
        .split(",")
        .map((cell) => cell.trim());
      if (status !== "A" || year?.localities.get(`${mac}-${locality}`) === undefined) continue;
      const amounts = (["facility", "nonFacility"] as const).map((setting: Setting) => {
        const found = benchmark({
          code,
          modifiers: [modifier],
          day: day("2025-10-01"),
          place: { kind: "locality", mac, locality },
          setting,
        });
        return found.kind === "amount" && found.isCapped ? (found.cents / 100).toFixed(2) : found.kind;
      });
      if (amounts[0] === Number(facility).toFixed(2) && amounts[1] === Number(office).toFixed(2)) checked.agreeing += 1;
      else checked.other.push(line);
    }
    expect(checked.other).toEqual([]);
    expect(checked.agreeing).toBe(6322);
  });

  it("are answered fast: 100,000 questions in under a second", () => {
    const benchmark = benchmarkWith(library());
    const codes = [
      ...(library()
        .releases.find(({ year }) => year === 2025)
        ?.values.values() ?? []),
    ];
    const start = performance.now();
    for (let i = 0; i < 100_000; i += 1) {
      const row = codes[i % codes.length];
      if (row === undefined) continue;
      benchmark({
        code: row.code,
        modifiers: [row.modifier],
        day: day("2025-11-03"),
        place: { kind: "locality", mac: "10112", locality: "00" },
        setting: i % 2 === 0 ? "facility" : "nonFacility",
      });
    }
    const took = performance.now() - start;
    process.stderr.write(`100,000 questions took ${Math.round(took)} ms\n`);
    expect(took).toBeLessThan(5000); // half a second alone; the machine may be busy
  });

  it("come out as exact whole numbers: every value in every locality, against numbers without bounds", () => {
    const wrong: string[] = [];
    const places =
      library()
        .localityYears.find((one) => one.year === 2025)
        ?.localities.values() ?? [];
    const rows = [
      ...(library()
        .releases.find(({ year }) => year === 2025)
        ?.values.values() ?? []),
    ].filter(({ status }) => status === "A");
    for (const place of places) {
      for (const row of rows.filter((_, at) => at % 40 === 0)) {
        const indices = { work: place.workWithFloor ?? 1000, pe: place.pe, malpractice: place.malpractice };
        const parts = { work: row.work, pe: row.nonFacilityPe, malpractice: row.malpractice };
        const units =
          BigInt(parts.work) * BigInt(indices.work) +
          BigInt(parts.pe) * BigInt(indices.pe) +
          BigInt(parts.malpractice) * BigInt(indices.malpractice);
        const expected = Number((units * 323465n * 2n + 10_000_000n) / 20_000_000n);
        if (exactAmount(parts, indices, 323465) !== expected) wrong.push(row.code);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe.skipIf(FOLDER === null)("places in CMS's own lists", () => {
  const place = (text: string): string => {
    const found = readPlace(text, library(), day("2025-11-03"));
    return found.kind === "locality"
      ? `${found.mac}-${found.locality}`
      : found.kind === "none"
        ? found.reason
        : found.kind;
  };

  it.each([
    ["36104", "10112-00"],
    ["60601", "06102-16"],
    ["Cook County, IL", "06102-16"],
    ["St. Louis City, MO", "05302-01"],
    ["Saint Bernard Parish, LA", "07202-01"],
    ["Palm Beach County, FL", "09102-03"],
    ["Fairfax, VA", "12202-01"],
    ["Montgomery County, MD", "12202-01"],
    ["Warren County, NJ", "12402-01"],
    ["Westchester, NY", "13202-02"],
    ["New York, NY", "13202-01"],
    ["Los Angeles County, CA", "01182-18"],
    ["El Paso County, TX", "04412-99"],
    ["72338", "zip-needs-plus-four"],
    ["00000", "zip-unknown"],
  ])("%s is %s", (text, key) => {
    expect(place(text)).toBe(key);
  });
});
