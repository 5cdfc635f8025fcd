import { orderOfHeading } from "../columns/count-pair.ts";
import { reading } from "../context/text-readings.ts";
import { without } from "../prose/quoted.ts";
import { type UnitsMeaning, unitsFromCell } from "../units/units-from-cell.ts";
import type { Doubt } from "./claim.ts";
import { claim, type LineDraft } from "./line-draft.ts";
import { about, type Value, type ValueReader } from "./value.ts";

function pairOrder({ pair, heading }: Value): UnitsMeaning {
  return pair ?? (heading === undefined ? null : orderOfHeading(heading)) ?? "usedOfAuthorized";
}

/** A packed cell's counts without its dates: "8v 5/14 thru 6/12" counts eight. */
function withoutDates(text: string): string {
  const dates = reading.dates(text).filter((date) => date.kind === "span" || !date.day.weak);
  return without(text, dates).replace(/^[\s/,;|–-]+|[\s/,;|–-]+$/g, "");
}

/** Reads a column of counts, or of a pair of them. */
export function readUnits(
  field: "unitsAuthorized" | "unitsUsed",
  meaning: "authorized" | "used" | "pair",
): ValueReader {
  return (draft, value) => {
    const units = unitsFromCell(
      value.packed && meaning !== "pair" ? withoutDates(value.text) : value.text,
      meaning === "pair" ? pairOrder(value) : meaning,
    );
    const doubt: Doubt | undefined = units.question ? { why: "question-mark", candidates: [] } : undefined;
    if (units.authorized !== undefined) claim(draft, "unitsAuthorized", units.authorized, about(value, 1, doubt));
    if (units.used !== undefined) claim(draft, "unitsUsed", units.used, about(value, 1, doubt));
    if (meaning === "authorized" && units.authorized === undefined && doubt)
      claim(draft, field, null, about(value, 1, doubt));
  };
}

/** Reads a column of units that are left. */
export function readLeft(draft: LineDraft, value: Value): void {
  const units = unitsFromCell(value.text, "left");
  if (units.left !== undefined) draft.left = { value: units.left, cell: value.cell };
}

/** Reads units that were asked for; they stay a note. */
export function readRequested(draft: LineDraft, value: Value): void {
  const units = unitsFromCell(value.text, "requested");
  if (units.requested !== undefined && !units.question) draft.requested = units.requested;
  draft.kept.add(value.cell);
}

/** "APPR-P" with fewer units granted than asked for is approved in part; with as many, it is approved. */
export function settlePartial(draft: LineDraft): void {
  const authorized =
    draft.claims.find((entry) => entry.field === "unitsAuthorized")?.value ??
    draft.services.find((service) => service.units !== undefined)?.units;
  if (draft.requested === null || typeof authorized !== "number") return;
  draft.claims.forEach((entry, index) => {
    const candidates: readonly unknown[] = entry.field === "outcome" ? (entry.doubt?.candidates ?? []) : [];
    if (!candidates.includes("partiallyApproved") || !candidates.includes("approved")) return;
    const { doubt: _doubt, ...sure } = entry;
    if (candidates.length === 2)
      draft.claims[index] = {
        ...sure,
        value: authorized < (draft.requested ?? 0) ? "partiallyApproved" : "approved",
      } as typeof entry;
  });
}
