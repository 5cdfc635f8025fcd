import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findUnits } from "./find-units.ts";
import { unitsFromCell } from "./units-from-cell.ts";

describe("a count of care", () => {
  it("reads back equal in many styles", () => {
    const STYLES: readonly ((n: number) => string)[] = [
      (n) => `${n} visits`,
      (n) => `${n} sess`,
      (n) => `${n} units`,
      (n) => `${n} u`,
      (n) => `${n}u`,
      (n) => `${n} hrs`,
      (n) => `${n} days`,
      (n) => `${n}d`,
      (n) => `${n} sessions approved`,
      (n) => `approved ${n} visits`,
      (n) => `ok'd for ${n} sessions`,
      (n) => `visits: ${n}`,
      (n) => `x${n}`,
      (n) => `${n} IOP days`,
      (n) => `${n} additional visits`,
      (n) => `gave ${n} units`,
    ];
    fc.assert(
      fc.property(fc.constantFrom(...STYLES), fc.integer({ min: 1, max: 2000 }), (write, count) => {
        const text = write(count);
        expect({ text, read: findUnits(text).map((one) => one.authorized) }).toEqual({ text, read: [count] });
      }),
      { numRuns: 400 },
    );
  });

  it("of another is used of authorized, or granted of asked when the words say so", () => {
    expect(findUnits("9 of 12")).toMatchObject([{ used: 9, authorized: 12 }]);
    expect(findUnits("They ok'd 11/4 but only 9 of the 18 visits")).toMatchObject([{ authorized: 9, requested: 18 }]);
    expect(findUnits("10 of the 24 I asked for")).toMatchObject([{ authorized: 10, requested: 24 }]);
    expect(findUnits("partial – 14 of 24 days")).toMatchObject([{ authorized: 14, requested: 24, unit: "day" }]);
    expect(findUnits("used 8 of 20")).toMatchObject([{ used: 8, authorized: 20 }]);
    expect(findUnits("9/12")).toMatchObject([{ used: 9, authorized: 12, weak: true }]);
    expect(findUnits("10 / 4 used")).toMatchObject([{ authorized: 10, used: 4 }]);
    expect(findUnits("33 used, 52 auth")).toMatchObject([{ used: 33 }, { authorized: 52 }]);
    expect(findUnits("20 sess approved (asked 30)")).toMatchObject([{ authorized: 20 }, { requested: 30 }]);
  });

  it("is doubted where prose does not say whether it was granted or used", () => {
    expect(findUnits("spoke with Dana again, 8 of 20 visits, will call")).toMatchObject([
      { question: true, weak: true },
    ]);
  });

  it("is no frequency", () => {
    for (const text of [
      "2x6",
      "3 x/wk",
      "10 hrs/wk x 26 wks",
      "5 d/wk x 3 wks",
      "twice weekly for 8 weeks",
      "10 units/day",
      "3x20",
      "2x per week",
    ]) {
      const [mention] = findUnits(text);
      expect(mention?.frequency, text).toBeDefined();
      expect(mention?.authorized, text).toBeUndefined();
    }
    expect(findUnits("2x6")).toMatchObject([{ frequency: { times: 2, per: "week", weeks: 6 } }]);
    expect(findUnits("no visit limit")).toMatchObject([{ unlimited: true }]);
  });

  it("in days may be the length of the authorization", () => {
    expect(findUnits("90 days")).toMatchObject([{ authorized: 90, duration: true }]);
  });

  it("is not in waits, distances, prices, dates, phones or codes", () => {
    const prose = [
      "waiting, told 14 business days",
      "7 wk waitlist",
      "appeal within 180 days",
      "closest INN is 3½ hrs",
      "denied 6 days ago",
      "$150/session",
      "285 a day",
      "they pay us 82 a visit",
      "99213",
      "MCR + 40%",
      "4/15/25 to 6/30/25",
      "503-555-0140 x12",
      "auth 0091142",
      "30 min wait",
      "1 hr 20 each way",
      "we asked 350, settled 325/day",
      "box 23",
      "10 bus. days",
    ];
    for (const text of prose) {
      expect({ text, read: findUnits(text).filter((one) => !one.weak) }).toEqual({ text, read: [] });
    }
  });
});

describe("a cell of a column of counts", () => {
  it("is what the heading says, unless its own words say otherwise", () => {
    for (const text of ["24", "24 visits", "24.0", " 24 ", '="24"'])
      expect(unitsFromCell(text, "authorized")).toMatchObject({ authorized: 24 });
    expect(unitsFromCell("1,040", "authorized")).toEqual({ authorized: 1040 });
    expect(unitsFromCell("9/12", "usedOfAuthorized")).toEqual({ used: 9, authorized: 12 });
    expect(unitsFromCell("10/4", "authorizedThenUsed")).toEqual({ used: 4, authorized: 10 });
    expect(unitsFromCell("4 left", "used")).toEqual({ left: 4 });
    expect(unitsFromCell("24 – used 19", "authorized")).toMatchObject({ authorized: 24, used: 19 });
    expect(unitsFromCell("14 of 24", "authorized")).toEqual({ authorized: 14, requested: 24 });
    expect(unitsFromCell("0", "used")).toEqual({ used: 0 });
  });

  it("gives nothing where it says nothing, and a question where it doubts", () => {
    for (const text of ["n/a", "-", "", "–", "TBD", "#N/A"]) expect(unitsFromCell(text, "authorized")).toEqual({});
    for (const text of ["12?", "12 + 6", "?", "12-15"])
      expect(unitsFromCell(text, "authorized").question, text).toBe(true);
    expect(unitsFromCell("2x6", "requested")).toEqual({ frequency: true });
    expect(unitsFromCell("12", "usedOfAuthorized")).toEqual({ question: true });
  });
});

it("every mention stands where it says, in order and apart", () => {
  const piece = fc.constantFrom(
    "12 visits",
    "9 of 12",
    "9/12",
    "2x6",
    "3/wk",
    "used ",
    "asked ",
    "x12",
    "97153",
    " ",
    ", ",
    "\n",
    "four",
    "unlimited",
    "é",
    "(14)",
    "$150/day",
    "4/15/25",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const text = pieces.join("");
      let end = 0;
      for (const mention of findUnits(text)) {
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(mention.text).toBe(text.slice(mention.start, mention.end));
        end = mention.end;
      }
    }),
    { numRuns: 300 },
  );
});
