import { execFile, execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { addressOf, type Cell } from "../../sca/tracker/grid.ts";
import type { CalendarDate } from "../../sca/values/calendar-date.ts";
import { trackerFromBytes } from "../files/reading/read-tracker.ts";

const run = promisify(execFile);

// Both loading filters recalculate always: left to itself, LibreOffice trusts the results that it finds in the file.
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
</oor:items>`;

/** A cell's value apart from how it is shown. */
export type CellValue = string | number | boolean | { readonly error: string } | { readonly day: CalendarDate };

/** Values by sheet and address: `values.get("Cases")?.get("C5")`. */
export type WorkbookValues = ReadonlyMap<string, ReadonlyMap<string, CellValue>>;

/** True where the programs that the system tests need are installed; says once on standard error what is missing. */
export function hasLibreOffice(): boolean {
  return ["soffice", "faketime"].every((program) => {
    try {
      execFileSync("which", [program], { stdio: "ignore" });
      return true;
    } catch {
      process.stderr.write(`skipped: ${program} is not installed\n`);
      return false;
    }
  });
}

/**
 * Opens a workbook in LibreOffice on that day, computes every formula anew and saves it as .xlsx.
 * Throws where LibreOffice cannot open it.
 */
export async function resaveWithLibreOffice(workbook: Uint8Array, asOf: CalendarDate): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "sca-libreoffice-"));
  try {
    const profile = join(folder, "profile");
    await mkdir(join(profile, "user"), { recursive: true });
    await writeFile(join(profile, "user", "registrymodifications.xcu"), SETTINGS);
    await writeFile(join(folder, "in.xlsx"), workbook);
    const convert = ["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "out")];
    await run(
      "faketime",
      [`${asOf} 12:00:00`, "soffice", `-env:UserInstallation=file://${profile}`, ...convert, join(folder, "in.xlsx")],
      { timeout: 150_000 },
    );
    return new Uint8Array(await readFile(join(folder, "out", "in.xlsx")));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every formula's result as LibreOffice computes it on that day. */
export async function recalculateWithLibreOffice(workbook: Uint8Array, asOf: CalendarDate): Promise<WorkbookValues> {
  return valuesIn(await resaveWithLibreOffice(workbook, asOf));
}

/** Every cell's value as the workbook holds it; `formulasOnly` leaves out what was typed. */
export function valuesIn(workbook: Uint8Array, formulasOnly = false): WorkbookValues {
  const values = new Map<string, Map<string, CellValue>>();
  for (const grid of trackerFromBytes(workbook, "workbook.xlsx").grids) {
    const cells = new Map<string, CellValue>();
    for (const cell of grid.rows.flatMap((row) => row.cells)) {
      if (!formulasOnly || cell.formula !== undefined) cells.set(addressOf(cell), cellValue(cell));
    }
    values.set(grid.sheet ?? "", cells);
  }
  return values;
}

function cellValue(cell: Cell): CellValue {
  if (cell.kind === "number") return cell.number ?? Number.NaN;
  if (cell.kind === "date" && cell.day !== undefined) return { day: cell.day };
  if (cell.kind === "boolean") return cell.text.toUpperCase() === "TRUE";
  if (cell.kind === "error") return { error: cell.text };
  return cell.text;
}

/**
 * The formulas whose cached result is not what LibreOffice computes, each in a line. Numbers may differ by one part in a
 * thousand million.
 */
export function differences(cached: WorkbookValues, computed: WorkbookValues): string[] {
  return [...cached].flatMap(([sheet, cells]) =>
    [...cells].flatMap(([address, value]) => {
      const other = computed.get(sheet)?.get(address) ?? "";
      return isSame(value, other)
        ? []
        : `${sheet}!${address}: cached ${JSON.stringify(value)}, computed ${JSON.stringify(other)}`;
    }),
  );
}

function isSame(a: CellValue, b: CellValue): boolean {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  return JSON.stringify(a) === JSON.stringify(b);
}
