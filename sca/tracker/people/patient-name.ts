import { type CellWord, cellWords } from "./cell-words.ts";
import { isGivenName } from "./given-names.ts";
import { nameInCase } from "./name-case.ts";
import type { Leftover, NameReading } from "./name-reading.ts";
import { type NameRun, readRun, skipLead } from "./name-run.ts";
import { nameWordRole } from "./name-word-role.ts";
import { patientMarks, readDittoName } from "./patient-marks.ts";
import { looksLikePersonName } from "./person-likeness.ts";

function leftovers(text: string, used: readonly CellWord[]): Leftover[] {
  const rest: Leftover[] = [];
  const push = (from: number, to: number): void => {
    const raw = text.slice(from, to);
    const start = from + (/^[\s,;|·•:–—-]*/.exec(raw)?.[0].length ?? 0);
    const body = text.slice(start, to).replace(/[\s,;|·•:–—-]+$/, "");
    if (body !== "") rest.push({ text: body, start, end: start + body.length });
  };
  let from = 0;
  for (const piece of [...used].sort((a, b) => a.start - b.start)) {
    if (piece.start > from) push(from, piece.start);
    from = Math.max(from, piece.end);
  }
  push(from, text.length);
  return rest;
}

function withoutDot(piece: CellWord): string {
  const letters = piece.text.replace(/\.$/, "");
  const keeps = [...letters].length === 1 || /^(?:st|ste|jr|sr|wm|chas|geo|mt|ft)$/i.test(letters);
  return keeps ? piece.text : letters;
}

/** HL7 order, as laboratory systems export it: FAMILY^GIVEN^MIDDLE^SUFFIX. */
function readCaretName(text: string): NameReading | null {
  const parts = text
    .trim()
    .split("^")
    .map((part) => part.trim());
  const [family = "", given = "", ...more] = parts;
  if (parts.length < 2 || !/^\p{L}[\p{L}\p{M}'’ -]*$/u.test(family) || !/^\p{L}[\p{L}\p{M}'’. -]*$/u.test(given))
    return null;
  const name = nameInCase(
    [given, more[0] ?? "", family, more[1] ?? ""].filter(Boolean).flatMap((part) => part.split(" ")),
  );
  return { name, ditto: false, confidence: 0.97, marks: [], leftover: [] };
}

function confidenceOf(run: NameRun, text: string, rest: readonly Leftover[]): number {
  const words = [...run.first, ...run.second].filter((piece) => piece.kind === "word");
  const full = words.filter((piece) => nameWordRole(piece) !== "initial");
  const given = words.some((piece) => isGivenName(piece.text));
  const strange = words.filter((piece) =>
    ["payer", "credential", "role", "lower", "honorific"].includes(nameWordRole(piece)),
  ).length;
  let confidence = 0.95;
  if (words.length === 1) confidence = full.length === 1 ? 0.65 : 0.3;
  else if (full.length === 0) confidence = 0.6;
  else if (!given && !run.comma && full.length > 1) confidence = words.length > 3 ? 0.6 : 0.85;
  if (words.length > 5) confidence = Math.min(confidence, 0.4);
  if (words.every((piece) => nameWordRole(piece) === "doubtful")) confidence = Math.min(confidence, 0.5);
  if (strange > 0) confidence = Math.min(confidence, 0.7);
  if (run.twins) confidence = Math.min(confidence, 0.5);
  if (rest.some((part) => /\?/.test(part.text) && part.text.length < 4) || /\?\?/.test(text))
    confidence = Math.min(confidence, 0.5);
  if (words.length === 1 && !given && /^\p{Lu}{2,3}$/u.test(words[0]?.text ?? "")) confidence = 0.4;
  if (rest.some((part) => /^(?:\/|&|and )\s*\p{Lu}\p{Ll}/u.test(part.text))) confidence = Math.min(confidence, 0.5);
  if (rest.some((part) => /^(?:or|vs)\b/i.test(part.text))) confidence = Math.min(confidence, 0.4);
  return confidence;
}

/**
 * Reads a patient cell: the name as "First Last", and everything else in the cell as leftover text.
 * Null when the cell holds no name and does not point to another row's. Guarantors, parents and subscribers are leftover.
 * Rules: trackers contract, `patient` ("First Last", ALL CAPS undone, suffix kept, initials as written).
 *
 * @example readPatientName("DELACRUZ, JOSÉ JR (8yo)")?.name is "José Delacruz Jr"; readPatientName("↳ ext")?.ditto is true
 */
export function readPatientName(text: string): NameReading | null {
  const ditto = readDittoName(text);
  if (ditto) return ditto;
  if (text.includes("^")) {
    const caret = readCaretName(text);
    if (caret) return caret;
  }
  const pieces = cellWords(text.length > 2000 ? text.slice(0, 2000) : text);
  const letters = text.replace(/[^\p{L}]/gu, "");
  const shouted = letters === letters.toUpperCase();
  const from = skipLead(pieces, shouted);
  const run = readRun(pieces, from);
  const rest = leftovers(text, run.used.length > 0 ? [...run.used, ...run.suffixes] : []);
  const marks = patientMarks(rest.map((part) => part.text).join(" "));
  const words = run.comma && run.second.length > 0 ? [...run.second, ...run.first] : [...run.first];
  if (words.length === 0) {
    if (!marks.includes("extension") || /\d{4,}/.test(text)) return null;
    return { name: null, ditto: true, confidence: 0.7, marks, leftover: leftovers(text, []) };
  }
  if (words.every((piece) => nameWordRole(piece) === "particle")) return null;
  const parts = [...words, ...run.suffixes].map(withoutDot);
  const initialsOnly =
    words.length > 1 && words.every((piece, at) => nameWordRole(piece) === "initial" && (at === 0 || !piece.spaced));
  const name = initialsOnly && !run.comma ? words.map((piece) => piece.text).join("") : nameInCase(parts);
  const quick = looksLikePersonName(words.map((piece) => piece.text).join(" "));
  const doctor = /^\W*dr\b/i.test(text) ? 0.4 : 1;
  const confidence = Math.min(confidenceOf(run, text, rest), quick < 0.1 ? 0.2 : 1, doctor);
  const nickname = run.nickname === undefined ? {} : { nickname: nameInCase([run.nickname]) };
  return { name, ditto: false, ...nickname, confidence, marks, leftover: rest };
}
