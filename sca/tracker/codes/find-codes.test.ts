import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCodes } from "./find-codes.ts";

const short = (text: string, expectCodes = false): string =>
  findCodes(text, { expect: expectCodes ? "codes" : "prose" })
    .map(
      (one) =>
        [one.code, ...one.modifiers].join("-") +
        (one.units === undefined ? "" : ` x${one.units}`) +
        (one.question ? "?" : ""),
    )
    .join(", ");

const CODES = [
  "97153",
  "90837",
  "99204",
  "27447",
  "H0015",
  "S9480",
  "J1745",
  "T1017",
  "G0463",
  "0362T",
  "0037U",
  "K0861",
  "58970",
  "92507",
];
const LETTERED = ["HM", "HO", "GT", "RT", "LT", "GP", "TG", "U5", "NU", "XS", "TD"];

describe("codes in a list", () => {
  it("read back equal with their modifiers, whatever stands between", () => {
    const code = fc.record({
      code: fc.constantFrom(...CODES),
      modifiers: fc.uniqueArray(fc.constantFrom(...LETTERED), { maxLength: 3 }),
    });
    const between = fc.constantFrom(", ", " / ", "; ", " + ", " & ", "\n", " | ", " and ", ",");
    const mark = fc.constantFrom("-", ":", " ");
    fc.assert(
      fc.property(
        fc.uniqueArray(code, { minLength: 1, maxLength: 5, selector: (one) => one.code }),
        between,
        mark,
        (list, separator, joint) => {
          const text = list.map((one) => [one.code, ...one.modifiers].join(joint)).join(separator);
          const found = findCodes(text).map(({ code: name, modifiers }) => ({ code: name, modifiers }));
          expect({ text, found }).toEqual({ text, found: list });
        },
      ),
      { numRuns: 500 },
    );
  });

  it("carry their counts", () => {
    const written = fc.constantFrom(
      (code: string, n: number) => `${code} x${n}`,
      (code: string, n: number) => `${code} x ${n}`,
      (code: string, n: number) => `${code} (${n})`,
      (code: string, n: number) => `${n} units of ${code}`,
      (code: string, n: number) => `${code}: ${n} units`,
      (code: string, n: number) => `${n} x ${code}`,
    );
    fc.assert(
      fc.property(fc.constantFrom(...CODES), fc.integer({ min: 100, max: 999 }), written, (code, units, write) => {
        const text = write(code, units);
        expect({ text, read: short(text) }).toEqual({ text, read: `${code} x${units}` });
      }),
    );
    expect(short("97153 (12)")).toBe("97153 x12");
    expect(short("99213 (25)")).toBe("99213 x25?");
    expect(short("99204 x1, 95816 x2")).toBe("99204 x1, 95816 x2");
  });

  it("take numeric modifiers behind a dash", () => {
    expect(short("99213-25, 27447-50, 90834-95|99214-95")).toBe("99213-25, 27447-50, 90834-95, 99214-95");
    expect(short("97140-GP-59")).toBe("97140-GP-59");
    expect(short("90837 95", true)).toBe("90837-95");
  });
});

describe("codes written in short", () => {
  it("are completed where only one reading is left", () => {
    expect(short("90834/7")).toBe("90834, 90837");
    expect(short("98940-1")).toBe("98940, 98941");
    expect(short("97153/55/56")).toBe("97153, 97155, 97156");
    expect(short("CMT 3-4")).toBe("98941");
  });

  it("are two ends and a question where they are a range", () => {
    const ends = findCodes("97151-97158");
    expect(ends.map((one) => [one.code, one.range, one.question])).toEqual([
      ["97151", true, true],
      ["97158", true, true],
    ]);
    expect(short("97151-58")).toBe("97151?, 97158?");
    expect(short("99213-5")).toBe("99213?, 99215?");
    expect(short("99213/25")).toBe("99213-25?");
  });
});

describe("a column of codes", () => {
  it("may hold revenue codes and numbers without a label", () => {
    expect(short("0912", true)).toBe("0912");
    expect(short("905/912", true)).toBe("905, 912");
    expect(short("97153.0", true)).toBe("97153");
    expect(short("97,153", true)).toBe("97153");
    expect(short("0912")).toBe("");
    expect(short("rev code 0124")).toBe("0124");
    expect(short("99999", true)).toBe("99999?");
  });
});

describe("what is no code", () => {
  it("is left alone in prose", () => {
    const prose = [
      "Dallas TX 75201",
      "zip 85012",
      "call #59779",
      "ref 90022",
      "M2504-118 WM 4/14",
      "68875-0101-02",
      "503-555-0140",
      "id 28351",
      "grp 41670",
      "asked 18500, floor 14000",
      "countered at 12500; not agreed",
      "$27500",
      "27,500 case rate",
      "took 22,000",
      "75201-1234",
      "dx G4733",
      "A-12345",
      "2x12",
      "DOB 3/4/1990",
      "acct 99213456",
    ];
    for (const text of prose) expect({ text, read: short(text) }).toEqual({ text, read: "" });
  });

  it("does not take a program, a therapist's letters or a price for a modifier", () => {
    expect(short("G0151 PT")).toBe("G0151");
    expect(short("S9124 LPN")).toBe("S9124");
    expect(short("90837 at 150")).toBe("90837");
    expect(short("90837 – 160 a session")).toBe("90837");
    expect(short("97110 2x12")).toBe("97110");
    expect(short("98941 AT")).toBe("98941-AT");
  });
});

it.each([
  ["97153 12 units of H0015", ["97153", "H0015 12"]],
  ["97153: 12 days for H0015", ["97153", "H0015 12"]],
  ["10 units of 97153, 12 units of H0015", ["97153 10", "H0015 12"]],
  ["97153 12 units H0015 10 units", ["97153 12", "H0015 10"]],
  ["97153-HM 12 units H0015", ["97153 12", "H0015"]],
  ["12 units 97153 10 units H0015", ["97153 12", "H0015 10"]],
  ["97153 12 units of 97155", ["97153", "97155 12"]],
])("a count belongs to one code: %s", (text, counted) => {
  const found = findCodes(text, { expect: "codes" });
  expect(found.map(({ code, units }) => (units === undefined ? code : `${code} ${units}`))).toEqual(counted);
});

it("every mention stands where it says, in order and apart", () => {
  const piece = fc.constantFrom(
    "97153",
    "H0015",
    "-HM",
    "-",
    "/",
    "55",
    " x12",
    " ",
    ",",
    "27447",
    "(12)",
    "rev 0124",
    "\n",
    "12 units of ",
    " 7 units ",
    "é",
    "$",
    "CMT 5",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), fc.boolean(), (pieces, column) => {
      const text = pieces.join("");
      let end = 0;
      for (const mention of findCodes(text, { expect: column ? "codes" : "prose" })) {
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(mention.text).toBe(text.slice(mention.start, mention.end));
        end = mention.end;
      }
    }),
    { numRuns: 300 },
  );
});
