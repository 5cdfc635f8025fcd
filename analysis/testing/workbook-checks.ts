import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

async function withFile<Result>(workbook: Uint8Array, work: (path: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "sca-check-"));
  try {
    const path = join(folder, "workbook.xlsx");
    await writeFile(path, workbook);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the schemas of ECMA-376 object to, a line a part; `validator` is the script beside the schemas. */
export async function schemaErrors(workbook: Uint8Array, validator: string): Promise<readonly string[]> {
  return withFile(workbook, async (path) => {
    const answer = await run(validator, [path]).then(
      ({ stdout }) => ({ stdout, failed: false }),
      (error: unknown) => ({ stdout: String(error instanceof Error && Reflect.get(error, "stdout")), failed: true }),
    );
    return answer.failed ? answer.stdout.trim().split("\n") : [];
  });
}

const OPEN = `
import sys, json, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([[sheet.title, sorted(sheet.tables)] for sheet in book.worksheets]))
`;

/** True where Python with openpyxl is installed; says once on standard error what is missing. */
export function hasOpenpyxl(): boolean {
  try {
    execFileSync("/usr/bin/python3", ["-c", "import openpyxl"], { stdio: "ignore" });
    return true;
  } catch {
    process.stderr.write("skipped: openpyxl is not installed\n");
    return false;
  }
}

/** The sheets with their tables as openpyxl, a reader that we have no hand in, finds them. */
export async function tablesByOpenpyxl(workbook: Uint8Array): Promise<unknown> {
  return withFile(workbook, async (path) => {
    const { stdout } = await run("/usr/bin/python3", ["-W", "ignore", "-c", OPEN, path]);
    return JSON.parse(stdout);
  });
}
