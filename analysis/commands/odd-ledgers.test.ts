import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MEASURED_AS_OF, measuredLedger, workbookOf } from "../testing/measured-ledger.ts";
import { partsOfPackage, withPart } from "../testing/package-parts.ts";
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
  readonly leftOut: readonly Readonly<{ reason: string; table: string; count: number; sentence: string }>[];
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

describe("words of the ledger with blanks around or inside them", () => {
  it("are those words", async () => {
    const told = await measured(
      tables({
        "Cases.csv": `${CASES}\n1,Aetna,Partially  approved,2026-01-05,2026-01-09\n2,Aetna,Approved\u00a0on appeal,2026-01-05,2026-01-09\n`,
        "ServiceLines.csv": `${LINES}\na,1,90837,Per\u00a0 unit,100,1\nb,2,90837\u200b,Per unit,50,1\n`,
      }),
    );
    expect(told.all).toMatchObject({ partial: 1, overturned: 1, revenueAgreed: 150 });
    expect(told.leftOut.map(({ reason }) => reason)).not.toContain("unknown-word");
  });
});

describe("outcomes that are none of the ledger's words", () => {
  it("are shown by three of them that differ, the first first", async () => {
    const outcomes = ["Closed", "Done", "closed", "Denied", "n/a", "Open", "Done"];
    const rows = outcomes.map((outcome, at) => `${at},Aetna,${outcome},2026-01-05,2026-01-09`);
    const place = tables({ "Cases.csv": `${CASES}\n${rows.join("\n")}\n` });
    const sentence =
      'Cases: 6 requests with an outcome that is none of the ledger\'s words ("Closed", "Done", "n/a"), counted as pending.';
    expect((await measured(place)).leftOut).toContainEqual(expect.objectContaining({ count: 6, sentence }));
    expect(said.join(" ")).toContain("In all");
    for (const engine of ["typescript", "duckdb"]) {
      await sca("measures", place, "--as-of", "2026-09-30", "--engine", engine);
      expect(said.join(" ").replace(/\s+/g, " ")).toContain(sentence);
    }
  });
});

describe("text files of every make", () => {
  const cases = `${CASES}\n1,Aetna,Approved,2026-01-05,2026-01-09\n2,Cigna,Denied,2026-01-05,2026-01-09\n`;
  const semicolons = cases.replaceAll(",", ";");

  it.each([
    ["a first line that names the separator", `sep=;\r\n${semicolons}`],
    ["a byte order mark before that line", `\ufeffsep=;\n${semicolons}`],
    ["line ends of an old Macintosh", cases.replaceAll("\n", "\r")],
    ["UTF-16", Buffer.from(`\ufeff${cases}`, "utf16le")],
    ["tabs", cases.replaceAll(",", "\t")],
    ["quotes around everything", cases.replace(/[^,\n]+/g, '"$&"')],
  ])("with %s are read", async (_, text) => {
    expect((await measured(tables({ "Cases.csv": text }))).all).toMatchObject({ requests: 2, approved: 1, denied: 1 });
  });

  it.each([
    ["Cases.csv", new Uint8Array(), /the table Cases has no column "Case id"/],
    [
      "Claims.csv",
      new Uint8Array(900),
      /Claims\.csv: This is neither a workbook nor a text file\. The tables in a folder are texts \(\.csv\)\.$/,
    ],
    ["Claims.csv", workbookOf(measuredLedger(2, 1)), /Claims\.csv is an Excel workbook, whatever its name says/],
  ])("that are none are refused by either engine: %s", async (file, bytes, words) => {
    const place = tables({ "Cases.csv": cases, [file]: bytes });
    for (const engine of ["typescript", "duckdb"]) {
      expect(await sca("measures", place, "--engine", engine)).toBe(1);
      expect(said.join("\n")).toMatch(words);
    }
  });

  it("are told by their first letters where a cell holds a book", async () => {
    const told = await measured(
      tables({ "Cases.csv": cases, "Claims.csv": `Case id,Paid\n${"x".repeat(50_000)},1\n` }),
    );
    for (const { sentence } of told.leftOut) expect(sentence.length).toBeLessThan(300);
    await measured(tables({ "Cases.csv": `${CASES}\n1,${"P".repeat(32_767)},Denied,2026-01-05,2026-01-09\n` }));
    for (const line of said) expect(line.length).toBeLessThan(200);
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

describe("a cell of a day", () => {
  it("with a time behind it is that day; with another day behind it it is told, and no day", async () => {
    const told = await measured(
      tables({
        "Cases.csv": `${CASES}
1,Aetna,Approved,2026-01-05 08:30,2026-01-09T00:00:00Z
2,Aetna,Approved,2026-01-05 to 2026-02-01,2026-01-20
3,Aetna,Denied,2026-01-05,2026-01-06?
`,
      }),
    );
    expect(told.all).toMatchObject({ requests: 3, turnaroundMedian: 4 });
    expect(told.leftOut.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining([
        'Cases, Submitted: 1 cell with text where a day belongs ("2026-01-05 to 2026-02-01"), left out. Type it as a date.',
        'Cases, Decided: 1 cell with text where a day belongs ("2026-01-06?"), left out. Type it as a date.',
      ]),
    );
  });
});

describe("settings and holidays in a folder", () => {
  const cases = `${CASES}\n1,Aetna,Approved,2026-01-05,2026-01-09\n`;

  it("are found by their names or their labels; what is none is told", async () => {
    const told = await measured(
      tables({
        "Cases.csv": cases,
        "Claims.csv": "Case id,Date of service,Paid,Expected\n1,2026-01-12,100,100\n",
        "Settings.csv":
          "Name,Value\nrevenue baseline,40\nCount as of this day,soon\nBaseline,12\nA day at the higher level of care (dollars),no idea\n",
      }),
    );
    expect(told.all).toMatchObject({ capturedA: 100, capturedB: 60 });
    const settings = told.leftOut.flatMap(({ table, sentence }) => (table === "Settings" ? sentence : []));
    expect(settings.sort()).toEqual([
      'Settings, A day at the higher level of care (dollars): "no idea" cannot be used there, and what the ledger starts with holds in its place. Type the dollars alone, such as 1150.',
      'Settings, Count as of this day: "soon" cannot be used there, and what the ledger starts with holds in its place. Type it as a date.',
      'Settings: "Baseline" is no setting of the ledger, not used.',
    ]);
  });

  it("are told where one stands there twice, of which the first counts", async () => {
    const told = await measured(
      tables({
        "Cases.csv": cases,
        "Claims.csv": "Case id,Date of service,Paid,Expected\n1,2026-01-12,100,100\n",
        "Settings.csv":
          "RevenueBaseline,\nrevenue baseline,40\nWithout an agreement we would be paid (percent of agreed),70\nRevenueBaseline,10\nRevenueBaseline,\nCount as of this day,2026-02-01\nAsOfSet,2026-03-01\n",
      }),
    );
    expect(told.all).toMatchObject({ capturedB: 60 });
    const settings = told.leftOut.flatMap(({ table, sentence }) => (table === "Settings" ? sentence : []));
    expect(settings.sort()).toEqual([
      "Settings, Count as of this day: there twice, and the first of them counts (2026-02-01). Take the other out.",
      "Settings, Without an agreement we would be paid (percent of agreed): there 3 times, and the first of them counts (40). Take the others out.",
    ]);
  });

  it("are told where a holiday is no day", async () => {
    const told = await measured(
      tables({ "Cases.csv": cases, "Holidays.csv": "Day,Holiday\nChristmas,x\n2026-01-07,y\n" }),
    );
    expect(told.all["turnaroundMedian"]).toBe(3);
    expect(told.leftOut.map(({ sentence }) => sentence)).toContain(
      'Holidays, Day: 1 cell with text where a day belongs ("Christmas"), left out. Type it as a date.',
    );
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

describe("a workbook", () => {
  const LEDGER = workbookOf(measuredLedger(12, 3));

  /** The part of the package that declares a table. */
  function declaration(table: string): { readonly name: string; readonly area: string } {
    for (const [name, xml] of partsOfPackage(LEDGER)) {
      const area = /<table [^>]*ref="([A-Z0-9:]+)"/.exec(xml)?.[1];
      if (name.startsWith("xl/tables/") && xml.includes(`displayName="${table}"`) && area !== undefined)
        return { name, area };
    }
    throw new Error(`there is no table ${table}`);
  }

  const renamed = (bytes: Uint8Array, table: string, name: string): Uint8Array =>
    withPart(bytes, declaration(table).name, (xml) =>
      xml.replace(`displayName="${table}"`, `displayName="${name}"`).replace(` name="${table}"`, ` name="${name}"`),
    );

  async function tell(bytes: Uint8Array, file = "ledger.xlsx"): Promise<string> {
    writeFileSync(join(folder, file), bytes);
    await sca("measures", join(folder, file), "--as-of", MEASURED_AS_OF);
    return said.join(" ").replace(/\s+/g, " ");
  }

  it("in which a table bears another name says which, and what to do", async () => {
    expect(await tell(renamed(LEDGER, "Claims", "Claims_2025"))).toContain(
      "There is no table Claims, but Claims_2025 has its columns: nothing of it is counted. Give the table its name back",
    );
    expect(await tell(renamed(LEDGER, "Cases", "Cases1"))).toContain(
      "ledger.xlsx: there is no table Cases, so nothing can be counted. The table Cases1 has its columns",
    );
  });

  it("tells rows that stand right under a table and are none of it; sums may stand there", async () => {
    const { name, area } = declaration("Claims");
    const end = Number(/\d+$/.exec(area)?.[0]);
    const shorter = withPart(LEDGER, name, (xml) => xml.replaceAll(area, area.replace(/\d+$/, String(end - 2))));
    expect(await tell(shorter)).toMatch(/Claims: 2 rows right under the table and not in it \([^)]+\), not counted\./);
    expect(await tell(LEDGER)).not.toContain("under the table");
  });

  it("that is none says what it is, and what is taken", async () => {
    const taken =
      "This takes a ledger: an .xlsx or .xlsm workbook with a table Cases, or a folder of its tables as .csv.";
    const picture = await tell(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), "ledger.png");
    expect(picture).toContain(`ledger.png: This is a picture. ${taken}`);
    expect(picture).not.toContain("structure");
    const archive = await tell(Uint8Array.of(0x1f, 0x8b, 0x08), "ledger.gz");
    expect(archive).toContain(`ledger.gz: This is a packed archive. ${taken} Unpack it first.`);
    expect(await tell(new TextEncoder().encode("%PDF-1.7"))).toContain(`ledger.xlsx: This is a PDF document. ${taken}`);
    expect(await tell(new Uint8Array())).toContain(`ledger.xlsx: The file is empty (0 bytes). ${taken}`);
    expect(await tell(new TextEncoder().encode("Dear Sir"), "note.txt")).toContain(
      "If it is your tracker, make a ledger",
    );
    expect(await tell(new TextEncoder().encode("Case id\n1\n"), "Service lines.csv")).toContain(
      "Service lines.csv: this is one table of a ledger. Name the folder in which it lies",
    );
  });
});
