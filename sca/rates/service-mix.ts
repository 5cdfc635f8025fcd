import type { Benchmark } from "../medicare/benchmark.ts";
import { type Cents, sumOfCents } from "../values/money.ts";
import { dollarsOf, type Fraction, fractionOf, nearestCents, product } from "./fraction.ts";
import { BASIS_WORDS, minutesOf, type UnitBasis } from "./unit-basis.ts";

/** What we charge for a line: for each unit, or for all of its units together. */
export interface BilledCharge {
  readonly cents: Cents;
  readonly per: "unit" | "line";
}

/** A service of the mix, with the units expected in one case. */
export interface MixLine {
  /** Where it stands in the user's list, for messages. */
  readonly row: number;
  readonly code: string;
  readonly modifiers: readonly string[];
  /** Billed units, above 0; may have decimals. */
  readonly units: number;
  /** What one unit is; null where nobody said. */
  readonly basis: UnitBasis | null;
  /** How long one unit lasts, where it is known. */
  readonly minutesPerUnit: number | null;
  /** Medicare's amount for one unit on the day of service, or why there is none. */
  readonly benchmark: Benchmark;
  /** The same from the schedules of other years, for offers that name one ("140 % of 2025 Medicare"). */
  readonly otherYears?: ReadonlyMap<number, Benchmark>;
  readonly charge: BilledCharge | null;
  /** On how many days the service occurs; null where nobody said. */
  readonly days: number | null;
}

/** The services expected in one case. */
export interface ServiceMix {
  readonly lines: readonly MixLine[];
  /** Days of the program on which anything is rendered; null where nobody said: then they are told from the lines, if they can be. */
  readonly programDays: number | null;
}

/** A figure, or why there is none; the sentence says how it came about or what is missing. */
export interface Told<Value> {
  readonly value: Value | null;
  readonly sentence: string;
}

/** "90837" or "91110-26", as messages name a line. */
export function nameOfLine(line: MixLine): string {
  return [line.code, ...line.modifiers].join("-");
}

/** The minutes of one unit, where the basis or the line says. */
export function minutesOfLine(line: MixLine): number | null {
  return (line.basis === null ? null : minutesOf(line.basis)) ?? line.minutesPerUnit;
}

/** Days of a line: as stated; a line of days without them has as many as units. */
export function daysOfLine(line: MixLine): number | null {
  return line.days ?? (line.basis === "day" ? line.units : null);
}

/** What we charge for so many units of a line, to the nearest cent. Null without a charge. */
export function chargeFor(line: MixLine, units: number): Cents | null {
  if (line.charge === null) return null;
  const dollars: Fraction =
    line.charge.per === "unit"
      ? product(dollarsOf(line.charge.cents), fractionOf(units))
      : product(dollarsOf(line.charge.cents), fractionOf(units), inverse(line.units));
  return nearestCents(dollars);
}

function inverse(units: number): Fraction {
  const { over, under } = fractionOf(units);
  return { over: under, under: over };
}

/** Medicare's amount for one unit of a line from the schedule of a year, or of the day of service where none is named. */
export function benchmarkOf(line: MixLine, year: number | null): Benchmark | "other-year" {
  if (year === null || line.benchmark.kind === "none") return line.benchmark;
  if (line.benchmark.release.startsWith(String(year))) return line.benchmark;
  return line.otherYears?.get(year) ?? "other-year";
}

/** Medicare's amount for all units of a line, to the nearest cent; null where Medicare prints none. */
export function medicareFor(line: MixLine): Cents | null {
  if (line.benchmark.kind === "none" || line.benchmark.cents <= 0) return null;
  return nearestCents(product(dollarsOf(line.benchmark.cents), fractionOf(line.units)));
}

/**
 * The days of the program. Where they are not stated: lines that count days are programs that exclude each other on a
 * date (one per diem a day), so their days add up, and other lines fall on these days if they fit. A single line has its
 * own. Otherwise the days lie between the longest line and all together, and are asked.
 *
 * @example H0015 on 20 days and 90837 on 8: 20, and the sentence says so
 */
export function daysOfMix(mix: ServiceMix): Told<number> {
  if (mix.programDays !== null)
    return { value: mix.programDays, sentence: `${mix.programDays} program days, as stated.` };
  const [only] = mix.lines;
  if (mix.lines.length === 1 && only !== undefined) {
    const days = daysOfLine(only);
    return days === null
      ? { value: null, sentence: "Program days are not stated. Give the number of days." }
      : { value: days, sentence: `${days} days, those of ${nameOfLine(only)}.` };
  }
  const programs = mix.lines.filter(({ basis }) => basis === "day");
  const others = mix.lines.filter(({ basis }) => basis !== "day").map(daysOfLine);
  const days = programs.reduce((sum, line) => sum + (daysOfLine(line) ?? 0), 0);
  if (programs.length > 0 && others.every((other) => other === null || other <= days)) {
    const names = programs.map((line) => `${daysOfLine(line)} of ${nameOfLine(line)}`).join(" and ");
    const where = others.length > 0 ? "; the other services are taken to fall on these days" : "";
    return { value: days, sentence: `${days} program days: ${names}${where}.` };
  }
  return {
    value: null,
    sentence:
      "Program days are not stated, and the lines do not tell how many of their days are the same. Give the number of days.",
  };
}

/** The units of a mix, where all of its lines count the same thing. */
export function unitsOfMix(mix: ServiceMix): Told<{ readonly units: number; readonly basis: UnitBasis }> {
  const bases = [...new Set(mix.lines.map(({ basis }) => basis))];
  const [basis] = bases;
  if (bases.length === 1 && basis !== null && basis !== undefined) {
    const sum = mix.lines.reduce((all, { units }) => all + units, 0);
    const units = Number(sum.toPrecision(12));
    return { value: { units, basis }, sentence: `${units} units, each a ${BASIS_WORDS[basis]}.` };
  }
  const names = bases.map((one) => (one === null ? "not stated" : BASIS_WORDS[one])).join(", ");
  return {
    value: null,
    sentence: bases.includes(null)
      ? "The unit basis of a line is not stated, so its units are not added to others."
      : `Units of different kinds (${names}) are not added together.`,
  };
}

/** Medicare's amount for the whole mix; null unless every line has one. */
export function medicareOfMix(mix: ServiceMix): Told<Cents> {
  const without = mix.lines.filter((line) => medicareFor(line) === null);
  if (without.length > 0) {
    return { value: null, sentence: `Medicare prints no amount for ${without.map(nameOfLine).join(", ")}.` };
  }
  return {
    value: sumOfCents(mix.lines.map((line) => medicareFor(line) as Cents)),
    sentence: "Medicare's amounts, all lines.",
  };
}

/** What we charge for the whole mix; null unless every line has a charge. */
export function billedOfMix(mix: ServiceMix): Told<Cents> {
  const without = mix.lines.filter(({ charge }) => charge === null);
  if (without.length > 0) {
    return { value: null, sentence: `The billed charge of ${without.map(nameOfLine).join(", ")} is not stated.` };
  }
  return {
    value: sumOfCents(mix.lines.map((line) => chargeFor(line, line.units) as Cents)),
    sentence: "Billed charges, all lines.",
  };
}
