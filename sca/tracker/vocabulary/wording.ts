/** What a token is: a word of letters, a number or date, letters mixed with digits ("W2291"), or a mark ("✔", ":", "("). */
export type TokenKind = "word" | "number" | "code" | "mark";

/** One piece of a cell's text. */
export interface Token {
  readonly kind: TokenKind;
  /** Plain form to compare with: small letters, no accents, no apostrophes ("ok'd" is "okd"), marks unified. */
  readonly word: string;
  /** Offsets into the text that was given. */
  readonly start: number;
  readonly end: number;
  /** True for the first token, and where a sentence, line or clause begins. */
  readonly leads: boolean;
  /** True when the text has it all in capitals (two letters at least). */
  readonly capitals: boolean;
}

const UNIFIED: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "´": "'",
  "`": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "-",
  "—": "-",
  "−": "-",
  _: " ",
  "\u00a0": " ",
  "\u202f": " ",
  "→": ">",
  "➔": ">",
  "➜": ">",
  "⇒": ">",
};

/**
 * The text in small letters without accents, with quotation marks, dashes and arrows unified and underscores as spaces.
 * Character for character as long as the text given, so offsets stay true.
 *
 * @example plainText("Señora – OK’d") is "senora - ok'd"
 */
export function plainText(text: string): string {
  let plain = "";
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const code = text.charCodeAt(i);
    if (code < 128) {
      plain += char === "_" || (code < 32 && char !== "\n") ? " " : char.toLowerCase();
      continue;
    }
    const unified = UNIFIED[char];
    if (unified !== undefined) {
      plain += unified;
      continue;
    }
    const base = char.normalize("NFD").charAt(0).toLowerCase();
    plain += base.length === 1 && /[a-z]/.test(base) ? base : char;
  }
  return plain;
}

// In this order: a mail address or link, slashed short forms (w/d, b/c, w/), dotted initials (u.h.c.), words with
// apostrophes, numbers and dates, then any one mark.
const TOKEN =
  /[a-z0-9.+-]{1,64}@[a-z0-9.-]{1,64}|https?:\/\/\S+|(?<![a-z0-9])(?:[a-z]\/[a-z](?![a-z0-9/])|w\/(?![a-z]\b)|[a-z]\.(?:[a-z]\.)+)|[a-z][a-z0-9]*(?:'[a-z]+)*|\d+(?:st|nd|rd|th)(?![a-z0-9])|\d[\d/.,:-]{0,40}(?=[\s)\];,!?"'a-z%]|$)|\d+|[^\s]/g;
const CLAUSE_MARKS = new Set([
  ".",
  ",",
  ";",
  ":",
  "!",
  "?",
  "(",
  ")",
  "-",
  ">",
  '"',
  "/",
  "+",
  "|",
  "&",
  "=",
  "•",
  "*",
]);

/**
 * The tokens of a cell or a paragraph, in order.
 *
 * @example tokensOf("Denied - w/d 3/4").map((token) => token.word) is ["denied", "-", "w/d", "3/4"]
 */
export function tokensOf(text: string): Token[] {
  const plain = plainText(text);
  const tokens: Token[] = [];
  let leads = true;
  let reach = 0;
  for (const match of plain.matchAll(TOKEN)) {
    const start = match.index;
    let found = match[0];
    if (plain.slice(reach, start).includes("\n")) leads = true;
    // A number does not own the full stop, comma or dash that follows it.
    if (/^\d/.test(found)) found = found.replace(/[/.,:-]+$/, "");
    const end = start + found.length;
    const written = text.slice(start, end);
    tokens.push({
      kind: kindOf(found),
      word: /^[a-z]/.test(found) && !found.includes("@") ? found.replace(/['.]/g, "") : found,
      start,
      end,
      leads,
      capitals: found.length > 1 && /[A-Z]/.test(written) && written === written.toUpperCase(),
    });
    leads = CLAUSE_MARKS.has(found);
    reach = end;
    // What was cut off the number's end is only punctuation: the clause ends there.
    if (found !== match[0]) {
      leads = true;
      const cut = match[0].slice(found.length);
      for (let k = 0; k < cut.length; k++) {
        const at = end + k;
        tokens.push({ kind: "mark", word: cut.charAt(k), start: at, end: at + 1, leads: true, capitals: false });
      }
      reach = start + match[0].length;
    }
  }
  return tokens;
}

function kindOf(found: string): TokenKind {
  if (/^[a-z]/.test(found)) {
    if (found.includes("@") || found.includes("://")) return "code";
    return /\d/.test(found) ? "code" : "word";
  }
  return /^\d/.test(found) ? "number" : "mark";
}

/**
 * The words of a phrase in their plain form, marks left out.
 *
 * @example wordsOf("Blue Cross & Blue Shield") is ["blue", "cross", "blue", "shield"]
 */
export function wordsOf(phrase: string): string[] {
  return tokensOf(phrase)
    .filter((token) => token.kind !== "mark")
    .map((token) => token.word);
}

/**
 * Letters and digits only, in small letters: what two spellings of a name share.
 *
 * @example nameKey("BC/BS of Texas") is "bcbsoftexas"
 */
export function nameKey(text: string): string {
  return plainText(text).replace(/[^a-z0-9]/g, "");
}
