import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Outcome, TrackedCase } from "../../sca/tracker/tracked-case.ts";
import { parseIsoDay } from "../../sca/values/calendar-date.ts";
import { fontFaces } from "./page-fonts.ts";
import { payerSummary } from "./payer-summary.ts";

const has = (program: string, option: string) => spawnSync(program, [option]).error === undefined;
const canBrowse = has("chromium", "--version") && has("pdfinfo", "-v");

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-pdf-header-footer",
  "--enable-logging=stderr",
];

function requests(payer: string, outcomes: readonly Outcome[]): TrackedCase[] {
  return outcomes.map((outcome, index) => ({
    id: `${payer}-${index}`,
    source: { sheet: "Log", rows: [index + 2] },
    payer,
    outcome,
    model: "perDiem",
    rate: 400 + index,
    services: [],
    periods: [{ unitsAuthorized: 20 }],
    review: [],
    notes: [],
  }));
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sca-page-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!canBrowse)("the payer summary in a browser", () => {
  it("shows under its own content policy without a complaint, and prints as a tagged document", async () => {
    const cases = [
      ...requests("Aetna", ["approved", "approved", "denied"]),
      ...requests("Cigna", ["pending", "denied"]),
    ];
    const asOf = parseIsoDay("2026-03-16") ?? expect.fail("a day");
    const page = join(folder, "page.html");
    const paper = join(folder, "page.pdf");
    const understanding = { file: "log.xlsx", cases, notCases: [], questions: [], headings: [] };
    writeFileSync(page, await payerSummary(understanding, asOf, undefined, fontFaces()));
    const profile = `--user-data-dir=${join(folder, "profile")}`;
    const shown = spawnSync("chromium", [...FLAGS, profile, `--print-to-pdf=${paper}`, pathToFileURL(page).href], {
      encoding: "utf8",
    });
    expect(shown.stderr).not.toMatch(/CONSOLE|Refused to|Content.Security/);
    const facts = spawnSync("pdfinfo", [paper], { encoding: "utf8" }).stdout;
    expect(facts).toMatch(/Tagged:\s+yes/);
    expect(facts).toMatch(/Pages:\s+[12]\n/);
    expect(spawnSync("pdffonts", [paper], { encoding: "utf8" }).stdout).toMatch(/Inter/);
    const words = spawnSync("pdftotext", ["-layout", paper, "-"], { encoding: "utf8" }).stdout;
    expect(words).toContain("How often does each payer say yes?");
    expect(words).toMatch(/Aetna hint\s+3\s+2\s+0\s+0\s+1\s+67%/);
  });
});
