import type { Doubt, FieldName } from "../claims/claim.ts";
import { claim, type LineDraft } from "../claims/line-draft.ts";
import type { DateMention, SpanMention, WrittenDay } from "../dates/written-day.ts";
import type { Cell } from "../grid.ts";
import { type DatedRole, rolesOfDates } from "./date-roles.ts";
import type { DateRole } from "./role-words.ts";
import { storyDates } from "./story-dates.ts";

/** "today" in a note: the day of its entry. */
interface Today {
  readonly kind: "today";
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
type Dated = DatedRole<DateMention | Today>;

interface DayEntry {
  readonly role: DateRole;
  readonly word: Dated["word"];
  readonly key: string;
  readonly day: WrittenDay | null;
  readonly today: boolean;
  readonly distance: number;
  /** The other day of "8/15 or 8/16". */
  readonly or: string | null;
}

export interface ProseDateOptions {
  readonly trust: number;
  readonly may: (field: FieldName) => boolean;
  /** What a date is of which no word speaks: in the answer's own column, the answer. */
  readonly otherwise?: DateRole | undefined;
  /** The note doubts its own answer: so it does the answer's day. */
  readonly unsure: boolean;
}

/** Whether only other context can tell that this is a date. */
export function isWeakDate(date: DateMention): boolean {
  if (date.kind === "day") return date.day.weak;
  return (date.from?.weak ?? true) && (date.to?.weak ?? true);
}

/** Turns the dates of a note into the dates of its request: by the words around them and by the order of the story. */
export function claimProseDates(
  draft: LineDraft,
  cell: Cell,
  text: string,
  mentioned: readonly DateMention[],
  options: ProseDateOptions,
): void {
  const { may, trust } = options;
  const dates = mentioned.filter((date) => !isHalf(text, date));
  const todays: Today[] = [...text.matchAll(/\btoday\b/gi)].map((match) => ({
    kind: "today",
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
  const mentions: (DateMention | Today)[] = [...dates, ...(draft.entryDay === null ? [] : todays)].sort(
    (a, b) => a.start - b.start,
  );
  const days: DayEntry[] = [];
  for (const dated of rolesOfDates(text, mentions)) {
    const { date } = dated;
    if (date.kind === "span") {
      if (!askedAndAnswered(dated, date, text, days)) claimSpan(draft, cell, dated, date, options);
      continue;
    }
    const alone = dated.role === "unknown" && options.otherwise !== undefined && mentions.length === 1;
    // "ltr says DENIED??" answers nothing yet.
    const doubted = dated.word !== null && /^\s?\?/.test(text.slice(dated.word.end));
    const role = doubted ? "aside" : alone ? (options.otherwise ?? dated.role) : dated.role;
    const distance = alone ? 0 : dated.distance;
    if (date.kind === "day" && date.day.weak && distance > 45) continue;
    days.push({
      role,
      word: dated.word,
      key: date.text.replace(/\s/g, ""),
      day: date.kind === "day" ? date.day : null,
      today: date.kind === "today",
      distance,
      or: otherDay(text, date, mentions),
    });
  }
  const add = (
    field: "dob" | "submitted" | "decided" | "authStart" | "authEnd",
    entry: DayEntry | null,
    sure: number,
    rival: DayEntry | null = null,
  ) => {
    if (!entry || !may(field)) return;
    const other = rival?.key ?? entry.or;
    const unsure = field === "decided" && options.unsure;
    const doubt: Doubt | undefined =
      other !== null
        ? { why: "two-values", candidates: [entry.key, other] }
        : unsure
          ? { why: "question-mark", candidates: [entry.key] }
          : undefined;
    const day = entry.today ? draft.entryDay : entry.day;
    if (day === null) {
      claim(draft, field, null, { cell, trust: trust * sure, origin: "prose", doubt });
      return;
    }
    draft.dates.push({
      field,
      day,
      span: null,
      trust: trust * sure,
      cell,
      origin: "prose",
      ...(doubt ? { doubt } : {}),
    });
  };
  const story = storyDates(days);
  const near = (entry: DayEntry | null) => (entry === null || entry.distance < 14 ? 0.95 : 0.9);
  add("submitted", story.submitted, near(story.submitted), story.submittedRival);
  add("decided", story.decided, story.byPaper ? 0.7 : near(story.decided), story.decidedRival);
  for (const role of ["dob", "authStart", "authEnd"] as const) {
    for (const entry of days.filter((one) => one.role === role)) add(role, entry, near(entry));
  }
}

/** The day that stands as an alternative behind this one ("8/15 or 8/16??"). */
function otherDay(text: string, date: DateMention | Today, mentions: readonly (DateMention | Today)[]): string | null {
  const next = mentions.find((other) => other.start >= date.end && other.kind === "day");
  return next && /^\s*(?:or|\/|\?\s*(?:or)?)\s*(?:maybe\s*)?$/i.test(text.slice(date.end, next.start))
    ? next.text
    : null;
}

/** "1/2 ok 6/19": half of it was granted. */
function isHalf(text: string, date: DateMention): boolean {
  return (
    /^1\/2$/.test(text.slice(date.start, date.end)) &&
    /^\s*(?:ok|appr|auth|approved|yes|granted|of|day|denied|the|what)/i.test(text.slice(date.end, date.end + 12))
  );
}

/** "4/7 -> 4/18 approved": not a span of days but the day it was asked and the day it was answered. */
function askedAndAnswered(dated: Dated, date: SpanMention, text: string, days: DayEntry[]): boolean {
  if (date.from === null || date.to === null || !/->|→|>/.test(date.text)) return false;
  if (dated.role !== "decided" && dated.role !== "won") return false;
  if (dated.word === null || dated.word.start < date.end || dated.word.start - date.end > 3) return false;
  const [first = "", second = ""] = text.slice(date.start, date.end).split(/->|→|>/);
  days.push({
    role: "submitted",
    word: null,
    key: first.trim(),
    day: { ...date.from, weak: false },
    today: false,
    distance: 0,
    or: null,
  });
  days.push({
    role: dated.role,
    word: dated.word,
    key: second.trim(),
    day: { ...date.to, weak: false },
    today: false,
    distance: 0,
    or: null,
  });
  return true;
}

function claimSpan(
  draft: LineDraft,
  cell: Cell,
  dated: Dated,
  span: SpanMention,
  { trust, may }: ProseDateOptions,
): void {
  const { role, distance } = dated;
  if (!may("authStart") && !may("authEnd")) return;
  if ((role === "aside" || role === "dob") && distance < 12) return;
  if (span.from === null && (role === "submitted" || role === "resent" || role === "aside")) return;
  const worded = span.from !== null && span.to !== null && /\b(?:to|thru|through|until|til)\b/i.test(span.text);
  if (isWeakDate(span) && !worded && role !== "authStart" && role !== "authEnd" && role !== "decided") return;
  draft.dates.push({ field: "authSpan", day: null, span, trust: trust * 0.9, cell, origin: "prose" });
}
