import { reading } from "../context/text-readings.ts";
import type { Doubt } from "./claim.ts";
import { claim, type LineDraft } from "./line-draft.ts";
import { tieToCodes } from "./read-rate-value.ts";
import { about, explained, type Value } from "./value.ts";

/** Reads a code cell: codes with modifiers, and units and rates that stand beside them. */
export function readCodes(draft: LineDraft, value: Value): void {
  const text = explained(draft, value, "code");
  const codes = reading.codesOfColumn(text);
  const rates =
    codes.length > 0 && /[@$%]|\bat\b|per\b/.test(text)
      ? reading.rates(text).filter((rate) => rate.role !== "other" && rate.role !== "asked" && rate.role !== "offered")
      : [];
  for (const code of codes) {
    const doubt: Doubt | null = code.question || code.range ? { why: "unclear", candidates: [code.code] } : null;
    draft.services.push({
      code: code.code,
      modifiers: code.modifiers,
      cell: value.cell,
      ...(code.units !== undefined ? { units: code.units } : {}),
      doubts: doubt ? [{ field: "code", doubt }] : [],
    });
  }
  const tied = rates.filter((rate) => rate.code !== undefined);
  if (tied.length > 0) tieToCodes(draft, { ...value, packed: true }, tied);
  else if (rates.length === 1 && rates[0]?.amount !== undefined) {
    const [rate] = rates;
    claim(draft, "rate", rate?.amount, about(value, 0.85));
    if (rate?.model !== undefined) claim(draft, "model", rate.model, about(value, 0.85));
  }
  if (codes.length === 0 && value.text.trim().length > 12)
    draft.rest.push({ cell: value.cell, text: value.text, trust: 0.6 });
  else if (
    /\b(?:used|of|sess|visits?|days?|units?)\b/i.test(text) &&
    codes.length === 1 &&
    codes[0]?.units === undefined
  ) {
    const granted = reading.units(text).filter((unit) => unit.authorized !== undefined);
    if (granted.length === 1) claim(draft, "unitsAuthorized", granted[0]?.authorized, about(value, 0.75));
  }
}

/** Reads a column of codes that were asked for: the codes without their counts, which are no figures of the agreement. */
export function readRequestedCodes(draft: LineDraft, value: Value): void {
  const codes = reading.codesOfColumn(explained(draft, value, "code"));
  draft.requestedCodes = codes.map((code) => ({
    code: code.code,
    modifiers: code.modifiers,
    cell: value.cell,
    doubts:
      code.question || code.range
        ? [{ field: "code" as const, doubt: { why: "unclear" as const, candidates: [code.code] } }]
        : [],
  }));
  draft.kept.add(value.cell);
}
