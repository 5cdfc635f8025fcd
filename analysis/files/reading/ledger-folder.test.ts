import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readLedgerFolder } from "./ledger-folder.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sca-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const CASES = "Case id,Payer,Outcome,Decided,Agreed rate\n007,Café Health,Approved,1/9/2026,150.5\n";
const read = async (files: Readonly<Record<string, string | Uint8Array>>) => {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return readLedgerFolder(folder);
};
const rowsOf = async (text: string | Uint8Array) => (await read({ "Cases.csv": text })).tables.get("Cases")?.rows;
const ROW = ["007", "Café Health", "Approved", { day: "2026-01-09" }, 150.5];

describe("a folder with the ledger's tables as text", () => {
  it.each([
    ["a byte order mark", `\ufeff${CASES}`],
    ["Windows' own letters", Buffer.from(CASES, "latin1")],
    ["UTF-16", Buffer.from(`\ufeff${CASES}`, "utf16le")],
    ["semicolons", CASES.replaceAll(",", ";")],
    ["tabs", CASES.replaceAll(",", "\t")],
    ["a first line that names the semicolon", `sep=;\n${CASES.replaceAll(",", ";")}`],
    ["line ends of an old Macintosh", CASES.replaceAll("\n", "\r")],
    ["headings in capitals", CASES.replace(/^.*/, (line) => line.toUpperCase())],
  ])("is read alike with %s", async (_, content) => {
    expect(await rowsOf(content)).toEqual([ROW]);
  });

  it("takes amounts as Excel saves what its cells show, and leaves other writings to be told", async () => {
    const amounts = ['"$1,200.50"', "($40.00)", "-$3", "$.50x", '"1,20"', "€150", "1.42×"];
    const rows = await rowsOf(`Case id,Agreed rate\n${amounts.map((amount, at) => `${at},${amount}`).join("\n")}\n`);
    expect(rows?.map(([, amount]) => amount)).toEqual([1200.5, -40, -3, "$.50x", "1,20", "€150", 1.42]);
  });

  it("leaves out a row that a bare comma made longer than the headings, and names it", async () => {
    const content = await read({ "Cases.csv": `${CASES}008,Aetna,Denied,1/9/2026,$1,200\n` });
    expect(content.tables.get("Cases")).toMatchObject({
      rows: [ROW],
      flaws: [{ kind: "too-many-cells", found: "008, Aetna, Denied, 1/9/2026, $1, 200" }],
    });
  });

  it("knows a file by its sheet's name too, and tells the files that are no table", async () => {
    const content = await read({
      "Cases.csv": CASES,
      "Service lines.csv": "Line id,Case id\nL,007\n",
      "old.csv": "a\n",
    });
    expect(content.tables.get("ServiceLines")?.rows).toEqual([["L", "007"]]);
    expect(content.strangers).toEqual(["old.csv"]);
  });

  it("says which file is no text, and that Cases is not there", async () => {
    await expect(read({ "Claims.csv": CASES })).rejects.toThrow("there is no Cases.csv in this folder");
    await expect(read({ "Cases.csv": new Uint8Array([1, 2, 0, 3, 1, 2, 0, 3]) })).rejects.toThrow("Cases.csv: This is");
  });
});
