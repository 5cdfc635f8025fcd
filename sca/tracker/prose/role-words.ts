import { OUTCOME_WORDS, type OutcomeSignal } from "../vocabulary/outcome-words.ts";
import { findPhrases } from "../vocabulary/phrase-table.ts";
import { tokensOf } from "../vocabulary/wording.ts";

/**
 * What a date in a sentence is the date of. `won`: a denial was overturned; `paper`: a letter or agreement came or was
 * signed; `resent`: the same request went out again; `aside`: something else (a call, an appeal, a visit, a deadline).
 */
export type DateRole =
  | "dob"
  | "submitted"
  | "resent"
  | "decided"
  | "won"
  | "upheld"
  | "withdrawn"
  | "paper"
  | "authStart"
  | "authEnd"
  | "aside"
  | "unknown";

/** A word or phrase that says what the date beside it is. */
export interface RoleWord {
  readonly start: number;
  readonly end: number;
  readonly role: DateRole;
  /** Says it only for the date right beside it: "no", "in", "back" are too common to reach further. */
  readonly near: boolean;
  /** An answer of no. */
  readonly negative: boolean;
}

interface RoleWords {
  readonly role: DateRole;
  readonly words: RegExp;
  readonly near?: true;
}

const PAPERS = "(?:letter|lettr|ltr|loa|sca|agreement|agrmt|agmt|contract|paper(?:work)?|docusign|copy)";
const CAME =
  "(?:came|rec'?(?:v'?)?d|recd|rcvd|received|signed|executed|exec'?d|scanned|back|in|dated|dtd|arrived|emailed|e-mailed|faxed|mailed|countersigned|both sides|saved|filed)";

const WORDS: readonly RoleWords[] = [
  { role: "dob", words: /\b(?:d\.?o\.?b|born|birth\s?(?:day|date)?|b-?day|geb)\b\.?|\bb\.(?=\s*\d)/g },
  {
    role: "submitted",
    words:
      /\b(?:sent|snt|faxed|submitted|submitd|sbmtd|submit|asked|asking|requested|requesting|req'?d|reqd|reqstd|e-?mailed|mailed|filed|called (?:it )?in|applied|initiated|uploaded|portal(?! (?:ref|conf|#|id))|wanted|went out|put in|turned in|packet(?: (?:out|sent|faxed))?|request(?: (?:in|out|sent|faxed|went out|made|submitted))|req (?:out|sent|in))\b/g,
  },
  { role: "submitted", near: true, words: /\b(?:req|request|rqst|ask|fax|out|opened|form|initiated|to)\b/g },
  { role: "submitted", words: /\b(?:orig(?:inal)?|initial|first|1st) (?:req(?:uest)?|ask|packet|submission|fax)\b/g },
  {
    role: "resent",
    words:
      /\b(?:re-?sent|re-?submitted|re-?submit|re-?faxed|re-?filed|resending|(?:asked|sent|faxed|submitted|requested|mailed) (?:it )?again|again|new (?:req|request|ask|packet)|2nd (?:req|request|ask|fax|try)|second (?:request|ask|fax))\b/g,
  },
  {
    role: "won",
    words:
      /\b(?:overturned|reversed|won|approved|granted|ok'?d|okayed|yes)\s+(?:it\s+)?(?:on|at|upon|after|thru|through|w\/|with|per|following)\s+(?:the\s+|an?\s+|our\s+)?(?:(?:\d\w{1,2}|first|second|third)\s+(?:level\s*)?|(?:level|lvl)\s*\d\s*)?(?:appeal|grievance|hearing|recon\w*|redetermination|external review|level)\b/g,
  },
  {
    role: "decided",
    words:
      /\b(?:decision|decided|determination|determined|dec'?n|answered|response|replied|responded|heard(?: back)?|gave|got(?=\s+(?:us\s+|only\s+|all\s+)?\d+\b)|(?:gap|exception|sca|loa|auth) (?:appr\w*|ok'?d?|granted)|cert'?d|modified|approval|denial|verbal|vbl|half|agreement reached|partial(?:ly)?)\b/g,
  },
  {
    role: "decided",
    near: true,
    words:
      /\b(?:answer|answers|ans|back|yes|(?<!(?:auth|cert|id|grp|group|ref|acct|case|member|conf|approval|sca|loa|policy)\.?\s)no(?!\.?\s?#|\.\s?\d)|nope|ok|okay|den|appr?|mod|said|says)\b/g,
  },
  {
    role: "paper",
    words: new RegExp(
      `\\b(?:signed|executed|rec'?(?:v'?)?d|recd|received|got|have|scanned|final|approval|countersigned)(?: (?:the|a|an|their|our|approval|written|executed))? ${PAPERS}(?: ${CAME})*\\b|\\b${PAPERS}(?: (?:is|was|both|sides|fully|and))*(?: ${CAME})+\\b|\\b(?:dated|dtd)\\b|\\b(?:letter|lettr|ltr|loa|agreement|agmt)(?=\\s+\\d{1,2}/\\d)`,
      "g",
    ),
  },
  {
    role: "authStart",
    words: /\b(?:eff(?:ective|\.)?|from|start(?:s|ing|ed)?|begin(?:s|ning)?|valid(?: from)?|good from|beg)\b/g,
  },
  {
    role: "authEnd",
    words:
      /\b(?:thru|through|until|till|til|exp(?:ires|iring|iry|\.)?|ends?|ending|good (?:til|thru|to|until)|valid (?:til|thru|to|until)|lcd|expiration)\b/g,
  },
  {
    role: "withdrawn",
    words:
      /\b(?:withdr[ae]w|withdrawn|w\/d|pulled|cancel(?:l?ed)?|cxl'?d?|retracted|dropped)(?: (?:the |our |my |it|this )?(?:req(?:uest)?|ask|sca|case)?)?\b/g,
  },
  { role: "aside", near: true, words: /\b(?:by|before)\b/g },
  {
    role: "aside",
    words: new RegExp(
      [
        `\\b(?:appeal|grievance)(?:ed)?(?: pending| open)?\\s*[-–:,]?\\s*(?:was |is )?(?:filed|sent|faxed|mailed|submitted)\\b`,
        `\\b(?:appeal|appealed|appeals|grievance|p2p|peer|peer-to-peer|doc-to-doc|hearing|recon|reconsideration|iro)(?: (?:was|is|letter|request|req|ltr|w/ \\w+))?(?: (?:mailed|sent|faxed|filed|submitted|in|requested|scheduled|due|set|done|held))?\\b`,
        `\\b(?:records|clinicals?|notes?|clinical notes|op note|poc|labs?|chart notes?|info|invoice|claims?|redlines?|draft|w-?9|medical records|med records|card)(?: (?:were|was|again|re|also))? (?:sent|faxed|mailed|e-?mailed|uploaded|submitted|requested|req'?d)\\b|\\b(?:sent|faxed|mailed|e-?mailed|uploaded|submitted|requested) (?:the |more |add'?l |their |updated )?(?:records|clinicals?|clinical notes|op note|labs|chart notes|invoice|claims?|redlines?|w-?9|med(?:ical)? records)\\b`,
        `\\bno (?:letter|ltr|loa|answer|response|reply|word|paper|agreement|decision|sca|contact)(?: (?:yet|back|as of|since|from \\w+))*\\b|\\bnothing(?: (?:back|yet|in writing))*\\b|\\bstill (?:need|no|nothing|waiting|pend\\w*|out)\\b(?: [a-z]+)?`,
        `\\bneed(?:s|ed)?\\b|\\bas of\\b|\\bwaiting\\b|\\bpend(?:ing|ed)?\\b|\\blost (?:coverage|ins\\w*|elig\\w*)\\b|\\b(?:sent|send|out) for (?:sig\\w*|countersig\\w*|docusign)\\b`,
        `\\b(?:f/?u|follow(?:ed)?[- ]?up|call(?:ed|ing|s)?|ck|check|try|told|told them|dos|surgery|sx|adm(?:it(?:ted)?|ission)?|appt|appointment|eval|seen|since|with us|visit|first visit|d/?c|discharged?|reviewed|review|due|deadline|plan (?:changed|change|switch\\w*)|switch(?:ed)?|changed|termed|lost|closed|updated|next|until then|left (?:vm|msg|message)|lvm|vm|vmail|msg|spoke|sp w/|billed|paid|ins changed|moved|joined|hired|new (?:ins|plan|card|job)|orig(?:inal)?|listed|scheduled|mtg|meeting|conc(?:urrent)?|baseline|offered|offer|countered|counter|wants?|says? (?:clin\\w*|pending|call)|clin review|admit|chemo|cycle|lab|mri|delivered|delivery)\\b`,
      ].join("|"),
      "g",
    ),
  },
];

const BY_SIGNAL: Partial<Record<OutcomeSignal, DateRole>> = {
  approve: "decided",
  approveAtHead: "decided",
  wonWord: "won",
  partial: "decided",
  deny: "decided",
  denyAtHead: "decided",
  overturn: "won",
  uphold: "upheld",
  withdraw: "withdrawn",
  again: "resent",
  noAppeal: "aside",
};
const NEAR_SIGNALS: ReadonlySet<OutcomeSignal> = new Set<OutcomeSignal>(["approveAtHead", "denyAtHead"]);

/** Every word of a text that says what a date beside it is, in order; where two overlap, the longer one counts. */
export function findRoleWords(text: string): RoleWord[] {
  const plain = text.toLowerCase().replace(/[’‘]/g, "'");
  const found: RoleWord[] = [];
  for (const { role, words, near } of WORDS) {
    for (const match of plain.matchAll(words))
      found.push({
        start: match.index,
        end: match.index + match[0].trimEnd().length,
        role,
        near: near === true,
        negative: /^(?:no|nope|den|denial)$/.test(match[0]),
      });
  }
  for (const phrase of findPhrases(tokensOf(text), OUTCOME_WORDS)) {
    const role = BY_SIGNAL[phrase.meaning];
    if (role !== undefined)
      found.push({
        start: phrase.start,
        end: phrase.end,
        role,
        near: NEAR_SIGNALS.has(phrase.meaning),
        negative: /^deny/.test(phrase.meaning),
      });
  }
  const rank = (word: RoleWord) =>
    word.end - word.start + (word.role === "paper" ? 1 : word.role === "aside" ? 0.5 : 0) - (word.near ? 0.3 : 0);
  const kept: RoleWord[] = [];
  for (const word of found.sort((a, b) => rank(b) - rank(a))) {
    if (word.end > word.start && !kept.some((other) => word.start < other.end && other.start < word.end))
      kept.push(word);
  }
  return kept.sort((a, b) => a.start - b.start);
}
