/**
 * An amount of US dollars in whole cents. Sums and products of cents are exact; dollars as fractions are not.
 * A rate of less than a cent (16.253 per unit) is no amount of money until it is multiplied by its units.
 */
export type Cents = number & { readonly __cents: unique symbol };

function checked(cents: number): Cents {
  if (!Number.isSafeInteger(cents))
    throw new RangeError(`${cents} is not a whole number of cents that a ledger can hold`);
  return (cents === 0 ? 0 : cents) as Cents;
}

/**
 * Whole cents as an amount. Throws a RangeError for a fraction, or past ninety trillion dollars.
 *
 * @example centsOf(125000) is $1,250.00
 */
export function centsOf(wholeCents: number): Cents {
  return checked(wholeCents);
}

/** A decimal as a whole number and how many of its digits stand behind the point. */
function digitsOf(decimal: number): { readonly digits: bigint; readonly places: number } {
  if (!Number.isFinite(decimal)) throw new RangeError(`${decimal} is no decimal`);
  const [mantissa = "0", exponent = "0"] = String(decimal).split("e");
  const [whole = "0", part = ""] = mantissa.split(".");
  const places = part.length - Number(exponent);
  const digits = BigInt(`${whole}${part}`);
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}

function rounded(digits: bigint, places: number): Cents {
  if (places <= 0) return checked(Number(digits * 10n ** BigInt(-places)));
  const unit = 10n ** BigInt(places);
  const half = (digits < 0n ? -unit : unit) / 2n;
  return checked(Number((digits + half) / unit));
}

/** Up to so many cents the product of doubles is off by less than a thousandth of a cent. */
const MOST_QUICK_CENTS = 1e12;
/** From a whole cent: past this the product may stand on the wrong side of half a cent. */
const FARTHEST_FROM_WHOLE = 0.499;

/**
 * The cents of a rate times a number of units, rounded to the nearest cent once, halves away from zero.
 * Both may have decimals: 2.5 hours at 162.375 dollars.
 *
 * @example centsForUnits(162.375, 2.5) is 40594, which is $405.94
 */
export function centsForUnits(dollarsPerUnit: number, units: number): Cents {
  // Each double is its decimal, and each product the exact one, to half of its last bit: together less than 5 in 2 ** 53,
  // which is under 0.0006 of a cent here. Only beside half a cent, and past that size, are the digits themselves needed.
  const quick = dollarsPerUnit * units * 100;
  const whole = Math.round(quick);
  if (Math.abs(quick) < MOST_QUICK_CENTS && Math.abs(quick - whole) < FARTHEST_FROM_WHOLE) return checked(whole);
  const rate = digitsOf(dollarsPerUnit);
  const count = digitsOf(units);
  return rounded(rate.digits * count.digits, rate.places + count.places - 2);
}

/**
 * A number of dollars in cents, rounded to the nearest cent, halves away from zero.
 *
 * @example centsFromDollars(1.005) is 101, where Math.round(1.005 * 100) is 100
 */
export function centsFromDollars(dollars: number): Cents {
  return centsForUnits(dollars, 1);
}

/**
 * The sum of amounts, exact.
 *
 * @example sumOfCents([centsFromDollars(0.1), centsFromDollars(0.2)]) is 30
 */
export function sumOfCents(amounts: Iterable<Cents>): Cents {
  let sum = 0;
  for (const amount of amounts) sum = checked(sum + amount);
  return checked(sum);
}

/** One amount less another, exact. */
export function centsLess(amount: Cents, taken: Cents): Cents {
  return checked(amount - taken);
}

/**
 * Reads an amount as people and bank exports write it: "$1,250.00", "1250", "(45.10)" and "-45.10" for less than nothing.
 * Null for anything else, for a third decimal and for thousands set wrongly; rates in all their forms are the tracker reader's.
 *
 * @example parseMoney("$1,250") is 125000; parseMoney("1,25") is null
 */
export function parseMoney(text: string): Cents | null {
  const match = /^(\()?([-−])?\s?(?:US)?\$?\s?([-−])?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?\s?(?:USD)?(\))?$/.exec(
    text.trim(),
  );
  if (match === null || (match[1] === undefined) !== (match[6] === undefined)) return null;
  if (match[2] !== undefined && match[3] !== undefined) return null;
  const cents = Number(`${(match[4] ?? "").replaceAll(",", "")}${(match[5] ?? "").padEnd(2, "0")}`);
  if (!Number.isSafeInteger(cents)) return null;
  const less = match[1] !== undefined || match[2] !== undefined || match[3] !== undefined;
  return checked(less ? -cents : cents);
}

/**
 * An amount as a person reads it, always with cents and with commas for thousands.
 *
 * @example printMoney(centsOf(-125000)) is "-$1,250.00"
 */
export function printMoney(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${cents < 0 ? "-" : ""}$${whole}.${digits.slice(-2)}`;
}
