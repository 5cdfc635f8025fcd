import type { CellKind } from "../grid.ts";
import { findIdentifiers, type IdMention } from "./find-identifiers.ts";
import type { IdMeaning } from "./id-labels.ts";
import { isWrittenDate, looksLikeId, shapeOf } from "./id-shape.ts";

/** Why an identifier cell has to be asked about. */
export type IdQuestion =
  | "scientific notation"
  | "two values"
  | "question mark"
  | "cut off"
  | "digits lost"
  | "turned into a date"
  | "no digits"
  | "not a number of this kind";

/** What an identifier cell says. */
export interface IdReading {
  /** Exact, as written or as the cell's format shows it; null when the cell cannot be read, or carries the row above. */
  readonly id: string | null;
  /** False: a person has to settle it. */
  readonly certain: boolean;
  readonly why?: IdQuestion;
  readonly candidates: readonly string[];
  /** "same", ditto marks: the value of the row above. */
  readonly ditto: boolean;
  /** A group number that stands behind a member id in the same cell ("904418820 / 78-620011"). */
  readonly groupNumber?: string;
  /** Text of the cell that is not the identifier. */
  readonly leftover: readonly { readonly text: string; readonly start: number; readonly end: number }[];
}

/** What is known of the cell beside its text. */
export interface IdCell {
  readonly kind: CellKind;
  readonly number?: number;
  readonly format?: string;
}

const NOTHING =
  /^[\s\W]*(?:n\.?\/?a\.?|none|no|nil|null|pend(?:ing|ed)?|tbd|tba|unk(?:nown)?|not (?:yet|given|req\w*|needed|issued|avail\w*|on file|on card|required|applicable)|no (?:auth|id|grp|group|number|#)\b.*|nothing(?: yet)?|waiting|see (?:note|notes|chart|card|comments?)|missing|need(?:ed|s)?|to follow|self|verbal(?: only)?|blank|denied|withdrawn|contract|individual|requested|submitted|in process)?[\s\W]*$/i;
const DITTO =
  /^[\s([*-]*(?:same(?:\s+(?:as\s+)?(?:above|prev\w*|last|before|auth|id|grp|group|#|number|no\.?|member))*|ditto|idem|as above|see above|["″“”〃〞]{1,2}|['´`]{2}|-+\s*["″〃]\s*-+|↑+|\^+|do\.)[\s)\].*-]*$/i;
const MASKED =
  /(?:x{3,}|\*{2,}|[•●]{2,})[\p{L}\p{N}]*|(?:ending|ends|last (?:4|four)|starts|begins)(?: (?:in|with))?\s*[\p{L}\p{N}-]+|\p{N}(?:\.{2,}|…|[–—_]|-)\s*$|^\s*(?:\.{2,}|…)\s*[\p{L}\p{N}]/iu;
const UNREADABLE =
  /\b(?:cut ?off|illegible|unreadable|can['’]?t (?:read|make)|cannot read|not legible|smudged|partial(?:ly)? (?:id|read|number)|missing digits?|incomplete)\b/i;
const UNSURE =
  /\?|\b(?:maybe|not sure|unsure|verify|double check|confirm #|poss(?:ibly)?|looks like|i think|blurry|hard to read|handwriting)\b/i;

type OwnMeaning = "memberId" | "groupNumber" | "authNumber";

function strip(text: string): string {
  return text
    .trim()
    .replace(/^=?\s*"(.*)"$/s, "$1")
    .replace(/^=\s*'(.*)'$/s, "$1")
    .replace(/^['‘’`](?=[\p{L}\p{N}])/u, "")
    .trim();
}

function asked(why: IdQuestion, candidates: readonly string[], leftover: IdReading["leftover"] = []): IdReading {
  return {
    id: candidates.length === 1 ? (candidates[0] ?? null) : null,
    certain: false,
    why,
    candidates,
    ditto: false,
    leftover,
  };
}

function sure(id: string, leftover: IdReading["leftover"] = []): IdReading {
  return { id, certain: true, candidates: [id], ditto: false, leftover };
}

/** Cells that are not plain text: numbers as their format shows them, dates and errors. Null where the text decides. */
function readKind(text: string, cell: IdCell): IdReading | null {
  if (cell.kind === "date") return asked("turned into a date", []);
  if (cell.kind === "error") return asked("not a number of this kind", []);
  if (cell.kind !== "number" || cell.number === undefined) return null;
  const whole = Number.isSafeInteger(cell.number) && cell.number >= 0;
  const shown = text.trim();
  if (/[eE][+-]?\d/.test(shown)) return asked("scientific notation", whole ? [String(cell.number)] : []);
  if (/^#+$/.test(shown)) return whole ? sure(String(cell.number)) : asked("digits lost", []);
  if (!whole) return asked("not a number of this kind", [shown]);
  if (cell.number >= 1e15) return asked("digits lost", [shown]);
  if (isWrittenDate(shown) && /\//.test(shown)) return asked("turned into a date", [String(cell.number)]);
  return sure(/^\d{1,3}(?:,\d{3})+$/.test(shown) ? shown.replace(/,/g, "") : shown);
}

/** The whole cell is one identifier, blanks inside kept as written: "U70603347 01", "PS 41100872", "1EG4-TE5-MK72". */
function wholeId(value: string, meaning: OwnMeaning): string | null {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}\-–._ ]*$/u.test(value) || value.length > 30 || !/\d/.test(value)) return null;
  if (isWrittenDate(value)) return null;
  const chunks = value.split(/\s+/);
  const [first = "", ...rest] = chunks;
  if (chunks.length === 1) {
    if (/\p{Ll}{4}/u.test(value)) return null;
    if (/^\d{1,2}-\d{1,2}$/.test(value) && meaning !== "groupNumber") return null;
    return /[-–._]$/.test(value) ? null : value;
  }
  if (chunks.length > 4) return null;
  if (!rest.every((chunk) => /^[\p{L}\p{N}-]*\p{N}[\p{L}\p{N}-]*$/u.test(chunk) && !/\p{Ll}/u.test(chunk))) return null;
  if (rest.some((chunk) => isWrittenDate(chunk))) return null;
  const digitsOf = (chunk: string) => chunk.replace(/\D/g, "").length;
  if (rest.some((chunk) => digitsOf(chunk) >= 6) && digitsOf(first) >= 6) return null;
  if (!/\d/.test(first))
    return /^\p{Lu}{1,4}$/u.test(first) &&
      !LABEL_LETTERS.test(first) &&
      rest.length <= 2 &&
      digitsOf(rest.join("")) >= 5
      ? chunks.join(" ")
      : null;
  if (meaning === "authNumber" && rest.some((chunk) => chunk.length < 2)) return null;
  return chunks.join(" ");
}

const LABEL_LETTERS =
  /^(?:ID|IDS|GRP|GR|GRPS|GP|AUTH|SUB|MBR|MEM|MRN|REF|CONF|CERT|POL|CARD|CASE|CALL|NO|NUM|PA|SCA|LOA|DBN|HIC|MBI|CIN|NPI|TIN|BIN|PCN|A|RX|UHC|UBH|UMR|BCBS|BC|BS|BSC|BCN|HPHC|IBX|GEHA|MVP|KP|AET|CIG|HUM|MCR|MCD|ACCT|CLM|EFF|EXT|OP|IP|NEW|OLD|PIN|PLAN|FAX|PH)$/i;

interface Value {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly meaning: IdMeaning;
  readonly labelled: boolean;
  readonly doubt: IdMention["doubt"];
}

/** Identifiers of the cell that can be the one that is wanted; those that a label gives to another meaning are out. */
function valuesFor(text: string, meaning: OwnMeaning): { own: Value[]; group: Value | undefined } {
  const mentions = findIdentifiers(text);
  const values = mentions.map(
    (mention): Value => ({ ...mention, labelled: mention.label !== undefined, doubt: mention.doubt }),
  );
  const labelledOwn = values.filter((value) => value.labelled && value.meaning === meaning);
  if (labelledOwn.length > 0) {
    const rivals = values.filter((value) => value.meaning === meaning);
    return { own: rivals, group: values.find((value) => value.meaning === "groupNumber" && meaning === "memberId") };
  }
  const foreign = (value: Value): boolean => value.labelled && value.meaning !== meaning;
  const spoken = (value: Value): boolean =>
    value.meaning === "reference" || value.meaning === "npi" || value.meaning === "claim" || value.meaning === "mrn";
  const own = values.filter((value) => !foreign(value) && !spoken(value));
  const labelledGroup = values.find((value) => value.meaning === "groupNumber" && value.labelled);
  const [first, second] = own;
  if (
    meaning === "memberId" &&
    own.length === 2 &&
    first &&
    second &&
    isPair(text.slice(first.end, second.start), first, second)
  ) {
    return { own: [first], group: second };
  }
  return { own, group: meaning === "memberId" ? labelledGroup : undefined };
}

/** "904418820 / 78-620011": unlike in build and the second short enough for a group. */
function isPair(between: string, first: Value, second: Value): boolean {
  if (!/^\s*(?:\/{1,2}|\||,|;|\s{2,})\s*$/.test(between) || first.doubt || second.doubt === "two values") return false;
  const bare = (id: string) => id.replace(/[^\p{L}\p{N}]/gu, "").length;
  if (bare(second.id) > 8 && !/[-.]/.test(second.id)) return false;
  return (
    bare(second.id) < bare(first.id) &&
    (shapeOf(first.id) !== shapeOf(second.id) || bare(first.id) - bare(second.id) >= 2)
  );
}

function leftoverOf(text: string, values: readonly Value[]): IdReading["leftover"] {
  const rest: { text: string; start: number; end: number }[] = [];
  let from = 0;
  const push = (start: number, end: number): void => {
    const raw = text.slice(start, end);
    const lead = /^[\s,;:#/|()[\]"'=–—-]*/.exec(raw)?.[0].length ?? 0;
    const opened = raw.slice(0, lead).includes("(");
    const body = raw
      .slice(lead)
      .replace(opened && !raw.slice(lead).includes("(") ? /[\s,;:#/|([\])"'=–—-]+$/ : /[\s,;:#/|([\]"'=–—-]+$/, "");
    const label =
      /^(?:id|auth(?:orization)?|grp|gr|group|member|mem|mbr|sub|subscriber|policy|cert|no|num|number|card|dbn|#)?[\s.#:]*(?:id|no|num|number)?\W*$/i;
    if (body !== "" && !label.test(body))
      rest.push({ text: body, start: start + lead, end: start + lead + body.length });
  };
  for (const value of [...values].sort((a, b) => a.start - b.start)) {
    if (value.start > from) push(from, value.start);
    from = Math.max(from, value.end);
  }
  push(from, text.length);
  return rest;
}

/**
 * Reads the cell of a member id, group or authorization number column: exact text, leading zeros kept, a number as its format shows it,
 * labels and trailing notes taken off. Null for an empty cell and for "pending", "n/a", "none".
 * To be asked: scientific notation, two candidates, a question mark, a value that is cut off (trackers contract, Rules).
 *
 * @example readIdentifier('="00123456"', "memberId")?.id is "00123456"; readIdentifier("118820/118802?", "authNumber")?.certain is false
 */
export function readIdentifier(text: string, meaning: OwnMeaning, cell?: IdCell): IdReading | null {
  const value = strip(text);
  if (value === "") return null;
  if (DITTO.test(value)) return { id: null, certain: true, candidates: [], ditto: true, leftover: [] };
  if (NOTHING.test(value)) return null;
  if (cell) {
    const typed = readKind(text, cell);
    if (typed) return typed;
  }
  if (/^#(?:N\/A|REF!|VALUE!|NAME\?|NUM!|NULL!|DIV\/0!)/i.test(value)) return asked("not a number of this kind", []);
  if (/^\d(?:[.,]\d+)?[eE]\+?\d{1,2}$/.test(value)) return asked("scientific notation", []);
  const bare = value.replace(/^#+\s*/, "").replace(/[,;.]$/, "");
  const whole = wholeId(bare, meaning);
  if (whole !== null && !(meaning !== "groupNumber" && /^\d{1,3}$/.test(whole))) return sure(whole);
  return readPacked(text, value, meaning);
}

function readPacked(text: string, value: string, meaning: OwnMeaning): IdReading | null {
  const { own, group } = valuesFor(text, meaning);
  const distinct = [...new Set(own.map(({ id }) => id))];
  const leftover = leftoverOf(text, group ? [...own, group] : own);
  const notes = leftover.map((part) => part.text).join(" ");
  const withGroup = group ? { groupNumber: group.id } : {};
  if (distinct.length < 2 && (MASKED.test(value) || UNREADABLE.test(value))) {
    return { ...asked("cut off", [distinct[0] ?? value]), id: null, ...withGroup };
  }
  const alone = alternatives(value, distinct);
  if (alone.length > 1) return { ...asked("two values", alone, leftover), ...withGroup };
  const [only] = distinct;
  if (only === undefined) return readOdd(text, value, meaning, leftover);
  if (distinct.length > 1) return { ...asked("two values", distinct, leftover), ...withGroup };
  if (
    UNSURE.test(value) &&
    (/\?\s*$/.test(value) || UNSURE.test(notes) || own.some(({ doubt }) => doubt !== undefined) || /\?/.test(value))
  ) {
    return { ...asked("question mark", [only], leftover), ...withGroup };
  }
  return { ...sure(only, leftover), ...withGroup };
}

/** "PMN00441820 01 or 02": the second candidate is only the end that differs. */
function alternatives(value: string, distinct: readonly string[]): string[] {
  const match = /^(.*?\p{N})(?:\s*\?)?\s*(?:\bor\b|\/)\s*([\p{L}\p{N}]{1,4})\s*\?*$/iu.exec(value);
  const [only] = distinct;
  const end = match?.[2];
  if (!only || end === undefined || distinct.length > 1 || !/\d/.test(end) || end.length >= only.length) return [];
  if (!/\bor\b|\?/i.test(value)) return [];
  return [only, only.slice(0, only.length - end.length) + end];
}

/** Cells without a number that stands out: a lone short code ("602", "WAH01", "GCE"), words, or nothing usable. */
function readOdd(text: string, value: string, meaning: OwnMeaning, leftover: IdReading["leftover"]): IdReading | null {
  if (findIdentifiers(text).length > 0) return null;
  const first =
    /^(?:#|(?:id|grp|gr|group|auth|no|cert)\b)?[\s.#:]*([\p{L}\p{N}][\p{L}\p{N}-]{1,19})(?=$|[\s,;(/])/iu.exec(value);
  const id = first?.[1];
  const rest = first ? value.slice(first[0].length) : "";
  if (
    id &&
    /\d/.test(id) &&
    !isWrittenDate(id) &&
    !/\p{Ll}{3}/u.test(id) &&
    (meaning === "groupNumber" || looksLikeId(id).score >= 0.3 || /^\d{4,5}$/.test(id))
  ) {
    const start = text.indexOf(id);
    const remark =
      rest === ""
        ? []
        : leftoverOf(text, [{ id, start, end: start + id.length, meaning, labelled: false, doubt: undefined }]);
    if (UNSURE.test(rest)) return asked("question mark", [id], remark);
    return sure(id, remark);
  }
  if (meaning === "groupNumber" && /^\p{Lu}[\p{Lu}-]{2,9}$/u.test(value))
    return { ...sure(value), certain: false, why: "no digits" };
  if (!/\d{3}/.test(value)) return null;
  return leftover.length > 0 && /\p{L}{3}.*\p{L}{3}/u.test(value) ? null : asked("not a number of this kind", [value]);
}
