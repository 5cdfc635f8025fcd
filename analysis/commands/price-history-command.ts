import { basename } from "node:path";
import { plainCode } from "../../sca/rates/code-family.ts";
import { REVEALED_PRICE_CAUTION, type RevealedPrice, revealedPricesFor } from "../../sca/rates/revealed-price.ts";
import {
  figureText,
  modelText,
  percentOfShare,
  percentText,
  rangeText,
  revealedPriceSentence,
} from "../../sca/rates/revealed-price-words.ts";
import { saidOnce } from "../../sca/rates/said-once.ts";
import { writeFileAtomically } from "../files/writing/write-file.ts";
import { medicareFolder, readLibrary } from "../medicare/library-folder.ts";
import { counted } from "../report/figures.ts";
import { asOfDay, readArguments, UsageProblem } from "./arguments.ts";
import { checkExportPlace } from "./export-place.ts";
import { type PriceHistory, payersNamed, priceHistory } from "./price-history.ts";
import type { Terminal } from "./terminal.ts";
import { textTable, wrapped } from "./text-table.ts";

export const PRICES_HELP = `sca prices TRACKER [--payer NAME] [--code CODE] [--json PRICES.json] [--as-of YYYY-MM-DD] [--medicare DIR] [--overwrite]

What has this payer agreed to before? Reads a tracker or a ledger as sca structure does, with the answers and edits in
its ledger, and changes neither. For each payer, kind of service and kind of rate: how many approved cases, the median,
lowest and highest rate, and what percent of Medicare they are. Dollars per unit, per day and per case are never mixed.

  --payer NAME          one payer; a part of its name is enough
  --code CODE           one code, such as 90837; where nothing was agreed for it, the kind of service that it belongs to
  --json PRICES.json    also writes the figures, with the cases and rows behind them, for other programs
  --as-of YYYY-MM-DD    leaves out what was decided later; the ledger's own day or today where it is not given
  --medicare DIR        Medicare's fee schedules as sca medicare keeps them there; else those that you loaded
  --overwrite           replaces an existing file even if it is not an export of ours`;

const WIDTH = 118;
const WIDEST_CELL = 34;

/** `sca prices`: throws a UsageProblem for the line, a UserProblem for the files. */
export async function pricesCommand(line: readonly string[], terminal: Terminal): Promise<void> {
  const given = readArguments(line, {
    text: ["payer", "code", "json", "as-of", "medicare"],
    flags: ["overwrite", "help"],
  });
  if (given.isSet("help")) {
    terminal.say(PRICES_HELP);
    return;
  }
  const [tracker, ...rest] = given.words;
  if (tracker === undefined) throw new UsageProblem("Name the tracker's or ledger's file: sca prices LEDGER.xlsx.");
  if (rest.length > 0) {
    throw new UsageProblem(`One file at a time; "${rest[0]}" is one too many. Put names with spaces in quotes.`);
  }
  const code = given.text("code");
  if (code !== undefined && plainCode(code) === "") throw new UsageProblem("--code is blank. Give one such as 90837.");
  const json = given.text("json");
  if (json !== undefined) await checkExportPlace(json, given.isSet("overwrite"));
  const day = given.text("as-of");
  const history = await priceHistory(
    tracker,
    { given: day === undefined ? null : asOfDay(day), today: asOfDay(undefined) },
    await readLibrary(given.text("medicare") ?? medicareFolder()),
  );
  const payers = payersNamed(given.text("payer"), history, tracker);
  const prices = payers.flatMap((payer) =>
    code === undefined
      ? history.prices.filter((price) => price.payer === payer)
      : revealedPricesFor(history.prices, payer, code),
  );
  for (const text of historyLines(tracker, history, payers, prices, code)) terminal.say(text);
  if (json === undefined) return;
  await writeFileAtomically(json, new TextEncoder().encode(exportText(tracker, history, prices)));
  terminal.say(`Written: ${json}`);
}

function historyLines(
  tracker: string,
  history: PriceHistory,
  payers: readonly string[],
  prices: readonly RevealedPrice[],
  code: string | undefined,
): string[] {
  const behind = new Set(history.prices.flatMap(({ caseIds }) => caseIds)).size;
  const lines = [
    `${basename(tracker)}: what payers agreed to before, as of ${history.asOf}`,
    `  ${counted(behind, "approved case")} with a rate and no open question about it, of ${counted(history.granted, "approved case")}`,
  ];
  for (const payer of payers) {
    const own = saidOnce(prices.filter((price) => price.payer === payer));
    if (own.length === 0) {
      if (payers.length === 1) lines.push("", nothing(payer, code));
      continue;
    }
    lines.push("", payer, ...priceTable(own).map((row) => `  ${row}`));
    if (code === undefined) continue;
    lines.push("");
    for (const price of own)
      lines.push(...wrapped(revealedPriceSentence(price), WIDTH - 2, "  ").map((row) => `  ${row}`));
  }
  if (prices.length === 0 && payers.length !== 1) lines.push("", nothing(null, code));
  if (prices.length > 0) lines.push("", ...wrapped(REVEALED_PRICE_CAUTION, WIDTH));
  return lines;
}

function nothing(payer: string | null, code: string | undefined): string {
  const what = code === undefined ? "" : ` for ${plainCode(code)} or what is negotiated with it`;
  const who = payer === null ? "No payer has agreed to a rate" : `${payer} has agreed to no rate`;
  return `${who}${what} in an approved case that is settled and decided by then.`;
}

const HEADINGS = [
  "Service",
  "Code",
  "Rate",
  "Cases",
  "Median",
  "Low to high",
  "% of Medicare",
  "By units",
  "Last agreed",
];

function priceTable(prices: readonly RevealedPrice[]): string[] {
  let service = "";
  const rows = prices.map((price) => {
    const isAny = price.model === "asPercentOfMedicare";
    const shown = price.family === service ? "" : price.family;
    service = price.family;
    return [
      shown,
      price.code ?? (price.codes.length === 1 ? (price.codes[0] ?? "") : ""),
      isAny ? "any, of Medicare" : modelText(price.model, price.basis),
      String(price.n),
      figureText(price.model, price.median),
      rangeText(price),
      percentCell(price),
      price.percentOfMedicareWeighted === null ? "not known" : `${percentText(price.percentOfMedicareWeighted)} %`,
      price.until ?? "no day",
    ];
  });
  return textTable(HEADINGS, rows, { figures: new Set([3, 4, 6, 7]), widest: WIDEST_CELL });
}

/** Never blank where nothing could be compared. */
function percentCell({ percentOfMedicareMedian: median, coverage }: RevealedPrice): string {
  if (median === null) return "not known";
  return coverage === 1 ? `${percentText(median)} %` : `${percentText(median)} % (${percentOfShare(coverage)} known)`;
}

/** The figures for other programs: whole cents, or hundredths of a percent under a percent model. */
function exportText(tracker: string, history: PriceHistory, prices: readonly RevealedPrice[]): string {
  const whole = {
    format: "sca-prices/1",
    file: basename(tracker),
    asOf: history.asOf,
    figures: "whole cents; hundredths of a percent where the model is a percent",
    caution: REVEALED_PRICE_CAUTION,
    prices: prices.map((price) => ({ ...price, sentence: revealedPriceSentence(price) })),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
