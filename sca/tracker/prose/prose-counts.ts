import { claim } from "../claims/line-draft.ts";
import type { UnitsMention } from "../units/units-mention.ts";
import { from, type Note } from "./prose-place.ts";
import type { Stretch } from "./sentences.ts";

const ASKED_BEFORE =
  /\b(?:sent|asked|asking|requested|request|req'?d?|wanted|want|wanting|faxed|submitted|applied|ask|tried|need)\s*(?:it |in )?(?:for|to get)?\s*(?:the |our )?(?:\d+ of )?$/i;
const GRANTED =
  /\b(?:gave|giving|got|ok'?d|okayed|approved|allowed|granted|only|auth'?d|cut(?: it)? to|down to)(?:\s+(?:us|me|him|her|only|just|for|a|all|of|the|total|full))*\s+(\d{1,4})(?!\s*(?:[\d/%,]|\.\d|mi\b|bus|min|mo\b|months?|weeks?|wks?|k\b|days? (?:wait|ago|old)|(?:a|per) (?:day|visit|session|hour|unit)))\b/gi;
const USED_AFTER = /^\s{0,2}(?:used|done|seen|utili[sz]ed|attended|completed|visits? used|sess\w* used)\b/i;
const PAID_BY_DAY = /\b(?:a|per) day\b|\/\s?d(?:ay)?\b|\bper ?diem\b/i;
const PER_DAY =
  /\b(?:a|per) day\b|\/\s?d(?:ay)?\b|\bper ?diem\b|\bphp\b|\biop\b|\brtc\b|\bresidential\b|\bdetox\b|\binpatient\b|\bdays of\b/i;

/** What a note says was asked for and what was granted, where it says so. */
export interface NoteCounts {
  readonly asked: number | null;
  readonly granted: number | null;
}

/**
 * The counts of a note: what was granted and what is used, never what was only asked. Days count where care is paid or given
 * by the day, and where they are not simply as long as the authorization runs.
 */
export function claimProseCounts(
  note: Note,
  found: readonly UnitsMention[],
  taken: readonly Stretch[],
  spanDays: number | null,
  askedElsewhere: number | null,
): NoteCounts {
  const { text, draft } = note;
  const units = found.filter(
    (unit) => unit.weak !== true && !taken.some((other) => unit.start < other.end && other.start < unit.end),
  );
  const asked = (unit: Stretch) => isAskedCount(text, unit.start);
  const daily = PER_DAY.test(text);
  const counts = units.filter(
    (unit) =>
      unit.authorized !== undefined &&
      !asked(unit) &&
      (unit.duration !== true ||
        /\bof\b/.test(unit.text) ||
        (daily && unit.unit === "day" && (unit.authorized !== spanDays || PAID_BY_DAY.test(text)))),
  );
  const said =
    counts.length > 0
      ? counts.map((unit) => unit.authorized)
      : [...text.matchAll(GRANTED)].filter(() => found.some(asked) || askedElsewhere).map((match) => Number(match[1]));
  const distinct = [...new Set(said)];
  if (note.may("unitsAuthorized") && distinct.length === 1 && distinct[0] !== undefined) {
    const question = counts.some((unit) => unit.question);
    claim(
      draft,
      "unitsAuthorized",
      distinct[0],
      from(note, 0.85, question ? { why: "question-mark", candidates: [] } : undefined),
    );
  }
  // "2/9 used": the word makes the pair one of used and granted.
  const pairs = found.filter(
    (unit) => unit.weak === true && unit.used !== undefined && USED_AFTER.test(text.slice(unit.end, unit.end + 14)),
  );
  const used = [...units.filter((unit) => unit.used !== undefined), ...pairs];
  if (note.may("unitsUsed") && used.length === 1) claim(draft, "unitsUsed", used[0]?.used, from(note, 0.85));
  const left = units.filter((unit) => unit.left !== undefined);
  if (used.length === 0 && left.length === 1 && left[0]?.left !== undefined)
    draft.left ??= { value: left[0].left, cell: note.cell };
  const wanted = units
    .map((unit) => unit.requested ?? (asked(unit) ? unit.authorized : undefined))
    .filter((count) => count !== undefined);
  return { asked: wanted[0] ?? askedElsewhere, granted: distinct.length === 1 ? (distinct[0] ?? null) : null };
}

/** Whether a count stands behind a word of asking ("sent for 12 visits"): it was not granted by that. */
export function isAskedCount(text: string, start: number): boolean {
  return ASKED_BEFORE.test(text.slice(Math.max(0, start - 30), start));
}
