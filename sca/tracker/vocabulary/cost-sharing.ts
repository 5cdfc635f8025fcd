import type { CostSharing } from "../tracked-case.ts";
import { plainText } from "./wording.ts";

/** At which level the patient pays, as a text says it. */
export interface CostSharingReading {
  readonly costSharing: CostSharing;
  /** 0 to 1. */
  readonly confidence: number;
  /** Set when the text speaks of both levels: a person has to be asked. */
  readonly candidates?: readonly CostSharing[];
}

const IN =
  "(?:inn|in[- ]?(?:of[- ])?net(?:work|wk|w)?\\b|in[- ]ntwk|par(?:ticipating)?|i\\/n|in network|innet(?:work)?)";
const OUT = "(?:oon|out[- ](?:of[- ])?net(?:work|wk|w)?\\b|out of ntwk|non[- ]?par(?:ticipating)?|o\\/n|o-o-n|outnet)";
const SHARE =
  "(?:co[- ]?pays?|co[- ]?ins(?:urance)?|coins|ded(?:uctible|uct|uctibles)?|oop(?: ?max)?|cost[- ]?shar(?:e|ing)|cs|benefits?|bene|bens|level|rates? for (?:pt|patient)|responsibility|liability|resp|tier|max)";
const BETWEEN =
  "(?:\\s+(?:level|lvl|of|the|cost|patient|pt|member|\\$?\\d+%?|full|same|plan|individual|family|in)){0,3}[\\s,/&+-]*";
const IN_SHARE = new RegExp(
  `\\b${IN}${BETWEEN}${SHARE}\\b|\\b${SHARE}(?:s)?\\s*(?:=|:|is|at|as|are|-|same as|per|level)?\\s*(?:the\\s+|an?\\s+|at\\s+)*(?:${IN}|in)(?:\\s+(?:level|rate|tier))?(?=[\\s,.;)!]|$)|\\bin[- ]for[- ]out\\b|\\b(?:at|as|treat(?:ed)? as|same as|process(?:ed|ing)?(?: as| at)?|pays?(?: at| as)?|apply|cover(?:ed|s)? (?:at|as))\\s+(?:an?\\s+|if\\s+|it\\s+)*${IN}\\b|\\b${IN}\\s+(?:level|lvl|appl(?:y|ies)|for (?:pt|patient|member))|\\bpar (?:level|benefits?)|\\bhold harmless\\b`,
);
const OUT_SHARE = new RegExp(
  `\\b${OUT}${BETWEEN}${SHARE}\\b|\\b${SHARE}(?:s)?\\s*(?:=|:|is|at|as|are|-|per)?\\s*(?:the\\s+|an?\\s+|at\\s+)*(?:${OUT}|out)(?:\\s+(?:of network|level|rate|tier|tho|though))?(?=[\\s,.;)!]|$)|\\b(?:at|as|treat(?:ed)? as|process(?:ed|ing)?(?: as| at)?|pays?(?: at| as)?|cover(?:ed|s)? (?:at|as)|patient|pt|member)\\s+(?:an?\\s+|if\\s+|it\\s+)*${OUT}\\b(?!\\s+(?:provider|practice|facility|clinic|doctor|dr|exception|request))|\\b${OUT}\\s+(?:level|lvl|appl(?:y|ies)|for (?:pt|patient|member))`,
);
const NOT =
  /\b(?:no|not|isn'?t|no longer|except|instead of|never|won'?t|doesn'?t|without|waived|waives?|unless|if|not at|asking for|asked for|requested|want(?:s|ed)?)\s+(?:\w+\s+){0,3}$/;
const WHOLE_IN = new RegExp(
  `^(?:the\\s+|at\\s+|as\\s+)?(?:${IN}|in|i|par|in net|network)(?:\\s*(?:level|lvl|rate|tier|only|yes|ok|applies|[-–:]?\\s*\\$?\\d+(?:\\.\\d+)?\\s*%?))?[\\s.]*$`,
);
const WHOLE_OUT = new RegExp(
  `^(?:the\\s+|at\\s+|as\\s+)?(?:${OUT}|out|o|non-?par)(?:\\s*(?:level|lvl|rate|tier|only|applies|[-–:]?\\s*\\$?\\d+(?:\\.\\d+)?\\s*%?))?[\\s.]*$`,
);

/**
 * At which level of benefits the patient pays, from a cost-share column or a note. In a note the network has to stand with
 * a copay, deductible, benefit or level: "INN is full" says nothing. Null where nothing is said.
 *
 * @example readCostSharing("pt pays OON coins") is { costSharing: "outOfNetwork", confidence: 0.92 }
 */
export function readCostSharing(text: string): CostSharingReading | null {
  const plain = plainText(text).replace(/\s+/g, " ").trim();
  if (plain === "" || plain.length > 8000) return null;
  if (WHOLE_IN.test(plain)) return { costSharing: "inNetwork", confidence: plain.length > 1 ? 0.97 : 0.6 };
  if (WHOLE_OUT.test(plain)) return { costSharing: "outOfNetwork", confidence: plain.length > 1 ? 0.97 : 0.6 };
  const inside = said(IN_SHARE, plain);
  const outside = said(OUT_SHARE, plain);
  // "not OON" and "no INN benefit" speak of the other level, but say less.
  const votesIn = inside.yes + outside.no > 0;
  const votesOut = outside.yes + inside.no > 0;
  if (votesIn && votesOut) {
    if (outside.yes === 0 && inside.yes > 0 && inside.no === 0) return { costSharing: "inNetwork", confidence: 0.85 };
    if (inside.yes === 0 && outside.yes > 0 && outside.no === 0)
      return { costSharing: "outOfNetwork", confidence: 0.85 };
    return { costSharing: "inNetwork", confidence: 0.4, candidates: ["inNetwork", "outOfNetwork"] };
  }
  if (inside.yes > 0) return { costSharing: "inNetwork", confidence: plain.length < 40 ? 0.95 : 0.92 };
  if (outside.yes > 0) return { costSharing: "outOfNetwork", confidence: plain.length < 40 ? 0.95 : 0.92 };
  return null;
}

function said(pattern: RegExp, text: string): { yes: number; no: number } {
  const count = { yes: 0, no: 0 };
  for (const match of text.matchAll(new RegExp(pattern, "g"))) {
    if (NOT.test(text.slice(Math.max(0, match.index - 40), match.index))) count.no++;
    else count.yes++;
  }
  return count;
}
