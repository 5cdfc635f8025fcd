import { basename } from "node:path";
import { compare } from "../../sca/rates/price-statistics.ts";
import type { ReportDocument } from "../report/document/report-document.ts";
import { internalReport } from "../report/editions/internal-report.ts";
import { counted, inWords } from "../report/figures.ts";
import { chartPictures } from "../report/formats/chart-png.ts";
import { CHROMIUM_VARIABLE, findChromium } from "../report/formats/find-chromium.ts";
import { type FinishedFile, type ReportTools, reportFiles } from "../report/formats/report-files.ts";
import { REPORT_FORMATS, type ReportFormat } from "../report/formats/report-format.ts";
import type { LeverageLedger } from "../report/leverage-ledger.ts";
import { overviewReport } from "../report/overview-report.ts";
import { fontFaces } from "../report/page-fonts.ts";
import { fileParts } from "../report/redaction/file-parts.ts";
import { proofJson, proofText } from "../report/redaction/proof-text.ts";
import { provenEdition } from "../report/redaction/proven-edition.ts";
import { refusalWords } from "../report/redaction/refusal-words.ts";
import { reportFileNames } from "../report/report-file-name.ts";
import { UserProblem } from "../user-problem.ts";
import { type Arguments, asOfDay, readArguments, UsageProblem } from "./arguments.ts";
import { readWholeLedger } from "./ledger-file.ts";
import { leftOutLines } from "./measures-lines.ts";
import { PRACTICE_OPTIONS, practiceWords } from "./practice-file.ts";
import { payersNamed } from "./price-history.ts";
import { type PlacedFile, ReportPlace } from "./report-place.ts";
import type { Terminal } from "./terminal.ts";

const REPORT_HELP = `sca report LEDGER.xlsx --out DIR [--payer NAME] [--edition internal|payer|both] [--format html,pdf,docx,pptx,xlsx]
           [--practice PRACTICE.json] [--as-of YYYY-MM-DD] [--overwrite]

What the ledger shows of each payer, for a negotiation, in two editions:

  internal   everything, for you: without --payer also an overview of all payers. Never send it.
  payer      a proposal letter with exhibits to one payer: no patient, no other payer, no count of 1 to 10, of your asks
             only the opening. Each letter stands in a folder of its own, beside the proof of what it does not hold; where
             the proof finds anything, the letter is refused and not written.

  --payer NAME          one payer, by its name or a part of it; all payers where it is not given
  --edition WHICH       internal, payer or both; internal where it is not given
  --format LIST         html, pdf, docx, pptx, xlsx with commas between; all where it is not given. A PDF is printed by an
                        installed Chromium, Chrome or Edge, or the one that ${CHROMIUM_VARIABLE} names; without one the others
                        are written
  --practice FILE       who writes the letter, as JSON: name, address, signer, contact, about, strengths, answerBy; or
  --practice-name NAME  --signer NAME  --contact TEXT  --answer-by YYYY-MM-DD  by themselves; what is missing stands in the
                        letter as a blank in square brackets
  --as-of YYYY-MM-DD    the ledger as it stood on that day; the ledger's own day or today where it is not given
  --overwrite           replaces files in DIR that you changed, or that were there before`;

const EDITIONS = ["internal", "payer", "both"] as const;
type Editions = (typeof EDITIONS)[number];

/** The name of the overview of all payers. */
const OVERVIEW = "all-payers";

/** `sca report`: throws a UsageProblem for the line, a UserProblem for the files and for a letter that is refused. */
export async function reportCommand(line: readonly string[], terminal: Terminal): Promise<void> {
  const given = readArguments(line, {
    text: ["out", "payer", "edition", "format", "as-of", ...PRACTICE_OPTIONS],
    flags: ["overwrite", "help"],
  });
  if (given.isSet("help")) {
    terminal.say(REPORT_HELP);
    return;
  }
  const { path, out, editions, formats } = wishesOf(given);
  const practice = await practiceWords(given);
  const day = given.text("as-of");
  const days = { given: day === undefined ? null : asOfDay(day), today: asOfDay(undefined) };
  terminal.progress(0.02, "reading the ledger");
  const { content, asOf, ledger } = await readWholeLedger(path, days);
  const named = [...new Set(ledger.records.cases.flatMap(({ payer }) => payer ?? []))];
  const all = onceEach(named).sort(compare);
  const payers = payersNamed(given.text("payer"), { payers: all }, path);
  if (payers.length === 0) {
    throw new UserProblem("no-payer", nobodyWords(basename(path), ledger));
  }
  const nameOf = reportFileNames(all, [OVERVIEW]);
  const fileName = (payer: string): string => nameOf.get(payer) ?? OVERVIEW;
  const tools = toolsFor(formats, terminal);
  const place = new ReportPlace(out, given.isSet("overwrite"));
  await place.open();

  const work = new Steps(terminal);
  if (editions !== "payer") {
    if (given.text("payer") === undefined)
      work.add("all payers", () => internalFiles(overviewReport(ledger), OVERVIEW));
    for (const payer of payers) work.add(payer, () => internalFiles(internalReport(ledger, payer), fileName(payer)));
  }
  const refused: string[] = [];
  if (editions !== "internal") {
    for (const payer of payers) work.add(`the letter to ${payer}`, () => letterFiles(payer));
  }
  const files = await work.run();
  await place.put(files);
  terminal.progress(1, "");
  terminal.say(`${basename(path)}: ${counted(payers.length, "payer")}, as of ${asOf}`);
  for (const { path: file } of files) terminal.say(`Written: ${place.shown(file)}`);
  if (refused.length > 0) throw new UserProblem("edition-refused", refused.join("\n"));

  async function internalFiles(document: ReportDocument, name: string): Promise<PlacedFile[]> {
    return placed("internal-edition", await reportFiles(document, { name, formats, asOf }, tools));
  }

  async function letterFiles(payer: string): Promise<PlacedFile[]> {
    const name = `proposal-${fileName(payer)}`;
    const made = await provenEdition(
      { content, asOf, ledger, payer, practice },
      (document) => reportFiles(document, { name, formats, asOf }, tools),
      fileParts,
    );
    if (!made.proof.isClean) {
      refused.push(refusalWords(payer, made.proof));
      return [];
    }
    const heading = { ledger: basename(path), payer, asOf };
    const texts = {
      "redaction-proof.txt": proofText(made.proof, heading),
      "redaction-proof.json": proofJson(made.proof, heading),
    };
    const folder = `payer-edition/${fileName(payer)}`;
    return [
      ...placed(folder, made.files),
      ...Object.entries(texts).map(([file, text]) => ({
        path: `${folder}/${file}`,
        bytes: new TextEncoder().encode(text),
      })),
    ];
  }
}

/** Why there is no payer to report on: what the ledger leaves out may be the reason. */
function nobodyWords(ledger: string, { records }: LeverageLedger): string {
  const { asOf, cases } = records;
  const why =
    cases.length === 0 ? `no request was sent up to ${asOf}` : `no request on ${asOf} has a payer that is settled`;
  const left = leftOutLines(records);
  return [
    `${ledger}: ${why}, so there is nobody to report on. Fill the column Payer of Cases, and answer what Review asks of it. Nothing was written.`,
    ...(left.length === 0 ? [] : ["Not counted, or not as it stands:", ...left]),
  ].join("\n");
}

function wishesOf(given: Arguments) {
  const [path, ...rest] = given.words;
  if (path === undefined) throw new UsageProblem("Name the ledger's file: sca report LEDGER.xlsx --out DIR.");
  if (rest.length > 0) {
    throw new UsageProblem(`One file at a time; "${rest[0]}" is one too many. Put names with spaces in quotes.`);
  }
  const out = given.text("out");
  if (out === undefined) throw new UsageProblem("Say where the reports go: --out DIR.");
  const edition = given.text("edition") ?? "internal";
  const editions = EDITIONS.find((one) => one === edition);
  if (editions === undefined) {
    throw new UsageProblem(`--edition "${edition}" is not known here. Accepted: ${inWords(EDITIONS)}.`);
  }
  return { path, out, editions: editions satisfies Editions, formats: formatsOf(given.text("format")) };
}

function formatsOf(list: string | undefined): readonly ReportFormat[] {
  if (list === undefined) return REPORT_FORMATS;
  const wanted = list.split(",").map((word) => word.trim().toLowerCase());
  const unknown = wanted.find((word) => !REPORT_FORMATS.some((format) => format === word));
  if (unknown !== undefined) {
    throw new UsageProblem(
      `--format "${unknown}" is not known here. Accepted: ${inWords(REPORT_FORMATS)}, with commas between.`,
    );
  }
  return REPORT_FORMATS.filter((format) => wanted.includes(format));
}

/** Looks for a browser where one is of use, and says what comes without one. */
function toolsFor(formats: readonly ReportFormat[], terminal: Terminal): ReportTools {
  const uses = formats.filter((format) => format === "pdf" || format === "docx" || format === "pptx");
  const chromium = uses.length === 0 ? null : findChromium();
  if (uses.length > 0 && chromium === null) {
    const named = process.env[CHROMIUM_VARIABLE];
    const found =
      named === undefined || named === ""
        ? "no Chromium, Chrome or Edge was found on this computer"
        : `${CHROMIUM_VARIABLE} names ${named}, which is no program`;
    if (formats.length === 1 && formats[0] === "pdf") {
      throw new UserProblem(
        "no-chromium",
        `A PDF is printed by a browser, and ${found}. Install one, name it in ${CHROMIUM_VARIABLE}, or print the page yourself: --format html. Nothing was written.`,
      );
    }
    const without = formats.includes("pdf") ? "there is no PDF, and " : "";
    terminal.warn(
      `Since ${found}, ${without}charts that only a picture tells stand as tables in Word and PowerPoint. The rest is written.`,
    );
  }
  const faces = fontFaces();
  return { fontFaces: faces, draw: chartPictures(chromium, faces), chromium };
}

/** Work in steps, with a bar over all of them. */
class Steps {
  readonly #steps: { readonly what: string; readonly run: () => Promise<PlacedFile[]> }[] = [];
  readonly #terminal: Terminal;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  add(what: string, run: () => Promise<PlacedFile[]>): void {
    this.#steps.push({ what, run });
  }

  async run(): Promise<PlacedFile[]> {
    const files: PlacedFile[] = [];
    for (const [at, { what, run }] of this.#steps.entries()) {
      this.#terminal.progress(0.05 + (0.9 * at) / this.#steps.length, what);
      files.push(...(await run()));
    }
    return files;
  }
}

function placed(folder: string, files: readonly FinishedFile[]): PlacedFile[] {
  return files.map(({ name, bytes }) => ({ path: `${folder}/${name}`, bytes }));
}

/** One spelling of each name. */
function onceEach(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
