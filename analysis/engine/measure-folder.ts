import type { DuckDBConnection } from "@duckdb/node-api";
import { accessRecords } from "../../sca/ledger/access-records.ts";
import { noteStrangers } from "../../sca/ledger/claim-rows.ts";
import { tellSettings } from "../../sca/ledger/ledger-gaps.ts";
import type { LedgerRecords } from "../../sca/ledger/ledger-records.ts";
import { dayIn, type LedgerRow, numberIn } from "../../sca/ledger/ledger-row.ts";
import { type LeftOut, LeftOutList } from "../../sca/ledger/left-out.ts";
import { readableRows } from "../../sca/ledger/readable-rows.ts";
import { AS_OF_SET, HIGHER_DAY_RATE, REVENUE_BASELINE } from "../../sca/ledger/settings.ts";
import { formulaSettings, holidayRows, settingValues } from "../../sca/ledger/settings-sheet.ts";
import type { LedgerMeasures, MeasureTerms } from "../../sca/measures/ledger-measures.ts";
import type { MeasuredGroup } from "../../sca/measures/measures-by.ts";
import { byName } from "../../sca/measures/payer-record.ts";
import type { CalendarDate } from "../../sca/values/calendar-date.ts";
import { UserProblem } from "../user-problem.ts";
import { countPart, partsOf, runQueries, writeSmallTables } from "./count-part.ts";
import { inDatabase } from "./duckdb-database.ts";
import { isShortOfMemory, openFolder } from "./folder-tables.ts";
import { mergedLeftOut } from "./left-out-cells.ts";
import { MEASURE_QUERIES, type QueryTerms } from "./measure-queries.ts";
import { measuresOfSums, SUM_QUERIES, type Sums, type SumsByQuery } from "./measures-of-sums.ts";
import { reachesAcross, sameLinesAcross } from "./parts-together.ts";

/** What a folder of tables shows, of all requests and of each payer. */
export interface MeasuredFolder extends Pick<LedgerRecords, "asOf" | "terms" | "access" | "leftOut"> {
  readonly all: LedgerMeasures;
  readonly groups: readonly MeasuredGroup<LedgerMeasures>[];
}

/**
 * Measures a folder with a ledger's tables, as .csv or .parquet, in a database that lives in memory: the same figures as
 * `ledgerRecords` with `measuresBy` give, for tables of millions of rows. A day that is given comes before the one on
 * Settings, and that before today. Throws a UserProblem where there is no ledger, or memory runs short.
 *
 * @example (await measureFolder("export", days, () => undefined)).all.approval.rate
 */
export async function measureFolder(
  folder: string,
  days: { readonly given: CalendarDate | null; readonly today: CalendarDate },
  progress: (share: number, what: string) => void,
  bytesOfPart?: number,
): Promise<MeasuredFolder> {
  try {
    const inParts = await inDatabase((connection) => measured(connection, folder, days, progress, bytesOfPart));
    return (
      inParts ??
      (await inDatabase((connection) => measured(connection, folder, days, progress, Infinity))) ??
      impossible()
    );
  } catch (error) {
    if (!isShortOfMemory(error)) throw error;
    throw new UserProblem(
      "too-large",
      `${folder}: the tables need more memory than this machine can give (half of it is used at most). Close other programs, or count a part of the ledger, such as a few years, in a folder of its own. Nothing was counted.`,
    );
  }
}

function impossible(): never {
  throw new Error("a ledger of one part reaches across parts");
}

/** Null where the ledger has to be counted as a whole, and was to be counted in parts. */
async function measured(
  connection: DuckDBConnection,
  folder: string,
  days: { readonly given: CalendarDate | null; readonly today: CalendarDate },
  progress: (share: number, what: string) => void,
  bytesOfPart: number | undefined,
): Promise<MeasuredFolder | null> {
  const cells = new LeftOutList();
  const tables = await openFolder(connection, folder, cells);
  const { content, read } = tables;
  const values = settingValues(content);
  const asOf = days.given ?? dayIn(new Map(values), AS_OF_SET) ?? days.today;
  tellSettings(content, values, cells);
  const settings = formulaSettings(values, holidayRows(read.get("Holidays") ?? null), asOf);
  const numbers: LedgerRow = new Map(values);
  const higher = numberIn(numbers, HIGHER_DAY_RATE);
  const terms: QueryTerms = {
    asOf,
    countOwn: settings.countOwnBenchmarks,
    baselinePercent: numberIn(numbers, REVENUE_BASELINE) ?? 0,
    higherDayRate: higher !== null && higher > 0 ? higher : null,
  };
  const attempts = new LeftOutList();
  const tried = readableRows("AccessAttempts", read.get("AccessAttempts"), attempts);
  await writeSmallTables(connection, settings.holidays, read.get("MedicareRates")?.rows ?? [], tried);
  const of = await partsOf(tables.files, bytesOfPart);
  const left: LeftOut[] = [];
  for (let at = 0; at < of; at++) {
    progress(at / of, of === 1 ? "reading the tables" : `part ${at + 1} of ${of}`);
    left.push(...(await countPart(connection, tables, { at, of }, terms, cells)));
  }
  if (of > 1) {
    if (await reachesAcross(connection)) return null;
    left.push(...(await sameLinesAcross(connection, tables.sources.get("ServiceLines"), of)));
  }
  const plans = await connection.runAndReadAll("SELECT case_id, plan_funding FROM tried_cases");
  const cases = plans.getRows().map(
    ([id, funding]): LedgerRow =>
      new Map([
        ["Case id", String(id)],
        ["Plan funding", funding === null ? null : String(funding)],
      ]),
  );
  const access = accessRecords({ tried, cases, values, holidays: settings.holidays, asOf }, attempts);
  noteStrangers(tried, "AccessAttempts", cases, attempts);
  progress(0.95, "putting the parts together");
  await runQueries(connection, MEASURE_QUERIES, terms);
  const sums = await readSums(connection);
  const measureTerms: MeasureTerms = {
    basis: typeof sums.get("all")?.claim_sums["received"] === "number" ? "received" : "expected",
    baselinePercent: terms.baselinePercent,
    higherDayRate: terms.higherDayRate,
  };
  const payers = await payerNames(connection);
  return {
    asOf,
    terms: measureTerms,
    access,
    leftOut: mergedLeftOut([...cells.all(), ...left, ...attempts.all()]),
    all: measuresOfSums(sums.get("all") ?? NOTHING, measureTerms),
    groups: [...payers]
      .map(([scope, key]) => ({ key, value: measuresOfSums(sums.get(scope) ?? NOTHING, measureTerms) }))
      .sort((one, other) => byName(one.key, other.key)),
  };
}

const NOTHING = Object.fromEntries(SUM_QUERIES.map((name) => [name, {}])) as unknown as SumsByQuery;

async function readSums(connection: DuckDBConnection): Promise<ReadonlyMap<string, SumsByQuery>> {
  const scopes = new Map<string, Record<string, Sums>>();
  for (const name of SUM_QUERIES) {
    for (const row of (await connection.runAndReadAll(`SELECT * FROM ${name}`)).getRowObjects()) {
      const scope = String(row["scope_key"]);
      const sums = scopes.get(scope) ?? { ...NOTHING };
      sums[name] = Object.fromEntries(
        Object.entries(row).map(([column, value]) => [
          column,
          value === null || typeof value === "string" ? null : Number(value),
        ]),
      );
      scopes.set(scope, sums);
    }
  }
  return scopes as unknown as ReadonlyMap<string, SumsByQuery>;
}

async function payerNames(connection: DuckDBConnection): Promise<Map<string, string | null>> {
  const rows = await connection.runAndReadAll("SELECT scope_key, payer FROM approval_counts WHERE scope_key <> 'all'");
  return new Map(rows.getRows().map(([scope, payer]) => [String(scope), payer === null ? null : String(payer)]));
}
