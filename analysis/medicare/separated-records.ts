/** One record of a delimited file: its fields read, and its bytes as they stand, so that it can be written back unchanged. */
export interface SeparatedRecord {
  readonly fields: readonly string[];
  /** The record as written, without the end of its line. */
  readonly raw: string;
  /** The end of its line: "\r\n", "\n", "\r", or nothing behind the last record. */
  readonly end: string;
}

/** A quote that opens a field and does not close it within so many lines is part of the text. */
const LONGEST_CELL = 200;

/** The fields of a record that holds quotes, or null where a quoted field is still open at its end. */
function quotedFields(line: string, separator: string): string[] | null {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    let field = "";
    if (line[at] === '"') {
      at++;
      for (;;) {
        const quote = line.indexOf('"', at);
        if (quote < 0) return null;
        field += line.slice(at, quote);
        at = quote + 1;
        if (line[at] !== '"') break;
        field += '"';
        at++;
      }
    }
    const end = line.indexOf(separator, at);
    fields.push(field + (end < 0 ? line.slice(at) : line.slice(at, end)));
    if (end < 0) return fields;
    at = end + 1;
  }
}

/**
 * The records of a text whose fields are parted by one known character, as CMS and Excel write them: a field in quotes
 * may hold separators, line ends and doubled quotes; a quote that never closes is text. Nothing is guessed and nothing
 * trimmed. Empty lines are records of one empty field; the end of the last line begins no record.
 *
 * @example [...separatedRecords('a,"b,c"\n', ",")] is [{ fields: ["a", "b,c"], raw: 'a,"b,c"', end: "\n" }]
 */
export function* separatedRecords(text: string, separator: string): Generator<SeparatedRecord, void, undefined> {
  const lineEnd = text.includes("\n") ? "\n" : "\r";
  for (let at = 0; at < text.length; ) {
    const firstStop = lineStop(text, lineEnd, at);
    let stop = firstStop;
    let raw = withoutReturn(text.slice(at, stop));
    let fields = raw.includes('"') ? quotedFields(raw, separator) : raw.split(separator);
    for (let lines = 1; fields === null; lines++) {
      const isTooLong = stop >= text.length || lines > LONGEST_CELL;
      stop = isTooLong ? firstStop : lineStop(text, lineEnd, stop + 1);
      raw = withoutReturn(text.slice(at, stop));
      fields = isTooLong ? raw.split(separator) : quotedFields(raw, separator);
    }
    const next = Math.min(text.length, stop + 1);
    yield { fields, raw, end: text.slice(at + raw.length, next) };
    at = next;
  }
}

function lineStop(text: string, lineEnd: string, from: number): number {
  const found = text.indexOf(lineEnd, from);
  return found < 0 ? text.length : found;
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
