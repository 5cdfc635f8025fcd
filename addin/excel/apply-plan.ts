import type { WorkbookPlan } from "../../sca/ledger/workbook-plan.ts";
import type { DateSystem } from "../../sca/values/calendar-date.ts";
import { isMark } from "../../sca/workbook/ledger-mark.ts";
import { applyCellFormulas, applyCellValues, applyLinks, type WriteSetting } from "./apply-cells.ts";
import { applyLayout, layOutNewSheet } from "./apply-layout.ts";
import { applyCellLooks } from "./apply-looks.ts";
import { applyConditions, applyValidations } from "./apply-rules.ts";
import {
  applyTableFormulas,
  applyTableFrame,
  applyTableValues,
  dropTables,
  filterAgain,
  type SeenRows,
} from "./apply-table.ts";
import { inWords } from "./excel-problem.ts";
import { rangeOf } from "./excel-range.ts";
import type { ExcelSession } from "./excel-session.ts";
import { type AppliedPlan, type Progress, WorkbookProblem } from "./excel-workbook.ts";
import { type KeptEdits, keepEdits, putBack } from "./keep-edits.ts";
import { type PreparedPlan, type PreparedSheet, preparePlan } from "./prepare-plan.ts";
import type { LedgerReading } from "./read-ledger.ts";
import { type AddedSheet, type RevertedRun, revertPlan } from "./revert-plan.ts";
import { type Before, looseAreas, takeBefore } from "./snapshot.ts";
import { surveyWorkbook } from "./survey.ts";
import { CALL_BYTES, refuseStopped, WriteQueue } from "./write-queue.ts";

/** A run that was written, with what it takes to bring back what stood there. */
export interface WrittenPlan {
  readonly applied: AppliedPlan;
  readonly plan: PreparedPlan;
  readonly before: Before;
  readonly added: readonly AddedSheet[];
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

/** What the workbook itself brings: the size of its letters, and whether it computes by itself. */
async function lookAtWorkbook(context: Excel.RequestContext): Promise<{ size: number; isManual: boolean }> {
  const { font } = context.workbook.worksheets.getFirst().getRange("XFD1048576").format;
  font.load("size");
  context.application.load("calculationMode");
  await context.sync();
  return { size: font.size ?? 11, isManual: context.application.calculationMode === "Manual" };
}

/** Computes the ledger's sheets and no others: the user has her reasons for a workbook that waits for F9. */
async function computeSheets(context: Excel.RequestContext, { sheets }: PreparedPlan): Promise<void> {
  for (const { name } of sheets) context.workbook.worksheets.getItem(name).calculate(true);
  await context.sync();
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

async function writeNames(
  context: Excel.RequestContext,
  wanted: PreparedPlan["names"],
  before: Before,
  queue: WriteQueue,
): Promise<void> {
  const { names } = context.workbook;
  for (const { name, refersTo, comment } of wanted) {
    await queue.room(CALL_BYTES + refersTo.length + comment.length);
    const stands = before.names.some((known) => known.name.toLowerCase() === name.toLowerCase());
    if (stands) names.getItem(name).formula = `=${refersTo}`;
    else names.add(name, `=${refersTo}`, comment);
  }
}

/**
 * Adds the sheets that are new, without names: what another pane adds meanwhile may take a name, but never be taken for
 * ours. They are in `added` once they are there.
 */
async function addSheets(
  context: Excel.RequestContext,
  { sheets }: PreparedPlan,
  added: AddedSheet[],
  queue: WriteQueue,
): Promise<void> {
  const fresh = sheets.filter(({ earlier }) => earlier === null);
  if (fresh.length === 0) return;
  await queue.room(CALL_BYTES * 2 * fresh.length);
  const made = fresh.map(({ name }) => ({ name, sheet: context.workbook.worksheets.add().load("id") }));
  await queue.send();
  added.push(...made.map(({ name, sheet }) => ({ id: sheet.id, name })));
}

async function writeAll(
  context: Excel.RequestContext,
  plan: PreparedPlan,
  before: Before,
  added: readonly AddedSheet[],
  setting: WriteSetting & Pick<RunSetting, "dateSystem" | "progress">,
  queue: WriteQueue,
): Promise<SeenRows[]> {
  const { worksheets } = context.workbook;
  const opened = plan.sheets.map((prepared) => {
    return { prepared, sheet: () => worksheets.getItem(prepared.name) };
  });
  for (const { id, name } of added) {
    await queue.room(CALL_BYTES);
    worksheets.getItem(id).name = name;
  }
  // The marks come first: a run that ends half-way leaves sheets that the next one knows as ours.
  const marks = plan.names.filter(({ name }) => isMark(name));
  await writeNames(context, marks, before, queue);
  for (const { prepared, sheet } of opened) {
    if (prepared.earlier === null) await layOutNewSheet(sheet(), prepared, queue);
  }
  const seen: SeenRows[] = [];
  const steps = plan.sheets.length * 2;
  for (const [at, { prepared, sheet }] of opened.entries()) {
    setting.progress(0.1 + (0.8 * at) / steps, `writing ${prepared.name}`);
    seen.push(...(await writeSheet(sheet(), prepared, setting, queue)));
  }
  for (const gone of plan.namesGone) {
    await queue.room(CALL_BYTES);
    context.workbook.names.getItem(gone).delete();
  }
  const others = plan.names.filter((name) => !marks.includes(name));
  await writeNames(context, others, before, queue);
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
    const kept = prepared.tables.flatMap(({ existing }) => existing ?? []);
    await filterAgain(target, kept, queue);
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
    const { size, isManual } = await lookAtWorkbook(context);
    refuseStopped(signal);
    const before = await takeBefore(context, fitted, survey.names);
    const kept: KeptEdits = keepEdits(fitted, before, run.readBefore);
    refuseStopped(signal);
    const { actualNames } = fitted;
    const setting = { dateSystem, actualNames, size, has: session.has, progress };
    const written = { ...fitted, sheets: kept.sheets };
    const added: AddedSheet[] = [];
    try {
      const queue = new WriteQueue(context, signal);
      await addSheets(context, written, added, queue);
      const seen = await writeAll(context, written, before, added, setting, queue);
      const late = await putBack(context, seen, before);
      if (isManual) await computeSheets(context, written);
      progress(1, "done");
      const sheets = fitted.sheets;
      return {
        applied: {
          sheetsAdded: sheets.filter(({ earlier }) => earlier === null).map(({ name }) => name),
          sheetsRenewed: sheets.filter(({ earlier }) => earlier !== null).map(({ name }) => name),
          leftAsEdited: [...new Set([...kept.places, ...late])],
        },
        ...{ plan: written, before, added },
      };
    } catch (error) {
      throw await takenBack(session, { plan: written, before, added }, error);
    }
  });
}

function wordsOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

/** Takes a run back that failed; gives what is to be told of it. */
async function takenBack(session: ExcelSession, run: RevertedRun, error: unknown): Promise<unknown> {
  const problem = inWords(error);
  try {
    const said = await session.finish((context) => revertPlan(context, run, session.has));
    if (said.length === 0 || !(problem instanceof WorkbookProblem)) return problem;
    return new WorkbookProblem(problem.code, [problem.message, ...said].join(" "), { cause: error });
  } catch (again) {
    const sheets = run.plan.sheets.map(({ name }) => name).join(", ");
    return new WorkbookProblem(
      "half-written",
      `${wordsOf(problem)} What was written until then could not be taken back (${wordsOf(again)}): the sheets ${sheets} may hold half of the ledger. Your own sheets are as they were. Write the ledger once more: that completes it.`,
      { cause: error },
    );
  }
}
