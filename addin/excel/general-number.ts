/** Characters that Excel shows of a number in General where the column is wide enough. */
const ROOM = 11;

function stripped(text: string): string {
  return text.includes(".") ? text.replace(/\.?0*$/, "") : text;
}

function fitted(value: number): string {
  const room = value < 0 ? ROOM + 1 : ROOM;
  const fixed = stripped(value.toFixed(12));
  if (fixed.length <= room) return fixed;
  const ten = stripped(value.toPrecision(10));
  return ten.length <= room ? ten : scientific(value);
}

function scientific(value: number): string {
  const [digits = "", power = ""] = value.toExponential(5).split("e");
  return `${stripped(digits)}E${power.replace(/^([+-])(\d)$/, "$10$2")}`;
}

/**
 * A number in the General format of a wide column, as the file reader prints it: whole numbers keep all their digits,
 * for they are member ids and authorization numbers. Excel's own text depends on the width of the column.
 *
 * @example printGeneral(1234567890123) is "1234567890123"; printGeneral(1 / 3) is "0.333333333"
 */
export function printGeneral(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value);
  // As the reader reckons it: close below a power of ten the two logarithms part.
  const magnitude = Math.floor(Math.log(Math.abs(value)) * Math.LOG10E);
  if (magnitude >= -4 && magnitude <= -1) return stripped(value.toPrecision(10 + magnitude));
  if (Math.abs(magnitude) <= 9) return fitted(value);
  if (magnitude === 10) return stripped(value.toFixed(10).slice(0, 12));
  return scientific(value);
}
