import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { separatedRecords } from "../medicare/separated-records.ts";
import { sharedExamples } from "../shared-examples.ts";
import { runCommandLine } from "./command-line.ts";

/** CMS's own files, loaded and priced by the commands as the manager runs them. */
const EXAMPLES = sharedExamples("medicare");

let home = "";
const said: string[] = [];
const terminal = {
  say: (line: string) => void said.push(line),
  warn: (line: string) => void said.push(line),
  progress: () => undefined,
};
const sca = (...line: string[]) => runCommandLine(line, terminal);
const rowsOf = (text: string) => Array.from(separatedRecords(text, ","), ({ fields }) => fields);

describe.skipIf(EXAMPLES === null)("CMS's files of 2024 to 2026", () => {
  const examples = EXAMPLES ?? "";
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), "sca cms "));
    vi.stubEnv("SCA_HOME", home);
    const given = ["2024", "2025", "2026", "ZIP5_OCT2025.txt", join("opps", "opps_php_iop_2025.csv")];
    expect(await sca("medicare", ...given.map((name) => join(examples, name))), said.join("\n")).toBe(0);
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true, force: true });
  });

  it("load whole: every release with its codes and its conversion factor", () => {
    const told = said.join("\n");
    for (const words of [
      "2025 October release (2025D), 19,090 codes, conversion factor 32.3465",
      "2026 April release (2026B), 19,277 codes, conversion factor 33.4009",
      "2024 January release (2024A), 18,499 codes, conversion factor 32.7442",
      "2024 January release, corrected (2024AR), 18,499 codes, conversion factor 33.2875",
      "109 localities",
      "42,956 ZIP codes, 580 of them need four more digits",
      "hospital day rates from 2025-01-01, 9 rates",
    ]) {
      expect(told).toContain(words);
    }
  });

  it("leave no description of a code behind", () => {
    const kept = readdirSync(join(home, "medicare")).map((name) => readFileSync(join(home, "medicare", name), "utf8"));
    const all = kept.join("\n").toLowerCase();
    const values = rowsOf(readFileSync(join(examples, "2025", "PPRRVU2025_Oct.csv"), "latin1")).slice(10);
    const described = values
      .map((fields) => (fields[2] ?? "").trim().toLowerCase())
      .filter((words) => words.length > 7);
    expect(described.length).toBeGreaterThan(10_000);
    expect(described.filter((words) => all.includes(words))).toEqual([]);
  });

  it("reproduce every amount that CMS published, to the cent, in the order of the table", async () => {
    const table = join(examples, "published-amounts.csv");
    const out = join(home, "answer.csv");
    expect(await sca("rate", "--batch", table, "--out", out)).toBe(0);
    const asked = rowsOf(readFileSync(table, "utf8"));
    const answered = rowsOf(readFileSync(out, "utf8"));
    expect(answered.length).toBe(asked.length);
    const published = asked[0]?.indexOf("published_amount") ?? -1;
    const amount = answered[0]?.indexOf("amount") ?? -1;
    for (const [index, row] of asked.entries()) {
      if (index === 0) continue;
      expect(answered[index]?.slice(0, row.length)).toEqual(row);
      expect(answered[index]?.[amount], row.join(",")).toBe(row[published]);
    }
  });

  it("answer a hundred thousand rows, in their order", async () => {
    const [heading = "", ...rows] = readFileSync(join(examples, "published-amounts.csv"), "utf8")
      .trimEnd()
      .split(/\r?\n/);
    const many = Array.from({ length: 100_000 }, (_, at) => `${rows[at % rows.length]},${at}`);
    const table = join(home, "many.csv");
    writeFileSync(table, `${heading},row\n${many.join("\n")}\n`);
    expect(await sca("rate", "--batch", table, "--out", join(home, "many-answers.csv"))).toBe(0);
    const answers = readFileSync(join(home, "many-answers.csv"), "utf8").trimEnd().split("\n");
    expect(answers.length).toBe(100_001);
    expect(answers.every((line, at) => at === 0 || line.startsWith(`${many[at - 1]},`))).toBe(true);
    expect(said.join("\n")).toContain("100,000 rows: 100,000 priced");
  });
});
