import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBusinessDays, businessDaysBetween, isBusinessDay } from "./business-days.ts";
import { addDays, type CalendarDate, calendarDate, daysBetween, weekdayOf } from "./calendar-date.ts";
import { usFederalHolidays } from "./federal-holidays.ts";

const START = calendarDate(2024, 1, 1) as CalendarDate;
const DAYS = fc.integer({ min: 0, max: 1200 }).map((offset) => addDays(START, offset));
const HOLIDAYS = fc.array(DAYS, { maxLength: 30 }).map((days) => new Set(days));

/** The oracle: walk every day. */
function walked(from: CalendarDate, to: CalendarDate, holidays: ReadonlySet<CalendarDate>): number {
  const step = to < from ? -1 : 1;
  let count = 0;
  for (let at = 0; at <= Math.abs(daysBetween(from, to)); at += 1) {
    const day = addDays(from, step * at);
    if (weekdayOf(day) !== 0 && weekdayOf(day) !== 6 && !holidays.has(day)) count += step;
  }
  return count;
}

describe("business days", () => {
  it("between two days are counted as by walking them, both ends included", () => {
    fc.assert(
      fc.property(DAYS, DAYS, HOLIDAYS, (from, to, holidays) => {
        expect(businessDaysBetween(from, to, holidays) + 0).toBe(walked(from, to, holidays) + 0);
      }),
    );
  });

  it("added land on a business day that is that many business days away", () => {
    fc.assert(
      fc.property(
        DAYS,
        fc.integer({ min: -80, max: 80 }),
        fc.oneof(HOLIDAYS, fc.constant(new Set<CalendarDate>())),
        (day, count, holidays) => {
          const moved = addBusinessDays(day, count, holidays);
          if (count === 0) {
            expect(moved).toBe(day);
            return;
          }
          expect(isBusinessDay(moved, holidays)).toBe(true);
          const next = addDays(day, count > 0 ? 1 : -1);
          expect(Math.sign(daysBetween(day, moved))).toBe(Math.sign(count));
          expect(Math.abs(walked(next, moved, holidays))).toBe(Math.abs(count));
        },
      ),
    );
  });

  it("agree with Excel's NETWORKDAYS and WORKDAY on worked examples", () => {
    const day = (y: number, m: number, d: number) => calendarDate(y, m, d) as CalendarDate;
    // Microsoft's own example for both functions.
    const holidays = new Set([day(2012, 11, 22), day(2012, 12, 4), day(2013, 1, 21)]);
    expect(businessDaysBetween(day(2012, 10, 1), day(2013, 3, 1))).toBe(110);
    expect(businessDaysBetween(day(2012, 10, 1), day(2013, 3, 1), new Set([day(2012, 11, 22)]))).toBe(109);
    expect(businessDaysBetween(day(2012, 10, 1), day(2013, 3, 1), holidays)).toBe(107);
    const other = new Set([day(2008, 11, 26), day(2008, 12, 4), day(2009, 1, 21)]);
    expect(addBusinessDays(day(2008, 10, 1), 151)).toBe("2009-04-30");
    expect(addBusinessDays(day(2008, 10, 1), 151, other)).toBe("2009-05-05");
    expect(businessDaysBetween(day(2026, 3, 8), day(2026, 3, 8))).toBe(0);
  });
});

describe("United States federal holidays", () => {
  const days = (year: number) => usFederalHolidays(year).map(({ day }) => day);

  it("are those that the Office of Personnel Management lists", () => {
    expect(days(2025)).toEqual([
      "2025-01-01",
      "2025-01-20",
      "2025-02-17",
      "2025-05-26",
      "2025-06-19",
      "2025-07-04",
      "2025-09-01",
      "2025-10-13",
      "2025-11-11",
      "2025-11-27",
      "2025-12-25",
    ]);
    expect(days(2026)).toEqual([
      "2026-01-01",
      "2026-01-19",
      "2026-02-16",
      "2026-05-25",
      "2026-06-19",
      "2026-07-03",
      "2026-09-07",
      "2026-10-12",
      "2026-11-11",
      "2026-11-26",
      "2026-12-25",
    ]);
  });

  it("move New Year's Day into the year before when it falls on a Saturday", () => {
    expect(days(2021).at(-1)).toBe("2021-12-31");
    expect(days(2022)).not.toContain("2022-01-01");
    expect(days(2022)).toHaveLength(10);
    expect(days(2023)[0]).toBe("2023-01-02");
  });

  it("are never on a weekend", () => {
    for (let year = 2000; year < 2100; year += 1) {
      expect(days(year).every((day) => isBusinessDay(day))).toBe(true);
    }
  });
});
