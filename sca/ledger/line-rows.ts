import { type AgreedLine, agreedLines } from "../measures/agreed-lines.ts";
import { MODEL_WORDS } from "../tracker/review/code-words.ts";
import type { TrackedCase } from "../tracker/tracked-case.ts";
import { periodId, setAsked, setSource, type TrackedRow } from "./case-rows.ts";
import type { LedgerRow } from "./ledger-row.ts";
import type { PlanValue } from "./workbook-plan.ts";

/** The rows of Service lines for a case, its authorizations numbered as `numbers` says. */
export function lineRows(entry: TrackedCase, numbers: readonly number[], trackerSheet: string): TrackedRow[] {
  const ids = new Set<string>();
  const periodIds = new Map(
    entry.periods.map((period, index) => [period, periodId(entry.id, numbers[index] ?? index + 1)]),
  );
  return agreedLines(entry).map((line) => {
    const period = line.period === null ? null : (periodIds.get(line.period) ?? null);
    return lineRow(entry, line, period, ids, trackerSheet);
  });
}

function lineRow(
  entry: TrackedCase,
  { service, period: holder }: AgreedLine,
  period: string | null,
  ids: Set<string>,
  trackerSheet: string,
): TrackedRow {
  const modifiers = service.modifiers ?? [];
  const stem = `${period ?? entry.id}/${[service.code, ...modifiers].join("-")}`;
  let id = stem;
  for (let number = 2; ids.has(id); number += 1) id = `${stem} (${number})`;
  ids.add(id);
  const row: LedgerRow = new Map<string, PlanValue>([
    ["Line id", id],
    ["Case id", entry.id],
  ]);
  if (period !== null) row.set("Period id", period);
  if (service.code !== "") row.set("Code", service.code);
  if (modifiers.length > 0) row.set("Modifiers", modifiers.join(", "));
  if (service.model !== undefined) row.set("Rate model", MODEL_WORDS.wordFor(service.model));
  if (service.rate !== undefined) row.set("Agreed rate", service.rate);
  if (service.units !== undefined) row.set("Units authorized", service.units);
  if (service.unitsUsed !== undefined) row.set("Units used", service.unitsUsed);
  setAsked(row, service.review);
  const listed = holder?.services !== undefined ? holder.rows : undefined;
  setSource(row, entry.source, service.rows ?? listed ?? entry.source.rows, trackerSheet);
  return { id, row, cells: new Map() };
}
