import { type Cents, centsOf } from "../values/money.ts";

/** An exact number: a whole number over a whole number above 0. Nothing is lost to binary fractions. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/**
 * A decimal as it is written, exact.
 *
 * @example fractionOf(162.375) is 162375 / 1000
 */
export function fractionOf(decimal: number): Fraction {
  if (!Number.isFinite(decimal)) throw new RangeError(`${decimal} is no decimal`);
  const [mantissa = "0", exponent = "0"] = String(decimal).split("e");
  const [whole = "0", part = ""] = mantissa.split(".");
  const places = part.length - Number(exponent);
  const digits = BigInt(`${whole}${part}`);
  return places >= 0
    ? { over: digits, under: 10n ** BigInt(places) }
    : { over: digits * 10n ** BigInt(-places), under: 1n };
}

/** The product of numbers, exact. */
export function product(...factors: readonly Fraction[]): Fraction {
  return factors.reduce((all, one) => ({ over: all.over * one.over, under: all.under * one.under }), {
    over: 1n,
    under: 1n,
  });
}

/** One number divided by another, exact. Throws a RangeError where the divisor is not above 0. */
export function divided(by: Fraction, divisor: Fraction): Fraction {
  if (divisor.over <= 0n) throw new RangeError("a divisor is above 0");
  return { over: by.over * divisor.under, under: by.under * divisor.over };
}

/** The nearest whole number, halves away from zero. */
export function nearest({ over, under }: Fraction): number {
  const twice = (over < 0n ? -over : over) * 2n + under;
  const whole = Number(twice / (under * 2n));
  return over < 0n ? (whole === 0 ? 0 : -whole) : whole;
}

/** The next whole number at or above. */
export function roundedUp({ over, under }: Fraction): number {
  const down = over / under;
  return Number(over % under > 0n ? down + 1n : down);
}

/** Exact dollars in cents, to the nearest cent, halves away from zero. */
export function nearestCents(dollars: Fraction): Cents {
  return centsOf(nearest({ over: dollars.over * 100n, under: dollars.under }));
}

/** Cents as exact dollars. */
export function dollarsOf(cents: Cents): Fraction {
  return { over: BigInt(cents), under: 100n };
}

/**
 * A part as a percentage of a whole, to so many decimals (two where it is not said), halves away from zero. Null of nothing.
 *
 * @example percentOf(centsOf(14000), centsOf(10000)) is 140
 */
export function percentOf(part: Cents, whole: Cents, places = 2): number | null {
  if (whole <= 0) return null;
  const scale = 10n ** BigInt(places);
  return Number(`${nearest({ over: BigInt(part) * 100n * scale, under: BigInt(whole) })}e-${places}`);
}
