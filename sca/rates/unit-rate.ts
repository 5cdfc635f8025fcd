import { type Cents, printMoney } from "../values/money.ts";
import { divided, dollarsOf, type Fraction, fractionOf, nearestCents, product } from "./fraction.ts";
import type { PriceGap } from "./price-gap.ts";
import type { CodeFigure, RateTerm, UnitFigure } from "./rate-term.ts";
import { benchmarkOf, type MixLine, minutesOfLine, nameOfLine } from "./service-mix.ts";
import { BASIS_WORDS, minutesOf } from "./unit-basis.ts";

/** What an offer pays for one unit of a line. */
export interface UnitRate {
  /** Exact dollars for one unit as the line counts it. */
  readonly dollars: Fraction;
  /** True where the rate is for a day of the line: one a day, whatever its units. */
  readonly isDay: boolean;
  /** How it came about. */
  readonly sentence: string;
  readonly notes: readonly string[];
}

const ONE_PERCENT: Fraction = { over: 1n, under: 100n };
/** Modifiers that make another service with an amount of its own. */
const OWN_AMOUNT = new Set(["26", "TC", "53"]);

/** The figure of an offer for a line: that of its code, else the one for every code; a part (26, TC, 53) is not the whole. */
export function figureFor<Figure extends CodeFigure>(figures: readonly Figure[], line: MixLine): Figure | null {
  const own = (modifiers: readonly string[]) => modifiers.filter((one) => OWN_AMOUNT.has(one)).join();
  const named = figures.filter(
    ({ code, modifiers }) =>
      code === line.code &&
      own(modifiers) === own(line.modifiers) &&
      modifiers.every((modifier) => line.modifiers.includes(modifier)),
  );
  const best = [...named].sort((a, b) => b.modifiers.length - a.modifiers.length)[0];
  return best ?? figures.find(({ code }) => code === null) ?? null;
}

function notNamed(line: MixLine): PriceGap {
  return { reason: "code-not-named", sentence: `The offer names no rate for ${nameOfLine(line)}.` };
}

/** A percentage of an amount for one unit, rounded to the cent once: it is then the rate that is multiplied by the units. */
function percentOfUnit(percent: number, unit: Cents, of: string): UnitRate {
  const cents = nearestCents(product(fractionOf(percent), ONE_PERCENT, dollarsOf(unit)));
  return {
    dollars: dollarsOf(cents),
    isDay: false,
    sentence: `${percent} % of ${of} ${printMoney(unit)} is ${printMoney(cents)} a unit`,
    notes: [],
  };
}

/**
 * What an offer pays for one unit of a line, or why that cannot be told: no Medicare amount, no charge, a basis that
 * does not convert. Models that pay for the day or the case as a whole are priced over the mix, not here.
 *
 * @example 140 % of 99214 at $115.49: $161.69, rounded once, then times the units
 */
export function unitRate(term: RateTerm, line: MixLine): UnitRate | PriceGap {
  const name = nameOfLine(line);
  switch (term.model) {
    case "percentOfMedicare": {
      const figure = figureFor(term.figures, line);
      if (figure === null) return notNamed(line);
      const year = term.conditions.scheduleYear;
      const benchmark = benchmarkOf(line, year);
      if (benchmark === "other-year") {
        return {
          reason: "schedule-year",
          sentence: `The offer is of the ${year} schedule, and the amount of ${name} at hand is of another year. Load the ${year} release, or price the case on a day in ${year}.`,
        };
      }
      if (benchmark.kind === "none") {
        return {
          reason: "no-benchmark",
          sentence: `${name} has no Medicare benchmark. ${benchmark.sentence.replace(/^No Medicare benchmark: /, "")}`,
        };
      }
      if (benchmark.cents <= 0) {
        return { reason: "no-benchmark", sentence: `${name} has no Medicare amount above $0.00.` };
      }
      const rate = percentOfUnit(figure.figure, benchmark.cents, "Medicare's");
      if (line.basis !== "day" && minutesOfLine(line) === null) return rate;
      const count =
        line.basis === "day"
          ? "days"
          : line.basis === "hour" || line.basis === "quarterHour"
            ? BASIS_WORDS[line.basis]
            : null;
      return count === null
        ? rate
        : {
            ...rate,
            notes: [
              `Medicare's amount of ${name} is for one unit as CMS defines the code; the line counts ${count}. Check that they are the same.`,
            ],
          };
    }
    case "percentOfBilled": {
      const figure = figureFor(term.figures, line);
      if (figure === null) return notNamed(line);
      if (line.charge === null) {
        return { reason: "charge-missing", sentence: `The billed charge of ${name} is not stated.` };
      }
      if (line.charge.per === "unit") return percentOfUnit(figure.figure, line.charge.cents, "the charge of");
      return {
        dollars: divided(
          product(fractionOf(figure.figure), ONE_PERCENT, dollarsOf(line.charge.cents)),
          fractionOf(line.units),
        ),
        isDay: false,
        sentence: `${figure.figure} % of ${printMoney(line.charge.cents)} billed for all units`,
        notes: [],
      };
    }
    case "perUnit": {
      const figure = figureFor(term.figures, line);
      return figure === null ? notNamed(line) : convertedRate(figure, line);
    }
    case "perDiem": {
      const figure = figureFor(term.figures, line);
      if (figure === null) return notNamed(line);
      return convertedRate({ ...figure, basis: "day" }, line);
    }
    case "inNetwork": {
      if (term.amounts === null) {
        return {
          reason: "schedule-missing",
          sentence: `The payer's in-network amount of ${name} is not stated. Ask for it by code, in writing.`,
        };
      }
      const figure = figureFor(term.amounts, line);
      if (figure === null)
        return { reason: "schedule-missing", sentence: `The payer's schedule at hand has no ${name}.` };
      return percentOfUnit(term.percent, nearestCents(fractionOf(figure.figure)), "the in-network");
    }
    case "caseRate":
      throw new Error("a case rate has no rate for one unit");
  }
}

/** A rate per something over units of something: exact where both are time or the same, refused where nobody knows. */
function convertedRate(figure: UnitFigure, line: MixLine): UnitRate | PriceGap {
  const name = nameOfLine(line);
  const dollars = fractionOf(figure.figure);
  const said = `${printRate(figure.figure)} per ${BASIS_WORDS[figure.basis]}`;
  if (figure.basis === "unit" || figure.basis === line.basis) {
    return { dollars, isDay: figure.basis === "day", sentence: said, notes: [] };
  }
  if (figure.basis === "day") {
    return line.days === null
      ? { reason: "days-missing", sentence: `The offer pays ${said}; on how many days ${name} occurs is not stated.` }
      : { dollars, isDay: true, sentence: said, notes: [] };
  }
  const minutes = minutesOf(figure.basis);
  const lineMinutes = minutesOfLine(line);
  if (minutes !== null && lineMinutes !== null) {
    const one = divided(product(dollars, fractionOf(lineMinutes)), fractionOf(minutes));
    return { dollars: one, isDay: false, sentence: `${said}, over units of ${lineMinutes} minutes`, notes: [] };
  }
  const isVisit = (basis: string | null) => basis === "visit" || basis === "session";
  if (isVisit(figure.basis) && isVisit(line.basis)) {
    const often =
      line.days !== null && line.units > line.days
        ? " Some days have more than one: ask how the payer counts a visit."
        : "";
    return {
      dollars,
      isDay: false,
      sentence: said,
      notes: [
        `${name}: the offer pays per ${figure.basis}, the line counts ${line.basis}s; one is taken for one.${often}`,
      ],
    };
  }
  if (line.basis === null || minutes !== null) {
    return {
      reason: "unit-basis-unknown",
      sentence: `The offer pays ${said}; how ${minutes === null ? "units" : "long a unit"} of ${name} ${minutes === null ? "are counted" : "lasts"} is not stated. Give its unit basis or its minutes.`,
    };
  }
  return {
    reason: "unit-basis-differs",
    sentence: `The offer pays ${said}; ${name} counts ${BASIS_WORDS[line.basis]}${line.basis === "quarterHour" ? "" : "s"}, and one does not tell the other.`,
  };
}

/** A rate as it is written: with cents, or with all of its decimals where it has more. */
export function printRate(dollars: number): string {
  const exact = fractionOf(dollars);
  return (exact.over * 100n) % exact.under === 0n ? printMoney(nearestCents(exact)) : `$${dollars}`;
}
