import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate, calendarDate, partsOfDay } from "../../values/calendar-date.ts";
import type { DayContext } from "./day-context.ts";
import { findDates } from "./find-dates.ts";
import { resolveDay } from "./resolve-day.ts";
import { resolveSpan } from "./resolve-span.ts";

const SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const LONG = "January February March April May June July August September October November December".split(" ");
const SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ");

const MDY: DayContext = { order: "mdy", settled: true };
const DMY: DayContext = { order: "dmy", settled: true };
const two = (value: number) => String(value).padStart(2, "0");
const ordinal = (day: number) => {
  const word = { 1: "st", 2: "nd", 3: "rd" }[day % 10] ?? "th";
  return `${day}${day > 10 && day < 14 ? "th" : word}`;
};

interface Style {
  readonly name: string;
  readonly print: (day: CalendarDate) => string;
  readonly context: DayContext;
}

function allStyles(): Style[] {
  const styles: Style[] = [];
  const add = (name: string, print: (y: number, m: number, d: number) => string, context = MDY) => {
    const printDay = (date: CalendarDate) => {
      const { year, month, day } = partsOfDay(date);
      return print(year, month, day);
    };
    styles.push({ name, print: printDay, context });
  };
  for (const sign of ["/", "-", ".", "\\", " / "]) {
    for (const pad of [String, two]) {
      for (const [tail, year] of [
        ["yyyy", String],
        ["yy", (y: number) => two(y % 100)],
        ["'yy", (y: number) => `'${two(y % 100)}`],
      ] as const) {
        if (tail !== "yyyy" && sign === " / ") continue;
        add(`m${sign}d${sign}${tail}`, (y, m, d) => [pad(m), pad(d), year(y)].join(sign));
        add(`d${sign}m${sign}${tail}`, (y, m, d) => [pad(d), pad(m), year(y)].join(sign), DMY);
      }
    }
  }
  for (const sign of ["-", "/", "."]) {
    add(`y${sign}mm${sign}dd`, (y, m, d) => [y, two(m), two(d)].join(sign));
    add(`y${sign}m${sign}d`, (y, m, d) => [y, m, d].join(sign));
  }
  add("yyyymmdd", (y, m, d) => `${y}${two(m)}${two(d)}`);
  add("mmddyyyy", (y, m, d) => `${two(m)}${two(d)}${y}`);
  for (const time of ["T14:07:53Z", " 00:00:00", "T23:59:59.999-07:00", " 2:30 PM", " 11:15pm", " 00:00:00.000"]) {
    add(`iso${time}`, (y, m, d) => `${y}-${two(m)}-${two(d)}${time}`);
    if (time.startsWith(" ")) add(`us${time}`, (y, m, d) => `${m}/${d}/${y}${time}`);
  }
  const months = [
    SHORT,
    LONG,
    SHORT.map((name) => name.toUpperCase()),
    LONG.map((name) => name.toLowerCase()),
    SPANISH,
  ];
  for (const names of months) {
    const name = (m: number) => names[m - 1] ?? "";
    const yy = (y: number) => two(y % 100);
    add("d-Mon-yy", (y, m, d) => `${d}-${name(m)}-${yy(y)}`);
    add("dd-Mon-yyyy", (y, m, d) => `${two(d)}-${name(m)}-${y}`);
    add("ddMonyyyy", (y, m, d) => `${two(d)}${name(m)}${y}`);
    add("ddMonyy", (y, m, d) => `${two(d)}${name(m)}${yy(y)}`);
    add("d Mon yyyy", (y, m, d) => `${d} ${name(m)} ${y}`);
    add("d Mon 'yy", (y, m, d) => `${d} ${name(m)} '${yy(y)}`);
    add("d/Mon/yyyy", (y, m, d) => `${d}/${name(m)}/${y}`);
    add("Mon d, yyyy", (y, m, d) => `${name(m)} ${d}, ${y}`);
    add("Mon d yyyy", (y, m, d) => `${name(m)} ${d} ${y}`);
    add("Mon dth, yyyy", (y, m, d) => `${name(m)} ${ordinal(d)}, ${y}`);
    add("Mon-dd-yyyy", (y, m, d) => `${name(m)}-${two(d)}-${y}`);
    add("Mon-dd-yy", (y, m, d) => `${name(m)}-${two(d)}-${yy(y)}`);
    add("Mon d 'yy", (y, m, d) => `${name(m)} ${d} '${yy(y)}`);
    add("dth of Mon yyyy", (y, m, d) => `${ordinal(d)} of ${name(m)} ${y}`);
    add("Mon d,yyyy", (y, m, d) => `${name(m)} ${d},${y}`);
    add("Mon. d, yyyy", (y, m, d) => `${name(m)}. ${d}, ${y}`);
  }
  return styles;
}

const STYLES = allStyles();
const MOMENTS = fc
  .tuple(fc.integer({ min: 2000, max: 2049 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => calendarDate(year, month, day))
  .filter((day) => day !== null);

/** All days that a text is read to speak of, span ends too. */
function daysIn(text: string, context: DayContext): (CalendarDate | null)[] {
  return findDates(text).flatMap((mention) => {
    if (mention.kind === "day") return [resolveDay(mention.day, context).day];
    const { from, to } = resolveSpan(mention, context);
    return [from, to].filter((end) => end !== null).map((end) => end.day);
  });
}

/** The texts of everything taken for a date, with a mark where only context can tell. */
function found(text: string): string[] {
  return findDates(text).map((mention) => {
    const first = mention.kind === "day" ? mention.day : (mention.from ?? mention.to);
    return `${mention.text}${first?.weak === true ? " (weak)" : ""}`;
  });
}

describe("dates in a cell", () => {
  it(`reads back a day printed in any of ${STYLES.length} styles`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...STYLES), MOMENTS, ({ print, context }, day) => {
        expect(daysIn(print(day), context), print(day)).toEqual([day]);
      }),
      { numRuns: 6000 },
    );
  });

  it("reads it back inside a sentence", () => {
    const sentences = [
      "faxed DATE, no answer",
      "auth 00482 DATE",
      "(DATE)",
      "DOB: DATE",
      "ok per Lee\nDATE.",
      "DATE; call back",
    ];
    const printed = STYLES.filter(({ name }) => !/^(?:yyyymmdd|mmddyyyy)$/.test(name));
    fc.assert(
      fc.property(
        fc.constantFrom(...printed),
        MOMENTS,
        fc.constantFrom(...sentences),
        ({ print, context }, day, sentence) => {
          const text = sentence.replace("DATE", () => print(day));
          expect(daysIn(text, context), text).toEqual([day]);
        },
      ),
      { numRuns: 4000 },
    );
  });

  it("reads back both ends of a span, whichever sign or word joins them", () => {
    const joints = [
      "-",
      " - ",
      "–",
      " – ",
      " to ",
      " thru ",
      " through ",
      "→",
      " until ",
      " - Mon ",
      "\u2014",
      " exp ",
    ];
    const printed = STYLES.filter(({ name }) => !/^(?:yyyymmdd|mmddyyyy)$/.test(name) && !/ . |\\/.test(name));
    fc.assert(
      fc.property(
        fc.constantFrom(...printed),
        MOMENTS,
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(...joints),
        ({ print, context }, from, length, joint) => {
          const to = addDays(from, length);
          fc.pre(to < "2050");
          const text = `${print(from)}${joint}${print(to)}`;
          // A dash between two dashed dates is one long number to the eye as well, unless all its parts are plain.
          fc.pre(!(joint.length === 1 && print(from).includes(joint)));
          expect(
            findDates(text).map(({ kind }) => kind),
            text,
          ).toEqual(["span"]);
          expect(daysIn(text, context), text).toEqual([from, to]);
        },
      ),
      { numRuns: 4000 },
    );
  });

  it("takes the year of a span's first day from its last", () => {
    fc.assert(
      fc.property(
        MOMENTS,
        fc.integer({ min: 1, max: 299 }),
        fc.constantFrom("-", " - ", "–", " to ", " thru "),
        (from, length, joint) => {
          const to = addDays(from, length);
          const [a, b] = [partsOfDay(from), partsOfDay(to)];
          fc.pre(!(a.month === 2 && a.day === 29));
          const text = `${a.month}/${a.day}${joint}${b.month}/${b.day}/${b.year}`;
          expect(daysIn(text, MDY), text).toEqual([from, to]);
        },
      ),
    );
  });

  it.each([
    ["1/3-15/25", ["2025-01-03", "2025-01-15"]],
    ["Jan 20-31, 2025", ["2025-01-20", "2025-01-31"]],
    ["Jan 20 – Jul 19 2025", ["2025-01-20", "2025-07-19"]],
    ["3-23-25-4-21-25", ["2025-03-23", "2025-04-21"]],
    ["20250304-20250503", ["2025-03-04", "2025-05-03"]],
    ["x 90 days from 3/1/25", ["2025-03-01", "2025-05-29"]],
    ["3/1/25 for 90 days", ["2025-03-01", "2025-05-29"]],
    ["3/1/25 +90d", ["2025-03-01", "2025-05-29"]],
    ["3/1/25 x three months", ["2025-03-01", "2025-05-31"]],
    ["6 months starting 1/31/25", ["2025-01-31", "2025-07-30"]],
    ["thru end of aug 2025", ["2025-08-31"]],
    ["end of Feb 2024", ["2024-02-29"]],
    ["starting 1/9/25", ["2025-01-09"]],
    ["2/19/25 –", ["2025-02-19"]],
    ["Febuary 3 2025", ["2025-02-03"]],
    ["Start: 1/20/25\nEnd: 7/19/25", ["2025-01-20", "2025-07-19"]],
    ["eval 1/15/25-4/14/25; txp 4/15/25-4/14/26", ["2025-01-15", "2025-04-14", "2025-04-15", "2026-04-14"]],
  ])("reads %j", (text, days) => {
    expect(daysIn(text, MDY)).toEqual(days);
  });

  it.each([
    "90791/90837",
    "602-555-0142 x12",
    "auth 78-620011, 3390017-0, 391-15612",
    "F33.1, M54.16 and 3.7 WM",
    "$3.50/unit, 12.5 %, 1.4x, 2:1",
    "20/24",
    "used 9/12",
    "9/12 visits",
    "24/7 line",
    "v1.2.25 and 10.0.3.25",
    "C5-7 fusion, L4-5 TLIF",
    "2-3 hrs/wk, 10-12 sessions",
    "97110/97112/97140, 53/55/56",
    "he may call 2 times, May is out",
    "Mayo Clinic, June Carter, April's chart",
    "68875-0101-02",
    "00/00/0000",
  ])("takes no date from %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("marks a pair without a year as weak unless something says that it is a date", () => {
    expect(found("9/12")).toEqual(["9/12 (weak)"]);
    expect(found("2-11")).toEqual(["2-11 (weak)"]);
    expect(found("denied 9/12")).toEqual(["9/12"]);
    expect(found("9/12 faxed")).toEqual(["9/12"]);
    expect(found("they okayed it over the phone 10/29")).toEqual(["10/29"]);
    expect(found("approved 3/4 of the fee")).toEqual([]);
    expect(found("sent 02-14, 03-01")).toEqual(["02-14", "03-01"].map((text) => text));
  });

  it("does not start an authorization on the day of the letter that asks for it", () => {
    expect(findDates("requested 3/1/25 for 90 days").map(({ kind }) => kind)).toEqual(["day"]);
  });

  it("calls a day that no calendar has impossible, and keeps it", () => {
    for (const text of ["2/30/25", "13/13/25", "13/31/2018", "3/4/205", "2025-02-30", "31-Apr-25"]) {
      const [mention] = findDates(text);
      expect(mention?.kind === "day" && mention.day.impossible, text).toBe(true);
    }
  });

  it("answers places in order, inside the text, never overlapping, for any text", () => {
    const pieces = fc.constantFrom(
      "3/4",
      "/25",
      "-",
      " to ",
      "Mar ",
      "2025",
      "4th",
      " ",
      "thru ",
      "12",
      ".",
      "x 90 days ",
      "'",
      "(",
      "\n",
      "é",
      "9-",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 12 }).map((all) => all.join("")),
        ),
        (text) => {
          let last = 0;
          for (const mention of findDates(text)) {
            expect(mention.start).toBeGreaterThanOrEqual(last);
            expect(mention.end).toBeGreaterThan(mention.start);
            expect(text.slice(mention.start, mention.end)).toBe(mention.text);
            last = mention.end;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
