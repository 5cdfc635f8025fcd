import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { textTable } from "../analysis/commands/text-table.ts";
import { BENCH_AS_OF, writeLargeLedger } from "./bench/large-ledger.ts";
import type { PayerFigures } from "./bench/pipelines/pipeline-result.ts";

/**
 * `npm run bench`: approval rate, multiple of Medicare and unit yield of each payer from the tables of an invented ledger
 * with a million service lines (`-- --lines 100000` for fewer), by our engine, DuckDB's own reader and median, polars,
 * pandas and arquero, each in a process of its own, in turns. Then the whole job on all five tables: `sca measures`, which
 * tells every measure and what it leaves out, beside the same queries over tables that DuckDB's own reader makes. What
 * travels from machine to machine is the ratio. The tables lie in a temporary folder and are removed; `--out FILE` writes
 * the figures, `--python PATH` names the Python that has polars or pandas.
 */
const { values } = parseArgs({
  options: {
    lines: { type: "string", default: "1000000" },
    rounds: { type: "string", default: "3" },
    python: { type: "string", default: "python3" },
    out: { type: "string" },
  },
});

interface Round {
  readonly figures: readonly PayerFigures[] | null;
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakMb: number;
}

const PIPELINES = join(import.meta.dirname, "bench", "pipelines");
const NODE = [process.execPath, "--import", "tsx"];
const pipeline = (name: string): string => join(PIPELINES, name);
const CONTENDERS: readonly { readonly name: string; readonly line: readonly string[]; readonly needs?: string }[] = [
  { name: "ours", line: [...NODE, pipeline("ours.ts")] },
  { name: "DuckDB, its own CSV path", line: [...NODE, pipeline("duckdb.ts")] },
  { name: "polars", line: [values.python, pipeline("with_polars.py")], needs: "polars" },
  { name: "pandas", line: [values.python, pipeline("with_pandas.py")], needs: "pandas" },
  { name: "arquero alone", line: [...NODE, pipeline("with-arquero.ts")] },
  { name: "sca measures, everything", line: [...NODE, pipeline("everything.ts")] },
  { name: "DuckDB's CSV path, everything", line: [...NODE, pipeline("duckdb-everything.ts")] },
];

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function isInstalled(needs: string | undefined): boolean {
  return needs === undefined || spawnSync(values.python, ["-c", `import ${needs}`], { stdio: "ignore" }).status === 0;
}

function run(line: readonly string[], folder: string): Round {
  const [program = "", ...rest] = line;
  const start = performance.now();
  const text = execFileSync(program, [...rest, folder], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const wallMs = performance.now() - start;
  return { ...(JSON.parse(text) as Omit<Round, "wallMs">), wallMs };
}

/** Figures that differ from ours by more than one part in a thousand million. */
function differences(ours: readonly PayerFigures[], theirs: readonly PayerFigures[] | null): string[] {
  if (theirs === null) return [];
  if (theirs.length !== ours.length) return [`${theirs.length} payers`];
  return ours.flatMap((payer, at) =>
    Object.entries(payer).flatMap(([name, figure]) => {
      const other = theirs[at]?.[name as keyof PayerFigures];
      const isSame =
        typeof figure === "number" && typeof other === "number"
          ? Math.abs(figure - other) <= 1e-9 * Math.max(1, Math.abs(figure))
          : figure === other;
      return isSame ? [] : [`${payer.payer} ${name} ${other}, ours ${figure}`];
    }),
  );
}

function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? 0;
}

const folder = mkdtempSync(join(tmpdir(), "sca-bench-"));
try {
  const tables = join(folder, "tables");
  mkdirSync(tables);
  await writeLargeLedger(tables, Number(values.lines));
  const size = Math.round(statSync(join(tables, "ServiceLines.csv")).size / 1e6);
  say(
    `${values.lines} service lines (${size} MB) of an invented ledger, as of ${BENCH_AS_OF}; ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}`,
  );
  const rounds = new Map<string, Round[]>();
  const there = CONTENDERS.filter(({ needs }) => isInstalled(needs));
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const { name, line } of there) rounds.set(name, [...(rounds.get(name) ?? []), run(line, tables)]);
  }
  const of = (name: string, what: (round: Round) => number): number => median((rounds.get(name) ?? []).map(what));
  const ours = rounds.get("ours")?.[0]?.figures ?? [];
  const results = CONTENDERS.map(({ name }) => {
    const found = rounds.get(name);
    if (found === undefined) return { name, installed: false };
    const unlike = differences(ours, found[0]?.figures ?? null);
    if (unlike.length > 0) throw new Error(`${name} tells other figures: ${unlike.slice(0, 3).join("; ")}`);
    const [wallMs, cpuMs, peakMb] = [
      of(name, (one) => one.wallMs),
      of(name, (one) => one.cpuMs),
      of(name, (one) => one.peakMb),
    ];
    return {
      name,
      installed: true,
      wallMs,
      cpuMs,
      peakMb,
      wallRatio: wallMs / of("ours", (one) => one.wallMs),
      cpuRatio: cpuMs / of("ours", (one) => one.cpuMs),
    };
  });
  const rows = results.map((one) =>
    "wallMs" in one
      ? [
          one.name,
          `${Math.round(one.wallMs ?? 0)}`,
          `${(one.wallRatio ?? 0).toFixed(2)}`,
          `${Math.round(one.cpuMs ?? 0)}`,
          `${(one.cpuRatio ?? 0).toFixed(2)}`,
          `${Math.round(one.peakMb ?? 0)}`,
        ]
      : [one.name, "not installed", "", "", "", ""],
  );
  for (const text of textTable(["", "ms", "to ours", "CPU ms", "to ours", "peak MB"], rows, {
    figures: new Set([1, 2, 3, 4, 5]),
    widest: 40,
  }))
    say(text);
  say(
    `Medians of ${values.rounds} rounds in turns, a fresh process each, its start included; the figures of all are the same to nine digits. Load at the end: ${loadavg()[0]?.toFixed(1)}.`,
  );
  if (values.out !== undefined)
    writeFileSync(
      values.out,
      `${JSON.stringify({ lines: Number(values.lines), rounds: Number(values.rounds), load: loadavg(), results }, null, 2)}\n`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
