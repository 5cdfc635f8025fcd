import { describe, expect, it } from "vitest";
import { findLevelsOfCare, readLevelOfCare } from "./levels-of-care.ts";

describe("levels of care", () => {
  it.each([
    ["IOP", "IOP"],
    ["intensive outpatient", "IOP"],
    ["ASAM 2.1", "IOP"],
    ["2.1", "IOP"],
    ["Partial Hosp", "PHP"],
    ["day treatment", "PHP"],
    ["Residential", "RTC"],
    ["res tx", "RTC"],
    ["RTC (3.5)", "RTC"],
    ["3.5 RTC (ext)", "RTC"],
    ["WM (3.7)", "Detox"],
    ["3.7 WM", "Detox"],
    ["withdrawal mgmt", "Detox"],
    ["withdrawl management", "Detox"],
    ["inpatient detox", "Detox"],
    ["OP", "OP"],
    ["Outpt", "OP"],
    ["acute inpatient", "IP"],
    ["inpt psych", "IP"],
  ])("%s is %s", (text, level) => {
    expect(readLevelOfCare(text)?.level).toBe(level);
  });

  it("leaves sites and programmes of the practice's own as written", () => {
    for (const text of ["HOPD", "ASC", "home", "Meadow track", "3"]) expect(readLevelOfCare(text)).toBeNull();
  });

  it("names both levels of a step-down", () => {
    expect(readLevelOfCare("WM, then RTC")).toMatchObject({ level: "Detox", others: ["RTC"], confidence: 0.6 });
    expect(findLevelsOfCare("asked for PHP 10 days then IOP").map((found) => found.text)).toEqual(["PHP", "IOP"]);
  });

  it("does not take other short words for levels", () => {
    for (const text of [
      "RTC repair L: 29827-LT",
      "op report sent to plan today",
      "post op visit with us again",
      "level 1 appeal filed",
    ]) {
      expect([text, findLevelsOfCare(text)]).toEqual([text, []]);
    }
  });
});
