import { describe, expect, it } from "vitest";
import { type CalendarDate, parseIsoDay } from "../../values/calendar-date.ts";
import { dayOfBareSerial } from "./bare-serial.ts";
import { dateOrderOf } from "./date-order.ts";
import type { DayContext, ResolvedDay } from "./day-context.ts";
import { findDates } from "./find-dates.ts";
import { resolveDay } from "./resolve-day.ts";
import { type ResolvedSpan, resolveSpan } from "./resolve-span.ts";
import { yearHintOf } from "./year-hint.ts";

function day(iso: string): CalendarDate {
  const found = parseIsoDay(iso);
  if (found === null) throw new Error(`${iso} is no day`);
  return found;
}

const MDY: DayContext = { order: "mdy", settled: true };

function resolved(text: string, context: Partial<DayContext> = {}): ResolvedDay {
  const [mention] = findDates(text);
  if (mention?.kind !== "day") throw new Error(`${text} is not one day`);
  return resolveDay(mention.day, { ...MDY, ...context });
}

function span(text: string, context: Partial<DayContext> = {}): ResolvedSpan {
  const [mention] = findDates(text);
  if (mention?.kind !== "span") throw new Error(`${text} is not a span`);
  return resolveSpan(mention, { ...MDY, ...context });
}

describe("the day that a written date means", () => {
  it("is asked about where the file does not settle the order and the order matters", () => {
    const open = { settled: false };
    expect(resolved("3/4/25", open)).toMatchObject({
      why: "order",
      certain: false,
      candidates: ["2025-03-04", "2025-04-03"],
    });
    expect(resolved("3/3/25", open)).toMatchObject({ day: "2025-03-03", certain: true });
    expect(resolved("3/25/25", open)).toMatchObject({ day: "2025-03-25", certain: true });
    expect(resolved("3-Apr-25", open)).toMatchObject({ day: "2025-04-03", certain: true });
  });

  it("is asked about where it can only be read against the file's order", () => {
    expect(resolved("25/3/25")).toMatchObject({ day: "2025-03-25", why: "order", certain: false });
  });

  it("is asked about where the calendar has no such day", () => {
    expect(resolved("2/30/25")).toEqual({ day: null, candidates: ["2025-02-28"], why: "impossible", certain: false });
    expect(resolved("2/29", { hint: yearHintOf("2025") })).toMatchObject({ day: null, why: "impossible" });
  });

  it("lies in the past for a birth", () => {
    expect(resolved("3/4/57", { birth: true }).day).toBe("1957-03-04");
    expect(resolved("3/4/43", { birth: true }).day).toBe("1943-03-04");
    expect(resolved("3/4/16", { birth: true, asOfYear: 2025 }).day).toBe("2016-03-04");
    expect(resolved("3/4/26", { birth: true, asOfYear: 2025 }).day).toBe("1926-03-04");
    expect(resolved("3/4/57")).toMatchObject({ why: "two-digit-year", certain: false });
  });

  it("takes a missing year from the sheet or section, and from the row's other date over New Year", () => {
    expect(resolved("10/14", { hint: yearHintOf("2025") })).toMatchObject({ day: "2025-10-14", certain: true });
    expect(resolved("12/27", { hint: yearHintOf("JANUARY 2025") })).toMatchObject({ day: "2024-12-27", certain: true });
    expect(resolved("10/21", { hint: yearHintOf("SY 2024-25") }).day).toBe("2024-10-21");
    expect(resolved("2/21", { hint: yearHintOf("SY 2024-25") }).day).toBe("2025-02-21");
    expect(resolved("9/3", { hint: yearHintOf("FY25") })).toMatchObject({ why: "year-doubtful", certain: false });
    const anchor = { day: day("2024-12-20"), side: "after" } as const;
    expect(resolved("1/4", { anchor })).toMatchObject({ day: "2025-01-04", certain: true });
    expect(resolved("1/4", { anchor, hint: yearHintOf("2024") })).toMatchObject({ day: "2025-01-04", certain: true });
  });

  it("believes the sheet over a nearer day in another year, unless the day lies just outside the sheet's months", () => {
    const school = yearHintOf("SY 2024-25");
    const around = (iso: string) => ({ day: day(iso), side: "around" }) as const;
    expect(resolved("5/30", { hint: school, anchor: around("2024-09-25") })).toMatchObject({
      day: "2025-05-30",
      certain: true,
    });
    expect(resolved("12/28", { hint: yearHintOf("2025"), anchor: around("2025-01-06") })).toMatchObject({
      day: "2024-12-28",
    });
    const since = yearHintOf("started Oct 2024");
    expect(resolved("11/4", { hint: since, anchor: around("2024-11-01") })).toMatchObject({
      day: "2024-11-04",
      certain: true,
    });
    expect(resolved("11/4", { hint: since, asOfYear: 2025 })).toMatchObject({ certain: false, why: "year-doubtful" });
  });

  it("is doubtful where a decision would come just before its request or a year after it", () => {
    const anchor = { day: day("2025-01-06"), side: "after" } as const;
    expect(resolved("1/4", { anchor })).toMatchObject({ day: "2025-01-04", why: "year-doubtful", certain: false });
  });

  it("has no year without anything to go by", () => {
    expect(resolved("3/4")).toEqual({ day: null, candidates: [], why: "no-year", certain: false });
    expect(resolved("3/4", { asOfYear: 2025 }).candidates).toEqual(["2025-03-04", "2024-03-04"]);
  });

  it("is not made up from a month alone", () => {
    expect(resolved("mid March 2025")).toMatchObject({ day: null, why: "partial", certain: false });
    expect(resolved("08/2025")).toMatchObject({ day: null, why: "partial" });
  });

  it("is asked about where the same characters are a day or a month of a year", () => {
    expect(resolved("Aug-25", { hint: yearHintOf("2025") })).toMatchObject({ why: "two-readings", certain: false });
    expect(resolved("Aug-12", { hint: yearHintOf("2025") })).toMatchObject({ day: "2025-08-12", certain: true });
  });

  it("is asked about outside the days that the caller allows", () => {
    expect(resolved("3/4/35", { notAfter: day("2027-01-01") })).toMatchObject({ why: "outside", certain: false });
  });
});

describe("the days of a span", () => {
  it("roll over New Year where an end has no year", () => {
    expect(span("10/18 to 1/1", { hint: yearHintOf("AUGUST 2025") })).toMatchObject({
      from: { day: "2025-10-18", certain: true },
      to: { day: "2026-01-01", certain: true },
    });
    expect(span("12/20 - 1/3/25").from?.day).toBe("2024-12-20");
  });

  it("are asked about where a missing year would make a span of nearly a year", () => {
    expect(span("5/14/25 - 4/16").to).toMatchObject({ certain: false, why: "year-doubtful" });
    expect(span("3/24/25 - 3/23").to).toMatchObject({ day: "2026-03-23", certain: true });
  });

  it("are called reversed where the last comes first", () => {
    expect(span("9/1/25 - 3/1/25").reversed).toBe(true);
  });

  it("stay doubtful at both ends while the order is open", () => {
    const { from, to } = span("3/4/25 for 30 days", { settled: false });
    expect(from?.candidates).toEqual(["2025-03-04", "2025-04-03"]);
    expect(to).toMatchObject({ day: "2025-04-02", certain: false, candidates: ["2025-04-02", "2025-05-02"] });
  });

  it("keep two readings apart where a number is a day or a year", () => {
    expect(span("1/3-5/25", { hint: yearHintOf("2025") }).to).toMatchObject({ certain: false, why: "two-readings" });
  });
});

describe("the order of a file's dates", () => {
  it("is settled by dates that can be read only one way", () => {
    expect(dateOrderOf(["3/4/25", "12/25/24"])).toMatchObject({
      order: "mdy",
      settled: true,
      mdyOnly: 1,
      eitherWay: 1,
    });
    expect(dateOrderOf(["13-1-2025", "4-2-2025"])).toMatchObject({ order: "dmy", settled: true });
  });

  it("is settled by a span that only one order lets run forward", () => {
    expect(dateOrderOf(["2/3/25-9/1/25"])).toMatchObject({ order: "mdy", settled: true });
  });

  it("is not settled by nothing, by impossible dates, by ids or by units", () => {
    for (const text of ["3/4/25", "13/13/25", "252501", "20/2", "2025-03-25", "25-Mar-25"]) {
      expect(dateOrderOf([text]).settled, text).toBe(false);
    }
  });

  it("forgives one slip among a dozen, not two hands", () => {
    const american = Array.from({ length: 12 }, (_, at) => `1/${at + 13}/25`);
    expect(dateOrderOf([...american, "25/3/25"])).toMatchObject({ settled: true, dmyOnly: 1 });
    expect(dateOrderOf([...american, "25/3/25", "26/3/25"])).toMatchObject({ settled: false, mdyOnly: 12, dmyOnly: 2 });
  });

  it("can be year first with two digits", () => {
    const order = dateOrderOf(["79-03-04", "25-03-14"]);
    expect(order).toMatchObject({ order: "ymd", settled: true });
    expect(resolved("25-03-14", order).day).toBe("2025-03-14");
  });
});

describe("what a heading says about years", () => {
  it.each([
    ["2024", "year", "2024-1", "2024-12"],
    ["==== 2024 ====", "year", "2024-1", "2024-12"],
    ["SCA_2025", "year", "2025-1", "2025-12"],
    ["CY2025", "year", "2025-1", "2025-12"],
    ["Updated March 14, 2025", "year", "2025-1", "2025-12"],
    ["MARCH 2025", "month", "2025-3", "2025-3"],
    ["Sept 25", "month", "2025-9", "2025-9"],
    ["January", "month", "null-1", "null-1"],
    ["Q3 2024", "quarter", "2024-7", "2024-9"],
    ["2024 Q4 - 2025 Q1", "months", "2024-10", "2025-3"],
    ["Q1-Q2 2025", "months", "2025-1", "2025-6"],
    ["dob Aug 14 1991 adm 2/10/25", "year", "2025-1", "2025-12"],
    ["1st half of 2025", "half", "2025-1", "2025-6"],
    ["Jan–Jun 2025", "months", "2025-1", "2025-6"],
    ["Nov-Feb 2025", "months", "2024-11", "2025-2"],
    ["SY 2024-25", "schoolYear", "2024-8", "2025-7"],
    ["FY25", "fiscalYear", "2024-7", "2025-12"],
    ["our SCAs, started Oct 2024 (Dee)", "since", "2024-10", "∅"],
  ])("%j", (text, grain, from, to) => {
    const hint = yearHintOf(text);
    const month = (at: { year: number | null; month: number } | null | undefined) =>
      at ? `${at.year}-${at.month}` : "∅";
    expect([hint?.grain, month(hint?.from), month(hint?.to)]).toEqual([grain, from, to]);
  });

  it.each(["Patients", "H2019 and S9480", "Call 800-555-0142", "97153", "rate $2025"])("nothing in %j", (text) => {
    expect(yearHintOf(text)).toBeNull();
  });
});

describe("a serial number without a date format", () => {
  it("is a day where it is a plausible one", () => {
    expect(dayOfBareSerial(45658, "1900", "event")).toBe("2025-01-01");
    expect(dayOfBareSerial(44196, "1904", "event")).toBe("2025-01-01");
    expect(dayOfBareSerial(20000, "1900", "birth")).toBe("1954-10-03");
    expect(dayOfBareSerial(20000, "1900", "event")).toBeNull();
    expect(dayOfBareSerial(97153, "1900", "event")).toBeNull();
    expect(dayOfBareSerial(9, "1900", "birth")).toBeNull();
  });
});
