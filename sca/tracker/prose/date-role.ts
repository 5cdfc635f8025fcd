/** What a date in a sentence is the date of. `aside`: of something else (a letter, a call, an appeal, a visit). */
export type DateRole = "dob" | "submitted" | "decided" | "won" | "authStart" | "authEnd" | "aside" | "unknown";

interface RoleWord {
  readonly role: DateRole;
  readonly words: RegExp;
}

const BEFORE: readonly RoleWord[] = [
  { role: "dob", words: /\b(?:d\.?o\.?b|born|birth\s?(?:day|date)?|b-?day|geb)\b\.?|\bb\.(?=\s*$)/g },
  {
    role: "submitted",
    words:
      /\b(?:sent|snt|faxed|submitted|submitd|sbmtd|submit|asked|requested|request|req(?:'?d|st)?|mailed|e-?mailed|filed|called in|applied|initiated|uploaded|packet(?: (?:out|sent|faxed))?|form|fax(?= on|\s*$)|ask|portal(?! ref)|out(?=\s*$)|opened|went out|put in)\b/g,
  },
  {
    role: "won",
    words: /\b(?:won|overturned|overturn|reversed|o\/t|ovt|upheld in our favou?r|overrode|reinstated|approved on appeal|yes after appeal|fair hearing)\b/g,
  },
  {
    role: "decided",
    words:
      /\b(?:appr(?:'?v?d|oved|oval)?|approved|aprv?d|appvd|ok'?d|ok[’']d|okay(?:ed)?|okeyd|ok|granted|grant|denied|denial|deny|den'?d|den|dnd|declined|rejected|refused|decision|decided|determination|determined|answered|answer|ans|yes|no|nope|partial(?:ly)?|half|verbal(?:ly)?(?: (?:ok|yes|approval))?|heard back|auth'?d|authorized|cert'?d|certified|agreed|settled|came th?r(?:u|ough)|said (?:yes|no)|back|response|replied|resp|responded|accepted|signed off|good to go|modified|mod)\b/g,
  },
  { role: "authStart", words: /\b(?:eff(?:ective|\.)?|from|start(?:s|ing|ed)?|begin(?:s|ning)?|valid(?: from)?|good from|as of|beg)\b/g },
  { role: "authEnd", words: /\b(?:thru|through|until|till|til|exp(?:ires|iring|iry|\.)?|ends?|ending|good (?:til|thru|to|until)|expires?|valid (?:til|thru|to|until)|up to|lcd)\b/g },
  {
    role: "aside",
    words:
      /\b(?:appeal(?:ed|ing|s)?|p2p|peer|doc-to-doc|grievance|f\/?u|follow(?:ed)?[- ]?up|call(?:ed|ing|s)?|ck|check|try|again|told|letter|ltr|loa|agreement|contract|signed|executed|paper(?:work)?|copy|rec'?(?:v'?)?d|received|dated|dtd|dos|surgery|sx|adm(?:it(?:ted)?|ission)?|appt|eval|seen|since|with us|first visit|d\/?c|discharge[d]?|reviewed|review|due|by|before|card|plan (?:changed|switch)|switch(?:ed)?|termed|lost|dropped|withdrew|withdrawn|w\/d|pulled|cancel(?:l?ed)?|closed|updated|next|until then|today|left (?:vm|msg|message)|lvm|vm|msg|spoke|notes?|billed|paid|claim|ins changed|moved|joined|hired|new (?:ins|plan|card)|re-?sent|resubmit(?:ted)?|orig(?:inal)?|listed|scheduled|hearing|mtg|meeting|bday|conc(?:urrent)?|baseline)\b/g,
  },
];

const AFTER: readonly RoleWord[] = [
  { role: "won", words: /^\W{0,3}(?:won|overturned|reversed|we won|o\/t)\b/i },
  {
    role: "decided",
    words:
      /^\W{0,3}(?:appr(?:'?v?d|oved)?|approved|appvd|ok(?:'?d|ay(?:ed)?)?|granted|denied|den|dnd|declined|yes\b|no\b(?! (?:answer|response|reply|word))|partial|verbal(?:ly)? (?:ok|yes)|decision|answer|auth'?d)\b/i,
  },
  { role: "submitted", words: /^\W{0,3}(?:sent|faxed|submitted|asked|requested|req(?:'?d)?\b|called it in|emailed|fax(?:ed)?\b|portal\b|packet)\b/i },
  { role: "aside", words: /^\W{0,3}(?:appeal|called|p2p|letter|loa|surgery|f\/u|appt)\b/i },
];

/** The clause before a place: back to the last full stop, semicolon, line break or closing of another date's clause. */
function clauseBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 70), at);
  const cut = Math.max(before.lastIndexOf(";"), before.lastIndexOf("\n"), before.lastIndexOf("!"), before.lastIndexOf("?"), sentenceEnd(before), before.lastIndexOf("->"), before.lastIndexOf("→"));
  return cut < 0 ? before : before.slice(cut + 1);
}

function sentenceEnd(text: string): number {
  let last = -1;
  for (const match of text.matchAll(/\.(?=\s)/g)) {
    const word = /(\p{L}+)$/u.exec(text.slice(0, match.index))?.[1] ?? "";
    if (word.length > 3 || /^(?:up|us|it|ok|in|on|due|loa|day|too|yes|no)$/i.test(word) || word === "") last = match.index;
  }
  return last;
}

/**
 * What the words around a date say of it; the nearest word before it counts most, a word right behind it next.
 * `otherDates` are the ends of the dates before it, so that a word that belongs to an earlier date is not taken twice.
 *
 * @example in "asked 10/15 for PHP. denied 10/17", 10/15 is "submitted" and 10/17 "decided"
 */
export function dateRole(text: string, start: number, end: number, otherDates: readonly number[]): { role: DateRole; distance: number } {
  const clause = clauseBefore(text, start);
  const from = start - clause.length;
  const lower = clause.toLowerCase().replace(/’/g, "'");
  let best: { role: DateRole; distance: number } = { role: "unknown", distance: Number.POSITIVE_INFINITY };
  for (const { role, words } of BEFORE) {
    for (const match of lower.matchAll(words)) {
      const wordEnd = match.index + match[0].length;
      const between = otherDates.some((other) => other > from + match.index && other <= start);
      const distance = lower.length - wordEnd + (between ? 25 : 0);
      if (distance < best.distance) best = { role, distance };
    }
  }
  if (best.distance > 28) {
    const after = text.slice(end, end + 24);
    for (const { role, words } of AFTER) {
      if (words.test(after)) return { role, distance: 2 };
    }
  }
  if (best.distance > 45) return { role: "unknown", distance: best.distance };
  return best;
}
