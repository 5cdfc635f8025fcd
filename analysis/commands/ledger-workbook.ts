import { LEDGER_TABLES } from "../../sca/ledger/ledger-tables.ts";
import { type LedgerOptions, planLedger } from "../../sca/ledger/plan-ledger.ts";
import { AS_OF_SET } from "../../sca/ledger/settings.ts";
import type { MedicarePricing } from "../../sca/measures/price-line.ts";
import type { Understanding } from "../../sca/tracker/tracked-case.ts";
import type { CalendarDate } from "../../sca/values/calendar-date.ts";
import { sheetNameFrom } from "../../sca/workbook/sheet-name.ts";
import { recogniseFile } from "../files/reading/file-kind.ts";
import { addLedger } from "../files/writing/add-ledger.ts";
import { takenNames } from "../files/writing/ledger-marks.ts";
import { modernCopy } from "../files/writing/modern-copy.ts";
import { newLedger } from "../files/writing/new-ledger.ts";
import type { LedgerPlace, TrackerFile } from "./ledger-place.ts";

const HISTORY = { tables: LEDGER_TABLES.map(({ name }) => name) };

/**
 * The bytes of the workbook with its ledger: the tracker's sheets first, untouched, then ours. A new ledger counts from
 * each day that it is opened on, unless `keepDay` sets it to the as-of day for good, as for a sample. Lines are priced
 * by `medicare`.
 */
export function ledgerWorkbook(
  file: TrackerFile,
  place: LedgerPlace,
  understanding: Understanding,
  asOf: CalendarDate,
  { keepDay = false, medicare }: { readonly keepDay?: boolean; readonly medicare?: MedicarePricing | undefined } = {},
): Uint8Array {
  const [grid] = file.tracker.grids;
  const trackerSheet = grid?.sheet === null ? sheetNameFrom(file.tracker.file) : null;
  const options: LedgerOptions = {
    asOf,
    ...(medicare === undefined ? {} : { medicare }),
    ...previousOf(place, keepDay ? asOf : null),
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

/** What the plan goes on from: the earlier ledger, or for a new one its first settings. */
function previousOf(place: LedgerPlace, day: CalendarDate | null): Pick<LedgerOptions, "previous"> {
  if (place.previous !== null) return { previous: place.previous };
  return day === null ? {} : { previous: { tables: new Map(), named: new Map([[AS_OF_SET, { day }]]) } };
}
