import type { RateRole } from "./rate-mention.ts";
import {
  AGREE,
  ASK,
  BILLED,
  DENY,
  GLUE,
  NOT,
  OFFER,
  OTHER_NOUNS,
  OURS,
  PATIENTS,
  PREVIOUS,
  SAY,
  type Side,
  SOFT,
  STRONG,
  THEIRS,
} from "./role-words.ts";
import type { Token } from "./words.ts";

/** A figure whose role is looked for: its tokens, and where its words end. */
export interface RoledFigure {
  readonly first: number;
  readonly next: number;
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly clause: number;
  readonly inParens: boolean;
}

function endsSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || (token.text !== "." && token.text !== "?")) return false;
  const next = tokens[at + 1];
  if (next === undefined) return true;
  const before = tokens[at - 1]?.text ?? "";
  return next.spaced && (token.text === "?" || before.length > 2 || tokens[at - 1]?.kind === "number");
}

/** A text cut into clauses at strong marks and brackets, and these into pieces at commas and "and". */
function piecesOf(tokens: readonly Token[], figures: readonly RoledFigure[]): Piece[] {
  const inFigure = new Uint8Array(tokens.length);
  for (const figure of figures) inFigure.fill(1, figure.first, figure.next);
  const pieces: Piece[] = [];
  const stack: number[] = [];
  let clause = 0;
  let clauses = 0;
  let from = 0;
  const close = (to: number): void => {
    if (to > from) pieces.push({ from, to, clause, inParens: stack.length > 0 });
    from = to + 1;
  };
  tokens.forEach((token, at) => {
    if (inFigure[at] === 1) return;
    if (token.text === "(") {
      close(at);
      stack.push(clause);
      clause = ++clauses;
    } else if (token.text === ")") {
      close(at);
      clause = stack.pop() ?? ++clauses;
    } else if (STRONG.has(token.text) || endsSentence(tokens, at)) {
      close(at);
      clause = ++clauses;
    } else if (SOFT.has(token.text) && !(token.text === "-" && !token.spaced && tokens[at + 1]?.spaced === false))
      close(at);
  });
  close(tokens.length);
  return pieces;
}

function sideBefore(tokens: readonly Token[], verb: number, from: number): Side | null {
  for (let at = verb - 1; at >= Math.max(from, verb - 4); at -= 1) {
    const text = tokens[at]?.text ?? "";
    if (OURS.has(text) && text !== "us") return "ours";
    if (THEIRS.has(text)) return "theirs";
    if (tokens[at]?.kind === "number") return null;
  }
  const after = tokens[verb + 1]?.text;
  if (after === "us") return "theirs";
  if (after === "by" && OURS.has(tokens[verb + 2]?.text ?? "")) return "ours";
  if (after === "by" && THEIRS.has(tokens[verb + 2]?.text ?? "")) return "theirs";
  return null;
}

function isNegated(tokens: readonly Token[], verb: number, from: number): boolean {
  for (let at = verb - 1; at >= Math.max(from, verb - 3); at -= 1) {
    if (NOT.has(tokens[at]?.text ?? "")) return true;
  }
  return false;
}

/** The role that one word gives to a figure near it, or null. */
function roleOfWord(tokens: readonly Token[], at: number, from: number): RateRole | null {
  const text = tokens[at]?.text ?? "";
  if (tokens[at]?.kind !== "word") return null;
  if (ASK.has(text)) return sideBefore(tokens, at, from) === "theirs" ? "offered" : "asked";
  if (OFFER.has(text)) return sideBefore(tokens, at, from) === "ours" ? "asked" : "offered";
  if (SAY.has(text)) {
    const side = sideBefore(tokens, at, from);
    return side === null ? null : side === "ours" ? "asked" : "offered";
  }
  if (DENY.has(text)) return "other";
  if (AGREE.has(text)) {
    if ((text === "came" || text === "get" || text === "got") && tokens[at + 1]?.text === "back") {
      return sideBefore(tokens, at, from) === "ours" ? "asked" : "offered";
    }
    return isNegated(tokens, at, from) ? "other" : "agreed";
  }
  if (PREVIOUS.has(text)) return "previous";
  if (BILLED.has(text)) return tokens[at - 1]?.text === "of" ? null : "billed";
  if (
    (text === "charge" || text === "charges" || text === "fee") &&
    /^(our|full|usual|my|standard|total|est)$/.test(tokens[at - 1]?.text ?? "")
  ) {
    return "billed";
  }
  return null;
}

/** A verb that its own date follows ("asked 3/1, $150") speaks of the date. */
function speaksOfDate(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.kind === "number" && tokens[at + 2]?.text === "/" && tokens[at + 3]?.kind === "number";
}

function isOtherMoney(tokens: readonly Token[], figure: RoledFigure, piece: Piece): boolean {
  for (let at = figure.first - 1, steps = 0; at >= piece.from && steps < 4; at -= 1, steps += 1) {
    const text = tokens[at]?.text ?? "";
    if (OTHER_NOUNS.has(text)) return true;
    if (/^(pays?|paid|owes?|paying)$/.test(text)) {
      for (let who = at - 1; who >= Math.max(piece.from, at - 3); who -= 1) {
        if (PATIENTS.has(tokens[who]?.text ?? "")) return true;
      }
    }
    if (/^(pt|patient|client|member|mom)$/.test(text) && steps < 2) return true;
    if (
      !GLUE.has(text) &&
      !/^(inn|oon|network|met|in|out|of|ind|fam|family|individual|\+|pays?|paid|will|she|he|plus|bene|benefit)$/.test(
        text,
      )
    )
      break;
  }
  for (let at = figure.next, steps = 0; at < piece.to && steps < 4; at += 1, steps += 1) {
    const text = tokens[at]?.text ?? "";
    if (OTHER_NOUNS.has(text)) {
      // "295/day INN deductible applies" tells the cost sharing beside a rate; "$30 INN copay" is the copay
      if (/^(?:appl|waiv|same|lvl|level)/.test(tokens[at + 1]?.text ?? "")) return false;
      const whole = figure.next - figure.first > 2 && tokens[figure.next - 1]?.kind === "word";
      return !(whole && tokens.slice(figure.next, at).some((token) => /^(?:inn|oon|network)$/.test(token.text)));
    }
    if (text === "same" && tokens[at + 1]?.text === "as" && tokens[at + 2]?.text === "in") return true;
    if (
      !/^(inn|oon|in|out|of|network|-|pt|patient|her|his|the|their|client|member|family|ind|annual|per|visit|was|is|for|each|office|specialist|got|been|has)$/.test(
        text,
      )
    )
      break;
  }
  return false;
}

function hasNo(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const text = tokens[at]?.text ?? "";
    if (NOT.has(text) || DENY.has(text)) return true;
  }
  return false;
}

/** "they offered $300 and we accepted": what follows an offer in its own clause can close it. */
function acceptedAfter(
  tokens: readonly Token[],
  pieces: readonly Piece[],
  index: number,
  role: RateRole,
  figures: readonly RoledFigure[],
  order: number,
): boolean {
  const piece = pieces[index];
  const figure = figures[order];
  if (piece === undefined || figure === undefined) return false;
  const next = figures[order + 1];
  for (let at = figure.next; at < Math.min(piece.to, next?.first ?? piece.to); at += 1) {
    if (NOT.has(tokens[at]?.text ?? "") || DENY.has(tokens[at]?.text ?? "")) break;
    if (/^(accepted|taken|agreed)$/.test(tokens[at]?.text ?? "")) return true;
  }
  for (const later of pieces.slice(index + 1, index + 4)) {
    if (later.clause !== piece.clause || (next !== undefined && next.first < later.to)) return false;
    const text = tokens
      .slice(later.from, later.to)
      .map((token) => token.text)
      .join(" ");
    if (hasNo(tokens, later.from, later.to)) return false;
    if (role === "offered" && /\b(accept(ed)?|took|take|taking|agreed|ok'?d?|okayed|said yes|deal|signed)\b/.test(text))
      return true;
    if (
      role === "asked" &&
      /\b(they (agreed|accepted|ok'?d|okayed|approved|took)|got it|as (asked|requested|proposed)|agreed|accepted)\b/.test(
        text,
      )
    )
      return true;
  }
  return false;
}

function isWas(tokens: readonly Token[], figure: RoledFigure, piece: Piece, after: number): boolean {
  const between = tokens.slice(figure.next, after).map((token) => token.text);
  if (after < tokens.length && between.length <= 3 && between.some((text) => text === "now" || text === ">"))
    return true;
  let at = figure.first - 1;
  while (at >= piece.from && /^[@~=:]$|^(at|about|around)$/.test(tokens[at]?.text ?? "")) at -= 1;
  const text = tokens[at]?.text;
  if (text !== "was" && text !== "were" && text !== "from") return false;
  if (text !== "from" && (piece.inParens || at === piece.from)) return true;
  return tokens.slice(figure.next, after).some((token) => /^(now|current|currently|new|to|>)$/.test(token.text));
}

/** The role that the words of a figure's own piece give it. */
function ownRole(
  tokens: readonly Token[],
  figures: readonly RoledFigure[],
  order: number,
  piece: Piece,
): RateRole | null {
  const figure = figures[order];
  if (figure === undefined) return null;
  const before = Math.max(piece.from, figures[order - 1]?.next ?? 0);
  const after = Math.min(tokens.length, figures[order + 1]?.first ?? tokens.length);
  if (isWas(tokens, figure, piece, after)) return "previous";
  for (let at = figure.first - 1; at >= Math.max(before, figure.first - 40); at -= 1) {
    const role = roleOfWord(tokens, at, piece.from);
    const near = figure.first - at <= 5 || (role !== "previous" && role !== "billed");
    if (role !== null && near && !speaksOfDate(tokens, at)) return role;
  }
  for (let at = figure.next; at < Math.min(after, piece.to, figure.next + 4); at += 1) {
    const role = roleOfWord(tokens, at, figure.next);
    if (role !== null) return speaksOfDate(tokens, at) && role !== "agreed" ? null : role;
    const text = tokens[at]?.text ?? "";
    if (!GLUE.has(text) && !OURS.has(text) && !THEIRS.has(text) && text !== "what" && text !== "we") break;
  }
  return null;
}

/**
 * The role of each figure of a text: who asked, who offered, what was agreed, what is money of another kind.
 * Figures must be in order and apart.
 *
 * @example in "we asked $350, they countered $300, we settled on $325/day" the roles are asked, offered, agreed
 */
export function rolesOf(tokens: readonly Token[], figures: readonly RoledFigure[]): RateRole[] {
  const pieces = piecesOf(tokens, figures);
  let walked = 0;
  const pieceIndex = figures.map((figure) => {
    while (walked < pieces.length - 1 && (pieces[walked]?.to ?? 0) <= figure.first) walked += 1;
    return walked;
  });
  const roles: RateRole[] = [];
  figures.forEach((figure, order) => {
    const index = pieceIndex[order] ?? -1;
    const piece = pieces[index];
    if (piece === undefined) {
      roles.push("unknown");
      return;
    }
    if (isOtherMoney(tokens, figure, piece)) {
      roles.push("other");
      return;
    }
    let role = ownRole(tokens, figures, order, piece);
    if (role === null) {
      // A figure alone between commas goes on with what stood before it: "asked $150, $175".
      const bare = tokens.slice(piece.from, piece.to).every((token, at) => {
        const place = piece.from + at;
        return (place >= figure.first && place < figure.next) || token.kind !== "word" || GLUE.has(token.text);
      });
      const beforeIndex = pieceIndex[order - 1] ?? -1;
      const earlier = roles[order - 1];
      if (bare && earlier !== undefined && index - beforeIndex === 1 && pieces[beforeIndex]?.clause === piece.clause)
        role = earlier;
      else if (bare && order === 0 && index > 0) {
        const last = pieces[index - 1];
        if (last !== undefined && last.clause === piece.clause && last.to - last.from <= 4) {
          for (let at = last.to - 1; at >= last.from && role === null; at -= 1) {
            if (!speaksOfDate(tokens, at) && tokens[at + 1]?.kind !== "number")
              role = roleOfWord(tokens, at, last.from);
          }
        }
      }
    }
    if ((role === "offered" || role === "asked") && acceptedAfter(tokens, pieces, index, role, figures, order))
      role = "agreed";
    roles.push(role ?? "unknown");
  });
  return roles;
}
