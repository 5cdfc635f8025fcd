import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRates, percentFromBare } from "./find-rates.ts";
import type { RateMention } from "./rate-mention.ts";

function only(text: string): Partial<RateMention> {
  const mentions = findRates(text);
  expect(mentions, text).toHaveLength(1);
  return mentions[0] ?? {};
}

const withCommas = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+(?!\d))/g, ",");

/** The styles a price per day, session, … and a whole case are written in. */
const PER_STYLES: readonly (readonly [string, string, (price: string) => string])[] = [
  ["perDiem", "day", (price) => `$${price}/day`],
  ["perDiem", "day", (price) => `${price}/d`],
  ["perDiem", "day", (price) => `$${price} per diem`],
  ["perDiem", "day", (price) => `per diem $${price}`],
  ["perDiem", "day", (price) => `Per Diem: ${price}`],
  ["perDiem", "day", (price) => `PD ${price}`],
  ["perDiem", "day", (price) => `$${price} pd`],
  ["perDiem", "day", (price) => `${price} a day`],
  ["perDiem", "day", (price) => `$ ${price} per day`],
  ["perDiem", "day", (price) => `daily rate of $${price}`],
  ["perDiem", "day", (price) => `${price} daily`],
  ["perDiem", "day", (price) => `day rate ${price}`],
  ["perDiem", "day", (price) => `$${price} all-inclusive per diem`],
  ["perUnit", "session", (price) => `$${price}/sess`],
  ["perUnit", "session", (price) => `${price} per session`],
  ["perUnit", "session", (price) => `$${price} a session`],
  ["perUnit", "session", (price) => `session rate: ${price}`],
  ["perUnit", "session", (price) => `${price}/session`],
  ["perUnit", "session", (price) => `$${price} per 45 min session`.replace("45 min ", "ind ")],
  ["perUnit", "visit", (price) => `${price}/visit`],
  ["perUnit", "visit", (price) => `$${price} flat per visit`],
  ["perUnit", "visit", (price) => `rate per visit is $${price}`],
  ["perUnit", "visit", (price) => `${price}/v`],
  ["perUnit", "hour", (price) => `$${price}/hr`],
  ["perUnit", "hour", (price) => `${price} per hour`],
  ["perUnit", "hour", (price) => `hourly rate ${price}`],
  ["perUnit", "unit", (price) => `$${price}/unit`],
  ["perUnit", "unit", (price) => `$${price} per 15 min unit`],
  ["perUnit", "unit", (price) => `${price}/u`],
  ["perUnit", "unit", (price) => `$${price} each`],
  ["perUnit", "unit", (price) => `$${price} ea`],
  ["perUnit", "unit", (price) => `USD ${price} per unit`],
  ["caseRate", "case", (price) => `case rate $${price}`],
  ["caseRate", "case", (price) => `CR ${price}`],
  ["caseRate", "case", (price) => `$${price} case rate`],
  ["caseRate", "case", (price) => `Case rate: ${price}`],
  ["caseRate", "case", (price) => `$${price} global`],
  ["caseRate", "case", (price) => `global ${price}`],
  ["caseRate", "case", (price) => `${price} bundled`],
  ["caseRate", "case", (price) => `$${price} all in`],
  ["caseRate", "case", (price) => `$${price} all-inclusive`],
  ["caseRate", "case", (price) => `$${price} for the whole episode`],
  ["caseRate", "case", (price) => `${price} per case`],
  ["caseRate", "case", (price) => `$${price} per cycle`],
];

const PERCENT_STYLES: readonly (readonly [string, (percent: number) => string])[] = [
  ["percentOfMedicare", (p) => `${p}% MCR`],
  ["percentOfMedicare", (p) => `${p} % of Medicare`],
  ["percentOfMedicare", (p) => `${p}%MCR`],
  ["percentOfMedicare", (p) => `${p} percent of medicare`],
  ["percentOfMedicare", (p) => `${p} pct Medicare`],
  ["percentOfMedicare", (p) => `${p}% CMS`],
  ["percentOfMedicare", (p) => `${p}% of MPFS`],
  ["percentOfMedicare", (p) => `${p}% of the Medicare fee schedule`],
  ["percentOfMedicare", (p) => `${p}% of current Medicare allowable`],
  ["percentOfMedicare", (p) => `${p}% of 2025 Medicare`.replace("of 2025", "of the 2025")],
  ["percentOfMedicare", (p) => `${p}% medcare`],
  ["percentOfMedicare", (p) => `${p}% of Medicaire`],
  ["percentOfMedicare", (p) => `Medicare ${p}%`],
  ["percentOfMedicare", (p) => `MCR @ ${p}%`],
  ["percentOfMedicare", (p) => `${p} MCR`],
  ["percentOfMedicare", (p) => `${p}% RBRVS`],
  ["percentOfMedicare", (p) => `MCR + ${p - 100}%`],
  ["percentOfMedicare", (p) => `MCR+${p - 100}`],
  ["percentOfMedicare", (p) => `Medicare plus ${p - 100} percent`],
  ["percentOfMedicare", (p) => `${p - 100}% above Medicare`],
  ["percentOfMedicare", (p) => `${p / 100}x Medicare`],
  ["percentOfMedicare", (p) => `${p / 100} x MCR`],
  ["percentOfMedicare", (p) => `${p / 100} times Medicare`],
  ["percentOfMedicare", (p) => `Medicare x ${p / 100}`],
];

describe("a price in any style", () => {
  it("reads back equal with what it is for and its model", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PER_STYLES),
        fc.integer({ min: 2000, max: 9_999_999 }),
        fc.boolean(),
        (style, cents, commas) => {
          const [model, per, write] = style;
          const price = Number(`${cents}e-2`);
          const [whole = "0", part] = String(price).split(".");
          const text = `${commas ? withCommas(Number(whole)) : whole}${part === undefined ? "" : `.${part.padEnd(2, "0")}`}`;
          const written = write(text);
          expect({ written, ...only(written) }).toMatchObject({
            written,
            amount: price,
            model,
            per,
            kind: "money",
            role: "unknown",
          });
        },
      ),
      { numRuns: 600 },
    );
  });

  it("keeps a third decimal, a k and a dollar sign behind the number", () => {
    expect(only("$162.375/unit").amount).toBe(162.375);
    expect(only("$6.5k").amount).toBe(6500);
    expect(only("45K case rate").amount).toBe(45_000);
    expect(only("case rate 27.75k").amount).toBe(27_750);
    expect(only("150$").amount).toBe(150);
    expect(only("1,485")).toMatchObject({ amount: 1485, kind: "bare" });
  });

  it("is read when it is spoken", () => {
    expect(only("three ninety a day")).toMatchObject({ amount: 390, per: "day" });
    expect(only("two hundred eighty-five per session")).toMatchObject({ amount: 285, per: "session" });
    expect(findRates("ten sessions a week")).toEqual([]);
  });
});

describe("a percentage", () => {
  it("of Medicare reads back equal in any style", () => {
    fc.assert(
      fc.property(fc.constantFrom(...PERCENT_STYLES), fc.integer({ min: 101, max: 199 }), (style, percent) => {
        const [model, write] = style;
        const written = write(percent);
        expect({ written, ...only(written) }).toMatchObject({ written, amount: percent, model });
        expect(only(written).question).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it("of the billed charge is known by its many names", () => {
    for (const base of [
      "BC",
      "of billed",
      "of billed charges",
      "billed chgs",
      "of our charges",
      "UCR",
      "of U&C",
      "of chargemaster",
    ]) {
      expect(only(`65% ${base}`), base).toMatchObject({ amount: 65, model: "percentOfBilled" });
    }
    expect(only("20% off billed charges")).toMatchObject({ amount: 80, model: "percentOfBilled" });
    expect(only("55% off billed").question).toBe(true);
  });

  it("of nobody says what has no model", () => {
    expect(only("70%").model).toBeUndefined();
    expect(only("1.4x")).toMatchObject({ amount: 140, kind: "multiple" });
    expect(only("1.4x").model).toBeUndefined();
  });

  it("of Medicaid or of a drug price is asked about", () => {
    for (const text of ["120% of Medicaid", "ASP + 6%", "AWP - 15%", "80% of Medicade"]) {
      expect(only(text).model, text).toBeUndefined();
      expect(only(text).question, text).toBe(true);
    }
  });

  it("less than Medicare can be a dash, and is then asked about", () => {
    expect(only("MCR - 10%")).toMatchObject({ amount: 90, question: true });
    expect(only("MCR - 140%").amount).toBe(140);
  });
});

describe("two figures", () => {
  it("joined by a dash, to or or are a question with both ends", () => {
    expect(only("55-60%")).toMatchObject({ amount: 55, high: 60, question: true });
    expect(only("$320–340")).toMatchObject({ amount: 320, high: 340, question: true });
    expect(only("case rate 395K–420K")).toMatchObject({ amount: 395_000, high: 420_000, model: "caseRate" });
    expect(only("260 or 280/day")).toMatchObject({ amount: 260, high: 280, per: "day" });
    expect(only("120 to 130% of Medicare")).toMatchObject({ amount: 120, high: 130, model: "percentOfMedicare" });
  });

  it("old and new are both asked about", () => {
    const [old, current] = findRates("was 900 now 860?");
    expect(old).toMatchObject({ amount: 900, role: "previous", question: true });
    expect(current).toMatchObject({ amount: 860, role: "agreed", question: true });
  });

  it("are tied to the codes they stand beside, whichever comes first", () => {
    for (const text of [
      "$150 90791, $120 90837",
      "90791 $150, 90837 $120",
      "90791 @150 & 90837 @120",
      "90791: $150\n90837: $120",
    ]) {
      expect(
        findRates(text).map((one) => [one.code, one.amount]),
        text,
      ).toEqual([
        ["90791", 150],
        ["90837", 120],
      ]);
    }
    expect(
      findRates("90837 x12 at 180 & 90853 x24 at 65, each per session").map((one) => [one.code, one.amount, one.per]),
    ).toEqual([
      ["90837", 180, "session"],
      ["90853", 65, "session"],
    ]);
    expect(findRates("53 $16.25, 55 $28.75").map((one) => [one.codeEnding, one.amount])).toEqual([
      ["53", 16.25],
      ["55", 28.75],
    ]);
  });
});

describe("whose a figure is", () => {
  const roles = (text: string): (string | number | undefined)[][] =>
    findRates(text).map((one) => [one.amount, one.role]);

  it("is told by the verb before it and who speaks", () => {
    expect(roles("we asked $350, they countered $300, we settled on $325/day")).toEqual([
      [350, "asked"],
      [300, "offered"],
      [325, "agreed"],
    ]);
    expect(roles("we said 310K global, they said 240K, stuck")).toEqual([
      [310_000, "asked"],
      [240_000, "offered"],
    ]);
    expect(roles("wanted 31,000, took 22,000 case rate")).toEqual([
      [31_000, "asked"],
      [22_000, "agreed"],
    ]);
    expect(roles("payer offered 110% MCR, we countered 160")).toEqual([
      [110, "offered"],
      [160, "asked"],
    ]);
    expect(roles("they came up to $1,100/day")).toEqual([[1100, "agreed"]]);
    expect(roles("case rate $27.75k (we said 33k)")).toEqual([
      [27_750, "unknown"],
      [33_000, "asked"],
    ]);
  });

  it("changes when an offer is taken, and not when it is refused", () => {
    expect(roles("they offered $300 and we accepted")).toEqual([[300, "agreed"]]);
    expect(roles("they offered 600/d, we said no")).toEqual([[600, "offered"]]);
    expect(roles("offer 110% MCR - told them no")).toEqual([[110, "offered"]]);
  });

  it("stays a rate beside words on what the patient pays", () => {
    expect(roles("295/day INN deductible applys. letter dated 1/8")).toEqual([[295, "unknown"]]);
    expect(roles("65% of billed INN copay")).toEqual([[65, "unknown"]]);
  });

  it("is the patient's, or a payment, when it is a copay, a deductible or a check", () => {
    for (const text of [
      "$30 copay",
      "copay is $30",
      "$3,000 deductible",
      "20% coinsurance",
      "INN ded + 20%",
      "dep $2,500 collected",
      "pt pays $40",
      "paid $450 by check",
    ]) {
      expect(
        roles(text).map(([, role]) => role),
        text,
      ).toEqual(["other"]);
    }
  });
});

describe("what is no rate", () => {
  it("is left alone in a page of prose", () => {
    const prose = [
      "Faxed 3/4/25 to 503-555-0140 x12, ref# 77100231, portal id 99182, auth 25-0303-118 eff 11/6 thru 12/6.",
      "Called 2x, told 10 bus. days, nearest par clinic 58 mi (1 hr 20 each way), she is 45 yo, C5-7 fusion, room 12.",
      "Patient since 2023, plan changed 1/1/2025 at 2pm, opt 3, box 23, level 2 appeal, 30 min wait, dx F84.0, G47.33.",
      "DOB 8/9/2002, id W182230094, gr# 0811209, 9 of the 18 visits, 24 days of H0015, PHP 5 d/wk x 3 wks = 15 days.",
      "Humana Medicare Adv H00118822, trad. Medicare, Medicare B, no such thing as a SCA with Medicare Part A.",
      "12 visits approved, asked for 18 sessions, gave 20, 104 units used, 3x20 min, 2x6 weeks, CMT 3-4.",
      "mail b.c_150@plan.example, see https://plan.example/rates/140, file 2025-01-06T14:07:53Z, NPI 1234567890.",
    ];
    for (const line of prose) expect(findRates(line), line).toEqual([]);
  });

  it("can be named without a figure", () => {
    expect(only("rate TBD - contracting will call")).toMatchObject({ question: true });
    expect(only("rate TBD - contracting will call").amount).toBeUndefined();
    expect(only("highest in-network rate").amount).toBeUndefined();
    expect(findRates("CMAC")).toEqual([]);
  });
});

it("every mention stands where it says, in order and apart", () => {
  const piece = fc.constantFrom(
    "$150",
    "140% MCR",
    "1.4x",
    "90837",
    "3/4/25",
    "we asked",
    "they offered",
    ", ",
    "\n",
    "–",
    " or ",
    "(",
    ")",
    "case rate ",
    "/day",
    "12 visits",
    "½",
    "é",
    "😀",
    "#",
    "@ ",
    "was ",
    "now ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      let end = 0;
      for (const mention of findRates(text)) {
        expect(mention.start).toBeGreaterThanOrEqual(end);
        expect(mention.text).toBe(text.slice(mention.start, mention.end));
        expect(mention.end).toBeGreaterThan(mention.start);
        end = mention.end;
      }
    }),
    { numRuns: 300 },
  );
});

it("a cell of 32,000 characters is read in a moment", () => {
  for (const part of ["asked $350, ", "150 ", "1-", "a", "97153-", "$", "(", "% of ", "9/12 ", "x", "1,", "mcr + "]) {
    const started = performance.now();
    findRates(part.repeat(Math.floor(32_000 / part.length)));
    expect(performance.now() - started, part).toBeLessThan(3000);
  }
});

it("in a column of rates, numbers among words are rates, and dates and counts still are none", () => {
  const amounts = (text: string): unknown[] => findRates(text, { expect: "rates" }).map((one) => one.amount);
  expect(amounts("175 eff 1/1/25, prior 160")).toEqual([175, 160]);
  expect(amounts("RTC 950, PHP 650, 14 days")).toEqual([950, 650]);
  expect(amounts("H0035 650")).toEqual([650]);
  expect(amounts("see auth 00471882 of 3/4, 503-555-0140")).toEqual([]);
});

it("a limit, a lesser-of and a second percentage are never taken silently", () => {
  for (const text of ["up to $300", "lesser of billed charges or 150% Medicare", "$150 max"]) {
    expect(
      findRates(text).every((one) => one.question),
      text,
    ).toBe(true);
  }
  expect(findRates("145% Medicare OP, 130% IP").map((one) => one.role)).toEqual(["unknown", "unknown"]);
  expect(findRates("$1,850 per diem x 14 days = $25,900").map((one) => one.role)).toEqual(["unknown", "other"]);
  expect(findRates("USD 1.250,00").map((one) => one.amount)).toEqual([1250]);
});

it("any text is read without failing", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."0123456789.,$%xk-/ ½()@mcrbd:+?=\n"), maxLength: 40 }),
      (text) => {
        for (const mention of findRates(text)) {
          expect(mention.amount === undefined || Number.isFinite(mention.amount)).toBe(true);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

it("a bare number in a column of percentages is a multiple, a percentage or neither", () => {
  expect([1.4, 1.1, 0.65, 140, 65, 12].map(percentFromBare)).toEqual([140, 110, 65, 140, 65, null]);
});
