import type { Doubt } from "../claims/claim.ts";
import { claim } from "../claims/line-draft.ts";
import { EITHER_OR } from "../rates/alternative-rates.ts";
import type { RateMention } from "../rates/rate-mention.ts";
import { from, type Note } from "./prose-place.ts";

/**
 * The rate that a note ends with: what was agreed before what stands there without a word, never what was asked or offered.
 * A figure tied to one of several codes is that code's.
 */
export function claimProseRates(note: Note, rates: readonly RateMention[]): void {
  if (!note.may("rate")) return;
  const fitting = rates.filter(
    (rate) =>
      rate.amount !== undefined &&
      (rate.role === "agreed" || rate.role === "unknown") &&
      (rate.kind !== "bare" || rate.model !== undefined),
  );
  const perCode = fitting.filter(
    (rate) => rate.code !== undefined && note.draft.services.some((service) => service.code === rate.code),
  );
  if (new Set(perCode.map((rate) => rate.code)).size > 1) {
    for (const rate of perCode) tieToCode(note, rate);
    return;
  }
  const either = fitting.filter((rate) => rate.note === EITHER_OR);
  if (either.length > 1) {
    claimEither(note, either);
    return;
  }
  const agreed = fitting.filter((rate) => rate.role === "agreed");
  for (const rate of agreed.length > 0 ? agreed : fitting) claimRate(note, rate);
}

/** Of rates that exclude each other, a person says which the agreement states, and with it the model. */
function claimEither(note: Note, rates: readonly RateMention[]): void {
  const amounts = [...new Set(rates.map((rate) => rate.amount).filter((amount) => amount !== undefined))];
  const models = [...new Set(rates.map((rate) => rate.model).filter((model) => model !== undefined))];
  claim(note.draft, "rate", amounts[0], from(note, 0.9, { why: "two-values", candidates: amounts }));
  if (models.length !== 1 || rates.some((rate) => rate.model === undefined))
    claim(note.draft, "model", models[0] ?? null, from(note, 0.9, { why: "two-values", candidates: models }));
  else claim(note.draft, "model", models[0], from(note, 0.9));
}

function doubtOf(rate: RateMention): Doubt | undefined {
  if (rate.high === undefined && rate.question !== true) return undefined;
  return { why: "range", candidates: [rate.amount, rate.high].filter((value) => value !== undefined) };
}

function tieToCode(note: Note, rate: RateMention): void {
  const service = note.draft.services.find((other) => other.code === rate.code);
  if (!service || rate.amount === undefined || service.rate !== undefined) return;
  service.rate = rate.amount;
  if (rate.model !== undefined) service.model ??= rate.model;
  const doubt = doubtOf(rate);
  if (doubt) service.doubts.push({ field: "rate", doubt });
}

function claimRate(note: Note, rate: RateMention): void {
  const share = rate.role === "agreed" ? 0.95 : 0.85;
  claim(note.draft, "rate", rate.amount, from(note, share, doubtOf(rate)));
  if (rate.model !== undefined) claim(note.draft, "model", rate.model, from(note, share));
  else if (rate.kind === "percent")
    claim(
      note.draft,
      "model",
      null,
      from(note, share, { why: "model-unknown", candidates: ["percentOfMedicare", "percentOfBilled"] }),
    );
}
