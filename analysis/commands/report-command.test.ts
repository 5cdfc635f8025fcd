import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readLedgerContent } from "../files/reading/ledger-content.ts";
import type { ReportDocument } from "../report/document/report-document.ts";
import { privateValues } from "../report/redaction/private-values.ts";
import { runCommandLine } from "./command-line.ts";

/** What slips into the letter, where a test wants it to. */
const slip = vi.hoisted(() => ({ into: (document: ReportDocument): ReportDocument => document }));
vi.mock(import("../report/editions/payer-report.ts"), async (original) => {
  const { payerReport } = await original();
  return { payerReport: (...given: Parameters<typeof payerReport>) => slip.into(payerReport(...given)) };
});

const LEDGER = join(import.meta.dirname, "..", "..", "data-samples", "worked-ledger.xlsx");

let folder = "";
let said: string[] = [];
let warned: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sca-report-"));
  said = [];
  warned = [];
  slip.into = (document) => document;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const terminal = {
  say: (line: string) => void said.push(line),
  warn: (line: string) => void warned.push(line),
  progress: () => undefined,
};
const report = (...line: string[]) => runCommandLine(["report", ...line], terminal);
const listed = (path = "out"): string[] => readdirSync(join(folder, path)).sort();
const text = (...path: string[]): string => readFileSync(join(folder, ...path), "utf8");

describe("sca report", () => {
  it("writes an overview and a report for each payer, for the practice alone", async () => {
    expect(await report(LEDGER, "--out", join(folder, "out"), "--format", "html")).toBe(0);
    expect(listed()).toEqual(["internal-edition", "report-files.json"]);
    expect(listed("out/internal-edition")).toEqual([
      "aetna.html",
      "all-payers.html",
      "cigna.html",
      "humana.html",
      "unitedhealthcare.html",
    ]);
    expect(text("out", "internal-edition", "all-payers.html")).toContain("Ranked by the shrunken rate");
    expect(said[0]).toBe("worked-ledger.xlsx: 4 payers, as of 2026-09-30");
    expect(warned).toEqual([]);
  });

  it("writes the letter to one payer beside the proof of what it does not hold", async () => {
    const practice = join(folder, "practice.json");
    writeFileSync(practice, JSON.stringify({ name: "Harbor Recovery", strengths: ["Evening groups in Spanish"] }));
    const line = ["--payer", "aet", "--edition", "payer", "--format", "html,xlsx", "--practice", practice];
    expect(await report(LEDGER, "--out", join(folder, "out"), ...line, "--answer-by", "2026-11-30")).toBe(0);
    expect(listed("out/payer-edition/aetna")).toEqual([
      "proposal-aetna.html",
      "proposal-aetna.xlsx",
      "redaction-proof.json",
      "redaction-proof.txt",
    ]);
    const letter = text("out", "payer-edition", "aetna", "proposal-aetna.html");
    for (const word of ["Harbor Recovery", "Evening groups in Spanish", "November 30, 2026"])
      expect(letter).toContain(word);
    expect(letter).not.toMatch(/Cigna|Humana|UnitedHealthcare/);
    expect(text("out", "payer-edition", "aetna", "redaction-proof.txt")).toContain("Result: clean");
    expect(JSON.parse(text("out", "payer-edition", "aetna", "redaction-proof.json"))).toMatchObject({
      format: "sca-redaction-proof/1",
      payer: "Aetna",
      isClean: true,
      dependent: [],
    });
  });

  it("refuses a letter in which a patient stands, writes none of its files and quotes nothing", async () => {
    const content = readLedgerContent(readFileSync(LEDGER)) ?? expect.fail("a ledger");
    const [patient = ""] = privateValues(content, "Aetna").names;
    slip.into = (document) => ({ ...document, notes: [...document.notes, [`Ask about ${patient}.`]] });
    expect(
      await report(LEDGER, "--out", join(folder, "out"), "--payer", "Aetna", "--edition", "payer", "--format", "html"),
    ).toBe(1);
    expect(listed()).toEqual(["report-files.json"]);
    expect(warned.join("\n")).toMatch(
      /letter to Aetna was refused and not written, since these were met in it: patients' names/,
    );
    expect(warned.join("\n")).not.toContain(patient);
  });

  it("leaves a letter alone that somebody has worked on since, and makes an untouched one anew", async () => {
    const line = [LEDGER, "--out", join(folder, "out"), "--payer", "Cigna", "--format", "html"];
    expect(await report(...line)).toBe(0);
    expect(await report(...line, "--as-of", "2026-06-30")).toBe(0);
    const page = join(folder, "out", "internal-edition", "cigna.html");
    writeFileSync(page, "my own words");
    expect(await report(...line)).toBe(1);
    expect(warned.join("\n")).toContain("internal-edition/cigna.html was there before or changed since");
    expect(readFileSync(page, "utf8")).toBe("my own words");
    expect(await report(...line, "--overwrite")).toBe(0);
    expect(readFileSync(page, "utf8")).toContain("<h1>Cigna");
    expect(listed()).toEqual(["internal-edition", "report-files.json"]);
  });

  it("gives the same bytes for the same ledger and day", async () => {
    const line = ["--payer", "Humana", "--edition", "both", "--format", "html,xlsx"];
    for (const place of ["one", "two"]) expect(await report(LEDGER, "--out", join(folder, place), ...line)).toBe(0);
    expect(text("one", "report-files.json")).toBe(text("two", "report-files.json"));
  });

  it("says what is wrong with the line and the practice's file, all of it at once, and writes nothing", async () => {
    const out = ["--out", join(folder, "out")];
    expect(await report(LEDGER)).toBe(2);
    expect(await report(...out)).toBe(2);
    expect(await report(LEDGER, ...out, "--edition", "public")).toBe(2);
    expect(await report(LEDGER, ...out, "--format", "html,odt")).toBe(2);
    expect(warned.at(-1)).toContain('--format "odt" is not known here. Accepted: html, pdf, docx, pptx and xlsx');
    expect(await report(LEDGER, ...out, "--payer", "Nobody Health")).toBe(1);
    expect(warned.at(-1)).toContain("Payers: Aetna, Cigna, Humana and UnitedHealthcare");
    const practice = join(folder, "practice.json");
    writeFileSync(practice, JSON.stringify({ nmae: "x", strengths: "y", answerBy: "soon" }));
    expect(await report(LEDGER, ...out, "--edition", "payer", "--practice", practice)).toBe(1);
    expect(warned.at(-1)).toMatch(/"nmae" is not known; "strengths" has to be a list of texts; "answerBy" is "soon"/);
    expect(listed("")).toEqual(["practice.json"]);
  });

  it("says what comes without a browser, and that a PDF alone needs one", async () => {
    vi.stubEnv("SCA_CHROMIUM", join(folder, "no-browser"));
    const line = [LEDGER, "--out", join(folder, "out"), "--payer", "Humana"];
    expect(await report(...line, "--format", "pdf")).toBe(1);
    expect(warned.at(-1)).toMatch(/A PDF is printed by a browser, and SCA_CHROMIUM names .* which is no program/);
    expect(await report(...line, "--format", "pdf,docx")).toBe(0);
    expect(warned.at(-1)).toContain("there is no PDF, and charts that only a picture tells stand as tables");
    expect(listed("out/internal-edition")).toEqual(["humana.docx"]);
    vi.unstubAllEnvs();
  });
});
