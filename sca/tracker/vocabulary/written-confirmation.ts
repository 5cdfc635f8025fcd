import { plainText } from "./wording.ts";

/** Whether a letter or an executed agreement is there. */
export interface WrittenReading {
  readonly value: boolean;
  /** 0 to 1. */
  readonly confidence: number;
  /** Set when a person has to be asked. */
  readonly unclear?: true;
}

const PAPER =
  "(?:letters?|ltrs?|lettr|loa|sca|agreements?|agrmt|agmt|contract|paper(?:work)?|confirmation|conf|doc(?:ument)?s?|copy|written|writing|sig(?:nature)?s?|signed)";
/** Signed by one side only: whether that counts is the manager's to say, but it is not executed. */
const HALF =
  /\b(?:half[- ]?signed|partially executed|partly signed|signed by us|we signed|our side signed|not them yet|needs? (?:their )?counter ?sig\w*|awaiting counter ?sig\w*|pending counter ?sig\w*|only we signed|one signature|not counter ?signed)\b/;
const NOT_THERE = new RegExp(
  [
    `\\b(?:no|without|w/o|need|needs|needed|get|missing|want|lack\\w*|awaiting|await|waiting (?:on|for)|wait(?:ing)? on|pending|chasing|still need|requested|owe us|request|never (?:got|sent|rec'?d)|nobody (?:ever )?sent)\\s+(?:(?:the|a|an|any|their|signed|written|our|sca|loa|approval|formal|hard|fully|executed)\\s+){0,3}${PAPER}\\b`,
    `\\b${PAPER}\\s+(?:(?:is|are|was|still|not|has|have)\\s+){0,3}(?:pending|requested|promised|to follow|in the mail|in mail|coming|not rec'?d|not received|not yet|not signed|outstanding|missing|never (?:came|arrived|sent|rec'?d|received)|tbd|needed|due|unsigned|"?in \\d+ days|not in|to come|not back|owed|not sent|not there|still out|not here)`,
    "\\bnothing (?:in writing|on paper|written)|\\bnot (?:in writing|on paper|executed|signed|rec'?d|received|yet|on file|in (?:folder|chart|file|hand|binder))\\b|\\bverbal(?:ly)? ?(?:only|so far)?\\b|\\bunsigned\\b|\\bby phone\\b|\\b(?:over|on) the phone\\b|\\bphone (?:ok|only|approval)\\b|\\bv/o\\b|\\bvbl\\b|\\bget it in writing\\b|\\bpaper to follow\\b|\\bneed(?:s)? (?:it )?in writing\\b|\\bno paper\\b|\\bletter\\?{2,}|\\bhaven'?t (?:got|received|rec'?d)\\b",
  ].join("|"),
);
const THERE = new RegExp(
  [
    `\\b(?:have|has|got|rec'?d|received|attached|in (?:hand|chart|file|folder|binder|drive)|saved|scanned|signed|executed|exec'?d|fully executed|countersigned|faxed us|emailed|uploaded)\\s+(?:(?:the|a|an|their|our|approval|written|signed|executed|sca|copy of)\\s+){0,3}${PAPER}\\b`,
    `\\b${PAPER}\\s+(?:(?:is|was|back|now|fully|has been|copy|both|all|emailed|faxed|in|dated|from \\w+)\\s+){0,3}(?:rec'?d|recd|received|rcvd|on file|in (?:hand|chart|file|folder|binder|drive|place)|filed|saved|scanned|signed|executed|exec'?d|countersigned|attached|came|arrived|here|e-?mailed|faxed|uploaded|same day|back|dated|in$|printed)`,
    "\\b(?:orig(?:inal)?|signed copy|hard copy|copy) (?:is |now )?(?:in|on) (?:the )?(?:chart|file|folder|binder|drive|hand)\\b|\\b(?:they|plan|rep|ins|payer|um) (?:e-?mailed|mailed|sent|faxed)(?: us| me| over)? (?:the |a |an |their )?(?:signed |approval |executed )?(?:letter|ltr|loa|agreement|contract|sca)\\b",
    "\\bfully executed\\b|\\bcounter-?signed\\b|\\bsigned both\\b|\\bboth (?:sides|parties|signatures)\\b|\\bexecuted\\b|\\bexec'?d\\b|\\b(?:letter|ltr|loa|agreement|sca) (?:\\d{1,2}/\\d{1,2})",
    `\\b${PAPER} (?:dated|dtd) \\d`,
  ].join("|"),
);
const YES =
  /^(?:y|yes|yep|true|checked|t|x|✓|✔|☑|✅|√|1|ja|si|on file|in file|on chart|in chart|in hand|in drive|rec'?d|recd|rcvd|received|signed|executed|exec'?d|execd|countersigned|attached|scanned|filed|complete|completed|done|have|have it|have copy|got it|uploaded|saved|emailed|faxed|in place|in binder|in folder|back|came|dated|on portal|fully signed|fully executed)(?![a-z])/;
const NO =
  /^(?:n|no|not|none|never|false|unchecked|f|0|✗|✘|✖|✕|❌|×|nee|☎|✆|📞|pending|pend|awaiting|await|waiting|wait|requested|promised|verbal|v\/o|unsigned|missing|need|needed|needs|outstanding|in process|tbd|to follow|coming|phone|oral|nothing|due|not yet|half|in the mail)(?![a-z])/;
/** The column says in what form it came. */
const KIND =
  /^(?:(?:approval|signed|fully executed|executed|faxed|emailed|formal|plan|payer|sca)\s+)?(?:letter|ltr|loa|agreement|contract|pdf|docusign(?:ed)?|e-?mail|fax)(?:\s+(?:pdf|letter|copy))?[.!]?$/;
const NOTHING =
  /^(?:n\/?a|na|-+|–|—|\?+|unknown|unk|tbd\?|same|ditto|"|draft(?:ed)?|sent|out|sent (?:for|out)|out for|docusign|in docusign|routed|with legal)\b/;
const SENT_OUT = /\b(?:sent for sig\w*|out for sig\w*|docusign (?:out|sent)|sent to (?:plan|payer|them)|redlin\w+)\b/;

/**
 * Whether the cell of a letter or agreement column, or with `prose` a note, says that the written confirmation is there.
 * Null where it does not say ("n/a", "sent for signature"). An agreement signed by one side alone is false and unclear.
 *
 * @example readWrittenConfirmation("rec'd 3/27/25") is { value: true, confidence: 0.95 }
 */
export function readWrittenConfirmation(text: string, where: { readonly prose?: boolean } = {}): WrittenReading | null {
  const plain = plainText(text).replace(/\s+/g, " ").trim();
  if (plain === "" || plain.length > 8000) return null;
  if (HALF.test(plain)) return { value: false, confidence: 0.6, unclear: true };
  if (where.prose !== true) {
    if (SENT_OUT.test(plain) || (NOTHING.test(plain) && plain.length < 25)) return null;
    const both = YES.test(plain) && NOT_THERE.test(plain);
    if (both) return { value: false, confidence: 0.6, unclear: true };
    if (NO.test(plain)) return { value: false, confidence: plain.length < 25 ? 0.95 : 0.85 };
    if (YES.test(plain)) return { value: true, confidence: plain.length < 25 ? 0.95 : 0.85 };
    if (KIND.test(plain)) return { value: true, confidence: 0.75 };
    // A day alone in such a column is the day the letter came.
    if (/^\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$/.test(plain)) return { value: true, confidence: 0.7 };
  }
  const missing = lastOf(NOT_THERE, plain);
  const there = lastOf(
    THERE,
    plain.replace(new RegExp(NOT_THERE, "g"), (found) => " ".repeat(found.length)),
  );
  if (missing >= 0 && there >= 0) {
    // "verbal 3/1, letter rec'd 3/9": what came later counts.
    return there > missing ? { value: true, confidence: 0.75 } : { value: false, confidence: 0.6, unclear: true };
  }
  if (missing >= 0) return { value: false, confidence: 0.9 };
  if (there >= 0) return { value: true, confidence: 0.88 };
  return null;
}

function lastOf(pattern: RegExp, text: string): number {
  let last = -1;
  for (const match of text.matchAll(new RegExp(pattern, "g"))) last = match.index;
  return last;
}
