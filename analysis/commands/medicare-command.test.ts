import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { medicareFolder } from "../medicare/library-folder.ts";
import { inventedIndicesCsv, inventedValuesCsv, inventedValuesTxt, inventedZips } from "../testing/official-texts.ts";
import { packageOf, trackerWorkbook } from "../testing/workbook-fixture.ts";
import { runCommandLine } from "./command-line.ts";

const VALUES = inventedValuesCsv(2025, "D", "32.3465");
const INDICES = inventedIndicesCsv(2025);

let folder = "";
let home = "";
let said: string[] = [];
let warned: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sca medicare "));
  home = join(folder, "home");
  vi.stubEnv("SCA_HOME", home);
  said = [];
  warned = [];
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const terminal = {
  say: (line: string) => void said.push(line),
  warn: (line: string) => void warned.push(line),
  progress: () => undefined,
};
const medicare = (...line: string[]) => runCommandLine(["medicare", ...line], terminal);

function save(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** What is kept, every byte of it. */
function kept(): Record<string, string> {
  const place = join(home, "medicare");
  if (!existsSync(place)) return {};
  return Object.fromEntries(readdirSync(place).map((name) => [name, readFileSync(join(place, name), "utf8")]));
}

describe("loading Medicare's files", () => {
  it("keeps them in the folder that SCA_HOME names, says what each is, and keeps no description of a code", async () => {
    const files = [save("PPRRVU2025_Oct.csv", VALUES), save("GPCI2025.csv", INDICES)];
    expect(await medicare(...files)).toBe(0);
    expect(Object.keys(kept())).toEqual(["localities-2025.txt", "physician-2025D.txt"]);
    expect(said.join("\n")).toMatch(
      /PPRRVU2025_Oct.csv: 2025 October release \(2025D\), 19,\d{3} codes, conversion factor 32.3465 -> kept as physician-2025D.txt/,
    );
    expect(said.join("\n")).toContain(
      "GPCI2025.csv: cost indices of 2025, 109 localities -> kept as localities-2025.txt",
    );
    expect(said.at(-1)).toContain(join(home, "medicare"));
    expect(warned).toEqual([]);
  });

  it("a second time changes nothing, to the byte and the time of the files", async () => {
    const files = [save("PPRRVU2025_Oct.csv", VALUES), save("GPCI2025.csv", INDICES)];
    await medicare(...files);
    const before = kept();
    const times = () => Object.keys(before).map((name) => statSync(join(home, "medicare", name)).mtimeMs);
    const written = times();
    said = [];
    expect(await medicare(...files)).toBe(0);
    expect(kept()).toEqual(before);
    expect(times()).toEqual(written);
    expect(said.filter((line) => line.endsWith("already loaded, unchanged")).length).toBe(2);
    said = [];
    expect(await medicare(save("PPRRVU2025_Oct.txt", inventedValuesTxt(2025, "32.3465")))).toBe(0);
    expect(said[0]).toMatch(/already loaded, unchanged$/);
    expect(kept()).toEqual(before);
  });

  it("says where a release is replaced by one with other figures", async () => {
    await medicare(save("PPRRVU2025_Oct.csv", VALUES));
    await medicare(
      save("PPRRVU2025_Oct.csv", VALUES.replace("1.30,1.35,,0.57,,0.10,2.75", "1.30,1.36,,0.57,,0.10,2.76")),
    );
    expect(said.join("\n")).toContain("-> replaced physician-2025D.txt");
  });

  it("takes the zip as it is downloaded: of two forms of a table the csv, a zip in it, and nothing of the rest", async () => {
    const zip = packageOf({
      "RVU25D/PPRRVU2025_Oct.txt": inventedValuesTxt(2025, "32.3465"),
      "RVU25D/PPRRVU2025_Oct.csv": VALUES,
      "RVU25D/PPRRVU2025_Oct.xlsx": "x",
      "RVU25D/RVU25D.pdf": "x",
      "RVU25D/something-else.csv": "Item,Price,Note\nTea,3.20,x\n",
      "inner.zip": packageOf({ "GPCI2025.csv": INDICES }),
      "__MACOSX/._GPCI2025.csv": "x",
    });
    expect(await medicare(save("RVU25D.zip", zip))).toBe(0);
    expect(Object.keys(kept())).toEqual(["localities-2025.txt", "physician-2025D.txt"]);
    expect(said.filter((line) => line.includes("PPRRVU")).length).toBe(2);
    expect(said[0]).toContain("RVU25D.zip, PPRRVU2025_Oct.csv: 2025 October release");
    expect(said.join("\n")).toMatch(/Left aside, not used here: .*something-else.csv/);
  });

  it("reads the txt where the csv of the same table is broken", async () => {
    const zip = packageOf({
      "GPCI2025.csv": INDICES,
      "PPRRVU2025_Oct.csv": VALUES.slice(0, 90_000),
      "PPRRVU2025_Oct.txt": inventedValuesTxt(2025, "32.3465"),
    });
    expect(await medicare(save("RVU25D.zip", zip))).toBe(0);
    expect(kept()["physician-2025D.txt"]).toContain("PPRRVU2025_Oct.txt");
  });

  it("takes a folder of files, and one table in several downloads once", async () => {
    const downloads = join(folder, "downloads");
    mkdirSync(join(downloads, "more"), { recursive: true });
    writeFileSync(join(downloads, "RVU25D.zip"), packageOf({ "PPRRVU2025_Oct.csv": VALUES, "GPCI2025.csv": INDICES }));
    writeFileSync(join(downloads, "more", "GPCI2025.csv"), INDICES);
    writeFileSync(join(downloads, "letter.docx"), "x");
    expect(await medicare(downloads)).toBe(0);
    expect(Object.keys(kept())).toEqual(["localities-2025.txt", "physician-2025D.txt"]);
  });

  it("knows the release of a table that does not say it by the relative values beside it", async () => {
    const rows = Array.from({ length: 6000 }, (_, at) => {
      return `${70_000 + Math.floor(at / 60)},TC,C,${15_102 + (at % 60) * 10},00,150.69,150.69`;
    });
    const cap = save(
      "OPPSCAP_Oct.csv",
      `HCPCS,MOD,PROCSTAT,CARRIER,LOCALITY,FACILITY PRICE,NON-FACILTY PRICE\r\n${rows.join("\r\n")}\r\n`,
    );
    expect(await medicare(cap)).toBe(1);
    expect(warned.join("\n")).toContain("--release 2025D");
    expect(await medicare(cap, "--release", "2025D")).toBe(0);
    const alone = kept()["caps-2025D.txt"];
    rmSync(home, { recursive: true });
    expect(await medicare(cap, save("PPRRVU2025_Oct.csv", VALUES))).toBe(0);
    expect(kept()["caps-2025D.txt"]).toBe(alone);
    expect(said.join("\n")).toContain("it is taken for 2025D, as PPRRVU2025_Oct.csv beside it");
  });
});

describe("a file that is refused", () => {
  it.each([
    ["a picture", "PPRRVU2025_Oct.csv", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), /this is a picture/],
    ["a PDF", "RVU25D.pdf", "%PDF-1.7 …", /this is a PDF document/],
    ["a web page", "RVU25D.zip", "<!DOCTYPE html><html><body>Sign in</body></html>", /web page/],
    ["half a zip", "RVU25D.zip", packageOf({ "a.csv": VALUES }).slice(0, 5000), /cut off or damaged/],
    ["a zip without a table", "notes.zip", packageOf({ "a.pdf": "x" }), /no .csv or .txt file in it, only a.pdf/],
    ["an Excel workbook", "GPCI2025.xlsx", trackerWorkbook(), /Excel workbook.*\.csv or \.txt/],
    ["an empty file", "GPCI2025.csv", "", /empty/],
    [
      "half a fee schedule",
      "PPRRVU2025_Oct.csv",
      VALUES.split("\n").slice(0, 9000).join("\n"),
      /only a part of CMS's file/,
    ],
    ["a table of something else", "prices.csv", "Item,Price,Note\nTea,3.20,x\n", /not one of the files/],
    ["a tracker", "log.csv", "Patient,Payer,CPT\nA,Aetna,90837\n", /not one of the files/],
  ])("such as %s is named, with what is expected, and nothing is written", async (_what, name, content, words) => {
    const good = save("GPCI2025.csv.csv", INDICES);
    expect(await medicare(good, save(name, content))).toBe(1);
    expect(warned.join("\n")).toMatch(words);
    expect(warned.join("\n")).toContain(name);
    expect(warned.join("\n")).toContain("nothing was written");
    expect(warned.join("\n")).not.toMatch(/\n\s+at /);
    expect(kept()).toEqual({});
    expect(said).toEqual([]);
  });

  it("is told together with all others", async () => {
    expect(await medicare(save("a.csv", ""), join(folder, "b.csv"), save("c.csv", "x"))).toBe(1);
    for (const name of ["a.csv", "b.csv", "c.csv"]) expect(warned.join("\n")).toContain(name);
  });
});

describe("what is loaded", () => {
  it("is listed, with what is missing for its years", async () => {
    expect(await medicare("--list")).toBe(0);
    expect(said.join("\n")).toMatch(/No fee schedule is loaded in .*medicare.*sca medicare RVU25D.zip/s);
    await medicare(save("PPRRVU2025_Oct.csv", VALUES), save("ZIP5_OCT2025.txt", inventedZips(2025, 4)));
    said = [];
    expect(await medicare("--list")).toBe(0);
    expect(said.join("\n")).toContain("2025 October release (2025D)");
    expect(said.join("\n")).toContain("2025: no cost indices (GPCI) are loaded");
    expect(said.join("\n")).toMatch(
      /ZIP codes of quarter 4 of 2025, 42,003 ZIP codes, 1 of them needs? four more digits/,
    );
  });

  it("is not priced from while a kept file is damaged: it is named, with what to do; strangers are left alone", async () => {
    await medicare(save("PPRRVU2025_Oct.csv", VALUES));
    const place = join(home, "medicare", "physician-2025D.txt");
    writeFileSync(join(home, "medicare", "notes.txt"), "call CMS");
    expect(await medicare("--list")).toBe(0);
    const whole = readFileSync(place, "utf8");
    for (const broken of [whole.slice(0, 100_000), "", whole.replace("99213", "9921")]) {
      writeFileSync(place, broken);
      warned = [];
      expect(await medicare("--list")).toBe(1);
      expect(warned.join("\n")).toMatch(/physician-2025D.txt: this data file is damaged.*Load the download/);
    }
    expect(await medicare(join(folder, "PPRRVU2025_Oct.csv"))).toBe(0);
    expect(readFileSync(place, "utf8")).toBe(whole);
    expect(readFileSync(join(home, "medicare", "notes.txt"), "utf8")).toBe("call CMS");
  });

  it("lies in the user's own data folder, as the platform has it, where SCA_HOME is not set", () => {
    const on = (platform: string, environment: Record<string, string>) =>
      medicareFolder({ platform, environment, home: "/u" }).replaceAll("\\", "/");
    expect(on("linux", {})).toBe("/u/.local/share/sca-ledger/medicare");
    expect(on("linux", { XDG_DATA_HOME: "/d" })).toBe("/d/sca-ledger/medicare");
    expect(on("darwin", {})).toBe("/u/Library/Application Support/SCA Ledger/medicare");
    expect(on("win32", { APPDATA: "/u/AppData/Roaming" })).toBe("/u/AppData/Roaming/SCA Ledger/medicare");
    expect(on("win32", { SCA_HOME: "/s", APPDATA: "/a" })).toMatch(/\/s\/medicare$/);
    expect(on("linux", { SCA_HOME: " " })).toBe("/u/.local/share/sca-ledger/medicare");
  });

  it("lies where --medicare says", async () => {
    expect(await medicare("--medicare", join(folder, "here"), save("GPCI2025.csv", INDICES))).toBe(0);
    expect(readdirSync(join(folder, "here"))).toEqual(["localities-2025.txt"]);
    expect(kept()).toEqual({});
  });
});

describe("a command line that was written wrong", () => {
  it.each([
    ["without a file", []],
    ["with a file to list", ["--list", "a.csv"]],
    ["with an option that there is not", ["a.csv", "--loud"]],
  ])("%s is answered with 2 and where to look", async (_what, line) => {
    expect(await medicare(...line)).toBe(2);
    expect(warned.join()).toContain("medicare --help");
    expect(said).toEqual([]);
  });
});
