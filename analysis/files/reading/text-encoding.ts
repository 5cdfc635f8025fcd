import { decodeWindows1252 } from "./windows-1252.ts";

/** Half of the bytes of plain text in UTF-16 are zero, all at even or all at odd places; no other text holds zeros. */
function wideWithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 2 / 2.5;
  if (odd > many && even < odd / 20) return "utf-16le";
  if (even > many && odd < even / 20) return "utf-16be";
  return null;
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** How many bytes the UTF-8 character that starts here takes; 0 where none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const length =
    first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
  for (let next = 1; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** Text pasted together from both encodings: each byte that is no UTF-8 is read as Windows-1252. Null where UTF-8 is the exception. */
function decodeMixed(bytes: Uint8Array): string | null {
  const pieces: string[] = [];
  const utf8 = new TextDecoder();
  let sequences = 0;
  let strays = 0;
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    if ((bytes[at] ?? 0) < 0x80) {
      at++;
      continue;
    }
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      sequences++;
      at += length;
      continue;
    }
    if (++strays > 10_000) return null;
    pieces.push(utf8.decode(bytes.subarray(from, at)), decodeWindows1252(bytes.subarray(at, at + 1)));
    from = ++at;
  }
  if (sequences <= strays) return null;
  pieces.push(utf8.decode(bytes.subarray(from)));
  return pieces.join("");
}

/** Signs that a text was read with the wrong one of two tables: capitals with accents inside words, unused places. */
function oddities(text: string): number {
  return (text.match(/[a-z][À-ÞŠŒŽŸ](?=[a-z\s]|$)|[\u0080-\u009f]|(?<=[a-z])[ˆ˜¯¸¬¶](?=[a-z])/g) ?? []).length;
}

/**
 * The text of a file, whose encoding nothing declares: a byte order mark decides; else UTF-16 shows by its zeros, UTF-8 by
 * being valid, and what is left is Windows-1252, the encoding of Excel's "CSV" in the United States. A file of an old
 * Macintosh Excel is told by capitals with accents where Windows-1252 would have apostrophes and dashes.
 *
 * @example decodeText(new Uint8Array([0x5a, 0x6f, 0xeb])) is "Zoë"
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const wide = wideWithoutMark(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  const strict = decodeStrictly(bytes);
  if (strict !== null) return strict;
  const mixed = decodeMixed(bytes);
  if (mixed !== null) return mixed.replace(/^\ufeff/, "");
  const windows = decodeWindows1252(bytes);
  const odd = oddities(windows);
  if (odd === 0) return windows;
  const macintosh = new TextDecoder("macintosh").decode(bytes);
  return oddities(macintosh) * 2 < odd ? macintosh : windows;
}
