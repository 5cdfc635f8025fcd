import { utils, write } from "@e965/xlsx";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { UserProblem } from "../../user-problem.ts";
import { readTracker, trackerFromBytes } from "./read-tracker.ts";
import { ReadingBudget } from "./reading-budget.ts";
import { sheetData, type TinyParts, tinyWorkbook } from "./tiny-workbook.ts";

function refusal(bytes: Uint8Array, name = "tracker.xlsx"): UserProblem {
  try {
    trackerFromBytes(bytes, name);
  } catch (error) {
    if (error instanceof UserProblem) return error;
    throw error;
  }
  throw new Error("the file was read");
}

const DATA = sheetData('<row r="1"><c r="A1" t="s"><v>0</v></c></row>');
const small = (parts: Omit<TinyParts, "sheets">) => tinyWorkbook({ sheets: { Cases: DATA }, ...parts });

describe("a file that is no tracker", () => {
  it("is named for what it is, with what is accepted and that nothing was changed", () => {
    const { code, message } = refusal(
      Buffer.from("<html><body><table><tr><td>Patient</td></tr></table></body></html>"),
      "list.xls",
    );
    expect(code).toBe("not-a-tracker");
    expect(message).toMatch(/^list\.xls: This is a web page .*\.xlsx.* Nothing was changed\.$/);
  });

  it.each([
    ["a PDF document", Buffer.from("%PDF-1.7 …")],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
    [
      "an XML spreadsheet of Excel 2003",
      Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ],
    ["a Word document", zipSync({ "word/document.xml": strToU8("<document/>") })],
    ["an OpenDocument file", zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet") })],
    ["an Apple Numbers file", zipSync({ "Index/Document.iwa": strToU8("x") })],
    ["a zip archive without a workbook", zipSync({ "tracker.csv": strToU8("a,b") })],
    ["neither a workbook nor a text file", Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 251)],
  ])("is %s", (found, bytes) => {
    const { code, message } = refusal(bytes);
    expect(code).toBe("not-a-tracker");
    expect(message).toContain(`This is ${found}`);
  });

  it("is empty, missing, or a folder", async () => {
    expect(refusal(new Uint8Array()).code).toBe("empty");
    await expect(readTracker("no-such-tracker.xlsx")).rejects.toMatchObject({ name: "UserProblem", code: "no-file" });
    await expect(readTracker(import.meta.dirname)).rejects.toMatchObject({ name: "UserProblem", code: "no-file" });
  });
});

describe("a damaged or dangerous workbook is refused", () => {
  it("when it is protected by a password", () => {
    const container = Buffer.alloc(2048);
    container.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    container.write("EncryptedPackage", 1024, "utf16le");
    expect(refusal(container).code).toBe("encrypted");
  });

  it("when a part declares entities", () => {
    const laughs = '<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>';
    expect(refusal(small({ parts: { "xl/sharedStrings.xml": laughs } })).code).toBe("xml-doctype");
  });

  it("when a part is not well formed, breaks off, or is nested without end", () => {
    for (const strings of ["<si><t>open</si>", "<si><t>&nope;</t></si>", "<a>".repeat(5000) + "</a>".repeat(5000)]) {
      expect(refusal(small({ strings })).code).toBe("xml-damaged");
    }
  });

  it("when a cell or row lies outside every sheet", () => {
    for (const row of [
      '<row r="0"><c r="A0"/></row>',
      '<row r="1048577"/>',
      '<row r="1"><c r="XFE1"/></row>',
      '<row r="x"/>',
    ]) {
      expect(refusal(tinyWorkbook({ sheets: { Cases: sheetData(row) } })).code).toBe("xml-damaged");
    }
  });

  it("when it lists no sheet, or one whose part is missing", () => {
    expect(refusal(tinyWorkbook({})).code).toBe("no-sheets");
    expect(refusal(small({ parts: { "xl/worksheets/sheet1.xml": null } })).code).toBe("part-missing");
  });

  it("when it holds more cells than any tracker", () => {
    const budget = new ReadingBudget();
    const fill = () => {
      for (let cell = 0; cell <= 5_000_000; cell++) budget.keepCell();
    };
    expect(fill).toThrow(expect.objectContaining({ code: "too-large", message: expect.stringContaining("5 million") }));
  });

  it("but one filled cell in the last corner is read at once", () => {
    const corner = sheetData('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');
    const [grid] = trackerFromBytes(tinyWorkbook({ sheets: { Cases: corner } }), "t.xlsx").grids;
    expect(grid?.rows).toEqual([
      {
        row: 1_048_576,
        hidden: false,
        cells: [{ row: 1_048_576, column: 16_384, kind: "number", text: "1", number: 1 }],
      },
    ]);
  });
});

function older(bookType: "xls" | "xlsb"): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ["Patient", "Rate"],
      ["Ruiz", 140],
      ["Park", true],
    ]),
    "Cases",
  );
  return new Uint8Array(write(book, { type: "array", bookType }) as ArrayBuffer);
}

describe("a workbook of an older kind", () => {
  it.each(["xls", "xlsb"] as const)("is read from .%s, whatever its name says", (kind) => {
    const [grid] = trackerFromBytes(older(kind), "tracker.xlsx").grids;
    expect(grid?.sheet).toBe("Cases");
    expect(grid?.rows.map((row) => row.cells.map((cell) => [cell.kind, cell.text]))).toEqual([
      [
        ["text", "Patient"],
        ["text", "Rate"],
      ],
      [
        ["text", "Ruiz"],
        ["number", "140"],
      ],
      [
        ["text", "Park"],
        ["boolean", "TRUE"],
      ],
    ]);
  });
});

describe("whatever the bytes are", () => {
  const valid = tinyWorkbook({
    sheets: { Cases: `${DATA}<mergeCells><mergeCell ref="A1:B2"/></mergeCells>` },
    strings: "<si><t>Aetna</t></si>",
    styles: '<fonts><font/></fonts><fills><fill/></fills><cellXfs><xf numFmtId="14"/></cellXfs>',
  });
  const seeds = [valid, Buffer.from('a;b\n"1;2";="003"\n')];
  const answers = (bytes: Uint8Array) => {
    try {
      expect(Array.isArray(trackerFromBytes(bytes, "t.xlsx").grids)).toBe(true);
    } catch (error) {
      expect(error).toBeInstanceOf(UserProblem);
    }
  };

  it("the answer is a tracker or a problem in words", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom("", "PK\u0003\u0004", "\u00d0\u00cf\u0011\u00e0"),
        (bytes, start) => {
          answers(Buffer.concat([Buffer.from(start, "latin1"), bytes]));
        },
      ),
    );
  });

  const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { maxLength: 6 });
  const damage = (seed: Uint8Array, at: number, cut: boolean, changes: readonly (readonly [number, number])[]) => {
    const bytes = Uint8Array.from(cut ? seed.subarray(0, at % seed.length) : seed);
    for (const [place, change] of changes) {
      if (bytes.length > 0) bytes[place % bytes.length] = (bytes[place % bytes.length] ?? 0) ^ change;
    }
    return bytes;
  };

  it("a cut or a few flipped bits are no reason to crash", () => {
    fc.assert(
      fc.property(fc.constantFrom(...seeds), fc.nat(), fc.boolean(), flips, (seed, at, cut, changes) => {
        answers(damage(seed, at, cut, changes));
      }),
      { numRuns: 200 },
    );
  });

  it("nor are they in an older workbook, which is read in a thread that may be stopped", () => {
    const old = fc.constantFrom(older("xls"), older("xlsb"));
    fc.assert(
      fc.property(old, fc.nat(), fc.boolean(), flips, (seed, at, cut, changes) => {
        answers(damage(seed, at, cut, changes));
      }),
      { numRuns: 12, seed: 7 },
    );
  }, 60_000);

  it("garbled XML inside a sound package is no reason to crash", () => {
    const pieces = fc.constantFrom(
      "<row>",
      "</row>",
      '<row r="2">',
      "<c>",
      '<c r="B2" t="s" s="9">',
      "</c>",
      "<v>",
      "7",
      "</v>",
      "<f>",
      "</f>",
      "<is><t>",
      "</t></is>",
      '<mergeCell ref="A1:ZZ9"/>',
      "&lt;",
      '<c r="" s="-1"/>',
      "x",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        answers(tinyWorkbook({ sheets: { Cases: `<sheetData>${parts.join("")}</sheetData>` } }));
      }),
      { numRuns: 150 },
    );
  });
});
