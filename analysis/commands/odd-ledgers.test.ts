import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommandLine } from "./command-line.ts";

let folder = "";
let said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sca-odd-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const keep = (line: string) => void said.push(line);
const terminal = { say: keep, warn: keep, progress: () => undefined };

async function sca(...line: string[]): Promise<number> {
  said = [];
  return runCommandLine(line, terminal);
}

const CASES = "Case id,Payer,Outcome,Submitted,Decided";
const LINES = "Line id,Case id,Code,Rate model,Agreed rate,Units authorized";

/** A folder of tables by the names of their files; what is text is told a line a row. */
function tables(files: Readonly<Record<string, string | Uint8Array>>): string {
  const place = join(folder, "tables");
  mkdirSync(place, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(place, name), content);
  return place;
}

interface Told {
  readonly all: Readonly<Record<string, number | null>>;
  readonly payers: readonly { readonly payer: string }[];
  readonly leftOut: readonly { readonly reason: string; readonly count: number; readonly example: string }[];
}

/** What both engines tell of a folder, which is the same. */
async function measured(place: string): Promise<Told> {
  const told: Told[] = [];
  for (const engine of ["typescript", "duckdb"]) {
    const json = join(folder, `${engine}.json`);
    const line = ["--as-of", "2026-09-30", "--by", "payer", "--engine", engine, "--json", json];
    expect(await sca("measures", place, ...line), said.join("\n")).toBe(0);
    told.push(JSON.parse(readFileSync(json, "utf8")));
  }
  const [one, other] = told;
  if (one === undefined || other === undefined) throw new Error("two engines tell");
  expect(other.all).toEqual(one.all);
  expect(other.payers).toEqual(one.payers);
  const inOrder = ({ leftOut }: Told) => leftOut.map(({ reason, count }) => `${reason} ${count}`).sort();
  expect(inOrder(other)).toEqual(inOrder(one));
  return one;
}

describe("ids and payers that differ in what nobody sees", () => {
  it("are one: a case is counted once, and its lines are found", async () => {
    const told = await measured(
      tables({
        "Cases.csv": `${CASES}
SCA-1,Aetna,Approved,2026-01-05,2026-01-09
sca-1 ,Aetna,Denied,2026-01-05,2026-01-09
ＳＣＡ-1,Aetna,Denied,2026-01-05,2026-01-09
SCA–1,Aetna,Denied,2026-01-05,2026-01-09
0012,Aetna\u200b,Approved,2026-01-05,2026-01-09
12,aetna,Denied,2026-01-05,2026-01-09
`,
        "ServiceLines.csv": `${LINES}\na,SCA\u20111,90837,Per unit,100,1\nb,\u00a00012,90837,Per unit,1000,1\nc,12\u200b,90837,Per unit,1,1\n`,
      }),
    );
    expect(told.all).toMatchObject({ requests: 3, approved: 2, denied: 1, revenueAgreed: 1100 });
    expect(told.payers.map(({ payer }) => payer)).toEqual(["Aetna"]);
    expect(told.leftOut).toContainEqual(expect.objectContaining({ reason: "same-case-id", count: 3 }));
  });
});

describe("a log that another program keeps", () => {
  const cases = `${CASES}\n1,Aetna,Approved,2026-01-05,2026-01-09\n`;
  const rates = "Benchmark,Code,Stated amount\nB1,90837,100\n";

  it("is set against Medicare by its columns Benchmark and Own benchmark, whatever else it lacks", async () => {
    const lines = `${LINES},Benchmark,Own benchmark\na,1,90837,Per unit,150,10,B1,\n`;
    const told = await measured(tables({ "Cases.csv": cases, "ServiceLines.csv": lines, "MedicareRates.csv": rates }));
    expect(told.all).toMatchObject({ multipleWeighted: 1.5, multipleLines: 1, multipleCoverage: 1 });
  });

  it("is read whatever capitals and blanks its headings have", async () => {
    const lines = "LINE ID,case  id,Code,rate model,AGREED RATE ,Units authorized\na,1,90837,Per unit,150,10\n";
    const told = await measured(tables({ "Cases.csv": cases, "ServiceLines.csv": lines }));
    expect(told.all).toMatchObject({ approved: 1, revenueAgreed: 1500 });
  });
});

describe("payers whose names make one file name", () => {
  it("each have their own report", async () => {
    const place = tables({
      "Cases.csv": `${CASES}\n1,"Blue Shield, CA",Approved,2026-01-05,2026-01-09\n2,Blue Shield (CA),Denied,2026-01-05,2026-01-09\n3,?,Denied,2026-01-05,2026-01-09\n`,
    });
    expect(await sca("report", place, "--out", join(folder, "out"), "--format", "html"), said.join("\n")).toBe(0);
    expect(readdirSync(join(folder, "out", "internal-edition")).sort()).toEqual([
      "all-payers.html",
      "blue-shield-ca-2.html",
      "blue-shield-ca.html",
      "payer.html",
    ]);
  });
});

describe("a report on nobody", () => {
  it("says which column is missing", async () => {
    const place = tables({ "Cases.csv": "Case id,Insurance,Outcome\n1,Aetna,Approved\n" });
    expect(await sca("report", place, "--out", join(folder, "out"), "--format", "html")).toBe(1);
    expect(said.join("\n").replace(/\s+/g, " ")).toContain(
      "Cases has no column Payer (it has Insurance, which the ledger does not know)",
    );
  });
});
