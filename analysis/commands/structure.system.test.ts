import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/**
 * The manager's whole story with real programs: the ledger is edited by another spreadsheet library and by LibreOffice,
 * and structured again. What is not installed is skipped.
 */
const ROOT = resolve(import.meta.dirname, "..", "..");
const PYTHON = "/usr/bin/python3";
const has = (program: string, ...line: string[]) => spawnSync(program, line).status === 0;
const hasOpenpyxl = existsSync(PYTHON) && has(PYTHON, "-c", "import openpyxl");
const hasOffice = has("soffice", "--version");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sca story "));
  cpSync(join(ROOT, "data-samples", "recovery-center.xlsx"), join(folder, "log.xlsx"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function sca(...line: string[]): string {
  const cli = join(ROOT, "analysis", "cli.ts");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", cli, ...line, "--as-of", "2026-03-16"],
    {
      cwd: ROOT,
      encoding: "utf8",
    },
  );
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout;
}

function python(script: string, ...line: string[]): string {
  const file = join(folder, "script.py");
  writeFileSync(file, script);
  const { status, stdout, stderr } = spawnSync(PYTHON, ["-W", "ignore", file, ...line], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  expect(status, stderr).toBe(0);
  return stdout;
}

/** Prints each table of a workbook as its rows, and its sheets in order. */
const SHOW = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
tables = {}
for sheet in book:
    for table in sheet.tables.values():
        rows = [[cell.value for cell in row] for row in sheet[table.ref]]
        tables[table.displayName] = [dict(zip(rows[0], row)) for row in rows[1:]]
print(json.dumps({"sheets": book.sheetnames, "tables": tables}, default=str))
`;

/** Answers the question about one cell, and types an owner, a note and an extra row. */
const EDIT = `
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
def table_of(name):
    for sheet in book:
        if name in sheet.tables:
            area = sheet[sheet.tables[name].ref]
            return [cell.value for cell in area[0]], area[1:]
headings, rows = table_of("Review")
for row in rows:
    if row[headings.index("Found")].value == sys.argv[2]:
        row[headings.index("Answer")].value = sys.argv[3]
headings, rows = table_of("Cases")
rows[0][headings.index("Owner")].value = "Denise"
book.save(sys.argv[1])
`;

interface Shown {
  readonly sheets: readonly string[];
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

const show = (file: string): Shown => JSON.parse(python(SHOW, file));
const found = (row: Readonly<Record<string, unknown>>) => row["Found"];
const isOpen = (row: Readonly<Record<string, unknown>>) => row["Status"] === "Open";

describe.skipIf(!hasOpenpyxl)("the manager's story", () => {
  const ledger = () => join(folder, "log.ledger.xlsx");

  it("starts with her sheets first and the ledger's behind them", () => {
    sca("structure", join(folder, "log.xlsx"));
    const { sheets, tables } = show(ledger());
    expect(sheets.slice(0, 3)).toEqual(["SCA Log", "2025 closed", "Contacts"]);
    expect(sheets).toEqual(expect.arrayContaining(["Start", "Review", "Cases", "Payers", "Settings"]));
    expect(tables["Cases"]?.length).toBe(51);
    expect(tables["Review"]?.filter(isOpen).map(found)).toEqual(expect.arrayContaining(["2/30/26"]));
  });

  it("goes on: an answer in Review is applied, her edit stays, nothing is there twice", () => {
    const before = show(ledger());
    python(EDIT, ledger(), "2/30/26", "2026-02-28");
    sca("structure", ledger());
    const after = show(ledger());
    expect(after.sheets).toEqual(before.sheets);
    expect(after.tables["Review"]?.filter(isOpen).map(found)).not.toContain("2/30/26");
    expect(after.tables["Cases"]?.map((row) => row["Case id"])).toEqual(
      before.tables["Cases"]?.map((row) => row["Case id"]),
    );
    expect(after.tables["Cases"]?.[0]?.["Owner"]).toBe("Denise");
    const ends = after.tables["AuthorizationPeriods"]?.map((row) => String(row["Last covered day"]).slice(0, 10));
    expect(ends).toContain("2026-02-28");
  });

  it("goes on from the tracker too, with the answer and the edit", () => {
    sca("structure", join(folder, "log.xlsx"));
    const after = show(ledger());
    expect(after.tables["Review"]?.filter(isOpen).map(found)).not.toContain("2/30/26");
    expect(after.tables["Cases"]?.[0]?.["Owner"]).toBe("Denise");
  });

  it.skipIf(!hasOffice)("survives a save in LibreOffice", () => {
    const before = show(ledger());
    const home = `-env:UserInstallation=file://${join(folder, "office").replaceAll(" ", "%20")}`;
    const saved = spawnSync("soffice", [
      home,
      "--headless",
      "--convert-to",
      "xlsx",
      "--outdir",
      join(folder, "saved"),
      ledger(),
    ]);
    expect(saved.status).toBe(0);
    const copy = join(folder, "saved", "log.ledger.xlsx");
    sca("structure", copy);
    const after = show(copy);
    expect(after.sheets).toEqual(before.sheets);
    expect(after.tables["Cases"]?.map((row) => row["Case id"])).toEqual(
      before.tables["Cases"]?.map((row) => row["Case id"]),
    );
    expect(after.tables["Cases"]?.[0]?.["Owner"]).toBe("Denise");
    expect(after.tables["Review"]?.filter(isOpen).length).toBe(before.tables["Review"]?.filter(isOpen).length);
  });

  it("never touched her tracker", () => {
    const sample = readFileSync(join(ROOT, "data-samples", "recovery-center.xlsx"));
    expect(readFileSync(join(folder, "log.xlsx")).equals(sample)).toBe(true);
  });
});
