import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inventedIndicesCsv, inventedValuesCsv } from "../analysis/testing/official-texts.ts";
import { packageOf } from "../analysis/testing/workbook-fixture.ts";

/**
 * Runs what the README tells a newcomer to run, in a copy of the project, so that no one's out/ is touched. `npm ci` is
 * left to the machine that runs the tests, and `npm test` cannot run inside itself: it has to exist.
 */
const ROOT = resolve(import.meta.dirname, "..");
const PARTS = ["package.json", "tsconfig.json", "tsconfig.base.json", "sca", "analysis", "scripts", "data-samples"];
const README = readFileSync(join(ROOT, "README.md"), "utf8");

let home = "";
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "sca readme "));
  for (const part of PARTS) cpSync(join(ROOT, part), join(home, part), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(home, "node_modules"), "dir");
  cpSync(join(home, "data-samples", "infusion-center.csv"), join(home, "my-tracker.csv"));
  cpSync(join(home, "data-samples", "recovery-center.xlsx"), join(home, "my-tracker.xlsx"));
  const values = inventedValuesCsv(2025, "D", "32.3465");
  const release = packageOf({ "PPRRVU2025_Oct.csv": values, "GPCI2025.csv": inventedIndicesCsv(2025) });
  writeFileSync(join(home, "RVU25D.zip"), release);
  const rows = ["2025,2025-11-03,10112,00,90834,,nonfac", "2025,2025-11-03,NATIONAL,,99213,,fac"];
  writeFileSync(join(home, "my-services.csv"), `year,dos_from,mac,locality,hcpcs,mod,setting\n${rows.join("\n")}\n`);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function run(line: string): { readonly status: number | null; readonly out: string; readonly err: string } {
  const env = { ...process.env, SCA_HOME: join(home, "loaded") };
  const { status, stdout, stderr } = spawnSync(line, { cwd: home, shell: true, encoding: "utf8", env });
  return { status, out: stdout, err: stderr };
}

/** Every line of the README's shell blocks. */
const commands = [...README.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = ""]) => block.trim().split("\n"));

/** What a command says when it did what the README tells. */
function promised(line: string): RegExp {
  if (line.includes("sca -- medicare ")) return /kept as physician-2025D\.txt/;
  if (line.includes("--batch")) return /2 rows: 2 priced.*Written: my-services\.priced\.csv/s;
  if (line.includes("sca -- rate S9480")) return /no Medicare benchmark.*3 x 90853 at .*Sum: /s;
  if (line.includes("sca -- measures "))
    return /51 requests, as of .*Approved .*Turnaround .*Written: my-measures\.json/s;
  if (line.includes("sca -- report "))
    return /1 payer, as of 2026-09-30.*internal-edition\/aetna\.html.*payer-edition\/aetna\/redaction-proof\.txt/s;
  if (line.includes("analyze -- "))
    return /91 requests, as of 2026-09-30.*approval-rates .*capacity-and-access .*Written: out\/analysis.*Not counted/s;
  if (line.includes("approval-rates.ts ")) return /approval-rates +20 slices: approval-rates\.csv and \.svg/;
  if (line.includes("notebook -- "))
    return /payer-leverage: 51 requests of my-tracker\.ledger\.xlsx, .*Written: my-tracker\.ledger\.payer-leverage\.html/s;
  if (line.includes("sca -- rate ")) return /is Medicare's amount for one unit.*% of Medicare/s;
  return /(Written|Updated): .*\.ledger\.xlsx/;
}

describe("the README", () => {
  it("shows its first commands on the first screen", () => {
    const screen = README.split("\n").slice(0, 30).join("\n");
    for (const line of ["npm ci && npm start", "npm start -- my-tracker.xlsx", "npm ci && npm test"]) {
      expect(screen).toContain(line);
    }
  });

  it("names only scripts that exist", () => {
    const scripts: unknown = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).scripts;
    const named = [
      ...`${README}${readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8")}`.matchAll(/npm run (?:--silent )?([\w:]+)/g),
    ];
    expect(named.length).toBeGreaterThan(0);
    for (const [, name = ""] of named) expect(scripts).toHaveProperty([name]);
  });

  it.each(commands.map((line) => line.replace("npm ci && ", "")).filter((line) => line !== "npm test"))(
    "tells the truth about: %s",
    (line) => {
      const { status, out, err } = run(line);
      // Without a browser the report says what comes without one.
      expect(err.replaceAll(/^(?:npm warn|Since no Chromium).*\n/gm, "")).toBe("");
      expect(out).toMatch(promised(line));
      expect(out.trim().split("\n").length).toBeLessThanOrEqual(20);
      expect(status).toBe(0);
    },
  );

  it("finds the ledger and the page of the sample where it says they are", () => {
    expect(readdirSync(join(home, "out"))).toEqual(
      expect.arrayContaining(["recovery-center.ledger.xlsx", "recovery-center.payers.html", "my-tracker.ledger.xlsx"]),
    );
    expect(existsSync(join(home, "my-tracker.ledger.xlsx"))).toBe(true);
  });

  it("tells which files can be relative to the project: every link leads somewhere", () => {
    for (const [, target = ""] of README.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
      expect(existsSync(join(ROOT, target)), target).toBe(true);
    }
  });
});
