import type { ContractAsks } from "../../../sca/contracting/contract-asks.ts";
import type { ContractingAssumptions } from "../../../sca/contracting/contracting-facts.ts";

/** Figures of a negotiation that only the practice may know. */
export interface OwnFigures {
  readonly dollars: readonly number[];
  /** 135 for 135 percent. */
  readonly percents: readonly number[];
}

/**
 * Cost, floor, target and walk-away of every service asked for, and what these come to. What the payer knows in any case
 * is not among them: the opening, and rates that it agreed to itself, among which the target often is.
 *
 * @example ownFigures(payerFacts(ledger, "Aetna").asks, ledger.assumptions).dollars
 */
export function ownFigures({ asks }: ContractAsks, { costPerUnit, hourCost }: ContractingAssumptions): OwnFigures {
  const dollars = new Set<number>();
  const percents = new Set<number>();
  const known = { dollars: new Set<number>(), percents: new Set<number>() };
  for (const figure of [costPerUnit, hourCost]) if (figure !== null && figure > 0) dollars.add(figure);
  for (const { model, plan, before, services, dollars: sums } of asks) {
    const isPercent = model === "percentOfMedicare" || model === "percentOfBilled";
    const [own, open] = isPercent ? [percents, known.percents] : [dollars, known.dollars];
    for (const number of [plan.target, plan.walkAway]) if (number !== null) own.add(number.figure);
    for (const figure of [plan.opening?.figure, before.median, before.low, before.high]) {
      if (figure !== undefined) open.add(figure);
    }
    for (const cents of [sums.target, sums.walkAway]) if (cents !== null && cents > 0) dollars.add(cents / 100);
    for (const cents of [sums.opening, services?.agreed ?? null]) if (cents !== null) known.dollars.add(cents / 100);
  }
  return {
    dollars: [...dollars].filter((figure) => !known.dollars.has(figure)),
    percents: [...percents].filter((figure) => !known.percents.has(figure)),
  };
}
