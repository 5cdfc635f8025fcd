import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

const OFFICE = ["--day", "2025-11-03", "--place", "10112-00", "--setting", "office"];

describe("sca rate", () => {
  it("says the amount and everything that it comes from, to be checked with a calculator", async () => {
    expect(await rate("99213", ...OFFICE)).toBe(0);
    expect(said.join("\n")).toBe(`99213: $81.86 is Medicare's amount for one unit
  Day                November 3, 2025
  Place              ALABAMA, AL, contractor and locality 10112-00
  Setting            office (non-facility)
  Release            2025 October release (2025D), from PPRRVU2025_Oct.csv

                      units   index
  Work                 1.30 x 1.000 =         1.30000      (work index with the floor of 1.0)
  Practice expense     1.35 x 0.869 =         1.17315
  Malpractice          0.10 x 0.575 =         0.05750
  Sum                                         2.53065
  x conversion factor                        32.3465
  Amount                                     81.857670225   rounded once, to $81.86`);
    expect(warned).toEqual([]);
  });

  it.each([
    [["91110", "--modifiers", "26"], "91110-26: $"],
    [["99213", "--place", "94110"], "99213: $"],
    [["99213", "--place", "NATIONAL"], "99213: $88.95"],
    [["99213", "--setting", "53"], "99213: $59.93"],
    [["90834", "--modifiers", "95"], "90834: $93.53"],
  ])("takes %j", async ([code = "", ...options], words) => {
    expect(await rate(code, ...OFFICE, ...options)).toBe(0);
    expect(said.join("\n")).toContain(words);
  });

  it("says which release was in force where another prices the day", async () => {
    await rate("99213", ...OFFICE, "--day", "3/1/2025");
    expect(said.join("\n")).toMatch(/Note: .*2025A, which was in force on 2025-03-01, is not loaded/);
  });

  it("says what percentage of Medicare an agreed rate is", async () => {
    await rate("99213", ...OFFICE, "--agreed", "$162.50");
    expect(said.at(-1)).toBe("Agreed $162.50 is 198.5% of Medicare, for one unit each.");
    await rate("99213", ...OFFICE, "--agreed", "1.40");
    expect(said.join("\n")).toContain("is the agreed figure in dollars");
  });

  it.each([
    ["97153", [], "contractor-priced"],
    ["00100", [], "anesthesia"],
    ["27130", ["--place", "national"], "setting-not-applicable"],
    ["99213", ["--modifiers", "26"], "modifier-not-in-file"],
    ["99213", ["--day", "2019-03-01"], "year-not-loaded"],
    ["99213", ["--place", "10112-77"], "locality-unknown"],
    ["99213", ["--place", "94941"], "zip-needs-plus-four"],
    ["99213", ["--place", "the moon"], "place-unreadable"],
    ["QQQ", [], "code-unreadable"],
  ])("answers for %s %j that there is no Medicare benchmark, and why", async (code, options, reason) => {
    expect(await rate(code, ...OFFICE, ...options)).toBe(0);
    expect(said[0]).toBe(`${code}: no Medicare benchmark (${reason})`);
    expect(said[1]?.length).toBeGreaterThan(30);
    expect(said.join()).not.toMatch(/\$0\.00|NaN|undefined/);
  });

  it("writes the answer for other programs, and replaces only its own", async () => {
    const json = join(folder, "rate.json");
    expect(await rate("99213", ...OFFICE, "--agreed", "162.50", "--json", json)).toBe(0);
    expect(JSON.parse(readFileSync(json, "utf8"))).toMatchObject({
      format: "sca-rate/1",
      code: "99213",
      benchmark: { kind: "amount", cents: 8186, release: "2025D", locality: "10112-00" },
      agreedCents: 16250,
      percentOfMedicare: 198.5,
    });
    expect(await rate("97153", ...OFFICE, "--json", json)).toBe(0);
    expect(JSON.parse(readFileSync(json, "utf8"))).toMatchObject({ benchmark: { reason: "contractor-priced" } });
    const letter = save("letter.txt", "Dear Sir");
    expect(await rate("99213", ...OFFICE, "--json", letter)).toBe(1);
    expect(readFileSync(letter, "utf8")).toBe("Dear Sir");
  });

  it("says where it looked and how to load where nothing is loaded", async () => {
    vi.stubEnv("SCA_HOME", folder);
    expect(await rate("99213", ...OFFICE)).toBe(1);
    expect(warned.join()).toMatch(/No fee schedule is loaded in .*medicare.*sca medicare RVU25D.zip/);
  });
});

describe("a program that is paid by the day", () => {
  it("has no Medicare benchmark: that comes first, and nothing else unless it is asked for", async () => {
    expect(await rate("H0015", "--agreed", "400")).toBe(0);
    expect(said[0]).toBe("H0015: no Medicare benchmark (program-per-diem)");
    expect(said.join("\n")).not.toContain("$250");
  });

  it("is set beside the day rates of both sites on request, under a label that says what they are not", async () => {
    expect(
      await rate("S0201", "--services-per-day", "4", "--day", "2025-11-03", "--agreed", "400", "--program", "iop"),
    ).toBe(0);
    const text = said.join("\n");
    expect(text.indexOf("no Medicare benchmark")).toBeLessThan(text.indexOf("Day rates"));
    expect(text).toContain("not a Medicare price");
    expect(text).toMatch(/Hospital +5864 +\$400.00 +\(agreed \$400.00 is 100.0% of it\)/);
    expect(text).toMatch(/Community mental health center +5854 +\$150.00 +\(agreed \$400.00 is 266.7% of it\)/);
    expect(text).toContain("Note: S0201 stands for partial hospitalization");
  });

  it("is set beside the sum of the day's services on request; a service without a benchmark is named", async () => {
    await rate("S9480", ...OFFICE, "--build-up", "90834x1, 90853x3", "--agreed", "400");
    expect(said.join("\n")).toMatch(/3 x 90853 at \$26.48 = \$79.44/);
    expect(said.join("\n")).toMatch(/ {2}Sum: \$172.97 +\(agreed \$400.00 is/);
    said = [];
    await rate("S9480", ...OFFICE, "--build-up", "90834,97153x2");
    expect(said.join("\n")).toMatch(/Sum of what has a benchmark: .*\n.*\n.*not complete.*\n.*97153 is missing/);
  });
});

describe("a command line that was written wrong", () => {
  it.each([
    ["without a code", [], /Name a code/],
    ["without what the amount depends on", ["99213"], /add --day .* --place .* --setting/],
    ["with two codes", ["99213", "99214"], /one too many/],
    ["with a day that is on no calendar", ["99213", ...OFFICE, "--day", "2025-02-30"], /not one day of the calendar/],
    ["with a setting that is none", ["99213", ...OFFICE, "--setting", "77"], /--setting "77"/],
    ["with an agreed rate that is none", ["99213", ...OFFICE, "--agreed", "140%"], /--agreed "140%"/],
    [
      "with a negative rate",
      ["99213", ...OFFICE, "--agreed", "-5"],
      /"--agreed" is followed by a value that begins with a dash/,
    ],
    [
      "with a rate of nothing",
      ["99213", ...OFFICE, "--agreed", "0"],
      /--agreed "0" is not an amount of dollars above 0/,
    ],
    ["with a floor that is none", ["99213", ...OFFICE, "--floor", "maybe"], /--floor "maybe"/],
    ["with services a day of a code that is no program", ["99213", ...OFFICE, "--services-per-day", "3"], /is none/],
    ["with two services a day", ["H0015", "--services-per-day", "2", "--day", "2025-11-03"], /Write 3 or 4/],
    ["with a build-up that is none", ["H0015", ...OFFICE, "--build-up", "therapy"], /"therapy"/],
    ["with a batch and no place for it", ["--batch", "in.csv"], /--out OUT.csv/],
    ["with a batch and a day", ["--batch", "in.csv", "--out", "o.csv", "--day", "2025-11-03"], /each row says its own/],
  ])("%s is answered with 2 and where to look", async (_what, line, words) => {
    expect(await rate(...line)).toBe(2);
    expect(warned.join()).toMatch(words);
    expect(warned.join()).toContain("rate --help");
    expect(said).toEqual([]);
  });
});
