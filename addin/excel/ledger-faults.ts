import type { LedgerTable } from "../../sca/ledger/ledger-table.ts";
import { LEDGER_TABLES } from "../../sca/ledger/ledger-tables.ts";
import { keyOf } from "../../sca/workbook/ledger-mark.ts";
import type { LedgerFault } from "./excel-workbook.ts";
import { tableNamed } from "./find-row.ts";
import { isLedgerTable } from "./read-ledger.ts";
import type { LedgerSheet, Survey, SurveyedTable } from "./survey.ts";
import { CALL_BYTES, WriteQueue } from "./write-queue.ts";

function has(headings: readonly string[], heading: string): boolean {
  return headings.some((known) => known.toLowerCase() === heading.toLowerCase());
}

/** The sheet of ours that a declared table belongs on. */
function sheetFor(survey: Survey, { sheet }: LedgerTable): LedgerSheet | undefined {
  const keys = [keyOf(sheet), keyOf(`SCA ${sheet}`)].map((key) => key.toLowerCase());
  return survey.ledger.find(({ key }) => keys.includes(key.toLowerCase()));
}

/** A table under a foreign name that has nearly all of a declared table's columns. */
function renamedTable(survey: Survey, declared: LedgerTable): SurveyedTable | null {
  const on = sheetFor(survey, declared);
  const found = on?.tables.find(({ name, headings }) => {
    const known = declared.columns.filter(({ heading }) => has(headings, heading)).length;
    return !isLedgerTable(name) && known >= declared.columns.length * 0.8;
  });
  return found ?? null;
}

function tableFault(survey: Survey, declared: LedgerTable): LedgerFault | null {
  const on = sheetFor(survey, declared);
  if (on === undefined) return null;
  const { name } = declared;
  const renamed = renamedTable(survey, declared);
  if (renamed === null) {
    return {
      ...{ kind: "table-missing", table: name, canRepair: false },
      sentence: `The sheet "${on.sheet.name}" has no table "${name}" any more. Structure the tracker again: the table is made anew; until then what needs it shows nothing.`,
    };
  }
  return {
    ...{ kind: "table-renamed", table: name, now: renamed.name, canRepair: true },
    sentence: `The table "${name}" on the sheet "${renamed.sheet}" is called "${renamed.name}" now. The ledger needs its old name; repairing gives it back.`,
  };
}

function columnFaults(table: SurveyedTable, declared: LedgerTable): readonly LedgerFault[] {
  const missing = declared.columns.filter(({ heading }) => !has(table.headings, heading));
  return missing.map(({ heading }): LedgerFault => {
    const place = declared.columns.findIndex((column) => column.heading === heading);
    const now = table.headings[place];
    const isFree = now !== undefined && !declared.columns.some((column) => has([column.heading], now));
    const where = `The table "${table.name}" on the sheet "${table.sheet}"`;
    if (isFree) {
      return {
        ...{ kind: "column-renamed", table: declared.name, heading, now, canRepair: true },
        sentence: `${where} has "${now}" where its column "${heading}" was. The ledger needs the old heading; repairing gives it back, with the cells as they are.`,
      };
    }
    return {
      ...{ kind: "column-missing", table: declared.name, heading, canRepair: true },
      sentence: `${where} has no column "${heading}" any more. Repairing adds it at the end, empty; the next run fills what the tracker says.`,
    };
  });
}

/**
 * Tables and columns of the ledger that people renamed or deleted. A table that gets its sheet with its first rows is not
 * missed before.
 */
export function faultsIn(survey: Survey): readonly LedgerFault[] {
  return LEDGER_TABLES.flatMap((declared): readonly LedgerFault[] => {
    const table = tableNamed(survey, declared.name);
    if (table !== null) return columnFaults(table, declared);
    const fault = tableFault(survey, declared);
    return fault === null ? [] : [fault];
  });
}

/** Gives tables and columns their names back, and lost columns a place. One request after the survey. */
export async function repairFaults(
  context: Excel.RequestContext,
  survey: Survey,
  faults: readonly LedgerFault[],
): Promise<void> {
  const queue = new WriteQueue(context);
  const { tables } = context.workbook;
  for (const { kind, table, heading, now, canRepair } of faults) {
    if (!canRepair) continue;
    await queue.room(CALL_BYTES * 2);
    if (kind === "table-renamed" && now !== undefined) {
      tables.getItem(now).name = table;
      continue;
    }
    const found = tableNamed(survey, table);
    if (found === null || heading === undefined) continue;
    const { columns } = tables.getItem(found.name);
    if (kind === "column-renamed" && now !== undefined) columns.getItem(now).name = heading;
    if (kind === "column-missing") columns.add(-1, undefined, heading);
  }
  await queue.send();
}
