import { appeals } from "../../sca/measures/appeals.ts";
import { approvalRate } from "../../sca/measures/approval-rate.ts";
import { avoidedCost } from "../../sca/measures/avoided-cost.ts";
import { honourRate } from "../../sca/measures/honour-rate.ts";
import { lapseDays } from "../../sca/measures/lapse-days.ts";
import type { LedgerMeasures, MeasureTerms } from "../../sca/measures/ledger-measures.ts";
import { multipleOfMedicare } from "../../sca/measures/multiple-of-medicare.ts";
import { revenueCaptured } from "../../sca/measures/revenue-captured.ts";
import { unitYield } from "../../sca/measures/unit-yield.ts";

/** The sums of one scope as the queries of analysis/sql give them, by column; absent where nothing was counted. */
export type Sums = Readonly<Record<string, number | null | undefined>>;

/** Every query of sums whose columns are read below. */
export const SUM_QUERIES = [
  "approval_counts",
  "turnaround",
  "multiples",
  "agreed_sums",
  "unit_sums",
  "negotiation_medians",
  "claim_sums",
  "lapse_sums",
  "delivery_sums",
] as const;
export type SumsByQuery = Readonly<Record<(typeof SUM_QUERIES)[number], Sums>>;

/** The measures of sums that a database added up: divided and rounded by the measures' own functions. */
export function measuresOfSums(sums: SumsByQuery, terms: MeasureTerms): LedgerMeasures {
  const { approval_counts: ended, turnaround: waits, multiples, agreed_sums: agreed } = sums;
  const { unit_sums: units, negotiation_medians: negotiated, claim_sums: claims, delivery_sums: delivered } = sums;
  const allCents = count(agreed["all_cents"]);
  const compared = { agreedCents: count(multiples["agreed_cents"]), medicareCents: count(multiples["medicare_cents"]) };
  return {
    approval: approvalRate.value({
      approved: count(ended["approved"]),
      partiallyApproved: count(ended["partially_approved"]),
      approvedOnAppeal: count(ended["approved_on_appeal"]),
      denied: count(ended["denied"]),
      pending: count(ended["pending"]),
      withdrawn: count(ended["withdrawn"]),
      asked: count(ended["asked"]),
      notStated: count(ended["not_stated"]),
    }),
    appeals: appeals.value({ won: count(ended["approved_on_appeal"]), lost: count(ended["appeals_lost"]) }),
    turnaround: {
      median: waits["median"] ?? null,
      decided: count(waits["decided"]),
      waiting: count(waits["waiting"]),
      undated: count(waits["undated"]),
    },
    multiple: {
      ...multipleOfMedicare.value({ ...compared, allCents, multiples: null }),
      median: multiples["median"] ?? null,
      low: multiples["low"] ?? null,
      high: multiples["high"] ?? null,
      lines: count(multiples["lines_compared"]),
    },
    units: unitYield.value({
      authorized: count(units["authorized"]),
      requested: count(units["requested"]),
      lines: count(units["lines_told"]),
    }),
    negotiation: {
      rateYield: negotiated["rate_yield"] ?? null,
      asks: count(negotiated["asks"]),
      movement: negotiated["movement"] ?? null,
      offers: count(negotiated["offers"]),
      notCompared: count(negotiated["not_compared"]),
    },
    agreed: {
      cents: count(agreed["cents"]),
      inFull: count(agreed["in_full"]),
      inPart: count(agreed["in_part"]),
      notAtAll: count(agreed["not_at_all"]),
      untold: {
        percentRate: count(agreed["percent_rate"]),
        noRate: count(agreed["no_rate"]),
        noModel: count(agreed["no_model"]),
        noUnits: count(agreed["no_units"]),
        asked: count(agreed["asked"]),
      },
    },
    captured: revenueCaptured(terms).value({
      received: claims["received"] ?? null,
      expected: delivered["expected"] ?? null,
      agreedOfPaid: count(claims["agreed_of_paid"]),
      paidCases: count(claims["paid_cases"]),
      usedCases: count(delivered["used_cases"]),
    }),
    honour: honourRate.value({
      honoured: count(claims["honoured"]),
      paidLines: count(claims["paid_lines"]),
      underpaid: count(claims["underpaid"]),
      notKnown: count(claims["not_known"]),
      unpaidLines: count(claims["unpaid_lines"]),
      unpaid: count(claims["unpaid"]),
    }),
    lapse: lapseDays.value({
      outside: count(sums.lapse_sums["outside_days"]),
      serviceDays: count(sums.lapse_sums["service_days"]),
    }),
    avoided: avoidedCost(terms.higherDayRate).value({
      parts: count(delivered["day_parts"]),
      ours: count(delivered["day_cents"]),
    }),
  };
}

function count(sum: number | null | undefined): number {
  return sum ?? 0;
}
