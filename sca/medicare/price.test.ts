import { describe, expect, it } from "vitest";
import type { Benchmark, BenchmarkQuestion } from "./benchmark.ts";
import { EMPTY_LIBRARY, type MedicareLibrary } from "./fee-schedule.ts";
import { benchmarkWith } from "./price.ts";
import { day, inventedLibrary, inventedLocality, inventedRelease, inventedValues } from "./testing/invented-library.ts";

/** 1.00 + 0.80 + 0.10 relative value units in the office, 1.00 + 0.40 + 0.10 in a facility. */
const VISIT = inventedValues({ code: "11111" });
const TEST = inventedValues({ code: "22222", work: 100, nonFacilityPe: 400, facilityPe: 400, malpractice: 10 });
const ROWS = [
  VISIT,
  TEST,
  inventedValues({ ...TEST, modifier: "26", nonFacilityPe: 50, facilityPe: 50, malpractice: 5 }),
  inventedValues({ ...TEST, modifier: "TC", work: 0, nonFacilityPe: 350, facilityPe: 350, malpractice: 5 }),
  inventedValues({ code: "33333", facilityPe: 80, facilityNa: true }),
  inventedValues({ code: "44444", nonFacilityNa: true, nonFacilityPe: 40 }),
  inventedValues({ code: "55555", capNonFacilityPe: 50, capFacilityPe: 90, capMalpractice: 10 }),
  inventedValues({ code: "66666", modifier: "" }),
  inventedValues({ code: "66666", modifier: "53", work: 50, nonFacilityPe: 40, facilityPe: 20, malpractice: 5 }),
  inventedValues({ code: "77777", status: "R", work: 0, nonFacilityPe: 0, facilityPe: 0, malpractice: 0 }),
  inventedValues({ code: "88888", status: "C", work: 0, nonFacilityPe: 0, facilityPe: 0, malpractice: 0 }),
  inventedValues({ code: "00199", status: "J", work: 0, nonFacilityPe: 0, facilityPe: 0, malpractice: 0 }),
  inventedValues({ code: "0999T", status: "N" }),
];
const OF_2025 = inventedLibrary([inventedRelease({ year: 2025, letter: "D" }, ROWS)]);

function ask(question: Partial<BenchmarkQuestion>, library: MedicareLibrary = OF_2025): Benchmark {
  return benchmarkWith(library)({
    code: "11111",
    modifiers: [],
    day: day("2025-11-03"),
    place: { kind: "national" },
    setting: "nonFacility",
    ...question,
  });
}

function cents(question: Partial<BenchmarkQuestion>, library: MedicareLibrary = OF_2025): number | string {
  const found = ask(question, library);
  return found.kind === "amount" ? found.cents : found.reason;
}

function notes(question: Partial<BenchmarkQuestion>, library: MedicareLibrary = OF_2025): string {
  const found = ask(question, library);
  return found.kind === "amount" ? found.notes.join(" ") : found.sentence;
}

const ALABAMA = { kind: "locality", mac: "10112", locality: "00" } as const;

describe("the amount of a code", () => {
  it("is its relative values by the conversion factor, nationally with all indices at 1", () => {
    expect(cents({})).toBe(6146); // 1.90 x 32.3465 = 61.45835
    expect(cents({ setting: "facility" })).toBe(4852); // 1.50 x 32.3465 = 48.51975
  });

  it("takes the locality's cost indices, rounds once, and tells all that it came from", () => {
    // 1.00 x 1.000 + 0.80 x 0.869 + 0.10 x 0.575 = 1.7527; x 32.3465 = 56.69371...
    expect(ask({ place: ALABAMA })).toEqual({
      kind: "amount",
      cents: 5669,
      code: "11111",
      modifier: "",
      release: "2025D",
      releaseFile: "PPRRVU2025_D.csv",
      locality: "10112-00",
      setting: "nonFacility",
      conversionFactor: 323465,
      track: null,
      workFloor: "with",
      work: 100,
      pe: 80,
      malpractice: 10,
      workIndex: 1000,
      peIndex: 869,
      malpracticeIndex: 575,
      isCapped: false,
      notes: [],
    });
  });

  it("follows the day's own release and never another year's", () => {
    expect(cents({ day: day("2024-11-03") })).toBe("year-not-loaded");
    expect(notes({ day: day("2024-11-03") })).toContain("Loaded: 2025.");
    expect(cents({}, EMPTY_LIBRARY)).toBe("year-not-loaded");
    expect(notes({}, EMPTY_LIBRARY)).toContain("No fee schedule is loaded");
  });

  it("takes the latest release in force on the day, else the earliest later one of the year, and says so", () => {
    const library = inventedLibrary([
      inventedRelease({ year: 2025, letter: "D" }, [{ ...VISIT, work: 400 }]),
      inventedRelease({ year: 2025, letter: "B" }, [{ ...VISIT, work: 200 }]),
    ]);
    const release = (on: string): string => {
      const found = ask({ day: day(on) }, library);
      return found.kind === "amount" ? `${found.release}${found.notes.length > 0 ? " with a note" : ""}` : found.reason;
    };
    expect(release("2025-02-01")).toBe("2025B with a note");
    expect(release("2025-04-01")).toBe("2025B");
    expect(release("2025-08-01")).toBe("2025B with a note");
    expect(release("2025-10-01")).toBe("2025D");
    expect(notes({ day: day("2025-08-01") }, library)).toBe(
      "Priced with Medicare's release 2025B (in force from 2025-04-01): 2025C, which was in force on 2025-08-01, is not loaded.",
    );
  });

  it("changes on 9 March 2024 with the conversion factor, whatever release prices the day", () => {
    const library = inventedLibrary([
      inventedRelease({ year: 2024, letter: "A", conversionFactor: 327442 }, [VISIT]),
      inventedRelease({ year: 2024, letter: "AR", conversionFactor: 332875 }, [VISIT]),
    ]);
    expect(ask({ day: day("2024-03-08") }, library)).toMatchObject({ cents: 6221, release: "2024A", notes: [] });
    expect(ask({ day: day("2024-03-09") }, library)).toMatchObject({ cents: 6325, release: "2024AR", notes: [] });
    const later = inventedLibrary([inventedRelease({ year: 2024, letter: "C", conversionFactor: 332875 }, [VISIT])]);
    expect(ask({ day: day("2024-02-01") }, later)).toMatchObject({ cents: 6221, conversionFactor: 327442 });
    expect(notes({ day: day("2024-02-01") }, later)).toContain(
      "2024A, which was in force on 2024-02-01, is not loaded",
    );
  });

  it("takes the factor that Medicare paid by where the file states one that was replaced", () => {
    const early = inventedLibrary([inventedRelease({ year: 2021, letter: "A", conversionFactor: 324085 }, [VISIT])]);
    expect(ask({ day: day("2021-02-01") }, early)).toMatchObject({ conversionFactor: 348931 });
    expect(notes({ day: day("2021-02-01") }, early)).toContain("the file states 32.4085");
  });
});

describe("from 2026 there are two conversion factors", () => {
  const nonQp = inventedRelease({ year: 2026, letter: "A", conversionFactor: 334009 }, ROWS);
  const library = inventedLibrary([nonQp]);
  const on = { day: day("2026-02-01") };

  it("and who is no qualifying participant has the lower one, unless the other is asked for", () => {
    expect(ask(on, library)).toMatchObject({ cents: 6346, conversionFactor: 334009, track: "nonQp", notes: [] });
    expect(ask({ ...on, track: "qp" }, library)).toMatchObject({ cents: 6378, conversionFactor: 335675, track: "qp" });
    expect(notes({ ...on, track: "qp" }, library)).toContain("33.5675");
  });

  it("and a capped amount is not carried over to the other factor: the cap is in dollars", () => {
    expect(cents({ ...on, code: "55555" }, library)).toBe(5344);
    expect(cents({ ...on, code: "55555", track: "qp" }, library)).toBe("track-not-loaded");
    expect(cents({ ...on, code: "55555", track: "qp", setting: "facility" }, library)).toBe(5035);
  });

  it("and both files loaded need no word about it", () => {
    const both = inventedLibrary([nonQp, { ...nonQp, track: "qp", conversionFactor: 335675, file: "qp.csv" }]);
    expect(ask({ ...on, track: "qp" }, both)).toMatchObject({ cents: 6378, releaseFile: "qp.csv", notes: [] });
    expect(ask(on, both)).toMatchObject({ cents: 6346, releaseFile: "PPRRVU2026_A.csv", notes: [] });
  });

  it("and what the qualifying participants' file leaves out is told from the other, or asked for where that is missing", () => {
    const unpaid = inventedValues({ code: "88887", status: "N" });
    const whole = inventedRelease({ year: 2026, letter: "A", conversionFactor: 334009 }, [...ROWS, unpaid]);
    const qpOnly = { ...nonQp, track: "qp" as const, conversionFactor: 335675, file: "qp.csv" };
    expect(cents({ ...on, code: "88887", track: "qp" }, inventedLibrary([whole, qpOnly]))).toBe("status-not-paid");
    expect(ask({ ...on, code: "88887" }, inventedLibrary([qpOnly]))).toMatchObject({
      reason: "code-unknown",
      sentence: expect.stringContaining("non-QP"),
    });
  });

  it("and behind 2026 the loaded file's own is taken", () => {
    const later = inventedLibrary([
      inventedRelease({ year: 2027, letter: "A", track: "nonQp", conversionFactor: 330000 }, ROWS),
    ]);
    expect(cents({ day: day("2027-01-05") }, later)).toBe(6270);
    expect(cents({ day: day("2027-01-05"), track: "qp" }, later)).toBe("track-not-loaded");
  });
});

describe("the work floor", () => {
  const years = [2025, 2026, 2027].map((year) => inventedRelease({ year, letter: "A", track: "nonQp" }, ROWS));
  const library = inventedLibrary(years);
  const floor = (on: string, workFloor?: "with" | "without", of = library): unknown => {
    const found = ask({ day: day(on), place: ALABAMA, ...(workFloor === undefined ? {} : { workFloor }) }, of);
    return found.kind === "amount" ? [found.workFloor, found.workIndex] : found.reason;
  };

  it("holds to the end of 2026 by law, and not from 2027 on", () => {
    expect(floor("2025-11-15")).toEqual(["with", 1000]);
    expect(floor("2026-12-31")).toEqual(["with", 1000]);
    expect(floor("2027-01-01")).toEqual(["without", 988]);
    expect(floor("2026-12-31", "without")).toEqual(["without", 988]);
    expect(floor("2027-01-01", "with")).toEqual(["with", 1000]);
  });

  it("is taken as the file prints it where it prints one column, and said where that matters", () => {
    const one = inventedLibrary(years, [inventedLocality({ workWithoutFloor: null })]);
    expect(floor("2025-11-15", undefined, one)).toEqual(["with", 1000]);
    expect(floor("2025-11-15", "without", one)).toEqual(["with", 1000]);
    expect(notes({ place: ALABAMA, workFloor: "without" }, one)).toContain("with the floor of 1.0 alone");
    const high = inventedLibrary(years, [inventedLocality({ workWithFloor: 1042, workWithoutFloor: null })]);
    expect(floor("2025-11-15", "without", high)).toEqual(["without", 1042]);
    const bare = inventedLibrary(years, [inventedLocality({ workWithFloor: null })]);
    expect(floor("2027-11-15", undefined, bare)).toEqual(["without", 988]);
    expect(floor("2026-11-15", undefined, bare)).toEqual(["with", 1000]);
  });
});

describe("modifiers", () => {
  it("26, TC and 53 have amounts of their own, which need not add up to the whole", () => {
    expect(cents({ code: "22222" })).toBe(16497);
    expect(cents({ code: "22222", modifiers: ["26"] })).toBe(5014);
    expect(cents({ code: "22222", modifiers: ["TC"] })).toBe(11483);
    expect(cents({ code: "66666", modifiers: ["53"] })).toBe(3073);
  });

  it("a part that the file does not have is never priced as the whole service", () => {
    expect(cents({ modifiers: ["26"] })).toBe("modifier-not-in-file");
    expect(cents({ modifiers: ["TC"] })).toBe("modifier-not-in-file");
    expect(cents({ modifiers: ["53"] })).toBe("modifier-not-in-file");
    expect(notes({ modifiers: ["26"] })).toContain("would be too high");
  });

  it("the professional and the technical part together are asked about", () => {
    expect(cents({ code: "22222", modifiers: ["26", "TC"] })).toBe("modifiers-conflict");
  });

  it("others leave the benchmark as it is, and those that change payment are told", () => {
    expect(ask({ modifiers: ["95", "HO", "GT"] })).toMatchObject({ cents: 6146, notes: [] });
    expect(ask({ modifiers: ["50"] })).toMatchObject({ cents: 6146 });
    expect(notes({ modifiers: ["50", "AS"] })).toMatch(/Modifier 50 .* Modifier AS .*left out of the benchmark/);
  });
});

describe("no benchmark", () => {
  it("where Medicare prints NA for the setting in its national tables", () => {
    expect(cents({ code: "33333", setting: "facility" })).toBe("setting-not-applicable");
    expect(cents({ code: "33333" })).toBe(6146);
    expect(cents({ code: "44444" })).toBe("setting-not-applicable");
    expect(cents({ code: "44444", setting: "facility" })).toBe(4852);
  });

  it("but the contractor's fee schedule states an amount there all the same, which is told", () => {
    expect(ask({ code: "33333", setting: "facility", place: ALABAMA })).toMatchObject({
      cents: 5669,
      isSettingNa: true,
    });
    expect(notes({ code: "33333", setting: "facility", place: ALABAMA })).toContain("rarely or never performed");
  });

  it("where the contractor prices: status C, and paid codes without relative values", () => {
    expect(cents({ code: "88888" })).toBe("contractor-priced");
    expect(cents({ code: "77777" })).toBe("contractor-priced");
  });

  it("for anesthesia, with what would be needed", () => {
    expect(cents({ code: "00199" })).toBe("anesthesia");
    expect(notes({ code: "00199" })).toMatch(/base units.*minutes.*anesthesia factor/);
  });

  it("where Medicare does not pay, although relative values are printed", () => {
    expect(cents({ code: "0999T" })).toBe("status-not-paid");
    expect(notes({ code: "0999T" })).toContain(
      "Medicare does not cover it (status N). The file shows relative values (1.90",
    );
    for (const status of "BDEFGHILMNPQXZ") {
      const library = inventedLibrary([inventedRelease({ year: 2025, letter: "D" }, [{ ...VISIT, status }])]);
      expect(cents({}, library)).toBe("status-not-paid");
      expect(notes({ modifiers: ["26"] }, library)).toContain(`(status ${status})`);
    }
  });

  it("for the days of programs and for revenue codes, loaded or not", () => {
    for (const code of [
      "H0015",
      "S9480",
      "H0035",
      "S0201",
      "H2036",
      "H0010",
      "H0018",
      "H0019",
      "0905",
      "906",
      "REV 0912",
      "913",
    ]) {
      expect(cents({ code }, EMPTY_LIBRARY)).toBe("program-per-diem");
    }
    expect(cents({ code: "0300" })).toBe("code-not-physician");
  });

  it("for an unknown code, with the releases that were looked in or the one that has it", () => {
    const library = inventedLibrary([
      inventedRelease({ year: 2024, letter: "C" }, [inventedValues({ code: "99441" })]),
      inventedRelease({ year: 2025, letter: "D" }, ROWS),
    ]);
    expect(cents({ code: "99441" }, library)).toBe("code-unknown");
    expect(notes({ code: "99441" }, library)).toContain("the last loaded release with it is 2024C");
    expect(notes({ code: "11111", day: day("2024-12-01") }, library)).toContain("2025D, in force from 2025-10-01");
    expect(notes({ code: "99999" }, library)).toContain("(2024C, 2025D)");
  });

  it("for a locality under the wrong contractor, or of a year without cost indices", () => {
    expect(cents({ place: { ...ALABAMA, mac: "10212" } })).toBe("locality-unknown");
    expect(cents({ place: { ...ALABAMA, locality: "05" } })).toBe("locality-unknown");
    expect(notes({ place: { ...ALABAMA, locality: "05" } })).toContain("It has 10112-00 (ALABAMA, AL)");
    expect(cents({ place: ALABAMA }, { ...OF_2025, localityYears: [] })).toBe("localities-not-loaded");
  });
});

describe("the outpatient hospital cap", () => {
  it("is taken where it is lower, and told with what the service's own values give", () => {
    expect(ask({ code: "55555" })).toMatchObject({ cents: 5175, isCapped: true, pe: 50 });
    expect(notes({ code: "55555" })).toContain("$61.46");
    expect(ask({ code: "55555", setting: "facility" })).toMatchObject({ cents: 4852, isCapped: false, notes: [] });
  });
});
