import { type Cents, centsOf, printMoney, sumOfCents } from "../values/money.ts";
import { type Equivalents, equivalentsOf } from "./equivalents.ts";
import { dollarsOf, fractionOf, nearestCents, product } from "./fraction.ts";
import { type LinePrice, priceLines } from "./price-lines.ts";
import type { RateTerm } from "./rate-term.ts";
import { billedOfMix, daysOfMix, nameOfLine, type ServiceMix, type Told } from "./service-mix.ts";
import { wordFor } from "./unit-caps.ts";
import { printRate } from "./unit-rate.ts";

/** What an offer pays for a mix of services, with everything it was reckoned from. */
export interface Quote {
  readonly term: RateTerm;
  /** All lines; null where a line has no price, never a sum without it. */
  readonly total: Told<Cents>;
  /** What can be told: the total, or the part of it whose lines have a price. 0 where none has. */
  readonly pricedCents: Cents;
  readonly lines: readonly LinePrice[];
  /** Days that went in; null where nobody said and no rate needed them. */
  readonly days: Told<number>;
  readonly equivalents: Equivalents;
  /** Caps, lesser-of, days and units that were applied or could not be, in sentences. */
  readonly notes: readonly string[];
}

/** An offer's total before its caps in dollars. */
interface Draft {
  readonly cents: Cents;
  readonly lines: readonly LinePrice[];
  readonly missing: string | null;
  readonly notes: readonly string[];
}

/**
 * What an offer pays over the expected mix of one case (guide 002 L56-76): the total in cents, what each line
 * contributes, and the same in the words of the other models. A line without a price leaves the total untold and is
 * named; the priced part stands beside it. Nothing unknown counts as 0.
 *
 * @example 140 % of Medicare over 10 visits of 99214 at $115.49: 10 times $161.69 is $1,616.90
 */
export function quoteOffer(term: RateTerm, mix: ServiceMix): Quote {
  const days = daysOfMix(mix);
  const isByDay = term.model === "perDiem" && term.figures.some(({ code }) => code === null);
  const draft =
    term.model === "caseRate"
      ? wholeCase(term.cents, term, mix)
      : isByDay
        ? allInclusiveDays(term, mix, days)
        : byLine(term, mix);
  const notes = [...manyADay(mix), ...draft.notes];
  const capped = underDollarCaps(draft, term, days, notes);
  const isTold = draft.missing === null && capped.missing === null;
  const total: Told<Cents> = isTold
    ? { value: capped.cents, sentence: `${printMoney(capped.cents)} for the case.` }
    : { value: null, sentence: [draft.missing, capped.missing].filter((part) => part !== null).join(" ") };
  const quote = { term, total, pricedCents: capped.cents, lines: draft.lines, days, notes };
  return { ...quote, equivalents: equivalentsOf(quote, mix) };
}

/** Days that contradict each other, told whatever the model. */
function manyADay(mix: ServiceMix): string[] {
  const short = mix.lines.filter(({ days }) => mix.programDays !== null && days !== null && days > mix.programDays);
  const beyond = short.map(
    (line) =>
      `Line ${line.row}: ${nameOfLine(line)} occurs on ${line.days} days, and the program has ${mix.programDays}. Check the days.`,
  );
  const many = mix.lines.flatMap((line) =>
    line.basis === "day" && line.days !== null && line.units > line.days
      ? [
          `Line ${line.row}: ${line.units} units of ${nameOfLine(line)} on ${line.days} days. A per diem is one a day: check the units.`,
        ]
      : [],
  );
  return [...beyond, ...many];
}

function byLine(term: RateTerm, mix: ServiceMix): Draft {
  const { lines, notes } = priceLines(term, mix);
  const gaps = lines.flatMap((line) => (line.kind === "notPriced" ? [line.gap.sentence] : []));
  const cents = sumOfCents(lines.map((line) => (line.kind === "priced" ? line.cents : centsOf(0))));
  return { cents, lines, missing: gaps.length === 0 ? null : [...new Set(gaps)].join(" "), notes };
}

function inside(mix: ServiceMix, what: string): LinePrice[] {
  return mix.lines.map((line) => ({ kind: "inside", line, sentence: `inside the ${what}` }));
}

function allInclusiveDays(term: RateTerm, mix: ServiceMix, days: Told<number>): Draft {
  if (term.model !== "perDiem") throw new Error("only a per diem pays by the day as a whole");
  const notes: string[] = [];
  const figure = term.figures.find(({ code }) => code === null)?.figure ?? 0;
  if (term.figures.length > 1) {
    return { ...byLine(term, mix) };
  }
  const lines = inside(mix, "day rate");
  if (days.value === null) return { cents: centsOf(0), lines, missing: days.sentence, notes };
  if (mix.programDays === null) notes.push(days.sentence);
  let paid = days.value;
  const { unitsInAll } = term.conditions;
  if (unitsInAll !== null && (unitsInAll.basis === "day" || unitsInAll.basis === "unit")) {
    if (unitsInAll.units < paid) {
      notes.push(`The offer ends at ${unitsInAll.units} days; ${paid - unitsInAll.units} of ${paid} are not paid.`);
      paid = unitsInAll.units;
    }
  } else if (unitsInAll !== null) {
    notes.push(`The cap of ${unitsInAll.units} ${wordFor(unitsInAll)} was not applied: the offer pays by the day.`);
  }
  const cents = nearestCents(product(fractionOf(figure), fractionOf(paid)));
  notes.push(`${printRate(figure)} a day, times ${paid} days: ${printMoney(cents)}, whatever is rendered on a day.`);
  return lesserOfWhole({ cents, lines, missing: null, notes }, term, mix, "days'");
}

function wholeCase(cents: Cents, term: RateTerm, mix: ServiceMix): Draft {
  const { unitsInAll } = term.conditions;
  const covers =
    unitsInAll === null
      ? []
      : [
          `The case rate covers ${unitsInAll.units} ${wordFor(unitsInAll)}; what goes beyond is not reckoned. Check that the mix does not.`,
        ];
  return lesserOfWhole(
    {
      cents,
      lines: inside(mix, "case rate"),
      missing: null,
      notes: [...covers, `One rate for the case: ${printMoney(cents)}, whatever is rendered.`],
    },
    term,
    mix,
    "case's",
  );
}

/** "Lesser of" where the rate covers all services: compared over the whole mix, since single days' charges are not known. */
function lesserOfWhole(draft: Draft, term: RateTerm, mix: ServiceMix, whose: string): Draft {
  const percent = term.conditions.lesserOfBilled;
  if (percent === null) return draft;
  const billed = billedOfMix(mix);
  if (billed.value === null) {
    return {
      ...draft,
      cents: centsOf(0),
      missing: `The offer pays the lesser of its rate and billed charges. ${billed.sentence}`,
    };
  }
  const limit = nearestCents(product(fractionOf(percent), { over: 1n, under: 100n }, dollarsOf(billed.value)));
  const compared = `Compared over the whole mix: billed ${printMoney(limit)}, rate ${printMoney(draft.cents)}. Day by day the ${whose} charges may be lower.`;
  return { ...draft, cents: centsOf(Math.min(limit, draft.cents)), notes: [...draft.notes, compared] };
}

function underDollarCaps(
  draft: Draft,
  term: RateTerm,
  days: Told<number>,
  notes: string[],
): { readonly cents: Cents; readonly missing: string | null } {
  const { dollarsPerDay, dollarsInAll } = term.conditions;
  let { cents } = draft;
  let missing: string | null = null;
  if (dollarsPerDay !== null && days.value === null) {
    missing = `The offer pays at most ${printMoney(dollarsPerDay)} a day. ${days.sentence}`;
  } else if (dollarsPerDay !== null && days.value !== null) {
    const most = nearestCents(product(dollarsOf(dollarsPerDay), fractionOf(days.value)));
    if (most < cents) {
      notes.push(
        `At most ${printMoney(dollarsPerDay)} a day on ${days.value} days: ${printMoney(most)} instead of ${printMoney(cents)}.`,
      );
      cents = most;
    } else {
      notes.push(
        `The cap of ${printMoney(dollarsPerDay)} a day cuts nothing if the services are spread evenly over ${days.value} days.`,
      );
    }
  }
  if (dollarsInAll !== null && dollarsInAll < cents) {
    notes.push(`At most ${printMoney(dollarsInAll)} in all, instead of ${printMoney(cents)}.`);
    cents = dollarsInAll;
  }
  return { cents, missing };
}
