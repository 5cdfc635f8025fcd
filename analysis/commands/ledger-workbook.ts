import { LEDGER_TABLES } from "../../sca/ledger/ledger-tables.ts";
import { type LedgerOptions, planLedger } from "../../sca/ledger/plan-ledger.ts";
import type { Understanding } from "../../sca/tracker/tracked-case.ts";
import type { CalendarDate } from "../../sca/values/calendar-date.ts";
import { recogniseFile } from "../files/reading/file-kind.ts";
import { addLedger } from "../files/writing/add-ledger.ts";
import { takenNames } from "../files/writing/ledger-marks.ts";
import { modernCopy } from "../files/writing/modern-copy.ts";
import { newLedger } from "../files/writing/new-ledger.ts";
import { sheetNameFrom } from "../files/writing/sheet-name.ts";
import type { LedgerPlace, TrackerFile } from "./ledger-place.ts";

const HISTORY = { tables: LEDGER_TABLES.map(({ name }) => name) };

/** The bytes of the workbook with its ledger: the tracker's sheets first, untouched, then ours. */
export function ledgerWorkbook(
  file: TrackerFile,
  place: LedgerPlace,
  understanding: Understanding,
  asOf: CalendarDate,
): Uint8Array {
  const [grid] = file.tracker.grids;
  const trackerSheet = grid?.sheet === null ? sheetNameFrom(file.tracker.file) : null;
  const options: LedgerOptions = {
    asOf,
    ...(place.previous === null ? {} : { previous: place.previous }),
    ...(trackerSheet === null ? {} : { trackerSheet, takenNames: [trackerSheet] }),
  };
  const { kind } = recogniseFile(place.base);
  if (kind === "text" && grid !== undefined) {
    return newLedger({ name: file.tracker.file, grid }, planLedger(understanding, options));
  }
  const workbook = kind === "workbook" ? place.base : modernCopy(place.base);
  const { sheets, tables, names } = takenNames(workbook);
  const plan = planLedger(understanding, { ...options, takenNames: [...sheets, ...tables, ...names] });
  return addLedger(workbook, plan, HISTORY);
}
