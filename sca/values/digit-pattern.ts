const DIGITS = /[#0?][#0?,]*(?:\.[#0?]*)?|\.[#0?]+/;

/** A number's digits under a pattern such as `#,##0.00##`: placeholders after the point that are not `0` show no idle zero. */
function digits(value: number, pattern: string): string {
  const [whole = "", decimals = ""] = pattern.split(".");
  const scaled = value / 1000 ** (/,*$/.exec(whole)?.[0].length ?? 0);
  const [shownWhole = "", shownDecimals = ""] = scaled.toFixed(Math.min(decimals.length, 20)).split(".");
  const least = whole.replace(/[^0]/g, "").length;
  const padded = (least === 0 && shownWhole === "0" ? "" : shownWhole).padStart(least, "0");
  const grouped = /[#0?],[#0?]/.test(whole) ? padded.replace(/\B(?=(\d{3})+$)/g, ",") : padded;
  let keep = shownDecimals.length;
  while (keep > 0 && shownDecimals[keep - 1] === "0" && decimals[keep - 1] !== "0") keep--;
  return keep === 0 && !pattern.includes(".") ? grouped : `${grouped}.${shownDecimals.slice(0, keep)}`;
}

/**
 * Prints a number by a format of digits, literals and sign sections that the general printer refuses, such as one with
 * optional decimals. Null where the format holds more than that.
 *
 * @example printDigits("$#,##0.00##", 13.1) is "$13.10"
 */
export function printDigits(code: string, value: number): string | null {
  if (Math.abs(value) >= 1e21) return null;
  const literals: string[] = [];
  const kept = code
    .replace(
      /"([^"]*)"|\\(.)|\[\$([^\]-]*)(?:-[^\]]*)?\]/g,
      (_, quoted?: string, escaped?: string, currency?: string) => {
        literals.push(quoted ?? escaped ?? currency ?? "");
        return String.fromCharCode(0xe000 + literals.length - 1);
      },
    )
    .replace(/[_*]./g, "")
    .replace(/\[(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+)\]/gi, "");
  const sections = kept.split(";");
  const own = value < 0 ? sections[1] : value === 0 ? sections[2] : undefined;
  const section = own ?? sections[0] ?? "";
  const pattern = DIGITS.exec(section)?.[0];
  const rest = section.replace(DIGITS, "");
  if (pattern === undefined || /[A-Za-z[\]#0?/@]/.test(rest)) return null;
  const size = Math.abs(value) * 100 ** (rest.split("%").length - 1);
  const sign = value < 0 && own === undefined ? "-" : "";
  const printed = sign + section.replace(DIGITS, () => digits(size, pattern));
  return printed.replace(/[\ue000-\uf8ff]/g, (mark) => literals[mark.charCodeAt(0) - 0xe000] ?? "");
}
