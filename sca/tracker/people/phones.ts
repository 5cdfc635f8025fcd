/** A telephone number in a cell's text. */
export interface PhoneMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** As written, runs of white space made one: "425-555-0117 x 204". */
  readonly phone: string;
  /** `fax` when a word beside it says so. */
  readonly kind: "phone" | "fax";
  /** 0 to 1. Ten digits in a row without a word such as "ph" stay under a half: they may be an id. */
  readonly confidence: number;
}

const NUMBER =
  /(?<![\p{L}\p{N}#$/.-])(?<country>\+?1[ .-]{0,2})?(?:\((?<a1>\d{3})\)[ .–-]{0,3}(?<b1>\d{3})[ .–-]{1,3}(?<c1>\d{4})|(?<a2>\d{3})(?:[–‑.·-]|[ ]?[-–./][ ]?|[ ]{1,2})(?<b2>\d{3})(?:[–‑.·-]|[ ]?[-–.][ ]?|[ ]{1,2})(?<c2>\d{4})|(?<bare>\d{10})|(?<local>\d{3}[-.–]\d{4}))(?![\p{N}])(?![-–./]\d)/gu;
const EXTENSION = /^,?[ ]*(?:(?:x|xt|ext|extn|extension)[.:]?[ ]*#?[ ]?|#[ ]?)(\d{1,6})(?![\d/-])/i;
const PHONE_CUE =
  /(?:(?:^|[^\p{L}])(?:ph|phone|phn|tel|tele|telephone|call(?:ed)?|cell|mobile|direct|main|office|desk|vm|reach|at|opt|dial|number|contact|line)[.:#]*|[✆☎📞])\s*(?:is|at|:|#|-|=)?\s*$/iu;
const FAX_BEFORE = /(?:^|[^\p{L}])(?:fax(?:ed)?(?: (?:to|at|no|number|line|is))?|fx|f)[.:#]*\s*[:=-]?\s*$/iu;
const FAX_AFTER = /^\s*[([]?\s*(?:fax|fx|f)(?![\p{L}])(?!\W{0,4}\d)/iu;
const NOT_PHONE_BEFORE =
  /(?:^|[^\p{L}])(?:npi|tin|ein|ssn|ndc|auth\w*|ref(?:erence)?|cert|pa|sca|loa|id|ids|member|mem|mbr|subscriber|sub|policy|pol|card|grp?|group|case|claim|mrn|acct|account|conf(?:irmation)?|ticket|portal|trac?k\w*|number|no|num|med rec)[.:]?\s*(?:#|no\.?|num(?:ber)?|id)?[.:#=]*\s*(?:is\s*)?$/iu;

/**
 * Finds telephone numbers of the United States and Canada, with their extensions, in any text. Dates, ids and the ten digits of an NPI are not
 * numbers to call; a fax number is marked as one.
 *
 * @example findPhones("rep Yolanda 225-555-0103 x 60")[0]?.phone is "225-555-0103 x 60"
 */
export function findPhones(text: string): PhoneMention[] {
  const found: PhoneMention[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const groups = match.groups ?? {};
    const start = match.index;
    const before = text.slice(Math.max(0, start - 28), start);
    const area = groups["a1"] ?? groups["a2"] ?? groups["bare"]?.slice(0, 3) ?? "";
    const exchange = groups["b1"] ?? groups["b2"] ?? groups["bare"]?.slice(3, 6) ?? groups["local"]?.slice(0, 3) ?? "";
    if (area !== "" && /^[01]/.test(area)) continue;
    if (/^[01]/.test(exchange)) continue;
    let end = start + match[0].length;
    const extension = EXTENSION.exec(text.slice(end, end + 24));
    if (extension) end += extension[0].length;
    const fax = FAX_BEFORE.test(before) || FAX_AFTER.test(text.slice(end, end + 8));
    const cue = fax || PHONE_CUE.test(before);
    if (!cue && NOT_PHONE_BEFORE.test(before)) continue;
    if (!cue && text.slice(end, end + 1).match(/[\p{L}]/u)) continue;
    let confidence = 0.97;
    if (groups["bare"] !== undefined) confidence = cue || extension ? 0.85 : afterName(before) ? 0.7 : 0.35;
    else if (groups["local"] !== undefined) confidence = cue || extension ? 0.75 : 0.3;
    else if (groups["a2"] !== undefined && /^\d+ {1,2}\d+ {1,2}\d+$/.test(match[0])) confidence = 0.8;
    const written = text.slice(start, end);
    found.push({
      start,
      end,
      text: written,
      phone: written.replace(/\s+/g, " "),
      kind: fax ? "fax" : "phone",
      confidence,
    });
  }
  return found;
}

function afterName(before: string): boolean {
  return (
    /\p{Lu}\p{Ll}+\.?[,:]?\s+$/u.test(before) &&
    !/(?:Aetna|Cigna|Humana|ID|Optum|Oscar|Moda|Kaiser|Anthem|Regence|Premera)\W*$/i.test(before)
  );
}
