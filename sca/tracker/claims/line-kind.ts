import type { LineDraft } from "./line-draft.ts";

const CONTINUES =
  /\b(?:ext(?:ension|ended|n)?|re-?auth(?:orization)?|re-?new(?:al|ed)?|re-?cert(?:ification)?|cont(?:inued|inuation|'?d)?|conc(?:urrent)?(?: review)?|ccr\d*|follow[- ]?on|add(?:ition|'?l|itional)|step[- ]?down|phase (?:2|ii|two)|2nd|second|third|3rd|subsequent|amend(?:ment)?)\b/i;
const OPENS = /\b(?:init(?:ial)?|new|first|adm(?:ission|it)?|orig(?:inal)?|1st|start)\b/i;
const NOT_SCA =
  /\b(?:prior[_ -]?auth(?:orization)?|pa only|benefit[_ -]?check|vob|elig(?:ibility)?|in[- ]?network|inn|par|test|cash|self[- ]?pay|pip|wc|work(?:er)?s'? comp)\b/i;

/** What a type column says of its line: a new request, the continuation of one, or none at all. */
export function readLineKind(draft: LineDraft, text: string): void {
  if (CONTINUES.test(text)) draft.marks.continues = true;
  else if (OPENS.test(text)) draft.marks.opens = true;
  if (NOT_SCA.test(text) && !/\b(?:sca|loa|gap|single case)\b/i.test(text)) draft.marks.notSca = true;
  if (/\bdup(?:licate|e)?\b|\bvoid(?:ed)?\b/i.test(text)) draft.marks.duplicate = true;
}
