import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { ExcelHost } from "../addin/test-host/client/excel-host.ts";
import { openInExcel, planFor } from "../addin/test-host/structured/structured-workbook.ts";
import { wholeTracker } from "../addin/test-host/structured/whole-tracker.ts";
import { readTracker } from "../analysis/files/reading/read-tracker.ts";
import { newLedger } from "../analysis/files/writing/new-ledger.ts";

/**
 * `npm run bench:excel`: a tracker of 10,000 requests (or as many as are said) written by both hands in one run: the file
 * writer, and Office.js through Microsoft's own client in the test host. Understanding and planning are the same code for
 * both and are timed once. The host's part is told apart: in Excel itself it is Excel's. What travels from machine to
 * machine is the ratio.
 */
const ROWS = Number(process.argv[2] ?? 10_000);
if (!Number.isInteger(ROWS) || ROWS < 1) {
  process.stderr.write("Usage: npm run bench:excel -- [ROWS], a whole number of requests from 1, such as 10000.\n");
  process.exit(2);
}
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

const NO_HOST = (): number => 0;

/** Seconds that the host has worked so far; the rest of a step is the add-in's code and Microsoft's client. */
function hostClock(host: ExcelHost): () => number {
  const answer = host.process.bind(host);
  let seconds = 0;
  host.process = (request) => {
    const start = performance.now();
    const answered = answer(request);
    seconds += (performance.now() - start) / 1000;
    return answered;
  };
  return () => seconds;
}

interface Step<Result> {
  readonly result: Result;
  readonly seconds: number;
  /** Without the host's part. */
  readonly own: number;
}

async function timed<Result>(
  what: string,
  hostSeconds: () => number,
  work: () => Result | Promise<Result>,
): Promise<Step<Result>> {
  const start = performance.now();
  const hostBefore = hostSeconds();
  const result = await work();
  const seconds = (performance.now() - start) / 1000;
  const inHost = hostSeconds() - hostBefore;
  const share = inHost === 0 ? "" : `, ${inHost.toFixed(2)} s of it in the host`;
  process.stdout.write(`${what.padEnd(34)} ${seconds.toFixed(2)} s${share}\n`);
  return { result, seconds, own: seconds - inHost };
}

const folder = mkdtempSync(join(tmpdir(), "sca-bench-"));
try {
  const path = join(folder, "log.csv");
  writeFileSync(path, trackerText(ROWS));
  process.stdout.write(`${ROWS.toLocaleString("en-US")} requests\n`);
  const { result: tracker } = await timed("read the file", NO_HOST, () => readTracker(path));
  const [grid] = tracker.grids;
  if (grid === undefined) throw new Error("the tracker of the bench has one sheet");
  const { hand, host, traffic } = openInExcel(wholeTracker(tracker));
  const inHost = hostClock(host);
  const { result: chosen } = await timed("list the sheets in Excel", inHost, () => hand.sheets());
  const sheets = chosen.map(({ name }) => name);
  const { result: inPane } = await timed("read them through Office.js", inHost, () =>
    hand.readTracker(sheets, () => {}),
  );
  const taken = await hand.takenNames();
  const { result: plan } = await timed("understand and plan (both hands)", inHost, () => planFor(inPane, null, taken));
  const byFile = await timed("write by the file writer", NO_HOST, () => newLedger({ name: tracker.file, grid }, plan));
  traffic.reset();
  const byOffice = await timed("write through Office.js", inHost, () =>
    hand.applyPlan(plan, () => {}, new AbortController().signal),
  );
  const megabytes = (traffic.requestBytes / 1e6).toFixed(1);
  process.stdout.write(`round trips ${traffic.syncs}, ${megabytes} MB sent\n`);
  const over = (seconds: number): string => (seconds / byFile.seconds).toFixed(2);
  process.stdout.write(
    `Office.js over the file writer: ${over(byOffice.seconds)}, without the host ${over(byOffice.own)}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
