import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvText } from "./csv-text.ts";

/** RFC 4180, character by character: quotes are doubled within quotes, records end in CRLF. */
function read(text: string): string[][] {
  const records: string[][] = [[""]];
  let quoted = false;
  for (let at = text.startsWith("\ufeff") ? 1 : 0; at < text.length; at += 1) {
    const record = records.at(-1) ?? [];
    const letter = text[at] ?? "";
    if (letter === '"' && quoted && text[at + 1] === '"') {
      record.push(`${record.pop()}"`);
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (letter === "," && !quoted) record.push("");
    else if (letter === "\r" && !quoted && text[at + 1] === "\n") {
      records.push([""]);
      at += 1;
    } else record.push(`${record.pop()}${letter}`);
  }
  return records.slice(0, -1);
}

describe("a table as CSV", () => {
  it("is blank where nothing is known, and never 0", () => {
    expect(csvText(["payer", "rate", "n"], [["Aetna", null, 0]])).toBe("\ufeffpayer,rate,n\r\nAetna,,0\r\n");
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", '=HYPERLINK("http://x.example","a")'])(
    "lets no spreadsheet take %j for a formula",
    (text) => {
      const [, row = []] = read(csvText(["owner"], [[text]]));
      expect(row[0]?.startsWith("'")).toBe(true);
      expect(row[0]?.slice(1)).toBe(text);
    },
  );

  it("keeps numbers numbers, also below 0, and writes none that are not finite", () => {
    expect(csvText(["a", "b", "c"], [[-45.5, 0.1, Number.NaN]])).toBe("\ufeffa,b,c\r\n-45.5,0.1,\r\n");
  });

  it("comes back cell by cell, whatever the names hold", () => {
    const name = fc.string({ unit: fc.constantFrom(...'aé,";|\n 0x=-'.split("")), minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { minLength: 1, maxLength: 5 }), (rows) => {
        const [headings, ...back] = read(csvText(["one", "two"], rows));
        expect(headings).toEqual(["one", "two"]);
        expect(back.map((row) => row.map((cell) => cell.replace(/^'/, "")))).toEqual(
          rows.map((row) => row.map((cell) => cell.replace(/^'/, ""))),
        );
      }),
    );
  });

  it("has its headings where there is no row", () => {
    expect(csvText(["payer", "rate"], [])).toBe("\ufeffpayer,rate\r\n");
  });
});
