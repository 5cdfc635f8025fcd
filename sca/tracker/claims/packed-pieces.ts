import { shapeOfText } from "../columns/cell-shape.ts";
import type { Meaning } from "../headings/meaning.ts";

const BETWEEN_NAMES = /\s*(?:\/\/|->|[/&+,;|()>→\n]|\band\b)\s*/;
const BETWEEN_VALUES: readonly RegExp[] = [
  /\s*\/\/\s*/,
  /\s*(?:>|→|->)\s*/,
  /\s*\|\s*/,
  /\s*\n\s*/,
  /\s+\/\s+/,
  /\s*;\s*/,
  /\s*[()]\s*/,
  /\s{2,}/,
];

const NUMBERS: ReadonlySet<Meaning> = new Set<Meaning>([
  "authNumber",
  "memberId",
  "groupNumber",
  "reference",
  "caseNumber",
]);
const DAYS: ReadonlySet<Meaning> = new Set<Meaning>([
  "authSpan",
  "authStart",
  "authEnd",
  "dob",
  "submitted",
  "decided",
]);

/** Under a heading of two days ("sent / heard") two days are two events, never a span; a lone one is the first. */
function eventDays(meanings: readonly Meaning[], text: string): string[] | null {
  if (meanings.length !== 2 || meanings[0] !== "submitted" || meanings[1] !== "decided") return null;
  if (shapeOfText(text) === "date") return [text, ""];
  for (const dash of text.matchAll(/\s*[-–—]\s*/g)) {
    const pieces = [text.slice(0, dash.index), text.slice(dash.index + dash[0].length)];
    if (pieces.every((piece) => shapeOfText(piece) === "date")) return pieces;
  }
  return null;
}

function isMisplaced(piece: string, meaning: Meaning | undefined): boolean {
  if (meaning === undefined) return false;
  const shape = shapeOfText(piece);
  return (NUMBERS.has(meaning) && (shape === "date" || shape === "span")) || (DAYS.has(meaning) && shape === "id");
}

/**
 * The pieces of a cell whose column packs several things, where the cell is parted as its heading is; null where the
 * parts cannot be told by their order.
 *
 * @example under "ID // Grp", "XUL004417733 // 78F21" gives memberId its first piece and groupNumber its second;
 * under "sent / heard", "10/2-10/11" is the day of the request and the day of the answer
 */
export function packedPieces(heading: string, meanings: readonly Meaning[], text: string): string[] | null {
  if (meanings.length < 2) return null;
  const names = heading.split(BETWEEN_NAMES).filter((name) => /[\p{L}#$]/u.test(name));
  if (names.length !== meanings.length) return null;
  const days = eventDays(meanings, text.trim());
  if (days !== null) return days;
  for (const between of BETWEEN_VALUES) {
    const pieces = text.split(between).map((piece) => piece.trim());
    while (pieces.length > meanings.length && pieces[pieces.length - 1] === "") pieces.pop();
    // Some write them the other way round: then each reader looks for its own in the whole cell.
    const misplaced = pieces.some(
      (piece, index) => (meanings[index] === "payer" && /\d{6}/.test(piece)) || isMisplaced(piece, meanings[index]),
    );
    if (pieces.length === meanings.length) return misplaced ? null : pieces;
    if (pieces.length > 1) return null;
  }
  return null;
}
