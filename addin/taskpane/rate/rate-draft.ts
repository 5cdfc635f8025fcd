import { pricingTerms } from "../../../sca/ledger/pricing-settings.ts";
import { COST_PER_UNIT } from "../../../sca/ledger/settings.ts";
import type { PlanValue } from "../../../sca/ledger/workbook-plan.ts";
import type { CalendarDate } from "../../../sca/values/calendar-date.ts";

/** A service of the case as it is typed. */
export interface ServiceDraft {
  readonly id: number;
  readonly code: string;
  readonly modifiers: string;
  readonly units: string;
  readonly basis: string;
  readonly minutes: string;
  readonly billed: string;
  readonly days: string;
}

/** An offer or an ask in words. */
export interface OfferDraft {
  readonly id: number;
  readonly words: string;
}

/** What is given or taken beside the rate, and what the patient would need otherwise. */
export interface TradeDraft {
  readonly daysFirst: string;
  readonly requestHours: string;
  readonly fasterDays: string;
  readonly moneyCost: string;
  readonly processHours: string;
  readonly staffHour: string;
  readonly higherLevel: string;
  readonly higherLevelDay: string;
}

const NO_TRADES: TradeDraft = {
  daysFirst: "",
  requestHours: "",
  fasterDays: "",
  moneyCost: "",
  processHours: "",
  staffHour: "",
  higherLevel: "",
  higherLevelDay: "",
};

/** Everything that is typed on Rate. */
export interface RateDraft {
  readonly caseId: string;
  readonly payer: string;
  readonly code: string;
  readonly modifiers: string;
  readonly day: string;
  readonly place: string;
  readonly setting: string;
  readonly agreed: string;
  readonly services: readonly ServiceDraft[];
  readonly programDays: string;
  /** The payer's, oldest first. */
  readonly offers: readonly OfferDraft[];
  /** Ours, oldest first. */
  readonly asks: readonly OfferDraft[];
  readonly opening: string;
  readonly target: string;
  readonly floorCost: string;
  readonly floorPer: string;
  readonly margin: string;
  /** What can be traded, and what else there is to argue with. */
  readonly trades: TradeDraft;
  readonly servicesPerDay: string;
  readonly buildUp: string;
}

/** One more than the highest id, so that rows keep theirs while others come and go. */
export function nextId(rows: readonly { readonly id: number }[]): number {
  return rows.reduce((highest, { id }) => Math.max(highest, id), 0) + 1;
}

/** A service with nothing typed. */
export function blankService(id: number): ServiceDraft {
  return { id, code: "", modifiers: "", units: "", basis: "", minutes: "", billed: "", days: "" };
}

/** The draft to start from: today, and the ledger's own place, setting and cost where there is a ledger. */
export function startDraft(values: ReadonlyMap<string, PlanValue>, today: CalendarDate): RateDraft {
  const terms = pricingTerms(values);
  const cost = values.get(COST_PER_UNIT);
  return {
    caseId: "",
    payer: "",
    code: "",
    modifiers: "",
    day: today,
    place: terms.locality === "" ? "national" : terms.locality,
    setting: terms.setting === "" ? "office" : terms.setting,
    agreed: "",
    services: [blankService(1)],
    programDays: "",
    offers: [{ id: 1, words: "" }],
    asks: [{ id: 1, words: "" }],
    opening: "",
    target: "",
    floorCost: typeof cost === "number" ? String(cost) : "",
    floorPer: "day",
    margin: "0",
    trades: NO_TRADES,
    servicesPerDay: "",
    buildUp: "",
  };
}
