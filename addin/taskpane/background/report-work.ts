import type { Edition } from "../../../analysis/report/document/report-document.ts";
import { internalReport } from "../../../analysis/report/editions/internal-report.ts";
import type { PracticeWords } from "../../../analysis/report/editions/practice-words.ts";
import { htmlReport } from "../../../analysis/report/formats/html.ts";
import type { FinishedFile } from "../../../analysis/report/formats/report-files.ts";
import { type LeverageLedger, leverageLedger } from "../../../analysis/report/leverage-ledger.ts";
import { overviewReport } from "../../../analysis/report/overview-report.ts";
import { htmlParts } from "../../../analysis/report/redaction/html-parts.ts";
import { proofText } from "../../../analysis/report/redaction/proof-text.ts";
import { provenEdition } from "../../../analysis/report/redaction/proven-edition.ts";
import { refusalWords } from "../../../analysis/report/redaction/refusal-words.ts";
import { reportFileName } from "../../../analysis/report/report-file-name.ts";
import { readTable } from "../../../sca/ledger/read-ledger.ts";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";
import { payerPage } from "../leverage/payer-page.ts";

/** Which report is wanted, of which ledger: plain data, so that it can be handed to a worker. */
export type ReportQuestion = LeverageQuestion | PayerPageQuestion;

/** The page of all payers, by what they answered. */
export interface PayerPageQuestion {
  readonly content: LedgerContent;
  /** The workbook's name, for the page and its own name. */
  readonly file: string;
  readonly today: CalendarDate;
  readonly edition: "payerPage";
}

/** The leverage report in one of its editions. */
export interface LeverageQuestion {
  readonly content: LedgerContent;
  /** The workbook's name, for the proof. */
  readonly file: string;
  readonly asOf: CalendarDate;
  readonly edition: Edition;
  /** Null for all payers side by side, which only the internal edition has. */
  readonly payer: string | null;
  readonly practice: PracticeWords;
}

/** A report as one HTML file, or why there is none. */
export type ReportAnswer =
  | { readonly kind: "ready"; readonly name: string; readonly html: string; readonly proof: string | null }
  | { readonly kind: "refused"; readonly words: string };

/** Makes a report beside the pane; rejects where the work itself failed. */
export type MakeReport = (question: ReportQuestion) => Promise<ReportAnswer>;

const NO_LEDGER = "The workbook holds no ledger to report on. Structure a tracker first.";

/**
 * A report as the command line writes its page, from the same functions: the payer page; the leverage report's internal
 * edition; or its letter to one payer, which is searched for everything private first and refused where anything is met.
 *
 * @example (await makeReport({ content, file: "Tracker.xlsx", asOf, edition: "payer", payer: "Aetna", practice: {} })).kind
 */
export async function makeReport(question: ReportQuestion): Promise<ReportAnswer> {
  if (question.edition === "payerPage") {
    const { content, file, today } = question;
    if (readTable(content, "Cases") === null) return { kind: "refused", words: NO_LEDGER };
    const html = await payerPage(content, file, today);
    return { kind: "ready", name: `${file.replace(/\.[^.]*$/, "") || "ledger"}.payers.html`, html, proof: null };
  }
  const ledger = leverageLedger(question.content, question.asOf);
  if (ledger === null) return { kind: "refused", words: NO_LEDGER };
  const { edition, payer } = question;
  if (payer === null) return page("all-payers", await htmlReport(overviewReport(ledger)));
  if (edition === "internal") return page(reportFileName(payer), await htmlReport(internalReport(ledger, payer)));
  return letter(question, ledger, payer);
}

async function letter(question: LeverageQuestion, ledger: LeverageLedger, payer: string): Promise<ReportAnswer> {
  const { content, file, asOf, practice } = question;
  const name = `proposal-${reportFileName(payer)}.html`;
  const made = await provenEdition(
    { content, asOf, ledger, payer, practice },
    async (document): Promise<FinishedFile[]> => [
      { name, format: "html", bytes: new TextEncoder().encode(await htmlReport(document)) },
    ],
    ({ name: of, bytes }) => htmlParts(of, textOf(bytes)),
  );
  const [finished] = made.files;
  if (!made.proof.isClean || finished === undefined) return { kind: "refused", words: refusalWords(payer, made.proof) };
  const proof = proofText(made.proof, { ledger: file, payer, asOf });
  return { kind: "ready", name, html: textOf(finished.bytes), proof };
}

function page(name: string, html: string): ReportAnswer {
  return { kind: "ready", name: `internal-${name}.html`, html, proof: null };
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
