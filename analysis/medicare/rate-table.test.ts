import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BatchRow } from "../../sca/medicare/batch.ts";
import { UserProblem } from "../user-problem.ts";
import { answeredTable } from "./rate-table.ts";
import { separatedRecords } from "./separated-records.ts";

const HEADINGS = "year,dos_from,mac,locality,hcpcs,mod,setting";
const asked: BatchRow[] = [];
const answer = (row: BatchRow) => {
  asked.push(row);
  return { amount: `1.${row.hcpcs.slice(0, 2)}`, reason: "", release: "2025D" };
};
const answered = (text: string) => {
  asked.length = 0;
  return answeredTable("in.csv", text, answer).text;
};
const problem = (text: string) => {
  try {
    answered(text);
  } catch (error) {
    if (error instanceof UserProblem) return error.message;
    throw error;
  }
  return "fine";
};

describe("a table of questions", () => {
  it("gets three columns at its end; everything before them stays byte for byte", () => {
    const text = `${HEADINGS},note\r\n2025,2025-01-01,10112,00,99213,,nonfac,"=cmd|' /C calc'!A0"\r\n2025,2025-01-01,10112,00,90834,,fac,"said ""no"""\r\n`;
    expect(answered(text)).toBe(
      `${HEADINGS},note,amount,reason,release\r\n2025,2025-01-01,10112,00,99213,,nonfac,"=cmd|' /C calc'!A0",1.99,,2025D\r\n2025,2025-01-01,10112,00,90834,,fac,"said ""no""",1.90,,2025D\r\n`,
    );
  });

  it("is understood by its headings, in any order and with other words for them", () => {
    answered("Setting,CPT,Modifier,Claim,MAC,Locality,Date of Service\nfac,90837,26,C-1,10112,00,3/1/2025\n");
    expect(asked).toEqual([
      { year: "", dos_from: "3/1/2025", mac: "10112", locality: "00", hcpcs: "90837", mod: "26", setting: "fac" },
    ]);
  });

  it("keeps order and number of its rows, empty lines and a last line without an end", () => {
    const text = `${HEADINGS}\n2025,a,,,11111,,\n\n2025,b,,,22222,,`;
    expect(answered(text)).toBe(
      `${HEADINGS},amount,reason,release\n2025,a,,,11111,,,1.11,,2025D\n\n2025,b,,,22222,,,1.22,,2025D`,
    );
  });

  it("has short rows filled up, so that the answers stand under their headings", () => {
    expect(answered(`${HEADINGS},note\n2025,a,,,11111\n`).split("\n")[1]).toBe("2025,a,,,11111,,,,1.11,,2025D");
    expect(answered(`${HEADINGS}\n2025,a,,,11111,,,,\n`)).toBe(
      `${HEADINGS},,,amount,reason,release\n2025,a,,,11111,,,,,1.11,,2025D\n`,
    );
  });

  it("replaces an earlier answer at its end, so that answering twice is answering once", () => {
    const once = answered(`${HEADINGS}\n2025,"a,b",,,11111,,\n`);
    expect(answered(once)).toBe(once);
  });

  it("is read with tabs or semicolons as well", () => {
    const text = `${HEADINGS}\n2025,a,10112,00,11111,,fac\n`.replaceAll(",", "\t");
    expect(answered(text)).toContain("11111\t\tfac\t1.11\t\t2025D");
    expect(asked[0]?.mac).toBe("10112");
  });

  it("that lacks columns is refused with all of them named", () => {
    expect(problem("dos_from,mac,hcpcs\n")).toMatch(/lack locality, mod, setting. Found: dos_from, mac, hcpcs/);
    expect(problem("")).toMatch(/in.csv: there is nothing in this file/);
    expect(problem("\n ,,\n")).toMatch(/nothing/);
  });

  it("that has a column of its own named amount, or one column twice, is refused: neither can be told apart", () => {
    expect(problem(`amount,${HEADINGS}\n`)).toMatch(/column named amount already/);
    expect(problem(`${HEADINGS},mac\n`)).toMatch(/more than one column is named mac/);
  });

  it("gets words of ours that no spreadsheet takes for a formula", () => {
    const text = answeredTable("in.csv", `${HEADINGS}\n,,,,,,\n`, () => ({
      amount: "",
      reason: "-x",
      release: "@",
    })).text;
    expect(text).toContain(",'-x,'@");
  });

  it("keeps whatever stands in its rows, and answering an answer again changes nothing", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "0", "=", '"', ",", "\n", " ", "-"), maxLength: 5 });
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 9 }), { maxLength: 6 });
    const field = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    fc.assert(
      fc.property(rows, fc.constantFrom("\n", "\r\n"), (cells, end) => {
        const text = [HEADINGS, ...cells.map((row) => row.map(field).join(","))].join(end) + end;
        const said = answeredTable("in.csv", text, () => ({ amount: "NA", reason: 'a "b", c', release: "" })).text;
        const before = [...separatedRecords(text, ",")];
        const after = [...separatedRecords(said, ",")];
        expect(after.length).toBe(before.length);
        for (const [at, { raw, fields }] of before.entries()) {
          expect(after[at]?.raw.startsWith(raw)).toBe(true);
          expect(after[at]?.fields.slice(0, fields.length)).toEqual(fields);
          if (at > 0 && raw.trim() !== "") expect(after[at]?.fields.slice(-3)).toEqual(["NA", 'a "b", c', ""]);
        }
        const again = answeredTable("in.csv", said, () => ({ amount: "NA", reason: 'a "b", c', release: "" })).text;
        expect(again).toBe(said);
      }),
    );
  });
});
