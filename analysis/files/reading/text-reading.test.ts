import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { delimitedRecords } from "./delimited-records.ts";
import { trackerFromBytes } from "./read-tracker.ts";
import { decodeText } from "./text-encoding.ts";

function utf16(text: string, mark: boolean, bigEndian = false): Uint8Array {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
}

describe("the encoding of a text tracker", () => {
  const text = "Zoë Z.;Régine;“verbal” – no letter\n".repeat(5);

  it("is UTF-8 or UTF-16, with a byte order mark or without", () => {
    expect(decodeText(Buffer.from(text))).toBe(text);
    expect(decodeText(Buffer.from(`\ufeff${text}`))).toBe(text);
    for (const mark of [true, false]) {
      for (const bigEndian of [true, false]) expect(decodeText(utf16(text, mark, bigEndian))).toBe(text);
    }
  });

  it("is Windows-1252 where it is no UTF-8, dashes and curly quotes too", () => {
    expect(decodeText(Buffer.from("GAGN\xc9 \x96 rec\x92d \x93yes\x94 \x80", "latin1"))).toBe("GAGNÉ – rec’d “yes” €");
  });

  it("is read byte by byte where two encodings were pasted together", () => {
    const mixed = Buffer.concat([Buffer.from("Zoë, Régine, Muñoz, "), Buffer.from("Ren\xe9e", "latin1")]);
    expect(decodeText(mixed)).toBe("Zoë, Régine, Muñoz, Renée");
  });

  it("is an old Macintosh's where Windows-1252 would put capitals into words", () => {
    expect(decodeText(Buffer.from("plan won\xd5t, they\xd5ll call, rec\xd5d", "latin1"))).toBe(
      "plan won’t, they’ll call, rec’d",
    );
  });
});

describe("the records of a text tracker", () => {
  it("are split at comma, semicolon, tab or pipe, whichever makes an even table", () => {
    const rows = [
      ["Patient", "Payer", "Notes"],
      ["Ruiz", "Aetna", "asked 140, 135 offered; none, yet"],
      ["Park", "Cigna", "denied; appeal, then a call, then nothing"],
    ];
    for (const delimiter of [",", ";", "\t", "|"]) {
      expect(delimitedRecords(Papa.unparse(rows, { delimiter }))).toEqual(rows);
    }
  });

  it("are one column each where the text is prose", () => {
    const diary = "Jan 5, sent SCA for Ruiz, Aetna\nJan 9: called, no answer; try Monday\nFeb 2, approved\nletter came";
    expect(delimitedRecords(diary).map((record) => record.length)).toEqual([1, 1, 1, 1]);
  });

  it("keep titles, blank records and line breaks in quotes", () => {
    expect(delimitedRecords('SCA list\r\n\r\nA;B;C\r\n"two\r\nlines";2;3\r\n')).toEqual([
      ["SCA list"],
      [""],
      ["A", "B", "C"],
      ["two\nlines", "2", "3"],
      [""],
    ]);
  });

  it("survive a quote that belongs to the text", () => {
    expect(delimitedRecords('a,b,c\n"Bob" Smith,"x, y",1\n5" pad,"",2\n"open,3,4\nz,y,x')).toEqual([
      ["a", "b", "c"],
      ['"Bob" Smith', "x, y", "1"],
      ['5" pad', "", "2"],
      ['"open', "3", "4"],
      ["z", "y", "x"],
    ]);
  });

  it("keep a name with a comma together where every record has one and the headings do not", () => {
    const lines = ["id,client,born", ...Array.from({ length: 40 }, (_, at) => `${at},"Ashgrove, Ann",1990-01-02`)];
    expect(delimitedRecords(lines.join("\n"))[1]).toEqual(["0", "Ashgrove, Ann", "1990-01-02"]);
  });

  it("take a lone quote between pipes as a ditto mark", () => {
    expect(delimitedRecords('a|b|c|d\n1|2|3|4\n"|"|"|5\n1|2|"|4')[2]).toEqual(['"', '"', '"', "5"]);
  });

  it("are those that were written, for any fields", () => {
    const field = fc.string({
      unit: fc.constantFrom("a", "7", '"', ",", ";", "|", "\t", "\n", " ", "é"),
      maxLength: 8,
    });
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((columns) =>
        fc.array(fc.array(field, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
      );
    fc.assert(
      fc.property(table, fc.constantFrom(",", ";", "\t", "|"), (rows, delimiter) => {
        const header = rows[0]?.map((_, at) => `H${at}`) ?? [];
        const all = [header, ...Array.from({ length: 30 }, () => header), ...rows];
        const text = Papa.unparse(all, { delimiter, quotes: true, newline: "\n" });
        expect(delimitedRecords(text)).toEqual(all);
      }),
    );
  });
});

describe("a text tracker", () => {
  it("counts every record, keeps leading zeros and unwraps what was wrapped for Excel", () => {
    const text = 'Patient,Member ID,Auth\n\nRuiz,="00123","=""0047"""\n  ,0456, 7 \n';
    const { file, grids } = trackerFromBytes(Buffer.from(text), "folder/list.csv");
    expect([file, grids[0]?.sheet]).toEqual(["list.csv", null]);
    expect(grids[0]?.rows.slice(1)).toEqual([
      {
        row: 3,
        hidden: false,
        cells: [
          { row: 3, column: 1, kind: "text", text: "Ruiz" },
          { row: 3, column: 2, kind: "text", text: "00123", formula: '"00123"' },
          { row: 3, column: 3, kind: "text", text: "0047", formula: '"0047"' },
        ],
      },
      {
        row: 4,
        hidden: false,
        cells: [
          { row: 4, column: 2, kind: "text", text: "0456" },
          { row: 4, column: 3, kind: "text", text: " 7 " },
        ],
      },
    ]);
  });

  it("is read as text whatever its ending says", () => {
    expect(trackerFromBytes(Buffer.from("a,b\n1,2"), "tracker.xlsx").grids[0]?.rows).toHaveLength(2);
  });
});
