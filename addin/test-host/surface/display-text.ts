import { NumberFormat, printGeneral } from "../../../analysis/files/reading/number-format.ts";
import type { DateSystem } from "../../../sca/values/calendar-date.ts";
import type { CellValue } from "../model/typed-input.ts";

const FORMATS = new Map<string, NumberFormat>();

function formatOf(code: string, dateSystem: DateSystem): NumberFormat {
  const key = `${dateSystem} ${code}`;
  let format = FORMATS.get(key);
  if (format === undefined) {
    format = new NumberFormat(code, dateSystem);
    FORMATS.set(key, format);
  }
  return format;
}

/**
 * What a cell shows (`Range.text`): General turns to powers of ten from twelve digits on. Columns too narrow for their
 * number show # in Excel; here they do not.
 *
 * @example displayText(46023, "m/d/yyyy") is "1/1/2026"
 */
export function displayText(value: CellValue, numberFormat: string, dateSystem: DateSystem = "1900"): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value === "" ? "" : formatOf(numberFormat, dateSystem).printText(value);
  if (numberFormat !== "General" && numberFormat !== "@") return formatOf(numberFormat, dateSystem).print(value);
  if (Math.abs(value) < 1e11) return printGeneral(value);
  const [digits = "", power = ""] = value.toExponential(5).split("e");
  return `${digits.replace(/\.?0+$/, "")}E${power.replace(/^([+-])(\d)$/, "$10$2")}`;
}
