import type { CalendarDate } from "../values/calendar-date.ts";
import type { AdequacyStandard, CareKind, PlanKind, Urgency } from "./adequacy-standard.ts";
import { FEDERAL_STANDARDS } from "./federal-standards.ts";
import { readPlanKind } from "./plan-kind.ts";
import { STATE_STANDARDS } from "./state-standards.ts";

/** What decides which standards hold for a case. */
export interface AccessFacts {
  /** Plan funding of the case as it is written; "" where nobody says. */
  readonly funding: string;
  /** Two letters of the state whose law the plan is under; null where it is not known. */
  readonly state: string | null;
  readonly care: CareKind | null;
  readonly urgency: Urgency;
}

/** The standards for a case, or why there are none, or what has to be known first. */
export type AccessStandards =
  | { readonly kind: "apply"; readonly plan: PlanKind; readonly standards: readonly AdequacyStandard[] }
  | { readonly kind: "none"; readonly why: string }
  | { readonly kind: "ask"; readonly what: readonly string[] };

/** Every standard that is held here. */
export const ADEQUACY_STANDARDS: readonly AdequacyStandard[] = [...FEDERAL_STANDARDS, ...STATE_STANDARDS];

const PLAN_WORDS: Readonly<Record<PlanKind, string>> = {
  exchange: "plans of the federal exchange",
  stateRegulated: "fully insured plans",
  medicaidManagedCare: "Medicaid managed care",
  medicareAdvantage: "Medicare Advantage",
};

/**
 * Which of the standards held here hold for a case on a day: by its plan's funding first, then by state, kind of care and
 * urgency. Nothing applies by default: where a fact is missing, what to find out is said. That none is held is no proof
 * that there is none, and is worded so.
 *
 * @example a self-funded plan anywhere has none; a fully insured one in Maryland has 10 calendar days for behavioral health
 */
export function standardsFor({ funding, state, care, urgency }: AccessFacts, asOf: CalendarDate): AccessStandards {
  const reading = readPlanKind(funding);
  if (reading.kind === "none") return reading;
  const { plan } = reading.kind === "plan" ? reading : { plan: null };
  const what = [
    ...(reading.kind === "ask" ? [reading.what] : []),
    ...(state === null && plan !== "medicareAdvantage"
      ? ["Settings, State of the practice's plans, is blank: type its two letters, such as MD."]
      : []),
    ...(care === null ? ["Settings, Kind of care, is blank: type Behavioral health, Specialist or Primary care."] : []),
  ];
  if (what.length > 0 || plan === null || care === null) return { kind: "ask", what };
  const reaching = ADEQUACY_STANDARDS.filter(
    (one) =>
      one.plans.includes(plan) &&
      (one.state === null || one.state === state) &&
      one.care.includes(care) &&
      (one.urgency === null || one.urgency === urgency),
  );
  const standards = reaching.filter(({ effective }) => effective === null || effective <= asOf);
  if (standards.length > 0) return { kind: "apply", plan, standards };
  const where = `${PLAN_WORDS[plan]}${state === null ? "" : ` in ${state}`}`;
  const first = reaching.map(({ effective }) => effective).sort()[0] ?? undefined;
  return {
    kind: "none",
    why:
      first === undefined
        ? `No standard for ${where} and this kind of care is held here. It is a first set, no survey: look up the state's own rule.`
        : `The standard for ${where} that is held here holds from ${first} on.`,
  };
}
