import { proposeRenewal, type RenewalProblem, renewalProblems } from "../../../sca/deadlines/renewal.ts";
import { coveredPeriods, renewalRows } from "../../../sca/ledger/renewal-rows.ts";
import type { LedgerContent } from "../../../sca/ledger/workbook-plan.ts";
import { type CalendarDate, parseIsoDay } from "../../../sca/values/calendar-date.ts";
import type { ExcelWorkbook } from "../../excel/excel-workbook.ts";
import { problemWords } from "../frame/problem-words.ts";

/** The next authorization as it is typed. */
export interface RenewalDraft {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly units: string;
  readonly authNumber: string;
  readonly isGranted: boolean;
}

/** What is wrong with a draft, by field. */
export type RenewalDraftProblems = Partial<Record<RenewalProblem["field"], string>>;

/** A draft that continues an authorization without overlap. */
export function renewalDraft(content: LedgerContent, caseId: string, periodId: string): RenewalDraft {
  const periods = coveredPeriods(content, caseId);
  const continued = periods.find((period) => period.periodId === periodId);
  const { firstDay, lastDay, units } =
    continued === undefined ? { firstDay: null, lastDay: null, units: null } : proposeRenewal(continued, periods);
  return {
    firstDay: firstDay ?? "",
    lastDay: lastDay ?? "",
    units: units === null ? "" : String(units),
    authNumber: "",
    isGranted: false,
  };
}

function unitsOf(text: string): number | null {
  const plain = text.replaceAll(",", "").trim();
  if (plain === "") return null;
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

/** Everything that keeps a draft from being added, each beside its field. */
export function renewalDraftProblems(
  draft: RenewalDraft,
  content: LedgerContent,
  caseId: string,
): RenewalDraftProblems {
  const renewal = {
    firstDay: parseIsoDay(draft.firstDay),
    lastDay: parseIsoDay(draft.lastDay),
    units: unitsOf(draft.units),
  };
  const problems: RenewalDraftProblems = {};
  for (const { field, sentence } of renewalProblems(renewal, coveredPeriods(content, caseId))) {
    problems[field] ??= sentence;
  }
  return problems;
}

/**
 * Adds a draft without problems behind the case's other authorizations. Answers with what was done. Throws a
 * WorkbookProblem where nothing could be added.
 */
export async function addRenewal(
  workbook: Pick<ExcelWorkbook, "appendRows">,
  content: LedgerContent,
  work: { readonly caseId: string; readonly periodId: string; readonly draft: RenewalDraft },
  today: CalendarDate,
): Promise<string> {
  const { caseId, periodId, draft } = work;
  const { periods, lines } = renewalRows(content, caseId, {
    firstDay: parseIsoDay(draft.firstDay),
    lastDay: parseIsoDay(draft.lastDay),
    units: unitsOf(draft.units),
    authNumber: draft.authNumber.trim(),
    continues: periodId,
    isGranted: draft.isGranted,
    on: today,
  });
  await workbook.appendRows("AuthorizationPeriods", periods);
  if (lines.length === 0) return "Added on Authorizations.";
  const codes = lines.length === 1 ? "its code" : `its ${lines.length} codes`;
  try {
    await workbook.appendRows("ServiceLines", lines);
  } catch (error) {
    // Told as done whatever went wrong: pressed again, the authorization would stand there twice.
    return `Added on Authorizations, without ${codes} on Service lines: ${problemWords(error)}`;
  }
  return `Added on Authorizations, with ${codes} on Service lines: check the units there.`;
}
