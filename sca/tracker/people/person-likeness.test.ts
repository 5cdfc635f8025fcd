import { describe, expect, it } from "vitest";
import { looksLikePersonName } from "./person-likeness.ts";

describe("what looks like a person", () => {
  it.each([
    "OKAFOR, CHIDI",
    "Kayla Renn",
    "Zoë Z.",
    "Colette St. Hilaire",
    "M. Ostrow RN",
    "Thi Hoa Nguyen",
    "DELACRUZ, JOSÉ JR",
    "K. Boone",
    "Ruth Ann Kasprzak",
  ])("%s does", (text) => {
    expect(looksLikePersonName(text)).toBeGreaterThan(0.8);
  });

  it.each([
    "Aetna",
    "Blue Cross",
    "UnitedHealthcare",
    "Mercy Care",
    "PRIORITY HLTH",
    "Network gap",
    "Prior Auth",
    "Unit 4 intake desk",
    "Provider Relations",
    "January 2025",
    "MAY 2025",
    "Total",
    "Patient Name",
    "Denied",
    "Partially approved",
    "In network",
    "IOP program",
    "St. Brendan Behavioral Health",
    "TBD",
    "n/a",
    "mom called again",
    "closest clinic is 40 mi",
    "90837",
    "$1,150/day",
    "3/4/2025",
    "",
  ])("%j does not", (text) => {
    expect(looksLikePersonName(text)).toBeLessThan(0.2);
  });

  it("leaves a lone word in between", () => {
    expect(looksLikePersonName("Brandvold")).toBeGreaterThan(0.15);
    expect(looksLikePersonName("Brandvold")).toBeLessThan(0.6);
  });
});
