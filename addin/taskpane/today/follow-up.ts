import type { WorkItem, WorkKind } from "../../../sca/deadlines/work-item.ts";
import { dayIn, numberIn, sameText, textIn } from "../../../sca/ledger/ledger-row.ts";
import { readTable } from "../../../sca/ledger/read-ledger.ts";
import type { LedgerContent, PlanValue } from "../../../sca/ledger/workbook-plan.ts";
import { addBusinessDays } from "../../../sca/values/business-days.ts";
import { type CalendarDate, parseIsoDay } from "../../../sca/values/calendar-date.ts";
import { dayWords } from "../../../sca/values/day-words.ts";
import type { ExcelWorkbook, RowValues } from "../../excel/excel-workbook.ts";
import { problemWords } from "../frame/problem-words.ts";

/** A contact as it is typed. */
export interface FollowUpDraft {
  readonly day: string;
  readonly who: string;
  readonly channel: string;
  readonly reference: string;
  readonly said: string;
  readonly promised: string;
  readonly nextTouch: string;
}

/** The channels to choose from, as the ledger's column names them. */
export const CHANNELS = ["Phone", "Portal", "Fax", "Email", "Mail"] as const;

/** What is wrong with a draft, by field. */
export type FollowUpProblems = Partial<Record<keyof FollowUpDraft, string>>;

/** Business days to the next touch where the payer has no figure of its own. */
const USUAL_NEXT = 5;

const DONE: Readonly<Record<WorkKind, string>> = {
  lapsed: "Asked for the next authorization.",
  usedUp: "Asked for more units.",
  overdue: "Asked for the next authorization.",
  due: "Asked for the next authorization.",
  escalate: "Escalated.",
  verbalOnly: "Asked for the confirmation in writing.",
  touch: "",
  runningOut: "Asked for more units.",
  renewalPending: "Asked for the decision.",
};

/**
 * A draft to start from: today, and where something was done about a standing thing, the day to look again, by the
 * payer's own rhythm.
 */
export function followUpDraft(
  item: WorkItem,
  isDone: boolean,
  content: LedgerContent,
  today: CalendarDate,
): FollowUpDraft {
  const payer = (readTable(content, "Payers")?.rows ?? []).find((row) => sameText(textIn(row, "Payer"), item.payer));
  const every = numberIn(payer, "Follow up every") ?? USUAL_NEXT;
  const holidays = new Set((readTable(content, "Holidays")?.rows ?? []).flatMap((row) => dayIn(row, "Day") ?? []));
  const next = item.kind === "touch" ? "" : addBusinessDays(today, Math.max(1, Math.min(260, every)), holidays);
  return {
    day: today,
    who: "",
    channel: "",
    reference: "",
    said: isDone ? DONE[item.kind] : "",
    promised: "",
    nextTouch: isDone ? next : "",
  };
}

/** What a draft lacks before it can be logged. A contact was made: its day is not to come. */
export function followUpProblems(draft: FollowUpDraft, today: CalendarDate): FollowUpProblems {
  const problems: FollowUpProblems = {};
  const day = parseIsoDay(draft.day);
  const next = draft.nextTouch === "" ? null : parseIsoDay(draft.nextTouch);
  if (day === null) problems.day = "A day is missing here. Nothing was logged yet.";
  else if (day > today)
    problems.day = "This day is still to come. Give the day of the contact. Nothing was logged yet.";
  if (draft.said.trim() === "" && draft.promised.trim() === "") {
    problems.said = "Say in a few words what was said or done. Nothing was logged yet.";
  }
  if (draft.nextTouch !== "" && next === null) {
    problems.nextTouch = "This is no day of the calendar. Leave it empty, or give a day.";
  } else if (day !== null && next !== null && next <= day) {
    problems.nextTouch = "The next touch comes after the contact. Leave it empty, or give a later day.";
  }
  return problems;
}

/** The row of FollowUps for a draft without problems. */
export function followUpRow(caseId: string, draft: FollowUpDraft): RowValues {
  const row = new Map<string, PlanValue>([["Case id", caseId]]);
  const day = parseIsoDay(draft.day);
  const next = parseIsoDay(draft.nextTouch);
  if (day !== null) row.set("Date", { day });
  for (const [heading, text] of [
    ["Who", draft.who],
    ["Channel", draft.channel],
    ["Reference number", draft.reference],
    ["Said", draft.said],
    ["Promised", draft.promised],
  ] as const) {
    if (text.trim() !== "") row.set(heading, text.trim());
  }
  if (next !== null) row.set("Next touch", { day: next });
  return row;
}

/**
 * Logs a contact, and clears the case's own next touch where it is reached: the contact is the touch. The log comes first,
 * and tells the day that is cleared, so that nothing is lost where the second step fails. Answers with what was done.
 * Throws a WorkbookProblem where nothing could be logged.
 */
export async function logFollowUp(
  workbook: Pick<ExcelWorkbook, "appendRows" | "writeCell">,
  content: LedgerContent,
  caseId: string,
  draft: FollowUpDraft,
): Promise<string> {
  const day = parseIsoDay(draft.day);
  const entry = (readTable(content, "Cases")?.rows ?? []).find((row) => sameText(textIn(row, "Case id"), caseId));
  const touch = dayIn(entry, "Next touch");
  const isReached = touch !== null && day !== null && touch <= day;
  const row = new Map(followUpRow(caseId, draft));
  if (isReached) row.set("Said", [textIn(row, "Said"), `(Next touch of ${touch}.)`].filter(Boolean).join(" "));
  await workbook.appendRows("FollowUps", [row]);
  if (!isReached) return "Logged on Follow-ups.";
  try {
    const cell = { table: "Cases", keyHeading: "Case id", key: caseId, heading: "Next touch" };
    await workbook.writeCell(cell, null, { day: touch });
    return "Logged on Follow-ups, and the next touch on Cases is cleared.";
  } catch (error) {
    // Told as done whatever went wrong: pressed again, it would be logged twice.
    return `Logged on Follow-ups. The next touch of ${dayWords(touch)} on Cases was left: ${problemWords(error)}`;
  }
}
