import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseXml } from "../../analysis/files/writing/xml-element.ts";
import { RIBBON_COMMANDS } from "../commands/ribbon-commands.ts";
import { faultSentence } from "./manifest-fault.ts";
import { PLANTED_FAULTS } from "./planted-faults.ts";
import { type ManifestSurroundings, validateManifest } from "./validate-manifest.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");
const MANIFEST = readFileSync(join(ROOT, "manifest.xml"), "utf8");
const MADE_BY_THE_BUILD = ["taskpane.html", "functions.js", "functions.json", "help.html"];

const AROUND: ManifestSurroundings = {
  commands: RIBBON_COMMANDS,
  functions: { declared: ["DAYSLEFT"], associated: ["DAYSLEFT"] },
  file: (path) => {
    if (MADE_BY_THE_BUILD.includes(path)) return new Uint8Array();
    const onDisk = join(ROOT, "addin", path);
    return path.startsWith("assets/") && existsSync(onDisk) ? readFileSync(onDisk) : null;
  },
  members: [{ member: "Table.resize", set: "1.13", isFeatureTested: true }],
};

function sentences(text: string, around: ManifestSurroundings = AROUND): readonly string[] {
  return validateManifest(parseXml(text), around).map((fault) => faultSentence(fault, text));
}

/** The manifest with one thing spoilt; fails where there was nothing to spoil. */
function spoilt(good: string | RegExp, bad: string): string {
  const text = MANIFEST.replace(good, bad);
  expect(text, `nothing to spoil: ${good}`).not.toBe(MANIFEST);
  return text;
}

describe("the add-in's manifest", () => {
  it("has no fault", () => {
    expect(sentences(MANIFEST)).toEqual([]);
  });

  it("stays without fault for another host", () => {
    expect(sentences(MANIFEST.replaceAll("https://localhost:3000", "https://example.org/sca"))).toEqual([]);
  });
});

describe("a fault planted in the manifest is told: where, what was found, what is accepted", () => {
  for (const [what, good, bad, sentence] of PLANTED_FAULTS) {
    it(what, () => {
      const told = sentences(spoilt(good, bad));
      expect(
        told.some((line) => sentence.test(line)),
        told.join("\n"),
      ).toBe(true);
      for (const line of told) expect(line).toMatch(/^manifest\.xml line \d+, .+: found .+; accepted is .+\.$/);
    });
  }

  it("and so is what does not fit the code", () => {
    const around = (changes: Partial<ManifestSurroundings>) =>
      sentences(MANIFEST, { ...AROUND, ...changes }).join("\n");
    expect(
      around({ commands: [...RIBBON_COMMANDS, { id: "openTerms", label: "Terms", view: "rate", starts: null }] }),
    ).toMatch(/no button for the command "openTerms"/);
    expect(around({ functions: { declared: ["FLOOR"], associated: ["COUNTER"] } })).toMatch(
      /FLOOR in functions.json, without code[\s\S]*code for COUNTER, not in functions.json/,
    );
    expect(around({ functions: { declared: [], associated: [] } })).toMatch(/no function in functions.json/);
    const member = (set: string | null, isFeatureTested: boolean) =>
      around({ members: [{ member: "Table.resize", set, isFeatureTested }] });
    expect(member("1.13", false)).toMatch(/Table.resize of ExcelApi 1.13, used untested; accepted is up to 1.9/);
    expect(member("1.15", true)).toMatch(/Table.resize of ExcelApi 1.15; accepted is up to 1.14/);
    expect(member(null, true)).toMatch(/Table.resize, which no set is known to bring/);
    expect(member("1.9", false)).toBe("");
  });
});
