import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { separatedRecords } from "./separated-records.ts";

const fieldsOf = (text: string, separator = ",") => [...separatedRecords(text, separator)].map(({ fields }) => fields);
const written = (text: string) => [...separatedRecords(text, ",")].map(({ raw, end }) => `${raw}${end}`);

describe("records of a delimited file", () => {
  it("reads quotes, doubled quotes, separators and line ends inside quotes", () => {
    expect(fieldsOf('a,"b,c","say ""hi"""\r\n1,"two\r\nlines",\r\n')).toEqual([
      ["a", "b,c", 'say "hi"'],
      ["1", "two\r\nlines", ""],
    ]);
  });

  it("takes a quote that never closes as text, so that the rest of the file is not swallowed", () => {
    expect(fieldsOf('a,"b\nc,d\n')).toEqual([
      ["a", '"b'],
      ["c", "d"],
    ]);
    expect(fieldsOf('5" pipe,x\n')).toEqual([['5" pipe', "x"]]);
  });

  it("keeps empty lines, and counts no record behind the last line's end", () => {
    expect(fieldsOf("a,b\n\nc,d\n")).toEqual([["a", "b"], [""], ["c", "d"]]);
    expect(fieldsOf("")).toEqual([]);
    expect(fieldsOf("a,b\rc,d\r")).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  it("gives every byte back, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r\n", " ", ";"), maxLength: 40 }),
        (text) => {
          expect(written(text).join("")).toBe(text);
        },
      ),
    );
  });

  it("reads back what is written by the rules of RFC 4180", () => {
    const field = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r\n", " ", "0"), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n");
        expect(fieldsOf(text)).toEqual(rows);
      }),
    );
  });
});
