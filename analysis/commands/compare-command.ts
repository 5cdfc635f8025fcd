import { compareOffers, type NamedOffer } from "../../sca/rates/compare-offers.ts";
import { negotiate, negotiationModel } from "../../sca/rates/negotiate.ts";
import { PUBLISHED_CONTEXT } from "../../sca/rates/negotiation-bands.ts";
import { isRefusal, type RateTerm } from "../../sca/rates/rate-term.ts";
import { readRateTerm } from "../../sca/rates/read-rate-term.ts";
import type { MixRow } from "../../sca/rates/read-service-mix.ts";
import { type ServiceMix, unitsOfMix } from "../../sca/rates/service-mix.ts";
import { BASIS_WORDS } from "../../sca/rates/unit-basis.ts";
import { writeFileAtomically } from "../files/writing/write-file.ts";
import { UserProblem } from "../user-problem.ts";
import { type Arguments, readArguments, UsageProblem } from "./arguments.ts";
import { agreedBeforeIn, bandsIn, evidenceIn, floorIn, numberOf, policyIn } from "./compare-facts.ts";
import { bullet, comparisonLines, floorLines, mixLines, offerLines } from "./compare-lines.ts";
import { readMixFile, withBenchmarks } from "./compare-mix.ts";
import { checkExportPlace } from "./export-place.ts";
import { bandsBy, beforeForMix, ledgerOptions, policyBy, readLedgerPayer } from "./ledger-payer.ts";
import { negotiationLines } from "./negotiation-lines.ts";
import { takeRepeated } from "./repeated-options.ts";
import type { Terminal } from "./terminal.ts";

export const COMPARE_HELP = `sca compare --mix MIX.csv --offer "140% of Medicare" [--offer "$400 per diem" …] [options]

Sets offers side by side over the services expected in one case: total, per unit, per day, percent of Medicare and of
billed charges, over your floor; then the next counter with its reasons, and what each trade is worth. MIX.csv has the
columns code, modifiers, units, basis (day, session, visit, hour, 15 minutes, unit), minutes, billed (a unit's charge, or
"total billed"), days; code and units are needed. Nothing is written unless --json says so.

  --offer "WORDS"          a payer's offer, as often as there are offers: "55% of billed", "case rate 45,000", "$162.50
                           per session", "120% MCR lesser of billed", "90834 $120, 90853 $45 per session", "in-network"
  --asked "WORDS"          what you asked so far, oldest first, as often as you asked
  --days N                 days of the program, where the list does not tell
  --day 2026-03-02 --place 10112-00 --setting office [--qp] [--medicare FOLDER]
                           looks up Medicare's amounts; also a ZIP code or "Cook County, IL", and facility or 52
  --opening X --target Y   your first ask and where you want to end (figures or words)
  --floor-cost 280         your cost of one day, with --floor-per session or case for another unit; or by its parts:
  --staff "therapist, 60, 3, 8" --overhead 60 --facility 40
                           role, dollars an hour, hours, patients together; as often as there are roles
  --margin 20 [--margin-on cost]
                           margin in percent, of the price unless said otherwise
  --band 100-150           your usual range over Medicare
  --payer-policy "highest in-network"
                           for a payer that does not negotiate
  --ledger LEDGER.xlsx --payer NAME
                           what this payer agreed to before, its own range and rate policy, from your ledger
  --agreed-before "median 155, low 150, high 210, n 3, medicare 142"
                           the same, where no ledger has it
  --higher-level "residential 1200"   what the patient would need otherwise, and its dollars a day
  --offices-called 5 --offices-available 0 --miles 42 --wait-days 21 --clinical "WORDS"
  --first-days 14 --reauth-hours 2 --faster-days 30 --money-cost 8 --process-hours 3 --staff-hour 45
                           prices the trades: a shorter first authorization, faster payment, standard process
  --json FILE.json         also writes all figures for other programs (--overwrite replaces a file)`;

const TEXT_OPTIONS = [
  ..."mix days day as-of place setting medicare opening target floor-cost floor-per overhead facility margin margin-on".split(
    " ",
  ),
  ..."ledger payer band payer-policy agreed-before higher-level offices-called offices-available miles wait-days clinical".split(
    " ",
  ),
  ..."first-days reauth-hours faster-days money-cost process-hours staff-hour json".split(" "),
];

/** `sca compare`: throws a UsageProblem for the line, a UserProblem that names all faults of the list and the offers. */
export async function compareCommand(line: readonly string[], terminal: Terminal): Promise<void> {
  const repeated = takeRepeated(line, ["offer", "asked", "staff"]);
  const given = readArguments(repeated.rest, { text: TEXT_OPTIONS, flags: ["qp", "overwrite", "help"] });
  if (given.isSet("help")) {
    terminal.say(COMPARE_HELP);
    return;
  }
  const path = given.text("mix");
  if (path === undefined) throw new UsageProblem("Name the list of services: sca compare --mix MIX.csv --offer WORDS.");
  if (given.words.length > 0) {
    throw new UsageProblem(
      `"${given.words[0]}" is one word too many. Put the words of an offer in quotes: --offer "400 per diem".`,
    );
  }
  if (repeated.values("offer").length === 0) throw new UsageProblem('Name an offer: --offer "140% of Medicare".');

  const ledger = ledgerOptions(given);
  const json = given.text("json");
  if (json !== undefined) await checkExportPlace(json, given.isSet("overwrite"));
  const file = await readMixFile(path);
  const offers = repeated.values("offer").map((words) => readOffer("--offer", words));
  const asks = repeated.values("asked").map((words) => readOffer("--asked", words));
  const faults = [...file.faults, ...[...offers, ...asks].flatMap((one) => (typeof one === "string" ? [one] : []))];
  if (faults.length > 0) {
    throw new UserProblem("compare-faults", `${[...new Set(faults)].join("\n")}\nNothing was compared.`);
  }
  const named = (read: readonly (NamedOffer | string)[]) =>
    read.flatMap((one) => (typeof one === "string" ? [] : [withSchedule(one, file.rows)]));
  const [payers, ours] = [named(offers), named(asks)];

  const floor = floorIn(given, repeated.values("staff"));
  const [statedBands, statedPolicy] = [bandsIn(given), policyIn(given)];
  const told = ledger === null ? null : await readLedgerPayer(ledger, given);
  const bands = bandsBy(statedBands, told);
  const policy = policyBy(statedPolicy, told);
  const years = new Set([...payers, ...ours].flatMap(({ term }) => term.conditions.scheduleYear ?? []));
  const mix: ServiceMix = {
    lines: await withBenchmarks(file.rows, given, years),
    programDays: numberOf(given, "days", 1),
  };
  const comparison = compareOffers(payers, mix, floor, bands.value);
  const before = told === null ? null : beforeForMix(told, mix, negotiationModel({ asks: ours, comparison, mix }));
  const step = negotiate({
    mix,
    comparison,
    asks: ours,
    opening: stated(given, "opening"),
    target: stated(given, "target"),
    floor,
    bands: bands.value,
    policy: policy.value,
    agreedBefore: before?.found.before ?? agreedBeforeIn(given, BASIS_WORDS[unitsOfMix(mix).value?.basis ?? "unit"]),
    evidence: evidenceIn(given),
    trades: tradesIn(given),
  });
  if (json !== undefined) {
    const content = {
      format: "sca-compare/1",
      mix,
      comparison,
      floor,
      bands: bands.value,
      context: PUBLISHED_CONTEXT,
      ...(told === null || before === null
        ? {}
        : {
            payer: {
              name: told.payer,
              asOf: told.history.asOf,
              agreedBefore: before.found.services,
              used: before.found.used,
              sentences: before.sentences,
            },
          }),
      negotiation: step,
    };
    const text = `${JSON.stringify(content, (_, value: unknown) => (value instanceof Map ? Object.fromEntries(value) : value), 2)}\n`;
    await writeFileAtomically(json, new TextEncoder().encode(text));
  }
  const blocks = [
    mixLines(mix, file.notes),
    comparisonLines(comparison, floor !== null),
    ["How each offer was reckoned"],
    ...comparison.offers.map(offerLines),
    [...floorLines(floor, bands.value, bands.said), ...bands.notes.flatMap(bullet)],
    ...(before === null ? [] : [[before.title, ...before.sentences.flatMap(bullet)]]),
    [...negotiationLines(step), ...policy.notes.flatMap(bullet)],
  ];
  blocks.forEach((block, at) => {
    if (at > 0) terminal.say("");
    for (const text of block) terminal.say(text);
  });
  if (json !== undefined) terminal.say(`\nWritten: ${json}`);
}

/** An offer from its words, or the sentence that refuses it. */
function readOffer(option: string, words: string): NamedOffer | string {
  const read = readRateTerm(words);
  if (isRefusal(read)) return `${option} ${read.sentence}`;
  return { name: read.words, term: read.term, notes: read.notes };
}

/** An offer of the payer's schedule takes its amounts from the list, where the list has them. */
function withSchedule(offer: NamedOffer, rows: readonly MixRow[]): NamedOffer {
  const { term } = offer;
  if (term.model !== "inNetwork" || term.amounts !== null) return offer;
  const amounts = rows.flatMap(({ code, modifiers, inNetwork }) =>
    inNetwork === null ? [] : [{ code, modifiers, figure: inNetwork }],
  );
  return amounts.length === 0 ? offer : { ...offer, term: { ...term, amounts } };
}

/** An opening or a target: a bare figure in the negotiation's model, or a rate in words. */
function stated(given: Arguments, option: string): RateTerm | number | null {
  const text = given.text(option);
  if (text === undefined) return null;
  const bare = /^\$?\s?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s?%?$/.exec(text.trim())?.[1];
  if (bare !== undefined && Number(bare.replaceAll(",", "")) > 0) return Number(bare.replaceAll(",", ""));
  const read = readRateTerm(text);
  if (isRefusal(read)) throw new UsageProblem(`--${option} ${read.sentence}`);
  return read.term;
}

function tradesIn(given: Arguments) {
  const hourlyCost = numberOf(given, "staff-hour");
  const pair = (option: string) => {
    const hours = numberOf(given, option);
    if (hours !== null && hourlyCost === null)
      throw new UsageProblem(`--${option} needs --staff-hour: what an hour of staff costs.`);
    return hours === null || hourlyCost === null ? null : { hours, hourlyCost };
  };
  const days = numberOf(given, "faster-days");
  const yearlyPercent = numberOf(given, "money-cost");
  if ((days === null) !== (yearlyPercent === null)) {
    throw new UsageProblem(
      "--faster-days and --money-cost go together: days sooner, and what money costs you a year in percent.",
    );
  }
  return {
    daysFirst: numberOf(given, "first-days", 1),
    reauthorization: pair("reauth-hours"),
    fasterPayment: days === null || yearlyPercent === null ? null : { days, yearlyPercent },
    standardProcess: pair("process-hours"),
  };
}
