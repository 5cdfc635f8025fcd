import { type CalendarDate, parseIsoDay } from "../../values/calendar-date.ts";
import { findDates } from "../dates/find-dates.ts";
import { type DayContext, type ResolvedDay, resolveDay } from "../dates/resolve-day.ts";
import { resolveSpan } from "../dates/resolve-span.ts";
import type { WrittenDay } from "../dates/written-day.ts";
import type { Cell } from "../grid.ts";
import type { Doubt } from "./claim.ts";
import { claim, type DateDraft, type DateField, type LineDraft } from "./line-draft.ts";

const ORDER: readonly DateDraft["field"][] = ["dob", "submitted", "decided", "authSpan", "authStart", "authEnd"];

function hasYear(day: CalendarDate | WrittenDay | null): boolean {
  return day !== null && (typeof day === "string" || day.year !== null);
}

function draftHasYear(draft: DateDraft): boolean {
  if (draft.span) return [draft.span.from, draft.span.to].some((end) => end !== null && end.year !== null);
  return hasYear(draft.day);
}

function doubtOf(resolved: ResolvedDay, draft: LineDraft): Doubt | null {
  if (resolved.certain) return null;
  const candidates = resolved.candidates;
  switch (resolved.why) {
    case "impossible":
      return { why: "impossible-date", candidates };
    case "order":
      return { why: "date-order", candidates, settles: `date-order:${draft.context.order}` };
    case "no-year":
    case "year-doubtful":
      return { why: "no-year", candidates, settles: `year:${draft.context.sheet}` };
    case "partial":
      return { why: "vague-date", candidates };
    case "":
      return null;
    default:
      return { why: "unclear", candidates };
  }
}

/**
 * Settles the dates of a line together: those with a year first, then the others beside them, in the order in which
 * things happen (request, answer, first and last covered day).
 */
export function resolveDates(draft: LineDraft): void {
  const known = new Map<DateField, CalendarDate>();
  const base = (field: DateField): DayContext => ({
    order: draft.context.order,
    settled: draft.context.orderSettled,
    hint: draft.context.hint,
    asOfYear: draft.context.asOfYear,
    birth: field === "dob",
    anchor: field === "dob" ? null : (anchorFor(field, known) ?? aroundLine(field, draft)),
  });
  const settle = (entry: DateDraft) => {
    const about = { cell: entry.cell, trust: entry.trust, origin: entry.origin };
    const one = (field: DateField, resolved: ResolvedDay) => {
      claim(draft, field, resolved.day, { ...about, doubt: entry.doubt ?? doubtOf(resolved, draft) });
      if (resolved.day !== null && resolved.certain && !known.has(field)) known.set(field, resolved.day);
    };
    if (entry.span) {
      const context = base("authStart");
      const { from, to, reversed } = resolveSpan(entry.span, entry.span.from === null ? base("authEnd") : context);
      const doubt: Doubt | undefined = reversed
        ? { why: "end-before-start", candidates: [...(from?.candidates ?? []), ...(to?.candidates ?? [])] }
        : undefined;
      if (from) claim(draft, "authStart", from.day, { ...about, doubt: doubt ?? doubtOf(from, draft) });
      // "90 days from 2/11": whether the first day counts only the plan can say.
      const counted: Doubt | null =
        entry.span.lasts?.unit === "day" && to?.day ? { why: "vague-date", candidates: [to.day] } : null;
      if (to) claim(draft, "authEnd", to.day, { ...about, doubt: doubt ?? doubtOf(to, draft) ?? counted });
      if (from?.day && from.certain) known.set("authStart", from.day);
      if (to?.day && to.certain) known.set("authEnd", to.day);
      return;
    }
    const field = entry.field === "authSpan" ? "authStart" : entry.field;
    if (typeof entry.day === "string") {
      const day = parseIsoDay(entry.day);
      claim(draft, field, day, { ...about, doubt: entry.doubt ?? null });
      if (day !== null && !known.has(field)) known.set(field, day);
    } else if (entry.day !== null) one(field, resolveDay(entry.day, base(field)));
  };
  const rank = (entry: DateDraft) => ORDER.indexOf(entry.field) + (draftHasYear(entry) ? 0 : ORDER.length);
  for (const entry of [...draft.dates].sort((a, b) => rank(a) - rank(b) || b.trust - a.trust)) settle(entry);
}

function anchorFor(field: DateField, known: ReadonlyMap<DateField, CalendarDate>): DayContext["anchor"] {
  const pick = (side: "after" | "before" | "around", ...fields: DateField[]) => {
    for (const other of fields) {
      const day = known.get(other);
      if (day !== undefined) return { day, side };
    }
    return null;
  };
  switch (field) {
    case "submitted":
      return pick("before", "decided", "authStart") ?? pick("before", "authEnd");
    case "decided":
      return pick("after", "submitted") ?? pick("around", "authStart") ?? pick("before", "authEnd");
    case "authStart":
      return pick("around", "decided", "submitted") ?? pick("before", "authEnd");
    case "authEnd":
      return pick("after", "authStart", "decided", "submitted");
    default:
      return null;
  }
}

/** Without another date of its request, a date lies around the day of its entry; in a log begun long ago, around the line before. */
function aroundLine(field: DateField, draft: LineDraft): DayContext["anchor"] {
  if (draft.entryDay !== null) return { day: draft.entryDay, side: "around" };
  const { previousDay, blockDay, hint } = draft.context;
  if (blockDay !== null) return { day: blockDay, side: "around" };
  return field === "submitted" && previousDay !== null && hint?.grain === "since"
    ? { day: previousDay, side: "around" }
    : null;
}

/** The day that an entry's own date cell states, where it is certain. */
export function entryDayOf(draft: LineDraft, cell: Cell): CalendarDate | null {
  if (cell.kind === "date" && cell.day) return cell.day;
  const [date] = findDates(cell.text);
  if (date?.kind !== "day") return null;
  const { order, orderSettled, hint, asOfYear, previousDay } = draft.context;
  const lenient = hint === null || hint.grain === "since";
  const anchor = previousDay !== null && lenient ? { day: previousDay, side: "around" as const } : null;
  const resolved = resolveDay(date.day, { order, settled: orderSettled, hint, asOfYear, anchor });
  return resolved.certain ? resolved.day : null;
}
