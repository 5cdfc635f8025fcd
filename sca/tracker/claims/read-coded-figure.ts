import type { CodedHeading } from "../columns/coded-heading.ts";
import type { Cell } from "../grid.ts";
import type { Meaning } from "../headings/meaning.ts";
import { readRateBasis } from "../rates/rate-basis.ts";
import type { RateModel } from "../tracked-case.ts";
import type { FieldName, ServiceClaim } from "./claim.ts";
import { isBlankWord, type LineDraft } from "./line-draft.ts";
import { READERS } from "./read-value.ts";

const FIGURES: ReadonlySet<Meaning> = new Set<Meaning>([
  "rate",
  "rateModel",
  "unitsAuthorized",
  "unitsUsed",
  "unitsUsedOfAuthorized",
]);

const SERVICE_FIELDS: ReadonlyMap<FieldName, "rate" | "model" | "units" | "unitsUsed"> = new Map([
  ["rate", "rate"],
  ["model", "model"],
  ["unitsAuthorized", "units"],
  ["unitsUsed", "unitsUsed"],
]);

function serviceFor(draft: LineDraft, coded: CodedHeading, cell: Cell): ServiceClaim {
  const known = draft.services.find(
    (service) => service.code === coded.code && service.modifiers.join() === coded.modifiers.join(),
  );
  if (known) return known;
  const made: ServiceClaim = { code: coded.code, modifiers: coded.modifiers, cell, doubts: [] };
  draft.services.push(made);
  return made;
}

/** The model that the heading of a rate gives dollars, or else a remark on all the tracker's rates; percents say theirs themselves. */
function modelOfHeading(draft: LineDraft, coded: CodedHeading, cell: Cell): RateModel | undefined {
  const { model, percent } = readRateBasis(`${coded.group} ${coded.text}`, "heading");
  const isPercent = /%/.test(cell.text);
  if (model === undefined) return isPercent || percent === true ? undefined : (draft.context.basis ?? undefined);
  return (model === "percentOfMedicare" || model === "percentOfBilled") === (isPercent || percent === true)
    ? model
    : undefined;
}

/** Reads a figure whose heading names the code it is for, and ties it to that code. */
export function readCodedFigure(draft: LineDraft, cell: Cell, coded: CodedHeading, meanings: readonly Meaning[]): void {
  draft.kept.add(cell);
  const [meaning] = meanings;
  if (meaning === undefined || !FIGURES.has(meaning) || isBlankWord(cell.text)) return;
  const from = draft.claims.length;
  READERS[meaning]?.(draft, { cell, text: cell.text, trust: 0.95, packed: false });
  for (const entry of draft.claims.splice(from)) {
    const field = SERVICE_FIELDS.get(entry.field);
    if (
      field === undefined ||
      (entry.value === 0 && field === "unitsUsed" && !draft.services.some((service) => service.code === coded.code))
    )
      continue;
    const service = serviceFor(draft, coded, cell);
    if (entry.value !== null) Object.assign(service, { [field]: entry.value });
    if (field === "rate" && entry.value !== null && service.model === undefined) {
      const model = modelOfHeading(draft, coded, cell);
      if (model !== undefined) service.model = model;
    }
    if (entry.doubt) service.doubts.push({ field, doubt: entry.doubt });
  }
}
