import { baseOfWord, CASE_WORDS, COUNT_WORDS, perOfWord, RATE_WORDS } from "./rate-vocabulary.ts";
import type { Token } from "./words.ts";

const words = (text: string): Set<string> => new Set(text.split(" "));
/** Words that may stand with bare numbers in a cell of rates. */
const CELL_WORDS = words(
  "approx approximately about around or to and flat each ea usd dollars k x only incl tbd maybe was now per a the rate rates fee at of both either all in est pct percent vs total ask asked agreed offer offered final",
);
const CELL_SIGNS = words("/ , ; & + ? ~ - ( ) . $ % : = @ \n > < ! * [ ] \" ' { } |");
/** Verbs of a negotiation over money; "approved" and "ok'd" take counts of visits as often, so they need "at". */
const MONEY_VERBS = words(
  "asked asking ask wanted wants want wanting offered offer offers offering countered counter counters floated said say says settled settle agreed took take pay pays paying quoted quote opened proposed landed bumped raised lowball lowballed closed negotiated accepted pitched",
);
const PLACED_VERBS = words("approved appr ok'd okd okayed ok came up signed set capped");
const LINKS = words(
  "at on to for us is was are about around approx a rate of the only ask = : ~ an just @ back with up he she",
);

/** Whether a text is a cell of figures alone: "150", "$150 or $160", "55-60", "4800 / 1650". */
export function isWholeCell(text: string, tokens: readonly Token[]): boolean {
  if (text.length > 60) return false;
  return tokens.every(
    (token) =>
      token.kind === "number" ||
      (token.kind === "sign"
        ? CELL_SIGNS.has(token.text)
        : CELL_WORDS.has(token.text) ||
          CASE_WORDS.has(token.text) ||
          baseOfWord(token.text) !== null ||
          (perOfWord(token.text) !== null && !COUNT_WORDS.has(token.text))),
  );
}

/**
 * Whether a figure without a dollar sign stands where a rate would: after "rate", "@" or a verb of a negotiation,
 * or (for a percentage) alone between commas.
 */
export function isRatePlaced(
  tokens: readonly Token[],
  first: number,
  next: number,
  free: number,
  percent: boolean,
): boolean {
  let linked = false;
  for (let at = first - 1; at >= Math.max(free, first - 5); at -= 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const text = token.text;
    if (RATE_WORDS.has(text)) return true;
    if (text === "@") return true;
    if (text === "either" || text === "was" || text === "now") linked = true;
    if (MONEY_VERBS.has(text)) return percent || !speaksOfCare(tokens, at, next);
    if (PLACED_VERBS.has(text) && linked) return percent || !speaksOfCare(tokens, at, next);
    if (token.kind === "number" || !LINKS.has(text)) {
      if (text === "either") continue;
      break;
    }
    if (text === "at" || text === "to") linked = true;
    // "90837 x12 at 180": the code or the count carries the price
    if (text === "at" && tokens[at - 1]?.kind === "number") return true;
  }
  if (!percent) return false;
  const before = tokens[first - 1]?.text;
  const after = tokens[next]?.text;
  const opens = before === undefined || ",;:(.\n-".includes(before);
  return (
    opens && (after === undefined || ",;).\n?".includes(after) || after === "-" || after === "auth" || after === "per")
  );
}

/** Whether a bare number is rather a count of care: the words beside it speak of visits and none of money. */
function speaksOfCare(tokens: readonly Token[], verb: number, next: number): boolean {
  if (COUNT_WORDS.has(tokens[next]?.text ?? "")) return true;
  let care = false;
  for (let at = Math.max(0, verb - 12); at < Math.min(tokens.length, next + 8); at += 1) {
    const text = tokens[at]?.text ?? "";
    if (text === "$" || text === "@" || text === "%" || RATE_WORDS.has(text) || text === "diem" || text === "per")
      return false;
    if (tokens[at]?.kind === "word" && COUNT_WORDS.has(text) && text.length > 2 && tokens[at - 1]?.kind === "number")
      care = true;
  }
  return care;
}

const UNSURE = words(
  "? tbd unclear unsure maybe either checking confirm verify unknown estimate est guess depending possibly lesser greater lower higher max maximum min cap capped exceed",
);

/** Whether the words close to a figure, on its side of a comma or full stop, say that it is not sure. */
export function isDoubted(tokens: readonly Token[], first: number, next: number): boolean {
  if (tokens[first - 1]?.text === "to" && tokens[first - 2]?.text === "up") {
    if (!/^(came|went|bumped|moved|raised|brought|got|now|rate)$/.test(tokens[first - 3]?.text ?? "")) return true;
  }
  for (let at = first - 1; at >= Math.max(0, first - 8); at -= 1) {
    const text = tokens[at]?.text ?? "";
    if (tokens[at]?.kind === "number" || text === "," || text === ";" || text === "." || text === "?" || text === "\n")
      break;
    if (UNSURE.has(text)) return true;
  }
  for (let at = next; at < Math.min(tokens.length, next + 8); at += 1) {
    const text = tokens[at]?.text ?? "";
    if (UNSURE.has(text)) return true;
    if (text === "," || text === ";" || text === "." || text === "\n" || tokens[at]?.kind === "number") break;
  }
  return false;
}
