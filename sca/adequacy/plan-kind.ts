import type { PlanKind } from "./adequacy-standard.ts";

/** What the words for a plan's funding say of the standards that reach it. */
export type PlanReading =
  | { readonly kind: "plan"; readonly plan: PlanKind }
  /** No standard of this list can reach it, and why. */
  | { readonly kind: "none"; readonly why: string }
  /** What has to be known first. */
  | { readonly kind: "ask"; readonly what: string };

/** Words that Cases offers for Plan funding. */
export const PLAN_FUNDING_WORDS = [
  "Fully insured",
  "Exchange plan",
  "Self-funded",
  "Medicaid managed care",
  "Medicare Advantage",
  "Government",
  "Unknown",
] as const;

const SELF_FUNDED: PlanReading = {
  kind: "none",
  why: "A self-funded plan is under federal law (ERISA, 29 U.S.C. 1144): no state's network standard reaches it. The plan of a state, a town or a church may be under its own rules.",
};

/**
 * What a plan is to the law of networks, from what Cases says under Plan funding, in the ledger's words or near them.
 * Where it is not said, nothing is guessed: most plans of large employers are self-funded, and no state reaches them.
 *
 * @example readPlanKind("Fully insured") is { kind: "plan", plan: "stateRegulated" }
 */
export function readPlanKind(words: string): PlanReading {
  const said = words.toLowerCase();
  const has = (pattern: RegExp): boolean => pattern.test(said);
  if (has(/self[\s-]*(?:funded|insured)|\berisa\b|\baso\b|administrative services only/)) return SELF_FUNDED;
  if (has(/exchange|marketplace|\bqhp\b|healthcare\.gov/)) return { kind: "plan", plan: "exchange" };
  if (has(/medicaid/)) return { kind: "plan", plan: "medicaidManagedCare" };
  if (has(/medicare advantage|part c\b/)) return { kind: "plan", plan: "medicareAdvantage" };
  if (has(/fully[\s-]*insured|state[\s-]*regulated/)) return { kind: "plan", plan: "stateRegulated" };
  if (has(/government|medicare/)) {
    return {
      kind: "ask",
      what: `Plan funding says "${words.trim()}": which program? Choose Medicaid managed care or Medicare Advantage; original Medicare has no network.`,
    };
  }
  return {
    kind: "ask",
    what: "Plan funding is not known: a self-funded plan is under no state's standard. Ask the payer, and choose it in Cases.",
  };
}
