import { describe, expect, it } from "vitest";
import { readSetting } from "./setting.ts";

describe("the setting of a place of service", () => {
  it("is a facility for these codes, partial hospitalization and community mental health centers among them", () => {
    for (const code of "02 19 21 22 23 24 26 31 34 41 42 51 52 53 56 61".split(" ")) {
      expect([code, readSetting(code)]).toEqual([code, "facility"]);
    }
  });

  it("is the office amount for these", () => {
    for (const code of "10 11 12 49 50 55 57 58 65 71 72".split(" ")) {
      expect([code, readSetting(code)]).toEqual([code, "nonFacility"]);
    }
  });

  it.each([
    "facility",
    "FAC",
    "F",
    "Hospital",
    "inpatient",
    "Outpatient Hospital",
    "POS 22",
    "pos 2",
    "53 - CMHC",
    "ER",
    "PHP",
    "02 (Telehealth)",
  ])("%s is a facility", (text) => {
    expect(readSetting(text)).toBe("facility");
  });

  it.each([
    "nonfac",
    "Non-Facility",
    "non facility",
    "NF",
    "Office",
    "11 Office",
    "POS: 11",
    "11.0",
    "home",
    "Patient's home",
    "10",
  ])("%s is the office amount", (text) => {
    expect(readSetting(text)).toBe("nonFacility");
  });

  it.each(["", "telehealth", "outpatient", "clinic", "77", "05", "100", "11 hospital", "fac nonfac", "?"])(
    "%j is asked about",
    (text) => {
      expect(readSetting(text)).toBeNull();
    },
  );
});
