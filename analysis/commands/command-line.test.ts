import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommandLine, tellProblem } from "./command-line.ts";

const SAMPLE = readFileSync(join(import.meta.dirname, "..", "..", "data-samples", "infusion-center.csv"));

let folder = "";
let said: string[] = [];
let warned: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sca-line-"));
  said = [];
  warned = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const terminal = {
  say: (line: string) => void said.push(line),
  warn: (line: string) => void warned.push(line),
  progress: () => undefined,
};

function save(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const sca = (...line: string[]) => runCommandLine(line, terminal);

interface Exported {
  readonly format: string;
  readonly file: string;
  readonly cases: readonly { readonly id: string; readonly patient?: string; readonly review: readonly string[] }[];
  readonly questions: readonly { readonly id: string; readonly settles: string }[];
}

function exported(path: string): Exported {
  return JSON.parse(readFileSync(path, "utf8"));
}

describe("sca structure", () => {
  it("writes the ledger beside the tracker, says what it found and leaves the tracker as it was", async () => {
    const tracker = save("log.csv", SAMPLE);
    expect(await sca("structure", tracker, "--as-of", "2026-03-16")).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(["log.csv", "log.ledger.xlsx"]);
    expect(readFileSync(tracker).equals(SAMPLE)).toBe(true);
    expect(said[0]).toContain("log.csv: 12 cases");
    expect(said.at(-1)).toBe(`Written: ${join(folder, "log.ledger.xlsx")}`);
    expect(warned).toEqual([]);
  });

  it("exports the cases with the ids of the ledger, the same from run to run", async () => {
    const tracker = save("log.csv", SAMPLE);
    const [first, again, fromLedger] = ["a.json", "b.json", "c.json"].map((name) => join(folder, name));
    await sca("structure", tracker, "--as-of", "2026-03-16", "--json", first ?? "");
    await sca("structure", tracker, "--as-of", "2026-03-16", "--json", again ?? "");
    await sca("structure", join(folder, "log.ledger.xlsx"), "--as-of", "2026-03-16", "--json", fromLedger ?? "");
    const ids = (path = "") => exported(path).cases.map(({ id }) => id);
    expect(exported(first ?? "")).toMatchObject({ format: "sca-import/1", file: "log.csv" });
    expect(new Set(ids(first)).size).toBe(12);
    expect(ids(again)).toEqual(ids(first));
    expect(ids(fromLedger)).toEqual(ids(first));
    expect(readFileSync(again ?? "", "utf8")).toBe(readFileSync(first ?? "", "utf8"));
    expect(readFileSync(first ?? "", "utf8")).not.toContain('"notes"');
  });

  it("applies an answer from a file: the question is no longer asked", async () => {
    const tracker = save("log.csv", SAMPLE);
    const json = join(folder, "cases.json");
    await sca("structure", tracker, "--as-of", "2026-03-16", "--json", json);
    const open = exported(json).questions;
    const [question] = open;
    const answers = save(
      "review.json",
      JSON.stringify([{ question: question?.settles, answer: "percent of Medicare" }]),
    );
    expect(await sca("structure", tracker, "--as-of", "2026-03-16", "--json", json, "--answers", answers)).toBe(0);
    expect(exported(json).questions.map(({ id }) => id)).not.toContain(question?.id);
  });

  it.each([
    ["a picture", "log.csv", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /picture/],
    ["half a workbook", "log.xlsx", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), /cut off or damaged/],
    ["an empty file", "log.csv", "", /empty/],
    ["a table of something else", "log.csv", "Item,Price\nTea,3.20\nMilk,1.10\n", /no single case agreement was found/],
  ])("says what is wrong with %s in a sentence, and writes nothing", async (_what, name, content, words) => {
    const tracker = save(name, content);
    expect(await sca("structure", tracker, "--json", join(folder, "cases.json"))).toBe(1);
    expect(readdirSync(folder)).toEqual([name]);
    expect(warned.join("\n")).toMatch(words);
    expect(warned.join("\n")).toContain(name);
    expect(warned.join("\n")).not.toMatch(/\n\s+at /);
    expect(said).toEqual([]);
  });

  it("leaves a file alone that is not a ledger of ours", async () => {
    const tracker = save("log.csv", SAMPLE);
    save("log.ledger.xlsx", "a letter");
    expect(await sca("structure", tracker)).toBe(1);
    expect(readFileSync(join(folder, "log.ledger.xlsx"), "utf8")).toBe("a letter");
    expect(await sca("structure", tracker, "--overwrite")).toBe(0);
  });
});

describe("the export", () => {
  it("replaces an earlier export and an empty file, and nothing else", async () => {
    const tracker = save("log.csv", SAMPLE);
    const json = save("cases.json", "");
    expect(await sca("structure", tracker, "--json", json)).toBe(0);
    expect(await sca("structure", tracker, "--json", json)).toBe(0);
    expect(await sca("structure", tracker, "--json", tracker)).toBe(1);
    expect(warned.join()).toMatch(/is not an export of SCA Ledger.*Nothing was written/);
    expect(readFileSync(tracker).equals(SAMPLE)).toBe(true);
  });

  it("holds back the ledger too where it cannot be written", async () => {
    const tracker = save("log.csv", SAMPLE);
    expect(await sca("structure", tracker, "--json", join(folder, "no", "cases.json"))).toBe(1);
    expect(readdirSync(folder)).toEqual(["log.csv"]);
  });
});

describe("a command line that was written wrong", () => {
  it.each([
    ["without a command", []],
    ["with a command that there is not", ["frobnicate"]],
    ["without a tracker", ["structure"]],
    ["with two trackers", ["structure", "a.csv", "b.csv"]],
    ["with an option that there is not", ["structure", "a.csv", "--loud"]],
    ["with an option that lacks its value", ["structure", "a.csv", "--out"]],
    ["with a day that is on no calendar", ["structure", "a.csv", "--as-of", "2026-02-30"]],
  ])("%s is answered with 2 and where to look", async (_what, line) => {
    expect(await sca(...line)).toBe(2);
    expect(warned.join()).toContain("--help");
    expect(said).toEqual([]);
  });

  it("has help that names every option", async () => {
    expect(await sca("--help")).toBe(0);
    expect(await sca("structure", "--help")).toBe(0);
    for (const option of ["--out", "--json", "--answers", "--as-of", "--overwrite"])
      expect(said.join()).toContain(option);
  });
});

describe("a fault of our own", () => {
  it("is called ours, without a stack trace that nobody asked for", () => {
    expect(tellProblem(new Error("row 12 of Marisol Alvarez"), terminal)).toBe(1);
    expect(warned.join("\n")).toContain("fault of SCA Ledger, not of your file");
    expect(warned.join("\n")).not.toContain("Alvarez");
  });
});
