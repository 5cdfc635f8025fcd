import type { ReasonKind } from "../../sca/rates/counter-reasons.ts";
import type { NegotiationStep } from "../../sca/rates/negotiate.ts";
import type { PlannedNumber } from "../../sca/rates/negotiation-plan.ts";
import { COUNTER_RULE } from "../../sca/rates/next-counter.ts";
import type { OfferModel } from "../../sca/rates/rate-term.ts";
import { bullet } from "./compare-lines.ts";

const MODELS: Readonly<Record<OfferModel, string>> = {
  percentOfMedicare: "percent of Medicare",
  percentOfBilled: "percent of billed charges",
  perDiem: "dollars a day",
  caseRate: "dollars for the case",
  perUnit: "dollars a unit",
  inNetwork: "percent of the in-network schedule",
};
const REASONS: Readonly<Record<ReasonKind, string>> = {
  marketData: "Market data",
  costStructure: "Cost structure",
  payerSavings: "Your savings",
  networkAdequacy: "Network adequacy",
  clinical: "Clinical",
};

/** The next move, its reasons and the trades. */
export function negotiationLines({ model, plan, move, missing, reasons, trades }: NegotiationStep): string[] {
  const isPercent = model === "percentOfMedicare" || model === "percentOfBilled";
  const number = (name: string, planned: PlannedNumber | null): string[] =>
    planned === null
      ? [`${name}: not known.`]
      : [
          `${name}: ${isPercent ? `${planned.figure} %` : `$${planned.figure.toFixed(2)}`}, ${planned.sentence.replace(/\.$/, "")}.`,
        ];
  const lines: string[] = [];
  if (move?.kind !== "noCounter") {
    lines.push(`Your three numbers, in ${MODELS[model]} (yours alone: never show them to the payer)`);
    lines.push(
      ...[
        ...number("Opening", plan.opening),
        ...number("Target", plan.target),
        ...number("Walk away under", plan.walkAway),
      ].flatMap(bullet),
      "",
    );
  }
  lines.push("Next move");
  if (move === null) lines.push(...bullet(missing ?? ""));
  else {
    lines.push(...bullet(move.sentence));
    if (move.kind === "noCounter") lines.push(...move.instead.flatMap(bullet));
    if (move.kind === "counter" || move.kind === "accept") lines.push(...move.notes.flatMap(bullet));
    if (move.kind === "counter") lines.push(...bullet(`Rule: ${COUNTER_RULE}`));
  }
  if (reasons.length > 0) {
    lines.push("", "Reasons for the payer, in this order");
    lines.push(...reasons.flatMap(({ kind, sentence }) => bullet(`${REASONS[kind]}: ${sentence}`)));
  }
  if (trades !== null && trades.trades.length + trades.faults.length > 0) {
    lines.push("", "Give and take");
    lines.push(
      ...trades.trades.flatMap(({ side, sentence }) =>
        bullet(`${side === "give" ? "You give" : "You get"}: ${sentence}`),
      ),
    );
    if (trades.daysForOnePercent !== null)
      lines.push(...bullet(`1 % of the rate is worth payment ${trades.daysForOnePercent} days sooner.`));
    lines.push(...trades.faults.flatMap(({ sentence }) => bullet(sentence)));
  }
  return lines;
}
