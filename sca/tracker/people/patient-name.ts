import { type CellWord, cellWords } from "./cell-words.ts";
import { foldWord, isGivenName } from "./given-names.ts";
import { nameInCase } from "./name-case.ts";
import { type NameWordRole, nameWordRole } from "./name-word-role.ts";
import { patientMarks, type NameMark, readDittoName } from "./patient-marks.ts";
import { HONORIFICS } from "./person-words.ts";
import { looksLikePersonName } from "./person-likeness.ts";

/** Text of a cell that is not the name, with its place. */
export interface Leftover {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a patient cell says. */
export interface NameReading {
  /** "First Last" with ALL CAPS undone and the suffix last; null when the cell only points to another row. */
  readonly name: string | null;
  /** The cell carries the patient of the row above: "same", a ditto mark, "↳ ext". */
  readonly ditto: boolean;
  /** Set when the cell points at a numbered row or case ("same as #3"): the number as written. */
  readonly sameAs?: string;
  /** "Teddy", where the cell gives one; it is not part of `name`. */
  readonly nickname?: string;
  /** 0 to 1: that `name` is the patient's and complete as the cell has it. */
  readonly confidence: number;
  readonly marks: readonly NameMark[];
  readonly leftover: readonly Leftover[];
}

const OPENING = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["“", "”"],
  ["‘", "’"],
  ["«", "»"],
  ['"', '"'],
  ["'", "'"],
]);
const LABELS = new Set(["pt", "pts", "patient", "client", "name", "student", "member", "recipient", "child", "pat", "clt", "resident"]);
const LEADING_NOISE = new Set(["new", "ext", "extension", "cont", "contd", "continued", "renewal", "reauth", "renew", "conc", "auth", "again"]);
const TWINS = new Set(["and", "&", "+"]);

function isNameLike(role: NameWordRole): boolean {
  return role === "name" || role === "initial" || role === "particle" || role === "doubtful" || role === "lowerGiven";
}

/** Index of the piece after a bracketed or quoted group that opens at `at`, or -1 when nothing closes it. */
function afterGroup(pieces: readonly CellWord[], at: number): number {
  const closing = OPENING.get(pieces[at]?.text ?? "");
  if (closing === undefined) return -1;
  for (let index = at + 1; index < pieces.length && index < at + 40; index += 1) {
    if (pieces[index]?.text === closing) return index + 1;
  }
  return -1;
}

/** Past numbers, bullets, arrows, labels ("pt:"), titles and remarks that stand before the name. */
function skipLead(pieces: readonly CellWord[], shouted: boolean): number {
  let at = 0;
  while (at < pieces.length) {
    const piece = pieces[at];
    const next = pieces[at + 1];
    if (!piece) break;
    const folded = foldWord(piece.text);
    if (piece.kind === "code" || piece.kind === "break") at += 1;
    else if (piece.kind === "mark") {
      const end = afterGroup(pieces, at);
      if (end > 0 && !/^[([{]$/.test(piece.text)) break;
      at = end > 0 && end < pieces.length ? end : at + 1;
    } else if (LABELS.has(folded) && (/^[:=\-–#.]$/.test(next?.text ?? "") || (next?.kind === "word" && !shouted))) at += 1;
    else if (LEADING_NOISE.has(folded) && at + 1 < pieces.length) at += 1;
    else if (HONORIFICS.has(folded) && nameWordRole(piece) === "honorific" && next?.kind === "word") at += 1;
    else if (nameWordRole(piece) === "honorific" && next?.text === ".") at += 1;
    else if (nameWordRole(piece) === "relation") {
      let skip = at + 1;
      while (skip < pieces.length && !/^[,/;|\-–—]$/.test(pieces[skip]?.text ?? "") && pieces[skip]?.kind !== "break") skip += 1;
      if (skip >= pieces.length) return pieces.length;
      at = skip + 1;
    } else break;
  }
  return at;
}

interface Run {
  /** Words before the comma, or all of them. */
  readonly first: CellWord[];
  /** Words after the comma. */
  readonly second: CellWord[];
  readonly suffixes: CellWord[];
  readonly used: CellWord[];
  nickname: string | undefined;
  comma: boolean;
  twins: boolean;
}

function isLowered(piece: CellWord): boolean {
  return piece.text === piece.text.toLowerCase();
}

/** Reads the longest run of name words from `from`. */
function readRun(pieces: readonly CellWord[], from: number): Run {
  const run: Run = { first: [], second: [], suffixes: [], used: [], nickname: undefined, comma: false, twins: false };
  let at = from;
  while (at < pieces.length) {
    const piece = pieces[at];
    if (!piece) break;
    const side = run.comma ? run.second : run.first;
    const complete = run.comma ? run.second.length > 0 : run.first.length > 1;
    if ((piece.gap || piece.kind === "break") && complete) break;
    if (piece.kind === "break") {
      at += 1;
      continue;
    }
    if (piece.kind === "mark") {
      const next = pieces[at + 1];
      const end = afterGroup(pieces, at);
      if (end > 0) {
        const inside = pieces.slice(at + 1, end - 1);
        const role = nameWordRole(inside[0]);
        const after = nameWordRole(pieces[end]);
        const nick = inside.length === 1 && (role === "name" || role === "lowerGiven" || role === "doubtful");
        const quoted = !/^[([{]$/.test(piece.text);
        if (nick && (quoted || isNameLike(after) || end === pieces.length || isGivenName(inside[0]?.text ?? ""))) {
          run.nickname ??= inside[0]?.text;
          run.used.push(...pieces.slice(at, end));
        } else if (!isNameLike(after) || complete || quoted) break;
        at = end;
        continue;
      }
      if ((piece.text === "," || piece.text === ";") && !run.comma && run.first.length > 0) {
        const role = nameWordRole(next);
        if (role === "suffix") {
          at += 1;
          continue;
        }
        const names = isNameLike(role) && !(next && isLowered(next) && !isLowered(run.first[0] ?? next) && role !== "particle");
        const titled = role === "honorific" && isNameLike(nameWordRole(pieces[at + 2]));
        if (!names && !titled) break;
        run.comma = true;
        run.used.push(piece);
        at += titled ? 2 : 1;
        continue;
      }
      if (piece.text === "," && nameWordRole(next) === "suffix") {
        at += 1;
        continue;
      }
      if (TWINS.has(piece.text) && side.length > 0 && nameWordRole(next) === "name") {
        run.twins = true;
        side.push(piece);
        run.used.push(piece);
        at += 1;
        continue;
      }
      break;
    }
    if (piece.kind === "code") {
      if (/^(?:2nd|3rd|4th)$/i.test(piece.text) && side.length > 0) {
        run.suffixes.push(piece);
        run.used.push(piece);
        at += 1;
        continue;
      }
      break;
    }
    const role = nameWordRole(piece);
    if (role === "suffix" && run.first.length > 0) run.suffixes.push(piece);
    else if (isNameLike(role)) {
      const begun = run.first[0];
      const fallsLow = begun !== undefined && isLowered(piece) && !isLowered(begun) && role !== "particle";
      if (fallsLow) break;
      if (role === "doubtful" && isLowered(piece)) break;
      side.push(piece);
    } else if (foldWord(piece.text) === "and" && side.length > 0 && nameWordRole(pieces[at + 1]) === "name" && complete === false) {
      run.twins = true;
      side.push(piece);
    } else if (
      (role === "payer" || role === "credential" || role === "suffix" || role === "role" || role === "honorific") &&
      piece.text.length > 1 &&
      couldBeName(pieces, at, run)
    ) {
      side.push(piece);
    } else if (role === "lower" && run.first.length === 0 && everyWordLow(pieces, at)) {
      side.push(piece);
    } else if (role === "lower" && run.first.length > 0 && run.first.every(isLowered) && !isStopWord(piece) && side.length < 3) {
      side.push(piece);
    } else break;
    run.used.push(piece);
    at += 1;
  }
  while (run.first.length > 0 && run.second.length === 0 && nameWordRole(run.first.at(-1)) === "particle" && run.first.length > 1) {
    const last = run.first.at(-1);
    if (!last || !isLowered(last)) break;
    run.first.pop();
  }
  return run;
}

function isStopWord(piece: CellWord): boolean {
  return looksLikePersonName(piece.text) < 0.05;
}

/** A word that is also an insurer, a degree or a title ("Moda, Ana"; "DO, KIM") is a name where a name has to stand. */
function couldBeName(pieces: readonly CellWord[], at: number, run: Run): boolean {
  const before = pieces[at - 1]?.text;
  const next = pieces[at + 1];
  if (run.first.length === 0) return next?.text === "," && isNameLike(nameWordRole(pieces[at + 2]));
  return before === "," && run.comma && run.second.length === 0 && at === pieces.length - 1 && nameWordRole(pieces[at]) !== "credential";
}

/** A name typed without capitals: one to three small words, alone in the cell up to a mark or a number. */
function everyWordLow(pieces: readonly CellWord[], from: number): boolean {
  let count = 0;
  for (let at = from; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (!piece || piece.kind === "code" || (piece.kind === "mark" && piece.text !== ",")) break;
    if (piece.kind !== "word") continue;
    if (!isLowered(piece) || isStopWord(piece)) return false;
    count += 1;
  }
  return count >= 2 && count <= 3;
}

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
  const parts = text.trim().split("^").map((part) => part.trim());
  const [family = "", given = "", ...more] = parts;
  if (parts.length < 2 || !/^\p{L}[\p{L}\p{M}'’ -]*$/u.test(family) || !/^\p{L}[\p{L}\p{M}'’. -]*$/u.test(given)) return null;
  const name = nameInCase([given, more[0] ?? "", family, more[1] ?? ""].filter(Boolean).flatMap((part) => part.split(" ")));
  return { name, ditto: false, confidence: 0.97, marks: [], leftover: [] };
}

function confidenceOf(run: Run, text: string, rest: readonly Leftover[]): number {
  const words = [...run.first, ...run.second].filter((piece) => piece.kind === "word");
  const full = words.filter((piece) => nameWordRole(piece) !== "initial");
  const given = words.some((piece) => isGivenName(piece.text));
  const strange = words.filter((piece) => ["payer", "credential", "role", "lower", "honorific"].includes(nameWordRole(piece))).length;
  let confidence = 0.95;
  if (words.length === 1) confidence = full.length === 1 ? 0.65 : 0.3;
  else if (full.length === 0) confidence = 0.6;
  else if (!given && !run.comma && full.length > 1) confidence = words.length > 3 ? 0.6 : 0.85;
  if (words.length > 5) confidence = Math.min(confidence, 0.4);
  if (words.every((piece) => nameWordRole(piece) === "doubtful")) confidence = Math.min(confidence, 0.5);
  if (strange > 0) confidence = Math.min(confidence, 0.7);
  if (run.twins) confidence = Math.min(confidence, 0.5);
  if (rest.some((part) => /\?/.test(part.text) && part.text.length < 4) || /\?\?/.test(text)) confidence = Math.min(confidence, 0.5);
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
  const initialsOnly = words.length > 1 && words.every((piece, at) => nameWordRole(piece) === "initial" && (at === 0 || !piece.spaced));
  const name = initialsOnly && !run.comma ? words.map((piece) => piece.text).join("") : nameInCase(parts);
  const quick = looksLikePersonName(words.map((piece) => piece.text).join(" "));
  const doctor = /^\W*dr\b/i.test(text) ? 0.4 : 1;
  const confidence = Math.min(confidenceOf(run, text, rest), quick < 0.1 ? 0.2 : 1, doctor);
  const nickname = run.nickname === undefined ? {} : { nickname: nameInCase([run.nickname]) };
  return { name, ditto: false, ...nickname, confidence, marks, leftover: rest };
}
