import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openInExcel, planFor } from "../addin/test-host/structured/structured-workbook.ts";
import { wholeTracker } from "../addin/test-host/structured/whole-tracker.ts";
import { readTracker } from "../analysis/files/reading/read-tracker.ts";
import { newLedger } from "../analysis/files/writing/new-ledger.ts";

/**
 * `npm run bench:excel`: a tracker of 10,000 requests (or as many as are said) written by both hands in one run: the file
 * writer, and Office.js through Microsoft's own client in the test host. Understanding and planning are the same code for
 * both and are timed once. What travels from machine to machine is the ratio; in Excel itself the host's part is Excel's.
 */
const ROWS = Number(process.argv[2] ?? 10_000);
const SURNAMES = "Ortiz Moss Jones Nash Ruiz Pike Ivey Tate Kerr Cole Usher Hill Dunn Ford Egan".split(" ");
const FIRST = "Ana Ben Cora Dev Ella Finn Gus Hana Ivo June".split(" ");

function trackerText(rows: number): string {
  const lines = [
    "Patient,DOB,Payer,Member ID,Status,Submitted,Decided,Auth Number,Auth Start,Auth End,Code,Units,Rate",
  ];
  for (let at = 0; at < rows; at += 1) {
    const name = `${FIRST[at % FIRST.length]} ${SURNAMES[Math.floor(at / 7) % SURNAMES.length]}`;
    const day = (offset: number) =>
      new Date(Date.UTC(2025, 0, 1 + ((at * 7) % 300) + offset)).toISOString().slice(0, 10);
    const payer = ["Aetna", "Cigna", "Humana", "Optum"][at % 4];
    lines.push(
      `${name},19${50 + (at % 45)}-0${1 + (at % 9)}-1${at % 10},${payer},W${100_000_000 + at * 37},Approved,${day(0)},${day(9)},A${500_000 + at},${day(10)},${day(70)},90834,${8 + (at % 20)},$120.00/session`,
    );
  }
  return `${lines.join("\n")}\n`;
}

async function timed<Result>(what: string, work: () => Result | Promise<Result>): Promise<[Result, number]> {
  const start = process.hrtime.bigint();
  const result = await work();
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  process.stdout.write(`${what.padEnd(44)} ${seconds.toFixed(2)} s\n`);
  return [result, seconds];
}

const folder = mkdtempSync(join(tmpdir(), "sca-bench-"));
try {
  const path = join(folder, "log.csv");
  writeFileSync(path, trackerText(ROWS));
  process.stdout.write(`${ROWS} requests\n`);
  const [tracker] = await timed("read the file", () => readTracker(path));
  const [grid] = tracker.grids;
  if (grid === undefined) throw new Error("the tracker of the bench has one sheet");
  const { hand, traffic } = openInExcel(wholeTracker(tracker));
  const [chosen] = await timed("list the sheets in Excel", () => hand.sheets());
  const [inPane] = await timed("read them through Office.js", () =>
    hand.readTracker(
      chosen.map(({ name }) => name),
      () => {},
    ),
  );
  const [plan] = await timed("understand and plan (both hands)", async () =>
    planFor(inPane, null, await hand.takenNames()),
  );
  const [, byFile] = await timed("write by the file writer", () => newLedger({ name: tracker.file, grid }, plan));
  traffic.reset();
  const [, byOffice] = await timed("write through Office.js, the host included", () =>
    hand.applyPlan(plan, () => {}, new AbortController().signal),
  );
  const megabytes = (traffic.requestBytes / 1e6).toFixed(1);
  process.stdout.write(`round trips ${traffic.syncs}, ${megabytes} MB sent\n`);
  process.stdout.write(`Office.js over the file writer: ${(byOffice / byFile).toFixed(2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
