/**
 * The number with its decimal point moved, without the dust of binary multiplication.
 * Throws a RangeError for a number that is not finite.
 *
 * @example shiftDecimal(1.1, 2) is 110, where 1.1 * 100 is 110.00000000000001
 */
export function shiftDecimal(value: number, places: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`${value} has no decimal point to move`);
  const [digits = "0", exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + places}`);
}

/**
 * The number a person meant by a stored one: the error that a formula leaves after the twelfth digit is taken off.
 *
 * @example withoutDust(162.37500000000003) is 162.375
 */
export function withoutDust(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}

/**
 * The sum of two decimals as on paper.
 *
 * @example addDecimals(100, 37.1) is 137.1
 */
export function addDecimals(left: number, right: number): number {
  return withoutDust(left + right);
}
