import { SSF } from "@e965/xlsx";
import type { DateSystem } from "../../../sca/values/calendar-date.ts";
import { isDayFormat } from "../../../sca/values/day-format.ts";
import { printDigits } from "../../../sca/values/digit-pattern.ts";

const ACCOUNTING = '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)';

/** The formats that Excel (English, United States) has by number, without writing them into the file. ECMA-376 18.8.30. */
export const BUILT_IN_FORMATS: ReadonlyMap<number, string> = new Map([
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [5, '"$"#,##0_);("$"#,##0)'],
  [6, '"$"#,##0_);[Red]("$"#,##0)'],
  [7, '"$"#,##0.00_);("$"#,##0.00)'],
  [8, '"$"#,##0.00_);[Red]("$"#,##0.00)'],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "m/d/yyyy"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "m/d/yyyy h:mm"],
  [37, "#,##0_);(#,##0)"],
  [38, "#,##0_);[Red](#,##0)"],
  [39, "#,##0.00_);(#,##0.00)"],
  [40, "#,##0.00_);[Red](#,##0.00)"],
  [41, ACCOUNTING],
  [42, '_("$"* #,##0_);_("$"* (#,##0);_("$"* "-"_);_(@_)'],
  [43, '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)'],
  [44, '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)'],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
  // Dates of the East Asian editions: a file that carries them shows a plain date elsewhere.
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map((id): [number, string] => [id, "m/d/yyyy"]),
]);

const REMEMBERED = 20_000;

/** Prints stored values the way one number format shows them. */
export class NumberFormat {
  readonly code: string;
  readonly isDay: boolean;
  readonly #date1904: boolean;
  readonly #printsText: boolean;
  readonly #printed = new Map<number | string, string>();

  constructor(code: string, dateSystem: DateSystem) {
    this.code = code;
    this.isDay = isDayFormat(code);
    this.#date1904 = dateSystem === "1904";
    this.#printsText =
      code.includes("@") &&
      code
        .replace(/[_*].|\[[^\]]*\]/g, "")
        .split(";")
        .at(-1) !== "@";
  }

  /**
   * The number as a person reads it, without the blanks that only align it.
   *
   * @example new NumberFormat('"$"#,##0.00_)', "1900").print(1250) is "$1,250.00"
   */
  print(value: number): string {
    return this.#remember(
      value,
      () => (this.code === "@" ? printGeneral(value) : this.#format(value)?.trim()) ?? printGeneral(value),
    );
  }

  /** Text with what the format puts around it; the text itself for nearly every format. */
  printText(text: string): string {
    if (!this.#printsText) return text;
    return this.#remember(text, () => this.#format(text)?.trim() || text);
  }

  #format(value: number | string): string | null {
    try {
      const printed: unknown = SSF.format(this.code, value, { date1904: this.#date1904 });
      return typeof printed === "string" ? printed : null;
    } catch {
      // A code that the library does not know: where neither does ours, the plain number is better than none.
      return typeof value === "number" ? printDigits(this.code, value) : null;
    }
  }

  #remember(value: number | string, print: () => string): string {
    let printed = this.#printed.get(value);
    if (printed === undefined) {
      printed = print();
      if (this.#printed.size >= REMEMBERED) this.#printed.clear();
      this.#printed.set(value, printed);
    }
    return printed;
  }
}

/**
 * A number in the General format of a column that is wide enough. Whole numbers keep all their digits, where Excel turns
 * to powers of ten after eleven: they are member ids and authorization numbers.
 *
 * @example printGeneral(1234567890123) is "1234567890123"; printGeneral(1 / 3) is "0.333333333"
 */
export function printGeneral(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value);
  const printed: unknown = SSF.format("General", value);
  return typeof printed === "string" ? printed : String(value);
}
