import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseIsoDay, serialFromDay } from "../../../sca/values/calendar-date.ts";
import { isDayFormat } from "../../../sca/values/day-format.ts";
import { NumberFormat, printGeneral } from "./number-format.ts";

const shows = (code: string, value: number) => new NumberFormat(code, "1900").print(value);

describe("a number format", () => {
  it.each([
    ["00000", 123, "00123"],
    ["$#,##0.00", 1250, "$1,250.00"],
    ['_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)', 1250, "$1,250.00"],
    ['_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)', -3, "$(3.00)"],
    ["0%", 1.4, "140%"],
    ["0.0%", 0.355, "35.5%"],
    ['0.0"x"', 1.35, "1.4x"],
    ['0" % MCR"', 140, "140 % MCR"],
    ['"LOA-"000000', 2625, "LOA-002625"],
    ["000-00-0000", 123456789, "123-45-6789"],
    ["[<=9999999]###-####;(###) ###-####", 2065550100, "(206) 555-0100"],
    ["$#,##0.00##", 13.1, "$13.10"],
    ["[$€-2] #,##0.00", 3, "€ 3.00"],
    ["# ?/?", 1.5, "1 1/2"],
    ["0.00E+00", 12345, "1.23E+04"],
    ["@", 904418820123, "904418820123"],
    ["0;-0;;@", 0, ""],
    ["m/d/yyyy", 45720, "3/4/2025"],
    ["[$-409]d\\-mmm\\-yy;@", 45720, "4-Mar-25"],
    ["mm/dd/yyyy h:mm AM/PM", 45720.604166666664, "03/04/2025 2:30 PM"],
    ["[h]:mm", 1.5, "36:00"],
  ])("%s shows %d as %s", (code, value, text) => {
    expect(shows(code, value)).toBe(text);
  });

  it("that no printer knows shows the plain number", () => {
    expect(shows('0 "open', 12)).toMatch(/12/);
    expect(shows("[whatever", 12)).toMatch(/12/);
  });

  it("puts around text what it says, and leaves most text alone", () => {
    expect(new NumberFormat('"Dr. "@', "1900").printText("Lee")).toBe("Dr. Lee");
    expect(new NumberFormat("@", "1900").printText(" Lee ")).toBe(" Lee ");
    expect(new NumberFormat("[$-409]d\\-mmm\\-yy;@", "1900").printText(" Lee ")).toBe(" Lee ");
    expect(new NumberFormat("0.00", "1900").printText("TBD")).toBe("TBD");
  });

  it("prints ISO days back as they are, in both date systems", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1904-01-02"), max: new Date("2099-12-31"), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const day = parseIsoDay(iso);
          if (day === null) throw new Error(`${iso} is a day`);
          for (const system of ["1900", "1904"] as const) {
            expect(new NumberFormat("yyyy-mm-dd", system).print(serialFromDay(day, system))).toBe(iso);
          }
        },
      ),
    );
  });
});

describe("a format shows a day", () => {
  it.each(["m/d/yyyy", "d-mmm", "mmm-yy", "mmmm", "[$-F800]dddd, mmmm dd, yyyy", "yyyy\\-mm\\-dd hh:mm", "dd.mm.yy;@"])(
    "in %s",
    (code) => {
      expect(isDayFormat(code)).toBe(true);
    },
  );

  it.each([
    "General",
    "0.00",
    "h:mm AM/PM",
    "mm:ss.0",
    "[h]:mm",
    "[Red]0",
    '0 "days"',
    "0 \\d",
    "#,##0_);[Red](#,##0)",
    "@",
    "",
  ])("but not in %s", (code) => {
    expect(isDayFormat(code)).toBe(false);
  });
});

describe("the general format", () => {
  it("keeps all digits of whole numbers and ten of others", () => {
    expect([904418820123, -7, 1 / 3, 0.1 + 0.2, 1e21, 1250.5].map(printGeneral)).toEqual([
      "904418820123",
      "-7",
      "0.333333333",
      "0.3",
      "1E+21",
      "1250.5",
    ]);
  });
});
