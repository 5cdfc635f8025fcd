/** An electronic mail address in a cell's text. */
export interface EmailMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const LOCAL = /[\p{L}\p{N}._%+'’-]/u;
const DOMAIN = /[\p{L}\p{N}.-]/u;

/**
 * Finds mail addresses in any text: also within "<…>", after "mailto:", before a full stop. "Becka @ Premera" is none.
 *
 * @example findEmails("Rep: Oneida, omarsh@umr.example.")[0]?.text is "omarsh@umr.example"
 */
export function findEmails(text: string): EmailMention[] {
  const found: EmailMention[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    let start = at;
    while (start > 0 && at - start < 64 && LOCAL.test(text[start - 1] ?? "")) start -= 1;
    while (start < at && /[.'’+%-]/.test(text[start] ?? "")) start += 1;
    let end = at + 1;
    while (end < text.length && end - at < 190 && DOMAIN.test(text[end] ?? "")) end += 1;
    const domain = text.slice(at + 1, end);
    const dotted = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u.exec(domain);
    if (start === at || !dotted) continue;
    end = at + 1 + dotted[0].length;
    found.push({ start, end, text: text.slice(start, end) });
  }
  return found;
}
