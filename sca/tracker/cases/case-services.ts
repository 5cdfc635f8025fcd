import type { FieldName, ServiceClaim } from "../claims/claim.ts";
import type { TrackedService } from "../tracked-case.ts";
import type { SettledLine } from "./case-lines.ts";

/** What tells the codes of a case apart: the code with its modifiers, in any order. */
export function serviceKey(service: { code: string; modifiers?: readonly string[] | undefined }): string {
  return `${service.code}|${[...(service.modifiers ?? [])].sort().join("+")}`;
}

/** The row on which a line names a code. */
export function rowOf(line: SettledLine, service: ServiceClaim): number {
  return line.facts.record.rows === undefined ? line.facts.record.at : service.cell.row;
}

/** The codes of these lines, each once, with the rows that name it. */
export function uniqueServices(lines: readonly SettledLine[]): Map<string, { service: ServiceClaim; rows: number[] }> {
  const services = new Map<string, { service: ServiceClaim; rows: number[] }>();
  for (const line of lines) {
    for (const service of line.facts.services) {
      const known = services.get(serviceKey(service));
      if (known) {
        if (!known.rows.includes(rowOf(line, service))) known.rows.push(rowOf(line, service));
      } else services.set(serviceKey(service), { service, rows: [rowOf(line, service)] });
    }
  }
  return services;
}

/** The figures a line states for its single code, wherever they stand on it. */
export function figuresOf(line: SettledLine, service: ServiceClaim, alone: boolean) {
  const settled = (field: FieldName) => (alone ? line.fields.get(field) : undefined);
  const pick = (own: number | string | undefined, field: FieldName) => own ?? settled(field)?.value ?? undefined;
  return {
    rate: pick(service.rate, "rate") as number | undefined,
    model: pick(service.model, "model") as TrackedService["model"],
    units: pick(service.units, "unitsAuthorized") as number | undefined,
    unitsUsed: pick(service.unitsUsed, "unitsUsed") as number | undefined,
  };
}
