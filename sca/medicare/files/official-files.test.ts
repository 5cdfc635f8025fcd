import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { delimitedRecords } from "../../../analysis/files/reading/delimited-records.ts";
import { decodeText } from "../../../analysis/files/reading/text-encoding.ts";
import { sharedExamples } from "../../../analysis/shared-examples.ts";
import type { RelativeValueRelease } from "../fee-schedule.ts";
import { compactForm, readCompactForm } from "./compact-form.ts";
import type { MedicareFile } from "./medicare-file.ts";
import { readMedicareFile } from "./read-medicare-file.ts";
import { HEADER_LINES, valueLine, valueRecords } from "./testing/official-layout.ts";

const folder = sharedExamples("medicare");

function read(path: string, archive: string | null = null) {
  const text = decodeText(readFileSync(join(folder ?? "", path)));
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (path.endsWith(".txt")) return readMedicareFile({ name, archive, form: "lines", lines: text.split(/\r?\n/) });
  return readMedicareFile({ name, archive, form: "records", records: delimitedRecords(text) });
}

const releases = new Map<string, RelativeValueRelease>();

function release(path: string): RelativeValueRelease {
  const known = releases.get(path);
  if (known !== undefined) return known;
  const file = read(path);
  if (file.kind !== "relativeValues") throw new Error(JSON.stringify(file));
  releases.set(path, file.release);
  return file.release;
}

/** A file as text: comparing a release entry by entry takes seconds. */
function printed(file: MedicareFile): string {
  return file.kind === "refused" || file.kind === "notNeeded" ? JSON.stringify(file) : compactForm(file).text;
}

function statuses({ values }: RelativeValueRelease): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of values.values()) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

describe.skipIf(folder === null)("CMS's own files", () => {
  it("hold the same relative values as csv and as txt in October 2025", { timeout: 20_000 }, () => {
    const csv = release("2025/PPRRVU2025_Oct.csv");
    const txt = release("2025/PPRRVU2025_Oct.txt");
    expect(JSON.stringify([...txt.values])).toBe(JSON.stringify([...csv.values]));
    expect(statuses(csv)).toEqual({
      A: 9021,
      X: 2548,
      E: 1569,
      I: 1486,
      C: 1347,
      M: 1216,
      R: 1058,
      N: 336,
      J: 276,
      P: 142,
      B: 83,
      T: 8,
    });
    expect({ ...txt, values: 0, file: "" }).toEqual({ ...csv, values: 0, file: "" });
  });

  it("hold those of April 2026 for clinicians outside advanced models", () => {
    const april = release("2026/PPRRVU2026_Apr_nonQPP.txt");
    expect(april).toMatchObject({ year: 2026, letter: "B", track: "nonQp", conversionFactor: 334009 });
    expect(statuses(april)).toEqual({
      A: 9409,
      X: 2556,
      I: 1437,
      C: 1340,
      E: 1303,
      M: 1292,
      R: 1082,
      N: 350,
      J: 276,
      P: 144,
      B: 80,
      T: 8,
    });
  });

  it.each([
    ["2024/PPRRVU24_rvu24a_jan.csv", "A", 327442],
    ["2024/PPRRVU24_rvu24ar_jan.csv", "AR", 332875],
    ["2024/PPRRVU24_rvu24c_jul.csv", "C", 332875],
  ])("of 2024 are told apart by their conversion factor and name: %s", (path, letter, conversionFactor) => {
    expect(release(path)).toMatchObject({ year: 2024, letter, track: null, conversionFactor });
  });

  it("of July 2024 are one release re-exported, and in both official layouts", () => {
    const exported = release("2024/PPRRVU24_rvu24c_jul.csv");
    const rows = [...exported.values.values()].map(({ capNonFacilityPe, capFacilityPe, capMalpractice, ...row }) => ({
      ...row,
      cap: [capNonFacilityPe, capFacilityPe, capMalpractice] as const,
    }));
    const records = valueRecords(
      "2024 National Physician Fee Schedule Relative Value File July Release",
      "33.2875",
      rows,
    );
    const lines = [...HEADER_LINES, ...rows.map((row) => valueLine(row, "33.2875"))];
    const csv = readMedicareFile({ name: "PPRRVU24_JUL.csv", archive: null, form: "records", records });
    const txt = readMedicareFile({ name: "PPRRVU24_JUL.txt", archive: null, form: "lines", lines });
    expect(printed(csv)).toBe(printed({ kind: "relativeValues", release: { ...exported, file: "PPRRVU24_JUL.csv" } }));
    expect(printed(txt)).toBe(printed({ kind: "relativeValues", release: { ...exported, file: "PPRRVU24_JUL.txt" } }));
  });

  it("hold the same cost indices as csv and as txt, and both work indices in 2026", () => {
    const csv = read("2025/GPCI2025.csv");
    const txt = read("2025/GPCI2025.txt");
    if (csv.kind !== "localities" || txt.kind !== "localities") throw new Error("no localities");
    expect(txt.localities.localities).toEqual(csv.localities.localities);
    expect(csv.localities.localities.size).toBe(109);
    const later = read("2026/GPCI2026.csv");
    if (later.kind !== "localities") throw new Error("no localities");
    const places = [...later.localities.localities.values()];
    expect(places.filter((place) => place.workWithFloor !== place.workWithoutFloor)).toHaveLength(47);
  });

  it("hold the same counties as csv and as txt, but for lists that the txt cuts and two that CMS spells in two ways", () => {
    const csv = read("2025/25LOCCO.csv");
    const txt = read("2025/25LOCCO.txt");
    if (csv.kind !== "counties" || txt.kind !== "counties") throw new Error("no counties");
    expect(csv.counties.areas).toHaveLength(109);
    expect(txt.counties.areas.map(({ mac, locality, state }) => [mac, locality, state])).toEqual(
      csv.counties.areas.map(({ mac, locality, state }) => [mac, locality, state]),
    );
    const unequal = txt.counties.areas.filter(
      (area, at) => JSON.stringify(area) !== JSON.stringify(csv.counties.areas[at]),
    );
    const cut = unequal.filter(({ counties }, at) => {
      const whole = csv.counties.areas.find(
        ({ mac, locality }) => mac === unequal[at]?.mac && locality === unequal[at]?.locality,
      );
      return counties === "" || (whole?.counties ?? "").startsWith(counties);
    });
    expect(unequal.filter((area) => !cut.includes(area)).map(({ locality }) => locality)).toEqual(["18"]);
    expect(cut.every(({ counties }) => !/OTHER|EXCEPT/.test(counties))).toBe(true);
  });

  it("hold 42,956 ZIP codes, of which 580 need the four digits behind", () => {
    const file = read("ZIP5_OCT2025.txt");
    if (file.kind !== "zip") throw new Error(JSON.stringify(file));
    expect([file.zip.zips.size, file.zip.split.size]).toEqual([42_376, 580]);
  });

  it("hold the day rates and the caps", () => {
    const days = read("opps/opps_php_iop_2025.csv");
    expect(days.kind === "dayRates" ? [...days.dayRates.rates.values()] : []).toEqual([
      11124, 16832, 11124, 16832, 26919, 40855, 26919, 40855, 40855,
    ]);
    const caps = read("2025/OPPSCAP_Oct.csv", "rvu25d.zip");
    expect(caps.kind === "caps" ? caps.caps.amounts.get("93990-TC 15202-00") : null).toEqual([9707, 9707]);
  });

  it.each([
    "2025/PPRRVU2025_Oct.csv",
    "ZIP5_OCT2025.txt",
    "2025/GPCI2025.csv",
    "2025/25LOCCO.csv",
    "opps/opps_php_iop_2025.csv",
  ])("read back from the form that is kept: %s", (path) => {
    const file = read(path);
    if (file.kind === "refused" || file.kind === "notNeeded") throw new Error(JSON.stringify(file));
    const { name, text } = compactForm(file);
    expect(isDeepStrictEqual(readCompactForm(name, text), file)).toBe(true);
  });

  it("hold no description: no word but names of places is kept", () => {
    const { text } = compactForm({ kind: "relativeValues", release: release("2025/PPRRVU2025_Oct.csv") });
    expect(text.split("\n").slice(1, -2).join(" ")).not.toMatch(/[a-z]{3}|[A-Z]{3}(?!X)/);
  });

  it("have the layout that is read, in both years", () => {
    const fields = (path: string): readonly string[] =>
      [...readFileSync(join(folder ?? "", path), "utf8").matchAll(/^\s*([A-Z][A-Za-z/ -]+?) +(\d+-\d+) +[xX\d.(]/gm)]
        .map((match) => `${match[1]} ${match[2]}`)
        .filter((found) => !found.startsWith("Filler") && !found.startsWith("Pricing"));
    expect(fields("2026/RVU26B_layout_doc.txt")).toEqual(fields("2025/RVU25D_layout_doc.txt"));
    expect(fields("2025/RVU25D_layout_doc.txt")).toContain("Conversion Factor 133-140");
  });
});
