import { MODEL_WORDS } from "../tracker/review/code-words.ts";
import type { TrackedCase, TrackedService } from "../tracker/tracked-case.ts";
import { periodId, setSource, type TrackedRow } from "./case-rows.ts";
import type { LedgerRow } from "./ledger-row.ts";
import type { PlanValue } from "./workbook-plan.ts";

/**
 * The rows of Service lines for a case: one a code and authorization where the tracker lists codes by authorization,
 * otherwise one a code. A code's rate stated once for the case stands on each of its lines.
 */
export function lineRows(entry: TrackedCase, numbers: readonly number[], trackerSheet: string): TrackedRow[] {
  const rows: TrackedRow[] = [];
  const ids = new Set<string>();
  const covered = new Set<string>();
  const add = (
    service: TrackedService,
    base: TrackedService | undefined,
    period: string | null,
    place: readonly number[] = entry.source.rows,
  ): void => {
    covered.add(serviceKey(service));
    rows.push(lineRow(entry, service, base, period, ids, service.rows ?? place, trackerSheet));
  };
  const byCode = new Map(entry.services.map((service) => [serviceKey(service), service]));
  entry.periods.forEach((period, index) => {
    const id = periodId(entry.id, numbers[index] ?? index + 1);
    const onlyPeriod = entry.periods.length === 1;
    for (const service of period.services ?? []) {
      const base = byCode.get(serviceKey(service));
      add(onlyPeriod ? { ...base, ...service } : service, base, id, period.rows);
    }
    if (onlyPeriod) {
      for (const service of entry.services) if (!covered.has(serviceKey(service))) add(service, undefined, id);
    }
  });
  for (const service of entry.services) if (!covered.has(serviceKey(service))) add(service, undefined, null);
  return rows;
}

function lineRow(
  entry: TrackedCase,
  service: TrackedService,
  base: TrackedService | undefined,
  period: string | null,
  ids: Set<string>,
  place: readonly number[],
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
  const model = service.model ?? base?.model;
  const rate = service.rate ?? base?.rate;
  if (model !== undefined) row.set("Rate model", MODEL_WORDS.wordFor(model));
  if (rate !== undefined) row.set("Agreed rate", rate);
  if (service.units !== undefined) row.set("Units authorized", service.units);
  if (service.unitsUsed !== undefined) row.set("Units used", service.unitsUsed);
  setSource(row, entry.source, place, trackerSheet);
  return { id, row, cells: new Map() };
}

function serviceKey(service: TrackedService): string {
  return [service.code, ...(service.modifiers ?? [])].join("-");
}
