import { basename } from "node:path";
import { standardSentence } from "../../sca/adequacy/adequacy-words.ts";
import { accessAgainstStandards } from "../../sca/ledger/access-records.ts";
import { leftOutSentence } from "../../sca/ledger/left-out.ts";
import { FEWEST_DECIDED_FOR_A_FINDING } from "../../sca/measures/approval-rate.ts";
import { type LedgerMeasures, measureFields, requestsOf } from "../../sca/measures/ledger-measures.ts";
import type { MeasuredGroup } from "../../sca/measures/measures-by.ts";
import { PAYER_NOT_SETTLED } from "../../sca/measures/payer-record.ts";
import { archiveFolder, checkArchivePlace } from "../engine/archive-folder.ts";
import type { MeasuredFolder } from "../engine/measure-folder.ts";
import { writeFileAtomically } from "../files/writing/write-file.ts";
import { counted } from "../report/figures.ts";
import { asOfDay, readArguments, UsageProblem } from "./arguments.ts";
import { checkExportPlace } from "./export-place.ts";
import { engineNamed, measuredLedger } from "./measured-ledger.ts";
import { accessLines, leftOutLines, measureLines, payerLines } from "./measures-lines.ts";
import type { Terminal } from "./terminal.ts";

const MEASURES_HELP = `sca measures LEDGER.xlsx [--by payer] [--json MEASURES.json] [--as-of YYYY-MM-DD] [--overwrite]
             [--engine duckdb] [--archive FOLDER]

What the ledger shows: how often payers say yes and how fast, what was agreed over Medicare and over the first offers,
what came in, and whether claims are paid as agreed. Each figure says how many it stands on. Reads the workbook and
changes nothing; also takes a folder with the ledger's tables as Cases.csv, ServiceLines.csv and so on.

  --by payer            also each payer, side by side
  --json MEASURES.json  also writes all figures, of all payers and of each, for other programs
  --as-of YYYY-MM-DD    the ledger as it stood on that day: what was decided later is pending, what was sent later is
                        out; the ledger's own day or today where it is not given
  --engine duckdb       counts a folder of .csv or .parquet tables in a database, for millions of rows; without it that
                        happens past 200,000 lines, and for Parquet (--engine typescript: never)
  --archive FOLDER      also writes a folder's tables as Parquet into another folder, which has to be there
  --overwrite           replaces an existing file even if it is not an export of ours`;

/** `sca measures`: throws a UsageProblem for the line, a UserProblem for the files. */
export async function measuresCommand(line: readonly string[], terminal: Terminal): Promise<void> {
  const given = readArguments(line, {
    text: ["by", "json", "as-of", "engine", "archive"],
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
  const records = await measuredLedger(ledger, days, engine, terminal);
  const { all, groups } = records;
  terminal.progress(1, "");
  terminal.say(`${basename(ledger)}: ${counted(requestsOf(all.approval), "request")}, as of ${records.asOf}`);
  for (const text of [...measureLines(all, records), ...accessLines(records)]) terminal.say(text);
  if (by === "payer") for (const text of ["", ...payerLines(groups, all)]) terminal.say(text);
  if ([all, ...groups.map(({ value }) => value)].some(({ approval }) => approval.decided > 0 && approval.isHint)) {
    terminal.say(`Under ${FEWEST_DECIDED_FOR_A_FINDING} decided requests a rate is a hint, not a finding.`);
  }
  const left = leftOutLines(records);
  if (left.length > 0) for (const text of ["Not counted, or not as it stands:", ...left]) terminal.say(text);
  if (json !== undefined) {
    await writeFileAtomically(json, new TextEncoder().encode(exportText(records, all, groups)));
    terminal.say(`Written: ${json}`);
  }
  if (archive === undefined) return;
  const written = await archiveFolder(ledger, archive);
  terminal.say(`Written: ${written.join(", ")} in ${archive}`);
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
