import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  type CalendarDate,
  calendarDate,
  dayFromSerial,
  daysBetween,
  parseDayAndTime,
  parseIsoDay,
  partsOfDay,
  serialFromDay,
  weekdayOf,
} from "./calendar-date.ts";

const FIRST = Date.UTC(1900, 0, 1);
const LAST = Date.UTC(2199, 11, 31);
const DAY = 86_400_000;
const OFFSETS = fc.integer({ min: 0, max: (LAST - FIRST) / DAY });

/** The oracle: the platform's own calendar, in UTC. */
function dayAt(offset: number): CalendarDate {
  return new Date(FIRST + offset * DAY).toISOString().slice(0, 10) as CalendarDate;
}

describe("a calendar day", () => {
  it("exists where the platform's calendar has it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2199 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (y, m, d) => {
          const date = new Date(Date.UTC(y, m - 1, d));
          const exists = date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
          expect(calendarDate(y, m, d)).toBe(exists ? date.toISOString().slice(0, 10) : null);
        },
      ),
      { numRuns: 2000 },
    );
    expect(calendarDate(1900, 2, 29)).toBeNull();
    expect(calendarDate(2000, 2, 29)).toBe("2000-02-29");
    expect(calendarDate(1899, 12, 31)).toBeNull();
  });

  it("moves, is told apart and has a weekday as the platform's calendar says, in any time zone", () => {
    fc.assert(
      fc.property(OFFSETS, OFFSETS, (a, b) => {
        expect(addDays(dayAt(a), b - a)).toBe(dayAt(b));
        expect(daysBetween(dayAt(a), dayAt(b))).toBe(b - a);
        expect(weekdayOf(dayAt(a))).toBe(new Date(FIRST + a * DAY).getUTCDay());
        expect(parseIsoDay(dayAt(a))).toBe(dayAt(a));
        const { year, month, day } = partsOfDay(dayAt(a));
        expect(calendarDate(year, month, day)).toBe(dayAt(a));
      }),
    );
  });

  it("stays that day with a time behind it; two days, or a day and words, are none", () => {
    const times = ["", " 00:00", "T00:00:00Z", "t9:30:15.250+02:00", " 08:30 PM", " 24:00", " 23:59:59 UTC"];
    for (const time of times) expect([time, parseDayAndTime(`2026-09-05${time}`)]).toEqual([time, "2026-09-05"]);
    const others = [" to 2026-10-01", "-2026-10-01", "?", " approx.", "T", " 25:00", " 9:75", "5", "T00:00 to 12:00"];
    for (const other of others) expect([other, parseDayAndTime(`2026-09-05${other}`)]).toEqual([other, null]);
    expect(parseDayAndTime("2026-02-30 00:00")).toBeNull();
  });

  it("does not move past the years that a ledger reaches", () => {
    expect(() => addDays(dayAt(0), -1)).toThrow(RangeError);
  });

  it("keeps its serial number in both date systems, whatever the time of day", () => {
    fc.assert(
      fc.property(
        OFFSETS,
        fc.constantFrom("1900", "1904"),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (offset, system, time) => {
          fc.pre(system === "1900" || offset >= 1461);
          const serial = serialFromDay(dayAt(offset), system);
          expect(dayFromSerial(serial + time, system)).toBe(dayAt(offset));
        },
      ),
    );
    expect(dayFromSerial(1, "1900")).toBe("1900-01-01");
    expect(dayFromSerial(59, "1900")).toBe("1900-02-28");
    expect(dayFromSerial(60, "1900")).toBeNull();
    expect(dayFromSerial(61, "1900")).toBe("1900-03-01");
    expect(dayFromSerial(45658, "1900")).toBe("2025-01-01");
    expect(dayFromSerial(45658 - 1462, "1904")).toBe("2025-01-01");
  });
});
