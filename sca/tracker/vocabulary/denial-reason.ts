const DAY =
  /^\s*(?:on\s+|as of\s+)?(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{4}-\d{2}-\d{2}|\d{1,2}[- ]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[- ]\d{2,4})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:,? \d{4})?)(?![\d/])/i;
const FILLER =
  /^\s*(?:1st time|first time|the first time|initially|at first|again|back|by (?:the )?plan|by phone|today|this am|per (?:um|rep|cm))\b/i;
const REASON_WORD =
  /^\s*(?:b\/c|bc|because(?: of)?|due to|d\/t|(?:the |their )?reason(?: is| was)?(?: given| stated)?\s*[:=-]?|rsn\s*[:=-]?|since|as|for|saying|says|stating|per)\s+/i;
const AFTERWARDS =
  /^(?:asked|sent|req(?:uested)?|appeal\w*|p2p|peer|overturn\w*|revers\w*|won|grievance|ext(?:ernal)? review|iro|pt|client notified|talk to|call|family (?:not|may|will)|can appeal|not appeal|told|resub\w*|re-?sent|refax\w*|same|see|letter|ltr|auth|ref|will|we |then|now|portal|upheld)\b/i;
const CLOSING: Readonly<Record<string, string>> = { '"': '"', "“": "”", "'": "'", "‘": "’", "(": ")", "[": "]" };
const LONGEST_REASON = 200;

/**
 * The reason behind a denial's word, as written: after a dash, a colon, "b/c", a date, or in quotes or brackets. Undefined
 * where none is given. `rest` is the text behind the word.
 *
 * @example denialReasonIn(' 2/14: "INN available". Appealed 3/1') is "INN available"
 */
export function denialReasonIn(rest: string): string | undefined {
  let text = rest.slice(0, 600);
  let dated = false;
  for (let step = 0; step < 3; step++) {
    const skipped = DAY.exec(text) ?? FILLER.exec(text);
    if (skipped === null) break;
    dated = true;
    text = text.slice(skipped[0].length);
  }
  const quoted = /^\s*[-–—:,.=>]*\s*["“‘([]/.exec(text);
  if (quoted !== null) return inQuotes(text.slice(quoted[0].length), quoted[0].trim().slice(-1));
  const separator = /^\s*(?:\/\/|[-–—:=>]+|,|\.(?=\s))\s*/.exec(text);
  const because = REASON_WORD.exec(separator === null ? text : text.slice(separator[0].length));
  if (separator === null && because === null && !(dated && /^\s+[a-z]/i.test(text))) return undefined;
  const begin = (separator?.[0].length ?? 0) + (because?.[0].length ?? 0);
  const behind = text.slice(begin);
  const quotedBehind = /^\s*["“‘]/.exec(behind);
  if (quotedBehind !== null) return inQuotes(behind.slice(quotedBehind[0].length), quotedBehind[0].trim());
  const comma = separator?.[0].trim() === "," || (separator === null && because !== null);
  const end = comma
    ? /,\s|[;\n]|\.(?:\s|$)|\s(?:->|→|>)\s/
    : /[;\n]|\.\s|\s(?:->|→|>)\s|\s[-–—]\s*(?=appeal|p2p|family|pt )|,\s*(?=appeal|p2p|overturn|revers|won|family )/i;
  const stop = end.exec(behind);
  return tidy(behind.slice(0, stop?.index ?? behind.length));
}

function inQuotes(text: string, opening: string): string | undefined {
  const end = text.indexOf(CLOSING[opening] ?? opening);
  return tidy((end < 0 ? text : text.slice(0, end)).replace(/^(?:1st|first|orig(?:inal)?)\s*:\s*/i, ""));
}

function tidy(reason: string): string | undefined {
  const plain = reason
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\s+(?:on\s+)?\d{1,2}\/\d{1,2}(?:\/\d{2,4})?$/, "")
    .replace(/^[\s"“”'‘’([-]+|[\s"“”;,]+$/g, "");
  if (plain.length < 3 || plain.length > LONGEST_REASON || !/[a-z]{2}/i.test(plain) || AFTERWARDS.test(plain))
    return undefined;
  return plain;
}
