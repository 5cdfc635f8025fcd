import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UsageProblem } from "../commands/arguments.ts";
import { UserProblem } from "../user-problem.ts";
import { APPROVAL_RATES } from "./approval-rates.ts";
import { HONOUR_RATES } from "./honour-rates.ts";
import { runAnalyses } from "./run-analyses.ts";
import { TURNAROUND } from "./turnaround.ts";

let folder = "";
let said: string[] = [];
let steps: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sca-analyze-"));
  said = [];
  steps = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const terminal = {
  say: (line: string) => void said.push(line),
  warn: (line: string) => void said.push(line),
  progress: (_share: number, what: string) => void steps.push(what),
};
const called = { as: "npm run analyze --", analyses: [APPROVAL_RATES, TURNAROUND, HONOUR_RATES] };
const analyze = (...line: string[]) => runAnalyses(line, called, terminal);

const HEADINGS = "Case id,Payer,Owner,Outcome,Submitted,Decided";

/** A ledger as a folder of tables. */
function ledger(cases: readonly string[], claims: readonly string[] = []): string {
  const path = join(folder, "tables");
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "Cases.csv"), `${[HEADINGS, ...cases].join("\n")}\n`);
  writeFileSync(join(path, "Settings.csv"), "Name,Value\nAsOfSet,2026-02-27\n");
  const claimRows = ["Case id,Date of service,Code,Units,Paid,Expected", ...claims];
  if (claims.length > 0) writeFileSync(join(path, "Claims.csv"), `${claimRows.join("\n")}\n`);
  return path;
}

const TWO_PAYERS = [
  "007,Aetna,Denise,Approved,2026-01-05,2026-01-09",
  "008,aetna,Denise,Denied,2026-01-05,2026-01-12",
  "009,Cigna,Marcus,Pending,2026-02-02,",
];
const out = () => join(folder, "out");
const text = (name: string) => readFileSync(join(out(), name), "utf8");

describe("analyzing a ledger", () => {
  it("writes a table and a chart for each analysis, with progress, and ends with what was left out", async () => {
    await analyze(ledger([...TWO_PAYERS, "010,Cigna,Marcus,Approved,2026-01-05,soon"]), "--out", out());
    expect(readdirSync(out()).sort()).toEqual(
      ["approval-rates.csv", "approval-rates.svg", "honour-rates.csv", "turnaround.csv", "turnaround.svg"].sort(),
    );
    expect(steps).toEqual(["reading the ledger", "approval-rates", "turnaround", "honour-rates", "writing", ""]);
    expect(said[0]).toBe("tables: 4 requests, as of 2026-02-27");
    expect(said.join("\n")).toContain(
      'Cases, Decided: 1 cell with text where a day belongs ("soon"), left out. Type it as a date.',
    );
    expect(said.findIndex((line) => line.startsWith("Not counted"))).toBeGreaterThan(
      said.findIndex((line) => line.startsWith("Written: ")),
    );
  });

  it("has one row a slice, its n, blank where there is nothing to say, and other capitals as one payer", async () => {
    await analyze(ledger(TWO_PAYERS), "--out", out());
    const [headings, ...rows] = text("approval-rates.csv").trim().split("\r\n");
    expect(headings).toBe(
      "payer,requests,decided,approved,approved_in_part,approved_on_appeal,denied,pending,withdrawn,approval_rate,approval_low,approval_high,appeals_won,appeals_decided,overturn_rate,overturn_low,overturn_high,hint",
    );
    expect(rows).toEqual([
      "Aetna,2,2,1,0,0,1,0,0,0.5,0.094531,0.905469,0,0,,,,yes",
      "Cigna,1,0,0,0,0,0,1,0,,,,0,0,,,,",
    ]);
  });

  it("slices by what it is asked for, and by all crossings of it", async () => {
    await analyze(ledger(TWO_PAYERS), "--out", out(), "--by", "owner, quarter");
    expect(text("approval-rates.csv")).toMatch(/^\ufeff?owner,quarter,requests,decided/);
    expect(text("approval-rates.csv")).toContain("\r\nDenise,2026 Q1,2,2,");
    await analyze(ledger(TWO_PAYERS), "--out", out(), "--by", "all");
    expect(text("approval-rates.csv").trim().split("\r\n")).toHaveLength(2);
  });

  it("counts what waits as waiting, so that silence does not look like speed", async () => {
    const waits = [1, 2, 3, 4].map((id) => `w${id},Aetna,,Pending,2026-01-05,`);
    await analyze(ledger([...TWO_PAYERS, ...waits]), "--out", out());
    expect(text("turnaround.csv")).toContain("\r\nAetna,6,2,,2,4,0,yes");
  });

  it("says what is not there, and computes the rest", async () => {
    await analyze(ledger(TWO_PAYERS), "--out", out());
    expect(said.join("\n")).toContain("No claim is logged, so nobody can tell whether claims are paid as agreed.");
    expect(text("honour-rates.csv")).toContain("\r\nAetna,2,2,0,0,,,,,0,0,,0,,yes");
    said = [];
    await analyze(ledger(["1,Aetna,,Pending,2026-02-02,"]), "--out", out());
    expect(said.join("\n")).toContain("No request is decided as of 2026-02-27, so there is no approval rate.");
    expect(said.join("\n")).toContain("One payer only (Aetna): nothing to set it beside.");
    expect(text("approval-rates.csv")).toContain("\r\nAetna,1,0,0,0,0,0,1,0,,,,0,0,,,,\r\n");
  });

  it("leaves no chart of an earlier run beside a table that has nothing to draw", async () => {
    await analyze(ledger(TWO_PAYERS), "--out", out());
    expect(existsSync(join(out(), "approval-rates.svg"))).toBe(true);
    await analyze(ledger(["1,Aetna,,Pending,2026-02-02,"]), "--out", out());
    expect(existsSync(join(out(), "approval-rates.svg"))).toBe(false);
  });

  it("lets no name become a formula in a spreadsheet", async () => {
    await analyze(
      ledger(["1,Aetna,=cmd|' /C calc'!A0,Approved,2026-01-05,2026-01-09"]),
      "--out",
      out(),
      "--by",
      "owner",
    );
    expect(text("approval-rates.csv")).toContain(`\r\n"'=cmd|' /C calc'!A0",1,1,`);
  });

  it("leaves a file alone that is none of its own, unless it may replace it", async () => {
    mkdirSync(out());
    writeFileSync(join(out(), "turnaround.csv"), "mine\n");
    await expect(analyze(ledger(TWO_PAYERS), "--out", out())).rejects.toThrow(/turnaround\.csv: this file exists/);
    expect(readdirSync(out())).toEqual(["turnaround.csv"]);
    await analyze(ledger(TWO_PAYERS), "--out", out(), "--overwrite");
    expect(text("turnaround.csv")).toContain("median_business_days");
    await analyze(ledger(TWO_PAYERS), "--out", out());
  });

  it.each([
    [["--by", "payr"], '--by "payr" is not known here. Accepted: payer, trigger, level, family, quarter, owner'],
    [["--by", "payer,Payer"], "--by names payer twice."],
    [["--by", ","], "--by needs a word."],
    [["more.xlsx"], "One ledger at a time"],
    [["--as-of", "2026-02-30"], "is not a calendar day"],
  ])("says what is wrong with the line %j", async (more, sentence) => {
    const wrong = analyze(ledger(TWO_PAYERS), "--out", out(), ...more);
    await expect(wrong).rejects.toThrow(UsageProblem);
    await expect(wrong).rejects.toThrow(sentence);
    expect(existsSync(out())).toBe(false);
  });

  it("says what is wrong with the place and with a ledger without requests, and writes nothing", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    await expect(analyze(ledger(TWO_PAYERS), "--out", file)).rejects.toThrow(/a file stands in its way/);
    const early = analyze(ledger(TWO_PAYERS), "--out", out(), "--as-of", "2020-01-01");
    await expect(early).rejects.toThrow(UserProblem);
    await expect(early).rejects.toThrow("tables: no request was sent up to 2020-01-01");
    await expect(early).rejects.toThrow("Cases: 3 requests sent after the as-of day");
    expect(existsSync(out())).toBe(false);
  });

  it("tells its options", async () => {
    await analyze("--help");
    expect(said.join("\n")).toMatch(
      /^npm run analyze -- LEDGER\.xlsx \[--by payer,trigger\].*honour-rates .*--by WORDS/s,
    );
  });
});
