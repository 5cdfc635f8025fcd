import type { Outcome } from "../tracked-case.ts";
import { denialReasonIn } from "./denial-reason.ts";
import { fewerThanAsked } from "./fewer-than-asked.ts";
import { type LegendPair, legendMeaning } from "./legend.ts";
import { OUTCOME_WORDS, type OutcomeSignal } from "./outcome-words.ts";
import { findPhrases, type PhraseMention } from "./phrase-table.ts";
import { type Token, tokensOf } from "./wording.ts";
import { readWrittenConfirmation } from "./written-confirmation.ts";

/** What a text says became of a request. */
export interface OutcomeReading {
  readonly outcome: Outcome;
  /** 0 to 1. */
  readonly confidence: number;
  /** True for a letter or signed agreement named beside it, false for "verbal" or "need letter". */
  readonly written?: boolean;
  /** The reason given for a denial, also for one that was overturned later. */
  readonly denialReason?: string;
  /** An appeal against the denial is still open. */
  readonly open?: true;
  /** Set when a person has to be asked: what the text may mean, the likeliest first. */
  readonly candidates?: readonly Outcome[];
}

type Found = PhraseMention<OutcomeSignal>;

const CODES: Readonly<Record<string, readonly Outcome[]>> = {
  a: ["approved", "approvedOnAppeal"],
  c: ["approved", "withdrawn"],
  d: ["denied"],
  m: ["partiallyApproved"],
  n: ["denied"],
  o: ["approvedOnAppeal", "pending"],
  p: ["pending", "partiallyApproved"],
  r: ["partiallyApproved", "denied", "pending"],
  s: ["pending"],
  u: ["pending"],
  v: ["approved", "withdrawn"],
  w: ["withdrawn", "pending"],
  x: ["denied", "withdrawn"],
  y: ["approved"],
  aa: ["approvedOnAppeal"],
  ap: ["approved", "approvedOnAppeal", "partiallyApproved"],
  pa: ["partiallyApproved", "pending"],
  da: ["denied", "approvedOnAppeal"],
  oa: ["approvedOnAppeal"],
};

/**
 * What a status of one or two letters stands for: as the tracker's own legend says, else every outcome that the letter
 * begins, to be asked. Null for a letter that begins none.
 *
 * @example readOutcomeCode("P") has candidates ["pending", "partiallyApproved"]
 */
export function readOutcomeCode(letter: string, legend: readonly LegendPair[] = []): OutcomeReading | null {
  const meaning = legendMeaning(letter, legend);
  const explained = meaning === null ? null : readOutcome(meaning);
  if (explained !== null) return explained;
  const candidates = CODES[letter.trim().toLowerCase()];
  const outcome = candidates?.[0];
  if (candidates === undefined || outcome === undefined) return null;
  return { outcome, confidence: candidates.length === 1 ? 0.5 : 0.35, candidates };
}

/** "no, then yes", "denied first, ok after appeal": an answer that was turned. */
const TURNED =
  /^\W*(?:no|nope|den(?:ied|y)?|dnd|declined|turned down|rejected)\b[^.\d]{0,30}?(?:\bthen\b|\bfirst\b|\bnow\b|\blater\b|\bfinally\b|>|→)[\s,;]*(?:(?:they|it|was|a)\s+)*(?:yes|ok(?:ay|'?d|ed)?|appr(?:oved|'?v?d)?|granted|won)(?![a-z])/i;

/** "ins flipped", "plan reversed to": the coverage changed, no decision did. */
const PLAN_FLIPPED =
  /\b(?:ins|insurance|plan|coverage|policy|carrier|employer|job|group)\s+(?:just\s+|has\s+|was\s+|got\s+)?flipped\b/gi;

/**
 * What a status cell or a sentence of a note says became of the request. Later words weigh against earlier ones ("denied,
 * appealed, won" is won), negations and the practice's own refusals are heard ("not yet approved", "they offered 600, we
 * said no"). Null where the text speaks of no outcome.
 *
 * @example readOutcome("DND 3/4 - INN available; appeal in") is
 * { outcome: "denied", denialReason: "INN available", open: true, confidence: 0.9 }
 */
export function readOutcome(text: string): OutcomeReading | null {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > 32_767) return null;
  if (/^[a-z]{1,2}\.?$/i.test(trimmed) && CODES[trimmed.replace(".", "").toLowerCase()] !== undefined) {
    if (!/^(?:y|n)$/i.test(trimmed)) return readOutcomeCode(trimmed.replace(".", ""));
  }
  // "APPR-P" beside "APPR": in part, or approved and something is still pending.
  if (/^(?:appr?(?:'?d|oved|v'?d)?|a|ok|auth'?d?)\s*[-/(]\s*p\)?$/i.test(trimmed)) {
    return { outcome: "partiallyApproved", confidence: 0.4, candidates: ["partiallyApproved", "approved"] };
  }
  if (trimmed.length <= 60 && TURNED.test(trimmed)) {
    return { outcome: "approvedOnAppeal", confidence: /appeal|overturn|p2p/i.test(trimmed) ? 0.93 : 0.85 };
  }
  const tokens = tokensOf(text.replace(PLAN_FLIPPED, (words) => " ".repeat(words.length)));
  const words = tokens.filter((token) => token.kind !== "mark").length;
  const found = heard(tokens, findPhrases(tokens, OUTCOME_WORDS), words);
  const said = decide(tokens, found, text);
  if (said === null) return null;
  const written = writtenIn(text, found, said.outcome);
  const reason = reasonIn(text, found, said.outcome);
  const certainty = said.confidence - (found.every((one) => one.exact) ? 0 : 0.04) - (words > 12 ? 0.06 : 0);
  return {
    outcome: said.outcome,
    confidence: Math.round(certainty * 100) / 100,
    ...(written === undefined ? {} : { written }),
    ...(reason === undefined ? {} : { denialReason: reason }),
    ...(said.open === true ? { open: true as const } : {}),
    ...(said.candidates === undefined ? {} : { candidates: said.candidates }),
  };
}

/** Keeps the words that count where they stand: a bare "no" at the head of a clause, "sub" only as the whole cell. */
function heard(tokens: readonly Token[], found: readonly Found[], words: number): Found[] {
  return found.flatMap((one): Found[] => {
    const first = tokens[one.from];
    const next = tokens[one.to];
    const covered = one.to - one.from;
    const alone =
      words <= covered ||
      tokens.every(
        (token, index) => (index >= one.from && index < one.to) || token.kind === "mark" || token.kind === "number",
      );
    const ends =
      next === undefined || next.kind === "number" || next.leads || (next.kind === "mark" && next.word !== "?");
    switch (one.meaning) {
      case "approveAlone":
      case "denyAlone":
      case "withdrawAlone":
      case "ended":
      case "pendingAlone":
        return alone || (first?.kind === "mark" && one.from === 0) ? [one] : [];
      case "approveAtHead":
      case "denyAtHead": {
        const reported =
          /^(?:said|says|say|verbal|phone|answer|ans|back|got|plan|portal|they|status|decision|result|det|is|was|then|finally)$/.test(
            tokens[one.from - 1]?.word ?? "",
          );
        const named = first?.kind === "word" && first.word.length > 3;
        const dated = tokens[one.from - 1]?.kind === "number";
        // "No 4471 0092" numbers something, "no peds clinic in their network" denies nothing.
        if (first?.word === "no" && next?.kind === "number" && /^\d{3,}$/.test(next.word)) return [];
        if (first?.word === "no" && next?.kind === "word" && words > 8 && !first.capitals && !reported && !dated)
          return [];
        return (first?.leads === true || reported || dated) && (ends || alone || one.from === 0 || named || reported)
          ? [one]
          : [];
      }
      case "partialBeside":
        return alone || (one.from === 0 && next?.kind === "mark") || (covered === words - 1 && words <= 3)
          ? [{ ...one, meaning: "partial" }]
          : [one];
      default:
        return [one];
    }
  });
}

interface Said {
  readonly outcome: Outcome;
  readonly confidence: number;
  readonly open?: boolean;
  readonly candidates?: readonly Outcome[];
}

function decide(tokens: readonly Token[], found: readonly Found[], text: string): Said | null {
  const reason = denialReasonSpan(tokens, found);
  const outside = found.filter((one) => reason === null || one.from < reason.from || one.from >= reason.to);
  const last = (...kinds: readonly OutcomeSignal[]) => outside.findLastIndex((one) => kinds.includes(one.meaning));
  const overturn = last("overturn");
  const uphold = last("uphold");
  const approve = last("approve", "approveAtHead", "approveAlone");
  const won = last("wonWord");
  const firstDeny = outside.findIndex((one) => /^deny/.test(one.meaning));
  const deny = last("deny", "denyAtHead", "denyAlone");
  const appeal = last("appeal", "appealOpen");
  const withdraw = last("withdraw", "withdrawAlone");
  const partial = last("partial");
  const pending = last("pending", "pendingAlone", "notYet");
  const doubt = /\?\?|\?\s*(?:or|\/)|\bor\b.*\?/i.test(text);

  const firstNamed = /\b(?:1st|first|orig|initial)/i.test(text);
  if (overturn >= 0 && overturn > uphold && (deny < overturn || firstNamed))
    return { outcome: "approvedOnAppeal", confidence: 0.95 };
  if (uphold >= 0) return { outcome: "denied", confidence: 0.92 };
  const yes = Math.max(approve, won);
  if (yes >= 0 && firstDeny >= 0) {
    if (doubt) return unsure("approved", "denied");
    if (partial >= 0) return { outcome: "partiallyApproved", confidence: 0.85 };
    if (firstDeny < yes) {
      const sure = (appeal > firstDeny && appeal <= yes + 1) || won > firstDeny || firstNamed;
      return sure
        ? { outcome: "approvedOnAppeal", confidence: 0.93 }
        : unsure("approvedOnAppeal", "approved", "denied");
    }
    return unsure("approved", "partiallyApproved", "denied");
  }
  // A peer-to-peer call before any denial is part of the review, not an appeal.
  const called = /^(?:p2p|peer)/.test(outside[appeal]?.phrase ?? "");
  if (yes >= 0 && appeal >= 0 && outside[appeal]?.meaning === "appeal" && !called)
    return { outcome: "approvedOnAppeal", confidence: appeal === last("appeal") && tokens.length < 12 ? 0.92 : 0.75 };
  if (deny >= 0) {
    if (partial >= 0 && partial < deny)
      return { outcome: "partiallyApproved", confidence: 0.6, candidates: ["partiallyApproved", "denied"] };
    if (last("again") > deny) return unsure("denied", "pending");
    const open =
      appeal > deny &&
      (outside[appeal]?.meaning === "appealOpen" || outside[appeal]?.phrase === "on appeal" || pending > deny);
    const settledLater = withdraw > deny;
    return { outcome: "denied", confidence: settledLater ? 0.8 : 0.95, open };
  }
  if (withdraw >= 0) {
    if (yes >= 0) return unsure("withdrawn", "approved");
    return { outcome: "withdrawn", confidence: 0.95 };
  }
  const fewer = yes >= 0 || partial >= 0 ? fewerThanAsked(text, false) : fewerThanAsked(text, true);
  if (last("notYet") >= 0 && last("notYet") >= yes) return { outcome: "pending", confidence: 0.9 };
  if (partial >= 0)
    return pending >= 0 && yes < 0
      ? unsure("pending", "partiallyApproved")
      : { outcome: "partiallyApproved", confidence: 0.95 };
  if (fewer) return { outcome: "partiallyApproved", confidence: yes >= 0 ? 0.9 : 0.75 };
  if (yes >= 0) {
    const beside = last("partialBeside") >= 0 && Math.abs(last("partialBeside") - yes) === 1 && tokens.length <= 6;
    if (beside) return { outcome: "partiallyApproved", confidence: 0.85 };
    if (approve >= 0 && pending >= 0) {
      // "ok 3/2, waiting on auth #": the answer is there. "waiting … ok" in a long note is less clear.
      return pending > approve || tokens.length > 15
        ? { outcome: "approved", confidence: 0.8 }
        : unsure("approved", "pending");
    }
    return {
      outcome: "approved",
      confidence: approve < 0 ? 0.8 : outside[approve]?.meaning === "approve" ? 0.96 : 0.93,
    };
  }
  if (last("appealOpen") >= 0)
    return { outcome: "denied", confidence: 0.7, open: true, candidates: ["denied", "pending"] };
  if (pending >= 0) return { outcome: "pending", confidence: 0.94 };
  if (last("verbal") >= 0 && tokens.length <= 8) return { outcome: "approved", confidence: 0.8 };
  if (last("turnedBack") >= 0) return unsure("approvedOnAppeal", "withdrawn");
  if (last("callMade") >= 0) return unsure("approved", "pending");
  if (Math.max(last("pendingWeak"), last("again")) >= 0) {
    const whole = tokens.length <= 6;
    return { outcome: "pending", confidence: whole ? 0.85 : 0.55 };
  }
  if (last("appeal") >= 0 && tokens.length <= 5) return unsure("denied", "pending", "approvedOnAppeal");
  if (last("ended") >= 0) return unsure("approved", "withdrawn");
  return null;
}

function unsure(...candidates: readonly [Outcome, ...Outcome[]]): Said {
  return { outcome: candidates[0], confidence: 0.4, candidates };
}

/** Words inside the quotes, brackets or dash behind a denial are the plan's reason, not an answer. */
function denialReasonSpan(tokens: readonly Token[], found: readonly Found[]): { from: number; to: number } | null {
  const deny = found.find((one) => /^deny/.test(one.meaning));
  if (deny === undefined) return null;
  let at = deny.to;
  while (tokens[at]?.kind === "number") at++;
  const opening = tokens[at]?.word ?? "";
  if (/^[-:,]$/.test(opening) && /^["(]$/.test(tokens[at + 1]?.word ?? "")) at++;
  const mark = tokens[at]?.word ?? "";
  const closing = mark === '"' ? '"' : mark === "(" ? ")" : null;
  if (closing !== null) {
    const to = tokens.findIndex((token, index) => index > at && token.word === closing);
    return { from: at, to: to < 0 ? tokens.length : to };
  }
  if (mark !== "-" && mark !== ":") return null;
  const to = tokens.findIndex((token, index) => index > at + 1 && /^[-;,>.\n]$/.test(token.word));
  const end = to < 0 ? tokens.length : to;
  const inside = found.find(
    (one) => one.from > at && one.from < end && /overturn|appeal|uphold|won|partial/i.test(one.meaning),
  );
  return inside === undefined ? { from: at, to: end } : null;
}

function writtenIn(text: string, found: readonly Found[], outcome: Outcome): boolean | undefined {
  if (outcome === "denied" || outcome === "withdrawn" || outcome === "pending") return undefined;
  const read = readWrittenConfirmation(text, { prose: true });
  if (read !== null) return read.value;
  return found.some((one) => one.meaning === "verbal" || /phone|verbal/.test(one.phrase)) ? false : undefined;
}

function reasonIn(text: string, found: readonly Found[], outcome: Outcome): string | undefined {
  if (outcome !== "denied" && outcome !== "approvedOnAppeal") return undefined;
  const denials = found.filter((one) => /^deny/.test(one.meaning) || one.meaning === "uphold");
  for (const denial of denials) {
    const reason = denialReasonIn(text.slice(denial.end));
    if (reason !== undefined && !/^(?:ovt|overturn\w*|reversed|appeal\w*|won|o\/t|p2p)\b/i.test(reason)) return reason;
  }
  const labelled = /\b(?:denial reason|reason|rsn|orig(?:inal)? denial|1st|first)\s*[:=]\s*([^;\n.)]{3,120})/i.exec(
    text,
  );
  return labelled?.[1]?.trim();
}
