import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDate } from "../../values/calendar-date.ts";
import { localityKey, RELEASE_LETTERS, type RelativeValues, valueKey } from "../fee-schedule.ts";
import { compactForm, readCompactForm } from "./compact-form.ts";
import type { HeldFile } from "./medicare-file.ts";

const figure = fc.oneof({ arbitrary: fc.constant(0), weight: 2 }, fc.nat(99_999));
const file = fc.string({ unit: "grapheme" });
const year = fc.integer({ min: 2020, max: 2035 });
const letter = fc.constantFrom(...RELEASE_LETTERS);
const digits = (count: number) => fc.nat(10 ** count - 1).map((number) => String(number).padStart(count, "0"));
const area = fc.record({ mac: digits(5), locality: digits(2), state: fc.constantFrom("CA", "NY", "TX") });
const text = fc.string({ unit: "grapheme" });

const row: fc.Arbitrary<RelativeValues> = fc.record({
  code: fc.oneof(digits(5), fc.constantFrom("G0463", "0001F", "GXXX1")),
  modifier: fc.constantFrom("" as const, "26" as const, "TC" as const, "53" as const),
  status: fc.constantFrom("A", "I", "X", "N"),
  work: figure,
  nonFacilityPe: figure,
  facilityPe: figure,
  malpractice: figure,
  nonFacilityNa: fc.boolean(),
  facilityNa: fc.boolean(),
  capNonFacilityPe: figure,
  capFacilityPe: figure,
  capMalpractice: figure,
});

const held: fc.Arbitrary<HeldFile> = fc.oneof(
  fc
    .tuple(year, letter, fc.constantFrom(null, "nonQp" as const, "qp" as const), fc.nat(999_999), file, fc.array(row))
    .map(([y, l, track, conversionFactor, f, rows]): HeldFile => {
      const values = new Map(rows.map((one) => [valueKey(one.code, one.modifier), one]));
      return { kind: "relativeValues", release: { year: y, letter: l, track, conversionFactor, file: f, values } };
    }),
  fc
    .tuple(
      year,
      file,
      fc.array(
        fc.record({
          mac: digits(5),
          locality: digits(2),
          state: fc.constantFrom("CA", "NY"),
          name: text,
          workWithFloor: fc.option(fc.integer({ min: 1, max: 9999 })),
          workWithoutFloor: fc.option(fc.integer({ min: 1, max: 9999 })),
          pe: fc.integer({ min: 1, max: 9999 }),
          malpractice: fc.integer({ min: 1, max: 9999 }),
        }),
      ),
    )
    .map(([y, f, rows]): HeldFile => {
      const localities = new Map(rows.map((one) => [localityKey(one.mac, one.locality), one]));
      return { kind: "localities", localities: { year: y, file: f, localities } };
    }),
  fc
    .tuple(
      year,
      file,
      fc.array(fc.record({ mac: digits(5), locality: digits(2), state: text, area: text, counties: text })),
    )
    .map(([y, f, areas]): HeldFile => ({ kind: "counties", counties: { year: y, file: f, areas } })),
  fc
    .tuple(
      year,
      fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
      file,
      fc.array(fc.tuple(digits(5), area)),
      fc.array(digits(5)),
    )
    .map(([y, quarter, f, zips, split]): HeldFile => {
      const whole = new Map(zips);
      return {
        kind: "zip",
        zip: { year: y, quarter, file: f, zips: whole, split: new Set(split.filter((zip) => !whole.has(zip))) },
      };
    }),
  fc
    .tuple(
      year,
      file,
      fc.array(fc.tuple(digits(5), fc.uniqueArray(fc.nat(9999), { maxLength: 8 }), fc.array(area, { minLength: 1 }))),
    )
    .map(([y, f, zips]): HeldFile => {
      const spans = new Map(
        zips.map(([zip, numbers, areas]) => {
          const ends = numbers.sort((a, b) => a - b).map((number) => String(number).padStart(4, "0"));
          return [
            zip,
            ends.map((first, at) => ({
              ...(areas[at % areas.length] ?? { mac: "00000", locality: "00", state: "CA" }),
              first,
              last: first,
            })),
          ] as const;
        }),
      );
      return { kind: "zipPlusFour", zipPlusFour: { year: y, quarter: 2, file: f, spans } };
    }),
  fc.tuple(year, file, fc.dictionary(digits(4), fc.nat(99_999))).map(([y, f, rates]): HeldFile => {
    const effective = calendarDate(y, 4, 1);
    if (effective === null) throw new Error("no day");
    return { kind: "dayRates", dayRates: { effective, file: f, rates: new Map(Object.entries(rates)) } };
  }),
  fc
    .tuple(year, letter, file, fc.array(fc.tuple(digits(5), area, fc.nat(99_999), fc.nat(99_999))))
    .map(([y, l, f, rows]): HeldFile => {
      const amounts = new Map(
        rows.map(([code, { mac, locality }, a, b]) => [`${code} ${localityKey(mac, locality)}`, [a, b] as const]),
      );
      return { kind: "caps", caps: { year: y, letter: l, file: f, amounts } };
    }),
);

describe("the form that the manager's folder keeps", () => {
  it("reads back as what was written", () => {
    fc.assert(
      fc.property(held, (one) => {
        const { name, text: written } = compactForm(one);
        expect(readCompactForm(name, written)).toEqual(one);
      }),
      { numRuns: 300 },
    );
  });

  it("is the same text for the same file, in whichever order its rows came", () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const release = { year: 2025, letter: "D", track: null, conversionFactor: 323465, file: "a.csv" } as const;
        const unique = [...new Map(rows.map((one) => [valueKey(one.code, one.modifier), one]))];
        const form = (entries: [string, RelativeValues][]) =>
          compactForm({ kind: "relativeValues", release: { ...release, values: new Map(entries) } }).text;
        expect(form([...unique].reverse())).toBe(form(unique));
      }),
    );
  });

  it("is refused where a piece of its end is missing, and survives other line ends", () => {
    fc.assert(
      fc.property(held, fc.nat(), (one, seed) => {
        const { name, text: written } = compactForm(one);
        const whole = written.trimEnd();
        const cut = written.slice(0, seed % whole.length);
        expect(readCompactForm(name, cut)).toMatchObject({ kind: "refused", code: "compact-form-broken" });
        expect(readCompactForm(name, written.replaceAll("\n", "\r\n"))).toEqual(one);
      }),
    );
  });

  it("names each release", () => {
    const values = new Map();
    const release = {
      year: 2026,
      letter: "B",
      track: "nonQp",
      conversionFactor: 334009,
      file: "a.txt",
      values,
    } as const;
    expect(compactForm({ kind: "relativeValues", release }).name).toBe("physician-2026B-nonqp.txt");
    expect(
      compactForm({ kind: "relativeValues", release: { ...release, track: null, year: 2025, letter: "AR" } }).name,
    ).toBe("physician-2025AR.txt");
    const zip = { year: 2025, quarter: 4, file: "z", zips: new Map(), split: new Set<string>() } as const;
    expect(compactForm({ kind: "zip", zip }).name).toBe("zip-2025Q4.txt");
    expect(compactForm({ kind: "zip", zip }).text).toBe(
      'SCA Ledger Medicare 1 zip {"year":2025,"quarter":4,"file":"z"}\nend 0\n',
    );
  });

  it.each([
    ["end 1", "end 2"],
    ["99213 A 130", "99213 A 1x0"],
    ["99213 A 130", "99213 A -30"],
    ["99213 A 130", "99213 A  30"],
    ["99213 A", "9921 A"],
    ["Medicare 1", "Medicare 9"],
    ['"year":2025,', ""],
    ['{"year"', "{year"],
  ])("is refused where it was altered: %s", (from, to) => {
    const values = new Map([
      [
        "99213",
        {
          code: "99213",
          modifier: "",
          status: "A",
          work: 130,
          nonFacilityPe: 1,
          facilityPe: 1,
          malpractice: 1,
          nonFacilityNa: false,
          facilityNa: false,
          capNonFacilityPe: 0,
          capFacilityPe: 0,
          capMalpractice: 0,
        } as const,
      ],
    ]);
    const { name, text: written } = compactForm({
      kind: "relativeValues",
      release: { year: 2025, letter: "D", track: null, conversionFactor: 323465, file: "a.csv", values },
    });
    expect(readCompactForm(name, written.replace(from, to))).toMatchObject({
      kind: "refused",
      code: "compact-form-broken",
    });
  });
});
