import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readTable } from "../../sca/ledger/read-ledger.ts";
import { readLedgerContent } from "../files/reading/ledger-content.ts";
import { runCommandLine } from "./command-line.ts";

const SAMPLES = join(import.meta.dirname, "..", "..", "data-samples");
const TRACKER = join(SAMPLES, "recovery-center.xlsx");

let folder = "";
let said: string[] = [];
let warned: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sca-priced-"));
  said = [];
  warned = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function structure(...options: string[]): Promise<0 | 1 | 2> {
  const line = ["structure", TRACKER, "--out", join(folder, "ledger.xlsx"), "--as-of", "2026-03-16", ...options];
  const terminal = {
    say: (text: string) => void said.push(text),
    warn: (text: string) => void warned.push(text),
    progress: () => undefined,
  };
  return runCommandLine(line, terminal);
}

function lines() {
  const content = readLedgerContent(new Uint8Array(readFileSync(join(folder, "ledger.xlsx"))));
  return (content === null ? null : readTable(content, "ServiceLines"))?.rows ?? expect.fail("no lines");
}

describe("a tracker structured by the fee schedules of a folder", () => {
  it("has Medicare's amount beside each line that it pays, and says by which releases", async () => {
    expect(await structure("--medicare", join(SAMPLES, "medicare"))).toBe(0);
    const session = lines().find((row) => row.get("Code") === "90853") ?? expect.fail("no group session");
    expect(session.get("Medicare rate")).toBe(30.39);
    expect(session.get("Multiple of Medicare")).toBeCloseTo(62 / 30.39, 10);
    const program = lines().find((row) => row.get("Code") === "H0015") ?? expect.fail("no program");
    expect(program.get("Medicare rate")).toBe("none");
    expect(program.get("Benchmark")).toMatch(/^No Medicare benchmark: H0015 /);
    expect(said.join("\n")).toContain("starter set");
    expect(said.join("\n")).toContain("national amounts, no locality chosen");
  });

  it("says of a code that the starter set lacks that the full file is needed, not that Medicare has no such code", async () => {
    cpSync(join(SAMPLES, "medicare"), join(folder, "medicare"), { recursive: true });
    const path = join(folder, "medicare", "physician-2026B-nonqp.txt");
    const text = readFileSync(path, "utf8");
    const count = Number(/end (\d+)/.exec(text)?.[1]);
    writeFileSync(path, text.replace(/^90853 .*\n/m, "").replace(/end \d+/, `end ${count - 1}`));
    expect(await structure("--medicare", join(folder, "medicare"))).toBe(0);
    const session = lines().find((row) => row.get("Code") === "90853");
    expect(session?.get("Benchmark")).toContain("not in the starter set of 2026B");
  });

  it("works as before where none is loaded, and each line says so", async () => {
    expect(await structure("--medicare", join(folder, "nothing"))).toBe(0);
    expect(said.join("\n")).toContain("no fee schedule is loaded");
    for (const row of lines()) expect(row.get("Benchmark")).toContain("No Medicare fee schedule is loaded: ");
  });

  it("writes nothing where a kept file is damaged", async () => {
    cpSync(join(SAMPLES, "medicare"), join(folder, "medicare"), { recursive: true });
    const path = join(folder, "medicare", "physician-2025D.txt");
    writeFileSync(path, readFileSync(path, "utf8").slice(0, 400));
    expect(await structure("--medicare", join(folder, "medicare"))).toBe(1);
    expect(warned.join("\n")).toContain("physician-2025D.txt");
    expect(() => readFileSync(join(folder, "ledger.xlsx"))).toThrow();
  });
});
