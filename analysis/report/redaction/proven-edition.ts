import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import type { ReportDocument } from "../document/report-document.ts";
import { payerFacts } from "../editions/payer-facts.ts";
import { payerReport } from "../editions/payer-report.ts";
import type { PracticeWords } from "../editions/practice-words.ts";
import type { FinishedFile } from "../formats/report-files.ts";
import { type LeverageLedger, leverageLedger } from "../leverage-ledger.ts";
import { ledgerTwin, wordlessTwin } from "./ledger-twin.ts";
import { ownFigures } from "./own-figures.ts";
import { plainPayerNames } from "./plain-payer-names.ts";
import { daysIn } from "./plain-words.ts";
import { type PrivateValues, privateValues } from "./private-values.ts";
import { type RedactionProof, redactionProof } from "./redaction-proof.ts";
import type { SearchedPart } from "./searched-part.ts";

/** What a payer's edition is made of. */
export interface EditionSource {
  readonly content: LedgerContent;
  readonly asOf: CalendarDate;
  readonly ledger: LeverageLedger;
  readonly payer: string;
  readonly practice: PracticeWords;
}

/** A payer's edition with the proof of what it does not hold. Files that are not clean must not be handed over. */
export interface ProvenEdition {
  readonly document: ReportDocument;
  readonly files: readonly FinishedFile[];
  readonly proof: RedactionProof;
}

/**
 * Makes the payer's edition twice, from the ledger and from its twin with other patients, and searches the files of the
 * first for everything that the payer must not read. `make` makes the files of a report, the same for the same report;
 * `partsOf` takes a file apart as it was finished.
 *
 * @example (await provenEdition(source, (document) => reportFiles(document, name, tools), fileParts)).proof.isClean
 */
export async function provenEdition(
  source: EditionSource,
  make: (document: ReportDocument) => Promise<readonly FinishedFile[]>,
  partsOf: (file: FinishedFile) => readonly SearchedPart[],
): Promise<ProvenEdition> {
  const { content, ledger, payer, practice } = source;
  const document = payerReport(ledger, payer, practice);
  const files = await make(document);
  const twin = payerReport(ledgerOf(source, ledgerTwin(content, payer)), payer, practice);
  // The same report gives the same bytes, which costs a browser to find out: it is not asked twice.
  const isSame = JSON.stringify(twin) === JSON.stringify(document);
  const twinFiles = isSame ? files : await make(twin);
  const proof = redactionProof({
    parts: files.flatMap(partsOf),
    twin: twinFiles.flatMap(partsOf),
    values: valuesFor(source, document),
    ownFigures: ownFigures(payerFacts(ledger, payer).asks, ledger.assumptions),
    document,
    ownDays: ownDays(source),
  });
  return { document, files, proof };
}

/** Other payers' names that are plain words of the letter count as words: met by chance where the twin has them too. */
function valuesFor(source: EditionSource, letter: ReportDocument): PrivateValues {
  const { content, payer } = source;
  const values = privateValues(content, payer);
  const wordless = () => payerReport(ledgerOf(source, wordlessTwin(content, payer)), payer, {});
  const plain = plainPayerNames(values.otherPayerNames, letter, wordless);
  return {
    ...values,
    otherPayerNames: values.otherPayerNames.filter((name) => !plain.has(name)),
    otherPayers: [...values.otherPayers, ...plain],
  };
}

/** Days that stand in the letter also where the ledger has no request at all: its date, the day for the answer. */
function ownDays(source: EditionSource): CalendarDate[] {
  const { content, asOf, payer, practice } = source;
  const tables = new Map(
    [...content.tables].map(([name, table]) => [name, name.endsWith("Payers") ? table : { ...table, rows: [] }]),
  );
  const letter = payerReport(ledgerOf(source, { ...content, tables }), payer, practice);
  return [asOf, ...daysIn(JSON.stringify(letter)).map(({ day }) => day)];
}

/** Never the ledger itself in place of its twin: set against itself, whatever is private would pass for chance. */
function ledgerOf({ asOf }: EditionSource, content: LedgerContent): LeverageLedger {
  const ledger = leverageLedger(content, asOf);
  if (ledger === null) throw new Error("the twin of a ledger is no ledger, so nothing can be proved of the letter");
  return ledger;
}
