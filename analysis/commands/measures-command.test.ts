import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommandLine } from "./command-line.ts";

const SAMPLE = readFileSync(join(import.meta.dirname, "..", "..", "data-samples", "infusion-center.csv"));

let folder = "";
let said: string[] = [];
let warned: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sca-measures-"));
  said = [];
  warned = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const terminal = {
  say: (line: string) => void said.push(line),
  warn: (line: string) => void warned.push(line),
  progress: () => undefined,
};
const sca = (...line: string[]) => runCommandLine(line, terminal);

async function sampleLedger(): Promise<string> {
  const tracker = join(folder, "log.csv");
  writeFileSync(tracker, SAMPLE);
  await sca("structure", tracker, "--as-of", "2026-03-16");
  said = [];
  return join(folder, "log.ledger.xlsx");
}

const FIELDS =
  "requests decided approved partial denied pending withdrawn overturned approvalRate approvalLow approvalHigh turnaroundMedian multipleWeighted multipleMedian multipleLow multipleHigh multipleLines multipleCoverage unitYield rateYield movement revenueAgreed revenueReceived capturedA capturedB honourRate underpaid lapseDays avoidedCost".split(
    " ",
  );

describe("sca measures", () => {
  it("tells all payers, each payer where asked, and writes the same for other programs", async () => {
    const ledger = await sampleLedger();
    const json = join(folder, "measures.json");
    expect(await sca("measures", ledger, "--as-of", "2026-03-16", "--by", "payer", "--json", json)).toBe(0);
    expect(said[0]).toBe("log.ledger.xlsx: 12 requests, as of 2026-03-16");
    expect(said.join("\n")).toMatch(/^All payers +12 /m);
    const written = JSON.parse(readFileSync(json, "utf8"));
    expect(written.asOf).toBe("2026-03-16");
    expect(Object.keys(written.all)).toEqual(FIELDS);
    const names = written.payers.map(({ payer }: { payer: string }) => payer);
    expect(names).toEqual([...names].sort());
    for (const payer of written.payers) expect(Object.keys(payer)).toEqual(["payer", ...FIELDS]);
    const requests = written.payers.reduce((sum: number, payer: { requests: number }) => sum + payer.requests, 0);
    expect(requests).toBe(written.all.requests);
    expect(warned).toEqual([]);
  });

  it("tells some of them alone where they are named, of a workbook and of a folder that is read once", async () => {
    const ledger = await sampleLedger();
    const json = join(folder, "all.json");
    await sca("measures", ledger, "--as-of", "2026-03-16", "--json", json);
    const all = JSON.parse(readFileSync(json, "utf8")).all;
    const some = join(folder, "some.json");
    expect(await sca("measures", ledger, "--as-of", "2026-03-16", "--only", "units, approval", "--json", some)).toBe(0);
    const written = JSON.parse(readFileSync(some, "utf8"));
    const named = FIELDS.slice(0, FIELDS.indexOf("turnaroundMedian")).concat("unitYield");
    expect(written.only).toEqual(["approval", "units"]);
    expect(written.all).toEqual(Object.fromEntries(named.map((field) => [field, all[field]])));

    const tables = join(folder, "tables");
    mkdirSync(tables);
    writeFileSync(
      join(tables, "Cases.csv"),
      "Case id,Payer,Outcome\n007,Aetna,Approved\n008,Cigna,Soon\n009,Aetna,Denied\n",
    );
    said = [];
    expect(await sca("measures", tables, "--as-of", "2026-03-16", "--only", "approval", "--by", "payer")).toBe(0);
    expect(said[0]).toBe("tables: approval alone, as of 2026-03-16");
    expect(said.join("\n")).toMatch(/^Aetna +2 +50%, 1 of 2/m);
    expect(said.join("\n")).toContain('none of the ledger\'s words ("Soon"), counted as pending');
    expect(await sca("measures", tables, "--only", "approvals")).toBe(2);
    expect(warned[0]).toContain('--only "approvals" is not known here. Accepted: approval, appeals, turnaround,');
    warned = [];
  });

  it("tells the ledger as it stood on an earlier day", async () => {
    const ledger = await sampleLedger();
    expect(await sca("measures", ledger, "--as-of", "2020-01-01")).toBe(0);
    expect(said[0]).toContain(": 0 requests, as of 2020-01-01");
    expect(said.slice(-2)).toEqual([
      "  - Cases: 12 requests sent after the as-of day, not counted yet.",
      "In all: 12 rows left out.",
    ]);
  });

  it("reads the ledger's tables from a folder, codes and ids with their zeros", async () => {
    const tables = join(folder, "tables");
    mkdirSync(tables);
    const write = (name: string, text: string) => writeFileSync(join(tables, name), text);
    write(
      "Cases.csv",
      "Case id,Payer,Outcome,Submitted,Decided,Rate model,Agreed rate\n007,Aetna,Approved,2026-01-05,1/9/2026,Per unit,150.5\n008,,Denied,2026-01-05,soon,,\n",
    );
    write(
      "ServiceLines.csv",
      "Line id,Case id,Period id,Code,Modifiers,Units authorized,Units used\n007-00100,007,,00100,,4,2\n",
    );
    write("Claims.csv", "Case id,Date of service,Code,Units,Paid,Expected\n007,2026-01-20,00100,2,300,\n");
    write("Settings.csv", "Name,Value\nRevenueBaseline,50\nAsOfSet,2026-02-02\n");
    const json = join(folder, "measures.json");
    expect(await sca("measures", tables, "--json", json)).toBe(0);
    const { asOf, all, payers } = JSON.parse(readFileSync(json, "utf8"));
    expect(asOf).toBe("2026-02-02");
    expect(all).toMatchObject({ decided: 2, approvalRate: 0.5, turnaroundMedian: 4, revenueAgreed: 602 });
    expect(all).toMatchObject({ revenueReceived: 300, capturedB: 149.5, honourRate: 0, underpaid: 1 });
    expect(payers.map(({ payer }: { payer: string }) => payer)).toEqual(["Aetna", "Payer not settled"]);
    expect(said.join("\n")).toContain('Cases, Decided: 1 cell with text where a day belongs ("soon"), left out.');
  });

  it("counts a folder of tables in a database where asked, the same, and keeps them as Parquet", async () => {
    const [tables, archive] = [join(folder, "tables"), join(folder, "archive")];
    for (const one of [tables, archive]) mkdirSync(one);
    writeFileSync(
      join(tables, "Cases.csv"),
      "Case id,Payer,Outcome,Submitted,Decided\n007,Aetna,Approved,2026-01-05,2026-01-09\n008,Aetna,Denied,2026-01-05,soon\n",
    );
    const figures: unknown[] = [];
    for (const line of [[tables], [tables, "--engine", "duckdb", "--archive", archive], [archive]]) {
      const json = join(folder, "measures.json");
      expect(await sca("measures", ...line, "--as-of", "2026-03-16", "--json", json, "--overwrite")).toBe(0);
      const { all, payers } = JSON.parse(readFileSync(json, "utf8"));
      figures.push({ all, payers });
    }
    expect(figures[1]).toEqual(figures[0]);
    expect(figures[2]).toEqual(figures[0]);
    expect(said).toContain(`Written: Cases.parquet in ${archive}`);
    expect(said).toContain("Parquet tables: counted by DuckDB.");
  });

  it("says what a database cannot count, and where an archive cannot go", async () => {
    const ledger = await sampleLedger();
    expect(await sca("measures", ledger, "--engine", "duckdb")).toBe(1);
    expect(warned.pop()).toContain("--engine duckdb counts a folder with the ledger's tables");
    expect(await sca("measures", ledger, "--engine", "excel")).toBe(2);
    expect(warned.pop()).toContain('--engine "excel" is not known here. Accepted: duckdb, typescript.');
    expect(await sca("measures", ledger, "--archive", folder)).toBe(1);
    expect(warned.pop()).toContain("an archive is made of a folder with the ledger's tables");
    expect(await sca("measures", folder, "--archive", join(folder, "nowhere"))).toBe(1);
    expect(warned.pop()).toContain("there is no such folder");
    expect(await sca("measures", folder, "--archive", folder)).toBe(1);
    expect(warned.pop()).toContain("Name another folder.");
  });

  it("says what is wrong with the file, and with the line", async () => {
    const tracker = join(folder, "log.csv");
    writeFileSync(tracker, SAMPLE);
    expect(await sca("measures", tracker)).toBe(1);
    expect(warned.pop()).toContain("log.csv: there is no ledger in it");
    expect(await sca("measures", join(folder, "none.xlsx"))).toBe(1);
    expect(warned.pop()).toContain("there is no such file");
    mkdirSync(join(folder, "empty"));
    expect(await sca("measures", join(folder, "empty"))).toBe(1);
    expect(warned.pop()).toContain("there is no Cases.csv in this folder");
    expect(await sca("measures")).toBe(2);
    expect(warned.pop()).toContain("Name the ledger's file");
    expect(await sca("measures", tracker, "--by", "moon")).toBe(2);
    expect(warned.pop()).toContain('--by "moon" is not known here. Accepted: payer.');
    expect(await sca("measures", tracker, "--json", tracker)).toBe(1);
    expect(warned.pop()).toContain("is not an export of SCA Ledger");
  });
});
