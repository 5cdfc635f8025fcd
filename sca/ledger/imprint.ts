import { type LedgerRow, plainText } from "./ledger-row.ts";
import { shortHash } from "./short-hash.ts";
import type { PlanValue } from "./workbook-plan.ts";

const LONGEST = 160;
const KEPT_OF_LONG = 80;

/**
 * A value as the ledger remembers it between runs: short values word for word, long ones by their beginning and a
 * hash. Two values are the same for a merge when their imprints are; what a workbook does not keep word for word (line
 * ends, control characters, blanks around) makes no difference.
 */
export function imprintOf(value: PlanValue | undefined): string {
  const plain = plainText(value);
  const text = (/\p{Cc}/u.test(plain) ? plain.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "") : plain).trim();
  return text.length <= LONGEST ? text : `${text.slice(0, KEPT_OF_LONG)}… #${shortHash(text)}`;
}

/** What one record held when it was last taken from the tracker: imprints by heading, blank cells left out. */
export type Imprint = Map<string, string>;

/** Imprints of a row's cells under the given headings. */
export function imprintRow(row: LedgerRow, headings: readonly string[]): Imprint {
  const imprint: Imprint = new Map();
  for (const heading of headings) {
    const text = imprintOf(row.get(heading));
    if (text !== "") imprint.set(heading, text);
  }
  return imprint;
}

/**
 * Written into one cell, a line a value, with the tracker's cells behind it where they are known.
 *
 * @example "Payer = Aetna  [C14]\nSubmitted = 2025-01-06"
 */
export function writeImprint(imprint: Imprint, cells: ReadonlyMap<string, string>): string {
  return [...imprint]
    .map(([heading, text]) => {
      const at = cells.get(heading);
      return `${heading} = ${escapeLine(text)}${at === undefined ? "" : `  [${at}]`}`;
    })
    .join("\n");
}

/** Reads what `writeImprint` wrote; lines of another shape are passed over. */
export function readImprint(text: string): Imprint {
  const imprint: Imprint = new Map();
  for (const line of text.split("\n")) {
    const split = line.indexOf(" = ");
    if (split > 0)
      imprint.set(line.slice(0, split), unescapeLine(line.slice(split + 3).replace(/ {2}\[[^[\]]*\]$/, "")));
  }
  return imprint;
}

function escapeLine(text: string): string {
  return text.replace(/\\/g, "\\\\").replace(/\r/g, "\\r").replace(/\n/g, "\\n").replace(/\[/g, "\\(");
}

function unescapeLine(text: string): string {
  const plain: Record<string, string> = { n: "\n", r: "\r", "(": "[", "\\": "\\" };
  return text.replace(/\\([nr(\\])/g, (_, code: string) => plain[code] ?? code);
}
