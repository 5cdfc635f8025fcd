import { reading } from "../context/text-readings.ts";
import { dayOfBareSerial } from "../dates/bare-serial.ts";
import { dotsAsSlashes } from "../dates/dotted-days.ts";
import type { Doubt } from "./claim.ts";
import type { DateDraft, DateField, LineDraft } from "./line-draft.ts";
import { about, type Value, type ValueReader } from "./value.ts";

const ENDS = /\b(?:thru|through|til+|until|exp\w*|to|ends?|lcd|last)\b/i;

/** Reads a column of dates: the first day it names, or both ends of a span in a start or end column. */
export function readDay(field: Exclude<DateField, "dob">): ValueReader {
  return (draft, value) => {
    const { cell } = value;
    if (cell.kind === "date" && cell.day && !value.packed) {
      draft.dates.push({ field, day: cell.day, span: null, ...about(value) } as DateDraft);
      return;
    }
    if (cell.kind === "number" && cell.number !== undefined && !value.packed) {
      const day = dayOfBareSerial(cell.number, "1900", "event");
      if (day) {
        draft.dates.push({ field, day, span: null, ...about(value, 0.9) } as DateDraft);
        return;
      }
    }
    const dates = reading.dates(dotsAsSlashes(value.text, true));
    const days = dates.filter((date) => date.kind === "day");
    const spans = dates.filter((date) => date.kind === "span");
    const words = value.text.replace(/[\d\s/.,:-]/g, "").length;
    const authorized = field === "authStart" || field === "authEnd";
    const [span] = spans;
    if (authorized && span) {
      const open = span.from === null || span.to === null;
      const oneEnd = span.from ?? span.to;
      // "thru 6/30" in an end column is that end; in a start column it says the other one.
      if (open && oneEnd !== null && span.lasts === undefined) {
        const own = span.from === null ? "authEnd" : "authStart";
        draft.dates.push({
          field: own,
          day: oneEnd,
          span: null,
          ...about(value, own === field ? 1 : 0.9),
        } as DateDraft);
      } else draft.dates.push({ field: "authSpan", day: null, span, ...about(value, 0.95) } as DateDraft);
    } else if (days[0] && days[0].kind === "day" && (words < 14 || days.length === 1)) {
      const rivals = days.length > 1 && words < 6;
      const doubt: Doubt | undefined =
        rivals || /\?/.test(value.text)
          ? { why: rivals ? "two-values" : "question-mark", candidates: days.map((day) => day.text) }
          : undefined;
      draft.dates.push({ field, day: days[0].day, span: null, ...about(value, 1, doubt) } as DateDraft);
    } else if (span && words < 14) {
      const end = span.from ?? span.to;
      const doubt: Doubt = { why: "two-values", candidates: [span.text] };
      if (end !== null) draft.dates.push({ field, day: end, span: null, ...about(value, 1, doubt) } as DateDraft);
    }
    if (words > 2) draft.rest.push({ cell, text: value.text, trust: 0.72 });
  };
}

/** Reads a column of spans: both ends, or the one that is given. */
export function readSpan(draft: LineDraft, value: Value): void {
  const { cell } = value;
  if (cell.kind === "date" && cell.day) {
    draft.dates.push({ field: "authStart", day: cell.day, span: null, ...about(value, 0.7) } as DateDraft);
    return;
  }
  const dates = reading.dates(value.text);
  const span = dates.find((date) => date.kind === "span");
  if (span) draft.dates.push({ field: "authSpan", day: null, span, ...about(value) } as DateDraft);
  else {
    const days = dates.filter((date) => date.kind === "day");
    const [first, second] = days;
    if (first && second && first.kind === "day" && second.kind === "day") {
      draft.dates.push({ field: "authStart", day: first.day, span: null, ...about(value, 0.95) } as DateDraft);
      draft.dates.push({ field: "authEnd", day: second.day, span: null, ...about(value, 0.95) } as DateDraft);
    } else if (first && first.kind === "day") {
      const field = ENDS.test(value.text) ? "authEnd" : "authStart";
      draft.dates.push({ field, day: first.day, span: null, ...about(value, 0.85) } as DateDraft);
    }
  }
  draft.rest.push({ cell, text: value.text, trust: 0.72 });
}
