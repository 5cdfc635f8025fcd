import { describe, expect, it } from "vitest";
import { readServiceCode } from "./code-reading.ts";
import { readModifiers } from "./modifiers.ts";

function code(text: string): string {
  const read = readServiceCode(text);
  return read.kind === "none" ? read.reason : [read.code, ...read.modifiers].join(" ");
}

function modifiers(...texts: string[]): string {
  const read = readModifiers(texts);
  return read.kind === "none" ? read.reason : read.priced;
}

describe("a written code", () => {
  it.each([
    ["90837", "90837"],
    [" h0015 ", "H0015"],
    ["CPT® 90837", "90837"],
    ["HCPCS: G0410", "G0410"],
    ["0362T", "0362T"],
    ["00100", "00100"],
    ["90837-95-HO", "90837 95 HO"],
    ["7080126", "70801 26"],
    ["905", "0905"],
    ["REV 0912", "0912"],
    ["Revenue code 300", "0300"],
    ["1001", "1001"],
  ])("%s is %s", (text, read) => {
    expect(code(text)).toBe(read);
  });

  it.each(["", "9083", "362T", "HO015", "90837/90834", "90834-90837", "therapy", "90837 x 3 sessions"])(
    "%j is not guessed",
    (text) => {
      expect(code(text)).toBe("code-unreadable");
    },
  );
});

describe("written modifiers", () => {
  it.each([
    [["26"], "26"],
    [["-tc"], "TC"],
    [["95, 26"], "26"],
    [["GT95", "53"], "53"],
    [["26.0"], "26"],
    [[""], ""],
    [["none"], ""],
    [["N/A"], ""],
    [["95", "HO", "U1"], ""],
    [["26", "26"], "26"],
  ])("%j have the amount of %j", (texts, priced) => {
    expect(modifiers(...texts)).toBe(priced);
  });

  it("that exclude each other, or are none, have no amount", () => {
    expect(modifiers("26 TC")).toBe("modifiers-conflict");
    expect(modifiers("TC", "53")).toBe("modifiers-conflict");
    for (const text of ["2", "professional", "technical", "telehealth", "PC"])
      expect(modifiers(text)).toBe("modifier-not-in-file");
  });
});
