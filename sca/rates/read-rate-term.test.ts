import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRefusal, NO_CONDITIONS, type RateTerm } from "./rate-term.ts";
import { readRateTerm } from "./read-rate-term.ts";

function termOf(words: string): RateTerm {
  const read = readRateTerm(words);
  if (isRefusal(read)) throw new Error(read.sentence);
  return read.term;
}

/** The figures of an offer in short: code, figure and unit where they are there. */
function figures(words: string): unknown[] {
  const term = termOf(words);
  if (term.model === "caseRate") return [term.model, term.cents];
  if (term.model === "inNetwork")
    return [term.model, term.percent, term.amounts?.map(({ code, figure }) => [code, figure]) ?? null];
  return [
    term.model,
    ...term.figures.map((one) =>
      [one.code, one.figure, "basis" in one ? one.basis : null].filter((part) => part !== null),
    ),
  ];
}

function conditions(words: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(termOf(words).conditions).filter(([, value]) => value !== null));
}

function refusal(words: string): { readonly reason: string; readonly sentence: string } {
  const read = readRateTerm(words);
  if (!isRefusal(read)) throw new Error(`${words} is read as ${JSON.stringify(read.term)}`);
  return read;
}

describe("the words of an offer", () => {
  it.each<[string, unknown[]]>([
    ["140% of Medicare", ["percentOfMedicare", [140]]],
    ["140 % MCR", ["percentOfMedicare", [140]]],
    ["MCR + 40%", ["percentOfMedicare", [140]]],
    ["1.4 x Medicare", ["percentOfMedicare", [140]]],
    ["137.5% of MPFS", ["percentOfMedicare", [137.5]]],
    ["55% of billed charges", ["percentOfBilled", [55]]],
    ["70% UCR", ["percentOfBilled", [70]]],
    ["$400 per diem", ["perDiem", [400]]],
    ["400/day", ["perDiem", [400]]],
    ["per diem 400", ["perDiem", [400]]],
    ["$401 per day", ["perDiem", [401]]],
    ["$400 per diem, one per day", ["perDiem", [400]]],
    ["$3,500 per day inpatient", ["perDiem", [3500]]],
    ["H0015 $385/day; H0035 $550/day", ["perDiem", ["H0015", 385], ["H0035", 550]]],
    ["case rate 45,000", ["caseRate", 4_500_000]],
    ["$45K case", ["caseRate", 4_500_000]],
    ["$162.50 per session", ["perUnit", [162.5, "session"]]],
    ["$162.375/unit", ["perUnit", [162.375, "unit"]]],
    ["150 a visit", ["perUnit", [150, "visit"]]],
    ["$95 per hour", ["perUnit", [95, "hour"]]],
    ["$75/hr in 15 min units", ["perUnit", [75, "hour"]]],
    ["150 per 50-minute session", ["perUnit", [150, "session"]]],
    ["$45,000 per case max 90 days", ["caseRate", 4_500_000]],
    ["$30 per 15 minutes", ["perUnit", [30, "quarterHour"]]],
    ["$31.25 per 15 min unit", ["perUnit", [31.25, "quarterHour"]]],
    ["5 per unit", ["perUnit", [5, "unit"]]],
    ["90834 $120, 90853 $45 per session", ["perUnit", ["90834", 120, "session"], ["90853", 45, "session"]]],
    ["140% of Medicare for 99214, 130% for 90837", ["percentOfMedicare", ["99214", 140], ["90837", 130]]],
    ["140% of Medicare, 120% of Medicare for 90837", ["percentOfMedicare", [140], ["90837", 120]]],
    ["highest in-network", ["inNetwork", 100, null]],
    ["110% of the payer's fee schedule", ["inNetwork", 110, null]],
    [
      "in-network schedule: 90834 $120, 90853 $45",
      [
        "inNetwork",
        100,
        [
          ["90834", 120],
          ["90853", 45],
        ],
      ],
    ],
    ["in-network rate $350 per day", ["perDiem", [350]]],
  ])("%s", (words, told) => {
    expect(figures(words)).toEqual(told);
  });

  it("of the guides' own examples are read", () => {
    const medicare =
      "Payer agrees to reimburse Provider at 140% of the 2025 Medicare Physician Fee Schedule rate for CPT code 99214 in this geographic region.";
    expect(figures(medicare)).toEqual(["percentOfMedicare", ["99214", 140]]);
    expect(conditions(medicare)).toEqual({ scheduleYear: 2025 });
    expect(
      figures(
        "Payer agrees to reimburse Provider at 55% of their total billed charges for the services specified herein.",
      ),
    ).toEqual(["percentOfBilled", [55]]);
    expect(figures("Payer agrees to a per diem rate of $3,500 for each day of the inpatient admission.")).toEqual([
      "perDiem",
      [3500],
    ]);
    expect(figures("Payer agrees to a total case rate of $45,000 for the heart valve replacement.")).toEqual([
      "caseRate",
      4_500_000,
    ]);
  });
});

describe("the conditions of an offer", () => {
  it.each<[string, Record<string, unknown>]>([
    ["120% MCR lesser of billed", { lesserOfBilled: 100 }],
    ["lesser of 140% of Medicare or billed charges", { lesserOfBilled: 100 }],
    ["the lesser of billed charges or 140% of Medicare", { lesserOfBilled: 100 }],
    ["lesser of 140% of Medicare and 80% of billed charges", { lesserOfBilled: 80 }],
    ["$400/day not to exceed billed charges", { lesserOfBilled: 100 }],
    ["lessor of 140% MCR or BC", { lesserOfBilled: 100 }],
    ["$45,000 per case max 90 days", { unitsInAll: { units: 90, basis: "day" } }],
    ["140% of 2024 MPFS", { scheduleYear: 2024 }],
    ["140% of Medicare (2025)", { scheduleYear: 2025 }],
    ["$30 per 15 minutes, 8 units a day max", { unitsPerDay: { units: 8, basis: "unit" } }],
    ["$400 per diem not to exceed 30 days", { unitsInAll: { units: 30, basis: "day" } }],
    ["120% of MPFS max 20 sessions", { unitsInAll: { units: 20, basis: "session" } }],
    ["$150 per session, max $300/day and $6,000 total", { dollarsPerDay: 30_000, dollarsInAll: 600_000 }],
    ["200% of Medicare capped at $10,000", { dollarsInAll: 1_000_000 }],
  ])("%s", (words, told) => {
    expect(conditions(words)).toEqual(told);
  });

  it("that change the price and are not known refuse the offer", () => {
    expect(refusal("greater of 140% of Medicare or 55% of billed").reason).toBe("condition-unknown");
    expect(refusal("lesser of $400 per diem and 140% of Medicare").reason).toBe("condition-unknown");
    expect(refusal("140% of Medicare, multiple procedure reduction applies").reason).toBe("condition-unknown");
    expect(refusal("140% of Medicare less 2% sequestration").reason).toBe("condition-unknown");
    expect(refusal("$400 per diem excluding psychiatric visits").reason).toBe("condition-unknown");
  });

  it("that are only words are told as not read", () => {
    const read = readRateTerm("140% of Medicare, per our letter, effective 3/1/2026");
    expect(isRefusal(read) ? [] : read.notes.join()).toContain("Not read:");
  });
});

describe("a rate that is not taken", () => {
  it.each([
    ["", "rate-missing"],
    ["abc", "rate-unreadable"],
    ["per diem", "rate-unreadable"],
    ["400", "unit-basis-missing"],
    ["$400", "unit-basis-missing"],
    ["14000", "unit-basis-missing"],
    ["140", "unit-basis-missing"],
    ["140%", "percent-base-missing"],
    ["80% of allowed", "percent-base-unknown"],
    ["1.4", "percent-as-multiple"],
    ["1.4% of Medicare", "percent-as-multiple"],
    ["1.4 Medicare", "percent-as-multiple"],
    ["0.55 of billed", "percent-as-multiple"],
    ["14000% of Medicare", "percent-too-large"],
    ["105% of billed", "percent-above-billed"],
    ["-140% of Medicare", "rate-negative"],
    ["$-400/day", "rate-negative"],
    ["(400) per diem", "rate-negative"],
    ["0 per diem", "rate-zero"],
    ["$0.00/day", "rate-zero"],
    ["0% of Medicare", "rate-zero"],
    ["120-130% of Medicare", "rate-range"],
    ["$400 or $450/day", "rate-range"],
    ["1,40% of Medicare", "rate-ambiguous"],
    ["$1.400 per diem", "rate-ambiguous"],
    ["400 per diem for H0015 and 140% of Medicare for 90837", "rate-ambiguous"],
    ["$400 per week", "unit-basis-unknown"],
    ["$5 per mg", "unit-basis-unknown"],
    ["$99,000,000 case rate", "rate-too-large"],
  ])("%s: %s", (words, reason) => {
    expect(refusal(words).reason).toBe(reason);
  });

  it("says what was probably meant, and that nothing is reckoned from it", () => {
    expect(refusal("1.4% of Medicare").sentence).toMatch(/Did you mean 140 %\? 1\.4 is not taken.*nothing is reckoned/);
    expect(refusal("14000% of Medicare").sentence).toContain("Did you mean 140 %?");
  });
});

const withCommas = (whole: number): string => String(whole).replace(/\B(?=(?:\d{3})+(?!\d))/g, ",");

describe("any price in any of its spellings", () => {
  it("reads back equal to the cent", () => {
    const styles: readonly (readonly [string, (price: string) => string])[] = [
      ["perDiem", (price) => `$${price} per diem`],
      ["perDiem", (price) => `${price}/day`],
      ["perDiem", (price) => `per diem $${price}`],
      ["perUnit", (price) => `$${price} per session`],
      ["perUnit", (price) => `${price} per hour`],
      ["perUnit", (price) => `$${price} per 15 minutes, max 8 units per day`],
      ["perUnit", (price) => `$${price}/visit, lesser of billed charges`],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...styles), fc.integer({ min: 1, max: 9_999_999 }), ([model, write], cents) => {
        const price = `${withCommas(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, "0")}`;
        const term = termOf(write(price));
        expect(term.model).toBe(model);
        expect("figures" in term && term.figures[0]?.figure).toBe(cents / 100);
      }),
    );
  });

  it("and any text is read or refused, never thrown over", () => {
    const piece = fc.constantFrom(
      "140",
      "1.4",
      "%",
      "$",
      "of Medicare",
      "billed",
      "per diem",
      "/day",
      "max",
      "lesser of",
      ",",
      "-",
      "90837",
      "0",
      "case rate",
      "15 min",
      "2025",
      "in-network",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
        const read = readRateTerm(pieces.join(" "));
        if (isRefusal(read)) expect(read.sentence.length).toBeGreaterThan(10);
        else expect({ ...NO_CONDITIONS, ...read.term.conditions }).toEqual(read.term.conditions);
      }),
      { numRuns: 500 },
    );
  });
});
