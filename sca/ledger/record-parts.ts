import { isGranted } from "../measures/approval-rate.ts";
import type { ClaimRecord, LineRecord, PeriodRecord, RateRecord } from "../measures/case-record.ts";
import { centsOrNull } from "../measures/dollars-for-units.ts";
import { ownBenchmark } from "../measures/line-benchmarks.ts";
import { percentOf } from "../measures/percent-of.ts";
import { otherUnit } from "../measures/unit-basis.ts";
import { codeFamily } from "../rates/code-family.ts";
import { MODEL_WORDS, OUTCOME_WORDS } from "../tracker/review/code-words.ts";
import { type Cents, centsFromDollars } from "../values/money.ts";
import { dayIn, type LedgerRow, numberIn, textIn } from "./ledger-row.ts";

/** Names code families; a ledger has few codes on many lines, so each is looked for once. Blank for no code. */
export function familyNames(): (code: string) => string {
  const names = new Map([["", ""]]);
  return (code) => {
    const known = names.get(code);
    if (known !== undefined) return known;
    const { name } = codeFamily(code);
    names.set(code, name);
    return name;
  };
}

/** A service line as measures count it; its calculated columns are filled. */
export function lineRecord(row: LedgerRow, familyOf: (code: string) => string): LineRecord {
  const outcome = OUTCOME_WORDS.codeFor(row.get("Outcome that applies")) ?? undefined;
  const isSettled = textIn(row, "In question") === "";
  const granted = isSettled && isGranted({ outcome, review: [] });
  const code = textIn(row, "Code").trim();
  const medicare = amountIn(row, "Medicare dollars");
  const multiple = numberIn(row, "Multiple of Medicare");
  return {
    id: textIn(row, "Line id"),
    code,
    family: familyOf(code),
    periodId: textIn(row, "Period id").toLowerCase(),
    isDecided: granted || (isSettled && outcome === "denied"),
    isGranted: granted,
    rate: isSettled ? lineRate(row) : null,
    unitsRequested: numberIn(row, "Units requested"),
    unitsAuthorized: numberIn(row, "Units that apply") ?? numberIn(row, "Units authorized"),
    unitsUsed: numberIn(row, "Units used"),
    agreed: amountIn(row, "Expected dollars"),
    medicare: multiple === null ? null : medicare,
    multiple: medicare === null ? null : multiple,
  };
}

function lineRate(row: LedgerRow): RateRecord | null {
  const model = MODEL_WORDS.codeFor(row.get("Model that applies"));
  const rate = numberIn(row, "Rate that applies");
  if (model === null || rate === null) return null;
  const unit = textIn(row, "Rate is per") || null;
  const dollarsPerUnit = (): number | null => {
    if (model === "perUnit" || model === "perDiem") return rate;
    if (model === "percentOfBilled") {
      const charge = numberIn(row, "Billed charge");
      return charge === null ? null : (rate * charge) / 100;
    }
    const medicare = numberIn(row, "Medicare rate");
    if (model !== "percentOfMedicare" || medicare === null) return null;
    if (unit !== null && ownBenchmark(numberIn(row, "Own benchmark")) === null) return null;
    return percentOf(rate, centsFromDollars(medicare)) / 100;
  };
  return { model, rate, unit, dollarsPerUnit: dollarsPerUnit() };
}

/** An authorization as measures count it, with the lines under it. */
export function periodRecord(row: LedgerRow, lines: readonly LineRecord[]): PeriodRecord {
  const outcome = OUTCOME_WORDS.codeFor(row.get("Outcome that applies")) ?? undefined;
  const id = textIn(row, "Period id").toLowerCase();
  const own = lines.filter(({ periodId }) => periodId === id);
  const isSettled = textIn(row, "In question") === "";
  return {
    id,
    isGranted: isGranted({ outcome, review: [] }),
    firstDay: dayIn(row, "First covered day"),
    lastDay: dayIn(row, "Last covered day"),
    unitsAuthorized: numberIn(row, "Units authorized"),
    unitsUsed: numberIn(row, "Units used"),
    rate: isSettled ? wholeRate(row, "Model that applies", "Rate that applies", own) : null,
  };
}

/** A rate for an authorization or a case as a whole; a percent is told by its only code. */
export function wholeRate(
  row: LedgerRow,
  modelHeading: string,
  rateHeading: string,
  lines: readonly LineRecord[],
): RateRecord | null {
  const model = MODEL_WORDS.codeFor(row.get(modelHeading));
  const rate = numberIn(row, rateHeading);
  if (model === null || rate === null) return null;
  const only = lines.length === 1 ? lines[0]?.rate : undefined;
  if (only?.model === model && only.rate === rate) return only;
  const isDollars = model === "perUnit" || model === "perDiem";
  return { model, rate, unit: otherUnit(model, undefined), dollarsPerUnit: isDollars ? rate : null };
}

/** A claim line as measures count it. */
export function claimRecord(row: LedgerRow): ClaimRecord {
  return {
    day: dayIn(row, "Date of service"),
    code: textIn(row, "Code").trim(),
    units: numberIn(row, "Units"),
    paid: amountIn(row, "Paid"),
    expected: amountIn(row, "Expected"),
  };
}

/** Dollars of a cell to the cent; null where it holds none. */
function amountIn(row: LedgerRow, heading: string): Cents | null {
  const dollars = numberIn(row, heading);
  return dollars === null ? null : centsOrNull(dollars, 1);
}
