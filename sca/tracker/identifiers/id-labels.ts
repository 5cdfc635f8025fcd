/** What an identifier identifies. */
export type IdMeaning =
  | "memberId"
  | "groupNumber"
  | "authNumber"
  | "reference"
  | "caseNumber"
  | "mrn"
  | "claim"
  | "npi"
  | "other"
  | "unknown";

/** What the words before a number say of it. */
export interface IdLabel {
  /** Null when the words say that the number is no identifier at all: a fax, a box, a code. */
  readonly meaning: IdMeaning | null;
  readonly confidence: number;
  /** As written. */
  readonly label: string;
  /** Where the label starts in the text it was looked for in. */
  readonly at: number;
}

const TAIL = String.raw`['’]?s?[.]?(?:[ ]*(?:#|\(#\)|nos?\.?|num(?:ber)?s?\.?|nbr|nmbr|id|ids|code))*[ ]*(?:[#:=.~]|[-–—](?=[ ]))*[ ]*(?:(?:for (?:the |this )?(?:call|request|portal)|on (?:file|letter|card|fax|portal)|from (?:the )?(?:fax|portal|payer|plan)) *)?(?:(?:is|are|was|now|given|gave us|assigned|issued|rec['’]?d|maybe|either|possibly|prob(?:ably)?|starts|they gave|reads|shows|says|as|of)[ :]*)*[#:=("'“‘]*[ ]*$`;

/** Each row: meaning, confidence, words. Longer and more specific ones first: the first row that fits decides. */
const ROWS: readonly (readonly [IdMeaning | null, number, string])[] = [
  [
    null,
    1,
    "phone|ph|tel|cell|fax(?:ed)?(?: to)?|zip|box|room|rm|suite|ste|ext|cpts?|hcpcs|codes?|mods?|modifiers?|rev(?:enue)?(?: codes?| cd)?|dx|icd(?:-?10)?|drg|dos|dob|age|units?|visits?|page|pg|version|form|bed|apt|po box|day|week|cy|fy|level|lvl|tier|phase|stage|form ub|taxonomy",
  ],
  [
    "other",
    0.9,
    String.raw`(?:pbm|pharmacy|rx|drug) (?:pa|prior auth|auth)|rx ?(?:bin|pcn)|bin|pcn|ndc|tin|ein|tax(?: id)?|ssn|social|payer|payor|provider|prov|ptan|caqh|license|lic|dea|trading partner|edi|user|login|submitter|sender|(?:rep|agent|emp(?:loyee)?|operator|badge)(?= ?(?:id|#|no\b|num|badge))|invoice|inv|check|chk|eft|acct|account|encounter|enc|visit|har|csn|po|sponsor|ordering|order|wo|accession|specimen|dcn`,
  ],
  ["npi", 0.97, "npi|natl provider"],
  ["claim", 0.93, "claims?|clm|icn|tcn"],
  [
    "mrn",
    0.95,
    String.raw`m\.?r\.?n\.?|med(?:ical)?[ .]?rec(?:ord)?s?|chart|(?:pt|patient|emr|ehr|epic|client)(?= ?(?:id|#|no|num))|pt acct|patient account`,
  ],
  [
    "authNumber",
    0.75,
    String.raw`auth(?:orization)?\.? (?:ref(?:erence)?|tracking)|(?:ref(?:erence)?|tracking)[ /]+auth(?:orization)?|auth\/ref|auth\/case`,
  ],
  [
    "reference",
    0.92,
    "(?:call|portal|phone|case|intake|web|fax|inq(?:uiry)?|request|req|submission|packet|their|plan|payer|our|int(?:ernal)?|complaint|grievance|appeals?|p2p|clinical|um|conversation|verbal|rep|erisa|doi|task|chat|claims?)[ -]*(?:ref(?:erence)?|conf(?:irmation)?|track(?:ing)?|trk|ticket|log)|portal|calls?|conf(?:irm(?:ation)?)?|track(?:ing)?|trk|ticket|tkt|inq(?:uiry)?|interaction|submission|register|reg|transaction|trans|txn|event|intake|receipt|req(?:uest)?|log|fax conf(?:irmation)?|ivr|activity|complaint|grievance|appeal|svc req|service request|sr",
  ],
  [
    "reference",
    0.85,
    "ref(?:erence|rnce)?s?|rfr|loa(?: doc(?:ument)?| file| letter)|doc(?:ument)?|agreement|contract|letter|letter ref",
  ],
  [
    "authNumber",
    0.95,
    String.raw`(?:sca|loa|prior|pre|approval|new|ext(?:ension)?|eval|txp|final|old|orig(?:inal)?|updated|first|second|1st|2nd|3rd|ip|op|bh|um|gap)?[ -]*(?:auth(?:s|d|'?d|no|num)?|auto?h?ori[sz]ation?s?|authoriz\w*|authoriat\w*|autho\w{0,8}n|atuh|auht|aut)|prior ?auth(?:orization)?|pre-?auth(?:orization)?|cert(?:s|ification|ificate)?|pre-?cert(?:ification)?`,
  ],
  ["authNumber", 0.85, "a|approval|appr|approved|apprvl|auth code|authcode"],
  ["authNumber", 0.65, "pa|num|gap exception|exception|single case|determination|decision"],
  [
    "authNumber",
    0.6,
    String.raw`(?:approved|auth['’]?d|ok['’]?d|bill(?:ed)?|bill it|billing|covered) (?:under|with|w\/|using)`,
  ],
  ["authNumber", 0.45, "sca|loa"],
  ["caseNumber", 0.9, "case|cases|file|record|sca case|cm case"],
  [
    "groupNumber",
    0.95,
    String.raw`gr|grp|grps|group|gp|rx ?gr(?:ou)?p|(?:policy|plan|employer|er)[ /]*(?:grp|group)|grp\/policy`,
  ],
  [
    "memberId",
    0.95,
    String.raw`(?:mem(?:ber)?s?|mbr|subscr(?:iber)?s?|sub|subs|ins(?:urance|ured)?|policy|card(?:holder)?|plan|enrollee|beneficiary|bene|medicaid|medicare|recipient|mcd|mcr|tricare|dod|health ?plan|identification|new|old|dep(?:endent)?)[ .]*(?:i\.?d\.?|identification)|member|mem|mbr|memb|mmbr|subscr(?:iber)?|subs|sub|cardholder|enrollee|dbn|edipi|hicn?|mbi|medicaid|policy|pol|card|identification|cin|beneficiary|bene`,
  ],
  ["memberId", 0.85, String.raw`i\.?d\.?|ids|insured|ins`],
];

const PATTERNS = ROWS.map(([meaning, confidence, words]) => {
  return { meaning, confidence, pattern: new RegExp(`(?:^|[^\\p{L}\\p{N}])(?<label>(?:${words}))${TAIL}`, "iu") };
});
/** A label that is also an everyday word ("call", "sub", "a") needs a sign that a number follows. */
const NEEDS_SIGN =
  /^(?:a|calls?|sub|subs|ins|card|case|cases|file|record|appeal|request|req|log|event|new|pa|policy|pol|plan|aut|approved|appr|approval|decision|determination|exception|gap exception|sca|loa|num|member|mem|portal|agreement|contract|letter|doc(?:ument)?|reg|register|sr|provider|prov|payer|payor|order|check|account|day|visits?|units?|level|stage|phase|week|claims?|chart|single case|medicaid|medicare|insured|pos?|bene|trans|sponsor|intake|dod|tax|social|form|page|grievance|complaint|bed|age|codes?|mods?|receipt|medicare|inv|enc|encounter|visit)$/i;
const SIGN = /(?:#|[:=]|\bno\.?|\bnums?\b|\bnumber|\bid\b|\bis\b|\bmaybe\b)/i;

/**
 * The label that stands right before a number, in the text before it.
 *
 * @example labelBefore("NO auth yet; ref# for the call is ")?.meaning is "reference"
 */
export function labelBefore(before: string): IdLabel | null {
  const window = before.slice(-56);
  // "2 numbers on the fax 0044812203": the fax names them, it is not their kind.
  const shown =
    /\b(?:numbers?|nos\.?|#s?) (?:on|in|from) (?:the |their )?(?:fax|letter|ltr|portal|approval|card)[:\s]*$/i.exec(
      window,
    );
  if (shown)
    return { meaning: "authNumber", confidence: 0.6, label: shown[0].trim(), at: before.length - shown[0].length };
  const offset = before.length - window.length;
  for (const { meaning, confidence, pattern } of PATTERNS) {
    const match = pattern.exec(window);
    const label = match?.groups?.["label"];
    if (!match || label === undefined) continue;
    const labelAt = match.index + match[0].indexOf(label);
    const tail = window.slice(labelAt + label.length);
    if (/^['’]?s?\.\s/.test(tail) && label.length > 4) continue;
    if (NEEDS_SIGN.test(label) && !SIGN.test(tail)) {
      const solid =
        meaning === "authNumber" ||
        meaning === "memberId" ||
        meaning === "caseNumber" ||
        meaning === "groupNumber" ||
        meaning === null ||
        meaning === "claim" ||
        meaning === "reference" ||
        meaning === "other";
      if (
        !solid ||
        /^(?:a|new|approved|sub|ins|plan|decision|agreement|contract|letter|request|appeal|day|file|record|sca|loa|calls?)$/i.test(
          label,
        )
      )
        continue;
      return {
        meaning,
        confidence: Math.min(confidence, 0.6),
        label: window.slice(labelAt).trim(),
        at: offset + labelAt,
      };
    }
    return { meaning, confidence, label: window.slice(labelAt).trim(), at: offset + labelAt };
  }
  return null;
}

/** What stands right after a number and speaks of it: "(not auth)", "(call ref)", "grp". Null when nothing does. */
export function labelAfter(after: string): { readonly meaning: IdMeaning; readonly confidence: number } | null {
  const window = after.slice(0, 48);
  if (/^[\s,]*[([-]*\s*(?:this is )?not (?:an? |the |our )?(?:sca )?auth/i.test(window))
    return { meaning: "reference", confidence: 0.95 };
  if (
    /^\s*(?:\(|is |= ?|- ?)(?:something else|just (?:the|a) call|(?:call|portal|their|our) ref(?:erence)?\s*[#.)]*\s*(?:\)|$)|ref(?:erence)? ?(?:only|\))|portal(?: id)?\)|call ?(?:only)?\)|tracking ?(?:only)?\)|info only)/i.test(
      window,
    )
  ) {
    return { meaning: "reference", confidence: 0.9 };
  }
  if (
    /^\s*(?:is|=|was) (?:the |our |their )?(?:auth(?:orization)?|cert)(?: ?(?:#|no\.?|number))?(?![\p{L}])/iu.test(
      window,
    )
  )
    return { meaning: "authNumber", confidence: 0.9 };
  if (/^\s*\((?:auth(?:orization)?|cert)(?: ?(?:#|no\.?|number))?\)/i.test(window))
    return { meaning: "authNumber", confidence: 0.9 };
  if (/^\s*\((?:grp|group|gr)(?: ?(?:#|no\.?|number))?\)/i.test(window))
    return { meaning: "groupNumber", confidence: 0.9 };
  if (/^\s*\((?:mem(?:ber)?|subscriber|id|card)(?: ?(?:#|no\.?|number|id))?\)/i.test(window))
    return { meaning: "memberId", confidence: 0.9 };
  if (/^\s*\((?:mrn|chart|acct)[^)]{0,8}\)/i.test(window)) return { meaning: "mrn", confidence: 0.9 };
  return null;
}
