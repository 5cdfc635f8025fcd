import { type MedicarePricing, priceLines } from "../measures/price-line.ts";
import type { Question, Understanding } from "../tracker/tracked-case.ts";
import type { CalendarDate } from "../values/calendar-date.ts";
import { fillCalculatedColumns } from "./calculated-columns.ts";
import { withCaseIds } from "./case-ids.ts";
import { caseRow, periodRows, type TrackedRow } from "./case-rows.ts";
import { type ImportRecord, importedRows, importRecords } from "./import-record.ts";
import type { LedgerRows } from "./ledger-index.ts";
import type { LedgerRow } from "./ledger-row.ts";
import type { LedgerTable } from "./ledger-table.ts";
import { LEDGER_TABLES, MERGED_TABLES } from "./ledger-tables.ts";
import { lineRows } from "./line-rows.ts";
import { dictionaryRows, headingRows, leftOutRows, payerRows } from "./listed-rows.ts";
import { type Decision, decisionFrom, type MergeCounts, mergeTable } from "./merge-ledger.ts";
import { negotiationRows } from "./negotiation-rows.ts";
import { numberedRecords, periodNumbers } from "./period-numbers.ts";
import { priceRows } from "./price-rows.ts";
import { pricingRemarks, pricingTerms } from "./pricing-settings.ts";
import { rateRows } from "./rate-rows.ts";
import { answersFrom, readTable } from "./read-ledger.ts";
import { reviewRows } from "./review-rows.ts";
import { runRows } from "./run-log.ts";
import { formulaSettings, HOLIDAYS_COLUMN, holidayRows, settingsCells, settingValues } from "./settings-sheet.ts";
import { startCells } from "./start-sheet.ts";
import { tablePlan } from "./table-plan.ts";
import { DICTIONARY_TABLE } from "./tables/dictionary-table.ts";
import { LATER_TABLES } from "./tables/later-tables.ts";
import { OFFERS_TABLE } from "./tables/offers-table.ts";
import { PAYER_PRICES_TABLE } from "./tables/payer-prices-table.ts";
import { workbookNames } from "./workbook-names.ts";
import type { LedgerContent, SheetPlan, TablePlan, WorkbookPlan } from "./workbook-plan.ts";

export interface LedgerOptions {
  /** The day that countdowns are computed for; the workbook itself counts from today unless Settings says otherwise. */
  readonly asOf: CalendarDate;
  /** What the workbook holds of an earlier ledger. */
  readonly previous?: LedgerContent;
  /** Names of the user's sheets, tables and named cells. */
  readonly takenNames?: Iterable<string>;
  /** What answers for Medicare; without it every line says that no fee schedule is loaded. */
  readonly medicare?: MedicarePricing;
  /** The sheet on which a text file's rows stand in the workbook. */
  readonly trackerSheet?: string;
}

/**
 * The ledger for a tracker, as a plan of the sheets to add or renew. With an earlier ledger its case ids stay, what the
 * user typed stays, and what only the tracker changed is brought up to date; planning from its own output changes nothing.
 * The same understanding, options and earlier ledger always give the same plan.
 *
 * @example planLedger(understanding, { asOf: "2026-03-02" }) plans Start, Review, Cases, Authorizations, Service lines,
 * Payers, Settings, Tracker map and Imported
 */
export function planLedger(understanding: Understanding, options: LedgerOptions): WorkbookPlan {
  const { previous } = options;
  const trackerSheet = options.trackerSheet ?? "";
  const names = workbookNames(options.takenNames ?? [], previous);
  const known = withCaseIds(understanding, previous);
  const imported = previous === undefined ? new Map<string, ImportRecord>() : importRecords(previous);
  const merged = mergeAll(known, imported, previous, trackerSheet);

  const values = settingValues(previous);
  const holidays = holidayRows(previous === undefined ? null : readTable(previous, "Holidays"));
  const settings = formulaSettings(values, holidays, options.asOf);
  const before = (name: string): LedgerRow[] =>
    (previous === undefined ? null : readTable(previous, name))?.rows.map((row) => new Map(row)) ?? [];
  const own = {
    cases: merged.rows.get("Cases") ?? [],
    periods: merged.rows.get("AuthorizationPeriods") ?? [],
    lines: merged.rows.get("ServiceLines") ?? [],
  };
  const priced = priceRows(own, priceLines(options.medicare, pricingTerms(values)));
  const rates = rateRows(priced.rates, before("MedicareRates"), imported);
  const rows: LedgerRows = {
    ...own,
    rates: rates.rows,
    payers: payerRows(merged.rows.get("Cases") ?? [], before("Payers")),
    review: reviewRows(
      [...merged.conflicts, ...known.questions],
      known.cases,
      previous === undefined ? null : readTable(previous, "Review"),
      trackerSheet,
    ),
    claims: before("Claims"),
  };
  fillCalculatedColumns(rows, settings);
  const { prices, offers } = negotiationRows(rows, values, settings, before);

  const byTable = new Map<string, readonly LedgerRow[]>([
    ["Review", rows.review],
    ["Cases", rows.cases],
    ["AuthorizationPeriods", rows.periods],
    ["ServiceLines", rows.lines],
    ["Payers", rows.payers],
    ["MedicareRates", rows.rates],
    ["Claims", rows.claims],
    ["PayerPrices", prices],
    ["Offers", offers],
    ["Holidays", holidays],
    ["TrackerHeadings", headingRows(known, trackerSheet)],
    ["RowsLeftAlone", leftOutRows(known, trackerSheet)],
    ["Imported", importedRows([...merged.imports, ...rates.imports])],
    ["Runs", runRows(before("Runs"), known.file, merged.counts, rows, settings.asOf)],
  ]);
  for (const table of LATER_TABLES) if (!byTable.has(table.name)) byTable.set(table.name, before(table.name));
  const isThere = ({ name }: LedgerTable): boolean =>
    (byTable.get(name) ?? []).length > 0 || (previous !== undefined && readTable(previous, name) !== null);
  const isNegotiating = NEGOTIATION_TABLES.some(isThere);
  const tables = LEDGER_TABLES.filter(
    (table) => !LATER_TABLES.includes(table) || isThere(table) || (isNegotiating && NEGOTIATION_TABLES.includes(table)),
  );
  byTable.set(DICTIONARY_TABLE.name, dictionaryRows(tables));

  const start = startCells({
    file: known.file,
    asOf: settings.asOf,
    lapseAlert: settings.lapseAlert,
    rows,
    notCases: known.notCases,
    noBenchmark: priced.reasons,
    tables,
    names,
  });
  const settingsPlan = settingsCells(
    values,
    settings.asOf,
    names,
    pricingRemarks(values, options.medicare, settings.asOf),
  );
  const sheets = sheetNames(tables).map((sheet): SheetPlan => {
    const placed = sheet === "Start" ? start.cells : sheet === "Settings" ? settingsPlan.cells : [];
    let column = sheet === "Settings" ? HOLIDAYS_COLUMN : 1;
    const row = sheet === "Start" ? start.nextRow : sheet === "Settings" ? 2 : 1;
    const plans = tables
      .filter((table) => table.sheet === sheet)
      .map((table): TablePlan => {
        const plan = tablePlan(table, byTable.get(table.name) ?? [], { row, column }, previous, names);
        column += plan.columns.length + 1;
        return plan;
      });
    return {
      name: names.sheet(sheet),
      ...(TAB_COLOURS[sheet] === undefined ? {} : { tabColour: TAB_COLOURS[sheet] }),
      cells: placed,
      tables: plans,
      ...(sheet === "Settings" ? { widths: SETTINGS_WIDTHS } : {}),
      ...(FROZEN_COLUMNS[sheet] === undefined ? {} : { freeze: { row: 2, column: FROZEN_COLUMNS[sheet] } }),
      landscape: true,
    };
  });
  return { sheets, names: settingsPlan.named };
}

/** They open together: an offer is made beside what the payer agreed to before, so she can start one herself. */
const NEGOTIATION_TABLES: readonly LedgerTable[] = [PAYER_PRICES_TABLE, OFFERS_TABLE];

const TAB_COLOURS: Readonly<Record<string, string>> = {
  Start: "1F4E79",
  Review: "C00000",
  Cases: "1F4E79",
  Authorizations: "1F4E79",
  "Service lines": "1F4E79",
  Payers: "1F4E79",
  "Payer prices": "1F4E79",
  Offers: "1F4E79",
  "Medicare rates": "7F7F7F",
  Settings: "7F7F7F",
  "Tracker map": "7F7F7F",
  Imported: "7F7F7F",
};
const SETTINGS_WIDTHS: ReadonlyMap<number, number> = new Map([
  [1, 58],
  [2, 16],
  [3, 90],
  [4, 3],
]);
/** The first column that scrolls: what says whose row it is stays in view. */
const FROZEN_COLUMNS: Readonly<Record<string, number>> = {
  Review: 3,
  Cases: 3,
  Authorizations: 3,
  "Service lines": 4,
  Payers: 2,
  "Payer prices": 3,
  Offers: 2,
  "Medicare rates": 2,
  "Tracker map": 1,
  Imported: 2,
};
const SHEET_ORDER = ["Start", "Review", "Cases", "Authorizations", "Service lines", "Payers"];
const LAST_SHEETS = ["Settings", "Tracker map", "Imported"];

function sheetNames(tables: readonly LedgerTable[]): string[] {
  const present = [...new Set(tables.map((table) => table.sheet))];
  const between = present.filter((sheet) => !SHEET_ORDER.includes(sheet) && !LAST_SHEETS.includes(sheet));
  return [...SHEET_ORDER, ...between, ...LAST_SHEETS].filter((sheet) => present.includes(sheet));
}

interface MergedLedger {
  readonly rows: Map<string, LedgerRow[]>;
  readonly imports: ImportRecord[];
  readonly conflicts: Question[];
  readonly counts: ReadonlyMap<string, MergeCounts>;
}

function mergeAll(
  known: Understanding,
  imported: ReadonlyMap<string, ImportRecord>,
  previous: LedgerContent | undefined,
  trackerSheet: string,
): MergedLedger {
  const planned = new Map<string, TrackedRow[]>(MERGED_TABLES.map(({ table }) => [table.name, []]));
  const numbered = numberedRecords(imported.values());
  for (const entry of known.cases) {
    const numbers = periodNumbers(entry, numbered);
    planned.get("Cases")?.push(caseRow(entry, trackerSheet));
    planned.get("AuthorizationPeriods")?.push(...periodRows(entry, numbers, trackerSheet));
    planned.get("ServiceLines")?.push(...lineRows(entry, numbers, trackerSheet));
  }
  const livingCases = new Set(known.cases.map((entry) => entry.id));
  const decisions = decisionsFrom(previous);
  const ledger: MergedLedger = { rows: new Map(), imports: [], conflicts: [], counts: new Map() };
  const counts = new Map<string, MergeCounts>();
  for (const { table, key } of MERGED_TABLES) {
    const merged = mergeTable({
      table,
      key,
      planned: planned.get(table.name) ?? [],
      previous: previous === undefined ? null : readTable(previous, table.name),
      imported,
      decisions,
      livingCases,
    });
    ledger.rows.set(table.name, merged.rows);
    ledger.imports.push(...merged.imports);
    ledger.conflicts.push(...merged.conflicts);
    counts.set(table.name, merged.counts);
  }
  return { ...ledger, counts };
}

/** Answers to questions about values that both sides changed, as long as they were not applied yet. */
function decisionsFrom(previous: LedgerContent | undefined): Map<string, Decision> {
  const decisions = new Map<string, Decision>();
  for (const { question, answer } of previous === undefined ? [] : answersFrom(previous)) {
    const decision = question.startsWith("ledger:") ? decisionFrom(answer) : null;
    if (decision !== null) decisions.set(question, decision);
  }
  return decisions;
}
