import { describe, expect, it } from "vitest";
import { EMPTY_LIBRARY, type MedicareLibrary } from "../../sca/medicare/fee-schedule.ts";
import { type CalendarDate, parseIsoDay, serialFromDay } from "../../sca/values/calendar-date.ts";
import type { FunctionAnswer } from "./function-answer.ts";
import { medicare, multiple } from "./medicare-functions.ts";

/** Invented values: 3.00 of work, 1.50 (office) and 1.00 (facility) of practice expense, 0.10 of malpractice, at 32.3465. */
const LIBRARY: MedicareLibrary = {
  ...EMPTY_LIBRARY,
  releases: [
    {
      year: 2025,
      letter: "D",
      track: null,
      conversionFactor: 323_465,
      file: "PPRRVU25_OCT.csv",
      values: new Map([
        [
          "90834",
          {
            code: "90834",
            modifier: "",
            status: "A",
            work: 300,
            nonFacilityPe: 150,
            facilityPe: 100,
            malpractice: 10,
            nonFacilityNa: false,
            facilityNa: false,
            capNonFacilityPe: 0,
            capFacilityPe: 0,
            capMalpractice: 0,
          },
        ],
      ]),
    },
  ],
};
const at = (text: string): number => serialFromDay(parseIsoDay(text) as CalendarDate, "1900");
const FACTS = { today: () => parseIsoDay("2025-07-17") as CalendarDate, library: () => LIBRARY };
const one = (answer: FunctionAnswer, facts = FACTS) => answer(facts)[0]?.[0];
const DAY = [[at("2025-11-03")]];

describe("SCA.MEDICARE", () => {
  it("prices a code on a day, in the office unless told otherwise; a code typed as a number is its digits", () => {
    expect(one(medicare([["90834"]], DAY))).toBe(148.79);
    expect(one(medicare([[90834]], DAY, [["NATIONAL"]], [["11"]]))).toBe(148.79);
    expect(one(medicare([["90834"]], DAY, undefined, [["facility"]]))).toBe(132.62);
    expect(one(medicare([["90834"]], DAY, undefined, [[11]]))).toBe(148.79);
  });

  it("answers a column of codes with a column, each row with its own reason", () => {
    const [known, program, blank] = medicare([["90834"], ["H0015"], [""]], DAY)(FACTS);
    expect(known).toEqual([148.79]);
    expect(program?.[0]).toMatchObject({ problem: "missing", sentence: expect.stringContaining("H0015") });
    expect(blank?.[0]).toMatchObject({ problem: "missing", sentence: expect.stringContaining("The code is blank") });
  });

  it("says what is missing or cannot be read, and never answers 0", () => {
    expect(one(medicare([["90834"]], [[""]]))).toMatchObject({ problem: "missing" });
    expect(one(medicare([["90834"]], DAY, undefined, [["telehealth"]]))).toMatchObject({
      problem: "wrong",
      sentence: expect.stringContaining("The setting is “telehealth”"),
    });
    expect(one(medicare([["90834"]], DAY, [["Springfield"]]))).toMatchObject({ problem: "missing" });
    expect(one(medicare([["90834"]], [[at("2019-11-03")]]))).toMatchObject({ problem: "missing" });
    const nothing = one(medicare([["90834"]], DAY), { ...FACTS, library: () => EMPTY_LIBRARY });
    expect(nothing).toMatchObject({ problem: "missing", sentence: expect.stringContaining("2025") });
  });
});

describe("SCA.MULTIPLE", () => {
  it("is the rate over Medicare's amount", () => {
    expect(one(multiple([[297.58]], [["90834"]], DAY))).toBe(2);
    expect(one(multiple([[0]], [["90834"]], DAY))).toMatchObject({ problem: "wrong" });
    expect(one(multiple([[""]], [["90834"]], DAY))).toMatchObject({ problem: "missing" });
    expect(one(multiple([[297.58]], [["H0015"]], DAY))).toMatchObject({ problem: "missing" });
  });
});
