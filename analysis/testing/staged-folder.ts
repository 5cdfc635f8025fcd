import type { DuckDBConnection } from "@duckdb/node-api";
import { dayIn } from "../../sca/ledger/ledger-row.ts";
import { LeftOutList } from "../../sca/ledger/left-out.ts";
import { holidayRows } from "../../sca/ledger/settings-sheet.ts";
import type { CalendarDate } from "../../sca/values/calendar-date.ts";
import { stagePart, writeSmallTables } from "../engine/count-part.ts";
import { inDatabase } from "../engine/duckdb-database.ts";
import { openFolder } from "../engine/folder-tables.ts";

/** For tests: work on the tables of a folder as the queries of analysis/sql find them. */
export function withStagedFolder<Result>(
  folder: string,
  asOf: CalendarDate,
  work: (connection: DuckDBConnection) => Promise<Result>,
): Promise<Result> {
  return inDatabase(async (connection) => {
    const tables = await openFolder(connection, folder, new LeftOutList());
    const days = holidayRows(tables.read.get("Holidays") ?? null).map((row) => dayIn(row, "Day"));
    const holidays = new Set(days.filter((day) => day !== null));
    await writeSmallTables(connection, holidays, tables.read.get("MedicareRates")?.rows ?? [], []);
    await stagePart(connection, tables, { at: 0, of: 1 }, asOf, new LeftOutList());
    return work(connection);
  });
}
