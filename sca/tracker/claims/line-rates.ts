import type { ColumnMeaning } from "../columns/column-meaning.ts";
import { reading } from "../context/text-readings.ts";
import type { FieldColumn, PlacedValue, RecordLine } from "../layout/sheet-layout.ts";
import { percentFromBare } from "../rates/find-rates.ts";
import { readRateBasis } from "../rates/rate-basis.ts";
import type { Doubt } from "./claim.ts";
import { claim, type LineDraft } from "./line-draft.ts";

const OF_WHAT: Doubt = { why: "model-unknown", candidates: ["percentOfMedicare", "percentOfBilled"] };

function isRateColumn(meaning: ColumnMeaning | undefined): boolean {
  return meaning?.meanings.some((one) => one === "rate" || one === "ratePercent" || one === "rateCents") ?? false;
}

/** Both percents and dollars stand in this column: a number without a sign can be either. */
function isMixed(meaning: ColumnMeaning | undefined): boolean {
  return meaning !== undefined && meaning.profile.shape("percent") > 0.03 && meaning.profile.shape("money") > 0.03;
}

/** Rates written for single codes take the model of their column's heading, where they name none themselves. */
function modelsOfCodes(draft: LineDraft, columns: readonly (PlacedValue & { column: FieldColumn })[]): void {
  draft.codeRates.forEach((rate, index) => {
    const column = columns.find((value) => value.cell === rate.cell)?.column;
    if (rate.model !== undefined || rate.percent === true || !column) return;
    const { model } = readRateBasis(`${column.group} ${column.text}`, "heading");
    if (model === "perUnit" || model === "perDiem" || model === "caseRate") draft.codeRates[index] = { ...rate, model };
  });
}

/** The model that heading, basis column and figure agree on; a percent or number without one is asked about or left. */
export function settleRateModel(
  draft: LineDraft,
  record: RecordLine,
  meanings: ReadonlyMap<FieldColumn, ColumnMeaning>,
): void {
  const columns = record.values.filter(
    (value): value is PlacedValue & { column: FieldColumn } =>
      value.column !== null && isRateColumn(meanings.get(value.column)),
  );
  modelsOfCodes(draft, columns);
  const rates = draft.claims.filter((entry) => entry.field === "rate").sort((a, b) => b.trust - a.trust);
  const [rate] = rates;
  const model = draft.claims.find((entry) => entry.field === "model");
  if (model) {
    if (model.value === "percentOfMedicare" || model.value === "percentOfBilled") asPercent(draft);
    else if (draft.barePercent && model.value !== null) {
      // "106%" beside "per visit": a percent is paid for no visit, so one of the two is meant otherwise.
      draft.claims.splice(0, draft.claims.length, ...draft.claims.filter((entry) => entry.field !== "model"));
      claim(draft, "model", null, { cell: rate?.cell ?? model.cell, trust: 0.9, doubt: OF_WHAT });
    }
    return;
  }
  const from = columns.find((value) => value.cell === rate?.cell) ?? columns[0];
  if (!rate || !from) {
    if (draft.barePercent && rate) claim(draft, "model", null, { cell: rate.cell, trust: 0.7, doubt: OF_WHAT });
    return;
  }
  const basis = readRateBasis(`${from.column.group} ${from.column.text}`, "heading");
  const isPercentModel = basis.model === "percentOfMedicare" || basis.model === "percentOfBilled";
  const agrees = draft.barePercent ? isPercentModel : !(draft.dollars && isPercentModel);
  if (basis.model !== undefined && agrees) {
    // "150 ?" under "per session": the question mark may be about the kind of rate as well.
    const doubt = rate.doubt?.why === "question-mark" && draft.bareNumber ? rate.doubt : null;
    claim(draft, "model", basis.model, {
      cell: rate.cell,
      trust: 0.85,
      doubt: doubt === null ? null : { ...doubt, candidates: [basis.model] },
    });
    if (isPercentModel) asPercent(draft);
    return;
  }
  const stated = draft.context.basis ?? null;
  if (stated !== null && !draft.barePercent && basis.percent !== true && (draft.dollars || draft.bareNumber)) {
    claim(draft, "model", stated, { cell: rate.cell, trust: 0.8 });
    return;
  }
  if (draft.barePercent || (draft.bareNumber && basis.percent === true)) {
    asPercent(draft);
    claim(draft, "model", null, { cell: rate.cell, trust: 0.8, doubt: OF_WHAT });
  } else if (draft.bareNumber && isMixed(meanings.get(from.column))) {
    claim(draft, "model", null, {
      cell: rate.cell,
      trust: 0.6,
      doubt: { why: "model-unknown", candidates: ["perUnit", "perDiem", "percentOfMedicare", "percentOfBilled"] },
    });
  }
}

/** "1.4" under a percent heading or basis is 140 percent. */
function asPercent(draft: LineDraft): void {
  if (!draft.bareNumber) return;
  draft.claims.forEach((entry, index) => {
    if (entry.field !== "rate" || typeof entry.value !== "number" || entry.origin !== "column") return;
    const percent = percentFromBare(entry.value);
    if (percent !== null && percent !== entry.value) draft.claims[index] = { ...entry, value: percent };
  });
}

/** Puts rates to the codes they are written for, by the whole code or its last digits, and a modifier column to its code. */
export function tieRates(draft: LineDraft): void {
  for (const { code, ending, rate, model, cell, doubt } of draft.codeRates) {
    const known =
      ending === true
        ? draft.services.filter((other) => other.code.endsWith(code))
        : draft.services.filter((other) => other.code === code);
    if (ending === true && known.length !== 1) continue;
    let [service] = known;
    if (!service) {
      service = { code, modifiers: [], cell, doubts: [] };
      draft.services.push(service);
    }
    service.rate ??= rate;
    if (model !== undefined) service.model ??= model;
    if (doubt) service.doubts.push({ field: "rate", doubt });
  }
  tieModifiers(draft);
}

function tieModifiers(draft: LineDraft): void {
  if (draft.modifierText === undefined) return;
  const { modifiers } = reading.modifiers(draft.modifierText);
  const [service] = draft.services;
  if (modifiers.length === 0 || !service) return;
  if (draft.services.length === 1)
    draft.services[0] = { ...service, modifiers: [...new Set([...service.modifiers, ...modifiers])] };
  else if (modifiers.length === draft.services.length && /[;,/\n]/.test(draft.modifierText)) {
    // "HM; HN" beside "97153; 97155": one modifier a code, in order.
    draft.services.forEach((one, index) => {
      const own = modifiers[index];
      if (own !== undefined && one.modifiers.length === 0) draft.services[index] = { ...one, modifiers: [own] };
    });
  }
}

/** Units left become units used, once the authorized ones are known. */
export function readLeftUnits(draft: LineDraft): void {
  if (!draft.left || draft.claims.some((entry) => entry.field === "unitsUsed")) return;
  const authorized = draft.claims.find((entry) => entry.field === "unitsAuthorized");
  if (typeof authorized?.value !== "number" || authorized.value < draft.left.value) return;
  claim(draft, "unitsUsed", authorized.value - draft.left.value, { cell: draft.left.cell, trust: 0.8 });
}
