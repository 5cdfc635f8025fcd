import { describe, expect, it } from "vitest";
import { readMedicareFile } from "./read-medicare-file.ts";
import { valueRecords } from "./testing/official-layout.ts";

const TITLE = "2025 National Physician Fee Schedule Relative Value File October Release";
const ROWS = [{ code: "90001", work: 224, nonFacilityPe: 97, facilityPe: 31, malpractice: 7 }];

/** Which release a csv of that title, factor and name is; the code of the refusal otherwise. */
function settled(
  title: string,
  factor: string,
  name: string,
  more: { archive?: string; releaseHint?: string } = {},
): string {
  const records = valueRecords(title, factor, ROWS);
  const file = readMedicareFile({ name, archive: null, ...more, form: "records", records }, "part");
  if (file.kind === "refused") return file.code;
  if (file.kind !== "relativeValues") return file.kind;
  const { year, letter, track } = file.release;
  return `${year}${letter}${track === null ? "" : ` ${track}`}`;
}

describe("which release it is", () => {
  const title = (year: number, month: string) =>
    `${year} National Physician Fee Schedule Relative Value File ${month} Release`;

  it("is told by the title", () => {
    expect(settled(title(2020, "July"), "36.0896", "any.csv")).toBe("2020C");
    expect(settled(title(2021, "April"), "34.8931", "PPRRVU21_APR.csv")).toBe("2021B");
    expect(settled(title(2022, "October"), "34.6062", "any.csv")).toBe("2022D");
    expect(settled(title(2023, "January"), "33.8872", "any.csv")).toBe("2023A");
    expect(settled(title(2026, "January"), "33.4009", "any.csv")).toBe("2026A nonQp");
  });

  it.each([
    ["PPRRVU25_JULY.csv", null, "2025C"],
    ["rvu25d_PPRRVU.csv", null, "2025D"],
    ["PPRRVU25_JAN.csv", null, "2025A"],
    ["values.csv", "rvu25b-updated-03-18-2025.zip", "2025B"],
    ["values.csv", "RVU25AR_0.zip", "2025AR"],
    ["PPRRVU25_JAN.csv", "rvu25ar1.zip", "2025AR"],
    ["values.csv", "rvu24d.zip", "release-unknown"],
    ["values.csv", "march-2025.zip", "release-unknown"],
  ])("is told by the names %s, %s", (name, archive, expected) => {
    const more = archive === null ? {} : { archive };
    expect(settled("", "32.3465", name, more)).toBe(expected);
  });

  it("is told by the manager where nothing else tells", () => {
    expect(settled("", "32.3465", "values.csv", { releaseHint: "2025D" })).toBe("2025D");
    expect(settled("", "32.3465", "values.csv", { releaseHint: "RVU25BR" })).toBe("2025BR");
    expect(settled("", "32.3465", "values.csv", { releaseHint: "October" })).toBe("hint-unreadable");
    expect(settled("", "32.3465", "values.csv", { releaseHint: "2024D" })).toBe("factor-not-medicare");
    expect(settled(TITLE, "32.3465", "values.csv", { releaseHint: "2025C" })).toBe("release-disagrees");
  });

  it("is January's correction in 2024 where the factor is that from 9 March", () => {
    expect(settled(title(2024, "January"), "32.7442", "PPRRVU24_JAN.csv")).toBe("2024A");
    expect(settled(title(2024, "January"), "33.2875", "PPRRVU24_JAN.csv")).toBe("2024AR");
    expect(settled(title(2024, "July"), "33.2875", "PPRRVU24_JUL.csv")).toBe("2024C");
    expect(settled(title(2024, "April"), "32.7442", "PPRRVU24_APR.csv")).toBe("release-disagrees");
    expect(settled(title(2024, "January"), "32.7442", "PPRRVU24_JAN.csv", { archive: "rvu24ar.zip" })).toBe(
      "release-disagrees",
    );
  });

  it("is refused where the conversion factor is none that Medicare paid by", () => {
    expect(settled(title(2024, "January"), "32.7476", "PPRRVU24_JAN.csv")).toBe("factor-not-medicare");
    expect(settled(title(2021, "January"), "32.4085", "PPRRVU21_JAN.csv")).toBe("factor-not-medicare");
    expect(settled(title(2026, "January"), "32.7476", "PPRRVU2026_Jan_nonQPP.csv")).toBe("factor-not-medicare");
    expect(settled("", "32.7476", "values.csv")).toBe("year-unknown");
    expect(settled(title(2025, "January"), "33.4009", "any.csv")).toBe("factor-not-medicare");
  });

  it("is refused where title, name and track disagree", () => {
    expect(settled(TITLE, "32.3465", "PPRRVU2024_Oct.csv")).toBe("release-disagrees");
    expect(settled(TITLE, "32.3465", "PPRRVU2025_Jan.csv")).toBe("release-disagrees");
    expect(settled(title(2026, "January"), "33.4009", "PPRRVU2026_Jan_QPP.csv")).toBe("release-disagrees");
  });

  it("is taken of a later year that the title names, and of none before 2020", () => {
    expect(settled(title(2027, "January"), "33.9000", "PPRRVU2027_Jan_nonQPP.csv")).toBe("2027A nonQp");
    expect(settled(title(2027, "January"), "33.9000", "PPRRVU2027_Jan.csv")).toBe("release-unknown");
    expect(settled(title(2027, "January"), "33.4009", "PPRRVU2027_Jan_nonQPP.csv")).toBe("release-disagrees");
    expect(settled(title(2019, "January"), "36.0391", "PPRRVU19_JAN.csv")).toBe("year-not-held");
  });
});
