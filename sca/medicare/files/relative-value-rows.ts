import { type PricedModifier, type RelativeValues, valueKey } from "../fee-schedule.ts";
import { printWhole, wholeOf } from "./exact-number.ts";
import { type MedicareSource, type RefusedFile, refused } from "./medicare-file.ts";

/** One row of relative values as printed, whichever form it came in. Its description is never among them. */
export interface PrintedValues {
  readonly code: string;
  readonly modifier: string;
  readonly status: string;
  readonly work: string;
  readonly nonFacilityPe: string;
  readonly nonFacilityNa: string;
  readonly facilityPe: string;
  readonly facilityNa: string;
  readonly malpractice: string;
  readonly nonFacilityTotal: string;
  readonly facilityTotal: string;
  readonly factor: string;
  readonly capNonFacilityPe: string;
  readonly capFacilityPe: string;
  readonly capMalpractice: string;
}

/** A row that is not taken: what to say behind "line 12". */
class RowFault {
  readonly about: string;
  constructor(about: string) {
    this.about = about;
  }
}

/** Excel takes the zeros from "00100"; no code that it could be mistaken for exists. CMS has placeholders such as "GXXX1". */
function codeOf(text: string): string | null {
  const code = text.toUpperCase();
  if (/^\d{3,4}$/.test(code)) return code.padStart(5, "0");
  return /^(?=.*\d)[A-Z0-9]{5}$/.test(code) ? code : null;
}

function modifierOf(text: string): PricedModifier | null {
  const modifier = text.toUpperCase();
  return modifier === "" || modifier === "26" || modifier === "TC" || modifier === "53" ? modifier : null;
}

function naOf(text: string, called: string): boolean | RowFault {
  if (text === "") return false;
  if (text.toUpperCase() === "NA") return true;
  return new RowFault(`under ${called} stands "${text}", where NA or nothing belongs`);
}

const COLUMN_NAMES = {
  work: "WORK RVU",
  nonFacilityPe: "NON-FAC PE RVU",
  facilityPe: "FACILITY PE RVU",
  malpractice: "MP RVU",
  nonFacilityTotal: "NON-FACILITY TOTAL",
  facilityTotal: "FACILITY TOTAL",
  capNonFacilityPe: "NON-FACILITY PE USED FOR OPPS PAYMENT AMOUNT",
  capFacilityPe: "FACILITY PE USED FOR OPPS PAYMENT AMOUNT",
  capMalpractice: "MP USED FOR OPPS PAYMENT AMOUNT",
} as const;
type Figure = keyof typeof COLUMN_NAMES;
const FIGURES = Object.keys(COLUMN_NAMES) as readonly Figure[];

function valuesOf(printed: PrintedValues): RelativeValues | RowFault {
  const code = codeOf(printed.code);
  if (code === null)
    return new RowFault(`"${printed.code.slice(0, 40)}" stands where a procedure code of five characters belongs`);
  const modifier = modifierOf(printed.modifier);
  if (modifier === null)
    return new RowFault(`(${code}) has modifier "${printed.modifier}"; CMS's file has 26, TC, 53 or none`);
  if (!/^[A-Z]$/.test(printed.status))
    return new RowFault(`(${code}) has status "${printed.status}", where one capital letter belongs`);
  const figures = {} as Record<Figure, number>;
  for (const figure of FIGURES) {
    const whole = wholeOf(printed[figure], 2);
    if (whole === null || whole > 999_999) {
      return new RowFault(
        `(${code}): under ${COLUMN_NAMES[figure]} stands "${printed[figure].slice(0, 40)}", where a number with at most two decimals belongs, such as 1.30`,
      );
    }
    figures[figure] = whole;
  }
  const nonFacilityNa = naOf(printed.nonFacilityNa, "NON-FAC NA INDICATOR");
  if (typeof nonFacilityNa !== "boolean") return nonFacilityNa;
  const facilityNa = naOf(printed.facilityNa, "FACILITY NA INDICATOR");
  if (typeof facilityNa !== "boolean") return facilityNa;
  const { work, nonFacilityPe, facilityPe, malpractice, nonFacilityTotal, facilityTotal } = figures;
  // CMS prints the sums; where they do not hold, a column was shifted or a figure altered.
  const sums = [
    ["NON-FACILITY TOTAL", work + nonFacilityPe + malpractice, nonFacilityTotal],
    ["FACILITY TOTAL", work + facilityPe + malpractice, facilityTotal],
  ] as const;
  for (const [called, sum, total] of sums) {
    if (sum !== total) {
      return new RowFault(
        `(${code}): work, practice expense and malpractice make ${printWhole(sum, 2)}, but ${called} says ${printWhole(total, 2)}; a figure was altered or the columns are shifted`,
      );
    }
  }
  const { capNonFacilityPe, capFacilityPe, capMalpractice } = figures;
  return {
    code,
    modifier,
    status: printed.status,
    work,
    nonFacilityPe,
    facilityPe,
    malpractice,
    nonFacilityNa,
    facilityNa,
    capNonFacilityPe,
    capFacilityPe,
    capMalpractice,
  };
}

const AGAIN = "Download the file from CMS again, and do not edit it.";

/** Gathers the rows of one file of relative values and holds them against each other. */
export class ReleaseRows {
  readonly values = new Map<string, RelativeValues>();
  /** Ten-thousandths of a dollar; null before the first row. */
  factor: number | null = null;
  readonly #name: string;
  readonly #unit: string;
  #factorLine = 0;

  constructor(source: MedicareSource) {
    this.#name = source.name;
    this.#unit = source.form === "records" ? "row" : "line";
  }

  /** Takes a row in; a refusal where it cannot be one of CMS's. */
  take(printed: PrintedValues, line: number): RefusedFile | null {
    const row = valuesOf(printed);
    if (row instanceof RowFault) return this.fault(line, row.about);
    const key = valueKey(row.code, row.modifier);
    if (this.values.has(key)) {
      return refused(
        "row-twice",
        this.#name,
        `, ${this.#unit} ${line}: ${key} stands there a second time, where CMS has one row for each code and modifier. ${AGAIN}`,
      );
    }
    const factor = wholeOf(printed.factor, 4);
    if (factor === null || factor === 0) {
      const isPaid = row.status === "A" || row.status === "R" || row.status === "T";
      if (isPaid || (printed.factor !== "" && factor === null)) {
        return this.fault(
          line,
          `(${row.code}): under CONV FACTOR stands "${printed.factor.slice(0, 40)}", where a number such as 32.3465 belongs`,
        );
      }
    } else if (this.factor === null) {
      this.factor = factor;
      this.#factorLine = line;
    } else if (factor !== this.factor) {
      return refused(
        "factors-differ",
        this.#name,
        `, ${this.#unit} ${line}: the conversion factor is ${printWhole(factor, 4)}, but ${printWhole(this.factor, 4)} in ${this.#unit} ${this.#factorLine}; one release has one. Files may have been mixed. ${AGAIN}`,
      );
    }
    this.values.set(key, row);
    return null;
  }

  /** A refusal for one line. */
  fault(line: number, about: string): RefusedFile {
    return refused("row-unreadable", this.#name, `, ${this.#unit} ${line}: ${about}. ${AGAIN}`);
  }
}
