import { STATE_WORDS } from "./blue-plans.ts";
import type { PayerMatch } from "./payer-match.ts";
import type { NamedPayer } from "./payer-mentions.ts";
import { PRODUCT_WORDS } from "./payer-words.ts";
import type { Token } from "./wording.ts";

/** Programmes and networks that stand beside the plan which answers for them. */
const PROGRAMMES = new Set([
  "Medicare",
  "Medicaid",
  "Medi-Cal",
  "MassHealth",
  "AHCCCS",
  "MultiPlan",
  "First Health",
  "Federal Employee Program",
]);
const BLUE = "Blue Cross Blue Shield";

/** What a cell's names come to: one payer, several to ask about, or a longer name that only begins like a payer's. */
export interface SettledPayer {
  readonly match: PayerMatch;
  readonly chosen: NamedPayer;
  readonly asWritten: boolean;
}

/** Weighs the payers named in one cell against each other. */
export function settlePayer(tokens: readonly Token[], all: readonly NamedPayer[]): SettledPayer | null {
  const plain = all.filter((named) => named.role === "plain");
  const standing = plain.length > 0 ? plain : all;
  const dropped = all.length - standing.length;
  const named = withoutCompanions(tokens, standing);
  const first = named[0];
  if (first === undefined) return null;
  if (first.entry.payers.length > 1 && named.length === 1) return ambiguous(first, first.entry.payers);

  const payers = [...new Set(named.map((one) => one.entry.payers[0] ?? ""))];
  if (payers.length > 1) {
    const inBrackets = named.slice(1).every((one) => bracketed(tokens, one));
    if (!inBrackets || doubted(tokens)) return ambiguous(first, payers);
    // "Rocky Mtn Health (UHC)": the brand in brackets explains a name that is no brand.
    const explained = first.entry.asWritten ? named.find((one) => !one.entry.asWritten) : undefined;
    return settled(explained ?? first, 0.75);
  }
  if (longerName(tokens, first))
    return { match: { payer: "", confidence: 0, how: "as written" }, chosen: first, asWritten: true };
  if (first.entry.asWritten && !first.misspelt)
    return { match: { payer: "", confidence: 0, how: "as written" }, chosen: first, asWritten: true };
  const known = first.misspelt ? 0.9 : first.entry.risky && first.from > 0 ? 0.8 : 0.98;
  const words = strangeWords(tokens, first);
  // "Blue Cross of Somewhere": a licensee is named, but nobody knows which.
  const before = first.from === 1 && tokens[1]?.leads === false && strange(tokens[0]);
  const place = tokens[first.to]?.word === "of" ? tokens.slice(first.to + 1, first.to + 3) : [];
  const somewhere = before || place.some(strange);
  if (first.entry.payers[0] === BLUE && somewhere) return settled(first, 0.5);
  return settled(first, known - (dropped > 0 ? 0.08 : 0) - (words > 0 ? 0.04 : 0) - (words > 4 ? 0.04 : 0));
}

function settled(chosen: NamedPayer, confidence: number): SettledPayer {
  const payer = chosen.entry.payers[0] ?? "";
  return {
    match: { payer, confidence: Math.round(confidence * 100) / 100, how: chosen.entry.how },
    chosen,
    asWritten: false,
  };
}

function ambiguous(chosen: NamedPayer, payers: readonly string[]): SettledPayer {
  const match: PayerMatch = { payer: payers[0] ?? "", confidence: 0.4, how: chosen.entry.how, ambiguous: payers };
  return { match, chosen, asWritten: false };
}

/** Leaves out what only goes with another name: a programme with its plan, "BCBS" with its licensee, Humana with TRICARE. */
function withoutCompanions(tokens: readonly Token[], named: readonly NamedPayer[]): readonly NamedPayer[] {
  const payerOf = (one: NamedPayer) => one.entry.payers[0] ?? "";
  const isBlue = (payer: string) =>
    /Blue (?:Cross|Shield)|^(?:Anthem|Highmark|CareFirst|Regence|Florida Blue|Wellmark|HMSA|Triple-S Salud)$/.test(
      payer,
    );
  let rest = named;
  const drop = (unwanted: (payer: string) => boolean, wanted: (payer: string) => boolean) => {
    if (rest.some((one) => wanted(payerOf(one)))) rest = rest.filter((one) => !unwanted(payerOf(one)));
  };
  drop(
    (payer) => payer === BLUE,
    (payer) => payer !== BLUE && isBlue(payer),
  );
  if (!doubted(tokens)) {
    drop(
      (payer) => payer === "Humana" || payer === "Health Net",
      (payer) => payer === "TRICARE",
    );
    drop(
      (payer) => PROGRAMMES.has(payer),
      (payer) => !PROGRAMMES.has(payer),
    );
    drop(
      (payer) => payer === "UnitedHealthcare" || payer === "TRICARE",
      (payer) => payer === "VA Community Care",
    );
  }
  return rest;
}

function doubted(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token) => token.word === "?" || token.word === "or" || token.word === "vs" || token.word === "maybe",
  );
}

function bracketed(tokens: readonly Token[], named: NamedPayer): boolean {
  for (let index = named.from - 1; index >= 0; index--) {
    const word = tokens[index]?.word;
    if (word === "(" || word === "[") return true;
    if (word === ")" || word === "]") return false;
  }
  return false;
}

function strange(token: Token | undefined): boolean {
  return token !== undefined && token.kind === "word" && !PRODUCT_WORDS.has(token.word) && !STATE_WORDS.has(token.word);
}

function strangeWords(tokens: readonly Token[], named: NamedPayer): number {
  return tokens.filter((token, index) => (index < named.from || index >= named.to) && strange(token)).length;
}

/** "Guardian Angels Trust" only begins with a word that is also a payer: a common word runs on into a longer name. */
function longerName(tokens: readonly Token[], named: NamedPayer): boolean {
  if (!named.entry.risky || named.to - named.from > 2) return false;
  const after = tokens[named.to];
  const before = tokens[named.from - 1];
  return (strange(after) && after?.leads === false) || (strange(before) && tokens[named.from]?.leads === false);
}
