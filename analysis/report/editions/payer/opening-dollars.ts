import type { ContractAsks } from "../../../../sca/contracting/contract-asks.ts";
import type { PayerDisclosure } from "../../../../sca/contracting/payer-disclosure.ts";
import { LEAST_SHOWN } from "../../../../sca/contracting/small-counts.ts";

/** What the opening asks come to over the services granted, in cents. */
export interface OpeningDollars {
  readonly asAgreed: number;
  readonly atOpening: number;
}

/**
 * The dollar effect of all openings together: never service by service, since that would tell single agreements. Null
 * where fewer than eleven agreements or lines stand behind it, or where the payer negotiates no rate.
 *
 * @example as agreed $215,108.00, at opening $222,242.00
 */
export function openingOf({ asks, policy }: ContractAsks, { dollarsAgreed }: PayerDisclosure): OpeningDollars | null {
  if (policy === "highestInNetwork" || dollarsAgreed === null) return null;
  const told = asks.flatMap(({ services, dollars }) =>
    services === null || dollars.opening === null ? [] : [{ services, opening: dollars.opening }],
  );
  const lines = told.reduce((sum, { services }) => sum + services.lines, 0);
  const asAgreed = told.reduce((sum, { services }) => sum + services.agreed, 0);
  if (lines < LEAST_SHOWN || asAgreed <= 0) return null;
  return { asAgreed, atOpening: told.reduce((sum, { opening }) => sum + opening, 0) };
}
