import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { loadedHome } from "../testing/loaded-home.ts";
import { runCommandLine } from "./command-line.ts";

let home = "";
let folder = "";
let said: string[] = [];
let warned: string[] = [];

const terminal = {
  say: (line: string) => void said.push(line),
  warn: (line: string) => void warned.push(line),
  progress: () => undefined,
};
const rate = (...line: string[]) => runCommandLine(["rate", ...line], terminal);

function save(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

beforeAll(async () => {
  home = await loadedHome();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sca rate "));
  vi.stubEnv("SCA_HOME", home);
  said = [];
  warned = [];
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe("sca rate --batch", () => {
  const HEADINGS = "year,dos_from,mac,locality,hcpcs,mod,setting";

  it("answers every row in its order, with amount, reason and release, and says how many came out how", async () => {
    const table = save(
      "in.csv",
      `${HEADINGS},note\r\n2025,2025-11-03,10112,00,99213,,nonfac,"a, b"\r\n2025,2025-11-03,NATIONAL,,27130,,nonfac,=1+1\r\n2025,2025-11-03,1112,5,91110,26,fac,\r\n2025,2025-11-03,10112,00,H0015,,fac,x\r\n`,
    );
    const out = join(folder, "out.csv");
    expect(await rate("--batch", table, "--out", out)).toBe(0);
    const rows = readFileSync(out, "utf8").split("\r\n");
    expect(rows[0]).toBe(`${HEADINGS},note,amount,reason,release`);
    expect(rows[1]).toBe('2025,2025-11-03,10112,00,99213,,nonfac,"a, b",81.86,,2025D');
    expect(rows[2]).toMatch(/^2025,2025-11-03,NATIONAL,,27130,,nonfac,=1\+1,NA,"?setting-not-applicable: .*,$/);
    expect(rows[3]).toMatch(/^2025,2025-11-03,1112,5,91110,26,fac,,\d+\.\d\d,.*,2025D$/);
    expect(rows[4]).toMatch(/^2025,2025-11-03,10112,00,H0015,,fac,x,no benchmark,"?program-per-diem: /);
    expect(rows.length).toBe(6);
    expect(said[0]).toBe("4 rows: 2 priced, 2 without an amount");
    expect(said.join("\n")).toMatch(/1 {2}NA \(setting-not-applicable\)/);
    expect(said.at(-1)).toBe(`Written: ${out}`);
  });

  it("replaces its own answer; another file only with --overwrite; the file it reads never", async () => {
    const table = save("in.csv", `${HEADINGS}\n2025,2025-11-03,10112,00,99213,,nonfac\n`);
    const out = join(folder, "out.csv");
    expect(await rate("--batch", table, "--out", out)).toBe(0);
    const first = readFileSync(out, "utf8");
    expect(await rate("--batch", table, "--out", out)).toBe(0);
    expect(readFileSync(out, "utf8")).toBe(first);
    expect(await rate("--batch", out, "--out", join(folder, "again.csv"))).toBe(0);
    expect(readFileSync(join(folder, "again.csv"), "utf8")).toBe(first);
    const letter = save("letter.csv", "Dear Sir");
    expect(await rate("--batch", table, "--out", letter)).toBe(1);
    expect(readFileSync(letter, "utf8")).toBe("Dear Sir");
    expect(await rate("--batch", table, "--out", letter, "--overwrite")).toBe(0);
    expect(await rate("--batch", table, "--out", table, "--overwrite")).toBe(1);
    expect(readFileSync(table, "utf8")).toBe(`${HEADINGS}\n2025,2025-11-03,10112,00,99213,,nonfac\n`);
  });

  it("reads what Excel saves: a byte order mark, UTF-16, Windows-1252; the answer opens in Excel with its accents", async () => {
    const text = `${HEADINGS},name\r\n2025,11/3/2025,10112,0,99213,,11,José\r\n`;
    const wide = Buffer.from(`\ufeff${text.replaceAll(",", "\t")}`, "utf16le");
    const forms: [string, Uint8Array][] = [
      ["mark.csv", Buffer.from(`\ufeff${text}`)],
      ["wide.csv", wide],
      ["ansi.csv", Buffer.from(text, "latin1")],
    ];
    for (const [name, bytes] of forms) {
      const out = join(folder, `out-${name}`);
      expect(await rate("--batch", save(name, bytes), "--out", out)).toBe(0);
      const answer = readFileSync(out);
      expect([...answer.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      expect(answer.toString("utf8").replaceAll("\t", ",")).toContain("99213,,11,José,81.86,,2025D\r\n");
    }
  });

  it.each([
    ["an empty file", "", /there is nothing in this file/],
    ["a table that lacks columns", "year,dos_from,hcpcs\n", /lack mac, locality, mod, setting/],
    ["a workbook", Uint8Array.from([0x50, 0x4b, 3, 4]), /Excel workbook/],
  ])("refuses %s by name and writes nothing", async (_what, content, words) => {
    const out = join(folder, "out.csv");
    expect(await rate("--batch", save("in.csv", content), "--out", out)).toBe(1);
    expect(warned.join("\n")).toMatch(words);
    expect(warned.join("\n")).toContain("in.csv");
    expect(existsSync(out)).toBe(false);
  });
});
