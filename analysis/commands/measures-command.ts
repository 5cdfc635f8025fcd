import { basename } from "node:path";
import { standardSentence } from "../../sca/adequacy/adequacy-words.ts";
import { accessAgainstStandards } from "../../sca/ledger/access-records.ts";
import type { LedgerRecords } from "../../sca/ledger/ledger-records.ts";
import { leftOutSentence } from "../../sca/ledger/left-out.ts";
import { FEWEST_DECIDED_FOR_A_FINDING } from "../../sca/measures/approval-rate.ts";
import { type LedgerMeasures, ledgerMeasures, measureFields } from "../../sca/measures/ledger-measures.ts";
import { type MeasuredGroup, measuresBy } from "../../sca/measures/measures-by.ts";
import { PAYER_NOT_SETTLED } from "../../sca/measures/payer-record.ts";
import { writeFileAtomically } from "../files/writing/write-file.ts";
import { counted } from "../report/figures.ts";
import { asOfDay, readArguments, UsageProblem } from "./arguments.ts";
import { checkExportPlace } from "./export-place.ts";
import { readLedgerRecords } from "./ledger-file.ts";
import { accessLines, leftOutLines, measureLines, payerLines } from "./measures-lines.ts";
import type { Terminal } from "./terminal.ts";

const MEASURES_HELP = `sca measures LEDGER.xlsx [--by payer] [--json MEASURES.json] [--as-of YYYY-MM-DD] [--overwrite]

What the ledger shows: how often payers say yes and how fast, what was agreed over Medicare and over the first offers,
what came in, and whether claims are paid as agreed. Each figure says how many it stands on. Reads the workbook and
changes nothing; also takes a folder with the ledger's tables as Cases.csv, ServiceLines.csv and so on.

  --by payer            also each payer, side by side
  --json MEASURES.json  also writes all figures, of all payers and of each, for other programs
  --as-of YYYY-MM-DD    the ledger as it stood on that day: what was decided later is pending, what was sent later is
                        out; the ledger's own day or today where it is not given
  --overwrite           replaces an existing file even if it is not an export of ours`;

/** `sca measures`: throws a UsageProblem for the line, a UserProblem for the files. */
export async function measuresCommand(line: readonly string[], terminal: Terminal): Promise<void> {
  const given = readArguments(line, { text: ["by", "json", "as-of"], flags: ["overwrite", "help"] });
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
  const day = given.text("as-of");
  terminal.progress(0.1, "reading the ledger");
  const records = await readLedgerRecords(ledger, {
    given: day === undefined ? null : asOfDay(day),
    today: asOfDay(undefined),
  });
  terminal.progress(0.9, "counting");
  const { all, groups } = measuresBy(ledgerMeasures(records.terms), records.cases, ({ payer }) => payer);
  terminal.progress(1, "");
  terminal.say(`${basename(ledger)}: ${counted(records.cases.length, "request")}, as of ${records.asOf}`);
  for (const text of [...measureLines(all, records), ...accessLines(records)]) terminal.say(text);
  if (by === "payer") for (const text of ["", ...payerLines(groups, all)]) terminal.say(text);
  if ([all, ...groups.map(({ value }) => value)].some(({ approval }) => approval.decided > 0 && approval.isHint)) {
    terminal.say(`Under ${FEWEST_DECIDED_FOR_A_FINDING} decided requests a rate is a hint, not a finding.`);
  }
  const left = leftOutLines(records);
  if (left.length > 0) for (const text of ["Not counted, or not as it stands:", ...left]) terminal.say(text);
  if (json === undefined) return;
  await writeFileAtomically(json, new TextEncoder().encode(exportText(records, all, groups)));
  terminal.say(`Written: ${json}`);
}

/** What was offered in network against the standards, for other programs: null where no office was tried. */
function accessFields({ access }: LedgerRecords) {
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
  records: LedgerRecords,
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
