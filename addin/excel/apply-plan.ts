import type { WorkbookPlan } from "../../sca/ledger/workbook-plan.ts";
import type { DateSystem } from "../../sca/values/calendar-date.ts";
import { applyCellFormulas, applyCellValues, applyLinks, type WriteSetting } from "./apply-cells.ts";
import { applyLayout } from "./apply-layout.ts";
import { applyCellLooks } from "./apply-looks.ts";
import { applyConditions, applyValidations } from "./apply-rules.ts";
import { applyTableFormulas, applyTableFrame, applyTableValues, dropTables, type SeenRows } from "./apply-table.ts";
import { rangeOf } from "./excel-range.ts";
import type { ExcelSession } from "./excel-session.ts";
import type { AppliedPlan, Progress } from "./excel-workbook.ts";
import { type KeptEdits, keepEdits, putBack } from "./keep-edits.ts";
import { type PreparedPlan, type PreparedSheet, preparePlan } from "./prepare-plan.ts";
import type { LedgerReading } from "./read-ledger.ts";
import { revertPlan } from "./revert-plan.ts";
import { type Before, looseAreas, takeBefore } from "./snapshot.ts";
import { surveyWorkbook } from "./survey.ts";
import { CALL_BYTES, refuseStopped, WriteQueue } from "./write-queue.ts";

/** A run that was written, with what it takes to bring back what stood there. */
export interface WrittenPlan {
  readonly applied: AppliedPlan;
  readonly plan: PreparedPlan;
  readonly before: Before;
}

/** What a run is given beside the plan. */
export interface RunSetting {
  /** True for a plan of some sheets only: what else the ledger has stays as it is. */
  readonly isPartial: boolean;
  readonly dateSystem: DateSystem;
  /** What the plan was made from: what people changed since stays. Null where nothing was read. */
  readonly readBefore: LedgerReading | null;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

async function letterSize(context: Excel.RequestContext): Promise<number> {
  const { font } = context.workbook.worksheets.getFirst().getRange("XFD1048576").format;
  font.load("size");
  await context.sync();
  return font.size ?? 11;
}

async function writeSheet(
  sheet: Excel.Worksheet,
  prepared: PreparedSheet,
  setting: WriteSetting,
  queue: WriteQueue,
): Promise<SeenRows[]> {
  const seen: SeenRows[] = [];
  await dropTables(sheet, prepared.dropped, queue);
  for (const area of looseAreas(prepared)) {
    await queue.room(CALL_BYTES);
    rangeOf(sheet, area).clear("All");
  }
  for (const table of prepared.tables) {
    await applyTableFrame(sheet, table, setting, queue);
    seen.push(...(await applyTableValues(sheet, table, setting, queue)));
  }
  await applyCellLooks(sheet, prepared.plan, setting.size, queue);
  await applyCellValues(sheet, prepared.plan, setting, queue);
  return seen;
}

async function writeNames(context: Excel.RequestContext, plan: PreparedPlan, before: Before, queue: WriteQueue) {
  const { names } = context.workbook;
  for (const gone of plan.namesGone) {
    await queue.room(CALL_BYTES);
    names.getItem(gone).delete();
  }
  for (const { name, refersTo, comment } of plan.names) {
    await queue.room(CALL_BYTES + refersTo.length + comment.length);
    const stands = before.names.some((known) => known.name.toLowerCase() === name.toLowerCase());
    if (stands) names.getItem(name).formula = `=${refersTo}`;
    else names.add(name, `=${refersTo}`, comment);
  }
}

async function writeAll(
  context: Excel.RequestContext,
  plan: PreparedPlan,
  before: Before,
  setting: WriteSetting & Pick<RunSetting, "dateSystem" | "progress">,
  queue: WriteQueue,
): Promise<SeenRows[]> {
  const { worksheets } = context.workbook;
  const opened = plan.sheets.map((prepared) => {
    return { prepared, sheet: () => worksheets.getItem(prepared.name) };
  });
  for (const { name, earlier } of plan.sheets) {
    await queue.room(CALL_BYTES);
    if (earlier === null) worksheets.add(name);
  }
  const seen: SeenRows[] = [];
  const steps = plan.sheets.length * 2;
  for (const [at, { prepared, sheet }] of opened.entries()) {
    setting.progress(0.1 + (0.8 * at) / steps, `writing ${prepared.name}`);
    seen.push(...(await writeSheet(sheet(), prepared, setting, queue)));
  }
  await writeNames(context, plan, before, queue);
  const rules = { ...setting, nameWords: (words: readonly string[]) => plan.lists.nameOf(words) };
  for (const [at, { prepared, sheet }] of opened.entries()) {
    setting.progress(0.5 + (0.8 * at) / steps, `formulas of ${prepared.name}`);
    const target = sheet();
    for (const table of prepared.tables) {
      await applyTableFormulas(target, table, setting, queue);
      await applyValidations(target, table, rules, queue);
      await applyConditions(target, table, rules, queue);
    }
    await applyLinks(target, prepared.plan, setting, queue);
    await applyCellFormulas(target, prepared.plan, setting, queue);
    await applyLayout(target, prepared, queue);
  }
  await queue.send();
  return seen;
}

/**
 * Writes a plan beside the user's sheets, or renews the sheets of an earlier run in place. The number of requests grows
 * with the size of what is written alone. Whatever goes wrong or is given up half-way, the workbook is brought back to how
 * it was; then the WorkbookProblem is thrown.
 */
export async function applyPlan(session: ExcelSession, plan: WorkbookPlan, run: RunSetting): Promise<WrittenPlan> {
  const { dateSystem, progress, signal } = run;
  return session.write(async (context) => {
    progress(0, "looking over the workbook");
    const survey = await surveyWorkbook(context);
    const fitted = preparePlan(plan, survey, dateSystem, run.isPartial);
    const size = await letterSize(context);
    refuseStopped(signal);
    const before = await takeBefore(context, fitted, survey.names);
    const kept: KeptEdits = keepEdits(fitted, before, run.readBefore);
    refuseStopped(signal);
    const { actualNames } = fitted;
    const setting = { dateSystem, actualNames, size, has: session.has, progress };
    const written = { ...fitted, sheets: kept.sheets };
    try {
      const queue = new WriteQueue(context, signal);
      const seen = await writeAll(context, written, before, setting, queue);
      const late = await putBack(context, seen, before);
      progress(1, "done");
      const sheets = fitted.sheets;
      return {
        applied: {
          sheetsAdded: sheets.filter(({ earlier }) => earlier === null).map(({ name }) => name),
          sheetsRenewed: sheets.filter(({ earlier }) => earlier !== null).map(({ name }) => name),
          leftAsEdited: [...new Set([...kept.places, ...late])],
        },
        plan: written,
        before,
      };
    } catch (error) {
      await session.write((fresh) => revertPlan(fresh, written, before, session.has));
      throw error;
    }
  });
}
