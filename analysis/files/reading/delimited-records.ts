import Papa from "papaparse";

/** A field of a text file; every record has at least one. */
export type TextRecord = readonly string[];

const DELIMITERS = ["\t", "|", ";", ","] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** Enough of a file to see how it is built. */
const SAMPLE = 1_000_000;

interface Layout {
  readonly delimiter: Delimiter;
  readonly quoted: boolean;
  readonly evenness: Evenness;
}

interface Evenness {
  /** The share of the filled records that have the commonest number of fields. */
  readonly share: number;
  /** That share, weighed by the number of fields. Zero where the records do not look like a table of several columns. */
  readonly score: number;
}

const UNEVEN: Evenness = { share: 0, score: 0 };

function parse(text: string, delimiter: string, quoted: boolean): { records: string[][]; flawed: boolean } {
  // Papa takes quoteChar literally; a character that no text holds turns quoting off.
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: "\n", quoteChar: quoted ? '"' : "\u0000" });
  return { records: data, flawed: errors.some((error) => error.type === "Quotes") };
}

/** Where a quoted field that starts here ends: behind its closing quote and any blanks. -1 where it does not end as one. */
function quotedEnd(text: string, start: number, delimiter: string): number {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return -1;
    if (text[quote + 1] === '"') {
      at = quote + 2;
      continue;
    }
    let end = quote + 1;
    while (text[end] === " ") end++;
    return end >= text.length || text[end] === delimiter || text[end] === "\n" ? end : -1;
  }
}

/** A quote at the start of a field that does not close it (`"Bob" Smith`) is part of the text: such fields are quoted anew. */
function repairQuotes(text: string, delimiter: string): string {
  const pieces: string[] = [];
  let copied = 0;
  for (let at = 0; at < text.length; ) {
    let end = text[at] === '"' ? quotedEnd(text, at, delimiter) : at;
    if (end < 0) {
      end = at;
      while (end < text.length && text[end] !== delimiter && text[end] !== "\n") end++;
      pieces.push(text.slice(copied, at), `"${text.slice(at, end).replaceAll('"', '""')}"`);
      copied = end;
    }
    while (end < text.length && text[end] !== delimiter && text[end] !== "\n") end++;
    at = end + 1;
  }
  pieces.push(text.slice(copied));
  return pieces.join("");
}

/** In prose a comma or semicolon is followed by a blank; between fields it hardly ever is. */
function looksLikeProse(sample: string, delimiter: Delimiter): boolean {
  if (delimiter === "\t" || delimiter === "|") return false;
  const bare = sample.replace(/"(?:[^"]|"")*"/g, "");
  const all = bare.split(delimiter).length - 1;
  const spaced = bare.split(`${delimiter} `).length - 1;
  return spaced > all * 0.6;
}

/** How well a delimiter explains the records. */
function evennessOf(records: readonly TextRecord[], prose: boolean): Evenness {
  const counts = new Map<number, number>();
  let filled = 0;
  let several = 0;
  for (const record of records) {
    if (record.every((field) => field.trim() === "")) continue;
    filled++;
    if (record.length === 1) continue;
    several++;
    counts.set(record.length, (counts.get(record.length) ?? 0) + 1);
  }
  if (several === 0) return UNEVEN;
  const [columns, times] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best));
  const share = times / filled;
  if (prose ? share < 0.9 || columns < 3 : several / filled < 0.4) return UNEVEN;
  return { share, score: share * Math.log2(columns) };
}

function layoutOf(text: string): Layout | null {
  const cut = text.length > SAMPLE ? text.lastIndexOf("\n", SAMPLE) : text.length;
  const sample = cut > 0 ? text.slice(0, cut) : text;
  let best: Layout | null = null;
  for (const delimiter of DELIMITERS) {
    if (!sample.includes(delimiter)) continue;
    const prose = looksLikeProse(sample, delimiter);
    const { records, flawed } = parse(sample, delimiter, true);
    const read = flawed ? parse(repairQuotes(sample, delimiter), delimiter, true).records : records;
    const asQuoted = evennessOf(read, prose);
    const asWritten = sample.includes('"') ? evennessOf(parse(sample, delimiter, false).records, prose) : UNEVEN;
    // Only a more even table speaks against quotes: `"Ann, Lee"` in every record makes one more field in all but the headings.
    const quoted = asWritten.share <= asQuoted.share;
    const evenness = quoted ? asQuoted : asWritten;
    if (evenness.score > (best?.evenness.score ?? 0)) best = { delimiter, quoted, evenness };
  }
  return best;
}

/** Without quoting, a field that is wrapped in quotes is still meant without them. */
function unwrapped(field: string): string {
  return field.length > 1 && /^"(?:[^"]|"")*"$/.test(field) ? field.slice(1, -1).replaceAll('""', '"') : field;
}

/**
 * The records of a delimited text. The delimiter is comma, semicolon, tab or pipe, whichever makes the most even table of
 * the whole text; text without such a pattern is one column, line by line. Line breaks inside quotes stay in their field.
 *
 * @example delimitedRecords('a;b\n"1;5";2') is [["a", "b"], ["1;5", "2"]]
 */
export function delimitedRecords(text: string): readonly TextRecord[] {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  const layout = layoutOf(lines);
  if (layout === null) return lines.split("\n").map((line) => [unwrapped(line)]);
  const { delimiter, quoted } = layout;
  const { records, flawed } = parse(lines, delimiter, quoted);
  if (!quoted) return records.map((record) => record.map(unwrapped));
  return flawed ? parse(repairQuotes(lines, delimiter), delimiter, true).records : records;
}
