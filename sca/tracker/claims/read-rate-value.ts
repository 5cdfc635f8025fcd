import { findCodes } from "../codes/find-codes.ts";
import { findRates } from "../rates/find-rates.ts";
import { rateFromNumber } from "../rates/rate-number.ts";
import type { RateMention } from "../rates/rate-mention.ts";
import { readRateBasis } from "../rates/rate-basis.ts";
import { findUnits } from "../units/find-units.ts";
import type { Doubt } from "./claim.ts";
import { claim, type LineDraft } from "./line-draft.ts";
import type { Value } from "./read-value.ts";

function place(value: Value, trust = 1, doubt?: Doubt | null) {
  return {
    cell: value.cell,
    trust: value.trust * trust,
    origin: value.packed ? ("packed" as const) : ("column" as const),
    doubt,
  };
}

/** Reads a rate column's cell: a number by its format, text by what it says of model and of whose figure it is. */
export function readRate(draft: LineDraft, value: Value, unit: "agreed" | "percent" | "cents"): void {
  const { cell } = value;
  if (cell.kind === "number" && cell.number !== undefined && !value.packed) {
    const rate = rateFromNumber(cell.number, cell.text, cell.format);
    if (unit === "cents") claim(draft, "rate", cell.number / 100, place(value));
    else if (rate) {
      claim(draft, "rate", rate.amount, place(value));
      if (rate.kind === "percent" && rate.model === undefined) draft.barePercent = true;
      if (rate.kind === "money") draft.dollars = true;
    }
    return;
  }
  if (unit === "cents" && /^\s*\d+\s*$/.test(value.text)) {
    claim(draft, "rate", Number(value.text) / 100, place(value));
    return;
  }
  if (unit === "percent" && /^\s*\d+(?:\.\d+)?\s*%?\s*$/.test(value.text)) {
    claim(draft, "rate", Number.parseFloat(value.text), place(value));
    draft.barePercent = true;
    return;
  }
  const mentions = findRates(value.text)
    .filter((rate) => rate.amount !== undefined && rate.role !== "other")
    .map((rate) => (unit === "cents" && rate.amount !== undefined && rate.kind !== "percent" ? { ...rate, amount: rate.amount / 100 } : rate));
  const agreed = mentions.filter((rate) => rate.role === "agreed");
  const chosen = agreed.length > 0 ? agreed : mentions.filter((rate) => rate.role === "unknown");
  const codes = findCodes(value.text).filter((code) => code.weak !== true);
  if (chosen.length > 0 && chosen.some((rate) => rate.code !== undefined)) {
    tieToCodes(draft, value, chosen);
    return;
  }
  const [first, ...others] = chosen;
  if (first?.amount !== undefined) {
    const rivals = others.filter((rate) => rate.amount !== first.amount);
    let doubt: Doubt | undefined;
    if (first.high !== undefined || rivals.length > 0) {
      doubt = { why: "range", candidates: [first.amount, first.high, ...rivals.map((rate) => rate.amount)].filter((amount) => amount !== undefined) };
    } else if (first.question) doubt = { why: "question-mark", candidates: [first.amount] };
    claim(draft, "rate", first.amount, place(value, 1, doubt));
    if (first.model !== undefined) claim(draft, "model", first.model, place(value, 1, doubt && first.question ? doubt : null));
    else if (first.kind === "percent") draft.barePercent = true;
    else if (first.kind === "money") draft.dollars = true;
    else if (first.kind === "bare") draft.bareNumber = true;
  }
  if (codes.length > 0) draft.rest.push({ cell, text: value.text, trust: 0.6 });
  else if (value.text.trim().length > 14) draft.rest.push({ cell, text: value.text, trust: 0.7 });
}

function tieToCodes(draft: LineDraft, value: Value, rates: readonly RateMention[]): void {
  for (const rate of rates) {
    if (rate.amount === undefined) continue;
    if (rate.code === undefined) {
      claim(draft, "rate", rate.amount, place(value, 0.8));
      continue;
    }
    const doubt: Doubt | null = rate.high !== undefined || rate.question ? { why: "range", candidates: [rate.amount, ...(rate.high !== undefined ? [rate.high] : [])] } : null;
    draft.codeRates.push({ code: rate.code, rate: rate.amount, model: rate.model, cell: value.cell, doubt });
  }
}

/** Reads a basis cell ("per visit", "% MCR", "case rate"). */
export function readRateModel(draft: LineDraft, value: Value): void {
  const text = draft.context.dictionary.get(value.text.trim().toLowerCase()) ?? value.text;
  const basis = readRateBasis(text);
  if (!basis) {
    const [rate] = findRates(text);
    if (rate?.model !== undefined) claim(draft, "model", rate.model, place(value, 0.9));
    return;
  }
  if (basis.model !== undefined) claim(draft, "model", basis.model, place(value));
  else if (basis.percent) claim(draft, "model", null, place(value, 1, { why: "model-unknown", candidates: ["percentOfMedicare", "percentOfBilled"] }));
  else if (basis.unclear) claim(draft, "model", null, place(value, 1, { why: "model-unknown", candidates: [] }));
}

/** Reads a code cell: codes with modifiers, and units and rates that stand beside them. */
export function readCodes(draft: LineDraft, value: Value): void {
  const text = draft.context.dictionary.get(value.text.trim().toLowerCase()) ?? value.text;
  const codes = findCodes(text, { expect: "codes" });
  const rates = codes.length > 0 && /[@$%]|\bat\b|per\b/.test(text) ? findRates(text).filter((rate) => rate.role !== "other" && rate.role !== "asked" && rate.role !== "offered") : [];
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
    claim(draft, "rate", rate?.amount, place(value, 0.85));
    if (rate?.model !== undefined) claim(draft, "model", rate.model, place(value, 0.85));
  }
  if (codes.length === 0 && value.text.trim().length > 12) draft.rest.push({ cell: value.cell, text: value.text, trust: 0.6 });
  else if (/\b(?:used|of|sess|visits?|days?|units?)\b/i.test(text) && codes.length === 1 && codes[0]?.units === undefined) {
    const granted = findUnits(text).filter((unit) => unit.authorized !== undefined);
    if (granted.length === 1) claim(draft, "unitsAuthorized", granted[0]?.authorized, place(value, 0.75));
  }
}
