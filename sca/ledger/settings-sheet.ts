import { type CalendarDate, calendarDate } from "../values/calendar-date.ts";
import { usFederalHolidays } from "../values/federal-holidays.ts";
import type { FormulaSettings } from "./ledger-index.ts";
import { dayIn, isBlank, type LedgerRow, numberIn } from "./ledger-row.ts";
import { isYes } from "./pricing-settings.ts";
import { NAME_PREFIX, namedValue, type ReadTable } from "./read-ledger.ts";
import {
  AS_OF,
  AS_OF_SET,
  COUNT_OWN,
  DUE_NOTICE,
  ESCALATE_AFTER,
  LAPSE_ALERT,
  REAUTH_LEAD,
  RENEWAL_OVERLAP,
  SETTING_GROUPS,
  SETTINGS,
  type Setting,
} from "./settings.ts";
import type { WorkbookNames } from "./workbook-names.ts";
import type { LedgerContent, NamedCell, PlacedCell, PlanValue } from "./workbook-plan.ts";

const FIRST_HOLIDAY_YEAR = 2024;
const LAST_HOLIDAY_YEAR = 2028;
/** Business days further away than this are a slip of the hand. */
const MOST_DAYS = 1000;

/** The settings' values: the user's of the earlier ledger first, then the defaults. */
export function settingValues(previous: LedgerContent | undefined): Map<string, PlanValue> {
  return new Map(SETTINGS.map((setting) => [setting.name, settingValue(setting, previous)]));
}

function settingValue(setting: Setting, previous: LedgerContent | undefined): PlanValue {
  const kept = namedValue(previous, setting.name);
  if (setting.look === "inputDate") return asDayValue(kept);
  if (typeof setting.value !== "number") return kept ?? (isKnown(setting, previous) ? null : setting.value);
  return typeof kept === "number" && kept >= 0 && kept <= MOST_DAYS ? kept : setting.value;
}

function isKnown(setting: Setting, previous: LedgerContent | undefined): boolean {
  const named = previous?.named;
  return named !== undefined && (named.has(setting.name) || named.has(`${NAME_PREFIX}${setting.name}`));
}

function asDayValue(value: PlanValue): PlanValue {
  const day = dayIn(new Map([["day", value]]), "day");
  return day === null ? null : { day };
}

/** What the formulas see: the as-of day typed on Settings comes before the day of the run. */
export function formulaSettings(
  values: ReadonlyMap<string, PlanValue>,
  holidays: readonly LedgerRow[],
  asOf: CalendarDate,
): FormulaSettings {
  const settings: LedgerRow = new Map(values);
  const days = (name: string): number => numberIn(settings, name) ?? 0;
  return {
    asOf: dayIn(settings, AS_OF_SET) ?? asOf,
    reauthLead: days(REAUTH_LEAD),
    dueNotice: days(DUE_NOTICE),
    renewalOverlap: days(RENEWAL_OVERLAP),
    escalateAfter: days(ESCALATE_AFTER),
    lapseAlert: days(LAPSE_ALERT),
    countOwnBenchmarks: isYes(values, COUNT_OWN),
    holidays: new Set(holidays.map((row) => dayIn(row, "Day")).filter((day) => day !== null)),
  };
}

/** The holidays of the earlier ledger as the user left them, or the federal ones of 2024 to 2028. */
export function holidayRows(previous: ReadTable | null): LedgerRow[] {
  if (previous !== null) return previous.rows.filter((row) => !isBlank(row.get("Day")) || !isBlank(row.get("Holiday")));
  const first = calendarDate(FIRST_HOLIDAY_YEAR, 1, 1);
  const rows: LedgerRow[] = [];
  for (let year = FIRST_HOLIDAY_YEAR; year <= LAST_HOLIDAY_YEAR; year += 1) {
    for (const { day, name } of usFederalHolidays(year)) {
      if (first !== null && day >= first) {
        rows.push(
          new Map<string, PlanValue>([
            ["Day", { day }],
            ["Holiday", name],
          ]),
        );
      }
    }
  }
  return rows;
}

/** Column of the Settings sheet where the Holidays table starts. */
export const HOLIDAYS_COLUMN = 5;

/** The cells of the Settings sheet and the names by which formulas call them. */
export function settingsCells(
  values: ReadonlyMap<string, PlanValue>,
  asOf: CalendarDate,
  names: WorkbookNames,
  remarks: ReadonlyMap<string, string> = new Map(),
): { cells: PlacedCell[]; named: NamedCell[] } {
  const sheet = names.sheet("Settings");
  const cells: PlacedCell[] = [
    { row: 1, column: 1, value: "Settings", look: "title" },
    {
      row: 2,
      column: 1,
      value: "Formulas of the ledger read the cells of column B. What you set here stays.",
      look: "subtitle",
    },
    { row: 1, column: HOLIDAYS_COLUMN, value: "Holidays", look: "heading" },
  ];
  const named: NamedCell[] = [];
  let row = 4;
  for (const group of SETTING_GROUPS) {
    cells.push({ row, column: 1, value: group.title, look: "heading" });
    row += 1;
    for (const setting of group.settings) {
      cells.push(
        { row, column: 1, value: setting.label, look: "wrapped" },
        { row, column: 2, value: values.get(setting.name) ?? null, look: setting.look },
        { row, column: 3, value: [remarks.get(setting.name), setting.hint].filter(Boolean).join(" "), look: "muted" },
      );
      named.push({ name: names.name(setting.name), sheet, row, column: 2 });
      row += 1;
      if (setting.name !== AS_OF_SET) continue;
      const set = names.name(AS_OF_SET);
      cells.push(
        { row, column: 1, value: "The ledger counts as of", look: "text" },
        {
          row,
          column: 2,
          value: { formula: `IF(ISNUMBER(${set}),${set},TODAY())`, result: { day: asOf } },
          look: "date",
        },
        {
          row,
          column: 3,
          value: "A formula: today, unless a day is typed above. Every countdown reads this cell.",
          look: "muted",
        },
      );
      named.push({ name: names.name(AS_OF), sheet, row, column: 2 });
      row += 1;
    }
    row += 1;
  }
  return { cells, named };
}
