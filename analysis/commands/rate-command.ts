import { resolve } from "node:path";
import type { BenchmarkQuestion } from "../../sca/medicare/benchmark.ts";
import { componentBuildUp } from "../../sca/medicare/component-build-up.ts";
import type { MedicareLibrary } from "../../sca/medicare/fee-schedule.ts";
import { readPlace } from "../../sca/medicare/place.ts";
import { benchmarkWith } from "../../sca/medicare/price.ts";
import { programComparison } from "../../sca/medicare/program-comparison.ts";
import { misnamedProgram, noBenchmarkOf, type Program, programOf } from "../../sca/medicare/programs.ts";
import { percentOf } from "../../sca/rates/fraction.ts";
import type { Cents } from "../../sca/values/money.ts";
import { writeFileAtomically } from "../files/writing/write-file.ts";
import { medicareFolder, readLibrary } from "../medicare/library-folder.ts";
import { counted } from "../report/figures.ts";
import { UserProblem } from "../user-problem.ts";
import { agreedLines } from "./agreed-lines.ts";
import { type Arguments, readArguments, UsageProblem } from "./arguments.ts";
import { checkExportPlace } from "./export-place.ts";
import { agreedForCode } from "./ledger-payer.ts";
import { buildUpLines, comparisonLines, dayServices, noBenchmarkLines } from "./program-lines.ts";
import { type BatchOutcome, rateBatch } from "./rate-batch.ts";
import { amountLines } from "./rate-lines.ts";
import { agreedRate, modifiersOf, rateBasis, rateTerms, serviceDay } from "./rate-question.ts";
import type { Terminal } from "./terminal.ts";

const RATE_HELP = `sca rate CODE --day YYYY-MM-DD --place PLACE --setting SETTING [--modifiers 26] [--agreed 162.50] [--json FILE]
sca rate CODE --day YYYY-MM-DD --services-per-day 3 [--program iop|php] [--build-up "90834x1,90853x3" --place … --setting …]
sca rate --batch IN.csv --out OUT.csv [--overwrite]

What Medicare's physician fee schedule states for one unit of a code, with everything the figure comes from, or why there
is no Medicare benchmark. Load the fee schedules first: sca medicare FILE…

  --day YYYY-MM-DD       the day of service (or --as-of); which release and conversion factor hold goes by it
  --place PLACE          contractor and locality (10112-00), a ZIP code, "Cook County, IL", or national
  --setting SETTING      office, facility, or the two digits of the place of service
  --modifiers 26         26, TC and 53 have amounts of their own; the others leave the benchmark as it is
  --qp                   from 2026: the conversion factor of qualifying APM participants; else everyone else's
  --floor with|without   the work index with or without the floor of 1.0; else what the law has on the day
  --agreed 162.50        also says what percentage of Medicare a rate is
  --ledger LEDGER.xlsx [--payer NAME]
                         also says what each payer, or this one, agreed to before for the code
  --services-per-day 3   a program's day (H0015, S9480, H0035, S0201, 0905 …) beside Medicare's day rates: 3, or 4 for more
  --program iop|php      what the agreement calls the program
  --build-up LIST        the sum of the services of a program's day
  --json FILE            also writes the answer for other programs
  --batch IN.csv         prices rows: year, dos_from, mac, locality, hcpcs, mod, setting; --out gets them with amount,
                         reason and release. --overwrite replaces a file that is no earlier answer
  --medicare DIR         where the fee schedules were loaded, if not in the usual folder`;

const PROGRAM_OPTIONS = ["services-per-day", "program", "build-up"] as const;
const TEXT_OPTIONS = [
  ...PROGRAM_OPTIONS,
  "day",
  "as-of",
  "place",
  "setting",
  "modifiers",
  "floor",
  "agreed",
  "ledger",
  "payer",
  "json",
  "batch",
  "out",
  "medicare",
];

/** `sca rate`: throws a UsageProblem for the line, a UserProblem for the files. */
export async function rateCommand(line: readonly string[], terminal: Terminal): Promise<void> {
  const given = readArguments(line, { text: TEXT_OPTIONS, flags: ["qp", "overwrite", "help"] });
  if (given.isSet("help")) {
    terminal.say(RATE_HELP);
    return;
  }
  const folder = given.text("medicare") === undefined ? medicareFolder() : resolve(given.text("medicare") ?? "");
  if (given.text("batch") === undefined) await oneRate(given, folder, terminal);
  else await manyRates(given, folder, terminal);
}

function refuseNothingLoaded(library: MedicareLibrary, folder: string): void {
  if (library.releases.length > 0) return;
  throw new UserProblem(
    "nothing-loaded",
    `No fee schedule is loaded in ${folder}. Download the relative value file of the year from cms.gov (RVU25D.zip for October 2025) and load it: sca medicare RVU25D.zip`,
  );
}

async function oneRate(given: Arguments, folder: string, terminal: Terminal): Promise<void> {
  const [code, ...rest] = given.words;
  if (code === undefined) throw new UsageProblem("Name a code: sca rate 90837 --day … --place … --setting …");
  if (rest.length > 0)
    throw new UsageProblem(`One code at a time; "${rest[0]}" is one too many. Modifiers go behind --modifiers.`);
  if (given.text("out") !== undefined)
    throw new UsageProblem("--out belongs to --batch; for one code, --json FILE writes the answer.");
  const json = given.text("json");
  if (json !== undefined) await checkExportPlace(json, given.isSet("overwrite"));
  const agreed = agreedRate(given);
  const program = programOf(code);
  const answer =
    program === null
      ? await codeAnswer(code, given, folder, agreed)
      : await programAnswer(program, given, folder, agreed);
  const before = await agreedForCode(code, given);
  for (const text of [...answer.lines, ...(before === null ? [] : ["", ...before.lines])]) terminal.say(text);
  if (json === undefined) return;
  const agreedBefore = before === null ? {} : { agreedBefore: before.agreedBefore };
  const text = `${JSON.stringify({ format: "sca-rate/1", code, ...answer.data, ...agreedBefore }, null, 2)}\n`;
  await writeFileAtomically(json, new TextEncoder().encode(text));
  terminal.say(`Written: ${json}`);
}

/** What is told, and the same for other programs. */
interface Told {
  readonly lines: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}

async function codeAnswer(code: string, given: Arguments, folder: string, agreed: Cents | null): Promise<Told> {
  for (const option of PROGRAM_OPTIONS) {
    if (given.text(option) === undefined) continue;
    throw new UsageProblem(
      `--${option} is for programs that are paid by the day (H0015, S9480, H0035, S0201, 0905 …); ${code} is none.`,
    );
  }
  const { placeText, ...terms } = rateTerms(given);
  const library = await readLibrary(folder);
  refuseNothingLoaded(library, folder);
  const place = readPlace(placeText, library, terms.day);
  if (place.kind === "none") return { lines: noBenchmarkLines(code, place), data: { benchmark: place } };
  const question: BenchmarkQuestion = { code, modifiers: modifiersOf(given), place, ...terms };
  const benchmark = benchmarkWith(library)(question);
  if (benchmark.kind === "none") return { lines: noBenchmarkLines(code, benchmark), data: { question, benchmark } };
  const lines = amountLines(benchmark, question, library);
  if (agreed === null) return { lines, data: { question, benchmark } };
  const percentOfMedicare = percentOf(agreed, benchmark.cents, 1);
  return {
    lines: [...lines, "", ...agreedLines(benchmark, agreed)],
    data: { question, benchmark, agreedCents: agreed, percentOfMedicare },
  };
}

/** That there is no benchmark comes first, always; comparisons only where they are asked for. */
async function programAnswer(program: Program, given: Arguments, folder: string, agreed: Cents | null): Promise<Told> {
  const benchmark = noBenchmarkOf(program);
  const lines = noBenchmarkLines(program.code, benchmark);
  const data: Record<string, unknown> = { benchmark };
  const calledBy = calledByOf(given);
  const misnamed = calledBy === undefined ? null : misnamedProgram(program.code, calledBy);
  if (misnamed !== null) lines.push(`  Note: ${misnamed}`);
  const services = servicesPerDay(given);
  const buildUp = given.text("build-up");
  if (services !== null) {
    const day = serviceDay(given);
    if (day === null)
      throw new UsageProblem("Medicare's day rates go by the year: add --day 2025-03-01 (the day of service).");
    const library = await readLibrary(folder);
    const question = { code: program.code, servicesPerDay: services, day };
    const comparison = programComparison(question, library);
    lines.push("", ...comparisonLines(comparison, agreed));
    data["comparison"] = comparison;
  }
  if (buildUp !== undefined) {
    const { placeText, ...terms } = rateTerms(given);
    const library = await readLibrary(folder);
    refuseNothingLoaded(library, folder);
    const place = readPlace(placeText, library, terms.day);
    if (place.kind === "none") lines.push("", `No sum of the day's services: ${place.sentence}`);
    else {
      const built = componentBuildUp(dayServices(buildUp, { place, ...terms }), benchmarkWith(library));
      lines.push("", ...buildUpLines(built, agreed));
      data["buildUp"] = built;
    }
  }
  if (services === null && buildUp === undefined && agreed !== null) {
    lines.push(
      "",
      "  The agreed rate can be set beside Medicare's day rates with --services-per-day 3 (or 4), or --build-up.",
    );
  }
  return { lines, data };
}

function calledByOf(given: Arguments): "intensiveOutpatient" | "partialHospitalization" | undefined {
  const text = given.text("program")?.toLowerCase();
  if (text === undefined) return undefined;
  if (text === "iop") return "intensiveOutpatient";
  if (text === "php") return "partialHospitalization";
  throw new UsageProblem(
    `--program "${text}" is not known. Write iop (intensive outpatient) or php (partial hospitalization).`,
  );
}

function servicesPerDay(given: Arguments): number | null {
  const text = given.text("services-per-day");
  if (text === undefined) return null;
  const count = /^\d{1,2}\+?$/.test(text) ? Number(text.replace("+", "")) : 0;
  if (count < 3) {
    throw new UsageProblem(
      `--services-per-day "${text}": Medicare's day rates are for 3 services and for 4 or more. Write 3 or 4.`,
    );
  }
  return count;
}

async function manyRates(given: Arguments, folder: string, terminal: Terminal): Promise<void> {
  const from = given.text("batch") ?? "";
  const to = given.text("out");
  const [extra] = given.words;
  if (extra !== undefined) throw new UsageProblem(`"${extra}" is one too many: --batch takes its codes from ${from}.`);
  if (to === undefined) throw new UsageProblem("Say where the answer goes: --batch IN.csv --out OUT.csv.");
  const idle = [
    "day",
    "as-of",
    "place",
    "setting",
    "modifiers",
    "agreed",
    "ledger",
    "payer",
    "json",
    ...PROGRAM_OPTIONS,
  ].find((option) => given.text(option) !== undefined);
  if (idle !== undefined) throw new UsageProblem(`--${idle} does not go with --batch: each row says its own.`);
  const terms = rateBasis(given);
  const library = await readLibrary(folder);
  refuseNothingLoaded(library, folder);
  const overwrite = given.isSet("overwrite");
  const outcome = await rateBatch({ from, to, overwrite, terms }, library, terminal.progress);
  for (const text of outcomeLines(outcome)) terminal.say(text);
  terminal.say(`Written: ${to}`);
}

function outcomeLines({ rows, priced, noted, without }: BatchOutcome): string[] {
  const byReason = [...without].sort((a, b) => b[1] - a[1]);
  return [
    `${counted(rows, "row")}: ${priced.toLocaleString("en-US")} priced${noted === 0 ? "" : ` (${noted.toLocaleString("en-US")} with a note in the column reason)`}, ${(rows - priced).toLocaleString("en-US")} without an amount`,
    ...byReason.map(
      ([reason, count]) =>
        `  ${String(count).padStart(6)}  ${reason === "setting-not-applicable" ? "NA (setting-not-applicable)" : reason}`,
    ),
  ];
}
