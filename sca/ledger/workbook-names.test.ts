import { describe, expect, it } from "vitest";
import { MEANINGS } from "../tracker/headings/meaning.ts";
import { LEDGER_TABLES } from "./ledger-tables.ts";
import { cellOf, contentOf, day, madeUpCase, understood } from "./made-up-cases.ts";
import { meaningWords } from "./meaning-words.ts";
import { planLedger } from "./plan-ledger.ts";
import { workbookNames } from "./workbook-names.ts";

const AS_OF = day("2026-03-11");

describe("the ledger's names in a workbook that has such names already", () => {
  it("get SCA in front, in formulas too, and headings stay", () => {
    const names = workbookNames(["cases", "asof"], undefined);
    expect(names.sheet("Cases")).toBe("SCA Cases");
    expect(names.sheet("Payers")).toBe("Payers");
    expect(names.formula('IF(Cases[[#This Row],[Cases]]="Cases",AsOf,AsOfSet)+COUNTIFS(Cases[Case id],1)')).toBe(
      'IF(SCA_Cases[[#This Row],[Cases]]="Cases",SCA_AsOf,AsOfSet)+COUNTIFS(SCA_Cases[Case id],1)',
    );
  });

  it("are found again, and kept when the user's own are gone", () => {
    const cases = [madeUpCase()];
    const first = planLedger(understood(cases), { asOf: AS_OF, takenNames: ["Cases", "Payers", "ReauthLeadDays"] });
    expect(first.sheets.flatMap((sheet) => sheet.tables).map((table) => table.name)).toContain("SCA_Cases");
    const second = planLedger(understood(cases), {
      asOf: AS_OF,
      previous: contentOf(first),
      takenNames: ["Cases", "Payers"],
    });
    expect(second).toEqual(first);
    const third = planLedger(understood(cases), { asOf: AS_OF, previous: contentOf(first) });
    expect(third.sheets.flatMap((sheet) => sheet.tables).map((table) => table.name)).toContain("SCA_Cases");
    expect(cellOf(third, "SCA_Cases", "Ana Ruiz", "Case id")).toBe(cellOf(first, "SCA_Cases", "Ana Ruiz", "Case id"));
  });

  it("leave the user's own table of that name alone when reading back", () => {
    const first = contentOf(planLedger(understood([madeUpCase()]), { asOf: AS_OF, takenNames: ["Payers"] }));
    const own = { name: "Payers", sheet: "Mine", headings: ["Payer"], rows: [["Somebody"]] };
    const second = planLedger(understood([madeUpCase()]), {
      asOf: AS_OF,
      takenNames: ["Payers"],
      previous: { ...first, tables: new Map([...first.tables, ["Payers", own]]) },
    });
    expect(cellOf(second, "SCA_Payers", "Somebody", "Payer")).toBeUndefined();
  });
});

describe("the declared tables", () => {
  it("have headings that formulas can name, each once, and a word on each column", () => {
    for (const table of LEDGER_TABLES) {
      const headings = table.columns.map((column) => column.heading);
      expect(new Set(headings.map((heading) => heading.toLowerCase())).size).toBe(headings.length);
      for (const { heading, about } of table.columns) {
        expect(heading).toMatch(/^[A-Za-z$][A-Za-z $-]*$/);
        expect(about.length).toBeGreaterThan(5);
      }
    }
  });

  it("use no function that Excel 2016 or LibreOffice 7.4 lacks, none that is volatile, and formulas of a length Excel takes", () => {
    const formulas = LEDGER_TABLES.flatMap((table) => table.columns.map((column) => column.formula ?? ""));
    const known =
      "IF IFERROR AND OR NOT ISNUMBER N MIN MAX COUNT COUNTIFS SUMIFS AVERAGEIFS SUMPRODUCT INDEX MATCH WORKDAY NETWORKDAYS ROUND ROUNDUP LEN SUBSTITUTE LOWER MID SEARCH ROW HYPERLINK LOOKUP";
    for (const formula of formulas) {
      expect(formula.length).toBeLessThan(8000);
      const words = formula.replace(/"[^"]*"/g, "").replace(/\[[^\]]*\]/g, "");
      for (const [, name] of words.matchAll(/([A-Z][A-Z0-9.]*)\(/g)) expect(known.split(" ")).toContain(name);
    }
  });
});

describe("what a heading was read as", () => {
  it("is said in words, whatever it is", () => {
    expect(meaningWords("unitsAuthorized + unitsUsed")).toBe("Units authorized + Units used");
    expect(meaningWords(null)).toBe("Notes");
    for (const meaning of MEANINGS)
      expect(meaningWords(meaning), meaning).toMatch(/^[A-Z][a-z']*(?:[ ,()]+[a-z']+)*\)?$/);
  });
});
