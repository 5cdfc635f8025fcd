import { reading } from "../context/text-readings.ts";
import { percentFromBare } from "../rates/find-rates.ts";
import type { RateMention } from "../rates/rate-mention.ts";
import { rateFromNumber } from "../rates/rate-number.ts";
import type { Doubt } from "./claim.ts";
import { claim, type LineDraft } from "./line-draft.ts";
import { about, explained, type Value } from "./value.ts";

/** Reads a rate column's cell: a number by its format, text by what it says of model and of whose figure it is. */
export function readRate(draft: LineDraft, value: Value, unit: "agreed" | "percent" | "cents"): void {
  const { cell } = value;
  if (cell.kind === "number" && cell.number !== undefined && !value.packed) {
    const rate = rateFromNumber(cell.number, cell.text, cell.format);
    if (unit === "cents") claim(draft, "rate", cell.number / 100, about(value));
    else if (rate) {
      const percent = unit === "percent" && rate.kind === "bare" ? percentFromBare(rate.amount) : null;
      const doubt: Doubt | undefined = rate.question ? { why: "question-mark", candidates: [rate.amount] } : undefined;
      claim(draft, "rate", percent ?? rate.amount, about(value, 1, doubt));
      if (rate.model !== undefined) claim(draft, "model", rate.model, about(value));
      else if (rate.kind === "percent" || rate.kind === "multiple" || percent !== null) draft.barePercent = true;
      else if (rate.kind === "money") draft.dollars = true;
      else draft.bareNumber = true;
    }
    return;
  }
  if (unit === "cents" && /^\s*\d+\s*$/.test(value.text)) {
    claim(draft, "rate", Number(value.text) / 100, about(value));
    return;
  }
  if (unit === "percent" && /^\s*\d+(?:\.\d+)?\s*%?\s*$/.test(value.text)) {
    const figure = Number.parseFloat(value.text);
    claim(draft, "rate", value.text.includes("%") ? figure : (percentFromBare(figure) ?? figure), about(value));
    draft.barePercent = true;
    return;
  }
  const codes = reading.codes(value.text).filter((code) => code.weak !== true);
  const isCode = (rate: RateMention) =>
    value.packed && rate.kind === "bare" && codes.some((code) => code.start <= rate.start && rate.end <= code.end);
  const mentions = reading
    .ratesOfColumn(value.text)
    .filter((rate) => rate.amount !== undefined && rate.role !== "other" && !isCode(rate))
    .map((rate) =>
      unit === "cents" && rate.amount !== undefined && rate.kind !== "percent"
        ? { ...rate, amount: rate.amount / 100 }
        : rate,
    );
  const agreed = mentions.filter((rate) => rate.role === "agreed");
  const chosen = agreed.length > 0 ? agreed : mentions.filter((rate) => rate.role === "unknown");
  if (chosen.length > 0 && chosen.some((rate) => rate.code !== undefined || rate.codeEnding !== undefined)) {
    tieToCodes(draft, value, chosen);
    return;
  }
  const [first, ...others] = chosen;
  if (first?.amount !== undefined) {
    const rivals = others.filter((rate) => rate.amount !== first.amount);
    let doubt: Doubt | undefined;
    if (first.high !== undefined || rivals.length > 0) {
      doubt = {
        why: "range",
        candidates: [first.amount, first.high, ...rivals.map((rate) => rate.amount)].filter(
          (amount) => amount !== undefined,
        ),
      };
    } else if (first.question) doubt = { why: "question-mark", candidates: [first.amount] };
    claim(draft, "rate", first.amount, about(value, 1, doubt));
    if (first.model !== undefined)
      claim(
        draft,
        "model",
        first.model,
        about(
          value,
          1,
          first.question && first.high === undefined && rivals.length === 0
            ? { why: "question-mark", candidates: [first.model] }
            : null,
        ),
      );
    else if (first.kind === "percent") draft.barePercent = true;
    else if (first.kind === "money") draft.dollars = true;
    else if (first.kind === "bare") draft.bareNumber = true;
  }
  if (codes.length > 0) draft.rest.push({ cell, text: value.text, trust: 0.6 });
  else if (value.text.trim().length > 14) draft.rest.push({ cell, text: value.text, trust: 0.7 });
}

/** Keeps rates for the codes that they are written for. */
export function tieToCodes(draft: LineDraft, value: Value, rates: readonly RateMention[]): void {
  for (const rate of rates) {
    if (rate.amount === undefined) continue;
    const code = rate.code ?? rate.codeEnding;
    if (code === undefined) {
      claim(draft, "rate", rate.amount, about(value, 0.8));
      continue;
    }
    const doubt: Doubt | null =
      rate.high !== undefined || rate.question
        ? { why: "range", candidates: [rate.amount, ...(rate.high !== undefined ? [rate.high] : [])] }
        : null;
    draft.codeRates.push({
      code,
      ...(rate.code === undefined ? { ending: true as const } : {}),
      ...(rate.kind === "percent" ? { percent: true as const } : {}),
      rate: rate.amount,
      model: rate.model,
      cell: value.cell,
      doubt,
    });
  }
}

/** Reads a basis cell ("per visit", "% MCR", "case rate"); under a heading "per" the unit alone is enough ("IU"). */
export function readRateModel(draft: LineDraft, value: Value): void {
  const said = explained(draft, value, "rateModel");
  const text = /\bper\W*$/i.test(value.heading ?? "") && !/^\W*per\b/i.test(said) ? `per ${said}` : said;
  const basis = reading.rateBasis(text);
  if (basis.model !== undefined) claim(draft, "model", basis.model, about(value));
  else if (basis.percent)
    claim(
      draft,
      "model",
      null,
      about(value, 1, { why: "model-unknown", candidates: ["percentOfMedicare", "percentOfBilled"] }),
    );
  else if (basis.unclear) claim(draft, "model", null, about(value, 1, { why: "model-unknown", candidates: [] }));
  else {
    const [rate] = reading.rates(text);
    if (rate?.model !== undefined) claim(draft, "model", rate.model, about(value, 0.9));
  }
}
