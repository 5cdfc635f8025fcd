import type { BenchmarkAmount } from "../medicare/benchmark.ts";
import type { ImportRecord } from "./import-record.ts";
import { imprintOf, imprintRow } from "./imprint.ts";
import { isBlank, type LedgerRow, numberIn, textIn } from "./ledger-row.ts";
import { AMOUNT_PARTS, MEDICARE_RATES_TABLE } from "./tables/medicare-rates-table.ts";
import type { PlanValue } from "./workbook-plan.ts";

/** An amount that lines are compared with, and what is to be known about it. */
export interface UsedRate {
  readonly amount: BenchmarkAmount;
  readonly notes: ReadonlySet<string>;
}

const SETTING_WORDS = { nonFacility: "Office", facility: "Facility" } as const;
const FLOOR_WORDS = { with: "With", without: "Without", none: "None" } as const;

/**
 * What a line calls the amount that it is compared with: everything by which two amounts of a code can differ.
 *
 * @example "99213 | 2025D | 10112-00 | office | 32.3465"
 */
export function benchmarkKey(amount: BenchmarkAmount): string {
  const code = amount.modifier === "" ? amount.code : `${amount.code}-${amount.modifier}`;
  const factor = (amount.conversionFactor / 10_000).toFixed(4);
  const parts = [code, amount.release, amount.locality, SETTING_WORDS[amount.setting].toLowerCase(), factor];
  return [...parts, ...(amount.workFloor === "without" ? ["no work floor"] : [])].join(" | ");
}

/** Dollars of a row of MedicareRates: as stated, else as CMS's formula gives them, rounded once; null where neither is there. */
export function amountOfRate(row: LedgerRow): number | null {
  if (isBlank(row.get("Benchmark"))) return null;
  const stated = numberIn(row, "Stated amount");
  if (stated !== null) return stated;
  const parts = AMOUNT_PARTS.map((heading) => numberIn(row, heading));
  if (parts.some((part) => part === null)) return null;
  const [work, workIndex, pe, peIndex, mp, mpIndex, factor] = parts.map((part) =>
    BigInt(Math.round((part ?? 0) * UNIT)),
  );
  const sum = (work ?? 0n) * (workIndex ?? 0n) + (pe ?? 0n) * (peIndex ?? 0n) + (mp ?? 0n) * (mpIndex ?? 0n);
  const millionths = sum * (factor ?? 0n);
  return Number((millionths + HALF_A_CENT) / A_CENT) / 100;
}

/** Parts are held to a millionth: CMS prints four decimals at most. */
const UNIT = 1_000_000;
const A_CENT = BigInt(UNIT) ** 3n / 100n;
const HALF_A_CENT = A_CENT / 2n;

function rateRow({ amount, notes }: UsedRate): LedgerRow {
  const row: LedgerRow = new Map<string, PlanValue>([
    ["Benchmark", benchmarkKey(amount)],
    ["Code", amount.code],
    ["Release", amount.release],
    ["Locality", amount.locality],
    ["Setting", SETTING_WORDS[amount.setting]],
    ["Work RVU", amount.work / 100],
    ["PE RVU", amount.pe / 100],
    ["MP RVU", amount.malpractice / 100],
    ["Work index", amount.workIndex / 1000],
    ["PE index", amount.peIndex / 1000],
    ["MP index", amount.malpracticeIndex / 1000],
    ["Conversion factor", amount.conversionFactor / 10_000],
    ["Work floor", FLOOR_WORDS[amount.workFloor]],
    ["Source file", amount.releaseFile],
  ]);
  if (amount.modifier !== "") row.set("Modifier", amount.modifier);
  const capped = amount.isCapped ? ["Capped at Medicare's outpatient hospital amount."] : [];
  const note = [...new Set([...notes, ...capped])].join(" ");
  if (note !== "") row.set("Note", note);
  // A cap that CMS states in dollars has no relative values that would give it.
  if (amountOfRate(row) !== amount.cents / 100) row.set("Stated amount", amount.cents / 100);
  return row;
}

const KEPT = MEDICARE_RATES_TABLE.columns
  .filter(({ origin, heading }) => origin === "ledger" || heading === "Stated amount")
  .map(({ heading }) => heading);
const OURS = new Set(MEDICARE_RATES_TABLE.columns.map(({ heading }) => heading));

/**
 * The rows of MedicareRates: those that lines use now, then what the user added or changed. A row of ours that no line
 * uses any more goes, unless the user wrote beside it.
 */
export function rateRows(
  used: Iterable<UsedRate>,
  before: readonly LedgerRow[],
  imported: ReadonlyMap<string, ImportRecord>,
): { rows: LedgerRow[]; imports: ImportRecord[] } {
  const planned = new Map<string, LedgerRow>();
  for (const rate of used) planned.set(benchmarkKey(rate.amount), rateRow(rate));
  const users: LedgerRow[] = [];
  const seen = new Set<string>();
  for (const row of before) {
    const key = textIn(row, "Benchmark");
    const then = seen.has(key) ? undefined : imported.get(key);
    if (then?.table !== MEDICARE_RATES_TABLE.name) {
      users.push(ownRow(row));
      continue;
    }
    seen.add(key);
    const now = planned.get(key);
    const amounts = [amountOfRate(row), amountOfRate(rowOfImprint(then.imprint))];
    const isTyped = numberIn(row, "Amount") !== null && !amounts.includes(numberIn(row, "Amount"));
    const isChanged =
      isTyped || KEPT.some((heading) => imprintOf(row.get(heading)) !== (then.imprint.get(heading) ?? ""));
    if (isChanged) {
      const mine: LedgerRow = new Map(row).set("Benchmark", `${key} (changed by you)`);
      if (!isTyped) mine.delete("Amount");
      users.push(ownRow(mine));
    }
    const beside = [...row].filter(([heading, value]) => !OURS.has(heading) && !isBlank(value));
    if (now !== undefined) for (const [heading, value] of beside) now.set(heading, value);
    else if (beside.length > 0 && !isChanged) users.push(ownRow(row));
  }
  const fresh = [...planned].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    rows: [...fresh.map(([, row]) => row), ...users],
    imports: fresh.map(([id, row]) => ({
      id,
      table: MEDICARE_RATES_TABLE.name,
      imprint: imprintRow(row, KEPT),
      cells: new Map<string, string>(),
      sheet: "",
      rows: "",
    })),
  };
}

/** The numbers of a row as it was last written. */
function rowOfImprint(imprint: ImportRecord["imprint"]): LedgerRow {
  const row: LedgerRow = new Map([["Benchmark", imprint.get("Benchmark") ?? ""]]);
  for (const heading of AMOUNT_PARTS) row.set(heading, Number(imprint.get(heading)));
  return row;
}

/** A row of the user's own: an amount typed over the formula is one that she states. */
function ownRow(before: LedgerRow): LedgerRow {
  const row: LedgerRow = new Map(before);
  const typed = numberIn(row, "Amount");
  row.delete("Amount");
  if (typed !== null && amountOfRate(row) !== typed) row.set("Stated amount", typed);
  return row;
}
