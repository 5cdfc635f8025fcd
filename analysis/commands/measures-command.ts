import { basename } from "node:path";
import { standardSentence } from "../../sca/adequacy/adequacy-words.ts";
import { accessAgainstStandards } from "../../sca/ledger/access-records.ts";
import { leftOutSentence } from "../../sca/ledger/left-out.ts";
import { FEWEST_DECIDED_FOR_A_FINDING } from "../../sca/measures/approval-rate.ts";
import {
  HEADLINES,
  type HeadlineName,
  type Headlines,
  headlineFields,
  type LedgerMeasures,
  measureFields,
  requestsOf,
} from "../../sca/measures/ledger-measures.ts";
import type { MeasuredGroup } from "../../sca/measures/measures-by.ts";
import { PAYER_NOT_SETTLED } from "../../sca/measures/payer-record.ts";
import { archiveFolder, checkArchivePlace } from "../engine/archive-folder.ts";
import type { MeasuredFolder } from "../engine/measure-folder.ts";
import type { MeasuredHeadlines } from "../engine/one-pass/measure-in-one-pass.ts";
import { writeFileAtomically } from "../files/writing/write-file.ts";
import { counted } from "../report/figures.ts";
import { asOfDay, readArguments, UsageProblem } from "./arguments.ts";
import { checkExportPlace } from "./export-place.ts";
import { headlineLines, headlinePayerLines } from "./headline-lines.ts";
import type { LedgerDays } from "./ledger-file.ts";
import { type Engine, engineNamed, headlinesOf, measuredLedger } from "./measured-ledger.ts";
import { accessLines, leftOutLines, measureLines, payerLines } from "./measures-lines.ts";
import type { Terminal } from "./terminal.ts";

const MEASURES_HELP = `sca measures LEDGER.xlsx [--by payer] [--json MEASURES.json] [--as-of YYYY-MM-DD] [--overwrite]
             [--only NAMES] [--engine duckdb] [--archive FOLDER]

What the ledger shows: how often payers say yes and how fast, what was agreed over Medicare and over the first offers,
what came in, and whether claims are paid as agreed. Each figure says how many it stands on. Reads the workbook and
changes nothing; also takes a folder with the ledger's tables as Cases.csv, ServiceLines.csv and so on.

  --by payer            also each payer, side by side
  --json MEASURES.json  also writes all figures, of all payers and of each, for other programs
  --as-of YYYY-MM-DD    the ledger as it stood on that day: what was decided later is pending, what was sent later is
                        out; the ledger's own day or today where it is not given
  --only NAMES          only these, with commas between them: approval, appeals, turnaround, multiple, units. A folder
                        of large .csv tables is read once for them, in seconds and with little memory; what rests on
                        other columns is not looked at
  --engine duckdb       counts a folder of .csv or .parquet tables in a database, for millions of rows; without it that
                        happens past 200,000 lines, and for Parquet (--engine typescript: never)
  --archive FOLDER      also writes a folder's tables as Parquet into another folder, which has to be there
  --overwrite           replaces an existing file even if it is not an export of ours`;

/** `sca measures`: throws a UsageProblem for the line, a UserProblem for the files. */
export async function measuresCommand(line: readonly string[], terminal: Terminal): Promise<void> {
  const given = readArguments(line, {
    text: ["by", "json", "as-of", "engine", "archive", "only"],
    flags: ["overwrite", "help"],
  });
  if (given.isSet("help")) {
    terminal.say(MEASURES_HELP);
    return;
  }
  const [ledger, ...rest] = given.words;
  if (ledger === undefined) throw new UsageProblem("Name the ledger's file: sca measures LEDGER.xlsx.");
  if (rest.length > 0) {
    throw new UsageProblem(`One file at a time; "${rest[0]}" is one too many. Put names with spaces in quotes.`);
  }
  const by = given.text("by");
  if (by !== undefined && by !== "payer") throw new UsageProblem(`--by "${by}" is not known here. Accepted: payer.`);
  const json = given.text("json");
  if (json !== undefined) await checkExportPlace(json, given.isSet("overwrite"));
  const engine = engineNamed(given.text("engine"));
  const archive = given.text("archive");
  if (archive !== undefined) await checkArchivePlace(ledger, archive, given.isSet("overwrite"));
  const day = given.text("as-of");
  const days = { given: day === undefined ? null : asOfDay(day), today: asOfDay(undefined) };
  const only = headlinesNamed(given.text("only"));
  const place = { ledger, days, engine, json };
  if (only === null) await tellMeasures(place, by === "payer", terminal);
  else await tellHeadlines(place, only, by === "payer", terminal);
  if (archive === undefined) return;
  const written = await archiveFolder(ledger, archive);
  terminal.say(`Written: ${written.join(", ")} in ${archive}`);
}

/** What is counted, how, and where the figures go. */
interface Counting {
  readonly ledger: string;
  readonly days: LedgerDays;
  readonly engine: Engine | undefined;
  readonly json: string | undefined;
}

async function tellMeasures(counting: Counting, byPayer: boolean, terminal: Terminal): Promise<void> {
  const records = await measuredLedger(counting.ledger, counting.days, counting.engine, terminal);
  const { all, groups } = records;
  terminal.progress(1, "");
  terminal.say(`${basename(counting.ledger)}: ${counted(requestsOf(all.approval), "request")}, as of ${records.asOf}`);
  for (const text of [...measureLines(all, records), ...accessLines(records)]) terminal.say(text);
  if (byPayer) for (const text of ["", ...payerLines(groups, all)]) terminal.say(text);
  tellLimits([all, ...groups.map(({ value }) => value)], records, terminal);
  await writeFigures(counting.json, exportText(records, all, groups), terminal);
}

async function tellHeadlines(
  counting: Counting,
  only: ReadonlySet<HeadlineName>,
  byPayer: boolean,
  terminal: Terminal,
): Promise<void> {
  const records = await headlinesOf(counting.ledger, counting.days, only, counting.engine, terminal);
  const { all, groups } = records;
  terminal.progress(1, "");
  terminal.say(`${basename(counting.ledger)}: ${[...only].join(", ")} alone, as of ${records.asOf}`);
  for (const text of headlineLines(all, only)) terminal.say(text);
  if (byPayer) for (const text of ["", ...headlinePayerLines(groups, all, only)]) terminal.say(text);
  tellLimits(only.has("approval") ? [all, ...groups.map(({ value }) => value)] : [], records, terminal);
  await writeFigures(counting.json, headlinesText(records, only), terminal);
}

function tellLimits(shown: readonly Headlines[], records: Pick<MeasuredFolder, "leftOut">, terminal: Terminal): void {
  if (shown.some(({ approval }) => approval.decided > 0 && approval.isHint)) {
    terminal.say(`Under ${FEWEST_DECIDED_FOR_A_FINDING} decided requests a rate is a hint, not a finding.`);
  }
  const left = leftOutLines(records);
  if (left.length > 0) for (const text of ["Not counted, or not as it stands:", ...left]) terminal.say(text);
}

async function writeFigures(json: string | undefined, text: string, terminal: Terminal): Promise<void> {
  if (json === undefined) return;
  await writeFileAtomically(json, new TextEncoder().encode(text));
  terminal.say(`Written: ${json}`);
}

/** The headlines that are asked for alone; null where all measures are. Throws a UsageProblem for any other word. */
function headlinesNamed(words: string | undefined): ReadonlySet<HeadlineName> | null {
  if (words === undefined) return null;
  const named = words
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  const known = HEADLINES.filter((name) => named.includes(name));
  const stranger = named.find((word) => !HEADLINES.some((name) => name === word));
  if (stranger !== undefined || known.length === 0) {
    throw new UsageProblem(`--only "${stranger ?? words}" is not known here. Accepted: ${HEADLINES.join(", ")}.`);
  }
  return new Set(known);
}

/** What was offered in network against the standards, for other programs: null where no office was tried. */
function accessFields({ access }: MeasuredFolder) {
  const { standards, ...figures } = accessAgainstStandards(access);
  if (figures.attempts === 0) return null;
  return {
    ...figures,
    standards: standards.map(({ standard, judged, beyond }) => ({
      id: standard.id,
      sentence: standardSentence(standard),
      status: standard.status,
      read: standard.read,
      judged,
      beyond,
    })),
  };
}

/** The same of the named headlines alone. */
function headlinesText(records: MeasuredHeadlines, only: ReadonlySet<HeadlineName>): string {
  const { all, groups } = records;
  const whole = {
    format: "sca-measures/1",
    asOf: records.asOf,
    only: [...only],
    all: headlineFields(all, only),
    payers: groups.map(({ key, value }) => ({ payer: key ?? PAYER_NOT_SETTLED, ...headlineFields(value, only) })),
    leftOut: records.leftOut.map((one) => ({ ...one, sentence: leftOutSentence(one) })),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** The figures for other programs: dollars with their cents as numbers, shares of 1, null where there is nothing to say. */
function exportText(
  records: MeasuredFolder,
  all: LedgerMeasures,
  groups: readonly MeasuredGroup<LedgerMeasures>[],
): string {
  const whole = {
    format: "sca-measures/1",
    asOf: records.asOf,
    amounts: "US dollars, cents as decimals",
    captured: {
      basis: records.terms.basis,
      baselinePercent: records.terms.baselinePercent,
      higherDayRate: records.terms.higherDayRate,
    },
    all: measureFields(all),
    payers: groups.map(({ key, value }) => ({ payer: key ?? PAYER_NOT_SETTLED, ...measureFields(value) })),
    access: accessFields(records),
    leftOut: records.leftOut.map((one) => ({ ...one, sentence: leftOutSentence(one) })),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
