import type { Doubt } from "../claims/claim.ts";
import type { Settled } from "../claims/line-facts.ts";
import { CASE_FIELDS } from "../claims/line-fields.ts";
import { addressOf, type Cell, columnLetters } from "../grid.ts";
import { rowsOf } from "../layout/join-heads.ts";
import type { TrackedCase, TrackedPeriod, TrackedService } from "../tracked-case.ts";
import type { CaseLines, SettledLine } from "./case-lines.ts";
import { periodsOf, statesPeriod } from "./case-periods.ts";
import { figuresOf, rowOf, serviceKey, uniqueServices } from "./case-services.ts";
import { overridePeriod, PERIOD_OVERRIDES } from "./period-overrides.ts";
import { assign, firstSettled } from "./settled-fields.ts";

/** A doubt with the field and the object it stands on, for the review list. */
export interface CaseDoubt {
  readonly field: string;
  readonly doubt: Doubt;
  readonly cell: Cell;
  readonly value: unknown;
}

export interface BuiltCase {
  readonly tracked: TrackedCase;
  readonly doubts: readonly CaseDoubt[];
}

/** Builds the case that these lines state, with every doubt and the cells behind each field. */
export function buildCase(group: CaseLines): BuiltCase {
  const { lines } = group;
  const doubts: CaseDoubt[] = [];
  const cells: Record<string, string[]> = {};
  const place = (cell: Cell) => addressOf(group.columnwise ? { row: cell.column, column: cell.row } : cell);
  const note = (field: string, settled: Settled, review: string[]) => {
    const known = cells[field] ?? [];
    for (const cell of settled.cells) if (!known.includes(place(cell))) known.push(place(cell));
    cells[field] = known;
    const [cell] = settled.cells;
    if (settled.doubt && cell) {
      if (!review.includes(field)) review.push(field);
      doubts.push({ field, doubt: settled.doubt, cell, value: settled.value });
    }
  };

  const rowLines = lines.filter((line) => line.facts.record.role === "row");
  const headLines = lines.filter(
    (line) => line.facts.record.role !== "row" && (line === lines[0] || !statesPeriod(line)),
  );
  const periodGroups = periodsOf(
    rowLines.length > 0
      ? lines.filter((line) => rowLines.includes(line) || statesPeriod(line))
      : lines.filter((line, index) => index === 0 || statesPeriod(line)),
  );
  const firstPeriod = periodGroups[0]?.lines ?? [];
  const head: SettledLine[] = [...headLines, ...firstPeriod];
  const all = uniqueServices(lines);
  const manyCodes = all.size > 1;
  const codeLines = lines.filter((line) => line.facts.services.length === 1);
  const rateLines = codeLines.filter(
    (line) => line.fields.get("rate") !== undefined || line.fields.get("model") !== undefined,
  );
  const ratePerCode = manyCodes && codeLines.length > 1 && rateLines.length > 1;
  const unitsPerCode = manyCodes && codeLines.length > 1;

  const tracked: TrackedCase = {
    id: "",
    source: {
      sheet: group.sheet,
      rows: group.columnwise
        ? []
        : [...new Set(lines.flatMap((line) => rowsOf(line.facts.record)))].sort((a, b) => a - b),
      ...(group.columnwise ? { columns: [...new Set(lines.map((line) => columnLetters(line.facts.record.at)))] } : {}),
      cells,
    },
    services: [],
    periods: [],
    review: [],
    notes: lines.flatMap((line) =>
      line.facts.notes.map((entry) => ({ at: place(entry.cell), heading: entry.heading, text: entry.text })),
    ),
  };

  for (const field of CASE_FIELDS) {
    if ((field === "rate" || field === "model") && ratePerCode) continue;
    const settled =
      firstSettled(head, field) ?? (PERIOD_OVERRIDES.includes(field) ? undefined : firstSettled(lines, field));
    if (!settled) continue;
    note(field, settled, tracked.review);
    if (settled.value !== null) assign(tracked, field, settled.value);
  }

  const serviceByKey = new Map<string, TrackedService>();
  const spread = !group.columnwise && (lines.length > 1 || lines.some((line) => line.facts.record.rows !== undefined));
  for (const [key, { service, rows }] of all) {
    const entry: TrackedService = { code: service.code };
    if (service.modifiers.length > 0) entry.modifiers = [...service.modifiers];
    if (spread) entry.rows = rows;
    serviceByKey.set(key, entry);
    tracked.services.push(entry);
  }
  const review = (target: { review?: string[] }, field: string) => {
    target.review ??= [];
    if (!target.review.includes(field)) target.review.push(field);
  };
  for (const line of lines) {
    for (const service of line.facts.services) {
      const entry = serviceByKey.get(serviceKey(service));
      if (!entry) continue;
      for (const { field, doubt } of service.doubts) {
        review(entry, field);
        doubts.push({ field, doubt, cell: service.cell, value: service[field] ?? null });
      }
      const figures = figuresOf(line, service, ratePerCode && line.facts.services.length === 1);
      // A later authorization's own rates are told with it, below; here only for codes that are new with it.
      const known =
        !head.includes(line) &&
        head.some((other) => other.facts.services.some((one) => serviceKey(one) === serviceKey(service)));
      if (!known && (ratePerCode || service.rate !== undefined || service.model !== undefined)) {
        if (figures.rate !== undefined) entry.rate ??= figures.rate;
        if (figures.model !== undefined) entry.model ??= figures.model;
      }
      if (ratePerCode) {
        for (const field of ["rate", "model"] as const) {
          const settled = line.fields.get(field);
          if (!settled?.doubt || line.facts.services.length !== 1) continue;
          review(entry, field);
          const [cell] = settled.cells;
          if (cell) doubts.push({ field, doubt: settled.doubt, cell, value: settled.value });
        }
      }
    }
  }

  const onlyPeriod = periodGroups.length === 1;
  periodGroups.forEach((periodLines, index) => {
    const inPeriod = onlyPeriod ? lines : [...(index === 0 ? headLines : []), ...periodLines.lines];
    const period: TrackedPeriod = {};
    const flags: string[] = [];
    for (const field of ["authNumber", "authStart", "authEnd"] as const) {
      const settled = firstSettled(inPeriod, field);
      if (!settled) continue;
      note(field, settled, flags);
      if (settled.value !== null) assign(period, field, settled.value);
    }
    const perCode = unitsPerCode && periodLines.lines.some((line) => line.facts.services.length === 1);
    const services: TrackedService[] = [];
    for (const line of inPeriod) {
      for (const service of line.facts.services) {
        const alone = perCode && line.facts.services.length === 1;
        const figures = figuresOf(line, service, alone);
        const agreed = serviceByKey.get(serviceKey(service));
        const stated = figuresOf(line, service, ratePerCode && line.facts.services.length === 1).rate;
        // A later line with another rate, or none, is not a line of the agreed one.
        const ownRate = index > 0 && agreed?.rate !== undefined && stated !== agreed.rate;
        if (ownRate && agreed?.rows) agreed.rows = agreed.rows.filter((row) => row !== line.facts.record.at);
        const figured = figures.units !== undefined || figures.unitsUsed !== undefined || ownRate;
        if (!figured && !perCode) continue;
        let entry = services.find((other) => serviceKey(other) === serviceKey(service));
        if (!entry) {
          entry = { code: service.code };
          if (service.modifiers.length > 0) entry.modifiers = [...service.modifiers];
          if (spread) entry.rows = [];
          services.push(entry);
        }
        if (spread) entry.rows?.push(rowOf(line, service));
        if (figures.units !== undefined) entry.units ??= figures.units;
        if (figures.unitsUsed !== undefined) entry.unitsUsed ??= figures.unitsUsed;
        if (ownRate && stated !== undefined) entry.rate = stated;
        for (const [field, name] of [
          ["unitsAuthorized", "units"],
          ["unitsUsed", "unitsUsed"],
        ] as const) {
          const settled = alone ? line.fields.get(field) : undefined;
          if (!settled?.doubt) continue;
          review(entry, name);
          const [cell] = settled.cells;
          if (cell) doubts.push({ field, doubt: settled.doubt, cell, value: settled.value });
        }
      }
    }
    const [single] = services;
    if (perCode && single && services.length === 1) {
      if (single.units !== undefined) period.unitsAuthorized = single.units;
      if (single.unitsUsed !== undefined) period.unitsUsed = single.unitsUsed;
      for (const name of single.review ?? []) flags.push(name === "units" ? "unitsAuthorized" : name);
      delete single.units;
      delete single.unitsUsed;
      delete single.review;
    }
    if (!perCode) {
      for (const field of ["unitsAuthorized", "unitsUsed"] as const) {
        const settled = firstSettled(inPeriod, field);
        if (!settled) continue;
        note(field, settled, flags);
        if (settled.value !== null) assign(period, field, settled.value);
      }
    }
    if (index > 0) overridePeriod(tracked, period, periodLines, flags, ratePerCode, note);
    const stated =
      Object.keys(period).length > 0 ||
      services.some((service) => service.units !== undefined || service.unitsUsed !== undefined) ||
      flags.length > 0;
    if (!stated && onlyPeriod) return;
    if (services.length > 0) period.services = services;
    if (spread) period.rows = [...new Set(periodLines.rows)];
    if (flags.length > 0) period.review = flags;
    tracked.periods.push(period);
  });
  return { tracked, doubts };
}
