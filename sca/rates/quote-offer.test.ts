import { describe, expect, it } from "vitest";
import { madeUpAmount, madeUpLine, madeUpMix } from "./made-up-mix.ts";
import { quoteOffer } from "./quote-offer.ts";
import { isRefusal, type RateTerm } from "./rate-term.ts";
import { readRateTerm } from "./read-rate-term.ts";
import type { ServiceMix } from "./service-mix.ts";

function term(words: string): RateTerm {
  const read = readRateTerm(words);
  if (isRefusal(read)) throw new Error(read.sentence);
  return read.term;
}
const quote = (words: string, mix: ServiceMix) => quoteOffer(term(words), mix);
const visits = madeUpMix([madeUpLine({ code: "99214", units: 10, basis: "visit", medicare: 11_549, billed: 25_000 })]);
const program = madeUpMix([madeUpLine({ code: "H0035", units: 20, basis: "day", days: 20, billed: 90_000 })]);
const therapy = madeUpMix([
  madeUpLine({ code: "90834", units: 8, basis: "session", days: 8, medicare: 10_042, billed: 20_000 }),
  madeUpLine({ row: 3, code: "90853", units: 24, basis: "session", days: 12, medicare: 2702, billed: 9000 }),
]);

describe("140 % of Medicare", () => {
  it("of 99214 in Alabama in 2025 is $161.69 a visit, rounded once, then times the visits", () => {
    const told = quote("140% of Medicare", visits);
    expect(told.total.value).toBe(161_690);
    expect(told.equivalents.perUnit.value).toEqual({ cents: 16_169, basis: "visit" });
    expect(told.equivalents.ofMedicare.value).toMatchObject({
      percent: 140,
      agreedCents: 161_690,
      baseCents: 115_490,
      coverage: 100,
    });
    expect(told.equivalents.ofBilled.value?.percent).toBe(64.68);
  });

  it("of a program's day is not priced, and never 0", () => {
    const told = quote("140% of Medicare", program);
    expect(told.total.value).toBeNull();
    expect(told.total.sentence).toContain("H0035 has no Medicare benchmark");
    expect(told.equivalents.ofMedicare.value).toBeNull();
    expect(told.equivalents.perUnit.value).toBeNull();
  });

  it("of a mix with one line without an amount tells the priced part and names the line", () => {
    const told = quote("140% of Medicare", madeUpMix([...visits.lines, ...program.lines]));
    expect(told.total.value).toBeNull();
    expect(told.pricedCents).toBe(161_690);
    expect(told.lines.map(({ kind }) => kind)).toEqual(["priced", "notPriced"]);
  });

  it("of the schedule of another year takes that year's amounts, or says that they are missing", () => {
    expect(quote("140% of 2024 Medicare", visits).total.sentence).toContain("2024 schedule");
    const [line] = visits.lines;
    if (line === undefined) throw new Error("a line");
    const withYear = madeUpMix([{ ...line, otherYears: new Map([[2024, madeUpAmount("99214", 12_000, 2024)]]) }]);
    const told = quote("140% of 2024 Medicare", withYear);
    expect(told.total.value).toBe(168_000);
    // The percentage is still of the day of service.
    expect(told.equivalents.ofMedicare.value?.percent).toBe(145.47);
  });
});

describe("55 % of billed charges", () => {
  it("is taken of each unit's charge", () => {
    expect(quote("55% of billed charges", visits).total.value).toBe(137_500);
  });

  it("is not told where a charge is missing", () => {
    const told = quote("55% of billed", madeUpMix([madeUpLine({ code: "90837", units: 3, medicare: 14_870 })]));
    expect(told.total.value).toBeNull();
    expect(told.total.sentence).toContain("billed charge of 90837");
  });
});

describe("a per diem", () => {
  it("covers all services of a day, so its lines have no share", () => {
    const told = quote("$400 per diem", program);
    expect(told.total.value).toBe(800_000);
    expect(told.lines.map(({ kind }) => kind)).toEqual(["inside"]);
    expect(told.equivalents.perDay.value).toBe(40_000);
    expect(told.equivalents.ofMedicare.value).toBeNull();
    expect(told.equivalents.ofMedicare.sentence).toContain("no amount for H0035");
  });

  it("over the services of the day is a percentage of Medicare's sum", () => {
    const told = quote("$400 per diem", madeUpMix(therapy.lines, 12));
    expect(told.total.value).toBe(480_000);
    expect(told.equivalents.ofMedicare.value).toMatchObject({ percent: 330.61, lines: 2 });
  });

  it("needs the days, and does not guess how many days two services share", () => {
    const told = quote("$400 per diem", therapy);
    expect(told.total.value).toBeNull();
    expect(told.total.sentence).toContain("Program days are not stated");
  });

  it("of one program is paid once a day, and more units of a day are flagged", () => {
    const doubled = madeUpMix([madeUpLine({ code: "H0015", units: 30, basis: "day", days: 20 })]);
    expect(quote("$400 per diem", doubled).total.value).toBe(800_000);
    const byCode = quote("H0015 $400 per day", doubled);
    expect(byCode.total.value).toBe(800_000);
    expect(byCode.notes.join(" ")).toContain("30 units of H0015 on 20 days");
    expect(byCode.notes.join(" ")).toContain("One per diem a day is paid; 10 units are not");
  });

  it("ends at its limit of days", () => {
    expect(quote("$400 per diem not to exceed 14 days", program).total.value).toBe(560_000);
  });

  it("with days of two programs that follow each other counts both", () => {
    const stepDown = madeUpMix([
      madeUpLine({ code: "H0035", units: 10, basis: "day" }),
      madeUpLine({ code: "H0015", units: 20, basis: "day" }),
    ]);
    expect(quote("H0035 $550/day, H0015 $385/day", stepDown).total.value).toBe(10 * 55_000 + 20 * 38_500);
    expect(quote("$400 per diem", stepDown).days.value).toBe(30);
  });
});

describe("a case rate", () => {
  it("is the total, whatever the services", () => {
    const told = quote("case rate 45,000", program);
    expect(told.total.value).toBe(4_500_000);
    expect(told.equivalents.perDay.value).toBe(225_000);
  });
});

describe("units against minutes", () => {
  const units = madeUpMix([madeUpLine({ code: "97153", units: 40, basis: "quarterHour", days: 5 })]);
  it("a rate an hour over units of 15 minutes is exact", () => {
    expect(quote("$95.50 per hour", units).total.value).toBe(95_500);
  });
  it("a rate for 15 minutes over hours is exact", () => {
    const hours = madeUpMix([madeUpLine({ code: "97153", units: 10, basis: "hour" })]);
    expect(quote("$23.875 per 15 minutes", hours).total.value).toBe(95_500);
  });
  it("the minutes of a session turn an hourly rate into one for the session", () => {
    const sessions = madeUpMix([madeUpLine({ code: "90834", units: 4, basis: "session", minutesPerUnit: 45 })]);
    expect(quote("$100 per hour", sessions).total.value).toBe(30_000);
  });
  it("a rate an hour over units that nobody explained is refused in words", () => {
    const told = quote("$95 per hour", madeUpMix([madeUpLine({ code: "97153", units: 40 })]));
    expect(told.lines[0]).toMatchObject({ kind: "notPriced", gap: { reason: "unit-basis-unknown" } });
    expect(told.total.sentence).toContain("how long a unit of 97153 lasts is not stated");
  });
  it("a rate for a session over days is refused in words", () => {
    expect(quote("$95 per session", program).lines[0]).toMatchObject({ gap: { reason: "unit-basis-differs" } });
  });
  it("a session is taken for a visit, and that is said", () => {
    const told = quote("$150 per visit", therapy);
    expect(told.total.value).toBe(480_000);
    expect(told.notes.join(" ")).toContain("one is taken for one. Some days have more than one");
  });
});

describe("lesser of billed", () => {
  it("is applied line by line and said", () => {
    const told = quote("$150 per session, lesser of billed charges", madeUpMix([...therapy.lines]));
    // 90834: 8 x 150 is less than billed; 90853: billed 24 x 90 is less than 24 x 150.
    expect(told.total.value).toBe(8 * 15_000 + 24 * 9000);
    expect(told.lines.map((line) => line.kind === "priced" && line.isBilledLower)).toEqual([false, true]);
    expect(told.notes.join(" ")).toContain("90853: the billed charge, $2,160.00, is less than the rate, $3,600.00");
  });
  it("without a charge leaves the line untold", () => {
    const told = quote(
      "120% MCR lesser of billed",
      madeUpMix([madeUpLine({ code: "90837", units: 2, medicare: 14_870 })]),
    );
    expect(told.total.value).toBeNull();
    expect(told.total.sentence).toContain("billed charge of 90837 is not stated");
  });
  it("of a share of billed compares with that share", () => {
    expect(quote("lesser of 400% of Medicare and 80% of billed", visits).total.value).toBe(200_000);
  });
});

describe("caps", () => {
  const units = madeUpMix([madeUpLine({ code: "97153", units: 60, basis: "quarterHour", days: 5 })]);
  it("of units a day cut what is over and say so", () => {
    const told = quote("$20 per 15 minutes, max 8 units per day", units);
    expect(told.total.value).toBe(80_000);
    expect(told.notes.join(" ")).toContain("leaves 40 of 60 units");
  });
  it("of hours a day count units of 15 minutes", () => {
    expect(quote("$20 per 15 minutes, max 2 hours per day", units).total.value).toBe(80_000);
  });
  it("of sessions in all are used up line by line", () => {
    const told = quote("$150 per session, max 20 sessions", therapy);
    expect(told.total.value).toBe(300_000);
    expect(told.notes.join(" ")).toContain("12 of 24 are not paid");
  });
  it("of dollars a day and in all are applied to the total", () => {
    expect(quote("$150 per session, max $300 per day", madeUpMix(therapy.lines, 12)).total.value).toBe(360_000);
    expect(quote("$150 per session, max $2,000 total", therapy).total.value).toBe(200_000);
    expect(quote("$150 per session, max $300 per day", therapy).total.value).toBeNull();
  });
  it("that no line counts are said to be without effect", () => {
    expect(quote("140% of Medicare max 20 days", therapy).notes.join(" ")).toContain("was not applied");
  });
});

describe("the payer's own schedule", () => {
  it("prices by its amounts, or a percentage of them", () => {
    expect(quote("in-network schedule: 90834 $95, 90853 $30", therapy).total.value).toBe(8 * 9500 + 24 * 3000);
    expect(quote("110% of in-network schedule: 90834 $95, 90853 $30", therapy).total.value).toBe(
      8 * 10_450 + 24 * 3300,
    );
  });
  it("without amounts is not priced", () => {
    expect(quote("highest in-network", therapy).total.sentence).toContain("Ask for it by code, in writing");
  });
});

describe("a rate for one code", () => {
  it("does not price another code", () => {
    const told = quote("140% of Medicare for 90834", therapy);
    expect(told.total.value).toBeNull();
    expect(told.lines[1]).toMatchObject({ gap: { reason: "code-not-named" } });
  });
  it("does not price its professional part", () => {
    const part = madeUpMix([madeUpLine({ code: "91110", modifiers: ["26"], units: 1, medicare: 10_168 })]);
    expect(quote("91110 $600 per unit", part).lines[0]).toMatchObject({ gap: { reason: "code-not-named" } });
  });
});
