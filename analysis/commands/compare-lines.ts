import type { ComparedOffer, Comparison } from "../../sca/rates/compare-offers.ts";
import type { Floor } from "../../sca/rates/floor.ts";
import type { NegotiationBands } from "../../sca/rates/negotiation-bands.ts";
import type { LinePrice } from "../../sca/rates/price-lines.ts";
import { daysOfMix, type MixLine, nameOfLine, type ServiceMix, unitsOfMix } from "../../sca/rates/service-mix.ts";
import { BASIS_WORDS } from "../../sca/rates/unit-basis.ts";
import { type Cents, printMoney } from "../../sca/values/money.ts";
import { textTable, wrapped } from "./text-table.ts";

const WIDTH = 100;
const NONE = "n/a";

const money = (cents: Cents | null): string => (cents === null ? NONE : printMoney(cents));

/** A sentence under an item, wrapped to the width of the screen. */
export function bullet(text: string): string[] {
  return wrapped(text, WIDTH - 4).map((line, at) => `${at === 0 ? "  - " : "    "}${line}`);
}

/** The services that everything is reckoned over, with Medicare's amount of each or why there is none. */
export function mixLines(mix: ServiceMix, notes: readonly string[]): string[] {
  const rows = mix.lines.map((line) => [
    nameOfLine(line),
    String(line.units),
    line.basis === null ? "not stated" : BASIS_WORDS[line.basis],
    line.days === null ? "" : String(line.days),
    line.benchmark.kind === "none" ? NONE : printMoney(line.benchmark.cents),
    line.charge === null ? "" : `${printMoney(line.charge.cents)}${line.charge.per === "line" ? " in all" : ""}`,
  ]);
  const table = textTable(["Code", "Units", "One unit is a", "Days", "Medicare a unit", "Billed a unit"], rows, {
    figures: new Set([1, 3, 4, 5]),
    widest: 30,
  });
  const counts = [unitsOfMix(mix), daysOfMix(mix)].flatMap(({ value, sentence }) => (value === null ? [sentence] : []));
  return ["Services", ...table, ...[...benchmarkNotes(mix.lines), ...counts, ...notes].flatMap(bullet)];
}

function benchmarkNotes(lines: readonly MixLine[]): string[] {
  const bySentence = new Map<string, string[]>();
  for (const line of lines) {
    const { benchmark } = line;
    const sentences = benchmark.kind === "none" ? [benchmark.sentence] : [sourceOf(benchmark), ...benchmark.notes];
    for (const sentence of sentences) bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), nameOfLine(line)]);
  }
  return [...bySentence].map(([sentence, names]) => `${[...new Set(names)].join(", ")}: ${sentence}`);
}

function sourceOf(benchmark: MixLine["benchmark"]): string {
  if (benchmark.kind === "none") return benchmark.sentence;
  const { release, locality, setting, conversionFactor, workFloor, track } = benchmark;
  const factor = `conversion factor ${(conversionFactor / 10_000).toFixed(4)}${track === "qp" ? " (qualifying participants)" : ""}`;
  const floor = workFloor === "none" ? "" : `, ${workFloor} the work floor`;
  return `Medicare ${release}, ${locality}, ${setting === "facility" ? "facility" : "office"}, ${factor}${floor}.`;
}

function shareCell(told: ComparedOffer["quote"]["equivalents"]["ofMedicare"]): string {
  if (told.value === null) return NONE;
  return `${told.value.percent.toFixed(1)}%${told.value.coverage === 100 && told.value.lines === told.value.ofLines ? "" : "*"}`;
}

/** The offers side by side, what pays most first. */
export function comparisonLines({ offers, finding }: Comparison, hasFloor: boolean): string[] {
  const rows = offers.map(({ name, rank, isBest, quote, overFloor }) => [
    rank === null ? "-" : isBest ? `${rank} best` : String(rank),
    name,
    money(quote.total.value),
    quote.equivalents.perUnit.value === null
      ? NONE
      : `${printMoney(quote.equivalents.perUnit.value.cents)}/${BASIS_WORDS[quote.equivalents.perUnit.value.basis]}`,
    money(quote.equivalents.perDay.value),
    shareCell(quote.equivalents.ofMedicare),
    shareCell(quote.equivalents.ofBilled),
    ...(hasFloor ? [overFloor?.value == null ? NONE : printMoney(overFloor.value.cents)] : []),
  ]);
  const headings = [
    "Rank",
    "Offer",
    "Total",
    "Per unit",
    "Per day",
    "of Medicare",
    "of billed",
    ...(hasFloor ? ["over floor"] : []),
  ];
  const table = textTable(headings, rows, { figures: new Set([2, 3, 4, 5, 6, 7]), widest: hasFloor ? 22 : 30 });
  const stars = offers.some(({ quote: { equivalents } }) =>
    [equivalents.ofMedicare, equivalents.ofBilled].some((one) => shareCell(one).endsWith("*")),
  );
  return [
    "Offers",
    ...table,
    ...(stars ? ["* covers only a part of the lines; see below"] : []),
    "",
    ...wrapped(finding, WIDTH),
  ];
}

/** How each offer was reckoned. */
export function offerLines(offer: ComparedOffer): string[] {
  const { quote } = offer;
  const hasGaps = quote.lines.some(({ kind }) => kind === "notPriced");
  const why = hasGaps ? "" : ` ${quote.total.sentence}`;
  const untold = quote.total.value === null ? [`Not priced in full.${why}${partOf(quote.pricedCents)}`] : [];
  const shares = [
    ["Percent of Medicare", quote.equivalents.ofMedicare, offer.ofMedicareBand],
    ["Percent of billed", quote.equivalents.ofBilled, offer.ofBilledBand],
  ] as const;
  const compared = shares.map(([name, told, band]) =>
    told.value === null
      ? `${name}: ${NONE}. ${told.sentence}`
      : `${name}: ${told.sentence}${band === null ? "" : ` ${band.sentence}`}`,
  );
  const sentences = [
    ...untold,
    ...quote.lines.flatMap(lineSentence),
    ...compared,
    ...(offer.overFloor === null || quote.total.value === null ? [] : [offer.overFloor.sentence]),
    ...offer.notes,
  ];
  return [offer.name, ...[...new Set(sentences)].flatMap(bullet)];
}

function partOf(cents: Cents): string {
  return cents > 0 ? ` The lines that have a price come to ${printMoney(cents)}.` : "";
}

function lineSentence(price: LinePrice): string[] {
  const name = nameOfLine(price.line);
  if (price.kind === "priced") return [`${name}: ${price.sentence}.`];
  if (price.kind === "inside") return [];
  // Why Medicare prints no amount stands with the services.
  return [
    price.gap.reason === "no-benchmark"
      ? `${name}: not priced, it has no Medicare benchmark.`
      : `${name}: not priced. ${price.gap.sentence}`,
  ];
}

/** The floor with its parts, and the practice's ranges with where they come from; `said` tells who stated its own. */
export function floorLines(floor: Floor | null, bands: NegotiationBands, said: string): string[] {
  const parts =
    floor === null
      ? []
      : [
          "Floor (yours alone)",
          ...[...floor.parts.map(({ sentence }) => `${sentence}.`), floor.sentence].flatMap(bullet),
          "",
        ];
  const sources = bands.ofMedicare.sources.map(({ words }) => `"${words}"`);
  const from = sources.length === 0 ? said : `from the guides: ${sources.join(" and ")}`;
  return [
    ...parts,
    ...wrapped(
      `Your range over Medicare: ${bands.ofMedicare.low} to ${bands.ofMedicare.high} %, ${from}. A practice's assumption, no market statistic.`,
      WIDTH,
    ),
  ];
}
