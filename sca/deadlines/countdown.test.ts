import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate, daysBetween, parseIsoDay } from "../values/calendar-date.ts";
import { AFTER_THE_END, countDaysLeft, runsOutDay, usageDay } from "./countdown.ts";
import { requestByDay } from "./request-by.ts";
import { daysWaiting } from "./waiting.ts";

const day = (text: string): CalendarDate => parseIsoDay(text) as CalendarDate;
const NO_HOLIDAYS: ReadonlySet<CalendarDate> = new Set();

describe("days left", () => {
  it("count the last covered day: none is left on that day itself, and it is past the day after", () => {
    expect(countDaysLeft(day("2025-07-19"), day("2025-07-17"))).toBe(2);
    expect(countDaysLeft(day("2025-07-19"), day("2025-07-19"))).toBe(0);
    expect(countDaysLeft(day("2025-07-19"), day("2025-07-20"))).toBe(-1);
  });
});

describe("the run-out day", () => {
  const half = { firstDay: day("2025-01-01"), lastDay: day("2025-06-30"), authorized: 100, used: 50 };

  it("is twice as far as the half of the units lasted", () => {
    expect(runsOutDay({ ...half, countedTo: day("2025-01-31") })).toBe("2025-03-03");
  });

  it("is said in words when units will be left at the end", () => {
    expect(runsOutDay({ ...half, used: 10, countedTo: day("2025-01-31") })).toBe(AFTER_THE_END);
  });

  it("is open while nothing was used, nothing authorized or the period has not begun", () => {
    expect(runsOutDay({ ...half, used: 0, countedTo: day("2025-01-31") })).toBeNull();
    expect(runsOutDay({ ...half, authorized: 0, countedTo: day("2025-01-31") })).toBeNull();
    expect(runsOutDay({ ...half, countedTo: day("2024-12-31") })).toBeNull();
  });

  it("is the first day by which the pace reaches the units, whatever the figures", () => {
    const first = day("2025-01-01");
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 300 }),
        (authorized, used, elapsed) => {
          const answer = runsOutDay({
            firstDay: first,
            lastDay: null,
            authorized,
            used,
            countedTo: addDays(first, elapsed - 1),
          });
          let days = 1;
          while (days <= 3651 && used * days < authorized * elapsed) days += 1;
          expect(answer).toBe(days > 3651 ? null : addDays(first, days - 1));
        },
      ),
    );
  });

  it("goes by use up to the last covered day once that is past", () => {
    expect(usageDay(null, day("2025-07-19"), day("2025-09-01"))).toBe("2025-07-19");
    expect(usageDay(day("2025-03-01"), day("2025-07-19"), day("2025-09-01"))).toBe("2025-03-01");
  });
});

describe("the request-by day", () => {
  it("is five business days before a Friday end: the Friday before", () => {
    expect(requestByDay(day("2025-07-18"), null, 5, NO_HOLIDAYS)).toBe("2025-07-11");
  });

  it("passes over holidays", () => {
    expect(requestByDay(day("2025-07-08"), null, 5, new Set([day("2025-07-04")]))).toBe("2025-06-30");
  });

  it("goes by the run-out day where units end before the days do, and not otherwise", () => {
    expect(requestByDay(day("2025-07-18"), day("2025-07-11"), 5, NO_HOLIDAYS)).toBe("2025-07-04");
    expect(requestByDay(day("2025-07-18"), AFTER_THE_END, 5, NO_HOLIDAYS)).toBe("2025-07-11");
    expect(requestByDay(null, null, 5, NO_HOLIDAYS)).toBeNull();
  });

  it("works for an authorization of two weeks: asked for by day nine of fourteen", () => {
    const first = day("2026-03-02");
    const by = requestByDay(addDays(first, 13), null, 5, NO_HOLIDAYS) as CalendarDate;
    expect(daysBetween(first, by) + 1).toBeLessThanOrEqual(9);
  });
});

describe("days waiting", () => {
  it("are the business days after the day of the request", () => {
    expect(daysWaiting(day("2025-06-27"), day("2025-06-30"), NO_HOLIDAYS)).toBe(1);
    expect(daysWaiting(day("2025-06-28"), day("2025-06-29"), NO_HOLIDAYS)).toBe(0);
    expect(daysWaiting(day("2025-06-30"), day("2025-06-27"), NO_HOLIDAYS)).toBe(0);
    expect(daysWaiting(day("2025-07-03"), day("2025-07-07"), new Set([day("2025-07-04")]))).toBe(1);
  });
});
