import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommandLine } from "./commands/command-line.ts";
import { MEASURED_AS_OF, measuredLedger, workbookOf } from "./testing/measured-ledger.ts";

const PYTHON = "/usr/bin/python3";

function hasPython(): boolean {
  try {
    execFileSync(PYTHON, ["-c", "import openpyxl"], { stdio: "ignore" });
    return true;
  } catch {
    process.stderr.write("skipped: Python with openpyxl is not installed\n");
    return false;
  }
}

type Figures = Readonly<Record<string, number | string | null>>;
interface Measured {
  readonly asOf: string;
  readonly all: Figures;
  readonly payers: readonly Figures[];
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sca-measures-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const terminal = { say: () => undefined, warn: (line: string) => expect.fail(line), progress: () => undefined };

async function measured(ledger: string, asOf: string): Promise<Measured> {
  const json = `${ledger}.${asOf}.json`;
  expect(await runCommandLine(["measures", ledger, "--as-of", asOf, "--json", json, "--overwrite"], terminal)).toBe(0);
  return JSON.parse(readFileSync(json, "utf8"));
}

function bySecondHand(ledger: string, asOf: string): Measured {
  const script = join(import.meta.dirname, "testing", "measures.py");
  return JSON.parse(execFileSync(PYTHON, [script, ledger, asOf], { encoding: "utf8", maxBuffer: 2 ** 26 }));
}

/** Figures that differ by more than one part in a thousand million, each in a line. */
function differences(ours: Figures, theirs: Figures): string[] {
  return Object.entries(theirs).flatMap(([name, value]) => {
    const own = ours[name];
    const isSame =
      typeof own === "number" && typeof value === "number"
        ? Math.abs(own - value) <= 1e-9 * Math.max(1, Math.abs(value))
        : own === value;
    return isSame ? [] : [`${ours["payer"] ?? "all"} ${name}: ${own}, Python ${value}`];
  });
}

describe.skipIf(!hasPython())("sca measures", () => {
  it.each([11, 23, 47])("tells what Python computes from the same workbook, ledger %i", async (seed) => {
    const ledger = join(folder, `ledger-${seed}.xlsx`);
    writeFileSync(ledger, workbookOf(measuredLedger(120, seed)));
    const ours = await measured(ledger, MEASURED_AS_OF);
    const theirs = bySecondHand(ledger, MEASURED_AS_OF);
    expect(ours.payers.map(({ payer }) => payer)).toEqual(theirs.payers.map(({ payer }) => payer));
    expect(Object.keys(theirs.all).length).toBe(29);
    const all = [ours.all, ...ours.payers];
    expect(all.flatMap((figures, at) => differences(figures, [theirs.all, ...theirs.payers][at] ?? {}))).toEqual([]);
    const blank = Object.entries(ours.all).filter(([, value]) => value === null);
    expect(blank).toEqual([]);
  });

  it("tells the same of a ledger that another program saved without the results of formulas", async () => {
    const ledger = join(folder, "saved.xlsx");
    const again = join(folder, "saved-elsewhere.xlsx");
    writeFileSync(ledger, workbookOf(measuredLedger(60, 5)));
    execFileSync(PYTHON, [
      "-c",
      "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])",
      ledger,
      again,
    ]);
    for (const asOf of [MEASURED_AS_OF, "2025-12-19"]) {
      const { all, payers } = await measured(again, asOf);
      expect({ all, payers }).toEqual(
        await measured(ledger, asOf).then((one) => ({ all: one.all, payers: one.payers })),
      );
    }
  });
});
