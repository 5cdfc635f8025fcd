import type { WorkbookPlan } from "../../sca/ledger/workbook-plan.ts";
import type { DateSystem } from "../../sca/values/calendar-date.ts";
import { addTypedSheet } from "./add-sheet.ts";
import { appendToTable } from "./append-rows.ts";
import { applyPlan, type RunSetting, type WrittenPlan } from "./apply-plan.ts";
import { type ExcelRunner, ExcelSession } from "./excel-session.ts";
import type { MendableWorkbook } from "./excel-workbook.ts";
import { neededTable, tableNamed } from "./find-row.ts";
import { selectCell, selectedLedgerRow, selectRow } from "./go-to.ts";
import { planLaterTable } from "./later-tables.ts";
import { daysOfLedger } from "./ledger-days.ts";
import { faultsIn, repairFaults } from "./ledger-faults.ts";
import { limitsOf } from "./limits.ts";
import { listSheets } from "./list-sheets.ts";
import { writeCharts } from "./native-charts.ts";
import { readGrids } from "./read-grids.ts";
import { type LedgerReading, readLedgerTables } from "./read-ledger.ts";
import { revertPlan } from "./revert-plan.ts";
import { type Survey, surveyWorkbook, takenNamesOf } from "./survey.ts";
import { watchChanges } from "./watch-changes.ts";
import { writeLedgerCell } from "./write-cell.ts";
import { writeNamedCell } from "./write-setting.ts";

/** The workbook that Excel has open around the pane. Asked for once Office.js is ready inside Excel. */
export function openWorkbook(): MendableWorkbook {
  return officeWorkbook({
    run: (batch, isPatient = false) => Excel.run({ delayForCellEdit: isPatient }, batch),
    hasExcelApi: (version) => Office.context.requirements.isSetSupported("ExcelApi", version),
  });
}

/**
 * The open workbook through Office.js, as the pane needs it. It remembers what the pane has read, so that edits by people
 * since then stay, and the last plan that it wrote, so that this can be taken back.
 *
 * @example const workbook = officeWorkbook({ run: Excel.run, hasExcelApi }); await workbook.readTracker(["Log"], told)
 */
export function officeWorkbook(runner: ExcelRunner): MendableWorkbook {
  const session = new ExcelSession(runner);
  let dateSystem: DateSystem | null = null;
  let reading: LedgerReading | null = null;
  let last: WrittenPlan | null = null;

  /** The days that the workbook counts from: told by the tracker, else by the ledger; asked once. */
  const daysIn = async (context: Excel.RequestContext, survey: Survey): Promise<DateSystem> => {
    if (survey.ledger.length > 0) dateSystem ??= (await daysOfLedger(context, survey)) ?? "1900";
    return dateSystem ?? "1900";
  };
  const days = async (): Promise<DateSystem> => {
    return dateSystem ?? session.run(async (context) => daysIn(context, await surveyWorkbook(context)));
  };
  const write = async (plan: WorkbookPlan, run: Omit<RunSetting, "dateSystem">): Promise<WrittenPlan> => {
    return applyPlan(session, plan, { ...run, dateSystem: await days() });
  };
  const makeLaterTable = async (name: string): Promise<void> => {
    const plan = await session.run(async (context) => {
      const survey = await surveyWorkbook(context);
      return tableNamed(survey, name) === null ? planLaterTable(name, survey) : null;
    });
    if (plan === null) return;
    await write(plan, { isPartial: true, readBefore: null, progress: () => {}, signal: new AbortController().signal });
  };

  return {
    fileName: () =>
      session.run(async (context) => {
        context.workbook.load("name");
        await context.sync();
        return context.workbook.name;
      }),
    sheets: () => session.run(listSheets),
    readTracker: async (sheets, progress) => {
      const known = dateSystem ?? "1900";
      const read = await session.run((context) => readGrids(context, sheets, session.has, progress, known));
      dateSystem = read.dateSystem;
      return read.tracker;
    },
    readLedger: () =>
      session.run(async (context) => {
        const survey = await surveyWorkbook(context);
        reading = await readLedgerTables(context, survey, await daysIn(context, survey));
        return reading?.content ?? null;
      }),
    takenNames: () => session.run(async (context) => takenNamesOf(await surveyWorkbook(context))),
    applyPlan: async (plan, progress, signal) => {
      last = await write(plan, { isPartial: false, readBefore: reading, progress, signal });
      reading = null;
      return last.applied;
    },
    undoLastPlan: async () => {
      const written = last;
      if (written === null) return null;
      const said = await session.finish((context) => revertPlan(context, written, session.has));
      last = null;
      reading = null;
      return said;
    },
    goTo: (sheet, address) => session.run((context) => selectCell(context, sheet, address)),
    goToRow: (table, keyHeading, key) => session.run((context) => selectRow(context, table, keyHeading, key)),
    writeCell: async (cell, value, expected) => {
      const system = await days();
      await session.write((context) => writeLedgerCell(context, cell, value, expected, system));
    },
    appendRows: async (table, rows) => {
      await makeLaterTable(table);
      await session.write(async (context) => {
        const survey = await surveyWorkbook(context);
        await appendToTable(context, survey, neededTable(survey, table), rows, await daysIn(context, survey));
      });
    },
    writeSetting: async (name, value) => {
      const system = await days();
      await session.write((context) => writeNamedCell(context, name, value, system));
    },
    selectedRow: async () => {
      const system = await days();
      return session.run((context) => selectedLedgerRow(context, system));
    },
    recalculate: () =>
      session.run(async (context) => {
        context.application.calculate("Full");
        await context.sync();
      }),
    showCharts: (sheet, charts) => session.write((context) => writeCharts(context, sheet, charts)),
    onPersonChange: (listener) => watchChanges(session, listener),
    addSheet: (name, rows) => session.write((context) => addTypedSheet(context, name, rows)),
    findLedgerFaults: () => session.run(async (context) => faultsIn(await surveyWorkbook(context))),
    repairLedger: (faults) =>
      session.write(async (context) => repairFaults(context, await surveyWorkbook(context), faults)),
    limits: () => limitsOf(session.has),
  };
}
