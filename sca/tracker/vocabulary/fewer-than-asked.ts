const COUNTED =
  /\b(\d{1,4})\s*(?:(?:of|out of)\s*(?:the\s*|our\s*)?(\d{1,4})|(?:[a-z]+\s+){1,2}(?:of|out of)\s+(?:the\s+|our\s+)?(\d{1,4}))\b/gi;
/** "asked 18 got 9", "wanted 24 visits, gave us 12". */
const TURNED =
  /\b(?:asked|asked for|wanted|requested|req'?d?|sent for)\s+(?:for\s+)?(\d{1,4})(?!\s*(?:[/%.]|\d))\s*(?:[a-z]+\s*)?[,;.&-]*\s*(?:but\s+|and\s+|they\s+|only\s+)*(?:got|gave(?:\s+us)?|given|approved|ok'?d|granted|cut to|received)\s+(?:only\s+)?(\d{1,4})\b(?!\s*[/%.]\d)/i;
const NOT_SO_MANY =
  /\b(?:only|just)\s+\d{1,4}\b|\b\d{1,4}\s*(?:[a-z]+\s+)?only\b|\bnot\s+(?:the\s+)?\d{1,4}\b(?!\s*(?:auth|ref))/i;
const ASKED = /\b(?:asked|requested|req'?d|req|wanted|of the|of our|only|just|gave|approved|ok'?d|not)\b/i;

/**
 * True when a text says that less was granted than asked: "9 of the 18 visits", "12 days only, not 18". Units used ("used 9
 * of 12") are no grant. With `alone` no other word says that anything was granted, so the count has to lead or be asked for.
 *
 * @example fewerThanAsked("ok'd only 9 of the 18 visits", false) is true
 */
export function fewerThanAsked(text: string, alone: boolean): boolean {
  const turned = TURNED.exec(text);
  if (turned !== null && Number(turned[2]) > 0 && Number(turned[2]) < Number(turned[1])) return true;
  for (const match of text.matchAll(COUNTED)) {
    const granted = Number(match[1]);
    const asked = Number(match[2] ?? match[3]);
    const before = text.slice(Math.max(0, match.index - 14), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 12);
    if (
      granted >= asked ||
      granted === 0 ||
      /used|left|remain|visit #|session|pg|page|week\s*$/i.test(before) ||
      /^\s*(?:used|left|remain)/i.test(after)
    )
      continue;
    if (!alone || match.index < 3 || ASKED.test(text)) return true;
  }
  return (
    !alone &&
    NOT_SO_MANY.test(text) &&
    /\b(?:days?|visits?|sessions?|units?|hrs?|hours?|only \d+ of|not \d)\b/i.test(text) &&
    ASKED.test(text)
  );
}
