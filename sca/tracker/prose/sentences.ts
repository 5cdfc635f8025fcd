/** A stretch of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Short forms whose full stop ends no sentence. */
const SHORT =
  /^(?:dr|drs|mr|mrs|ms|st|no|nos|num|auth|approx|ref|ext|appt|req|reqd|eff|exp|med|mo|mos|wk|wks|yr|yrs|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|ins|incl|grp|vs|ph|tel|att|attn|dept|hosp|min|mi|hr|hrs|avg|est|inc|corp|co|bus|univ|coord|coins|prov|mgr|tx|dx|sx|rx|trad|mut|reg|cert|appr|apprvd|appvd|cont|conc|sess|avail|w|z?)$/i;

/**
 * The sentences of a note, as its writer meant them: parted by full stops (not those of "Dr." or "auth."), by "!", "?",
 * ";", "…", arrows and line breaks, but not within these `whole` places. Together with what parts them they cover the text.
 *
 * @example sentencesOf("sent 6/2 w/ LMN. 6/14 APPROVED") has two sentences
 */
export function sentencesOf(text: string, whole: readonly Stretch[] = []): Stretch[] {
  const sentences: Stretch[] = [];
  let start = 0;
  const close = (end: number) => {
    if (text.slice(start, end).trim() !== "") sentences.push({ start, end });
    start = end;
  };
  const inside = (at: number) => whole.some((one) => at > one.start && at < one.end);
  for (const match of text.matchAll(/[!?]+["”)]*|;|…|\n|->|→|=>|\.+["”)]*(?=\s|$)/g)) {
    if (inside(match.index)) continue;
    if (match[0].startsWith(".") && match[0].length < 3) {
      const word = /([\p{L}]*)$/u.exec(text.slice(start, match.index))?.[1] ?? "";
      const initial = word.length === 1 && /\p{Lu}/u.test(word) && /^\s+\p{Lu}/u.test(text.slice(match.index + 1));
      if ((word !== "" && SHORT.test(word)) || initial) continue;
    }
    if (
      /^[!?]/.test(match[0]) &&
      /^[!?]*["”)]*[\p{L}\p{N}]/u.test(text.slice(match.index, match.index + 4)) &&
      match[0].length === 1 &&
      text[match.index] === "?"
    )
      continue;
    close(match.index + match[0].length);
  }
  close(text.length);
  return sentences;
}

/** The parts of a sentence between commas, brackets and dashes. */
export function partsOf(text: string, sentence: Stretch): Stretch[] {
  const parts: Stretch[] = [];
  let start = sentence.start;
  for (const match of text
    .slice(sentence.start, sentence.end)
    .matchAll(/,(?=\s)|[()[\]]|\s[-–—/]\s|\s(?:and|then|but)\s/gi)) {
    const at = sentence.start + match.index;
    parts.push({ start, end: at });
    start = at + match[0].length;
  }
  parts.push({ start, end: sentence.end });
  return parts.filter((part) => part.end > part.start);
}
