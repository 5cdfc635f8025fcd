import type { CellWord } from "./cell-words.ts";
import { foldWord, isGivenName } from "./given-names.ts";
import { type NameWordRole, nameWordRole } from "./name-word-role.ts";
import { looksLikePersonName } from "./person-likeness.ts";
import { HONORIFICS } from "./person-words.ts";

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
const LABELS = new Set([
  "pt",
  "pts",
  "patient",
  "client",
  "name",
  "student",
  "member",
  "recipient",
  "child",
  "pat",
  "clt",
  "resident",
]);
const LEADING_NOISE = new Set([
  "new",
  "ext",
  "extension",
  "cont",
  "contd",
  "continued",
  "renewal",
  "reauth",
  "renew",
  "conc",
  "auth",
  "again",
]);
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
export function skipLead(pieces: readonly CellWord[], shouted: boolean): number {
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
    } else if (LABELS.has(folded) && (/^[:=\-–#.]$/.test(next?.text ?? "") || (next?.kind === "word" && !shouted)))
      at += 1;
    else if (LEADING_NOISE.has(folded) && at + 1 < pieces.length) at += 1;
    else if (HONORIFICS.has(folded) && nameWordRole(piece) === "honorific" && next?.kind === "word") at += 1;
    else if (nameWordRole(piece) === "honorific" && next?.text === ".") at += 1;
    else if (nameWordRole(piece) === "relation") {
      let skip = at + 1;
      while (skip < pieces.length && !/^[,/;|\-–—]$/.test(pieces[skip]?.text ?? "") && pieces[skip]?.kind !== "break")
        skip += 1;
      if (skip >= pieces.length) return pieces.length;
      at = skip + 1;
    } else break;
  }
  return at;
}

/** The words of one name as they stand in a cell. */
export interface NameRun {
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
export function readRun(pieces: readonly CellWord[], from: number): NameRun {
  const run: NameRun = {
    first: [],
    second: [],
    suffixes: [],
    used: [],
    nickname: undefined,
    comma: false,
    twins: false,
  };
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
        const low = next !== undefined && isLowered(next) && !isLowered(run.first[0] ?? next) && role !== "particle";
        const lowAlone = role === "lowerGiven" && nameWordRole(pieces[at + 2]) !== "lower";
        const names = isNameLike(role) && (!low || lowAlone);
        const titled = role === "honorific" && isNameLike(nameWordRole(pieces[at + 2]));
        if (!names && !titled) break;
        run.comma = true;
        run.used.push(piece);
        at += titled ? 2 : 1;
        continue;
      }
      const family = run.first.length === 1 && !run.comma && !isGivenName(run.first[0]?.text ?? "");
      if (family && /^[-–—/]$/.test(piece.text) && nameWordRole(next) === "name" && isGivenName(next?.text ?? "")) {
        run.comma = true;
        run.used.push(piece);
        at += 1;
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
      const fallsLow =
        begun !== undefined &&
        isLowered(piece) &&
        !(run.comma && run.second.length === 0) &&
        !isLowered(begun) &&
        role !== "particle";
      if (fallsLow) break;
      if (role === "doubtful" && isLowered(piece)) break;
      side.push(piece);
    } else if (
      foldWord(piece.text) === "and" &&
      side.length > 0 &&
      nameWordRole(pieces[at + 1]) === "name" &&
      complete === false
    ) {
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
    } else if (
      role === "lower" &&
      run.first.length > 0 &&
      run.first.every(isLowered) &&
      !isStopWord(piece) &&
      side.length < 3
    ) {
      side.push(piece);
    } else break;
    run.used.push(piece);
    at += 1;
  }
  dropSex(pieces, run);
  while (
    run.first.length > 0 &&
    run.second.length === 0 &&
    nameWordRole(run.first.at(-1)) === "particle" &&
    run.first.length > 1
  ) {
    const last = run.first.at(-1);
    if (!last || !isLowered(last)) break;
    run.first.pop();
  }
  return run;
}

/** "Kayla Renn F 26": the letter after a full name and before an age is the sex. */
function dropSex(pieces: readonly CellWord[], run: NameRun): void {
  const last = run.first.at(-1);
  if (run.comma || run.first.length < 3 || !last || !/^[MF]$/.test(last.text)) return;
  if (pieces[pieces.indexOf(last) + 1]?.kind !== "code") return;
  run.first.pop();
  run.used.splice(run.used.indexOf(last), 1);
}

function isStopWord(piece: CellWord): boolean {
  return looksLikePersonName(piece.text) < 0.05;
}

/** A word that is also an insurer, a degree or a title ("Moda, Ana"; "DO, KIM") is a name where a name has to stand. */
function couldBeName(pieces: readonly CellWord[], at: number, run: NameRun): boolean {
  const before = pieces[at - 1]?.text;
  const next = pieces[at + 1];
  if (run.first.length === 0) return next?.text === "," && isNameLike(nameWordRole(pieces[at + 2]));
  return (
    before === "," &&
    run.comma &&
    run.second.length === 0 &&
    at === pieces.length - 1 &&
    nameWordRole(pieces[at]) !== "credential"
  );
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
