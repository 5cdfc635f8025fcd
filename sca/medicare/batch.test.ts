import { describe, expect, it } from "vitest";
import { type BatchRow, priceBatchRow } from "./batch.ts";
import type { MedicareLibrary } from "./fee-schedule.ts";
import { benchmarkWith } from "./price.ts";
import { inventedLibrary, inventedLocality, inventedRelease, inventedValues } from "./testing/invented-library.ts";

const ROWS = [inventedValues({ code: "11111" }), inventedValues({ code: "33333", facilityNa: true })];
const LOCALITIES = [
  inventedLocality({}),
  inventedLocality({ mac: "01112", locality: "05", state: "CA", name: "SAN FRANCISCO" }),
  inventedLocality({ mac: "01112", locality: "75", state: "CA", name: "REST OF CALIFORNIA" }),
];
const LIBRARY = inventedLibrary(
  [
    inventedRelease({ year: 2024, letter: "A", conversionFactor: 327442 }, ROWS),
    inventedRelease({ year: 2024, letter: "AR", conversionFactor: 332875 }, ROWS),
    inventedRelease({ year: 2025, letter: "A" }, ROWS),
    inventedRelease({ year: 2025, letter: "D" }, [inventedValues({ code: "22222" }), ...ROWS]),
  ],
  LOCALITIES,
);
const ROW: BatchRow = {
  year: "2025",
  dos_from: "2025-11-03",
  mac: "NATIONAL",
  locality: "",
  hcpcs: "11111",
  mod: "",
  setting: "nonfac",
};

function price(row: Partial<BatchRow>, library: MedicareLibrary = LIBRARY): ReturnType<typeof priceBatchRow> {
  return priceBatchRow({ ...ROW, ...row }, library, benchmarkWith(library));
}

describe("a row of a batch", () => {
  it("gets its amount in dollars and cents and the release, and no reason where there is nothing to say", () => {
    expect(price({})).toEqual({ amount: "61.46", reason: "", release: "2025D" });
  });

  it("gets NA where Medicare prints NA, and why", () => {
    const answer = price({ hcpcs: "33333", setting: "fac" });
    expect(answer.amount).toBe("NA");
    expect(answer.reason).toMatch(/^setting-not-applicable: /);
    expect(answer.release).toBe("");
  });

  it("gets no benchmark with code and sentence for all else", () => {
    expect(price({ hcpcs: "H0015" })).toMatchObject({ amount: "no benchmark" });
    expect(price({ hcpcs: "H0015", setting: "", mac: "" }).reason).toMatch(/^program-per-diem: No Medicare benchmark/);
    expect(price({ hcpcs: "99999" }).reason).toMatch(/^code-unknown: /);
    expect(price({ hcpcs: "" }).reason).toMatch(/^code-unreadable: /);
    expect(price({ setting: "telehealth" }).reason).toMatch(/^setting-unreadable: .*“telehealth”/);
    expect(price({ setting: "" }).reason).toMatch(/^setting-unreadable: No setting is given/);
    expect(price({ mac: "", locality: "" }).reason).toMatch(/^place-unreadable: /);
  });

  it.each(["nonfac", "Non-Facility", "office", "11", "POS 11"])("takes %s for the office", (setting) => {
    expect(price({ setting }).amount).toBe("61.46");
  });

  it.each(["fac", "facility", "52", "53", "2"])("takes %s for a facility", (setting) => {
    expect(price({ setting }).amount).toBe("48.52");
  });

  it.each([
    "2025-11-03",
    "11/3/2025",
    "11/03/25",
    "20251103",
    "Nov 3, 2025",
    "3-Nov-2025",
    "2025-11-03 00:00:00",
    "45964",
    "2025-11-03T00:00:00Z",
  ])("reads the day %s", (dos_from) => {
    expect(price({ dos_from })).toMatchObject({ amount: "61.46", release: "2025D" });
  });

  it.each(["2025-02-30", "13/13/2025", "soon", "2025-11-03 to 2025-11-09", "11/2025", "11/3"])(
    "refuses the day %s",
    (dos_from) => {
      expect(price({ dos_from, year: "" }).reason).toMatch(/^date-unreadable: /);
    },
  );

  it("refuses a day that is not of the year beside it", () => {
    expect(price({ year: "2024" }).reason).toMatch(
      /^date-unreadable: The year says 2024 and the day of service 2025-11-03/,
    );
    expect(price({ year: "two" }).reason).toMatch(/^date-unreadable: /);
    expect(price({ year: "", dos_from: "" }).reason).toMatch(/^date-unreadable: Neither/);
  });

  it("prices a year alone where the amount is the same all year, and not where it changes", () => {
    expect(price({ dos_from: "" })).toEqual({ amount: "61.46", reason: "", release: "2025A" });
    expect(price({ dos_from: "2025", year: "" }).amount).toBe("61.46");
    expect(price({ dos_from: "", year: "2024" }).reason).toMatch(
      /^date-unreadable: Only the year 2024 .*\$62.21 on 2024-01-01, \$63.25 on 2024-03-09/,
    );
    expect(price({ dos_from: "", hcpcs: "22222" }).reason).toMatch(
      /none \(code-unknown\) on 2025-01-01, \$61.46 on 2025-10-01/,
    );
    expect(price({ dos_from: "", year: "2024", hcpcs: "H0015" }).reason).toMatch(/^program-per-diem/);
  });

  it("reads contractor and locality with their zeros lost, in one cell or in two", () => {
    expect(price({ mac: "10112", locality: "0" }).amount).toBe("56.69");
    expect(price({ mac: "10112.0", locality: "0.0" }).amount).toBe("56.69");
    expect(price({ mac: "1112", locality: "5" }).amount).toBe("56.69");
    expect(price({ mac: "01112-05", locality: "" }).amount).toBe("56.69");
    expect(price({ mac: "01112-05", locality: "05" }).amount).toBe("56.69");
    expect(price({ mac: "", locality: "01112-05" }).amount).toBe("56.69");
    expect(price({ mac: "national", locality: "00" }).amount).toBe("61.46");
    expect(price({ mac: "", locality: "National" }).amount).toBe("61.46");
  });

  it("takes a contractor's only locality and says so; of several it asks which", () => {
    expect(price({ mac: "10112", locality: "" })).toMatchObject({
      amount: "56.69",
      reason: expect.stringContaining("10112-00 (ALABAMA, AL)"),
    });
    expect(price({ mac: "01112", locality: "" }).reason).toMatch(/^locality-unknown: .*01112-05 .*01112-75/);
    expect(price({ mac: "", locality: "05" }).reason).toMatch(/^locality-without-contractor: /);
    expect(price({ mac: "10112", locality: "05" }).reason).toMatch(/^locality-unknown: /);
    expect(price({ mac: "NATIONAL", locality: "05" }).reason).toMatch(/^place-unreadable: /);
  });

  it("reads the code with its modifiers as they are written", () => {
    for (const hcpcs of [" 11111 ", "CPT 11111", "11111.0", "11111-95", "'11111"])
      expect(price({ hcpcs }).amount).toBe("61.46");
    expect(price({ hcpcs: "11111-26" }).reason).toMatch(/^modifier-not-in-file: /);
    expect(price({ mod: "95, GT" }).amount).toBe("61.46");
    expect(price({ mod: "-26" }).reason).toMatch(/^modifier-not-in-file: /);
  });
});
