import { describe, expect, it } from "vitest";
import type { BenchmarkQuestion } from "./benchmark.ts";
import { BUILD_UP_LABEL, componentBuildUp } from "./component-build-up.ts";
import { EMPTY_LIBRARY, type MedicareLibrary, type OutpatientDayRates } from "./fee-schedule.ts";
import { benchmarkWith } from "./price.ts";
import { type ComparisonQuestion, programComparison } from "./program-comparison.ts";
import { isProgramCode, misnamedProgram, programDayWarnings } from "./programs.ts";
import { day, inventedLibrary, inventedRelease, inventedValues } from "./testing/invented-library.ts";

function rates(effective: string, plus: number, without: readonly string[] = []): OutpatientDayRates {
  const listed = [5851, 5852, 5853, 5854, 5861, 5862, 5863, 5864].filter((one) => !without.includes(String(one)));
  return {
    effective: day(effective),
    file: `addendum_a_${effective}.csv`,
    rates: new Map(listed.map((one) => [String(one), one * 10 + plus])),
  };
}
const LIBRARY: MedicareLibrary = {
  ...EMPTY_LIBRARY,
  dayRates: [rates("2025-07-01", 5), rates("2025-01-01", 1), rates("2023-01-01", 3, ["5854", "5864"])],
};

function compare(question: Partial<ComparisonQuestion>, library = LIBRARY): unknown {
  const found = programComparison({ code: "S9480", servicesPerDay: 3, day: day("2025-03-01"), ...question }, library);
  if (found.kind === "none") return found.reason;
  const { hospital, communityMentalHealthCenter: center } = found;
  return [found.program, hospital.classification, hospital.cents, center.classification, center.cents];
}

describe("a program's day beside Medicare's day rates", () => {
  it("has hospital and community mental health center both, by program and services of the day", () => {
    expect(compare({})).toEqual(["intensiveOutpatient", "5861", 58611, "5851", 58511]);
    expect(compare({ code: "H0015", servicesPerDay: 6 })).toEqual([
      "intensiveOutpatient",
      "5862",
      58621,
      "5852",
      58521,
    ]);
    expect(compare({ code: "S0201" })).toEqual(["partialHospitalization", "5863", 58631, "5853", 58531]);
    expect(compare({ code: "H0035", servicesPerDay: 4 })).toEqual([
      "partialHospitalization",
      "5864",
      58641,
      "5854",
      58541,
    ]);
    expect(compare({ code: "REV 912" })).toEqual(["partialHospitalization", "5863", 58631, "5853", 58531]);
  });

  it("says with the figures that it is no Medicare price", () => {
    const found = programComparison({ code: "H0015", servicesPerDay: 3, day: day("2025-03-01") }, LIBRARY);
    expect(found).toMatchObject({ label: expect.stringContaining("not a Medicare price") });
    expect(found).toMatchObject({
      notes: [expect.stringContaining("No Medicare benchmark for H0015"), expect.stringContaining("substance use")],
    });
  });

  it("takes the rates in force on the day, and another year's never", () => {
    expect(compare({ day: day("2025-08-01") })).toEqual(["intensiveOutpatient", "5861", 58615, "5851", 58515]);
    expect(compare({ day: day("2026-03-01") })).toBe("year-not-loaded");
    expect(compare({}, EMPTY_LIBRARY)).toBe("year-not-loaded");
  });

  it("has one level of partial hospitalization and no intensive outpatient program until 2023", () => {
    expect(compare({ code: "S0201", servicesPerDay: 5, day: day("2023-03-01") })).toEqual([
      "partialHospitalization",
      "5863",
      58633,
      "5853",
      58533,
    ]);
    expect(compare({ day: day("2023-03-01") })).toBe("year-not-loaded");
  });

  it("is not made without the number of services, below three, or for what Medicare has no day rate for", () => {
    expect(compare({ servicesPerDay: null })).toBe("unit-basis-unknown");
    expect(compare({ servicesPerDay: 2 })).toBe("unit-basis-unknown");
    for (const code of ["H0010", "H0018", "H0019", "H2036", "90834"])
      expect(compare({ code })).toBe("program-per-diem");
  });

  it("warns where S0201 is called an intensive outpatient program, and compares it all the same", () => {
    const found = programComparison(
      { code: "S0201", calledBy: "intensiveOutpatient", servicesPerDay: 3, day: day("2025-03-01") },
      LIBRARY,
    );
    expect(found).toMatchObject({ kind: "comparison", program: "partialHospitalization" });
    expect(found).toMatchObject({
      notes: expect.arrayContaining([expect.stringMatching(/^S0201 stands for partial hospitalization; .*S9480/)]),
    });
  });
});

describe("the codes of programs", () => {
  it("are known by code and by revenue code", () => {
    for (const code of ["H0015", "s9480", "H0035", "S0201", "H2036", "H0010", "T1012", "0905", "906", "REV 913"])
      expect([code, isProgramCode(code)]).toEqual([code, true]);
    for (const code of ["90837", "G0410", "0300", "", "x"]) expect([code, isProgramCode(code)]).toEqual([code, false]);
  });

  it("are told apart from the program's name only where they differ", () => {
    expect(misnamedProgram("S0201", "intensiveOutpatient")).toContain("H0015");
    expect(misnamedProgram("H0015", "partialHospitalization")).toContain("S0201 or H0035");
    expect(misnamedProgram("S0201", "partialHospitalization")).toBeNull();
    expect(misnamedProgram("90837", "intensiveOutpatient")).toBeNull();
  });

  it("stand once on a date, and one program a day", () => {
    expect(
      programDayWarnings([
        { code: "H0015", units: 1 },
        { code: "90834", units: 2 },
      ]),
    ).toEqual([]);
    expect(programDayWarnings([{ code: "H0015", units: 2 }])).toEqual([
      "H0015 stands 2 times on one date; a program's day is paid once.",
    ]);
    expect(
      programDayWarnings([
        { code: "S9480", units: 1 },
        { code: "H0015", units: 1 },
      ]),
    ).toEqual([expect.stringContaining("S9480 and H0015 stand on one date")]);
  });
});

describe("the component build-up of a day", () => {
  const library = inventedLibrary([
    inventedRelease({ year: 2025, letter: "A" }, [
      inventedValues({ code: "11111" }),
      inventedValues({ code: "22222", status: "C" }),
    ]),
  ]);
  const ask = (code: string): BenchmarkQuestion => ({
    code,
    modifiers: [],
    day: day("2025-03-01"),
    place: { kind: "national" },
    setting: "facility",
  });

  it("is the sum of the services' benchmarks", () => {
    const built = componentBuildUp([{ question: ask("11111"), units: 3 }], benchmarkWith(library));
    expect(built).toMatchObject({ label: BUILD_UP_LABEL, cents: 3 * 4852, isComplete: true });
    expect(built.notes).toEqual([expect.stringContaining("leaves out what the facility costs")]);
  });

  it("is incomplete, and says so, where a service has no benchmark", () => {
    const built = componentBuildUp(
      [
        { question: ask("11111"), units: 1 },
        { question: ask("22222"), units: 2 },
      ],
      benchmarkWith(library),
    );
    expect(built).toMatchObject({ cents: 4852, isComplete: false });
    expect(built.notes.join(" ")).toContain("22222 is missing from the sum");
    expect(componentBuildUp([{ question: ask("22222"), units: 2 }], benchmarkWith(library)).cents).toBeNull();
    expect(componentBuildUp([], benchmarkWith(library))).toMatchObject({ cents: null, isComplete: false });
  });
});
