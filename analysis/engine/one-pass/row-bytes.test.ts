import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { plainDay, plainNumber } from "./cell-bytes.ts";
import { eachRow, NotPlain } from "./row-bytes.ts";
import { TextCodes } from "./text-codes.ts";

const folder = mkdtempSync(join(tmpdir(), "sca-rows-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function rowsOf(text: string, delimiter: "," | ";" = ","): string[][] {
  const path = join(folder, "rows.csv");
  writeFileSync(path, text);
  const rows: string[][] = [];
  eachRow({ path, found: [], headings: [], delimiter, newLine: "\n" }, (row) => rows.push(row.texts()));
  return rows;
}

const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom("", "Doe, Ana", 'the "desk"', "two\nlines", "Cafe\u0301", "\u65e5\u672c", "90837"),
);
const quotedCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

describe("rows of a text file read as bytes", () => {
  it("are what was written, whatever the cells hold and however lines end", () => {
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { maxLength: 8 });
    fc.assert(
      fc.property(table, fc.constantFrom("\n", "\r\n"), fc.boolean(), (records, end, endsWithLine) => {
        const text = [["a", "b"], ...records].map((record) => record.map(quotedCell).join(",")).join(end);
        expect(rowsOf(endsWithLine ? text + end : text)).toEqual(records);
      }),
    );
  });

  it("are the same across the pieces that a large file is read in, also a row longer than a piece", () => {
    const records = Array.from({ length: 30_000 }, (_, at) => [
      `SCA-${at}`,
      at % 7 === 0 ? `"Doe, ${at}"` : "",
      "1250.5",
    ]);
    records.push(["SCA-long", "x".repeat(600_000), "1"]);
    const rows = rowsOf(`a,b,c\n${records.map((record) => record.join(",")).join("\n")}`);
    expect(rows.length).toBe(records.length);
    expect(rows[29_995]).toEqual(["SCA-29995", "Doe, 29995", "1250.5"]);
    expect(rows[30_000]?.[1]?.length).toBe(600_000);
  });

  it("begin behind the headings and a mark of UTF-8, and leave out empty lines", () => {
    expect(rowsOf("\ufeffa;b\r\n1;2\r\n\r\n3;\r\n", ";")).toEqual([
      ["1", "2"],
      ["3", ""],
    ]);
  });

  it.each([
    ["a quotation mark that is left open", 'a,b\n1,"2\n3,4\n'],
    ["text behind a quotation mark", 'a,b\n1,"2" or 3\n'],
    ["a row without end", `a,b\n1,"${"x".repeat(3_000_000)}`],
  ])("are not read on from %s", (_, text) => {
    expect(() => rowsOf(text)).toThrow(NotPlain);
  });
});

describe("cells read as bytes", () => {
  function readEach(texts: readonly string[]): { number: number; day: number }[] {
    const path = join(folder, "cells.csv");
    writeFileSync(path, `a,b\n${texts.map((text) => `,${text}\n`).join("")}`);
    const found: { number: number; day: number }[] = [];
    eachRow({ path, found: [], headings: [], delimiter: ",", newLine: "\n" }, (row) => {
      row.cell(1);
      found.push({ number: plainNumber(row), day: plainDay(row) });
    });
    return found;
  }

  it("are the very numbers that their texts are read as", () => {
    const written = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: 0, max: 1e15 }).map(String),
      fc.tuple(fc.nat(99_999), fc.nat(999_999)).map(([whole, part]) => `${whole}.${part}`),
      fc.tuple(fc.nat(), fc.nat(), fc.nat()).map(([one, two, three]) => `${one}${two}.${three}${one}`),
      fc.constantFrom("1.4358974358974359", "0.6666666666666666", "9007199254740993", "12.", ".5", "007"),
    );
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 40 }), (texts) => {
        const plain = texts.filter((text) => !text.includes("e"));
        expect(readEach(plain).map(({ number }) => number)).toEqual(plain.map(Number));
      }),
    );
  });

  it("are no numbers where anything but digits and a point stands", () => {
    const texts = ["-1", "+1", "1e3", "$5", "1.2.3", ".", "12 ", "1_000", "0x10"];
    expect(readEach(texts).map(({ number }) => number)).toEqual(texts.map(() => Number.NaN));
  });

  it.each([
    ["2026-03-02", 20260302],
    ["2024-02-29", 20240229],
    ["3/2/2026", 20260302],
    ["03/02/2026", 20260302],
    ["12/31/2099", 20991231],
    ["2/29/2024", 20240229],
    ["2026-02-29", 0],
    ["2026-13-01", 0],
    ["1999-12-31", 0],
    ["2100-01-01", 0],
    ["2026-3-02x", 0],
    ["2/30/2026", 0],
    ["13/1/2026", 0],
    ["3/2/26", 0],
    ["/2/2026", 0],
    ["3//2026", 0],
    ["3/123/2026", 0],
    ["1/2/3/2026", 0],
  ])("are days where the calendar has them: %s", (text, day) => {
    expect(readEach([text]).map((found) => found.day)).toEqual([day]);
  });
});

describe("texts under numbers", () => {
  it("have one number each, without regard to capitals where it is told so", () => {
    const text = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom("SCA-1", "sca-1", "\u00c9a", "\u00e9A", "Sca-2"),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3000 }), fc.boolean(), (texts, foldsCase) => {
        const codes = new TextCodes({ foldsCase });
        const known = new Map<string, number>();
        for (const one of texts) {
          const key = foldsCase ? one.toLowerCase() : one;
          const code = known.get(key) ?? known.size + 1;
          known.set(key, code);
          expect(codes.codeOfText(one)).toBe(code);
        }
        for (const [key, code] of known) {
          const kept = codes.textOf(code);
          expect(foldsCase ? kept.toLowerCase() : kept).toBe(key);
        }
      }),
    );
  });
});
