import { describe, expect, it } from "vitest";
import { centsFromDollars } from "../values/money.ts";
import { line, perUnit, record } from "./made-up-records.ts";
import { measureOf } from "./measure.ts";
import { multipleOfMedicare } from "./multiple-of-medicare.ts";
import { familiesOf, partOfFamily } from "./part-of-family.ts";
import { revenueFrom } from "./revenue-agreed.ts";

const dollars = centsFromDollars;
const agreed = revenueFrom((subject: ReturnType<typeof record>) => subject.agreed);
const claim = (code: string, paid: number) => ({ day: null, code, units: 1, paid: dollars(paid), expected: null });

const TALK = line({
  id: "1",
  code: "90837",
  family: "talk",
  rate: perUnit(180),
  agreed: dollars(1800),
  medicare: dollars(1500),
  multiple: 1.2,
});
const VISIT = line({
  id: "2",
  code: "99214",
  family: "visits",
  rate: perUnit(150),
  agreed: dollars(300),
  medicare: dollars(200),
  multiple: 1.5,
});
const BOTH = record({
  lines: [TALK, VISIT],
  agreed: { cents: dollars(2100), parts: 2, untold: [] },
  claims: [claim("90837", 180), claim("99214", 150)],
  negotiations: [{ moves: [], agreed: perUnit(180) }],
});

describe("the part of a request that is of one code family", () => {
  it("is the whole request where it has one family", () => {
    const only = record({ lines: [TALK], claims: [claim("h0001", 5)] });
    expect(partOfFamily(only, "talk")).toBe(only);
    expect(familiesOf(only)).toEqual(["talk"]);
  });

  it("has the lines, the claims and the dollars of its codes", () => {
    const part = partOfFamily(BOTH, "visits");
    expect(part.lines).toEqual([VISIT]);
    expect(part.claims).toEqual([claim("99214", 150)]);
    expect(part.agreed).toEqual({ cents: 30000, parts: 1, untold: [] });
    expect(measureOf(multipleOfMedicare, [part])).toMatchObject({ weighted: 1.5, coverage: 1, lines: 1 });
  });

  it("adds up to the request, dollar by dollar", () => {
    const parts = familiesOf(BOTH).map((family) => partOfFamily(BOTH, family));
    expect(measureOf(agreed, parts).cents).toBe(measureOf(agreed, [BOTH]).cents);
    expect(measureOf(multipleOfMedicare, parts)).toMatchObject({ weighted: 1.05 * (2000 / 1700), lines: 2 });
  });

  it("says that dollars are missing where a line has none", () => {
    const open = record({
      ...BOTH,
      lines: [TALK, { ...VISIT, agreed: null }],
      agreed: { cents: 180000, parts: 1, untold: ["noRate"] },
    });
    expect(partOfFamily(open, "visits").agreed).toEqual({ cents: 0, parts: 0, untold: ["noRate"] });
    expect(partOfFamily(open, "talk").agreed).toEqual({ cents: 180000, parts: 1, untold: [] });
  });

  it("gives offers made for the request as a whole to no family", () => {
    expect(partOfFamily(BOTH, "talk").negotiations).toEqual([]);
  });

  it("knows no family of a request without codes", () => {
    expect(familiesOf(record())).toEqual([]);
  });
});
