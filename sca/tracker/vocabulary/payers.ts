import { STATE_WORDS } from "./blue-plans.ts";
import { abbreviatedName } from "./payer-abbreviations.ts";
import type { PayerMatch } from "./payer-match.ts";
import { type NamedPayer, namedPayers, widened } from "./payer-mentions.ts";
import { PRODUCT_WORDS } from "./payer-words.ts";
import { settlePayer } from "./settle-payer.ts";
import { plainText, type Token, tokensOf } from "./wording.ts";

/** A payer's name found in a text. */
export interface PayerMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly payer: string;
  readonly confidence: number;
  /** What the words around it say, where they say something: an earlier plan, a second one, the plan behind a carve-out. */
  readonly role?: "previous" | "secondary" | "behind";
  /** Set when the name is shared by several payers. */
  readonly ambiguous?: readonly string[];
}

const NO_PAYER =
  /^(?:same|ditto|as above|same as above|none|no ins(?:urance)?|uninsured|unknown|unk|n\/?a|na|nil|tbd|tba|\?+|self[ -]?pay|cash|private pay|pending|yes|no|y|n|x|other|"+|''+|-+)$/;
const LONGEST_NAME_AS_WRITTEN = 70;

/**
 * The payer that a whole cell of a payer column names: product words, ids and states of one payer are set aside, spelling
 * slips are read, and a name nobody knows is answered as written with a confidence of 0.6. Null when the cell names none
 * ("same", "self pay", a number). "Anthem? Regence?" answers both under `ambiguous`; a bare "BCBS" is no question.
 *
 * @example matchPayer("aenta choice POS II") is { payer: "Aetna", how: "spelling", confidence: 0.9 }
 */
export function matchPayer(text: string): PayerMatch | null {
  const plain = plainText(text).trim();
  if (plain.length > 2000 || NO_PAYER.test(plain) || !/[a-z].?[a-z]/.test(plain)) return null;
  const tokens = tokensOf(text);
  const known = namedPayers(tokens, false).map((named) => widened(tokens, named));
  const named = known.length > 0 ? known : namedPayers(tokens, true);
  if (named.length > 0) {
    const settled = settlePayer(tokens, named);
    if (settled !== null)
      return settled.asWritten ? asWritten(text, tokens) : withWay(tokens, settled.match, settled.chosen);
  }
  const abbreviated = abbreviatedName(tokens);
  if (abbreviated !== null) return { payer: abbreviated, confidence: 0.85, how: "abbreviation" };
  return asWritten(text, tokens);
}

/**
 * Every payer named in a text, in order: strict, so that names which are also words or people ("Oscar", "Select Health",
 * "Priority") count only at the head of a cell, after a label such as "ins:", or before a product word.
 *
 * @example findPayers("pt moved from Aetna to BCBS TX") has "Aetna" as previous and "Blue Cross Blue Shield of Texas"
 */
export function findPayers(text: string): PayerMention[] {
  const tokens = tokensOf(text);
  return namedPayers(tokens, false)
    .filter((named) => !named.entry.risky || standsAsPayer(tokens, named))
    .map((named) => {
      const start = tokens[named.from]?.start ?? 0;
      const end = tokens[named.to - 1]?.end ?? 0;
      const [payer = "", ...others] = named.entry.payers;
      return {
        start,
        end,
        text: text.slice(start, end),
        payer: named.entry.asWritten ? text.slice(start, end) : payer,
        confidence: others.length > 0 ? 0.5 : named.entry.risky ? 0.75 : named.role === "plain" ? 0.95 : 0.6,
        ...(named.role === "plain" ? {} : { role: named.role }),
        ...(others.length > 0 ? { ambiguous: named.entry.payers } : {}),
      };
    });
}

const LABEL =
  /^(?:ins|insur|insurance|insurer|payer|payor|plan|carrier|coverage|covered|w\/|with|has|via|per|rep|primary|pri|prim|under|new|by|thru|from|to|at|called|card)$/;
const AFTER_NAME =
  /^(?:rep|says|said|um|cm|denied|approved|auth|portal|id|member|policy|grp|group|plan|card|ins|insurance)$/;

function standsAsPayer(tokens: readonly Token[], named: NamedPayer): boolean {
  const before = tokens[named.from - 1];
  const after = tokens[named.to];
  const bare = after === undefined || after.kind === "code" || after.kind === "number" || /^[#(/|-]$/.test(after.word);
  const product =
    after !== undefined && after.kind === "word" && (PRODUCT_WORDS.has(after.word) || STATE_WORDS.has(after.word));
  if (named.from === 0) return bare || product || (after?.leads === false && AFTER_NAME.test(after.word));
  if (before === undefined) return false;
  const labelled =
    LABEL.test(before.word) || (/^[:=]$/.test(before.word) && LABEL.test(tokens[named.from - 2]?.word ?? ""));
  const several = named.to - named.from > 1;
  return labelled && (bare || product || several || /^[,.;)]$/.test(after?.word ?? ""))
    ? true
    : product && after?.capitals === true;
}

function withWay(tokens: readonly Token[], match: PayerMatch, chosen: NamedPayer): PayerMatch {
  if (chosen.misspelt) return { ...match, how: "spelling" };
  const rest = tokens.filter((token, index) => token.kind === "word" && (index < chosen.from || index >= chosen.to));
  if (rest.length === 0) return { ...match, how: chosen.entry.how };
  const products = rest.every((token) => PRODUCT_WORDS.has(token.word) || STATE_WORDS.has(token.word));
  return { ...match, how: products ? "product words dropped" : "named among other words" };
}

/** The name as written: without the ids, groups and question marks that stand behind it. */
function asWritten(text: string, tokens: readonly Token[]): PayerMatch | null {
  const cut = tokens.findIndex(
    (token, index) =>
      index > 0 &&
      (token.word === "#" ||
        (token.kind === "code" && /\d{3}/.test(token.word)) ||
        (token.kind === "number" && /\d{4}/.test(token.word)) ||
        (/^(?:id|grp|group|member|mbr|policy|subscriber)$/.test(token.word) &&
          /[\d#:]/.test(tokens[index + 1]?.word ?? ""))),
  );
  const end = cut < 0 ? text.length : (tokens[cut]?.start ?? text.length);
  const name = text
    .slice(0, end)
    .replace(/\s+/g, " ")
    .replace(/^[\s"'“”*.,;:–—-]+|[\s"'“”*,;:?–—#/(-]+$/g, "");
  if (name.length < 2 || name.length > LONGEST_NAME_AS_WRITTEN || !/\p{L}{2}/u.test(name)) return null;
  return { payer: name, confidence: 0.6, how: "as written" };
}
